"""The collection's own words: makes them known, or cheaper, to the decoder."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ingest.cleanup.trie import Costs, Trie
from ingest.cleanup.words import usable, with_parts

_WEIGHT = 0.3  # of the collection against general Danish in the mixed probability
_PSEUDO = 5_000.0  # added to the collection's size, so that a small one is not believed too much


def adapted(words: Trie, counts: Mapping[str, int]) -> tuple[Trie, dict[int, float]]:
    """The trie with the collection's unknown words added, and node → nats for those it makes cheaper."""
    lower: dict[str, int] = {}
    for word, count in counts.items():
        if usable(word) and len(word) > 2:
            lower[word.lower()] = lower.get(word.lower(), 0) + count
    total = sum(lower.values()) + _PSEUDO
    new: dict[str, Costs] = {}
    boost: dict[int, float] = {}
    for word, count in lower.items():
        own = -math.log(_WEIGHT * count / total)
        known = words.word_cost(word)
        if known is None:
            new[word] = with_parts(word, own, word)
        elif own < known:
            mixed = -math.log(0.7 * math.exp(-known) + math.exp(-own))
            boost[words.find(word)] = mixed
    return words.with_words(new), boost
