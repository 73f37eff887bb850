"""Tables with drawn lines.

The lines come from pdfium and are made into cells by pdfplumber's table functions (Nurminen's method: edges,
their crossings, smallest rectangles), which spares pdfplumber's own slow reading of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.danish.numbers import parse_number
from ingest.formats.grids import Box, Grid, Row, Rule
from ingest.formats.words import Segment, Word, segments_of

_THIN = 3.0  # points: a drawn box thinner than this is a line
_MAX_EDGES = 600  # more lines than this are a drawing, not a table
_MAX_CROSSINGS = 1500


def ruled_grids(segments: Sequence[Segment], rules: Sequence[Rule]) -> tuple[list[Grid], list[Segment]]:
    """Tables drawn with lines, and the segments that stand in none of them."""
    edges = [edge for rule in rules for edge in _edges(rule)]
    if not 4 <= len(edges) <= _MAX_EDGES:
        return [], list(segments)
    grids: list[Grid] = []
    words = [word for segment in segments for word in segment.words]
    taken: set[int] = set()
    for cells in _cells(edges):
        grid = _grid(cells, words, taken)
        if grid:
            grids.append(grid)
    if not grids:
        return [], list(segments)
    rest = [word for word in words if id(word) not in taken]
    return grids, segments_of(rest)


def _edges(rule: Rule) -> list[dict[str, float | str]]:
    """A straight stroke as an edge; dots and slanted strokes are none."""
    x0, y0, x1, y1 = rule
    wide, high = x1 - x0, y1 - y0
    if high <= _THIN < wide:
        return [_edge("h", x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
    if wide <= _THIN < high:
        return [_edge("v", (x0 + x1) / 2, y0, (x0 + x1) / 2, y1)]
    return []


def _edge(way: str, x0: float, y0: float, x1: float, y1: float) -> dict[str, float | str]:
    return {
        "orientation": way, "x0": x0, "x1": x1, "top": y0, "bottom": y1, "doctop": y0,
        "width": x1 - x0, "height": y1 - y0, "object_type": "line",
    }  # fmt: skip


def _cells(edges: list[dict[str, float | str]]) -> list[list[Box]]:
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    merged = merge_edges(edges, 3, 3, 3, 3)
    crossings = edges_to_intersections(merged, 3, 3)
    if not 4 <= len(crossings) <= _MAX_CROSSINGS:
        return []
    tables = cells_to_tables(intersections_to_cells(crossings))
    return [[(float(a), float(b), float(c), float(d)) for a, b, c, d in table] for table in tables]


def _grid(cells: list[Box], words: Sequence[Word], taken: set[int]) -> Grid | None:
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    if len(lefts) < 2 or len(tops) < 2:
        return None
    held: dict[Box, list[Word]] = {cell: [] for cell in cells}
    inside: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        for cell in cells:
            if cell[0] - 1 <= x <= cell[2] + 1 and cell[1] - 1 <= y <= cell[3] + 1:
                held[cell].append(word)
                inside.append(word)
                break
    if sum(bool(found) for found in held.values()) < 4:
        return None
    rows: list[Row] = []
    for top in tops:
        row: Row = [[] for _ in lefts]
        for cell, found in held.items():
            if cell[1] == top:
                row[lefts.index(cell[0])] = found
        rows += _split_row(row)
    rows = [row for row in rows if any(row)]
    taken.update(id(word) for word in inside)
    box = (
        min(c[0] for c in cells),
        min(c[1] for c in cells),
        max(c[2] for c in cells),
        max(c[3] for c in cells),
    )
    return Grid(rows, box, 0.95)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one cell as lines from the top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.y0 + w.y1) / 2, w.x0)):
        if lines and _middle(word) - _middle(lines[-1][0]) < 0.5 * max(1.0, word.size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def _middle(word: Word) -> float:
    return (word.y0 + word.y1) / 2


def _split_row(row: Row) -> list[Row]:
    """One drawn row that holds several rows of numbers, as authors stack them, becomes those rows.

    Two or more columns must hold two or more lines that are numbers; a label line goes with the number it
    stands beside or, failing that, with the last number above it."""
    lines = [_lines(cell) for cell in row]
    numeric = [i for i, cell in enumerate(lines) if len(cell) >= 2 and all(_number_line(line) for line in cell)]
    if len(numeric) < 2:
        return [[[word for line in cell for word in line] for cell in lines]]
    heights: list[float] = []
    for height in sorted(_middle(line[0]) for i in numeric for line in lines[i]):
        if not heights or height - heights[-1] > 4:
            heights.append(height)
    split: list[Row] = [[[] for _ in row] for _ in range(len(heights) + 1)]
    for column, cell in enumerate(lines):
        for line in cell:
            place = sum(_middle(line[0]) >= height - 4 for height in heights)
            split[place][column] += line
    return [part for part in split if any(part)]


def _number_line(line: Sequence[Word]) -> bool:
    text = "".join(word.text for word in line)
    return parse_number(text) is not None or text in "-–—"
