"""Signs for the refusal decision that do not look at the composed answer: what sort of question it is, and how well
the best hits meet its words and years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from answer.question import Question
from answer.understanding.kinds import Asked
from answer.understanding.times import When
from core.danish.dates import find_dates
from core.schema import Hit

_WORDS = 10  # words of an ordinary question
_TOPICS = 6  # topic words of a long one
_LIGHT = 0.1  # weight below which a word is no topic
_WEIGHED = 10  # hits looked at
_BEST = ("coverage", "coverage_all", "letters", "year_in", "year_out", "amount", "date")
_LASTING = 2  # years that an open end of a time speaks for
_SORTS = (
    Asked.AMOUNT, Asked.COMPARISON, Asked.CONFLICT, Asked.DATE, Asked.DEFINITION, Asked.LIST, Asked.NUMBER, Asked.OWNER,
    Asked.PERSON, Asked.YES_NO,
)  # fmt: skip


def question_signs(question: Question) -> dict[str, float]:
    """asks_…: 1 for the sort of answer asked for; details are asked for in vain more often than owners are.
    words, topics: how long the question is, about 1 for an ordinary one; cosines grow with the length."""
    topics = [term for term in question.terms if term.weight > _LIGHT and not term.word.isdigit()]
    signs = {f"asks_{sort}": float(question.kind is sort) for sort in _SORTS}
    unknown, total = sum(t.weight for t in topics if not t.known), sum(t.weight for t in topics)
    return signs | {
        "words": len(question.text.split()) / _WORDS,
        "topics": len(topics) / _TOPICS,
        "unheard": unknown / total if total else 0.0,  # share of the topic that the collection lacks
    }


def hit_signs(hits: Sequence[Hit]) -> dict[str, float]:
    """hit_…: the ranking's own features of the best hit (see index/features.py), 0 where a retriever gives none.
    hits_coverage: the most of the question's words that any of the first ten meets, heading and title included."""
    first = hits[0].features if hits else {}
    signs = {f"hit_{name}": first.get(name, 0.0) for name in _BEST}
    return signs | {
        "hits_coverage": max((hit.features.get("coverage_all", 0.0) for hit in hits[:_WEIGHED]), default=0.0)
    }


def lasts(text: str, when: When) -> bool:
    """True where a time that is open at one end ("indtil 1. januar 2027", "fra maj 2025") holds a day asked about,
    though its year is another; two years back or on at the most."""
    open_ended = [span for span in find_dates(text) if span.bound in ("from", "until")]
    return any(
        (span.last is not None and span.last.year - _LASTING <= day.year and day <= span.last)
        or (span.last is None and span.first is not None and span.first <= day <= _later(span.first))
        for span in open_ended for day in when.days()
    )  # fmt: skip


def _later(day: date) -> date:
    return date(day.year + _LASTING, 12, 31)
