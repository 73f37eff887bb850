"""Answers from table cells: the row and column asked for, or a sum, share, difference or extreme of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose import table_cells as cells_
from answer.compose.common import Context, quote
from answer.compose.table_fit import least_fit, met, rows_by_fit
from answer.compose.table_rows import LEAST, MOST, TOTAL, WHOLE, YEAR, Row, all_rows, speaks_of_table
from answer.draft import Draft, Statement
from answer.evidence import match
from answer.understanding.kinds import Asked
from core.danish.tokens import stem, tokenize
from core.schema import Cell

_YEARLY = re.compile(r"\b(?:om året|årligt|årlige|pr\.? år|hvert år|per year|annual\w*)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:andel\w*|del af|procent\w*|pct|hvor stor (?:en )?del|share|percentage)", re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:falder|fald\w*|stiger|stig\w*|forskel\w*|ændr\w*|mere end|mindre end|lavere|højere|voks\w*)",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\bhvilke[nt]?\s+(?P<noun>[\wæøå-]+)", re.IGNORECASE)
_IN_FULL = 0.8  # share of a row's label that a question says which is of that row, whatever it asks
_ALIKE = 0.02  # rows this near in fit are meant alike
_NAMED_HEAD = 0.5  # share of a column head's words that the question must say


def compose(context: Context) -> Draft | None:
    """The cell or the reckoning asked for, then a sentence of the text about it where there is room."""
    rows = rows_by_fit(context)
    if _SHARE.search(context.question.mended) and not _has_shares(rows[:1]):
        rows = [row for row in rows if not TOTAL.search(row.label)]
    if not rows or rows[0].fit < least_fit(context):
        return None
    rows = _whole_first(context, rows)
    told = _told(context, rows[0], rows)
    if told is None:
        return None
    return Draft((told, *_beside(context, told)), evidence={"table": rows[0].fit}, how="table")


def _whole_first(context: Context, rows: list[Row]) -> list[Row]:
    """Where the whole is asked and several rows of a table fit alike, the table's total is meant."""
    best = rows[0]
    alike = [r for r in rows[1:] if r.table is best.table and r.fit > best.fit - _ALIKE and not TOTAL.search(r.label)]
    total = next((r for r in rows if r.table is best.table and TOTAL.search(r.label)), None)
    asked = WHOLE.search(context.question.mended) and not TOTAL.search(best.label)
    return [replace(total, fit=best.fit), *rows] if asked and alike and total and not best.group else rows


def _has_shares(rows: Sequence[Row]) -> bool:
    return any("%" in head for row in rows for head in row.table.columns)


def of_table(context: Context) -> Draft | None:
    """The same for a question that asks for no sum but names the table, or a row and a column of it in full."""
    if speaks_of_table(context):
        return compose(context)
    best = next(iter(rows_by_fit(context)), None)
    if best is None or not context.question.when.years or met(context, best.label) < _IN_FULL:
        return None
    return compose(context)


def _told(context: Context, row: Row, rows: Sequence[Row]) -> Statement | None:
    text = context.question.mended
    cells = [cell for cell in row.cells if cell.column and cells_.is_number(cell)] or list(row.cells[:1])
    cells = [
        cell for cell in cells if cells_.is_number(cell) and not (TOTAL.search(row.label) and cells_.is_dash(cell))
    ]
    years = set(map(str, context.question.when.years))
    if _SHARE.search(text) and not (headed := _by_head(context, row, cells)):
        return cells_.share(row, cells)
    if _SHARE.search(text):
        return cells_.series(row, headed)
    if MOST.search(text) or LEAST.search(text):
        return cells_.extreme(row, [c for c in cells if YEAR.search(c.column_head)], least=bool(LEAST.search(text)))
    summed = _of_group(context, row, rows, cells)
    return summed or _of_row(context, row, cells, years)


def _of_row(context: Context, row: Row, cells: Sequence[Cell], years: set[str]) -> Statement | None:
    """The cell of the year or column asked for, the row's total, or all its cells."""
    text = context.question.mended
    headed = _by_head(context, row, cells)
    if headed:
        return cells_.series(row, headed) if len(headed) > 1 else cells_.cell(row, headed[0])
    asked = [cell for cell in cells if years & set(YEAR.findall(cell.column_head))]
    if len(asked) == 2 and _GAP.search(text):
        return cells_.gap(row, asked)
    total = [cell for cell in cells if TOTAL.search(cell.column_head)]
    if len(asked) == 1 and total and len(context.question.parts) > 1 and WHOLE.search(text):
        return cells_.series(row, [asked[0], total[0]])
    if len(asked) == 1 and len(years) == 1:
        return cells_.cell(row, asked[0])
    if _YEARLY.search(text) and not years:
        return cells_.series(row, [c for c in cells if not TOTAL.search(c.column_head)])
    some = [c for c in cells if years and _between(c, years)]
    if WHOLE.search(text) and 1 < len(some) < sum(bool(YEAR.search(c.column_head)) for c in cells):
        return cells_.total(row, some)
    if total and (WHOLE.search(text) or len(years) != 1):
        return cells_.cell(row, total[0], cells_.span_of(cells))
    if len(years) == 2 and WHOLE.search(text):
        return cells_.total(row, some)
    in_label = years & set(YEAR.findall(row.label))
    return cells_.series(row, asked or cells) if not years or asked or in_label else None


