"""Debian's chromium for the tests, told to keep to itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


@contextmanager
def page(address: str, width: int = 1280, locale: str = "da-DK", scheme: str = "light") -> Iterator[object]:
    """A page that has opened the application; ``.outside`` lists requests that went anywhere else."""
    sync_api = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("chromium er ikke installeret")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(FLAGS))
        size = {"width": width, "height": 900}
        found = browser.new_page(viewport=size, locale=locale, color_scheme=scheme)
        found.set_default_timeout(60_000)
        found.outside = []

        def seen(request: object) -> None:
            url: str = request.url  # type: ignore[attr-defined]
            if not url.startswith((address, "data:", "blob:", "about:")):
                found.outside.append(url)

        found.on("request", seen)
        found.goto(address, wait_until="domcontentloaded")
        found.wait_for_selector("#spoergsmaal textarea")
        yield found
        browser.close()


def ask(found: object, question: str) -> str:
    """Type a question, wait for what is said of it, and return the newest answer's text."""
    found.fill("#spoergsmaal textarea", question)  # type: ignore[attr-defined]
    found.press("#spoergsmaal textarea", "Enter")  # type: ignore[attr-defined]
    newest = found.locator("#svar article").first  # type: ignore[attr-defined]
    found.locator("#svar .spurgt", has_text=question).first.wait_for()  # type: ignore[attr-defined]
    return newest.inner_text()


def open_tab(found: object, name: str) -> None:
    """Click one of the tabs."""
    found.get_by_role("tab", name=name, exact=True).click()  # type: ignore[attr-defined]
