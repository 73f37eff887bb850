"""Units that changed their name, from the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import date

from answer.compose.common import source_of
from answer.draft import Draft, Source, Statement
from core.citations import collapse
from core.danish.dates import write_day
from core.danish.sentences import sentence_spans
from core.danish.tokens import normal
from core.schema import Document, Span, Unit

_NUMBER = re.compile(r"\d+")
_TYPES = re.compile(r"\b(udvalg|forvaltning|center|centre|team|råd)", re.IGNORECASE)
_MOST = 8  # renamings shown


def compose(
    asked: str, units: Sequence[Unit], held: Container[str], load: Callable[[str], Document], today: date
) -> Draft | None:
    """Each unit of the type asked for with its former and its new name and the day it changes. held: ids of the
    documents that may be cited."""
    found = _TYPES.search(asked)
    sort = found.group(1).lower().replace("centre", "center") if found else ""
    olds = {(old.name, new): old for old in units for new in (*old.later, "")}  # towns may share a name
    renamed = [unit for unit in units if unit.former and sort in ("", unit.type)]
    said = [statement for unit in renamed if (statement := _said(unit, olds, held, load, today))][:_MOST]
    if not said:
        return None
    inferred = ", sluttet af sammenhængen" if any(unit.inferred for unit in renamed) else ""
    return Draft(tuple(said), f"Navneskift{inferred}:", how="overview")


def _said(
    unit: Unit, olds: Mapping[tuple[str, str], Unit], held: Container[str], load: Callable[[str], Document], today: date
) -> Statement | None:
    found = (olds.get((name, unit.name)) or olds.get((name, "")) for name in unit.former)
    former = [old for old in found if old is not None]
    sources = [s for one in (unit, *former) if (s := _named(one, held, load))]
    if len(sources) <= len(former):
        return None
    day = write_day(unit.renamed_on) if unit.renamed_on else ""
    verb = "hedder" if unit.renamed_on and unit.renamed_on <= today else "får navnet"
    since = f" fra {day}" if day else ""
    old = " og ".join(unit.former)
    text = f"{old} {verb}{since} {unit.name}."
    return Statement(text, tuple(sources), computed=tuple(_NUMBER.findall(since)), given=(old, unit.name))


def _named(unit: Unit, held: Container[str], load: Callable[[str], Document]) -> Source | None:
    """A sentence with the unit's full name, else its first place."""
    places = [(load(key), span) for key, span in unit.places if key in held]
    full = normal(unit.name)
    best = next((p for p in places if full in normal(collapse(p[0].cleaned[p[1].start : p[1].end]))), None)
    chosen = best or next(iter(places), None)
    return source_of(chosen[0], _sentence(*chosen)) if chosen else None


def _sentence(document: Document, place: Span) -> Span:
    """The sentence around a place, within its block."""
    block = next((b for b in document.blocks if b.start <= place.start < b.end), None)
    if block is None:
        return place
    for span in sentence_spans(document.cleaned[block.start : block.end]):
        if block.start + span.start <= place.start < block.start + span.end:
            return Span(block.start + span.start, max(block.start + span.end, place.end))
    return place
