"""Signs for the refusal decision that do not look at the composed answer: what sort of question it is, and how well
the best hits meet its words and years."""

from __future__ import annotations

from collections.abc import Sequence

from answer.question import Question
from answer.understanding.kinds import Asked
from core.schema import Hit

_WORDS = 10  # words of an ordinary question
_TOPICS = 6  # topic words of a long one
_LIGHT = 0.1  # weight below which a word is no topic
_WEIGHED = 10  # hits looked at
_BEST = ("coverage", "coverage_all", "letters", "year_in", "year_out", "amount", "date")
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
