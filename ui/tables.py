"""A rebuilt table laid out as a grid."""

from __future__ import annotations

from dataclasses import dataclass

from core.schema import Span, Table

SURE_ENOUGH = 0.5  # tables rebuilt with less confidence are shown as text only


@dataclass(frozen=True, slots=True)
class GridCell:
    """marked: the link's words are in this cell."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """caption, unit and note as text; corner: head of the labels; rows: (label, cells), a cell a column."""

    caption: str
    unit: str
    note: str
    corner: str
    columns: tuple[str, ...]
    rows: list[tuple[str, list[GridCell]]]

    @property
    def marked(self) -> tuple[int, int] | None:
        """(row, column) of the first cell that holds the link's words."""
        cells = ((i, j) for i, (_, row) in enumerate(self.rows) for j, cell in enumerate(row) if cell.marked)
        return next(cells, None)


def grid(table: Table, mark: Span | None) -> Grid | None:
    """The table with row labels and column heads, None where it is too unsure to show as one."""
    if table.confidence < SURE_ENOUGH or not table.cells:
        return None
    numbers = sorted({cell.column for cell in table.cells})
    heads = {cell.column: cell.column_head for cell in table.cells}
    corner = ""
    if all(cell.text == cell.row_label for cell in table.cells if cell.column == numbers[0]):
        corner = heads[numbers.pop(0)]  # the first column holds the labels themselves
    rows = []
    for row in sorted({cell.row for cell in table.cells}):
        cells = {cell.column: cell for cell in table.cells if cell.row == row}
        label = next(iter(cells.values())).row_label
        line = [
            GridCell(cells[n].text, bool(mark and cells[n].span.overlaps(mark))) if n in cells else GridCell("", False)
            for n in numbers
        ]
        rows.append((label, line))
    note = table.note or ("Summerne i tabellen stemmer ikke." if table.sums_ok is False else "")
    return Grid(table.caption, table.unit, note, corner, tuple(heads[n] for n in numbers), rows)
