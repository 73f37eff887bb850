"""Tables of a page as grids of words: by drawn lines, else by words that stand in columns.

Drawn lines come from pdfium and are made into cells by pdfplumber's table functions (Nurminen's method: edges,
their crossings, smallest rectangles), which spares pdfplumber's own slow reading of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from core.danish.numbers import parse_number
from ingest.formats.words import Segment, Word, segments_of

Rule = tuple[float, float, float, float]
Box = tuple[float, float, float, float]
Row = list[list[Word]]

_THIN = 3.0  # points: a drawn box thinner than this is a line
_MAX_EDGES = 600  # more lines than this are a drawing, not a table
_MAX_CROSSINGS = 1500


@dataclass(frozen=True)
class Grid:
    """Rows of cells of words. Every row has the same number of cells. confidence: 0..1."""

    rows: list[Row]
    box: Box
    confidence: float

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.box[0]

    @cached_property
    def y0(self) -> float:
        """Top edge."""
        return self.box[1]

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return self.box[2]

    @cached_property
    def y1(self) -> float:
        """Bottom edge."""
        return self.box[3]


# --- drawn lines --------------------------------------------------------------------------------------------


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
    x0, y0, x1, y1 = rule
    wide, high = x1 - x0, y1 - y0
    if high <= _THIN and wide > _THIN:
        return [_edge("h", x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
    if wide <= _THIN and high > _THIN:
        return [_edge("v", (x0 + x1) / 2, y0, (x0 + x1) / 2, y1)]
    if wide <= _THIN or high <= 6:
        return []
    sides = ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
    return [_edge("h" if a == c else "v", *side) for side, a, c in ((s, s[1], s[3]) for s in sides)]


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
    return [[tuple(cell) for cell in table] for table in cells_to_tables(intersections_to_cells(crossings))]


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
    numeric = [
        i for i, cell in enumerate(lines) if len(cell) >= 2 and all(_number_line(line) for line in cell)
    ]
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


# --- words in columns ---------------------------------------------------------------------------------------


def unruled_grids(segments: Sequence[Segment], width: float) -> tuple[list[Grid], list[Segment]]:
    """Tables without lines: consecutive lines whose segments stand in the same columns, mostly numbers."""
    rows = _visual_rows(segments)
    grids: list[Grid] = []
    rest: list[Segment] = []
    run: list[list[Segment]] = []
    for row in [*rows, []]:
        if row and _tabular(row) and (not run or _near(run[-1], row)):
            run.append(row)
            continue
        grid = _from_rows(run)
        if grid:
            grids.append(grid)
        else:
            rest += [segment for line in run for segment in line]
        run = [row] if row and _tabular(row) else []
        if not run:
            rest += row
    kept = {id(segment) for segment in rest}
    return grids, [segment for segment in segments if id(segment) in kept]


def _visual_rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.base, s.x0)):
        if rows and segment.same_line(rows[-1][0]):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.x0) for row in rows]


def _near(above: list[Segment], below: list[Segment]) -> bool:
    return below[0].base - above[0].base < 3.2 * max(above[0].size, below[0].size)


def _tabular(row: list[Segment]) -> bool:
    """Three or more segments, most of the later ones short: numbers, years, a dash."""
    numbers = sum(is_value(segment.text) for segment in row)
    return (len(row) >= 3 and numbers >= 2) or (len(row) == 2 and is_value(row[1].text))


def is_value(text: str) -> bool:
    """A number, a year, a percentage, a dash or a total's head, as table cells hold them."""
    bare = text.replace("kr.", "").replace("%", "").replace(" ", "").strip("()")
    return (
        parse_number(bare) is not None
        or bare in {"-", "–", "—"}
        or text.lower() in {"i alt", "ialt", "total", "sum"}
    )


def _from_rows(rows: list[list[Segment]]) -> Grid | None:
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return None
    template = max(rows, key=len)
    columns = [(segment.x0, segment.x1) for segment in template]
    if len(columns) < 3 and len(rows) < 3:
        return None
    placed: list[Row] = []
    clashes = 0
    for row in rows:
        cells: Row = [[] for _ in columns]
        for segment in row:
            column = min(range(len(columns)), key=lambda i: _distance(columns[i], segment))
            clashes += bool(cells[column])
            cells[column] += segment.words
        placed.append(cells)
    if clashes > len(rows) // 3:
        return None
    everything = [segment for row in rows for segment in row]
    box = (
        min(s.x0 for s in everything), min(s.y0 for s in everything),
        max(s.x1 for s in everything), max(s.y1 for s in everything),
    )  # fmt: skip
    return Grid(placed, box, 0.8 - 0.1 * clashes)


def _distance(column: tuple[float, float], segment: Segment) -> float:
    """How far a segment is from a column: numbers line up right, words left."""
    return min(
        abs(column[0] - segment.x0),
        abs(column[1] - segment.x1),
        abs(sum(column) - segment.x0 - segment.x1) / 2,
    )
