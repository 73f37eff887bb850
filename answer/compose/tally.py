"""How many: the rows of a table that say a word of the question, counted and named ("hvor mange meldte afbud")."""

from __future__ import annotations

from collections.abc import Sequence

from answer.compose.common import Context, source_of
from answer.compose.table_rows import TOTAL, Row, all_rows
from answer.draft import Draft, Statement
from answer.matching import match
from answer.understanding.kinds import Asked
from answer.understanding.terms import Term
from core.citations import collapse
from core.danish.tokens import is_stop_word, tokenize
from core.schema import Span

_FEWEST = 2  # rows below which nothing is counted
_NAMED = 10  # rows told by name
_WEIGHT = 0.1  # of a word that may be the one counted


def compose(context: Context) -> Draft | None:
    """The rows that stand under a heading row, or have a cell, of a word that the question asks the number of."""
    part = context.question.parts[0]
    if part.kind is not Asked.NUMBER or len(context.question.parts) > 1:
        return None
    rows = [row for row in all_rows(context) if not TOTAL.search(row.label)]
    for term in sorted(part.terms, key=lambda term: -term.weight):
        held = _of_one_document([row for row in rows if _is_such(row, term)])
        if term.weight >= _WEIGHT and len(held) >= _FEWEST and _no_sums(held):
            return Draft((_told(held, term.word),), evidence={"table": 1.0}, how="table")
    return None


def _is_such(row: Row, term: Term) -> bool:
    """True for a row whose group, or one of whose cells, is just that word."""
    texts = (row.group, *(cell.text for cell in row.cells if cell.text != row.label and cell.column))
    return any(_one_word(text) and match(term, text) >= 0.9 for text in texts)


def _one_word(text: str) -> bool:
    return len([word for word in tokenize(text) if not is_stop_word(word)]) == 1


def _of_one_document(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.document.id == rows[0].document.id]


def _no_sums(rows: Sequence[Row]) -> bool:
    return not any(cell.value is not None for row in rows for cell in row.cells if cell.column)


def _told(rows: Sequence[Row], word: str) -> Statement:
    names = [collapse(row.label) for row in rows[:_NAMED]]
    more = " m.fl." if len(rows) > _NAMED else ""
    text = f"{len(rows)} ({word}): {', '.join(names)}{more}."
    sources = tuple(source_of(row.document, _span(row)) for row in rows[:_NAMED])
    return Statement(text, sources, computed=(str(len(rows)),), given=(word, *names))


def _span(row: Row) -> Span:
    spans = [cell.span for cell in row.cells if cell.span.end > cell.span.start]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
