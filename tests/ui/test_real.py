"""The whole application over real documents of this repository: three questions, a source, an upload."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

import app
from core.settings import Settings
from pipeline import KnowledgeBase
from tests.ui.browser import ask, open_tab, page

pytestmark = pytest.mark.slow

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENTS = ("aftale-om-ressortopdeling-2025.pdf", "budgetnotat-bi6a-2019-2022.pdf")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the application over two documents of the corpus."""
    kb = KnowledgeBase.open(Settings(home=tmp_path_factory.mktemp("hjem")))
    results = kb.ingest([CORPUS / name for name in DOCUMENTS])
    assert [result.status for result in results] == ["added", "added"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app.create_app(kb), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    kb.close()


def test_three_questions_and_a_source_in_its_place(site: str) -> None:
    with page(site) as web:
        answer = ask(web, "Hvem har ansvaret for kirkegårdene efter 2026?")
        assert "Kultur" in answer
        web.locator("#svar article").first.locator("ol.kilder a.laes").first.click()
        frame = web.frame_locator("#kilde-panel iframe")
        frame.locator("#maerke").wait_for()
        quote = web.locator("#svar article").first.locator("ol.kilder blockquote").first.inner_text()
        marked = " ".join(frame.locator("main mark").all_inner_texts())
        assert re.sub(r"\W+", "", quote)[:30] in re.sub(r"\W+", "", marked)
        assert frame.locator("rect.markeret").count() >= 1
        assert frame.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
        web.keyboard.press("Escape")
        assert "20.015" in ask(web, "Hvad koster forslaget i budgetnotat BI6a i alt i 2019-2022?")
        assert "fremgår ikke" in ask(web, "Hvem vandt fodboldkampen mellem Brasilien og Island?")
        assert web.outside == []


def test_the_views_hold_what_was_read(site: str) -> None:
    with page(site) as web:
        open_tab(web, "Ansvar")
        web.locator("#ansvar details.gruppe:not([open]) summary").first.click()
        web.locator("#ansvar details[open] tbody tr").first.wait_for()
        open_tab(web, "Tidslinje")
        web.locator("ol.tidslinje li").first.wait_for()
        open_tab(web, "Dokumenter")
        web.locator("#dokumenter tbody tr").nth(1).wait_for()
        open_tab(web, "Status")
        web.locator(".tal li").first.wait_for()
        assert "2\ndokumenter" in re.sub(r"\s*\n\s*", "\n", web.inner_text(".tal"))


def test_a_document_taken_in_by_the_browser_answers_at_once(site: str, tmp_path: Path) -> None:
    note = tmp_path / "notat-om-badebroer.txt"
    note.write_text(
        "Notat om badebroer\n\nAnsvaret for badebroerne i Havnebyen overgår fra Havneudvalget til "
        "Kystudvalget den 1. marts 2033.\n",
        "utf-8",
    )
    with page(site) as web:
        open_tab(web, "Dokumenter")
        web.get_by_role("button", name="Tilføj dokumenter").click()
        web.set_input_files("#tilfoej input[type=file]", [note])
        web.locator("#tilfoej td", has_text="badebroer").first.wait_for()
        web.get_by_role("button", name="Tilføj filerne").click()
        web.locator("#tilfoej li.added").wait_for()
        open_tab(web, "Spørg")
        answer = ask(web, "Hvem har ansvaret for badebroerne?")
        assert "Kystudvalget" in answer
        assert "notat" in answer.lower()
