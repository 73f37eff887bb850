"""How often an answer like this one was right: a logistic model of its own, beside the decision to answer at all.

The decision asks whether the documents answer the question; whether the answer given is right depends besides on how it
was made and how long it is. Learned and calibrated by ``bench.refusal_weights`` (decision 0503)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from answer.citations import Checked
from answer.draft import Draft
from answer.learned import learned

_USUAL = 60  # words of an ordinary answer
_CITES = 4  # citations of a full one


def weights() -> dict[str, float]:
    """By the name of the feature, and "bias"."""
    return learned("confidence")


def making(draft: Draft | None, shown: Checked) -> dict[str, float]:
    """How the answer was made: by_<composer> 1, its length and its citations, about 1 for a full answer."""
    signs = {"length": len(shown.text.split()) / _USUAL, "cites": len(shown.citations) / _CITES}
    return signs | ({f"by_{draft.how}": 1.0} if draft else {})


def confidence(features: Mapping[str, float]) -> float:
    """Share (0..1) of answers with such features that were right when measured."""
    table = weights()
    total = table["bias"] + sum(table.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
