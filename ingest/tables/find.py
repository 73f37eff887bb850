"""All tables of a text: grids from the file, lines with tabs or bars, and tables that lost their grid."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from core.schema import Table
from ingest.raw import RawCell, RawTable
from ingest.structure.furniture import furniture
from ingest.structure.lines import Line, lines_in
from ingest.tables.broken import broken_tables
from ingest.tables.grid import table_of_grid
from ingest.tables.ruled import ruled_grids

_BAR_RULE = re.compile(r"^\|?[\s:|-]*-[\s:|-]*\|?$")
_TAGS = re.compile(r"</?[bi]>|\*\*")


def find_tables(text: str, lines: Sequence[Line], grids: Sequence[RawTable]) -> list[Table]:
    """Tables in order, without overlaps. grids: what the format reader found, offsets into ``text``."""
    ordered = sorted(grids, key=lambda grid: grid.start)
    taken = set(lines_in(lines, [(grid.start, grid.end) for grid in ordered]))
    marked = list(_marked_grids(text, lines, taken))
    marked += ruled_grids(text, lines, taken | set(lines_in(lines, [(grid.start, grid.end) for grid in marked])))
    taken |= set(lines_in(lines, [(grid.start, grid.end) for grid in marked]))
    edges = furniture(lines)
    tables = _of_grids(text, sorted([*ordered, *marked], key=lambda grid: grid.start), lines, edges)
    tables += broken_tables(text, lines, taken, edges)
    return sorted(tables, key=lambda table: table.span.start)


def _of_grids(text: str, grids: Sequence[RawTable], lines: Sequence[Line], edges: Collection[int]) -> list[Table]:
    """Grids in order; one with nothing but page edges after the last may carry it on under the same heads."""
    gaps = [(before.end, after.start) for before, after in pairwise(grids)]
    parted = {number for i, number in lines_in(lines, gaps).items() if i not in edges}
    tables: list[Table] = []
    for number, grid in enumerate(grids):
        near = tables and number - 1 not in parted
        table = table_of_grid(grid, lines, tables[-1].columns if near else ())
        if table is not None:
            tables.append(table)
    return tables


def _marked_grids(text: str, lines: Sequence[Line], taken: Collection[int]) -> Iterator[RawTable]:
    """Runs of two or more lines whose cells are parted by tabs or bars."""
    run: list[Line] = []
    for i, line in enumerate(lines):
        tabular = i not in taken and len(_parts(line, text)) >= 2
        if run and (not tabular or line.blanks):
            if len(run) >= 2:
                yield _grid(run, text)
            run = []
        if tabular:
            run.append(line)
    if len(run) >= 2:
        yield _grid(run, text)


def _parts(line: Line, whole: str) -> list[tuple[str, int, int]]:
    """Cells of a line as (text, start, end)."""
    text = line.text + "\t" * whole[line.end : line.end + 2].startswith("\t")  # the rest of the row is empty
    if "\t" in text:
        mark = "\t"
    elif text.startswith("|") and text.count("|") >= 2 and (text.endswith("|") or text.count("|") >= 3):
        mark = "|"
    else:
        return []
    parts: list[tuple[str, int, int]] = []
    at = line.start
    for piece in text.split(mark):
        body = piece.strip()
        start = at + len(piece) - len(piece.lstrip()) if body else at
        parts.append((_TAGS.sub("", body).strip(), start, start + len(body)))
        at += len(piece) + 1
    return parts[1:-1] if mark == "|" and text.endswith("|") else parts[1:] if mark == "|" else parts


def _grid(run: Sequence[Line], text: str) -> RawTable:
    cells: list[RawCell] = []
    header = 0
    rows: list[Line] = []
    for line in run:
        if _BAR_RULE.match(line.text) and "|" in line.text:
            header = len(rows)
            continue
        rows.append(line)
    for number, line in enumerate(rows):
        for column, (body, start, end) in enumerate(_parts(line, text)):
            cells.append(RawCell(number, column, body, start, end, number < header))
    return RawTable(run[0].start, run[-1].end, tuple(cells), 0.9)
