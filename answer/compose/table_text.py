"""Answers from the words of a table: the column asked for by name, or the cell with the sort of value asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.compose.common import Context
from answer.compose.table_cells import is_number, told_cells
from answer.compose.table_fit import met
from answer.compose.table_rows import TOTAL, Row, all_rows, speaks_of_table
from answer.draft import Draft
from answer.matching import coverage, match
from answer.understanding.kinds import Asked
from answer.understanding.sources import codes, named_strength
from answer.understanding.terms import Term
from answer.values import values
from core.danish.tokens import is_stop_word, stem, tokenize
from core.schema import Cell

_LABEL, _TOPIC = 0.6, 0.75  # least share of the row's label said, and of the question's topic met, by value
_COLUMN_TOPIC = 0.6  # least share of the topic met where the question names the column
_IN_NAMED_TABLE = 0.3  # and where it names the table too
_COMPOUND = 4  # letters of a head that may open a compound
_MOST_WORDS = 45  # of a cell that is told whole
_ASKED = re.compile(
    r"\b(?:hvilke[nt]?|hvad er|hvad var|hvad hedder)\s+(?P<noun>(?:[\wæøå-]+\s+){0,2}?[\wæøå/-]+)", re.IGNORECASE
)
_CODE_HEAD = re.compile(r"bevilling|konto|num(?:mer|re)|\bnr\b|kode|funktion", re.IGNORECASE)  # of codes in figures
_BODY = re.compile(r"udvalg|forvaltning|enhed|center|afdeling", re.IGNORECASE)
_BY_VALUE = (Asked.DATE, Asked.PERSON, Asked.OWNER)


def by_column(context: Context) -> Draft | None:
    """The cells of the columns that the question names ("hvilken bevilling og hvilket udvalg")."""
    nouns = {stem(w) for m in _ASKED.finditer(context.question.mended) for w in tokenize(m["noun"])}
    if not nouns:
        return None
    found = [(fit, row, asked) for row in all_rows(context) if (asked := _named_cells(context, row, nouns))
             and (fit := _column_fit(context, row, asked)) > 0]  # fmt: skip
    if not found:
        return None
    fit, row, asked = max(found, key=lambda one: one[0])
    return Draft((told_cells(row, asked),), evidence={"table": fit}, how="table")


def _named_cells(context: Context, row: Row, nouns: set[str]) -> list[Cell]:
    """Cells in words under a head that the question asks for."""
    if TOTAL.search(row.label):
        return []
    owner = context.question.kind is Asked.OWNER and not speaks_of_table(context)
    picked = []
    for cell in row.cells:
        words = [w for w in tokenize(cell.column_head) if len(w) > 2 and not is_stop_word(w)]
        if (
            not words
            or (is_number(cell) and not _CODE_HEAD.search(cell.column_head))
            or not _tellable(cell, row)
            or (owner and _BODY.search(cell.column_head))
        ):
            continue
        if _same(words[0], nouns) or all(_same(w, nouns) for w in words):
            picked.append(cell)
    return picked


def _same(head: str, nouns: set[str]) -> bool:
    """The head's word, or a compound that begins with it ("bevillingsnummer" for "Bevilling")."""
    return stem(head) in nouns or (len(head) > _COMPOUND and any(noun.startswith(stem(head)) for noun in nouns))


def _tellable(cell: Cell, row: Row) -> bool:
    return bool(cell.text.strip()) and cell.text != row.label and len(cell.text.split()) <= _MOST_WORDS


def _column_fit(context: Context, row: Row, asked: Sequence[Cell]) -> float:
    """How well the row is meant, the words that name the columns set aside; 0 where it is not."""
    heads = " ".join(cell.column_head for cell in asked)
    named = {w for w in tokenize(heads) if len(w) > 2}
    naming = codes(context.question.mended) & codes(f"{row.document.title} {row.document.name}")
    topic = [t for t in _topic(context) if t.word not in naming and match(t, heads) < 0.9]
    topic = [t for t in topic if not any(_same(w, {t.word}) for w in named)]
    least = _IN_NAMED_TABLE if speaks_of_table(context) else _COLUMN_TOPIC
    fit = coverage(topic, f"{row.name} {row.table.caption}", _around(row)) if topic else 1.0
    return fit if fit >= least else 0.0


def by_value(context: Context) -> Draft | None:
    """The cell that holds a date, a name or a body, in a row that the question names."""
    part = context.question.parts[0]
    if part.kind not in _BY_VALUE or len(context.question.parts) > 1:
        return None
    topic = _topic(context)
    best: tuple[float, Row, list[Cell]] | None = None
    for row in all_rows(context):
        own = met(context, row.label)
        if own < _LABEL:
            continue
        strength = min(named_strength(context.question.mended, row.document, context.question.when.spans), 1.0)
        fit = coverage(topic, f"{row.name} {row.table.caption}", _around(row))
        held = [c for c in row.cells if _tellable(c, row) and values(part.kind, c.text, context.names, part.text)]
        if held and fit >= _TOPIC and (best is None or fit * own + 0.1 * strength > best[0]):
            best = (fit * own + 0.1 * strength, row, held)
    if best is None:
        return None
    return Draft((told_cells(best[1], best[2]),), evidence={"table": min(best[0], 1.0)}, how="table")


def _topic(context: Context) -> list[Term]:
    return [t for t in context.question.terms if not t.word.isdigit() and not _TABLE_WORD.fullmatch(t.word)]


_TABLE_WORD = re.compile(r"tabel\w*|skema\w*|oversigt\w*|ifølge|iflg|linjen?|rækken?|post(?:en)?|ført|står")


def _around(row: Row) -> str:
    """What else tells what a row is of: its cells, heads, the table's section and the document's title."""
    cells = " ".join(f"{cell.column_head} {cell.text}" for cell in row.cells)
    return f"{cells} {' '.join(row.table.section)} {row.document.title} {row.document.name}"
