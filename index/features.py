"""What speaks for a passage, as numbers. Shared by search and by the training of its weights."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import compress
from operator import mul

from core.danish.tokens import ascii_key, words
from core.schema import BlockKind
from index.asked import EXPANSION, Asked
from index.fulltext import idf
from index.prepared import Prepared, years

NAMES = (
    "dense", "behind", "coverage", "coverage_all", "heading", "around", "document", "letters", "length", "table",
    "amount", "date", "year_in", "year_out", "contents", "alike",
)  # fmt: skip

_GRAM = 4
_E5_SPREAD = 0.016  # usual standard deviation of e5's cosines among a question's candidates
_SPELLING = 0.9  # credit of a word met only in its ASCII spelling

_ASKS_AMOUNT = re.compile(
    r"\b(?:hvad|hvor (?:meget|mange|stor\w*)|how (?:much|many))\b.*\b(?:kost\w*|kr|kroner|penge|beløb|udgift\w*|"
    r"budget\w*|afsat|bevil\w*|sum|cost|money)\b|\bhvor (?:meget|mange|stor\w*)\b|\bhow (?:much|many)\b|\bbeløb\b",
    re.IGNORECASE,
)
_ASKS_DATE = re.compile(r"\b(?:hvornår|hvilke[nt]? (?:dato|dag|år|måned)|when|dato|frist\w*|senest)\b", re.IGNORECASE)


def features(
    asked: Asked, passages: Sequence[Prepared], dense: Sequence[float], average: float, built_in: bool = True
) -> list[dict[str, float]]:
    """One row a passage, keys as in NAMES. dense: cosines. average: mean number of terms of a passage.
    built_in: the cosines are those of the built-in model."""
    asks = (bool(_ASKS_AMOUNT.search(asked.text)), bool(_ASKS_DATE.search(asked.text)), years(asked.text))
    close = letters(asked.text, [one.letters for one in passages])
    sought = Sought(asked)
    return [
        {"dense": cosine, "behind": gap, "letters": letter} | _row(sought, one, asks, average)
        for one, cosine, gap, letter in zip(passages, dense, behind(dense, built_in), close, strict=True)
    ]


def behind(dense: Sequence[float], built_in: bool) -> list[float]:
    """How far each cosine lies behind the best (0 or less), in the built-in model's measure. Models spread
    their cosines differently (e5 within 0.75 to 0.95), so another model's are scaled to e5's usual spread."""
    if not dense:
        return []
    best, mean = max(dense), sum(dense) / len(dense)
    spread = math.sqrt(sum((one - mean) ** 2 for one in dense) / len(dense))
    scale = 1.0 if built_in or spread == 0.0 else min(_E5_SPREAD / spread, 1.0)
    return [(one - best) * scale for one in dense]


def _row(asked: Sought, one: Prepared, asks: tuple[bool, bool, frozenset[str]], average: float) -> dict[str, float]:
    amount, day, sought = asks
    spelled = asked.spelled(one.keys)
    return {
        "coverage": asked.share(spelled, one.own),
        "coverage_all": asked.share(spelled, one.own, one.heading, one.title),
        "heading": asked.share((), one.heading),
        "around": asked.share(spelled, one.own, one.heading, one.around),
        "document": asked.share((), one.title),
        "length": min(one.size / average, 3.0),
        "table": float(one.passage.kind is BlockKind.TABLE),
        "amount": (1.0 if one.amount else -1.0) if amount else 0.0,  # asked for and there, or not there
        "date": (1.0 if one.day else -1.0) if day else 0.0,
        "year_in": len(sought & one.years) / len(sought) if sought else 0.0,
        "contents": float(one.contents),
        "year_out": float(bool(sought and one.years) and not sought & one.years),  # speaks of other years only
    }


class Sought:
    """A question's terms, ready to be looked for in many passages. Passages of one section or document share their
    heading's and title's terms, and neighbours each other's, so what a set of terms meets is kept."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._places: dict[str, list[tuple[int, float]]] = {}
        for place, one in enumerate(asked.terms):
            for term, credit in one.credits.items():
                self._places.setdefault(term, []).append((place, credit))
        self._every = frozenset(self._places)
        self._weights = [one.weight for one in asked.terms]
        self._keys = [one.key for one in asked.terms]
        self._phrased = any(one.phrases for one in asked.terms)
        self._kept: dict[frozenset[str], list[float]] = {}

    def spelled(self, keys: frozenset[str]) -> list[int]:
        """Places of the terms whose ASCII spelling is among the keys."""
        return [place for place, key in enumerate(self._keys) if key in keys]

    def share(self, spelled: Sequence[int], *held: frozenset[str]) -> float:
        """Share 0..1 of the question's content, weighted by rarity, that stands among the terms held. spelled: places
        of terms that are met by their ASCII spelling at least."""
        if not self.asked.total:
            return 0.0
        met = self._met(held[0]) if len(held) == 1 else list(map(max, *map(self._met, held)))
        if self._phrased:
            met = self._named(met, held)
        if spelled:
            met = [max(one, _SPELLING) if place in spelled else one for place, one in enumerate(met)]
        return float(sum(map(mul, self._weights, met))) / self.asked.total

    def _met(self, held: frozenset[str]) -> list[float]:
        """Credit of each term by the words held."""
        found = self._kept.get(held)
        if found is None:
            found = self._kept[held] = [0.0] * len(self._weights)
            for term in self._every & held:
                for place, credit in self._places[term]:
                    found[place] = max(found[place], credit)
        return found

    def _named(self, met: Sequence[float], held: Sequence[frozenset[str]]) -> list[float]:
        """With the credit of other names, whose words may stand in several of the sets."""
        whole: frozenset[str] = frozenset().union(*held)
        return [
            max(found, EXPANSION) if any(phrase <= whole for phrase in one.phrases) else found
            for one, found in zip(self.asked.terms, met, strict=True)
        ]


def coverage(asked: Asked, held: frozenset[str], keys: frozenset[str] = frozenset()) -> float:
    """Share 0..1 of the question's content, weighted by rarity, that stands among the terms held."""
    sought = Sought(asked)
    return sought.share(sought.spelled(keys), held)


def letters(question: str, texts: Sequence[str]) -> list[float]:
    """Share of the question's letter sequences that each text holds, weighted by rarity among the texts and
    damped by length. It meets what stems miss: slips in spelling and reading, glued and parted words.
    Sequences of four letters with word ends, as in McNamee & Mayfield 2004 (Information Retrieval 7).
    texts: as index.prepared.spaced gives them."""
    spaced = [f" {ascii_key(word.text)} " for word in words(question)]
    sought = sorted({word[i : i + _GRAM] for word in spaced for i in range(max(len(word) - _GRAM + 1, 1))})
    found = [[gram in text for gram in sought] for text in texts]
    weights = [idf(len(texts), sum(column)) for column in zip(*found, strict=True)]
    total, mean = sum(weights) or 1.0, sum(map(len, texts)) / max(len(texts), 1)
    return [
        sum(compress(weights, row)) / total / math.sqrt(0.5 + 0.5 * len(text) / mean)
        for row, text in zip(found, texts, strict=True)
    ]
