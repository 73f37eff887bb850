"""What goes along on the day of the sentence before: "… etableres pr. 1. maj 2026. Vagtcentralen får samtidig
ansvaret for havnen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.danish.dates import find_dates
from core.schema import Basis, Precision, Responsibility, Span
from register.forms.fields import with_timing
from register.sentences.reading import Statement
from register.sentences.timing import Timing

_AT_ONCE = re.compile(
    r"\b(?:får|overtager|tilføres|overgår|flyttes|flytter|overføres|overdrages|samles)\s+samtidig\b(?!\s+med\b)"
)


def on_same_day(
    rows: Sequence[Responsibility], statement: Statement, before: Statement, reference: date | None
) -> list[Responsibility]:
    """The rows of a sentence; those without a day of their own take the one day the sentence before tells a beginning
    by. before: the statement right before."""
    if statement.first or before.start >= statement.start or not _AT_ONCE.search(statement.text):
        return list(rows)
    days = [d for d in find_dates(before.text, reference) if d.precision is Precision.DAY and d.bound != "until"]
    if len(days) != 1 or not days[0].first:
        return list(rows)
    text = " ".join(days[0].text.split())
    timing = Timing(days[0].first, Basis.EXPLICIT, None, text, span=None)
    return [_dated(r, timing, before.start + days[0].start, before.start + days[0].end) for r in rows]


def _dated(row: Responsibility, timing: Timing, start: int, end: int) -> Responsibility:
    open_day = row.effective_from is None or row.basis is Basis.GENERAL_CLAUSE
    if not open_day or row.relation == "keep":
        return row
    return with_timing(row, replace(timing, span=Span(0, end - start)), start)
