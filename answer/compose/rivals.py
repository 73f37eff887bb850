"""A second place that answers the same question with another value: it is shown beside the first, not kept from the
reader. The register tells differences it is sure of; these are found among the sentences of one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose.common import Context, quote
from answer.compose.gate import stands_alone
from answer.compose.labels import label
from answer.draft import Draft, Source
from answer.evidence import Sentence
from answer.polarity import strength
from answer.question import Question
from answer.understanding.kinds import Asked
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from answer.values import values
from core.danish.dates import find_dates
from core.danish.tokens import normal
from core.schema import Document

_KINDS = (Asked.DATE, Asked.NUMBER, Asked.AMOUNT)
_LOOKED_AT = 15
_AROUND = 0.6  # what a word met around a sentence counts
_AS_MUCH = 0.95  # of the topic that the answer's own source meets
_LEAST = 0.5  # share of the topic
_HEAVY, _MET = 0.45, 0.5  # the rarest words must be met
_ROOM = 90  # words of the answer with its rival
_SHARE = 0.1  # of the best sentence's score


def with_rival(context: Context, draft: Draft) -> Draft:
    """The draft, and after it the best sentence that says another value of the very same, where there is one."""
    question = context.question
    if question.kind not in _KINDS or len(question.parts) > 1 or draft.how in ("conflict", "two_sides"):
        return draft
    shown = [source for statement in draft.statements for source in statement.sources]
    topic = _topic(question, shown)
    if sum(t.weight for t in topic) < _HEAVY:
        return draft
    least = max(_LEAST, _AS_MUCH * max(_share(topic, *_told(source)) for source in shown))
    said = {value for source in shown for value in _values(context, _told(source)[0])}
    found = next((s for s in context.best[:_LOOKED_AT] if _rival(context, s, topic, least, said, shown)), None)
    if found is None or not said:
        return draft
    new = quote(found, question.parts[0])
    if sum(words_in(s.text) for s in (*draft.statements, new)) > _ROOM:
        return draft
    return replace(draft, statements=(*draft.statements, replace(new, label=_elsewhere(found.document, shown))))


def _elsewhere(document: Document, shown: Sequence[Source]) -> str:
    """ "Et andet sted", with the paper where it is another one."""
    papers = [document, *(source.document for source in shown)]
    if all(paper.id == document.id for paper in papers):
        return "Et andet sted"
    name = label(document, papers)
    return f"Et andet sted ({name[:1].lower()}{name[1:]})"


def _topic(question: Question, shown: Sequence[Source]) -> list[Term]:
    """The topic words that the answer's own sources meet: a rival must speak of the same."""
    text = " ".join(_told(source)[0] for source in shown)
    topic = [t for t in question.terms if not t.word.isdigit() and not is_frame(t.word)]
    return [t for t in topic if strength(t, text) >= _MET]


def _rival(
    context: Context, s: Sentence, topic: Sequence[Term], least: float, said: set[str], shown: Sequence[Source]
) -> bool:
    """True for a sentence that speaks of the whole topic and holds another value of the sort asked for."""
    part = context.question.parts[0]
    if s.heading or not s.found or s.features.get("counted", 0.0) < 0 or s.features.get("year", 0.0) < 0:
        return False
    if s.score < _SHARE * context.best[0].score or not stands_alone(s, part):
        return False
    if any(source.document.id == s.document.id and source.span.overlaps(s.span) for source in shown):
        return False
    own = _values(context, s.text)
    around = f"{s.around} {s.document.title}"
    heavy = all(max(strength(t, s.text), strength(t, around)) >= _MET for t in topic if t.weight >= _HEAVY)
    return bool(own) and not own & said and heavy and _share(topic, s.text, around) >= least


def _share(topic: Sequence[Term], text: str, around: str) -> float:
    met = sum(t.weight * max(strength(t, text), _AROUND * strength(t, around)) for t in topic)
    return met / (sum(t.weight for t in topic) or 1.0)


def _told(source: Source) -> tuple[str, str]:
    text = source.document.cleaned[source.span.start : source.span.end]
    return text, f"{' '.join(source.section)} {source.document.title}"


def _values(context: Context, text: str) -> set[str]:
    """The values of the sort asked for, each in one form."""
    part = context.question.parts[0]
    if part.kind is Asked.DATE:
        return {f"{d.first}{d.last}" for d in find_dates(text)} or _written(context, text)
    return _written(context, text)


def _written(context: Context, text: str) -> set[str]:
    part = context.question.parts[0]
    return {normal(v.text) for v in values(part.kind, text, context.names, part.text)}
