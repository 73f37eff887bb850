"""Tables without drawn lines or caption: words that stand in columns, mostly numbers."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.formats.grids import Grid, Row, is_value
from ingest.formats.words import Segment


def unruled_grids(segments: Sequence[Segment], width: float) -> tuple[list[Grid], list[Segment]]:
    """Tables without lines: consecutive lines whose segments stand in the same columns, mostly numbers."""
    rows = visual_rows(segments)
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


def visual_rows(segments: Sequence[Segment]) -> list[list[Segment]]:
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
