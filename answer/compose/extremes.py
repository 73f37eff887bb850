"""The row of a table that is the most or the least of its sort ("hvilket projekt er det dyreste")."""

from __future__ import annotations

import re

from answer.compose import table_cells as cells_
from answer.compose.columns import by_head, of_years
from answer.compose.common import Context
from answer.compose.table_rows import LEAST, MOST, TOTAL, YEAR, Row, all_rows
from answer.draft import Draft
from core.danish.tokens import stem, tokenize
from core.schema import Cell

_WHICH = re.compile(r"\bhvilke[nt]?\s+(?P<noun>[\wæøå-]+)", re.IGNORECASE)
_FAR = re.compile(r"\bafvig\w*|\bændre[rs]?\b|\budsving", re.IGNORECASE)  # either way counts
_ADVERB = re.compile(r"mest|flest|mindst|færrest", re.IGNORECASE)
_LETTERS = 4


def extreme_row(context: Context) -> Draft | None:
    """The row with the greatest or smallest value ("hvilket projekt er det dyreste")."""
    text = context.question.mended
    most, least = MOST.search(text), LEAST.search(text)
    asked = _WHICH.search(text)
    if not (most or least) or asked is None:
        return None
    noun = stem(asked["noun"])
    rows = [row for row in all_rows(context) if not TOTAL.search(row.label) and _is_of_sort(context, row, noun)]
    valued = [(row, cell) for row in rows if (cell := _deciding(context, row)) is not None]
    if len(valued) < 2:
        return None
    table = max((row.table for row, _ in valued), key=lambda table: sum(row.table is table for row, _ in valued))
    pick = max if most else min
    size = abs if _FAR.search(text) else float
    row, cell = pick((one for one in valued if one[0].table is table), key=lambda one: size(one[1].value or 0.0))
    said = (most or least).group()  # type: ignore[union-attr]
    said = said if _ADVERB.fullmatch(said) else f"{said} {asked['noun']}"
    return Draft((cells_.best_of(row, cell, said),), evidence={"table": 1.0}, how="table")


def _is_of_sort(context: Context, row: Row, noun: str) -> bool:
    """True where the row is of the sort asked for: the table's first head, caption or section says so, or its label."""
    about = (row.table.columns[0], row.table.caption, *row.table.section)
    return noun in {stem(word) for part in about for word in tokenize(part)} or _ends_with(row.label, noun)


def _ends_with(label: str, noun: str) -> bool:
    """A label that names one of the sort ("Kulturudvalget" is an udvalg)."""
    last = tokenize(label)[-1:]
    return len(noun) >= _LETTERS and any(stem(word).endswith(noun) for word in last)


def _deciding(context: Context, row: Row) -> Cell | None:
    """The cell that decides: of the year or column asked for, else the total, else the only number."""
    cells = [cell for cell in row.cells if cell.column and cell.value is not None and cells_.is_number(cell)]
    years = of_years(context, cells)
    named = [c for c in cells if years & set(YEAR.findall(c.column_head))] or by_head(context, cells)
    named = named or [c for c in cells if TOTAL.search(c.column_head)]
    return named[0] if named else cells[0] if len(cells) == 1 else None
