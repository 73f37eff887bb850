"""Who owns a task: from the register's dated rows, under the name valid then, with what was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose.antecedent import named
from answer.compose.common import LONGEST_QUOTE, USUAL_WORDS, Context, choose, quote, quoted, source_of
from answer.compose.course import former_row, left_behind, said_before, unknown_then
from answer.compose.doers import doings
from answer.compose.fitting import Fit, fitting, told
from answer.compose.owner_sentence import owner_sentence
from answer.compose.owner_words import elsewhere, find
from answer.compose.standing import as_of, holder_unknown, valid_rows
from answer.compose.topic import unit_keys
from answer.compose.uncovered import uncovered
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.question import Part
from answer.understanding.kinds import Asked
from answer.understanding.owning import asks_choice, points_back
from answer.understanding.terms import Term
from core.schema import Responsibility, Span

__all__ = ["beside", "compose", "find", "statements_of"]

UNTIL_THEN = "Hvem der har det indtil da, er ikke fundet i dokumenterne."
_NEAR_BEST = 0.75
_OTHER_CHOICE = 0.85
_WHERE = re.compile(
    r"^(?:hvor (?:er|ligger|sidder|hører)|i hvilke[nt]? [\w-]+)\b.*\b(?:placeret|forankret|til|henne)\b", re.IGNORECASE
)
_SAYS_LITTLE = 5  # words; a quote cut to fewer
_ASIDE_WORDS = 28  # of a quote that stands beside the owner
# a date asked for is the register's where the question is about having or moving a task
_MOVES = re.compile(
    r"\b(?:flyt\w*|overgå\w*|overta\w*|overtog|saml\w*|skift\w*|overdrag\w*|overfør\w*|træder i kraft|kommer|kom|"
    r"lægges|få[rs]?|fik|går|gik|ryk\w*|ansvar\w*|høre?[rs]?|hørte|driver|drive|står|stod|ligger|varetag\w*|under|overflyt\w*|move\w*|"
    r"transfer\w*|take\w* over|responsib\w*)\b",
    re.I,
)


def compose(context: Context) -> Draft | None:
    """The owner told by the register and the sentence it rests on; for other parts of the question the best
    sentence."""
    part = context.question.parts[0]
    if part.kind is Asked.DATE and not _MOVES.search(part.text):
        return None
    fits = fitting(context, part, context.best)
    if part.kind is Asked.DATE:
        fits = [found for found in fits if found.row.effective_from]
    if not fits:
        return None
    rows = told(_with_former(fits) if _asks_former(context) else fits)
    rows = rows if part.kind is Asked.DATE else _placed(context, valid_rows(context, rows, fits), fits)
    rows += _other_choice(context, rows, fits) if asks_choice(part.text) else []
    statements = [s for row in rows for s in statements_of(context, row, fits)]
    if not statements:
        return None
    statements += uncovered(context, statements, rows) if part.kind is Asked.OWNER else []
    statements += _beside(context, statements, rows)
    unknown = unknown_then(context, rows[0], _has_former(context, rows[0], fits))
    evidence = {"register": min(fits[0].fit, 1.0), "past_unknown": float(unknown)}
    as_told = tuple(as_of(context, row) for row in rows)
    return Draft(tuple(dict.fromkeys(statements)), evidence=evidence, responsibilities=as_told, how="owner")


def _other_choice(context: Context, told_rows: Sequence[Responsibility], fits: Sequence[Fit]) -> list[Responsibility]:
    """For "har SOF eller BIF …?": what the other of the units named has of it on the day asked about."""
    if len(told_rows) > 1:
        return []
    named_units = unit_keys(context, context.question.parts[0].text) - unit_keys(context, told_rows[0].to_unit)
    days = context.question.when.days()
    day = days[-1] if days else context.today
    rest = (f.row for f in fits if f.fit >= _OTHER_CHOICE * fits[0].fit and (f.row.effective_from or day) <= day)
    return [row for row in rest if named_units & unit_keys(context, row.to_unit)][:1]


def _placed(context: Context, rows: list[Responsibility], fits: Sequence[Fit]) -> list[Responsibility]:
    """For "hvor er X placeret?": where a sentence that tells who has it says it lies ("som er placeret i <unit>")."""
    if not rows or not _WHERE.search(context.question.parts[0].text):
        return rows
    known = {(r.document_id, r.start, r.task) for r in (rows[0], *(f.row for f in fits if f.row.task == rows[0].task))}
    lies = (f.row for f in fits if f.row.relation == "keep" and f.row.effective_from)
    told_there = (r for r in lies if (r.document_id, r.start, r.task) in known)
    place = next((r for r in told_there if (r.effective_from or context.today) <= context.today), None)
    return rows if place is None else list(dict.fromkeys((place, *rows[1:])))


def _with_former(fits: Sequence[Fit]) -> list[Fit]:
    """For a question on who had it: of rows that fit nearly as well, those first that name a former owner."""
    near = [f for f in fits if f.fit >= _NEAR_BEST * fits[0].fit]
    named = [f for f in near if f.row.from_unit or (f.row.relation == "keep" and f.row.effective_from is None)]
    if fits[0] in named or not named:
        return list(fits)
    return [replace(named[0], fit=fits[0].fit), *(f for f in fits if f is not named[0])]


def beside(context: Context, part: Part, ranked: Sequence[Sentence], least: float) -> list[Statement]:
    """The register's word on one part of a question, for composers of other kinds. least: fit it needs."""
    fits = [found for found in fitting(context, part, ranked) if found.fit >= least]
    return _with_rest(context, fits[0].row, fits) if fits else []


