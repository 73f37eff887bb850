"""A person's word on one row of the register: confirmed, set right, or rejected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from core.errors import UsageError
from core.schema import Responsibility
from ui import format as fmt
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render
from ui.rows import register_row

FIELDS = ("task", "from_unit", "to_unit", "effective_from", "until")
LABELS = ("Opgave", "Fra", "Til", "Gælder fra", "Gælder til og med")
FOCUS = "() => setTimeout(() => document.querySelector('#vurder textarea')?.focus(), 150)"


def build(desk: Desk, fill: Callable[..., Any], given: list[Any], table: gr.HTML, shown: list[Any]) -> None:
    """The panel above the rows: opened by a row's button in the table, closed when done; ``fill`` draws the
    components ``shown`` anew from ``given``."""
    chosen = gr.State("")
    with gr.Column(visible=False, elem_id="vurder") as panel:
        heading = html()
        person = gr.Textbox(label="Dit navn eller din rolle", info="Gemmes sammen med din vurdering.")
        with gr.Row():
            boxes = [gr.Textbox(label=label) for label in LABELS]
        with gr.Row(elem_classes="knapper"):
            confirm = gr.Button("Rækken er rigtig", variant="primary", scale=0, min_width=170)
            save = gr.Button("Gem rettelser", scale=0, min_width=150)
            reject = gr.Button("Rækken er forkert", variant="stop", scale=0, min_width=170)
            close = gr.Button("Luk", scale=0, min_width=90)

    @guarded
    def choose(event: gr.EventData) -> tuple[Any, ...]:
        row = find(desk, str(event.key))
        head = render("review_head.html", row=register_row(desk.kb, row))
        return row.key, gr.Column(visible=True), head, *values(row)

    @guarded
    def judge(key: str, person: str, action: str) -> Any:
        _named(person)
        desk.write(lambda: desk.kb.correct_row(key, "action", action, person=person.strip()))
        gr.Info("Din vurdering er gemt.", title="Gemt", duration=6)
        return gr.Column(visible=False)

    @guarded
    def store(key: str, person: str, *new: str) -> Any:
        changed = correct(desk, key, new, person)
        gr.Info("Rettelsen er gemt." if changed else "Der var intet at rette.", title="Gemt", duration=6)
        return gr.Column(visible=False)

    after = {"fn": fill, "inputs": given, "outputs": shown} | QUIET
    table.select(choose, None, [chosen, panel, heading, *boxes], **QUIET).then(None, js=FOCUS)
    for button, action in ((confirm, "confirm"), (reject, "reject")):
        said = gr.State(action)
        button.click(judge, [chosen, person, said], panel, concurrency_id="write", **QUIET).then(**after)
    save.click(store, [chosen, person, *boxes], panel, concurrency_id="write", **QUIET).then(**after)
    close.click(lambda: gr.Column(visible=False), None, panel, **QUIET)


def find(desk: Desk, key: str) -> Responsibility:
    """The row with a key. Raises UsageError where it is gone."""
    row = next((row for row in desk.kb.register().responsibilities() if row.key == key), None)
    if row is None:
        raise UsageError("Rækken findes ikke længere.", remedy="Tryk på »Vis«, og vælg den igen.")
    return row


def values(row: Responsibility) -> list[str]:
    """The row's fields as a person reads them."""
    return [row.task, row.from_unit, row.to_unit, fmt.day(row.effective_from), fmt.day(row.until)]


def correct(desk: Desk, key: str, new: tuple[str, ...], person: str) -> list[str]:
    """Store the fields that differ and return their names. Raises UsageError without a name or for a date
    that can't be read."""
    _named(person)
    old = values(find(desk, key))
    changed = {name: text.strip() for name, text, was in zip(FIELDS, new, old, strict=True) if text.strip() != was}
    for name in {"effective_from", "until"} & set(changed):
        day = fmt.parse_day(changed[name])
        changed[name] = day.isoformat() if day else ""
    for name, value in changed.items():
        desk.write(lambda name=name, value=value: desk.kb.correct_row(key, name, value, person=person.strip()))  # type: ignore[misc]
    return list(changed)


def _named(person: str) -> None:
    if not person.strip():
        raise UsageError("Skriv dit navn eller din rolle, så andre kan se, hvem der har vurderet rækken.")
