// Words that Gradio 6 has written into its own parts and that no setting reaches, in Danish.
// Only Gradio's labels and its notices' titles are touched, never the text of an answer or a document.
(() => {
  "use strict";
  const labels = {
    "More tabs": "Flere faner",
    Close: "Luk",
    "Click to upload or drop files": "Klik for at vælge filer, eller træk dem hertil",
    "File upload": "Vælg filer",
    "Remove this file": "Fjern filen",
  };
  const titles = { Error: "Det lykkedes ikke", Warning: "Bemærk", Info: "Besked", Success: "Udført" };
  const tooLarge = /^File\(s\) exceed the maximum allowed size of ([\d.]+) ?Mb: (.*)$/is;

  function texts(element, change) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const danish = change(node.data.trim());
      if (danish) node.data = danish;
    }
  }

  function translate() {
    for (const element of document.querySelectorAll("[aria-label]")) {
      const danish = labels[element.getAttribute("aria-label")];
      if (danish) element.setAttribute("aria-label", danish);
    }
    for (const title of document.querySelectorAll(".toast-title")) texts(title, (word) => titles[word]);
    for (const text of document.querySelectorAll(".toast-message-text"))
      texts(text, (words) => tooLarge.test(words) && words.replace(tooLarge, "Filen er over $1 MB: $2"));
  }

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => ((due = false), translate()));
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
