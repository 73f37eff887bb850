"""Places the numbers of columns that arrive one below the other, by the table's own sums.

A table cell that held several lines comes out of some pdf texts as all labels first, then the numbers column by
column, empty places lost. What says where the columns part and which rows the gaps are in is arithmetic: a
section's first row is the sum of the rest of its column, and the total column is the sum of each row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

_MAX_STEPS = 20_000
Placed = list[list[int | None]]  # for each row, for each column: index into the numbers, None for an empty place


def place(values: Sequence[float], columns: int, labels: int, *, total: bool) -> tuple[Placed, float] | None:
    """Rows of indexes into ``values`` and a confidence, None where nothing fits.

    columns: how many columns of values there are. labels: most rows there can be. total: the last column is
    the sum of the others."""
    found = _by_sums(values, columns, labels) if total and columns >= 2 else None
    if found is not None:
        return found, 0.92
    if columns and len(values) % columns == 0 and 0 < len(values) // columns <= labels:
        height = len(values) // columns
        rows: Placed = [[column * height + row for column in range(columns)] for row in range(height)]
        return rows, _even_confidence(values, rows, total)
    return None


def _even_confidence(values: Sequence[float], rows: Placed, total: bool) -> float:
    """Columns of equal height: sure where the totals agree, doubtful where they can't be checked."""
    if not total:
        return 0.65
    fits = [_close(sum(values[i] for i in row[:-1] if i is not None), values[row[-1] or 0]) for row in rows]
    return 0.92 if all(fits) else 0.3


def _close(a: float, b: float) -> bool:
    return abs(a - b) < 0.51 if a == int(a) and b == int(b) else abs(a - b) < 0.06


def _by_sums(values: Sequence[float], columns: int, labels: int) -> Placed | None:
    """The tallest last column for which all rows add up."""
    for height in range(min(labels, len(values) - columns + 1), 0, -1):
        totals = list(values[len(values) - height :])
        rest = list(values[: len(values) - height])
        if len(rest) > height * (columns - 1):
            continue
        for chunks in _splits(rest, columns - 1, height, totals):
            rows = _fill(rest, chunks, totals)
            if rows is not None:
                for row, i in zip(rows, range(len(rest), len(values)), strict=True):
                    row.append(i)
                return rows
    return None


def _splits(rest: Sequence[float], columns: int, height: int, totals: Sequence[float]) -> list[list[tuple[int, int]]]:
    """Ways to part the numbers into columns: all of one height, or each headed by its own sum."""
    ways: list[list[tuple[int, int]]] = []
    if len(rest) == columns * height:
        ways.append([(c * height, (c + 1) * height) for c in range(columns)])
    if len(totals) > 1 and _close(totals[0], sum(totals[1:])):
        _headed(rest, columns, height, 0, [], ways)
    return ways


def _headed(
    rest: Sequence[float],
    columns: int,
    height: int,
    at: int,
    sofar: list[tuple[int, int]],
    ways: list[list[tuple[int, int]]],
) -> None:
    if len(ways) >= 50:
        return
    if len(sofar) == columns:
        if at == len(rest):
            ways.append(list(sofar))
        return
    for end in range(min(len(rest), at + height), at, -1):
        if _close(rest[at], sum(rest[at + 1 : end])):
            _headed(rest, columns, height, end, [*sofar, (at, end)], ways)


def _fill(rest: Sequence[float], chunks: Sequence[tuple[int, int]], totals: Sequence[float]) -> Placed | None:
    """Give each column's numbers to rows in order so that every row adds up to its total."""
    height = len(totals)
    steps = 0
    order = sorted(range(len(chunks)), key=lambda c: -(chunks[c][1] - chunks[c][0]))
    placed: Placed = [[None] * len(chunks) for _ in range(height)]

    def search(depth: int, left: list[float]) -> bool:
        nonlocal steps
        if depth == len(order):
            return all(_close(value, 0.0) for value in left)
        column = order[depth]
        start, end = chunks[column]
        for rows in _row_choices(rest[start:end], left):
            steps += 1
            if steps > _MAX_STEPS:
                return False
            for row, i in zip(rows, range(start, end), strict=True):
                placed[row][column] = i
                left[row] -= rest[i]
            if search(depth + 1, left):
                return True
            for row, i in zip(rows, range(start, end), strict=True):
                placed[row][column] = None
                left[row] += rest[i]
        return False

    return placed if search(0, list(totals)) else None


def _row_choices(numbers: Sequence[float], left: Sequence[float]) -> list[tuple[int, ...]]:
    """Rows the numbers of a column can stand in, keeping their order; rows with something left come first."""
    height = len(left)
    if len(numbers) == height:
        return [tuple(range(height))]
    open_rows = [row for row in range(height) if row == 0 or not _close(left[row], 0.0)]
    for rows in (open_rows, list(range(height))):
        if len(numbers) <= len(rows) and _count(len(rows), len(numbers)) <= 5000:
            return [c for c in combinations(rows, len(numbers)) if _possible(c, numbers, left)]
    return []


def _possible(rows: Sequence[int], numbers: Sequence[float], left: Sequence[float]) -> bool:
    """A number other than zero needs a row with something left."""
    return all(number == 0 or row == 0 or not _close(left[row], 0.0) for row, number in zip(rows, numbers, strict=True))


def _count(n: int, k: int) -> int:
    result = 1
    for i in range(min(k, n - k)):
        result = result * (n - i) // (i + 1)
        if result > 10**6:
            break
    return result
