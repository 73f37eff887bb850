"""Ansvar: who owns what on a day, and what the documents say of units, dates and each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import gradio as gr
from markupsafe import Markup

from core.schema import Conflict, Event, Span, Unit
from ui import format as fmt
from ui import places
from ui.desk import Desk
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render
from ui.texts import CONFLICTS, EVENTS, UNIT_TYPES
from ui.views import tasks

ALL, AHEAD = "Alle", "Fra i dag"
WHICH: dict[str, Callable[[Event], bool]] = {
    ALL: lambda event: True,
    "Frister": lambda event: event.type == "deadline",
    AHEAD: lambda event: (event.when.last or event.when.first or date.min) >= date.today(),
}


def build(desk: Desk, tab: gr.Tab) -> None:
    """Lay out the tab with its four views; each is filled when it is opened."""
    with gr.Tabs(elem_classes="under"):
        with gr.Tab("Opgaver") as inner:
            tasks.build(desk, tab, inner)
        with gr.Tab("Udvalg") as inner:
            inner.select(guarded(lambda: units(desk)), None, html(), **QUIET)
        with gr.Tab("Tidslinje") as inner:
            which = gr.Radio(list(WHICH), value=ALL, label="Vis")
            shown = html()
            gr.on([inner.select, which.change], guarded(lambda w: timeline(desk, w)), which, shown, **QUIET)
        with gr.Tab("Uenigheder") as inner:
            inner.select(guarded(lambda: conflicts(desk)), None, html(), **QUIET)


def units(desk: Desk) -> Markup:
    """Units that changed their name, then all of them by type."""
    groups: dict[str, list[tuple[Unit, places.Place | None]]] = {}
    for unit in desk.kb.register().units_and_owners():
        place = places.of_span(desk.kb, *unit.places[0]) if unit.places else None
        groups.setdefault(UNIT_TYPES.get(unit.type, unit.type.capitalize()), []).append((unit, place))
    renamed = [entry for group in groups.values() for entry in group if entry[0].former]
    return render("units.html", groups=groups, renamed=renamed)


def timeline(desk: Desk, which: str = ALL) -> Markup:
    """Dated events and deadlines by year; those without a day last. which: a key of WHICH. From today on, what began
    earlier and still goes on stands apart, first."""
    years: dict[str, list[tuple[Event, str, str, places.Place | None]]] = {}
    for event in filter(WHICH.get(which), desk.kb.register().timeline()):
        place = places.of_span(desk.kb, event.document_id, Span(event.start, event.end))
        entry = (event, fmt.interval(event.when), EVENTS.get(event.type, event.type), place)
        years.setdefault(_heading(event, which), []).append(entry)
    return render("timeline.html", years=years)


def _heading(event: Event, which: str) -> str:
    start = event.when.first or event.when.last
    if start is None:
        return "Uden år"
    return "I gang nu" if which == AHEAD and start < date.today() else str(start.year)


def conflicts(desk: Desk) -> Markup:
    """Places that differ, side by side."""
    found = desk.kb.register().conflicts()
    return render("conflicts.html", pairs=[_pair(desk, conflict) for conflict in found])


def _pair(desk: Desk, conflict: Conflict) -> dict[str, Any]:
    sides = []
    for name, (document, span), value in zip("ab", (conflict.a, conflict.b), conflict.differs, strict=True):
        place = places.of_span(desk.kb, document, span)
        sides.append({"place": place, "value": value, "newer": conflict.newer == name})
    return {
        "about": conflict.about,
        "type": CONFLICTS.get(conflict.type, conflict.type),
        "sides": sides,
        "confidence": conflict.confidence,
    }
