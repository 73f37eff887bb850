"""Order of segments and tables on a page: the file's own order, mended where it mixes two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.formats.grids import Grid
from ingest.formats.words import Segment

Item = Segment | Grid

_MIN_LINES = 5  # a column has at least this many lines
_EDGE = 0.055  # share of the page's height that is margin, where running heads and feet stand
_MIN_SHARE = 0.2  # and lines at least this share of the page wide (median)


def reading_order(segments: Sequence[Segment], grids: Sequence[Grid], width: float, height: float) -> list[Item]:
    """Segments and tables as a person reads them.

    Programs write a text in reading order nearly always, so that order is kept; it is changed where it jumps
    between two columns line by line, or where one column alone is written out of order. What stands at the
    very top or bottom of the page comes first or last, whenever it was drawn."""
    head = [s for s in segments if s.y1 < _EDGE * height]
    foot = [s for s in segments if s.y0 > (1 - _EDGE) * height]
    edge = {id(s) for s in (*head, *foot)}
    inner = [s for s in segments if id(s) not in edge]
    items = _with_grids(_in_order(inner, width), grids)
    return [*_by_rows(head), *items, *_by_rows(foot)]


def _in_order(segments: Sequence[Segment], width: float) -> list[Segment]:
    gutter = _gutter(segments, width)
    if gutter is not None:
        return _by_columns(segments, gutter)
    return list(segments) if _rows_shared(segments) else _by_rows(segments)


def _by_rows(segments: Sequence[Segment]) -> list[Segment]:
    return sorted(segments, key=lambda s: (round(s.base, 1), s.x0))


def _rows_shared(segments: Sequence[Segment]) -> bool:
    """True where some line holds two segments, as with a side column."""
    by_height = sorted(segments, key=lambda s: s.base)
    return any(a.same_line(b) for a, b in pairwise(by_height))


def _gutter(segments: Sequence[Segment], width: float) -> float | None:
    """The middle of the white strip between two columns that the file's order mixes, None without one."""
    if len(segments) < 2 * _MIN_LINES:
        return None
    candidates = sorted({round(s.x0, 0) for s in segments if 0.3 * width < s.x0 < 0.75 * width})
    best: tuple[int, float] | None = None
    for x in candidates:
        left = [s for s in segments if s.x1 <= x - 2]
        right = [s for s in segments if s.x0 >= x - 1]
        crossing = len(segments) - len(left) - len(right)
        if not (_is_column(left, width) and _is_column(right, width)) or crossing > len(segments) // 4:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x - 1)
    return best[1] if best and _mixed(segments, best[1]) else None


def _is_column(segments: Sequence[Segment], width: float) -> bool:
    return len(segments) >= _MIN_LINES and median(s.x1 - s.x0 for s in segments) >= _MIN_SHARE * width


def _mixed(segments: Sequence[Segment], gutter: float) -> bool:
    """The order changes side more often than columns one after the other would."""
    sides = [s.x0 >= gutter for s in segments]
    switches = sum(a != b for a, b in pairwise(sides))
    return switches > max(4, len(segments) // 6)


def _by_columns(segments: Sequence[Segment], gutter: float) -> list[Segment]:
    """Bands between full-width lines; within a band the left column, then the right one."""
    ordered: list[Segment] = []
    left: list[Segment] = []
    right: list[Segment] = []
    for segment in sorted(segments, key=lambda s: (round(s.base, 1), s.x0)):
        if segment.x0 < gutter < segment.x1:
            ordered += left + right + [segment]
            left, right = [], []
        elif segment.x0 >= gutter:
            right.append(segment)
        else:
            left.append(segment)
    return ordered + left + right


def _with_grids(ordered: list[Segment], grids: Sequence[Grid]) -> list[Item]:
    """Each table before the first segment below it in its own column."""
    items: list[Item] = list(ordered)
    for grid in sorted(grids, key=lambda g: -g.y0):
        items.insert(_place(items, grid), grid)
    return items


def _place(items: Sequence[Item], grid: Grid) -> int:
    """After the nearest item above the table, in its own column where text stands beside it."""
    beside = any(item.y0 < grid.y1 and item.y1 > grid.y0 and not _in_column(item, grid) for item in items)
    above = [
        (item.y1, i + 1)
        for i, item in enumerate(items)
        if (item.y0 + item.y1) / 2 <= grid.y0 and (not beside or _in_column(item, grid))
    ]
    return max(above)[1] if above else 0


def _in_column(item: Item, grid: Grid) -> bool:
    return item.x0 < grid.x1 and item.x1 > grid.x0
