"""Which of several rows of one table is meant: the net row where the net is asked for, the row that says the word
itself before one that says a relative of it, and no row where a sentence tells the number or sum asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.compose.common import Context
from answer.compose.table_rows import TOTAL, Row, is_of_money
from answer.matching import match
from answer.understanding.kinds import Asked
from answer.understanding.terms import Term
from core.danish.amounts import find_amounts
from core.danish.roots import same_root
from core.danish.tokens import stem, tokenize

_NET = re.compile(r"\bnetto\w*", re.IGNORECASE)
_HEAVY, _MET = 0.3, 0.5  # weight of a word that says what is asked of, and where a text meets it
_KIN_ONLY = 0.3  # the most a row is worth that says a relative of the word which another row says
_STEM = 5  # letters of a stem that opens a compound
_SURE = 0.5  # score of a sentence that is about what is asked


def net_for_total(context: Context, rows: Sequence[Row]) -> list[Row]:
    """Where the net is asked for and a table has a row of it, that row stands in for the table's totals."""
    nets = {id(row.table): row for row in rows if _NET.search(row.label)}
    if not nets or not _NET.search(context.question.mended):
        return list(rows)
    best = {key: max(r.fit for r in rows if id(r.table) == key) for key in nets}
    return [_as_net(row, nets.get(id(row.table)), best.get(id(row.table), 0.0)) for row in rows]


def _as_net(row: Row, net: Row | None, best: float) -> Row:
    if row is net:
        return replace(row, fit=best)
    return replace(row, fit=0.0) if net is not None and TOTAL.search(row.label) else row


def not_by_kin(context: Context, row: Row) -> Row:
    """A row for the supervision is not that of the supervisors, where another row names these."""
    labels = {cell.row_label for cell in row.table.cells} - {row.label}
    heavy = [t for t in context.question.terms if t.weight > _HEAVY and not t.word.isdigit()]
    if any(_by_kin(term, row.label) and any(_opens(term, one) for one in labels) for term in heavy):
        return replace(row, fit=min(row.fit, _KIN_ONLY))
    return row


def _by_kin(term: Term, label: str) -> bool:
    return not _opens(term, label) and any(same_root(term.word, word) for word in tokenize(label))


def _opens(term: Term, label: str) -> bool:
    """True where the label says the word or a compound that opens with it."""
    own = stem(term.word)
    return match(term, label) >= _MET or (len(own) >= _STEM and any(w.startswith(own) for w in tokenize(label)))


def told_in_text(context: Context, row: Row) -> bool:
    """True where a sentence answers and the row does not: how many there are, beside what they cost; what was taken
    out of a sum that the question names, which the table does not hold."""
    best = context.best[0] if context.best else None
    if best is None or best.score < _SURE or not best.found:
        return False
    if context.question.kind is Asked.NUMBER:
        return best.features.get("counted", 0.0) > 0 and is_of_money(row)
    return any(_holds(best.text, sum_) and not _in_table(row, sum_) for sum_ in _named(context))


def _named(context: Context) -> list[float]:
    return [amount.value_dkk for amount in find_amounts(context.question.mended) if amount.value_dkk]


def _holds(text: str, value: float) -> bool:
    return len(found := find_amounts(text)) > 1 and any(amount.value_dkk == value for amount in found)


def _in_table(row: Row, value: float) -> bool:
    factors = (1, 1_000, 1_000_000)
    return any(cell.value is not None and value in [cell.value * f for f in factors] for cell in row.table.cells)
