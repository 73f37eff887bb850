"""The plain composer: the sentences that answer best, for each part of the question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer.clip import words_in
from answer.compose.common import LONGEST_QUOTE, USUAL_WORDS, Context, choose, quoted, with_lead_in
from answer.compose.fitting import SURE
from answer.compose.flow import beside as beside_it
from answer.compose.flow import gives_reason, goes_on, leans_on
from answer.compose.lists import with_points
from answer.compose.of_thing import of_thing
from answer.compose.owner import beside
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.question import Part
from answer.understanding.kinds import Asked

_CARRY_ON = frozenset({Asked.PROCESS, Asked.REASON, Asked.FACT, Asked.DEFINITION})


@dataclass(frozen=True)
class Size:
    """How much is said. words: of one question's sentences; carried: with those that carry on, or with points;
    most: sentences; enough: least share of the best score."""

    words: int
    carried: int
    most: int
    enough: float


_FULL = Size(80, 90, 4, 0.12)
_SEARCHED = 0.05  # least share for search words, which name a topic, not one fact
_BRIEF = Size(50, 60, 2, 0.3)


def compose(context: Context) -> Draft | None:
    """Quoted sentences for every part; two parts share the room."""
    enough = _SEARCHED if context.question.keywords else _FULL.enough
    return _of_size(context, replace(_FULL, enough=enough))


def brief(context: Context) -> Draft | None:
    """Fewer of them, for an answer that is certain."""
    return _of_size(context, _BRIEF)


def _of_size(context: Context, size: Size) -> Draft | None:
    parts = context.question.parts
    budget = size.words if len(parts) == 1 else 2 * USUAL_WORDS // len(parts) - 20
    chosen: list[Sentence] = []
    statements: list[Statement] = []
    for part, every in zip(parts, context.ranked, strict=True):
        ranked = of_thing(every, part)
        fresh = [s for s in ranked if not any(s.overlaps(other) for other in chosen)]
        most = size.most if len(parts) == 1 else 2
        picked = choose(fresh if statements else ranked, part, budget, most, size.enough)
        chosen += picked
        if part.kind is Asked.DATE and not any(s.found for s in picked):
            statements += beside(context, part, ranked, SURE)
        statements = said(picked, part, statements, size.carried)
    if len(parts) == 1 and parts[0].kind in _CARRY_ON and chosen:
        statements = _carried_on(chosen, parts[0].kind, statements, size.carried)
    return Draft(tuple(statements)) if statements else None


def _carried_on(chosen: Sequence[Sentence], kind: Asked, statements: Sequence[Statement], room: int) -> list[Statement]:
    """With the sentence that the best one carries on from or into, where there is room."""
    out = list(statements)
    for sentence in chosen[: 2 if kind is Asked.REASON else 1]:
        document, span = sentence.document, sentence.span
        before, after = leans_on(document, span), goes_on(document, span)
        if kind is Asked.REASON and after is None and not gives_reason(document, span):
            following = beside_it(document, span, 1)
            after = following if following and gives_reason(document, following) else None
        at = next((i for i, one in enumerate(out) if _holds(one, sentence)), None)
        if at is None:
            continue
        for place, step in ((before, 0), (after, 1)):
            new = quoted(document, place, most=LONGEST_QUOTE) if place else None
            if new and _fits(new, out, room) and not any(_repeats(new, old) for old in out):
                out.insert(at + step, new)
                at += 1 - step
    return out


def _fits(new: Statement, there: Sequence[Statement], room: int) -> bool:
    return sum(words_in(one.text) for one in (new, *there)) <= room


def _holds(statement: Statement, sentence: Sentence) -> bool:
    source = statement.sources[0]
    return source.document.id == sentence.document.id and source.span.overlaps(sentence.span)


def said(
    picked: Sequence[Sentence], part: Part, before: Iterable[Statement] = (), words: int = _FULL.carried
) -> list[Statement]:
    """The sentences as statements, after those there are: with what introduces them, and with the points they
    introduce, in so many words; nothing twice."""
    statements = list(before)
    most = _longest(picked) if not statements else LONGEST_QUOTE
    for sentence in picked:
        room = words - sum(words_in(statement.text) for statement in statements)
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
