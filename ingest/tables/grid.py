"""A grid of cells to a table: which rows are heads, which column holds labels, what the unit is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from core.schema import Cell, Span, Table
from ingest.raw import RawCell, RawTable
from ingest.structure.captions import is_caption
from ingest.structure.lines import Line
from ingest.tables.shape import carries_on, is_contents, repeats_heads, tidy_columns, title_row
from ingest.tables.sums import check_sums
from ingest.tables.words import EMPTY, number_of, unit_in

_KEY = re.compile(
    r"^(?:(?-i:[A-ZÆØÅ]{2,6}(?:/[A-ZÆØÅ]{2,6})?)|(?:møde)?(?:dato|tid|sted)|sags?(?:nummer|nr\.?|behandler)|dokument(?:nummer|nr\.?)|"
    r"lokale|referent|deltagere|afbud|journal\s?(?:nummer|nr\.?)|j\.?nr\.?)\s*:?$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-ZÆØÅ][.)]?")  # a mark that counts the rows
_SUM = re.compile(
    r"-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?(?:\s*(?:kr\.?|,-))?|\d+(?:,\d+)?\s*(?:mio\.?\s*)?kr\.?)", re.IGNORECASE
)


def table_of_grid(grid: RawTable, lines: Sequence[Line] = (), before: Sequence[str] = ()) -> Table | None:
    """The table, None for a grid that holds no rows of values (a frame around text, a table of contents).

    before: the heads of the table just before, which a table without heads of its own carries on."""
    rows = tidy_columns(_rows(grid))
    title, rows = title_row(rows)
    width = max((len(row) for row in rows), default=0)
    if len(rows) < (1 if before else 2) or width < 2 or is_contents(rows):
        return None
    heads = 0 if carries_on(rows, before) else _head_rows(rows)
    columns = [_head(rows[:heads], column).rstrip(":") for column in range(width)] if heads or not before else [*before]
    caption, line = _caption(grid.start, lines)
    caption = caption or title
    named_in = (columns[0], caption, _near(line, lines), *columns)
    unit = next((unit for unit in map(unit_in, named_in) if unit), "")
    cells = _cells(rows[heads:], columns)
    ok, note = check_sums(columns, cells)
    confidence = grid.confidence if ok is not False else min(grid.confidence, 0.6)
    return Table(caption, Span(grid.start, grid.end), unit, tuple(columns), tuple(cells), (), confidence, ok, note)


def _cells(rows: Sequence[Sequence[RawCell]], columns: Sequence[str]) -> list[Cell]:
    """The cells below the heads, each with its row's label and its column's head; a row that repeats the heads, or
    gives a group its own, holds for the rows below it."""
    cells: list[Cell] = []
    group = ""
    heads = list(columns)
    for number, row in enumerate(rows):
        if repeats_heads(row, columns):
            heads = [cell.text.rstrip(":") for cell in row]
            continue
        if sum(bool(cell.text) for cell in row) == 1:
            heads = list(columns)  # a new group under the table's own heads
        label, group = _label(row, group)
        for cell in row:
            is_label = cell.column == 0 and cell.text == label
            value = None if is_label else number_of(cell.text)
            place = Span(cell.start, cell.end)
            cells.append(Cell(number, cell.column, label, heads[cell.column], cell.text, value, place))
    return cells


def _rows(grid: RawTable) -> list[list[RawCell]]:
    rows: dict[int, list[RawCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    width = max((len(row) for row in rows.values()), default=0)
    return [_padded(rows[key], width) for key in sorted(rows) if any(cell.text for cell in rows[key])]


def _padded(row: list[RawCell], width: int) -> list[RawCell]:
    end = row[-1].end
    return row + [RawCell(row[0].row, column, "", end, end) for column in range(len(row), width)]


def _head_rows(rows: list[list[RawCell]]) -> int:
    """Leading rows that are heads: said so, or without numbers other than years above rows with numbers.

    A row of one label alone, below a full row, heads a group of rows instead."""
    said = sum(1 for row in rows[:4] if any(cell.header for cell in row))
    if said:
        return min(said, len(rows) - 1)
    if not any(_has_values(row) for row in rows):
        return 0 if _headless(rows) else 1
    if _opens_with_sums(rows):
        return 0
    count = 0
    while count < min(3, len(rows) - 1) and not _has_values(rows[count]):
        if count and (not any(cell.text for cell in rows[count][1:]) or _numbered(rows[count])):
            break
        count += 1
    return max(count, 1)


def _numbered(row: list[RawCell]) -> bool:
    """A line of a list of measures: its first cell counts it."""
    return re.fullmatch(r"\d{1,3}[.)]?", row[0].text.strip()) is not None and len(row) > 2


def _opens_with_sums(rows: list[list[RawCell]]) -> bool:
    """The rest of a table from the page before: its first row has a label and a sum like the rows below it."""
    first = [i for i, cell in enumerate(rows[0]) if i and _SUM.fullmatch(cell.text)]
    return bool(first and rows[0][0].text) and all(number_of(row[first[0]].text) is not None for row in rows)


def _headless(rows: list[list[RawCell]]) -> bool:
    """A list of short forms or of labelled values: every row, the first one too, starts with its own key."""
    keys = [row[0].text for row in rows if row[0].text]
    return len(keys) >= 2 and all(_KEY.match(key) for key in keys)


def _has_values(row: list[RawCell]) -> bool:
    """A value: a number that is no year, right of the first column."""
    values = [number_of(cell.text) for cell in row[1:]]
    return any(v is not None and not (1990 <= v <= 2100 and v == int(v)) for v in values)


def _head(rows: list[list[RawCell]], column: int) -> str:
    return " ".join(row[column].text for row in rows if column < len(row) and row[column].text)


def _label(row: Sequence[RawCell], group: str) -> tuple[str, str]:
    """The row's label, and the group label its followers stand under (a row with words in the first cell only)."""
    first = row[0].text
    if first and not any(cell.text for cell in row[1:]):
        return first, first
    counts = number_of(first) is not None or _LETTER.fullmatch(first) is not None
    if first in EMPTY or (counts and len(row) > 2 and number_of(row[1].text) is None):
        words = next((cell.text for cell in row[1:] if cell.text and number_of(cell.text) is None), "")
        return (words if first in EMPTY else f"{first} {words}".strip()), group
    return first, group


def _caption(start: int, lines: Sequence[Line]) -> tuple[str, int | None]:
    """The caption line within the four lines above a table."""
    first = bisect_right(lines, start, key=lambda line: line.start)
    above = [i for i in range(max(0, first - 5), first) if lines[i].end <= start][-4:]
    for i in reversed(above):
        if is_caption(lines[i].text):
            rest = [line.text for line in lines[i + 1 : above[-1] + 1] if not line.blanks and not unit_in(line.text)]
            return " ".join([lines[i].text, *rest]), i
    return "", (above[-1] if above else None)


def _near(index: int | None, lines: Sequence[Line]) -> str:
    if index is None:
        return ""
    texts = [line.text for line in lines[index : index + 3] if len(line.text) < 60]
    return " ".join(texts)
