"""The order of the candidates: a weighted sum of features, weights learned and kept in a file."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_WEIGHTS = Path(__file__).parent / "weights" / "rank.json"


@dataclass(frozen=True, slots=True)
class Ranking:
    """weights: by feature name. bias: added to the sum. How they were learned: docs/decisions/0102."""

    weights: Mapping[str, float]
    bias: float = 0.0

    @classmethod
    def load(cls, path: Path = _WEIGHTS) -> Ranking:
        """From the file in the repository."""
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(held["weights"], held["bias"])

    def scores(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """0..1, comparable within one question: the logistic function of the weighted sum."""
        sums = [self.bias + sum(w * row[name] for name, w in self.weights.items()) for row in rows]
        return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, one)))) for one in sums]