def _by_head(context: Context, row: Row, cells: Sequence[Cell]) -> list[Cell]:
    """Cells whose column the question names in words ("pct.", "antal pladser")."""
    scored = [(cell, _head_met(context, cell.column_head)) for cell in cells]
    best = max((met for _, met in scored), default=0.0)
    if best < _NAMED_HEAD or len(cells) < 2:
        return []
    picked = [cell for cell, met in scored if met >= best - 0.01]
    return picked if len(picked) < len(cells) else []


def _head_met(context: Context, head: str) -> float:
    """Share of a head's words that the question says; years and totals are looked for elsewhere."""
    if "%" in head and _SHARE.search(context.question.mended):
        return 2.0
    words = [w for w in re.findall(r"[\wæøå]+", head) if len(w) > 2 and not w.isdigit()]
    if not words or YEAR.search(head) or TOTAL.search(head):
        return 0.0
    return sum(any(match(term, w) >= 0.9 for term in context.question.terms) for w in words) / len(words)


def extreme_row(context: Context) -> Draft | None:
    """The row with the greatest or smallest value ("hvilket projekt er det dyreste")."""
    text = context.question.mended
    most, least = MOST.search(text), LEAST.search(text)
    asked = _WHICH.search(text)
    if not (most or least) or asked is None:
        return None
    noun = stem(asked["noun"])
    rows = [row for row in all_rows(context) if not TOTAL.search(row.label) and _is_of_sort(context, row, noun)]
    valued = [(row, cell) for row in rows if (cell := _deciding(context, row)) is not None]
    if len(valued) < 2:
        return None
    table = max((row.table for row, _ in valued), key=lambda table: sum(row.table is table for row, _ in valued))
    pick = max if most else min
    row, cell = pick((one for one in valued if one[0].table is table), key=lambda one: one[1].value or 0.0)
    said = f"{(most or least).group()} {asked['noun']}"  # type: ignore[union-attr]
    return Draft((cells_.best_of(row, cell, said),), evidence={"table": 1.0}, how="table")


def _is_of_sort(context: Context, row: Row, noun: str) -> bool:
    """True where the table's rows are of the sort asked for: its first head, caption or section says so."""
    about = (row.table.columns[0], row.table.caption, *row.table.section)
    return noun in {stem(word) for part in about for word in tokenize(part)}


def _deciding(context: Context, row: Row) -> Cell | None:
    """The cell that decides: of the year or column asked for, else the total, else the only number."""
    cells = [cell for cell in row.cells if cell.column and cell.value is not None and cells_.is_number(cell)]
    years = set(map(str, context.question.when.years))
    named = [c for c in cells if years & set(YEAR.findall(c.column_head))] or _by_head(context, row, cells)
    named = named or [c for c in cells if TOTAL.search(c.column_head)]
    return named[0] if named else cells[0] if len(cells) == 1 else None


def _of_group(context: Context, row: Row, rows: Sequence[Row], cells: Sequence[Cell]) -> Statement | None:
    """The sum of a heading row's rows, where the question names the heading alone and asks for the whole."""
    if not row.group or not WHOLE.search(context.question.mended) or _said(context, row.label):
        return None
    if not _said(context, row.group):
        return None
    members = [r for r in rows if r.table is row.table and r.group == row.group]
    members.sort(key=lambda r: r.cells[0].row)
    years = set(map(str, context.question.when.years))
    column = next((c for c in cells if years & set(YEAR.findall(c.column_head))), None)
    column = column or next((c for c in cells if TOTAL.search(c.column_head)), None)
    return cells_.group_total(members, column.column) if column else None


def _said(context: Context, label: str) -> bool:
    """True where the question says a word of the label."""
    return any(match(term, label) >= 0.9 for term in context.question.terms if not WHOLE.fullmatch(term.word))


def _between(cell: Cell, years: set[str]) -> bool:
    found = YEAR.search(cell.column_head)
    return bool(found) and min(years) <= found.group() <= max(years)  # type: ignore[union-attr]


def _beside(context: Context, told: Statement) -> list[Statement]:
    """One sentence of the text that speaks of the same, when it is short and holds a sum."""
    part = context.question.parts[0]
    if part.kind not in (Asked.AMOUNT, Asked.NUMBER):
        return []
    for sentence in context.best[:3]:
        if sentence.found and words_in(sentence.text) <= 34 and sentence.score > 0.3:
            return [quote(sentence, part)]
    return []
