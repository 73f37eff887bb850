"""Answers from table cells: the row and column asked for, or a sum, share, difference or extreme of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose import table_cells as cells_
from answer.compose.columns import SHARE, against, between, by_head, of_years
from answer.compose.common import Context, quote
from answer.compose.extremes import extreme_row as extreme_row
from answer.compose.groups import net_of_group, of_group
from answer.compose.table_fit import is_alone, least_fit, rows_by_fit, said_in_full
from answer.compose.table_meant import told_in_text
from answer.compose.table_rows import LEAST, MOST, TOTAL, WHOLE, YEAR, Row, speaks_of_table
from answer.draft import Draft, Statement
from answer.understanding.kinds import Asked
from core.schema import Cell

_RATE = re.compile(  # what one hour, day or piece costs is no sum of a row
    r"\b(?:time|dags?|døgn|uge|måneds|styk|enheds|kvadratmeter)(?:løn|pris|sats|takst)\w*|"
    r"\b(?:pr\.?|per) (?:time|dag|døgn|uge|måned|styk|borger|person|elev|barn|plads|kvadratmeter|m2)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:om året|årligt|årlige|pr\.? år|hvert år|per year|annual\w*)\b", re.IGNORECASE)
_GAP = re.compile(
    r"\b(?:falder|fald\w*|stiger|stig\w*|forskel\w*|ændr\w*|mere end|mindre end|lavere|højere|voks\w*)",
    re.IGNORECASE,
)
_IN_FULL = 0.8  # share of a row's label that a question says which is of that row, whatever it asks
_ALIKE = 0.02  # rows this near in fit are meant alike


def compose(context: Context) -> Draft | None:
    """The cell or the reckoning asked for, then a sentence of the text about it where there is room."""
    best = extreme_row(context) or net_of_group(context)
    if best is not None:
        return best
    rows = rows_by_fit(context)
    if _RATE.search(context.question.mended):
        rows = [row for row in rows if _RATE.search(" ".join((row.name, row.table.caption, *row.table.columns)))]
    if SHARE.search(context.question.mended) and not _has_shares(rows[:1]):
        rows = [row for row in rows if not TOTAL.search(row.label)]
    if not rows or rows[0].fit < least_fit(context) or told_in_text(context, rows[0]):
        return None
    rows = _whole_first(context, rows)
    rows = _row_behind(rows) if speaks_of_table(context) else rows
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


def _row_behind(rows: list[Row]) -> list[Row]:
    """The only row of a table in place of its total: it says what the sum is of."""
    best = rows[0]
    if not TOTAL.search(best.label):
        return rows
    others = [r for r in rows[1:] if r.table is best.table and not TOTAL.search(r.label)]
    return [replace(others[0], fit=best.fit), *rows] if len(others) == 1 and is_alone(others[0]) else rows


def _has_shares(rows: Sequence[Row]) -> bool:
    return any("%" in head for row in rows for head in row.table.columns)


def of_table(context: Context) -> Draft | None:
    """The same for a question that asks for no sum but names the table, or a row and a column of it in full."""
    if speaks_of_table(context):
        return compose(context)
    best = next(iter(rows_by_fit(context)), None)
    if best is None or not context.question.when.years or said_in_full(context, best.label) < _IN_FULL:
        return None
    return compose(context)


def _told(context: Context, row: Row, rows: Sequence[Row]) -> Statement | None:
    text = context.question.mended
    cells = [cell for cell in row.cells if cell.column and cells_.is_number(cell)] or list(row.cells[:1])
    empty = TOTAL.search(row.label) and not speaks_of_table(context)
    cells = [cell for cell in cells if cells_.is_number(cell) and not (empty and cells_.is_dash(cell))]
    years = of_years(context, cells)
    if SHARE.search(text) and not (headed := by_head(context, cells)):
        return cells_.share(row, cells)
    if SHARE.search(text):
        return cells_.series(row, headed)
    if MOST.search(text) or LEAST.search(text):
        return cells_.extreme(row, [c for c in cells if YEAR.search(c.column_head)], least=bool(LEAST.search(text)))
    summed = of_group(context, row, rows, cells)
    return summed or _of_row(context, row, cells, years)


def _of_row(context: Context, row: Row, cells: Sequence[Cell], years: set[str]) -> Statement | None:
    """The cell of the year or column asked for, the row's total, or all its cells."""
    text = context.question.mended
    if apart := against(context, cells):
        return cells_.gap(row, apart)
    headed = by_head(context, cells)
    if headed:
        return cells_.series(row, headed) if len(headed) > 1 else cells_.cell(row, headed[0])
    asked = [cell for cell in cells if years & set(YEAR.findall(cell.column_head))]
    if len(asked) == 2 and _GAP.search(text):
        return cells_.gap(row, asked)
    some = [c for c in cells if years and between(c, years)]
    if some and all(cells_.is_dash(c) for c in some):
        return cells_.series(row, some)
    if len(years) < 2 or len(some) < 2 or len(some) == sum(bool(YEAR.search(c.column_head)) for c in cells):
        return _by_year(context, row, cells, years)
    return cells_.total(row, some) if WHOLE.search(text) else cells_.series(row, some)


def _by_year(context: Context, row: Row, cells: Sequence[Cell], years: set[str]) -> Statement | None:
    """The cell of one year, the row's total, or all its cells."""
    text = context.question.mended
    asked = [cell for cell in cells if years and between(cell, years)]
    total = [cell for cell in cells if TOTAL.search(cell.column_head)]
    if len(asked) == 1 and total and len(context.question.parts) > 1 and WHOLE.search(text):
        return cells_.series(row, [asked[0], total[0]])
    if len(asked) == 1 and len(years) == 1:
        return cells_.cell(row, asked[0])
    if _YEARLY.search(text) and not years:
        return cells_.series(row, [c for c in cells if not TOTAL.search(c.column_head)])
    if total and (WHOLE.search(text) or len(years) != 1):
        only = _only_year(cells, total[0])
        return cells_.cell(row, only) if only else cells_.cell(row, total[0], cells_.span_of(cells))
    if len(years) == 2 and WHOLE.search(text):
        return cells_.total(row, asked)
    in_label = years & set(YEAR.findall(row.label))
    return cells_.series(row, asked or cells) if not years or asked or in_label else None


def _only_year(cells: Sequence[Cell], total: Cell) -> Cell | None:
    """The one year that a row's whole total falls in."""
    filled = [cell for cell in cells if YEAR.search(cell.column_head) and cell.value]
    return filled[0] if len(filled) == 1 and filled[0].value == total.value else None


def _beside(context: Context, told: Statement) -> list[Statement]:
    """One sentence of the text that speaks of the same, when it is short and holds a sum."""
    part = context.question.parts[0]
    if part.kind not in (Asked.AMOUNT, Asked.NUMBER):
        return []
    for sentence in context.best[:3]:
        if sentence.found and words_in(sentence.text) <= 34 and sentence.score > 0.3:
            return [quote(sentence, part)]
    return []
