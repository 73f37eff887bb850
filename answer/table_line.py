"""The row of a table as a reader understands it: its cells parted, each after the head of its column where wanted.
Found answers go without heads: what they say decides whether they are given, and a head stands in no quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.citations import collapse
from core.schema import Cell, Document, Span, Table

_BETWEEN = re.compile(r"[\s|]+")
_NAME = r"[A-ZÆØÅ][\wæøå-]*(?: [\wæøå-]+){0,2}:[ \t]+(?=\S)"  # of a field: "Ansvarlig: ", "Økonomi i alt: "
_FIELD = re.compile(rf"[ \t;,]*(?:(?<!kr)(?<!mv)(?<!pct)\.)?[ \t]*\n\s*(?={_NAME})")
_FIRST_FIELD = re.compile(_NAME)


def row_text(document: Document, span: Span, *, heads: bool = False) -> str:
    """ "Drift af hallen; Teknik; Fritid", with heads "Drift af hallen – Fra: Teknik; Til: Fritid", where the span is
    one row of a table and nothing else; else ""."""
    for table in document.tables:
        if table.span.overlaps(span):
            cells = _inside(table, span)
            if len(cells) > 1 and len({cell.row for cell in cells}) == 1 and _is_all(document, span, cells):
                return _headed(cells) if heads else "; ".join(collapse(cell.text) for cell in cells)
    return ""


def fields_text(document: Document, span: Span) -> str:
    """ "Ansvarlig: Havnen; Tidsplan: 2031", where the span is lines that each begin with a field's name; else ""."""
    text = document.cleaned[span.start : span.end]
    parts = _FIELD.split(text) if _FIRST_FIELD.match(text) else []
    return "; ".join(collapse(part) for part in parts) if len(parts) > 1 else ""


def _headed(cells: Sequence[Cell]) -> str:
    said = (f"{cell.column_head}: {collapse(cell.text)}".removeprefix(": ") for cell in cells[1:])
    return f"{collapse(cells[0].text)} – {'; '.join(said)}"


def _inside(table: Table, span: Span) -> list[Cell]:
    """The filled cells within the span in the order of their columns; no cell that only says again what one does."""
    held = [c for c in table.cells if c.text.strip() and span.start <= c.span.start and c.span.end <= span.end]
    own = [cell for cell in held if not any(_repeats(cell, other) for other in held)]
    return sorted(own, key=lambda cell: cell.column)


def _repeats(cell: Cell, other: Cell) -> bool:
    """True for the label of a row whose first column is told as a cell of its own too."""
    return (
        cell is not other and cell.text == other.text and cell.column < other.column and _holds(cell.span, other.span)
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_all(document: Document, span: Span, cells: Sequence[Cell]) -> bool:
    """True where the cells, one after the other, are all that the span holds."""
    said = "".join(cell.text for cell in cells)
    return _BETWEEN.sub("", said) == _BETWEEN.sub("", document.cleaned[span.start : span.end])
