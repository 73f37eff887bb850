"""Dokumenter: the library's list, and below it adding, correcting and removing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from core.schema import Document, Filters, Kind
from ui import format as fmt
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render
from ui.texts import KINDS
from ui.views import document_edit, upload

MOST = 200  # rows shown; the filters narrow the rest down


@dataclass(frozen=True, slots=True)
class Row:
    """A document in the list. attention: pages a person should look at; ready: every page has usable text."""

    id: str
    name: str
    title: str
    kind: str
    date: str
    extent: str
    attention: int
    ready: bool
    corrected: bool


def build(desk: Desk, tab: gr.Tab) -> None:
    """Lay out the tab and wire it."""
    with gr.Row(elem_classes="filtre"):
        words = gr.Textbox(label="Titel eller filnavn", placeholder="Vis alle")
        first = gr.Textbox(label="Dateret fra", placeholder="Fx 1. januar 2026")
        last = gr.Textbox(label="Dateret til", placeholder="Fx 31. december 2026")
    kinds = gr.CheckboxGroup([(label, kind.value) for kind, label in KINDS.items()], label="Dokumenttyper")
    show = gr.Button("Vis", scale=0, min_width=120)
    table = html(elem_id="dokumenter", js_on_load=CHOOSE)
    given = [words, kinds, first, last]

    @guarded
    def fill(words: str, kinds: list[str], first: str, last: str) -> Markup:
        return listing(desk, words, kinds, first, last)

    for event in (tab.select, show.click, words.submit, first.submit, last.submit, kinds.change):
        event(fill, given, table, **QUIET)
    document_edit.build(desk, table, fill, given)
    upload.build(desk, table, fill, given)


# a button in the list tells Gradio which document it stands for
CHOOSE = """element.addEventListener('click', event => {
  const button = event.target.closest('button[data-dokument]');
  if (button) trigger('select', {document: button.dataset.dokument});
});"""


def listing(desk: Desk, words: str, kinds: Sequence[str], first: str, last: str) -> Markup:
    """The list that passes the filters, newest first. Raises UsageError for a date that can't be read."""
    filters = Filters(
        kinds=tuple(Kind(kind) for kind in kinds or ()),
        date_from=fmt.parse_day(first, "Datoen i »Dateret fra«"),
        date_to=fmt.parse_day(last, "Datoen i »Dateret til«"),
    )
    needle = (words or "").strip().lower()
    found = [d for d in desk.kb.documents(filters) if needle in f"{d.title} {d.name}".lower()]
    rows = [row(document) for document in found[:MOST]]
    return render("documents.html", rows=rows, total=len(found), limited=bool(needle) or filters.limits())


def row(document: Document) -> Row:
    """One document of the list."""
    attention = sum(page.attention is not None for page in document.pages)
    return Row(
        id=document.id,
        name=document.name,
        title=document.title or document.name,
        kind=KINDS[document.kind],
        date=fmt.day(document.date),
        extent=extent(document),
        attention=attention,
        ready=bool(document.cleaned.strip()) and not attention,
        corrected=any(meta.corrected_by for meta in document.meta),
    )


def extent(document: Document) -> str:
    """Number of pages, or the size of a file without pages."""
    if document.paged():
        return fmt.count(sum(page.number is not None for page in document.pages), "side", "sider")
    return fmt.size(document.size or len(document.received.encode()))
