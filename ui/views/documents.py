"""Dokumenter: adding, the library's list with its filters, correcting and removing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import gradio as gr
from markupsafe import Markup

from core.schema import Filters, Kind
from ui import format as fmt
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, chooser, html
from ui.render import render
from ui.texts import KINDS
from ui.views import document_edit, upload

if TYPE_CHECKING:
    from index.library.find import DocumentInfo

PAGED = ("application/pdf", "image/")  # media types with pages
MOST = 200  # rows shown; the filters narrow the rest down


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list. attention: pages a person should look at; ready: there is usable text."""

    id: str
    name: str
    title: str
    kind: str
    date: str
    extent: str
    attention: int
    ready: bool


def build(desk: Desk, tab: gr.Tab) -> None:
    """Lay out the tab and wire it."""
    sending = upload.layout(desk)
    with gr.Row(elem_classes="filtre"):
        words = gr.Textbox(label="Titel eller filnavn", placeholder="Vis alle")
        first = gr.Textbox(label="Dateret fra", placeholder="Fx 1. januar 2026")
        last = gr.Textbox(label="Dateret til", placeholder="Fx 31. december 2026")
    kinds = gr.CheckboxGroup([(label, kind.value) for kind, label in KINDS.items()], label="Dokumenttyper")
    show = gr.Button("Vis", scale=0, min_width=120)
    given = [words, kinds, first, last]
    table = html(elem_id="dokumenter", js_on_load=chooser("dokument", "document"), render=False)

    @guarded
    def fill(words: str, kinds: list[str], first: str, last: str) -> Markup:
        return listing(desk, words, kinds, first, last)

    document_edit.build(desk, table, fill, given)
    table.render()  # type: ignore[no-untyped-call]
    for event in (tab.select, show.click, words.submit, first.submit, last.submit, kinds.change):
        event(fill, given, table, **QUIET)
    upload.wire(desk, sending, table, fill, given)


def listing(desk: Desk, words: str, kinds: Sequence[str], first: str, last: str) -> Markup:
    """The list that passes the filters, newest first. Raises UsageError for a date that can't be read."""
    filters = Filters(
        kinds=tuple(Kind(kind) for kind in kinds or ()),
        date_from=fmt.parse_day(first, "Datoen i »Dateret fra«"),
        date_to=fmt.parse_day(last, "Datoen i »Dateret til«"),
    )
    needle = (words or "").strip().lower()
    known = desk.kb.library.infos(filters)
    found = [info for info in known if needle in f"{info.title} {info.name}".lower()]
    rows = [row(info) for info in found[:MOST]]
    return render("documents.html", rows=rows, total=len(found), limited=bool(needle) or filters.limits())


def row(info: DocumentInfo) -> Row:
    """One document of the list."""
    return Row(
        id=info.id,
        name=info.name,
        title=info.title or info.name,
        kind=KINDS[info.kind],
        date=fmt.day(info.date),
        extent=extent(info),
        attention=info.attention,
        ready=info.ready and not info.attention,
    )


def extent(info: DocumentInfo) -> str:
    """Number of pages, or the size of a file without pages."""
    if info.media_type.startswith(PAGED):
        return fmt.count(info.pages, "side", "sider")
    return fmt.size(info.size)
