"""All tables of a text."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema import Table
from ingest.raw import RawTable
from ingest.structure.lines import Line
from ingest.tables.grid import table_of_grid


def find_tables(text: str, lines: Sequence[Line], grids: Sequence[RawTable]) -> list[Table]:
    """Tables in order, without overlaps. grids: what the format reader found."""
    tables = [table_of_grid(text, grid, lines) for grid in grids]
    return sorted((t for t in tables if t is not None), key=lambda t: t.span.start)
