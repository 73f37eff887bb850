"""Search results in the order of what answering them showed: how well a passage matches, how well its best
sentence answers, whether the answer cites it. Measured in decision 0510."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from answer.evidence import Sentence
from answer.learned import learned
from core.alignment import Alignment
from core.schema import Answer, Citation, Document, Hit, Passage, Span

_LEAST = 1e-6  # a score is never nearer to 0 or 1 than this when its logit is taken


def weights() -> dict[str, float]:
    """Of the passage's and the sentence's logit and of the answer's confidence; fitted as decision 0510 tells."""
    return learned("order")


def ordered(
    hits: Sequence[Hit], ranked: Sequence[Sequence[Sentence]], answer: Answer, documents: Iterable[Document]
) -> list[Hit]:
    """Hits whose sentences were weighed, and passages the answer cites, in their new order; behind them the
    others as they came. ranked: sentences by part of the question. documents: those of the citations.
    Scores never rise from one hit to the next."""
    rows = evidence(hits, ranked, answer, documents)
    table = weights()
    valued = [(sum(table[name] * value for name, value in row.items()), hit) for hit, row in rows]
    first = [replace(hit, score=_logistic(value)) for value, hit in sorted(valued, key=lambda pair: -pair[0])]
    known = {hit.passage.id for hit in first}
    low = first[-1].score if first else 1.0
    return [*first, *(replace(hit, score=min(hit.score, low)) for hit in hits if hit.passage.id not in known)]


def evidence(
    hits: Sequence[Hit], ranked: Sequence[Sequence[Sentence]], answer: Answer, documents: Iterable[Document]
) -> list[tuple[Hit, dict[str, float]]]:
    """What speaks for each hit that was weighed or is cited, keys as in the weights."""
    best: dict[str, float] = {}
    for sentence in (sentence for part in ranked for sentence in part):
        key = sentence.hit.passage.id
        best[key] = max(best.get(key, 0.0), sentence.score)
    cited = {passage.id: passage for passage in _cited(answer, documents)}
    low = min((hit.score for hit in hits if hit.passage.id in best), default=0.0)
    held = {hit.passage.id for hit in hits}
    every = [*hits, *(Hit(passage, low) for key, passage in cited.items() if key not in held)]
    return [
        (
            hit,
            {
                "passage": _logit(hit.score),
                "sentence": _logit(best.get(hit.passage.id, 0.0)),
                "cited": answer.confidence * (hit.passage.id in cited),
            },
        )
        for hit in every
        if hit.passage.id in best or hit.passage.id in cited
    ]


def _cited(answer: Answer, documents: Iterable[Document]) -> list[Passage]:
    by_id = {document.id: document for document in documents}
    found = (_holding(citation, by_id[citation.document_id]) for citation in answer.citations)
    return [passage for passage in found if passage is not None]


def _logit(score: float) -> float:
    return math.log(max(score, _LEAST) / max(1 - score, _LEAST))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def _holding(citation: Citation, document: Document) -> Passage | None:
    """The passage that shares most with a citation; of equals the first."""
    alignment = Alignment.of(document.changes)
    quoted = alignment.to_cleaned(Span(citation.locator.start, citation.locator.end))

    def shared(passage: Passage) -> int:
        return min(passage.end, quoted.end) - max(passage.start, quoted.start)

    best = max(document.passages, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None
