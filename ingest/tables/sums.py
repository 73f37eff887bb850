"""Checks a table's rows and columns against its own totals."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema import Cell


def check_sums(columns: Sequence[str], cells: Sequence[Cell]) -> tuple[bool | None, str]:
    """Whether the totals add up, None where there is none to check; and a Danish note on the first mismatch.

    A total column ("I alt") equals the sum of the value columns left of it in each row; a total row equals the
    sum of the rows above it, or of those since the last total. Sums may differ by rounding: half a unit of the
    last digit for each term."""
    from ingest.tables.grid import is_total

    checks: list[tuple[bool, str]] = []
    total_columns = [i for i, head in enumerate(columns) if i and is_total(head)]
    rows = _by_row(cells)
    for total in total_columns[-1:]:
        for row in rows.values():
            checks += _check_row(row, total, columns)
    for column in range(1, len(columns)):
        checks += _check_column(rows, column, columns[column])
    if not checks:
        return None, ""
    wrong = [note for ok, note in checks if not ok]
    return not wrong, wrong[0] if wrong else ""


def _by_row(cells: Sequence[Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _check_row(row: Sequence[Cell], total: int, columns: Sequence[str]) -> list[tuple[bool, str]]:
    values = {cell.column: cell.value for cell in row if cell.value is not None}
    parts = [value for column, value in values.items() if column < total and _adds_up(columns[column])]
    if total not in values or not parts:
        return []
    ok = _close(sum(parts), values[total], len(parts), [*parts, values[total]])
    label = row[0].row_label
    return [
        (ok, f"Rækken »{label}«: delene giver {_shown(sum(parts))}, men der står {_shown(values[total])}.")
    ]


def _adds_up(head: str) -> bool:
    """A year's column adds to the total; one with another head ("Bevilling 35.10") may not."""
    return any(
        part.strip("*").isdigit() and 1990 <= int(part.strip("*")) <= 2100 for part in head.split()[:4]
    )


def _check_column(rows: dict[int, list[Cell]], column: int, head: str) -> list[tuple[bool, str]]:
    from ingest.tables.grid import is_total

    above: list[float] = []
    found: list[tuple[bool, str]] = []
    for row in rows.values():
        value = next((cell.value for cell in row if cell.column == column), None)
        label = row[0].row_label
        if value is None:
            continue
        if is_total(label) and len(above) >= 1:
            ok = _close(sum(above), value, len(above), [*above, value])
            found.append(
                (
                    ok,
                    f"»{label}« i »{head}«: delene giver {_shown(sum(above))}, men der står {_shown(value)}.",
                )
            )
            above = []
        else:
            above.append(value)
    return found


def _close(total: float, stated: float, terms: int, values: Sequence[float]) -> bool:
    digits = max((_decimals(value) for value in values), default=0)
    return abs(total - stated) <= 0.5 * 10**-digits * (terms + 1)


def _decimals(value: float) -> int:
    return next((d for d in range(4) if abs(round(value, d) - value) < 1e-9), 4)


def _shown(value: float) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")
