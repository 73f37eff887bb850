"""Correcting what the list says about one document, and removing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import gradio as gr
from markupsafe import Markup

from core.errors import UsageError
from core.schema import Document, Kind
from ui import format as fmt
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render
from ui.texts import KINDS, META

OTHERS = [name for name in META if name not in ("title", "kind", "date")]
FOCUS = "() => setTimeout(() => document.querySelector('#ret-titel textarea')?.focus(), 150)"


@dataclass(frozen=True, slots=True)
class _Panel:
    """The panel's parts. fields: title, kind and day; confirm: what asks once more before a document is removed."""

    whole: gr.Column
    heading: gr.HTML
    fields: tuple[gr.Textbox, gr.Radio, gr.Textbox]
    person: gr.Textbox
    other: gr.Radio
    value: gr.Textbox
    save: gr.Button
    close: gr.Button
    ask: gr.Button
    confirm: gr.Column
    warning: gr.HTML
    yes: gr.Button
    no: gr.Button


def _layout() -> _Panel:
    with gr.Column(visible=False, elem_id="ret") as panel:
        heading = html()
        title = gr.Textbox(label="Titel", elem_id="ret-titel")
        kind = gr.Radio([(label, kind.value) for kind, label in KINDS.items()], label="Dokumenttype")
        with gr.Row():
            day = gr.Textbox(label="Dokumentets dato", placeholder="Fx 1. januar 2026")
            person = gr.Textbox(label="Dit navn eller din rolle", info="Gemmes sammen med rettelsen.")
        with gr.Accordion("Ret en anden oplysning", open=False):
            other = gr.Radio([(META[name], name) for name in OTHERS], label="Oplysning")
            value = gr.Textbox(label="Ny værdi", info="Står der flere, så adskil dem med komma.")
        with gr.Row(elem_classes="knapper"):
            save = gr.Button("Gem rettelser", variant="primary", scale=0, min_width=150)
            close = gr.Button("Luk", scale=0, min_width=90)
            ask = gr.Button("Fjern dokumentet …", variant="stop", scale=0, min_width=180)
        with gr.Column(visible=False) as confirm:
            warning = html()
            with gr.Row(elem_classes="knapper"):
                yes = gr.Button("Ja, fjern det", variant="stop", scale=0, min_width=150)
                no = gr.Button("Fortryd", scale=0, min_width=110)
    fields = (title, kind, day)
    return _Panel(panel, heading, fields, person, other, value, save, close, ask, confirm, warning, yes, no)


def build(desk: Desk, table: gr.HTML, fill: Callable[..., Any], given: list[Any]) -> None:
    """The panel below the list: opened by a row's button, closed when done."""
    chosen = gr.State("")
    p = _layout()
    after = {"fn": fill, "inputs": given, "outputs": table} | QUIET

    @guarded
    def choose(event: gr.EventData) -> tuple[Any, ...]:
        document = desk.kb.document(str(event.document))
        values = (document.title, document.kind.value, fmt.day(document.date))
        head = render("edit_head.html", document=document)
        return document.id, gr.Column(visible=True), head, *values, gr.Column(visible=False), None, ""

    @guarded
    def store(id_: str, title: str, kind: str, day: str, person: str, other: str, value: str) -> Any:
        extra = {other: value.strip()} if other and value.strip() else {}
        names = correct(desk, id_, title, kind, day, person, extra)
        gr.Info(f"{names} er gemt." if names else "Der var intet at rette.", title="Rettelser", duration=6)
        return gr.Column(visible=False)

    @guarded
    def remove(id_: str) -> tuple[Any, ...]:
        desk.write(lambda: desk.kb.remove(id_))
        gr.Info("Dokumentet er fjernet med tekst, billeder og indeks.", title="Fjernet", duration=6)
        return gr.Column(visible=False), gr.Column(visible=False), ""

    @guarded
    def really(id_: str) -> tuple[Any, ...]:
        return gr.Column(visible=True), _warning(desk.kb.document(id_))

    filled = [chosen, p.whole, p.heading, *p.fields, p.confirm, p.other, p.value]
    table.select(choose, None, filled, **QUIET).then(None, js=FOCUS)
    wanted = [chosen, *p.fields, p.person, p.other, p.value]
    p.save.click(store, wanted, p.whole, concurrency_id="write", **QUIET).then(**after)
    p.ask.click(really, chosen, [p.confirm, p.warning], **QUIET)
    p.no.click(lambda: gr.Column(visible=False), None, p.confirm, **QUIET)
    p.yes.click(remove, chosen, [p.whole, p.confirm, chosen], concurrency_id="write", **QUIET).then(**after)
    p.close.click(lambda: gr.Column(visible=False), None, p.whole, **QUIET)


def _warning(document: Document) -> Markup:
    return render("confirm_remove.html", document=document)


def correct(
    desk: Desk, id_: str, title: str, kind: str, day: str, person: str, extra: Mapping[str, str] | None = None
) -> str:
    """Store what differs and return the names of the fields that changed, e.g. "Titel og dokumenttype".
    extra: further values by their name in ``texts.META``.

    Raises UsageError without a name, with an empty title or a date that can't be read."""
    if not person.strip():
        raise UsageError("Skriv dit navn eller din rolle, så andre kan se, hvem der har rettet.")
    if not title.strip():
        raise UsageError("Titlen må ikke være tom.")
    when = fmt.parse_day(day)
    document = desk.kb.document(id_)
    wanted = {
        "title": (document.title, title.strip()),
        "kind": (document.kind.value, Kind(kind).value),
        "date": (document.date.isoformat() if document.date else "", when.isoformat() if when else ""),
    }
    changed = {name: new for name, (old, new) in wanted.items() if old != new} | dict(extra or {})
    for name, value in changed.items():
        desk.write(lambda name=name, value=value: desk.kb.set_meta(id_, name, value, person=person.strip()))  # type: ignore[misc]
    return " og ".join(META[name].lower() for name in changed).capitalize()
