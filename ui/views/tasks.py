"""Ansvar, Opgaver: who has which task on a day, in groups that fold and in pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import gradio as gr
from markupsafe import Markup

from ui import format as fmt
from ui import links, sheets
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, chooser, html
from ui.render import render
from ui.rows import register_rows
from ui.sheets import BY_OWNER, BY_TASK, GROUPS, SORTS, Sheet
from ui.views import row_review

TO_TOP = "() => document.querySelector('#ansvar')?.scrollIntoView()"


def build(desk: Desk, outer: gr.Tab, inner: gr.Tab) -> None:
    """Lay out the filters, the rows and the page buttons; filled when the tab is opened."""
    with gr.Row(elem_classes="filtre"):
        task = gr.Textbox(label="Opgave eller område", placeholder="Fx kirkegårde")
        unit = gr.Textbox(label="Udvalg, forvaltning eller enhed", placeholder="Gammelt eller nyt navn")
        day = gr.Textbox(label="Pr. dato", placeholder="Fx 1. januar 2026")
    with gr.Row(elem_classes="filtre"):
        group = gr.Radio(list(GROUPS), value=BY_OWNER, label="Gruppér efter")
        sort = gr.Radio(list(SORTS), value=BY_TASK, label="Sortér efter")
    show = gr.Button("Vis", variant="primary", scale=0, min_width=120)
    page = gr.State(1)
    boxes = (task, unit, day)
    wanted = [*boxes, group, sort]
    with gr.Column():  # the panel for one row stands above the rows
        table = html(elem_id="ansvar", js_on_load=chooser("raekke", "key"), render=False)
        with gr.Row(elem_classes="knapper", visible=False, render=False) as turning:
            back = gr.Button("‹ Forrige side", scale=0, min_width=150)
            on = gr.Button("Næste side ›", scale=0, min_width=150)
        shown = [table, page, turning, back, on]

        @guarded
        def fill(*given: Any, step: int = 0) -> tuple[Any, ...]:
            *limits, number = given
            return _shown(desk, limits, number + step)

        @guarded
        def first(*limits: Any) -> tuple[Any, ...]:
            return _shown(desk, limits, 1)

        row_review.build(desk, fill, [*wanted, page], table, shown)
        table.render()  # type: ignore[no-untyped-call]
        turning.render()
    for event in (outer.select, inner.select, show.click, group.change, sort.change, *(box.submit for box in boxes)):
        event(first, wanted, shown, **QUIET)
    for button, step in ((back, -1), (on, 1)):
        button.click(partial(fill, step=step), [*wanted, page], shown, **QUIET).then(None, js=TO_TOP)


def _shown(desk: Desk, limits: Sequence[str], page: int) -> tuple[Any, ...]:
    """The rows, the page's number, and the page buttons. limits: task, unit, day, grouping, sorting."""
    task, unit, day, group, sort = limits
    found = sheet(desk, task, unit, day, group, sort, page)
    first, last = found.number == 1, found.number == found.pages
    buttons = (gr.Row(visible=found.pages > 1), gr.Button(interactive=not first), gr.Button(interactive=not last))
    return (drawn(desk, found, task, unit, day), found.number, *buttons)


def sheet(
    desk: Desk, task: str, unit: str, day: str, group: str = BY_OWNER, sort: str = BY_TASK, page: int = 1
) -> Sheet:
    """The page of rows that pass. Raises UsageError for an unreadable date."""
    found = desk.kb.register().responsibilities(as_of=fmt.parse_day(day), task=task.strip(), unit=unit.strip())
    titles = {info.id: info.title or info.name for info in desk.kb.library.infos()}
    return sheets.arranged(found, titles, group=group, sort=sort, page=page)


def drawn(desk: Desk, found: Sheet, task: str, unit: str, day: str) -> Markup:
    """The page as HTML, with links to all rows as files."""
    as_of = fmt.parse_day(day)
    limits = {"opgave": task.strip(), "enhed": unit.strip(), "dato": as_of.isoformat() if as_of else ""}
    files = {name: links.register_file(name.lower(), **limits) for name in ("CSV", "XLSX")}
    groups = [(group, register_rows(desk.kb, group.rows)) for group in found.groups]
    return render("register.html", sheet=found, groups=groups, files=files, as_of=as_of)


def responsibilities(desk: Desk, task: str, unit: str, day: str) -> Markup:
    """The first page of rows that pass, as it is first shown."""
    return drawn(desk, sheet(desk, task, unit, day), task, unit, day)
