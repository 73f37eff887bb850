"""What a table's cells say: one cell, a row of them, or what is worked out from them, shown with its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.compose.common import source_of
from answer.compose.table_rows import TOTAL, YEAR, Row, table_rows
from answer.danish_words import crowns, number_words, numbers_in
from answer.draft import Source, Statement
from core.citations import collapse
from core.danish.amounts import table_factor
from core.danish.tokens import normal
from core.schema import Cell, Span, Table

_DASH = frozenset(("-", "–", "—", "−"))
_MOST_CELLS = 6
_MOST_LABEL = 24  # words of a row's label


def is_dash(cell: Cell) -> bool:
    """A cell that says there is nothing."""
    return cell.text.strip() in _DASH


def is_number(cell: Cell) -> bool:
    """A cell with a number or a dash in place of one."""
    return (cell.value is not None and re.search(r"\d", cell.text) is not None) or is_dash(cell)


def cell(row: Row, one: Cell, period: str = "") -> Statement:
    """One cell with its row and column."""
    said, computed = _value(row.table, one)
    head = period or one.column_head
    same = normal(head) == normal(_head(row))  # "I alt, I alt"
    where = f"{_head(row)}, {head}" if head and not same else _head(row)
    return _made(row, f"{where}: {said}", [one], (*computed, *numbers_in(period)))


def told_cells(row: Row, cells: Sequence[Cell]) -> Statement:
    """Cells of words as they stand, each after its head."""
    said = [f"{one.column_head}: {collapse(one.text)}" if one.column_head else collapse(one.text) for one in cells]
    text = f"{_head(row)} – {'; '.join(said)}".rstrip(".")
    given = (row.name, row.table.caption, *(c.column_head for c in cells), *(c.text for c in cells))
    free = (*numbers_in(row.name), *(n for c in cells for n in numbers_in(c.column_head)))
    return Statement(f"{text}.", _sources(row, cells), computed=free, given=given)


def best_of(row: Row, one: Cell, said: str) -> Statement:
    """The row that is the most or least of its sort. said: what it is, in the question's words."""
    told = cell(row, one)
    return replace(told, text=f"{said[:1].upper()}{said[1:]}: {told.text}", given=(*told.given, said))


def series(row: Row, cells: Sequence[Cell]) -> Statement | None:
    """Several cells of a row; told once where all are alike."""
    if not cells:
        return None
    if len({one.value for one in cells}) == 1 and len(cells) > 1 and all(YEAR.search(c.column_head) for c in cells):
        said, numbers = _value(row.table, cells[0])
        period = span_of(cells)
        return _made(row, f"{_head(row)}, hvert år {period}: {said}", cells, (*numbers, *numbers_in(period)))
    parts: list[str] = []
    computed: list[str] = []
    for one in cells[:_MOST_CELLS]:
        said, numbers = _value(row.table, one)
        parts.append(f"{one.column_head}: {said}" if one.column_head else said)
        computed += numbers
    return _made(row, f"{_head(row)}: {', '.join(parts)}", cells[:_MOST_CELLS], computed)


def total(row: Row, cells: Sequence[Cell]) -> Statement | None:
    """Cells added up."""
    cells = [one for one in cells if one.value is not None]
    if len(cells) < 2:
        return None
    terms = " + ".join(one.text.strip() for one in cells).replace("+ -", "- ")
    said = number_words(sum(one.value or 0.0 for one in cells))
    text = f"{_head(row)}, {span_of(cells)}: {terms} = {said} {_short_unit(row.table)}".strip()
    return _made(row, text, cells, (said, *numbers_in(span_of(cells))))


def group_total(rows: Sequence[Row], column: int) -> Statement | None:
    """The rows under one heading row added up in a column."""
    held = [(row, one) for row in rows for one in row.cells if one.column == column and one.value is not None]
    if len(held) < 2:
        return None
    first, head = held[0][0], held[0][1].column_head
    terms = " + ".join(one.text.strip() for _, one in held).replace("+ -", "- ")
    said = number_words(sum(one.value or 0.0 for _, one in held))
    text = f"{collapse(first.group)}, {head}: {terms} = {said} {_short_unit(first.table)}".strip()
    sources = tuple(source for row, one in held for source in _sources(row, [one]))
    given = (first.group, head, first.table.unit)
    free = (said, *numbers_in(head), *numbers_in(first.group), *numbers_in(_unit(first.table)))
    return Statement(f"{text}{_unit(first.table)}.", sources, computed=free, given=given)


def gap(row: Row, cells: Sequence[Cell]) -> Statement:
    """How much the second of two cells is above or below the first; of columns of years the later is the second."""
    first, second = cells
    if all(YEAR.fullmatch(one.column_head.strip()) for one in cells):
        first, second = sorted(cells, key=lambda one: one.column_head)
    apart = (second.value or 0.0) - (first.value or 0.0)
    said = number_words(abs(apart))
    way = "højere" if apart > 0 else "lavere"
    text = f"{_head(row)}: {first.text.strip()} i {first.column_head} og {second.text.strip()} i {second.column_head}"
    return _made(row, f"{text}, dvs. {said} {_short_unit(row.table)} {way}".replace("  ", " "), cells, (said,))


def extreme(row: Row, cells: Sequence[Cell], *, least: bool) -> Statement | None:
    """The greatest or smallest cell."""
    cells = [one for one in cells if one.value is not None]
    if not cells:
        return None
    pick = min if least else max
    return cell(row, pick(cells, key=lambda one: one.value or 0.0))


