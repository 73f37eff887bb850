"""Status: what has been taken in, what needs a look, and whether model and index are in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr
from markupsafe import Markup

from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render


def build(desk: Desk, tab: gr.Tab) -> None:
    """Lay out the tab and wire it."""
    shown = html()
    with gr.Row(elem_classes="knapper"):
        check = gr.Button("Kontrollér biblioteket", scale=0, min_width=200)
    report = html()

    @guarded
    def fill() -> Markup:
        return overview(desk)

    @guarded
    def verify() -> Markup:
        return render("verify.html", report=desk.kb.verify())

    tab.select(fill, None, shown, **QUIET)
    check.click(verify, None, report, **QUIET)


def overview(desk: Desk) -> Markup:
    """The knowledge base's own figures with their lists."""
    status = desk.kb.status()
    lists = {name: [_item(item) for item in status.get(name) or ()] for name in LISTS}
    numbers = [(label, status[name]) for name, label in COUNTS.items() if isinstance(status.get(name), int)]
    facts = [(label, _words(status[name])) for name, label in FACTS.items() if status.get(name)]
    return render("status.html", numbers=numbers, facts=facts, **lists)


LISTS = ("attention", "failed", "duplicates")
COUNTS = {
    "documents": "dokumenter",
    "pages": "sider",
    "passages": "tekststykker",
    "files": "filer set",
    "unchanged": "uændrede filer",
}
FACTS = {"model": "Sprogmodel til søgning", "index": "Indeks", "home": "Bibliotekets mappe"}


def _item(item: Mapping[str, Any]) -> dict[str, str]:
    """A page or file with its reason; document: what the reader opens, else empty."""
    document = item.get("document") or ""
    return {
        "name": str(item.get("file") or document),
        "page": str(item.get("page") or ""),
        "reason": str(item.get("reason") or ""),
        "document": str(document),
    }


def _words(value: Any) -> str:
    """A fact as one line of text."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_words(inner)}" for name, inner in value.items())
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)
