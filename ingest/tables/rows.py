"""Rows of a table as text with their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.schema import Cell, Span, Table
from ingest.structure.marks import mark_of
from ingest.tables.words import is_total


@dataclass(frozen=True, slots=True)
class TableRow:
    """text: "label – head: value; head: value (unit)". span: from the row's first to its last cell."""

    text: str
    span: Span


def table_rows(table: Table, group: str = "") -> list[TableRow]:
    """Each row that holds a value, in order; a row of one label alone heads the rows below it.

    group: the label that heads the first rows, for a table carried on from another."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    found: list[TableRow] = []
    for _, cells in sorted(rows.items()):
        group = _next_group(cells, group)
        if any(cell.text for cell in cells) and not _heads_group(cells):
            found.append(_row(cells, table.unit, group))
    return found


def _heads_group(cells: list[Cell]) -> bool:
    filled = [cell for cell in cells if cell.text]
    return len(filled) == 1 and filled[0].column == 0


def _next_group(cells: list[Cell], group: str) -> str:
    """The group a row opens or stands in: a marked group ends at the next marked label, any at a total."""
    label = cells[0].text
    if _heads_group(cells):
        return label.rstrip(":")
    if group and (is_total(label) or (mark_of(group) is not None and mark_of(label) is not None)):
        return ""
    return group


def _row(cells: list[Cell], unit: str, group: str) -> TableRow:
    label = next((cell.row_label for cell in cells if cell.row_label), "")
    values = [_shown(cell) for cell in cells if cell.text and not _in_label(cell, label)]
    head = " – ".join(part for part in (group, label) if part)
    text = "; ".join(values)
    text = f"{head} – {text}" if head and text else head or text
    text = f"{text} ({unit})" if unit and any(cell.value is not None for cell in cells) else text
    spans = [cell.span for cell in cells if cell.span.end > cell.span.start]
    span = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else cells[0].span
    return TableRow(text, span)


def _in_label(cell: Cell, label: str) -> bool:
    """The label's own cells: the first, and the second where the first holds but a number or a letter."""
    counted = cell.value is not None or len(cell.text.rstrip(".)")) == 1
    return (cell.column <= 1 and (cell.text == label or (counted and label.startswith(f"{cell.text} ")))) or (
        cell.column == 1 and label.endswith(f" {cell.text}") and (label[0].isdigit() or label[1:2] in (" ", ".", ")"))
    )


def _shown(cell: Cell) -> str:
    head = cell.column_head.rstrip(":")
    return f"{head}: {cell.text}" if head else cell.text


def open_group(table: Table, group: str = "") -> str:
    """The label that heads the last rows of a table, "" where none does."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        group = _next_group(cells, group)
    return group


def groups(tables: Sequence[Table]) -> Iterator[tuple[Table, str]]:
    """Each table with the group its first rows belong to: a table with the heads of the last one carries it on."""
    last: Table | None = None
    group = ""
    for table in tables:
        carried = group if last is not None and len(table.columns) > 1 and last.columns == table.columns else ""
        group = open_group(table, carried)
        last = table
        yield table, carried
