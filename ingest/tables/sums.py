"""Checks a table's rows and columns against its own totals."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema import Cell
from ingest.tables.words import is_total

Check = tuple[bool, str]


def check_sums(columns: Sequence[str], cells: Sequence[Cell]) -> tuple[bool | None, str]:
    """Whether the totals add up, None where there is none to check; and a Danish note on the first mismatch.

    A total column ("I alt") is the sum of the year columns left of it in each row; a total row is the sum of
    the rows above it since the last total, parts of a section counted once. Sums may differ by rounding: half
    a unit of the last digit for each term."""
    rows = _by_row(cells)
    total = max((i for i, head in enumerate(columns) if i and is_total(head)), default=None)
    checks: list[Check] = []
    if total is not None:
        for row in rows.values():
            checks += _check_row(row, total, columns)
    tops = _top_rows(rows, total if total is not None else len(columns) - 1)
    for column in range(1, len(columns)):
        checks += _check_column(rows, tops, column, columns[column])
    if not checks:
        return None, ""
    wrong = [note for ok, note in checks if not ok]
    return not wrong, wrong[0] if wrong else ""


def _by_row(cells: Sequence[Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _value(row: Sequence[Cell], column: int) -> float | None:
    return next((cell.value for cell in row if cell.column == column), None)


def _check_row(row: Sequence[Cell], total: int, columns: Sequence[str]) -> list[Check]:
    stated = _value(row, total)
    years = [c.value for c in row if c.value is not None and c.column < total and _is_year(columns[c.column])]
    if stated is None or not years:
        return []
    label = row[0].row_label
    note = f"Rækken »{label}«: delene giver {shown(sum(years))}, men der står {shown(stated)}."
    return [(_close(sum(years), stated, years), note)]


def _is_year(head: str) -> bool:
    return any(part.strip("*").isdigit() and 1990 <= int(part.strip("*")) <= 2100 for part in head.split()[:4])


def _top_rows(rows: dict[int, list[Cell]], column: int) -> set[int]:
    """Rows that are no part of a section: a section row is the exact sum of the rows right below it."""
    order = [(number, _value(row, column)) for number, row in rows.items()]
    order = [(number, value) for number, value in order if not is_total(rows[number][0].row_label)]
    tops: set[int] = set()
    i = 0
    while i < len(order):
        tops.add(order[i][0])
        i = _section_end(order, i)
    return tops


def _section_end(order: Sequence[tuple[int, float | None]], i: int) -> int:
    """Index after the section that starts at i; i + 1 where it starts none."""
    head, parts, end = order[i][1], 0.0, i + 1
    if not head:
        return i + 1
    for j in range(i + 1, len(order)):
        parts += order[j][1] or 0.0
        if j > i + 1 and abs(parts - head) < 0.005:
            end = j + 1
    return end


def _check_column(rows: dict[int, list[Cell]], tops: set[int], column: int, head: str) -> list[Check]:
    """Each total against the rows since the last total, all rows, or the totals so far and the rows since."""
    if "%" in head or "pct" in head.lower():
        return []
    since: list[float] = []
    every: list[float] = []
    subtotals: list[float] = []
    found: list[Check] = []
    for number, row in rows.items():
        value = _value(row, column)
        label = row[0].row_label
        if value is None:
            continue
        if not is_total(label):
            since += [value] if number in tops else []
            every += [value] if number in tops else []
        elif every:
            ways = [way for way in (since, every, [*subtotals, *since]) if way]
            parts = ways[0]
            note = f"»{label}« i »{head}«: delene giver {shown(sum(parts))}, men der står {shown(value)}."
            found.append((any(_close(sum(way), value, way) for way in ways), note))
            subtotals.append(value)
            since = []
    return found


def _close(total: float, stated: float, values: Sequence[float]) -> bool:
    digits = max(_decimals(value) for value in [*values, stated])
    return bool(abs(total - stated) <= 0.5 * 10.0**-digits * (len(values) + 1))


def _decimals(value: float) -> int:
    return next((d for d in range(4) if abs(round(value, d) - value) < 1e-9), 4)


def shown(value: float) -> str:
    """A number as Danish writes it."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")
