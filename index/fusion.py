"""Ways to join the two arms' rankings into one. Which is used, and why: docs/decisions/0102."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Scores = Mapping[int, float]


def reciprocal_rank(rankings: Sequence[Sequence[int]], k: float = 60.0) -> dict[int, float]:
    """Sum over the rankings of 1 / (k + rank), rank from 1. Cormack, Clarke & Büttcher 2009, SIGIR."""
    found: dict[int, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            found[item] = found.get(item, 0.0) + 1.0 / (k + rank)
    return found


def min_max(scores: Scores) -> dict[int, float]:
    """Scores moved to 0..1; all 1 where they are equal. Fox & Shaw 1994, TREC-2 (combination of searches)."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    return {item: (score - low) / (high - low) if high > low else 1.0 for item, score in scores.items()}


def weighted_min_max(arms: Sequence[tuple[Scores, float]]) -> dict[int, float]:
    """Weighted sum of min-max scores; an item an arm did not find counts 0 there. Weights of any sum are
    brought to 1. Bruch, Gai & Ingber 2023, ACM TOIS (convex combination against RRF)."""
    total = sum(weight for _, weight in arms) or 1.0
    found: dict[int, float] = {}
    for scores, weight in arms:
        for item, score in min_max(scores).items():
            found[item] = found.get(item, 0.0) + score * weight / total
    return found
