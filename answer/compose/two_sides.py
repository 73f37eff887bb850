"""Comparisons and conflicts: what each document says, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.compose.common import Context, choose, quote, quoted
from answer.draft import Draft, Statement
from answer.evidence import Sentence, coverage
from answer.question import is_frame
from answer.understanding.disputes import asks_for
from answer.understanding.kinds import Asked
from answer.understanding.sources import named_strength
from core.schema import Conflict, Document, Kind, Span

_ROOM = 78  # words for both sides together
_MOST_SIDES = 3
_ABOUT = 0.55  # share of the question's topic a registered conflict must be about
_EACH = 0.3  # and each of its sides
_TYPES = {
    Asked.NUMBER: ("number", "update"),
    Asked.AMOUNT: ("number", "update"),
    Asked.DATE: ("date",),
    Asked.OWNER: ("owner", "recipient"),
    Asked.PERSON: ("owner", "recipient"),
}

_SHORT = {
    Kind.AGREEMENT: "Aftalen",
    Kind.MINUTES: "Referatet",
    Kind.BUDGET_NOTE: "Budgetnotatet",
    Kind.ACTION_PLAN: "Handleplanen",
    Kind.IMPLEMENTATION_PLAN: "Implementeringsplanen",
    Kind.MEMO: "Notatet",
    Kind.CASE_PAPER: "Sagsfremstillingen",
}


def label(document: Document, others: Sequence[Document]) -> str:
    """What to call a document among those shown: its kind, with its year or title where two are alike."""
    name = _SHORT.get(document.kind, "")
    alike = [other for other in others if other.id != document.id and other.kind is document.kind]
    if not name or alike:
        year = f" ({document.date.year})" if document.date else ""
        return f"»{document.title}«{year}" if not name else f"{name} »{document.title}«"
    return name


def compose(context: Context) -> Draft | None:
    """For comparisons: the best of each document spoken of. For conflicts: both sides as registered."""
    return _registered(context) or _by_document(context)


def conflicting(context: Context) -> Draft | None:
    """For any value asked for: both sides, where the register knows that the documents differ about it."""
    return _registered(context)


def _registered(context: Context) -> Draft | None:
    fits = [(fit, c) for c in context.conflicts if (fit := _fit(context, c)) >= _ABOUT]
    if not fits:
        return None
    conflict = max(fits, key=lambda pair: (round(pair[0], 2), pair[1].confidence))[1]
    sides = [_side(context, place) for place in (conflict.a, conflict.b)]
    documents = [context.document(place[0]) for place in (conflict.a, conflict.b)]
    same = documents[0].id == documents[1].id
    lead = "Kilden siger to ting:" if same else "Dokumenterne er uenige:"
    if conflict.type in ("update", "supplement"):
        lead = "To dokumenter siger noget om det:"
    statements = [_titled(side, document, documents, same) for side, document in zip(sides, documents, strict=True)]
    return Draft(tuple(statements), lead, {"conflict": max(fit for fit, _ in fits)}, how="conflict")


def _fit(context: Context, conflict: Conflict) -> float:
    """How much a conflict is about the question: its subject and words against the question's topic."""
    held = [document_id in context.documents for document_id, _ in (conflict.a, conflict.b)]
    if not any(held) or (not all(held) and context.load is None):
        return 0.0
    allowed = _TYPES.get(context.question.kind)
    if allowed is not None and conflict.type not in allowed:
        return 0.0
    if context.question.kind is Asked.AMOUNT and not all("kr" in value for value in conflict.differs):
        return 0.0
    if not asks_for(context.question, conflict):
        return 0.0
    topic = [term for term in context.question.terms if not term.word.isdigit() and not is_frame(term.word)]
    if not topic:
        return 0.0
    texts = [context.document(i).cleaned[span.start : span.end] for i, span in (conflict.a, conflict.b)]
    sides = [coverage(topic, text, conflict.about) for text in texts]
    return (sum(sides) / 2 if min(sides) >= _EACH else 0.0) + _seen(context, conflict)


def _seen(context: Context, conflict: Conflict) -> float:
    """Raised where one side is among the best sentences."""
    places = (conflict.a, conflict.b)
    return 0.1 if any(
        s.document.id == document_id and s.span.overlaps(span)
        for s in context.best[:3] for document_id, span in places
    ) else 0.0  # fmt: skip


def _side(context: Context, place: tuple[str, Span]) -> Statement:
    document = context.document(place[0])
    return quoted(document, _sentence_around(context, document, place[1]), [place[1]], most=26)


def _sentence_around(context: Context, document: Document, span: Span) -> Span:
    """The ranked sentence that holds the span, else the span itself."""
    for sentence in context.best:
        if sentence.document.id == document.id and sentence.span.start <= span.start and span.end <= sentence.span.end:
            return sentence.span
    return span


def _titled(statement: Statement, document: Document, others: Sequence[Document], same: bool) -> Statement:
    return statement if same else replace(statement, label=label(document, others))


def _by_document(context: Context) -> Draft | None:
    """The best sentences of each document that the question names or the evidence lies in."""
    part = context.question.parts[0]
    wanted = _wanted(context)
    if len(wanted) < 2:
        return None
    room = _ROOM // len(wanted)
    statements: list[Statement] = []
    for document in wanted:
        ranked = _of_document(context, document)
        picked = choose(ranked, part, room, most=1 if len(wanted) > 2 else 2, enough=0.5)
        for i, sentence in enumerate(picked):
            said = quote(sentence, part, most=min(room, 30))
            statements.append(_titled(said, document, wanted, same=i > 0))
    return Draft(tuple(statements), how="two_sides") if statements else None


def _of_document(context: Context, document: Document) -> list[Sentence]:
    """Sentences of one document over all parts, best first."""
    every = {
        (s.span.start, s.span.end): s
        for ranked in context.ranked
        for s in reversed(ranked)
        if s.document.id == document.id
    }
    return sorted(every.values(), key=lambda s: -s.score)


def _wanted(context: Context) -> list[Document]:
    """Documents named in the question, in order of how clearly; else those of the best sentences."""
    asked = context.question
    named = [(named_strength(asked.mended, d, asked.when.spans), d) for d in context.documents.values()]
    wanted = [d for strength, d in sorted(named, key=lambda pair: -pair[0]) if strength >= 1][:_MOST_SIDES]
    for sentence in context.best:
        if len(wanted) >= 2:
            break
        if all(d.id != sentence.document.id for d in wanted):
            wanted.append(sentence.document)
    return wanted
