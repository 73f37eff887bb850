"""Dated events, deadlines and sums of money of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from core.danish.amounts import find_amounts, price_level, table_factor
from core.danish.dates import find_dates
from core.schema import Amount, BlockKind, DateSpan, Document, Event, Precision
from register.sentences.reading import Statement

_LONGEST = 240


def find_events(document: Document, statements: Sequence[Statement]) -> list[Event]:
    """Every dated clause outside headings, in order. A bare year is taken only behind "i", "fra", "inden"."""
    events = []
    for statement in statements:
        if statement.kind is BlockKind.HEADING:
            continue
        for span in find_dates(statement.text, document.date):
            if _tells_when(span):
                events.append(_event(document, statement, span))
    return events


def _tells_when(span: DateSpan) -> bool:
    return span.precision is not Precision.YEAR or span.bound != "on" or span.text.lower().startswith(("i ", "pr"))


def _event(document: Document, statement: Statement, span: DateSpan) -> Event:
    what = " ".join(statement.text.split())
    what = what if len(what) <= _LONGEST else what[:_LONGEST].rsplit(" ", 1)[0] + " …"
    at = replace(span, start=statement.start + span.start, end=statement.start + span.end)
    return Event(what, at, _type(span), document.id, statement.start, statement.end)


def _type(span: DateSpan) -> str:
    if span.bound == "by":
        return "deadline"
    long = span.first is not None and span.last is not None and (span.last - span.first).days > 366
    return "period" if long or (span.bound in ("until", "from") and span.precision is Precision.YEAR) else "event"


def find_all_amounts(document: Document, statements: Sequence[Statement]) -> list[Amount]:
    """Sums in running text, then those of tables with the table's unit, price level and year."""
    found: list[Amount] = []
    done = -1
    for statement in statements:
        for amount in find_amounts(statement.text):
            if statement.start + amount.start > done:
                placed = replace(amount, start=amount.start + statement.start, end=amount.end + statement.start)
                found.append(placed)
                done = placed.start
    return [*found, *_of_tables(document)]


def _of_tables(document: Document) -> Iterator[Amount]:
    for table in document.tables:
        factor = table_factor(table.unit)
        for cell in table.cells:
            if cell.value is None or (factor == 1 and "kr" not in table.unit.lower()):
                continue
            year = _year(cell.column_head)
            if year is None and cell.column_head.strip().lower() not in ("i alt", "ialt", "total"):
                continue
            value = round(cell.value * factor)
            yield Amount(
                value, cell.text, cell.span.start, cell.span.end, year, None, False, price_level(table.unit),
                "income" if value < 0 else "expense", cell.row_label,
            )  # fmt: skip


def _year(head: str) -> int | None:
    spans = find_dates(head, date(2000, 1, 1))
    first = spans[0].first if spans else None
    return first.year if first else None
