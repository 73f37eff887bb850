"""What speaks for a passage, as numbers. Shared by search and by the training of its weights."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import compress

from core.danish.tokens import ascii_key, words
from core.schema import BlockKind
from index.asked import EXPANSION, Asked, AskedTerm
from index.fulltext import idf
from index.prepared import Prepared, years

NAMES = (
    "dense", "behind", "coverage", "coverage_all", "heading", "around", "document", "letters", "length", "table",
    "amount", "date", "year_in", "year_out", "contents",
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
    return [
        {"dense": cosine, "behind": gap, "letters": letter} | _row(asked, one, asks, average)
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


def _row(asked: Asked, one: Prepared, asks: tuple[bool, bool, frozenset[str]], average: float) -> dict[str, float]:
    amount, day, sought = asks
    return {
        "coverage": coverage(asked, one.own, one.keys),
        "coverage_all": coverage(asked, one.everything, one.keys),
        "heading": coverage(asked, one.heading),
        "around": coverage(asked, one.nearby, one.keys),
        "document": coverage(asked, one.title),
        "length": min(one.size / average, 3.0),
        "table": float(one.passage.kind is BlockKind.TABLE),
        "amount": (1.0 if one.amount else -1.0) if amount else 0.0,  # asked for and there, or not there
        "date": (1.0 if one.day else -1.0) if day else 0.0,
        "year_in": len(sought & one.years) / len(sought) if sought else 0.0,
        "contents": float(one.contents),
        "year_out": float(bool(sought and one.years) and not sought & one.years),  # speaks of other years only
    }


def coverage(asked: Asked, held: frozenset[str], keys: frozenset[str] = frozenset()) -> float:
    """Share 0..1 of the question's content, weighted by rarity, that stands among the terms held."""
    if not asked.total:
        return 0.0
    return sum(one.weight * _met(one, held, keys) for one in asked.terms) / asked.total


def _met(asked: AskedTerm, held: frozenset[str], keys: frozenset[str]) -> float:
    found = max((asked.credits[one] for one in asked.known & held), default=0.0)
    if found < EXPANSION and asked.phrases and any(phrase <= held for phrase in asked.phrases):
        found = EXPANSION
    return max(found, _SPELLING) if asked.key in keys else found


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
