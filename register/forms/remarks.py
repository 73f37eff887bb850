"""A table's column of remarks: who has a task first, who had it before and from what day ("Fra 1. marts 2026;
tidligere Parkteamet", "Indtil 31. maj 2026: Havneteamet"). What a remark leaves out is an exception
of its own line only."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from core.danish.dates import find_dates
from core.schema import Basis, Cell, Responsibility, Span, Status
from register.forms.cell_owners import cell_owner
from register.rows import row_key

HEAD = re.compile(
    r"^(?:\w+\s+)?(?:bemærkning(?:er)?|anmærkning(?:er)?|kommentar(?:er)?|note|noter)\s*:?$", re.IGNORECASE
)
_NONE = re.compile(r"^[-–—./\s]*$")
_ASIDE = re.compile(r"\bundtag|\bbortset\b|\bdog\b|\bikke\b|^[^:\d]{3,40}: \S", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:tidligere|hidtil|før|førhen|i dag|indtil da|overtaget fra|overtages fra)\s*:?\s+(?P<who>[^.;,()\d]{2,50})",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"^(?:indtil|frem til|til og med)\b[^;.:]*?\d[^;:]*(?::|\s(?=[A-ZÆØÅ]))\s*(?P<who>[^.;,()\d]{2,50})", re.I
)


def remarked(row: Responsibility, cell: Cell | None, reference: date | None) -> Responsibility:
    """The line with what its remark tells; as it is where the cell is empty. A giver is only read where it is named."""
    words = " ".join(cell.text.split()) if cell else ""
    if cell is None or _NONE.match(words):
        return row
    first, giver = _handed(words, reference)
    if first is None and not giver:
        aside = _ASIDE.search(words)
        return replace(row, exceptions=(words,), end=max(row.end, cell.span.end)) if aside else row
    if giver and giver != row.to_unit:
        row = replace(row, from_unit=giver, relation="transfer", status=Status.DECIDED)
    if first:
        span = Span(cell.span.start, cell.span.end)
        row = replace(
            row, effective_from=first, basis=Basis.EXPLICIT, effective_text=cell.text.strip(), effective_span=span
        )
    row = replace(row, end=max(row.end, cell.span.end))
    return replace(row, key=row_key(row))


def _handed(words: str, reference: date | None) -> tuple[date | None, str]:
    """The first day and who had it before, as the remark tells; None and "" where it tells neither."""
    days = [d for d in find_dates(words, reference) if d.first or d.last]
    until = _UNTIL.match(words)
    giver = cell_owner(until["who"]) if until else ""
    if giver and len(days) == 1:
        last = days[0].last or days[0].first
        return (_after(last, words) if last else None), giver
    before = _BEFORE.search(words)
    giver = cell_owner(before["who"]) if before else ""
    if len(days) == 1 and days[0].bound == "from":
        return days[0].first, giver
    return None, giver


def _after(last: date, words: str) -> date:
    """The first day behind "indtil <day>"; the first of a month is itself where the next one starts."""
    return last if last.day == 1 and not re.search(r"til og med", words, re.IGNORECASE) else last + timedelta(days=1)
