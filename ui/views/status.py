"""Status: what has been taken in, what needs a look, and whether model and index are in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import gradio as gr
from markupsafe import Markup

from ui.condition import bare_reason, words
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render
from ui.texts import COUNTS, STATUS_FACTS, STATUS_LISTS


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
    lists = {name: [_item(item) for item in status.get(name) or ()] for name in STATUS_LISTS}
    numbers = [(label, status[name]) for name, label in COUNTS.items() if isinstance(status.get(name), int)]
    facts = [(label, words(status[name])) for name, label in STATUS_FACTS.items() if status.get(name)]
    return render("status.html", numbers=numbers, facts=facts, **lists)


def _item(item: Mapping[str, Any]) -> dict[str, str]:
    """A page or file with its reason; document: what the reader opens, else empty."""
    document = item.get("document") or ""
    name = str(item.get("file") or document)
    return {
        "name": name,
        "page": str(item.get("page") or ""),
        "reason": bare_reason(name, str(item.get("reason") or "")),
        "document": str(document),
    }