def _with_rest(context: Context, row: Responsibility, fits: Sequence[Fit]) -> list[Statement]:
    """The owner, and what stays behind; not the words it rests on, which other composers have."""
    told_row, second = statements_of(context, row, fits)[:2]
    return [told_row] if left_behind(context, row) is None else [told_row, second]


def _has_former(context: Context, row: Responsibility, fits: Sequence[Fit]) -> bool:
    return former_row(context, row, fits) is not None or said_before(context, row) is not None


def statements_of(context: Context, row: Responsibility, fits: Sequence[Fit]) -> list[Statement]:
    """The owner in a sentence, and the words it rests on or what stays behind; who had it, where asked."""
    kept = former_row(context, row, fits)
    text, given, places = owner_sentence(context, row, kept)
    document = context.document(row.document_id)
    here = Span(row.start, row.end)
    sources = tuple(dict.fromkeys((source_of(document, here), *elsewhere(context, row, ""), *places)))
    last_day = f"{row.until:%-d %Y}" if row.until else ""  # of "Indtil da …", told by the move's day
    numbers = tuple(re.findall(r"\d+", " ".join((*row.conditions, last_day))))
    if holder_unknown(context, row, fits):
        text, given = f"{text} {UNTIL_THEN}", [*given, UNTIL_THEN]
    statements = [Statement(text, sources, computed=numbers, given=tuple(given))]
    behind = left_behind(context, row)
    if behind is not None:
        span = Span(behind.start, behind.end)
        statements.append(quoted(document, span, _start_of(span), most=_ASIDE_WORDS))
    else:
        statements.append(quoted(document, _whole_sentence(context, row), [here], most=LONGEST_QUOTE))
    before = said_before(context, row) if kept is None and _asks_former(context) else None
    if before is not None:
        statements.append(quoted(document, before, most=_ASIDE_WORDS))
    return statements


def _start_of(span: Span) -> list[Span]:
    return [Span(span.start, min(span.start + 60, span.end))]


def _asks_former(context: Context) -> bool:
    asked = context.question
    return asked.when.side == "past" or any(points_back(part.text) for part in asked.parts[1:])


def _whole_sentence(context: Context, row: Responsibility) -> Span:
    """The ranked sentence that holds the row's words, else those words."""
    here = Span(row.start, row.end)
    for sentence in context.best:
        if sentence.document.id == row.document_id and sentence.span.overlaps(here) and not sentence.heading:
            return Span(min(sentence.span.start, here.start), max(sentence.span.end, here.end))
    return here


def _beside(context: Context, shown: Sequence[Statement], rows: Sequence[Responsibility]) -> list[Statement]:
    """A sentence for each later part of the question; nothing more on the first, where a sentence about
    another owner would mislead."""
    room = USUAL_WORDS - sum(words_in(statement.text) for statement in shown)
    asked = list(zip(context.question.parts, context.ranked, strict=True))
    added: list[Statement] = []
    for part, ranked in asked[1:]:
        if points_back(part.text):
            continue
        if part.kind is Asked.OWNER:
            added += _second_owner(context, part, ranked, rows)
            continue
        picked = choose(_fresh(ranked, rows), part, room, most=1)
        if picked and (words_in(picked[0].text) <= room or not added):
            short = quote(picked[0], part, most=max(room, 20))
            cut = words_in(short.text) < _SAYS_LITTLE  # "Det skyldes …"
            added.append(quote(picked[0], part, most=LONGEST_QUOTE) if cut else short)
            room -= words_in(added[-1].text)
    return added


def _second_owner(
    context: Context, part: Part, ranked: Sequence[Sentence], rows: Sequence[Responsibility]
) -> list[Statement]:
    """Another task asked for beside the first ("og hvem svarer telefonen?"): its row, or who does it."""
    known = {(row.task, row.to_unit) for row in rows}
    fits = [found for found in fitting(context, part, ranked) if (found.row.task, found.row.to_unit) not in known]
    own = _own_words(context, part)
    here = [s for s in _fresh(ranked, rows) if _in_place(context, s, rows[0])] if own else []
    nearby = doings(context, replace(part, terms=own), here)
    if fits and not nearby:
        return statements_of(context, _beside_first(fits, rows[0]).row, fits)[:2]
    found = nearby or doings(context, part, _fresh(ranked, rows))
    return [named(context, quote(doing.sentence, part)) for doing in found[:1]]


def _own_words(context: Context, part: Part) -> tuple[Term, ...]:
    """A later part's words beside those it takes from the first ("og hvem låser op?")."""
    first = {term.word for term in context.question.parts[0].terms}
    return tuple(term for term in part.terms if term.word not in first)


def _in_place(context: Context, sentence: Sentence, row: Responsibility) -> bool:
    """True for a sentence of the paragraph that tells of the first task."""
    if sentence.document.id != row.document_id:
        return False
    blocks = context.document(row.document_id).blocks
    return any(b.start <= row.start < b.end and b.start <= sentence.span.start < b.end for b in blocks)


def _beside_first(fits: Sequence[Fit], first: Responsibility) -> Fit:
    """Of rows that fit nearly as well, one under the heading of the first row: the question goes on there."""
    near = [f for f in fits if f.fit >= _NEAR_BEST * fits[0].fit]
    here = (f for f in near if first.area and (f.row.document_id, f.row.area) == (first.document_id, first.area))
    return next(here, fits[0])


def _fresh(ranked: Sequence[Sentence], rows: Sequence[Responsibility]) -> list[Sentence]:
    places = [(row.document_id, Span(row.start, row.end)) for row in rows]
    return [s for s in ranked if not any(s.document.id == d and s.span.overlaps(p) for d, p in places)]
