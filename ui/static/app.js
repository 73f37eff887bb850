// Opens sources in a panel beside the page. Without this file every source link still opens as a page of its own.
(() => {
  "use strict";
  document.documentElement.lang = "da";
  let opener = null;

  function panel() {
    const existing = document.getElementById("kilde-panel");
    if (existing) return existing;
    const made = document.createElement("aside");
    made.id = "kilde-panel";
    made.hidden = true;
    made.setAttribute("aria-label", "Kilde");
    made.innerHTML =
      '<div class="linje"><strong>Kilde</strong><span><a target="_blank" rel="noopener">Åbn i eget vindue</a>' +
      '<button type="button">Luk</button></span></div><iframe title="Kildens tekst"></iframe>';
    made.querySelector("button").addEventListener("click", close);
    document.body.append(made);
    return made;
  }

  function open(link) {
    const shown = panel();
    const address = new URL(link.href);
    shown.querySelector("a").href = address.href;
    address.searchParams.set("panel", "1");
    const old = shown.querySelector("iframe");
    const frame = old.cloneNode(); // a new frame, so that the browser's Back is not trapped in it
    frame.addEventListener("load", () => {
      const inner = frame.contentDocument;
      if (inner) inner.addEventListener("keydown", (key) => key.key === "Escape" && close());
    });
    frame.src = address.href;
    old.replaceWith(frame);
    shown.hidden = false;
    document.body.classList.add("med-kilde");
    opener = link;
    shown.querySelector("button").focus();
  }

  function close() {
    panel().hidden = true;
    document.body.classList.remove("med-kilde");
    if (opener && opener.isConnected) opener.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.laes");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    open(link);
  }, true);

  // a list drawn anew keeps its groups open or folded as the user left them
  const unfolded = new Map();
  document.addEventListener("click", (event) => {
    const group = event.target.closest && event.target.closest("details[data-gruppe] > summary")?.parentElement;
    if (group) unfolded.set(group.dataset.gruppe, !group.open);
  });
  new MutationObserver((changes) => {
    if (!changes.some((change) => change.addedNodes.length)) return;
    for (const group of document.querySelectorAll("details[data-gruppe]:not([data-set])")) {
      group.dataset.set = "";
      if (unfolded.has(group.dataset.gruppe)) group.open = unfolded.get(group.dataset.gruppe);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("keydown", (event) => {
    const shown = document.getElementById("kilde-panel");
    if (event.key === "Escape" && shown && !shown.hidden) close();
  });
})();
