"""Conflicts: both places that differ, as the register knows them, with the newer one named."""

from __future__ import annotations

from dataclasses import replace

from answer.compose.common import Context, quoted, source_of
from answer.compose.labels import label
from answer.draft import Draft, Statement
from answer.matching import coverage, match
from answer.understanding.disputes import asks_for, is_money, pointed
from answer.understanding.kinds import Asked
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from core.schema import Conflict, Document, Span

_ABOUT = 0.55  # share of the question's topic a registered conflict must be about
_POINTED = 0.5  # the same where the question asks for exactly what differs
_ASKED_FOR = 0.15  # and where it asks whether the sources agree
_EACH = 0.3  # and each of its sides
_SAID, _UNSAID = 0.8, 0.3  # how well a side that names a thing meets its word, and one that does not
_ALL = 0.75  # share of a question's words that two days or sums must tell of
_MOST = 26  # words of a side
_TYPES = {
    Asked.NUMBER: ("number", "update", "recipient"),
    Asked.AMOUNT: ("number", "update"),
    Asked.DATE: ("date", "update"),
    Asked.OWNER: ("owner", "recipient"),
    Asked.PERSON: ("owner", "recipient"),
}


def registered(context: Context) -> Draft | None:
    """Both sides, where the register knows that the documents, or one of them, differ about what is asked."""
    fits = [(fit, c) for c in context.conflicts if (fit := _fit(context, c)) >= _least(context, c)]
    if not fits:
        return None
    conflict = max(fits, key=lambda pair: (round(pair[0], 2), pair[1].confidence))[1]
    documents = [context.document(place[0]) for place in (conflict.a, conflict.b)]
    same = documents[0].id == documents[1].id
    lead = "Kilden siger to ting:" if same else "Dokumenterne er uenige:"
    if conflict.type in ("update", "supplement"):
        lead = "To dokumenter siger noget om det:"
    statements = [
        _titled(_side(context, place, value), document, documents, newest=conflict.newer == name)
        for place, value, document, name in zip(
            (conflict.a, conflict.b), conflict.differs, documents, "ab", strict=True
        )
    ]
    return Draft(tuple(statements), lead, {"conflict": max(fit for fit, _ in fits)}, how="conflict")


def _least(context: Context, conflict: Conflict) -> float:
    if not pointed(context.question, conflict):
        return _ABOUT
    return _ASKED_FOR if context.question.kind is Asked.CONFLICT else _POINTED


def _fit(context: Context, conflict: Conflict) -> float:
    """How much a conflict is about the question: its subject and words against the question's topic."""
    held = [document_id in context.documents for document_id, _ in (conflict.a, conflict.b)]
    if not any(held) or (not all(held) and context.load is None) or not _of_kind(context, conflict):
        return 0.0
    topic = _topic(context)
    if not topic:
        return 0.0
    if _of_one_side(context, topic, conflict) or _of_something_else(context, conflict):
        return 0.0
    if pointed(context.question, conflict):
        joint = " ".join(" ".join(_told(context, place, conflict)) for place in (conflict.a, conflict.b))
        return coverage(topic, joint) + _seen(context, conflict)
    sides = [coverage(topic, *_told(context, place, conflict)) for place in (conflict.a, conflict.b)]
    return (sum(sides) / 2 if min(sides) >= _EACH else 0.0) + _seen(context, conflict)


def _of_one_side(context: Context, topic: list[Term], conflict: Conflict) -> bool:
    """True where a number is asked of something that one side names and the other knows nothing of."""
    if context.question.kind is not Asked.NUMBER or conflict.type != "number":
        return False
    told = [_told(context, place, conflict) for place in (conflict.a, conflict.b)]
    return any(
        max(match(term, text) for text, _ in told) >= _SAID
        and min(max(match(term, text), match(term, around)) for text, around in told) < _UNSAID
        for term in topic
    )


def _of_something_else(context: Context, conflict: Conflict) -> bool:
    """True where neither side tells of all that is asked: two days of a first meeting say nothing of the end, two sums
    of a whole nothing of one year."""
    money = conflict.type == "number" and is_money(conflict)
    if conflict.type != "date" and not money:
        return False
    if money and context.question.when.spans:
        return True
    told = " ".join(" ".join(_told(context, place, conflict)) for place in (conflict.a, conflict.b))
    return coverage([term for term in context.question.terms if not term.word.isdigit()], told) < _ALL


def _of_kind(context: Context, conflict: Conflict) -> bool:
    """True where the question wants the sort of thing that differs."""
    allowed = _TYPES.get(context.question.kind)
    if allowed is not None and conflict.type not in allowed:
        return False
    if context.question.kind is Asked.AMOUNT and not all("kr" in value for value in conflict.differs):
        return False
    return asks_for(context.question, conflict)


def _topic(context: Context) -> list[Term]:
    terms = [term for term in context.question.terms if not term.word.isdigit()]
    return [term for term in terms if not is_frame(term.word)] or terms


def _told(context: Context, place: tuple[str, Span], conflict: Conflict) -> tuple[str, str]:
    """The text of one side, and what stands around it: the conflict's subject, headings, title."""
    document, span = context.document(place[0]), place[1]
    section = " ".join(source_of(document, span).section)
    return document.cleaned[span.start : span.end], f"{conflict.about} {section} {document.title}"


def _seen(context: Context, conflict: Conflict) -> float:
    """Raised where one side is among the best sentences."""
    places = (conflict.a, conflict.b)
    seen = any(
        s.document.id == document_id and s.span.overlaps(span) for s in context.best[:3] for document_id, span in places
    )
    return 0.1 if seen else 0.0


def _side(context: Context, place: tuple[str, Span], value: str) -> Statement:
    """One place in its own words; the differing value is kept when it is trimmed."""
    document = context.document(place[0])
    span = _sentence_around(context, document, place[1])
    at = document.cleaned.find(value, span.start, span.end) if len(value) < 60 else -1
    keep = [Span(at, at + len(value))] if at >= 0 else [place[1]]
    return quoted(document, span, keep, most=_MOST)


def _sentence_around(context: Context, document: Document, span: Span) -> Span:
    """The ranked sentence that holds the span, else the span itself."""
    for sentence in context.best:
        if sentence.document.id == document.id and sentence.span.start <= span.start and span.end <= sentence.span.end:
            return sentence.span
    return span


def _titled(statement: Statement, document: Document, others: list[Document], *, newest: bool) -> Statement:
    if len({other.id for other in others}) == 1:
        return statement
    name = label(document, others)
    return replace(statement, label=f"{name} (nyest)" if newest else name)
