"""The plain composer: the sentences that answer best, for each part of the question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from answer.clip import words_in
from answer.compose.common import LONGEST_QUOTE, USUAL_WORDS, Context, choose, with_lead_in
from answer.compose.fitting import SURE
from answer.compose.lists import with_points
from answer.compose.owner import beside
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.question import Part
from answer.understanding.kinds import Asked

_WITH_POINTS = 85  # words of an answer that brings the points of a list


def compose(context: Context) -> Draft | None:
    """Quoted sentences for every part; two parts share the room."""
    parts = context.question.parts
    budget = USUAL_WORDS if len(parts) == 1 else 2 * USUAL_WORDS // len(parts) - 20
    chosen: list[Sentence] = []
    statements: list[Statement] = []
    for part, ranked in zip(parts, context.ranked, strict=True):
        fresh = [s for s in ranked if not any(s.overlaps(other) for other in chosen)]
        picked = choose(fresh if statements else ranked, part, budget, most=3 if len(parts) == 1 else 2)
        chosen += picked
        if part.kind is Asked.DATE and not any(s.found for s in picked):
            statements += beside(context, part, ranked, SURE)
        statements = said(picked, part, statements)
    return Draft(tuple(statements)) if statements else None


def said(picked: Sequence[Sentence], part: Part, before: Iterable[Statement] = ()) -> list[Statement]:
    """The sentences as statements, after those there are: with what introduces them, and with the points they
    introduce; nothing twice."""
    statements = list(before)
    most = _longest(picked) if not statements else LONGEST_QUOTE
    for sentence in picked:
        room = _WITH_POINTS - sum(words_in(statement.text) for statement in statements)
        quotes = with_lead_in(sentence, part, most)
        statements += [
            new for new in with_points(sentence, quotes, room - sum(words_in(q.text) for q in quotes))
            if not any(_repeats(new, old) for old in statements)
        ]  # fmt: skip
    return statements


def _longest(picked: Sequence[Sentence]) -> int:
    """Words of one quote: sentences that fit an ordinary answer together are not trimmed."""
    words = sum(words_in(sentence.text) for sentence in picked)
    return USUAL_WORDS if words <= USUAL_WORDS else LONGEST_QUOTE


def _repeats(new: Statement, old: Statement) -> bool:
    """True where one quote stands within the other."""
    if not (new.quoted and old.quoted):
        return new == old
    a, b = new.sources[0], old.sources[0]
    if a.document.id != b.document.id:
        return False
    shared = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
    return shared > 0.6 * min(a.span.end - a.span.start, b.span.end - b.span.start)
