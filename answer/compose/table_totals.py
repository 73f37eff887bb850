"""How well a table's total row is the sum that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.compose.common import Context
from answer.compose.table_rows import LEAST, MOST, TOTAL, WHOLE, YEAR, Row, has_numbers, rows_of, speaks_of_table
from answer.matching import coverage
from answer.understanding.kinds import Asked, counted
from answer.understanding.roles import is_frame
from answer.understanding.sources import codes
from answer.understanding.terms import Term
from core.danish.tokens import stem, tokenize

_BASE, _ABOUT, _NAMED, _OWN = 0.2, 0.6, 0.15, 0.1
_CLEAR = 0.6  # share of the topic from which a total is of it without "i alt"
_NOTHING, _HEAVY = 0.25, 0.5  # a total of a paper is no total of a thing that neither table nor title speaks of
_SURE = 0.5  # the fit of the only total there is
_PAPER = re.compile(r"(?:budget|spare)?(?:forslag|ønske|notat|initiativ|projekt|bidrag)(?:s|ets?|erne|er|n)?")


def total_fit(context: Context, row: Row, topic: Sequence[Term], around: str, named: float, said: float) -> float:
    """0..1. topic: what is asked of, without words for money. around: the table's caption and headings. named: how
    clearly the question names the paper. said: share of the row's label that it says."""
    text = context.question.mended
    if context.question.kind is not Asked.AMOUNT and not (WHOLE.search(text) and _counted_in(context, row)):
        return 0.0
    if all(_PAPER.fullmatch(t.word) for t in topic) and WHOLE.search(text) and context.question.when.years:
        return _SURE if _only_total(context, row) else 0.0
    about = _about(context, row, topic, around)
    things = _things(context, topic)
    if things and _about(context, row, things, around) < _NOTHING:
        return 0.0
    whole = WHOLE.search(text) or MOST.search(text) or LEAST.search(text) or not topic or about > _CLEAR
    return _BASE + _ABOUT * about + _NAMED * min(named, 1.0) + _OWN * said if whole else 0.0


def _about(context: Context, row: Row, topic: Sequence[Term], around: str) -> float:
    """How much of what is asked the table and its paper are about."""
    if not topic:
        return float(speaks_of_table(context))
    counts = context.question.kind is Asked.NUMBER
    labels = " ".join(dict.fromkeys(cell.row_label for cell in row.table.cells)) if counts else ""
    heads = " ".join(row.table.columns)
    return coverage(topic, f"{around} {heads} {row.document.title} {row.document.name}", labels)


def _things(context: Context, topic: Sequence[Term]) -> list[Term]:
    """What the question asks the sum of, beside a paper known by its code."""
    coded = codes(context.question.mended)
    held = [t for t in topic if t.weight >= _HEAVY and t.word not in coded and not is_frame(t.word)]
    return [t for t in held if not (MOST.fullmatch(t.word) or LEAST.fullmatch(t.word))]


def _only_total(context: Context, row: Row) -> bool:
    """True for the total of the only paper at hand that has one of the years asked for: no other can be meant."""
    years = set(map(str, context.question.when.years))
    totals = [r for d in context.documents.values() for r in rows_of(d) if TOTAL.search(r.label) and has_numbers(r)]
    held = [r for r in totals if any(years & set(YEAR.findall(head)) for head in r.table.columns)]
    return len({r.document.id for r in held}) == 1 and held[0].label == row.label


def _counted_in(context: Context, row: Row) -> bool:
    """True for a question how many there are of something that a head of the table names."""
    nouns = {stem(noun) for noun in counted(context.question.mended)}
    return bool(nouns & {stem(word) for head in row.table.columns for word in tokenize(head)})
