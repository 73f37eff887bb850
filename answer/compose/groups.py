"""The rows under one heading row of a table added up: the whole of a group, and what is left of it, income set off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.compose import table_cells as cells_
from answer.compose.columns import of_years
from answer.compose.common import Context
from answer.compose.table_fit import met
from answer.compose.table_rows import TOTAL, WHOLE, YEAR, Row, all_rows
from answer.draft import Draft, Statement
from answer.matching import match
from core.schema import Cell

_NET = re.compile(r"\bnetto\w*|\b(?:regne[st]?|lagt|lægges?|tages?) sammen\b|\btrækkes? fra\b", re.IGNORECASE)
_NAMED = 0.85  # share of the group's heading that the question must say


def net_of_group(context: Context) -> Draft | None:
    """All rows of the group that the question names, added up, where it asks for what they come to together."""
    if not _NET.search(context.question.mended):
        return None
    rows = all_rows(context)
    heads = {(id(r.table), r.group): (met(context, r.group), r) for r in rows if r.group and not TOTAL.search(r.group)}
    share, best = max(heads.values(), key=lambda one: one[0], default=(0.0, None))
    if best is None or share < _NAMED:
        return None
    told = _added(context, best, rows, best.cells)
    return Draft((told,), evidence={"table": share}, how="table") if told else None


def of_group(context: Context, row: Row, rows: Sequence[Row], cells: Sequence[Cell]) -> Statement | None:
    """The sum of a heading row's rows, where the question names the heading alone and asks for the whole."""
    if not row.group or not WHOLE.search(context.question.mended) or _said(context, row.label):
        return None
    if not _said(context, row.group):
        return None
    return _added(context, row, rows, cells)


def _added(context: Context, row: Row, rows: Sequence[Row], cells: Sequence[Cell]) -> Statement | None:
    members = [r for r in rows if r.table is row.table and r.group == row.group]
    members.sort(key=lambda r: r.cells[0].row)
    years = of_years(context, cells)
    column = next((c for c in cells if years & set(YEAR.findall(c.column_head))), None)
    column = column or next((c for c in cells if TOTAL.search(c.column_head)), None)
    return cells_.group_total(members, column.column) if column else None


def _said(context: Context, label: str) -> bool:
    """True where the question says a word of the label."""
    return any(match(term, label) >= 0.9 for term in context.question.terms if not WHOLE.fullmatch(term.word))