_PLAIN_UNITS = frozenset({"1.000 kr", "1000 kr", "t.kr", "tkr", "mio. kr", "mio kr", "mia. kr"})
_NEGATIVE = re.compile(
    r"\b(?:negative? (?:tal|beløb)|(?:tal med )?minus(?:tegn|ser)?)\b[^.\n]{0,40}?"
    r"\b(besparelse|mindreudgift|reduktion|gevinst|indtægt|merudgift|udgift)(?:e?r|en|erne)?\b",
    re.IGNORECASE,
)


def share(row: Row, cells: Sequence[Cell]) -> Statement | None:
    """A row's total against the table's total, in percent."""
    whole = next((r for r in table_rows(row.document, row.table) if TOTAL.search(r.label)), None)
    mine = next((c for c in cells if TOTAL.search(c.column_head)), cells[-1] if cells else None)
    if whole is None or mine is None:
        return None
    other = next((c for c in whole.cells if c.column == mine.column and c.value), None)
    if other is None or not other.value or other.value == mine.value:
        return None  # a whole is no share of itself
    percent = 100 * (mine.value or 0.0) / other.value
    rounded = number_words(percent, 0)
    unit = _short_unit(row.table)
    text = f"{_head(row)}: {mine.text.strip()} af {other.text.strip()} {unit}, dvs. ca. {rounded} pct."
    sources = _sources(row, [mine]) + _sources(whole, [other])
    computed = (number_words(percent, 1), rounded, *numbers_in(row.label))
    return Statement(text.replace(" ,", ","), sources, computed=computed, given=(row.name,))


def span_of(cells: Sequence[Cell]) -> str:
    """ "2026-2029" of the columns' years, "" where there are not two."""
    years = sorted(y for one in cells for y in YEAR.findall(one.column_head))
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else ""


def _unit(table: Table) -> str:
    return f" ({table.unit})" if table.unit else ""


def _short_unit(table: Table) -> str:
    return {1_000: "t.kr.", 10**6: "mio. kr.", 10**9: "mia. kr."}.get(table_factor(table.unit), "")


def _value(table: Table, one: Cell) -> tuple[str, tuple[str, ...]]:
    """The cell as written with its unit, and in kroner; with the numbers that were worked out."""
    written = one.text.strip()
    if is_dash(one):
        return f"intet beløb (»{written}«)" if "kr" in table.unit else f"intet (»{written}«)", ()
    if "%" in f"{written} {one.column_head}":
        return written, tuple(numbers_in(written))
    factor = table_factor(table.unit)
    value = (one.value or 0.0) * factor
    if factor > 1:
        text = "0 kr." if not value else f"{written} {_short_unit(table)}"
    else:
        text = f"{written} kr." if "kr" in table.unit and "kr" not in written else written
    if abs(value) >= 1_000_000 and factor == 1_000:
        said = crowns(value)
        return f"{text} ({said})", (said.split()[0], *numbers_in(said))
    return text, tuple(numbers_in(text))


def _head(row: Row) -> str:
    label = collapse(row.name).strip(" .:").split()
    return " ".join(label) if len(label) <= _MOST_LABEL else f"{' '.join(label[:_MOST_LABEL])} …"


def _sources(row: Row, cells: Sequence[Cell]) -> tuple[Source, ...]:
    """The cells' lines, and the label's where it stands elsewhere."""
    lines = [_line(row, one) for one in cells]
    label = next((c.span for c in row.cells if c.text.strip() and c.text.strip() == row.label), None)
    if label is not None and label.end > label.start and not any(line.overlaps(label) for line in lines):
        lines.insert(0, label)
    return tuple(source_of(row.document, line) for line in lines)


def _line(row: Row, one: Cell) -> Span:
    """The cell with the rest of its line, where the row stands on one line."""
    text = row.document.cleaned
    start = text.rfind("\n", 0, one.span.start) + 1
    end = text.find("\n", one.span.end)
    line = Span(start, end if end >= 0 else len(text))
    return line if text[line.start : line.end].strip() != one.text.strip() else one.span


def _made(row: Row, text: str, cells: Sequence[Cell], computed: Sequence[str] = ()) -> Statement:
    note = "" if _unit_is_told(row.table, text) else _unit(row.table)
    sign, told = _sign(row, cells) if ", dvs." not in text else ("", ())
    given = (row.name, row.table.unit, row.table.caption, *(c.column_head for c in cells))
    free = (
        *computed,
        *numbers_in(note),
        *numbers_in(row.name),
        *(n for c in cells for n in numbers_in(c.column_head)),
    )
    sources = (*_sources(row, cells), *told)
    return Statement(f"{text}{note}{sign}".removesuffix(".") + ".", sources, computed=tuple(free), given=given)


def _unit_is_told(table: Table, text: str) -> bool:
    """True where the sums bear the unit of the table already ("-900 t.kr." of one in "1.000 kr.")."""
    plain = table.unit.strip(" .").lower()
    return (plain == "kr" and " kr" in text) or (plain in _PLAIN_UNITS and f" {_short_unit(table)}" in text)


def _sign(row: Row, cells: Sequence[Cell]) -> tuple[str, tuple[Source, ...]]:
    """ ", dvs. en besparelse" with its place, where all the sums are negative and the paper says what that means."""
    if not cells or not all((cell.value or 0.0) < 0 for cell in cells):
        return "", ()
    found = _NEGATIVE.search(row.document.cleaned)
    return (f", dvs. en {found[1].lower()}", (source_of(row.document, Span(*found.span())),)) if found else ("", ())
