"""A real browser over the fake library: questions, sources, files, planted markup, narrow screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.browser import ask, open_tab, page
from tests.ui.fakes import FakeKnowledgeBase

pytestmark = pytest.mark.slow

Site = tuple[str, FakeKnowledgeBase]
ENGLISH = re.compile(r"\b(Loading|Error|Clear|Close|Submit|Upload|Drop|Click|Settings|Built with|processing)\b")


WATCH_PROGRESS = """() => {
  window.sawProgress = false;
  const look = () => { if (document.querySelector("#tilfoej progress")) window.sawProgress = true; };
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
}"""


def test_three_questions_and_a_source_opened(site: Site) -> None:
    with page(site[0]) as web:
        assert "1. januar 2031" in ask(web, "Hvem har ansvaret for legepladser?")
        assert "Om legepladser" not in ask(web, "Og hvornår?")
        web.get_by_role("button", name="Ny samtale").click()
        web.locator("#svar article").first.wait_for(state="detached")
        assert "Det fremgår ikke af dokumenterne" in ask(web, "Hvad koster månen?")
        web.get_by_role("button", name="Ny samtale").click()
        web.locator("#svar article").first.wait_for(state="detached")
        ask(web, "Hvem har ansvaret for legepladser?")
        web.locator("a.henvisning").first.click()
        frame = web.frame_locator("#kilde-panel iframe")
        assert frame.locator("#maerke").inner_text() == (
            "Ansvaret for legepladser flyttes fra Havneudvalget til Parkudvalget."
        )
        assert frame.locator("rect.markeret").count() == 1
        web.keyboard.press("Escape")
        web.locator("#kilde-panel").wait_for(state="hidden")
        assert web.evaluate("document.activeElement.className") == "henvisning laes"
        previous = [entry[3] for entry in site[1].log if entry[0] == "ask"]
        assert [answer is not None for answer in previous] == [False, True, False, False]
        assert web.outside == []


def test_planted_markup_never_runs(site: Site) -> None:
    with page(site[0]) as web:
        ask(web, "Hvad skrev en borger?")
        ask(web, '<img src=x onerror="window.ramt=4"> legepladser ${window.ramt=5}')
        for tab in ("Dokumenter", "Status", "Ansvar", "Udvalg", "Uenigheder"):
            open_tab(web, tab)
            web.wait_for_timeout(400)
        open_tab(web, "Dokumenter")
        web.locator("button[data-dokument]").nth(1).click()
        web.locator("#ret h3").wait_for()
        for view in ("renset", "rettelser", "modtaget"):
            web.goto(f"{site[0]}/laes?dokument={'b' * 16}&visning={view}", wait_until="domcontentloaded")
            assert web.evaluate("window.ramt") is None
            assert "window.ramt = 1" in web.inner_text("main")
        assert web.outside == []


def test_files_are_added_corrected_and_removed(site: Site, tmp_path: Path) -> None:
    good, bad = tmp_path / "svømmehal (1).txt", tmp_path / "regneark.exe"
    good.write_text("Svømmehallen åbner den 3. maj 2031.", "utf-8")
    bad.write_text("x")
    with page(site[0]) as web:
        open_tab(web, "Dokumenter")
        web.get_by_role("button", name="Tilføj dokumenter").click()
        web.set_input_files("#tilfoej input[type=file]", [good, bad])
        web.locator("#tilfoej td", has_text="regneark").first.wait_for()
        web.evaluate(WATCH_PROGRESS)  # it may be gone before a look at it
        web.get_by_role("button", name="Tilføj filerne").click()
        web.locator("#tilfoej li.added").wait_for()
        assert web.evaluate("window.sawProgress")
        assert "svømmehal (1).txt" in web.inner_text("#tilfoej li.added")
        assert "Filtypen ».exe« læses ikke." in web.inner_text("#tilfoej li.failed")
        web.locator("#dokumenter tr", has_text="svømmehal").locator("button").click()
        web.wait_for_function("document.querySelector('#ret-titel textarea')?.value.startsWith('svøm')")
        web.wait_for_function("document.activeElement.matches('#ret-titel textarea')")
        web.get_by_label("Titel", exact=True).fill("Svømmehallens åbning")
        web.get_by_label("Dit navn eller din rolle").fill("arkivet")
        web.get_by_role("button", name="Gem rettelser").click()
        row = web.locator("#dokumenter tr", has_text="Svømmehallens åbning")
        row.wait_for()
        row.locator("button").click()
        web.get_by_role("button", name="Fjern dokumentet …").click()
        web.get_by_role("button", name="Ja, fjern det").click()
        row.wait_for(state="detached")
        assert [d.name for d in site[1].documents()] == [
            "parkaftale.pdf",
            "referat <b onmouseover=alert(1)>fed.txt",
            "budget.txt",
        ]
        assert list((tmp_path / "uploads").iterdir()) == []


def test_an_unforeseen_error_is_danish_without_traceback(site: Site) -> None:
    with page(site[0]) as web:
        web.fill("#spoergsmaal textarea", "styrt")
        web.get_by_role("button", name="Spørg", exact=True).click()
        web.locator("#svar [role=alert]").wait_for()
        shown = web.inner_text("body")
        assert "uventet fejl" in shown
        assert "hemmelig" not in shown
        assert "Traceback" not in shown


@pytest.mark.parametrize("locale", ["da-DK", "en-US", "de-DE"])
def test_no_english_is_left_whatever_the_browser_speaks(site: Site, locale: str) -> None:
    with page(site[0], locale=locale) as web:
        open_tab(web, "Dokumenter")
        web.get_by_role("button", name="Tilføj dokumenter").click()
        web.get_by_role("button", name="Tilføj filerne").click()
        web.locator(".toast-title").wait_for()
        web.wait_for_timeout(300)
        words = web.evaluate(
            """() => document.body.innerText + [...document.querySelectorAll('[aria-label]')]
               .map(e => e.getAttribute('aria-label')).join(' ')"""
        )
        assert web.evaluate("document.documentElement.lang") == "da"
        assert not ENGLISH.findall(words)


SQUEEZED = """() => [...document.querySelectorAll('.liste tbody tr')].filter(row => row.offsetParent)
  .filter(row => row.cells[0].offsetWidth < 0.9 * row.offsetWidth).map(row => row.innerText)"""


@pytest.mark.parametrize("width", [360, 768])
def test_nothing_is_wider_than_a_narrow_screen(site: Site, width: int) -> None:
    with page(site[0], width=width) as web:
        ask(web, "Hvem har ansvaret for legepladser?")
        for tab in ("Ansvar", "Udvalg", "Tidslinje", "Uenigheder", "Dokumenter", "Status", "Spørg"):
            open_tab(web, tab)
            web.wait_for_timeout(300)
            assert web.evaluate("document.documentElement.scrollWidth") <= width, tab
            assert width > 720 or web.evaluate(SQUEEZED) == [], tab
        web.goto(f"{site[0]}/laes?dokument={'a' * 16}&start=40&slut=60", wait_until="load")
        assert web.evaluate("document.documentElement.scrollWidth") <= width


def test_every_control_has_a_name_and_keys_reach_the_source(site: Site) -> None:
    with page(site[0]) as web:
        ask(web, "Hvem har ansvaret for legepladser?")
        for tab in ("Dokumenter", "Ansvar", "Spørg"):
            open_tab(web, tab)
            web.wait_for_timeout(300)
            unnamed = web.evaluate(
                """() => [...document.querySelectorAll('button, input, textarea, a[href], select')]
                   .filter(e => e.offsetParent && !(e.innerText || '').trim() && !e.labels?.length
                           && !e.getAttribute('aria-label') && !e.title && !e.getAttribute('aria-labelledby'))
                   .map(e => e.outerHTML.slice(0, 120))"""
            )
            assert unnamed == []
        web.locator("a.henvisning").first.focus()
        web.keyboard.press("Enter")
        web.locator("#kilde-panel iframe").wait_for()
        assert web.evaluate("document.activeElement.innerText") == "Luk"


def test_a_row_of_the_register_is_confirmed(site: Site) -> None:
    with page(site[0]) as web:
        open_tab(web, "Ansvar")
        web.locator("button[data-raekke=k1]").click()
        web.locator("#vurder h3").wait_for()
        assert web.get_by_label("Til", exact=True).input_value() == "Parkudvalget"
        web.get_by_label("Dit navn eller din rolle").fill("jurist")
        web.get_by_role("button", name="Rækken er rigtig").click()
        web.locator("#vurder").wait_for(state="hidden")
        assert ("correct_row", "k1", "action", "confirm", "jurist") in site[1].log


def test_a_group_stays_folded_when_the_list_is_drawn_anew(site: Site) -> None:
    with page(site[0]) as web:
        open_tab(web, "Ansvar")
        group = web.locator("#ansvar details")
        group.locator("summary", has_text="2 rækker").click()
        assert group.get_attribute("open") is None
        group.evaluate("element => { element.dataset.gammel = 1; }")
        web.get_by_role("radio", name="Dato").check()
        web.locator("#ansvar details:not([data-gammel]):not([open])").wait_for()
        web.get_by_role("radio", name="Ingen grupper").check()
        web.locator("#ansvar button[data-raekke=k1]").wait_for()
        group.wait_for(state="detached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(site: Site, scheme: str) -> None:
    faint = (Path(__file__).parent / "contrast.js").read_text("utf-8").split("\n", 2)[2]
    with page(site[0], scheme=scheme) as web:
        ask(web, "Hvem har ansvaret for legepladser?")
        assert web.evaluate(faint) == []
        for tab in ("Ansvar", "Udvalg", "Tidslinje", "Uenigheder", "Dokumenter", "Status"):
            open_tab(web, tab)
            web.wait_for_timeout(500)
            assert web.evaluate(faint) == [], tab
        web.goto(f"{site[0]}/laes?dokument={'b' * 16}&visning=rettelser", wait_until="load")
        assert web.evaluate(faint) == []
