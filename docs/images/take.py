"""Take the pictures of the README anew: ``.venv/bin/python -m docs.images.take`` (needs chromium; a minute)."""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn

import app
from core.schema import Span
from core.settings import Settings
from pipeline import KnowledgeBase
from tests.ui.browser import ask, page
from ui import links

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
QUESTION = "Hvem har ansvaret for kirkegårdene efter 2026?"
SCAN = "implementeringsplan-udsatteteam-og-taskforce.pdf"
WORDS = ("I overgangstiden", "enkelte sag.")  # first and last words of the stretch shown in the scan


def main() -> None:
    """Serve corpus/ from a library of its own and take both pictures."""
    with tempfile.TemporaryDirectory() as home:
        kb = KnowledgeBase.open(Settings(home=Path(home)))
        kb.ingest([CORPUS])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app.create_app(kb), port=port, log_level="error"))
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.1)
        _pictures(f"http://127.0.0.1:{port}", _place(kb))
        server.should_exit = True
        kb.close()


def _place(kb: KnowledgeBase) -> str:
    """Address of the stretch in the scanned plan."""
    document = kb.document(SCAN)
    start = document.cleaned.index(WORDS[0])
    end = document.cleaned.index(WORDS[1], start) + len(WORDS[1])
    return links.to_citation(kb.citation_for(document.id, Span(start, end)))


def _pictures(address: str, place: str) -> None:
    with page(address, width=1440) as web:
        ask(web, QUESTION)
        web.locator("a.henvisning").first.click()
        web.frame_locator("#kilde-panel iframe").locator("#maerke").wait_for()
        web.wait_for_timeout(1500)
        web.screenshot(path=HERE / "spoerg.png")
        web.goto(address + place, wait_until="load")
        web.wait_for_timeout(1500)
        web.screenshot(path=HERE / "laes.png")


if __name__ == "__main__":
    main()
