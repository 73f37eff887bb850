"""Cells of tables whose days belong to what their rows tell, not to the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from core.danish.dates import find_dates
from core.schema import Cell, Precision, Span, Table

_OF_ROW = re.compile(
    r"\w*frist|deadline|senest|gælde|gyldig|ikrafttræd|virkning|start|slut|færdig|periode|udløb|hvornår|tidsplan",
    re.IGNORECASE,
)
_LONGEST = 100  # characters of a cell that is a day


def day_cells(tables: Iterable[Table]) -> list[Span]:
    """Days under a head that tells of a deadline or a beginning, and those of a column with more than one."""
    found: list[Span] = []
    for table in tables:
        columns: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            if _is_day(cell.text):
                columns[cell.column].append(cell)
        found += [
            c.span for cells in columns.values() for c in cells if len(cells) > 1 or _OF_ROW.search(c.column_head)
        ]
    return found


def _is_day(text: str) -> bool:
    short = len(text) <= _LONGEST and any(sign.isdigit() for sign in text)
    return short and any(span.precision is Precision.DAY for span in find_dates(text))
