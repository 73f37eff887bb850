"""Rows of a table as text with their heads."""

from __future__ import annotations

from dataclasses import dataclass

from core.schema import Cell, Span, Table


@dataclass(frozen=True, slots=True)
class TableRow:
    """text: "label – head: value; head: value (unit)". span: from the row's first to its last cell."""

    text: str
    span: Span


def table_rows(table: Table) -> list[TableRow]:
    """Each row that holds a value, in order."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return [_row(cells, table.unit) for _, cells in sorted(rows.items()) if any(cell.text for cell in cells)]


def _row(cells: list[Cell], unit: str) -> TableRow:
    label = next((cell.row_label for cell in cells if cell.row_label), "")
    values = [
        f"{cell.column_head}: {cell.text}" if cell.column_head else cell.text
        for cell in cells
        if cell.text and cell.text != cell.row_label
    ]
    text = "; ".join(values)
    text = f"{label} – {text}" if label and text else label or text
    text = f"{text} ({unit})" if unit and any(cell.value is not None for cell in cells) else text
    filled = [cell.span for cell in cells if cell.span.end > cell.span.start]
    span = Span(min(s.start for s in filled), max(s.end for s in filled)) if filled else cells[0].span
    return TableRow(text, span)
