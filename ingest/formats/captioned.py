"""Tables of words without drawn lines, found by their caption ("Tabel 2. Bemanding").

Below the caption stand rows whose cells keep to common columns. A column is a strip of the page that some row
fills and that a white strip, free of words in all rows of several cells, parts from the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.formats.grids import Grid, Row
from ingest.formats.unruled import visual_rows
from ingest.formats.words import Segment, Word
from ingest.structure.joins import is_open

_CAPTION = re.compile(r"^tabel\s*\d", re.IGNORECASE)
_MAX_ROWS = 60
_GAP = 2.6  # row distances (in the usual one) that end the table
_MIN_ROWS = 3
_ALIGNED = 0.7  # share of the rows whose words start at one place where a column does
_STRIP = 4.0  # points: narrowest white strip between columns


def captioned_grids(segments: Sequence[Segment]) -> tuple[list[Grid], list[Segment]]:
    """Tables below captions, and the segments that stand in none of them."""
    rows = visual_rows(segments)
    grids: list[Grid] = []
    taken: set[int] = set()
    for i, row in enumerate(rows):
        if _CAPTION.match(row[0].text):
            body = _body(rows, i + 1)
            grid = _grid(body)
            if grid is not None:
                grids.append(grid)
                taken.update(id(segment) for line in body for segment in line)
    return grids, [segment for segment in segments if id(segment) not in taken]


def _body(rows: Sequence[list[Segment]], first: int) -> list[list[Segment]]:
    """Rows below a caption down to a wide gap, another caption or running text."""
    body: list[list[Segment]] = []
    for row in rows[first : first + _MAX_ROWS]:
        if _CAPTION.match(row[0].text) or (body and _apart(body, row)) or _running(body, row):
            break
        body.append(row)
    while body and len(body[-1]) == 1 and not _continues(body, body[-1]):
        body.pop()
    return body


def _apart(body: Sequence[list[Segment]], row: list[Segment]) -> bool:
    steps = sorted(b[0].base - a[0].base for a, b in pairwise(body))
    usual = steps[len(steps) // 2] if steps else 1.6 * body[0][0].size
    return row[0].base - body[-1][0].base > _GAP * max(usual, body[0][0].size)


def _running(body: Sequence[list[Segment]], row: list[Segment]) -> bool:
    """One long segment that crosses the columns seen so far."""
    if len(row) > 1 or not any(len(line) > 1 for line in body):
        return len(row) == 1 and len(row[0].words) > 12
    edge = min(line[1].x0 for line in body if len(line) > 1)
    return row[0].x0 < edge - 20 and row[0].x1 > edge + 20


def _continues(body: Sequence[list[Segment]], row: list[Segment]) -> bool:
    """A last line of one segment belongs to the table where it stands in a later column or starts low."""
    left = min(line[0].x0 for line in body)
    return row[0].x0 > left + 20 or row[0].text[:1].islower() or row[0].text.startswith("(")


def _grid(body: Sequence[list[Segment]]) -> Grid | None:
    full = [row for row in body if len(row) > 1]
    if len(full) < _MIN_ROWS or len(full) < 0.5 * len(body):
        return None
    columns = _split(_columns(full), body)
    if len(columns) < 2 or len(columns) > 12:
        return None
    rows: list[Row] = []
    for line in body:
        cells: Row = [[] for _ in columns]
        for segment in line:
            for piece in _pieces(segment, columns):
                cells[_column(columns, piece)] += piece.words
        if rows and (_wrapped(cells) or _half(rows[-1], cells)):
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += more
        else:
            rows.append(cells)
    everything = [segment for row in body for segment in row]
    box = (
        min(s.x0 for s in everything), min(s.y0 for s in everything),
        max(s.x1 for s in everything), max(s.y1 for s in everything),
    )  # fmt: skip
    return Grid(rows, box, 0.75) if len(rows) >= _MIN_ROWS else None


def _columns(rows: Sequence[list[Segment]]) -> list[tuple[float, float]]:
    """Strips that hold words, over all rows together."""
    strips: list[tuple[float, float]] = []
    for start, end in sorted((segment.x0, segment.x1) for row in rows for segment in row):
        if strips and start < strips[-1][1] + _STRIP:
            strips[-1] = (strips[-1][0], max(strips[-1][1], end))
        else:
            strips.append((start, end))
    return strips


def _split(columns: Sequence[tuple[float, float]], body: Sequence[list[Segment]]) -> list[tuple[float, float]]:
    """Columns parted again where words of most rows start at one place, though the gap before is narrow."""
    starts = [[word.x0 for segment in row for word in segment.words] for row in body]
    parted: list[tuple[float, float]] = []
    for left, right in columns:
        cuts = sorted(x for row in starts for x in row if left + 15 < x < right)
        edges = [left]
        for x in cuts:
            here = sum(any(abs(x - other) < 1.5 for other in row) for row in starts)
            if here >= max(_MIN_ROWS, _ALIGNED * len(body)) and x - edges[-1] > 15:
                edges.append(x)
        ends = [edge - 1 for edge in edges[1:]] + [right]
        parted += list(zip(edges, ends, strict=True))
    return parted


def _column(columns: Sequence[tuple[float, float]], segment: Segment) -> int:
    """The column a segment starts in, else the nearest one."""
    inside = [i for i, (start, end) in enumerate(columns) if start - 2 <= segment.x0 <= end]
    middle = (segment.x0 + segment.x1) / 2
    return inside[0] if inside else min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))


def _pieces(segment: Segment, columns: Sequence[tuple[float, float]]) -> list[Segment]:
    """A segment cut where one of its words starts a column."""
    pieces: list[list[Word]] = []
    for word in segment.words:
        if not pieces or any(abs(word.x0 - start) < 1.5 for start, _ in columns):
            pieces.append([])
        pieces[-1].append(word)
    return [Segment(tuple(piece)) for piece in pieces]


def _wrapped(cells: Row) -> bool:
    """A line that goes on with the row above: nothing in the first column, or small letters alone there."""
    if not cells[0]:
        return True
    first = cells[0][0].text
    return not any(cells[1:]) and (first[:1].islower() or first.startswith("("))


def _half(above: Row, cells: Row) -> bool:
    """The row above is but the start of a label that this line ends and gives values to."""
    if not above[0] or any(above[1:]) or not cells[0]:
        return False
    return is_open(" ".join(word.text for word in above[0])) or cells[0][0].text[:1].islower()
