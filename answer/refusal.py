"""One calibrated decision: do the documents answer this question?"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from answer.question import Question

_WEIGHTS = Path(__file__).parent / "weights" / "refusal.json"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Weights and threshold; learned as docs/decisions tell."""
    loaded: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return loaded


def confidence(features: Mapping[str, float]) -> float:
    """Probability that the documents answer the question, 0..1."""
    table = weights()
    total = table.get("bias", 0.0) + sum(table.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def threshold() -> float:
    """Least confidence at which an answer is given."""
    return weights()["threshold"]


def refusal_text(reason: str, asked: Question, features: Mapping[str, float] | None = None) -> str:
    """Why there is no answer."""
    return "Det fremgår ikke af dokumenterne."
