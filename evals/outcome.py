"""What became of one question, with the stage that failed named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from core.schema import Answer, Document, Span
from evals.places import Place
from evals.questions import Question
from evals.retrieval import Ranking, first_rank, relevant, score
from evals.strings import faults


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question's result. stage: "" when right, else not_retrieved | ranked_low | wrong_sentence |
    wrong_composition | wrongly_refused | wrongly_answered."""

    id: str
    kind: str
    question: str
    answer: str
    refused: bool
    right: bool
    stage: str
    faults: list[str]
    rank: int | None
    retrieval: dict[str, float]
    cited: bool
    verbatim: float
    words: int
    confidence: float
    seconds: float
    trace: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """JSON-able form."""
        return asdict(self)


def judge(question: Question, answer: Answer, ranking: Ranking, documents: Mapping[str, Document]) -> Outcome:
    """Score one answer."""
    found = faults(answer.answer, question.must_include, question.must_not_include)
    right = not found and answer.refused != question.answerable
    cited = _cites_a_source(answer, ranking.places)
    return Outcome(
        id=question.id,
        kind=question.kind,
        question=question.question,
        answer=answer.answer,
        refused=answer.refused,
        right=right,
        stage="" if right else _stage(question, answer, ranking, cited),
        faults=found,
        rank=first_rank(ranking),
        retrieval=score(ranking),
        cited=cited,
        verbatim=_verbatim(answer, documents),
        words=len(answer.answer.split()),
        confidence=answer.confidence,
        seconds=answer.seconds,
        trace=answer.trace,
    )


def _spans(answer: Answer) -> list[tuple[str, Span]]:
    return [(c.document_id, Span(c.locator.start, c.locator.end)) for c in answer.citations]


def _cites_a_source(answer: Answer, places: Sequence[Place]) -> bool:
    return any(relevant(span, place) for span in _spans(answer) for place in places)


def _verbatim(answer: Answer, documents: Mapping[str, Document]) -> float:
    """Share of the answer's citations whose source quote stands verbatim in its document; 1.0 for none."""
    if not answer.citations:
        return 1.0
    good = [c.source_quote in documents[c.document_id].received for c in answer.citations]
    return sum(good) / len(good)


def _stage(question: Question, answer: Answer, ranking: Ranking, cited: bool) -> str:
    if not question.answerable:
        return "wrongly_answered"
    if answer.refused:
        return "wrongly_refused"
    rank = first_rank(ranking)
    if rank is None:
        return "not_retrieved"
    if cited:
        return "wrong_composition"
    return "ranked_low" if rank > 5 else "wrong_sentence"
