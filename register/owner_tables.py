"""Tables with a column of tasks and one of those responsible: action plans, lists of cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import Cell, Document, Responsibility, Table
from register.plain_rows import named_owner, plain_row
from register.tasks import clean_task
from register.units import UnitIndex

_OWNER = re.compile(
    r"^(?:ansvarlig\w*(?:\s+\w+){0,3}|ansvar|ansvarsplacering|opgaveansvarlig|tovholder\w*|forankring|afd\.?|afdeling|"
    r"forvaltning|udvalg|center|enhed|hvem)\s*[:?]?$",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^(?:\w+\s+)?(?:\w*indsats\w*|\w*opgave\w*|aktivitet\w*|handling\w*|tiltag\w*|initiativ\w*|sag|sager|hvad|emne|"
    r"projekt\w*|leverance\w*|ydelse\w*|arbejdsområde|ansvarsområde)\s*[:?]?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"frist|deadline|tidsplan|hvornår|tidspunkt", re.IGNORECASE)
_LONGEST_HEAD = 40


def rows_of_owner_tables(document: Document, index: UnitIndex) -> list[Responsibility]:
    """One row for each line whose task and owner stand under such heads."""
    return [row for table in document.tables for row in _of_table(table, document, index)]


def _of_table(table: Table, document: Document, index: UnitIndex) -> Iterator[Responsibility]:
    heads = _positions([(n, head) for n, head in enumerate(table.columns) if head.strip()])
    for cells in _lines(table):
        filled = [c for c in cells if c.text.strip()]
        own = _positions([(c.column, c.text) for c in filled])
        if own:
            heads = own
        elif heads and len(filled) > 1:
            yield from _of_line(filled, heads, document, index)


def _lines(table: Table) -> Iterator[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    yield from rows.values()


_Heads = tuple[list[int], int, int, int]
"""columns of the filled heads, place among them of the task, of the owner, of the deadline (-1: none)."""


def _positions(heads: Sequence[tuple[int, str]]) -> _Heads | None:
    """Where task and owner stand, None where these are no such heads."""
    texts = [" ".join(text.split()) for _, text in heads]
    if len(texts) < 2 or any(len(t) > _LONGEST_HEAD for t in texts):
        return None
    task = next((n for n, t in enumerate(texts) if _TASK.match(t)), -1)
    owner = next((n for n, t in enumerate(texts) if _OWNER.match(t) and n != task), -1)
    when = next((n for n, t in enumerate(texts) if _WHEN.search(t)), -1)
    return ([column for column, _ in heads], task, owner, when) if task >= 0 and owner >= 0 else None


def _of_line(filled: list[Cell], heads: _Heads, document: Document, index: UnitIndex) -> Iterator[Responsibility]:
    columns, task_at, owner_at, when_at = heads
    task, owner = _at(filled, columns, task_at), _at(filled, columns, owner_at)
    if task is None or owner is None or task is owner:
        return
    inside = [m.text for m in index.within(owner.span.start, owner.span.end)]
    name = "; ".join(dict.fromkeys(inside)) or named_owner(owner.text)
    words = clean_task(task.text)
    if name and words and words.lower() != name.lower():
        when = _at(filled, columns, when_at) if when_at >= 0 else None
        span = min(task.span.start, owner.span.start), max(task.span.end, owner.span.end)
        area = table_area(document, task.span.start)
        yield plain_row(words, name, document.id, span, area, (when.text.strip(),) if when else ())


def _at(filled: list[Cell], columns: list[int], place: int) -> Cell | None:
    """The cell in a head's column; where the columns are shifted, the one at the same place."""
    if len(filled) == len(columns):
        return filled[place]
    return next((c for c in filled if c.column == columns[place]), None)


def table_area(document: Document, at: int) -> str:
    """The innermost heading the table stands under."""
    block = next((b for b in document.blocks if b.start <= at < b.end), None)
    return " ".join(block.section[-1].split()) if block and block.section else ""
