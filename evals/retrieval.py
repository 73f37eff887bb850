"""Retrieval measured per question: hit@1, hit@5, quote recall@5, MRR@10 and nDCG@10.

A passage is relevant to a question when it shares at least half of a source quote's characters, or half of
its own, with that quote. nDCG is computed by ir-measures (gain 1 for each quote's first passage).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.schema import Span
from evals.places import Place, share_covered

RELEVANT_SHARE = 0.5
FOUND_SHARE = 0.8  # a quote counts as recalled when the top five together hold this share of it


@dataclass(frozen=True, slots=True)
class Ranking:
    """One question's ranked spans (document id, received span) and the places of its quotes."""

    id: str
    spans: tuple[tuple[str, Span], ...]
    places: tuple[Place, ...]


def relevant(span: tuple[str, Span], place: Place) -> bool:
    """Does one ranked span speak of the place?"""
    if span[0] != place.document_id or not span[1].overlaps(place.span):
        return False
    shared = min(span[1].end, place.span.end) - max(span[1].start, place.span.start)
    own = max(1, span[1].end - span[1].start)
    return shared >= RELEVANT_SHARE * min(own, place.span.end - place.span.start)


def first_rank(ranking: Ranking) -> int | None:
    """1-based rank of the first relevant span, None where there is none."""
    for rank, span in enumerate(ranking.spans, 1):
        if any(relevant(span, place) for place in ranking.places):
            return rank
    return None


def score(ranking: Ranking) -> dict[str, float]:
    """The five figures of one question, each 0..1."""
    rank = first_rank(ranking)
    top = ranking.spans[:5]
    recalled = [share_covered(place, top) >= FOUND_SHARE for place in ranking.places]
    return {
        "hit@1": float(rank == 1),
        "hit@5": float(rank is not None and rank <= 5),
        "quote_recall@5": sum(recalled) / len(recalled) if recalled else 0.0,
        "mrr@10": 1.0 / rank if rank is not None and rank <= 10 else 0.0,
    }


def ndcg(rankings: Sequence[Ranking]) -> dict[str, float]:
    """nDCG@10 per question id (Järvelin & Kekäläinen 2002, as ir-measures computes it)."""
    import ir_measures
    from ir_measures import nDCG

    qrels, run = [], []
    for ranking in rankings:
        left = list(ranking.places)
        for rank, span in enumerate(ranking.spans[:10], 1):
            place = next((p for p in left if relevant(span, p)), None)
            run.append(ir_measures.ScoredDoc(ranking.id, f"r{rank}", 1.0 / rank))
            if place is not None:
                left.remove(place)
                qrels.append(ir_measures.Qrel(ranking.id, f"r{rank}", 1))
        qrels += [ir_measures.Qrel(ranking.id, f"missed{i}", 1) for i in range(len(left))]
    return {m.query_id: m.value for m in ir_measures.iter_calc([nDCG @ 10], qrels, run)}


def mean(rows: Sequence[dict[str, float]], key: str) -> float:
    """Mean of one figure; 0.0 for no rows."""
    return sum(row[key] for row in rows) / len(rows) if rows else 0.0
