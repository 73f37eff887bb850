"""Days that stand in the cells of tables: deadlines of an action plan, days of moves, steps of a timetable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from core.danish.dates import find_dates
from core.schema import Cell, DateSpan, Document, Event, Precision, Table

_DUE = re.compile(r"\w*frist(?:en|er)?\b|\bdeadline|\bsenest\b|\bfærdig|\bafslut|\bslutdato\b|\bklar\b", re.IGNORECASE)
_OWN = re.compile(r"\w*dato\b|dokument|sags?(?:nr|nummer)", re.IGNORECASE)  # heads of a paper's own particulars
_MOST_BESIDE = 40  # characters a cell has besides its date; more is text, which is read as sentences
_LONGEST_ROW = 700  # characters from a row's first cell to its last


def events_of_tables(document: Document) -> Iterator[Event]:
    """One for each cell that is a date, told by its row; a deadline where its head says so."""
    for table in document.tables:
        rows = _rows(table)
        for cell in table.cells:
            when = _day(cell, document)
            what = _told(rows[cell.row], cell) if when else ""
            if when and what:
                start, end = _place(rows[cell.row], cell)
                yield Event(what, when, _type(cell, when), document.id, start, end)


def _rows(table: Table) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    return rows


def _day(cell: Cell, document: Document) -> DateSpan | None:
    """The date that a cell is; a bare year is a number like any other."""
    found = find_dates(cell.text, document.date)
    if not found or found[0].precision is Precision.YEAR:
        return None
    when = found[0]
    if len(cell.text) - (when.end - when.start) > _MOST_BESIDE:
        return None
    at = cell.span.start + when.start
    return replace(when, start=at, end=min(at + len(when.text), cell.span.end))


def _told(row: list[Cell], cell: Cell) -> str:
    """The row in words, "" where nothing but the paper's own date stands in it."""
    others = [c for c in row if c is not cell and not _OWN.match(c.text)]
    if not any(re.search(r"[^\W\d_]{3}", c.text) for c in others) or _OWN.match(cell.row_label):
        return ""
    told = [f"{head}: {text}" if head else text for head, text in map(_head_and_text, row)]
    return "; ".join(told)


def _head_and_text(cell: Cell) -> tuple[str, str]:
    return " ".join(cell.column_head.split()).rstrip(":"), " ".join(cell.text.split())


def _place(row: list[Cell], cell: Cell) -> tuple[int, int]:
    start, end = min(c.span.start for c in row), max(c.span.end for c in row)
    return (start, end) if end - start <= _LONGEST_ROW else (cell.span.start, cell.span.end)


def _type(cell: Cell, when: DateSpan) -> str:
    due = when.bound == "by" or _DUE.search(cell.column_head) or _DUE.search(cell.row_label)
    return "deadline" if due else "event"
