"""How a difference between two rows is written down, and which document is the newer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.schema import Conflict, Responsibility, Span
from register.sentences.reading import Statement

_NEAR = 400  # characters from a row to the sentence that tells its day


def newer(a: str, b: str, days: Mapping[str, date | None]) -> str:
    """ "a" or "b", whichever document is younger, "" where that is not known."""
    first, second = days.get(a), days.get(b)
    if a == b or not first or not second or first == second:
        return ""
    return "a" if first > second else "b"


def of_rows(
    a: Responsibility,
    b: Responsibility,
    kind: str,
    differs: tuple[str, str],
    days: Mapping[str, date | None],
    sure: float,
) -> Conflict:
    """A conflict whose places are two rows of the register."""
    dated = kind in ("date", "update")
    places = [(row.document_id, _with_day(row) if dated else Span(row.start, row.end)) for row in (a, b)]
    return Conflict(a.task, kind, places[0], places[1], differs, newer(a.document_id, b.document_id, days), sure)


def _with_day(row: Responsibility) -> Span:
    """The row's place with that of its day, where a sentence close by tells it."""
    day = row.effective_span
    if day is None or max(day.end, row.end) - min(day.start, row.start) > _NEAR:
        return Span(row.start, row.end)
    return Span(min(day.start, row.start), max(day.end, row.end))


def from_sentence_start(conflict: Conflict, statements: Mapping[str, Sequence[Statement]]) -> Conflict:
    """The conflict with places that begin where their sentence does."""

    def begun(place: tuple[str, Span]) -> tuple[str, Span]:
        held = next((s for s in statements[place[0]] if s.start <= place[1].start < s.end), None)
        return (place[0], Span(held.start, place[1].end)) if held else place

    return replace(conflict, a=begun(conflict.a), b=begun(conflict.b))
