"""What speaks for a passage, as numbers. Shared by search and by the training of its weights."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from core.danish.tokens import ascii_key, words
from core.schema import BlockKind, Passage
from index.asked import EXPANSION, Asked, AskedTerm
from index.fulltext import Fields, idf

_GRAM = 4

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:kr|mio|mia|t\.?kr|kroner|pct|procent|årsværk)|1\.?000 kr", re.IGNORECASE)
_DAY = re.compile(
    r"\b\d{1,2}\.\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|"
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b|\b20\d\d\b|"
    r"\b\d\. kvartal|halvår|forår|efterår",
    re.IGNORECASE,
)

_ASKS = {
    "amount": re.compile(
        r"\b(?:hvad|hvor (?:meget|mange|stor\w*)|how (?:much|many))\b.*\b(?:kost\w*|kr|kroner|penge|beløb|udgift\w*|"
        r"budget\w*|afsat|bevil\w*|sum|cost|money)\b|\bhvor (?:meget|mange|stor\w*)\b|\bhow (?:much|many)\b|\bbeløb\b",
        re.IGNORECASE,
    ),
    "date": re.compile(r"\b(?:hvornår|hvilke[nt]? (?:dato|dag|år|måned)|when|dato|frist\w*|senest)\b", re.IGNORECASE),
}
_HAS = {"amount": _AMOUNT, "date": _DAY}

NAMES = (
    "dense", "coverage", "coverage_all", "heading", "around", "document", "letters", "length", "table",
    "amount", "date", "year_in", "year_out",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be shown. dense: cosine. fields: its index terms. title: of its document."""

    number: int
    passage: Passage
    fields: Fields
    dense: float
    around: frozenset[str]  # index terms of the passages before and after


def credit(terms: Mapping[str, float], held: frozenset[str]) -> float:
    """The best credit among the index terms that are held, 0 where none is."""
    return max((value for one, value in terms.items() if one in held), default=0.0)


def matched(asked: Asked, held: frozenset[str], keys: frozenset[str] = frozenset()) -> list[float]:
    """Credit of each term of the question; a word met only in its ASCII spelling counts 0.9."""
    return [_met(one, held, keys) for one in asked.terms]


def _met(asked: AskedTerm, held: frozenset[str], keys: frozenset[str]) -> float:
    found = credit(asked.credits, held)
    if found < EXPANSION and any(phrase <= held for phrase in asked.phrases):
        found = EXPANSION
    return max(found, 0.9 if asked.key in keys else 0.0)


def covered(asked: Asked, credits: Sequence[float]) -> float:
    """Share 0..1 of the question's content, weighted by rarity."""
    if not asked.total:
        return 0.0
    return sum(one.weight * value for one, value in zip(asked.terms, credits, strict=True)) / asked.total


def letters(question: str, texts: Sequence[str]) -> list[float]:
    """Share of the question's letter sequences that each text holds, weighted by rarity among the texts and
    damped by length. It meets what stems miss: slips in spelling and reading, glued and parted words.
    Sequences of four letters with word ends, as in McNamee & Mayfield 2004 (Information Retrieval 7)."""
    sought = sorted({word[i : i + _GRAM] for word in _spaced(question) for i in range(max(len(word) - _GRAM + 1, 1))})
    plain = [" ".join(_spaced(text)) for text in texts]
    found = [[gram in text for gram in sought] for text in plain]
    weights = [idf(len(texts), sum(column)) for column in zip(*found, strict=True)]
    total, mean = sum(weights) or 1.0, sum(map(len, plain)) / max(len(plain), 1)
    return [
        sum(compress(weights, row)) / total / math.sqrt(0.5 + 0.5 * len(text) / mean)
        for row, text in zip(found, plain, strict=True)
    ]


def _spaced(text: str) -> list[str]:
    return [f" {ascii_key(word.text)} " for word in words(text)]


def features(asked: Asked, candidates: Sequence[Candidate], average: float) -> list[dict[str, float]]:
    """One row a candidate, keys as in NAMES. average: mean number of terms of a passage."""
    rows = [_row(asked, candidate, average) for candidate in candidates]
    for row, value in zip(rows, letters(asked.text, [candidate.passage.text for candidate in candidates]), strict=True):
        row["letters"] = value
    return rows


def _row(asked: Asked, candidate: Candidate, average: float) -> dict[str, float]:
    passage, fields = candidate.passage, candidate.fields
    body = fields.body.split()
    own, keys = frozenset(body), frozenset(fields.ascii.split())
    heading, title = frozenset(fields.heading.split()), frozenset(fields.title.split())
    direct = matched(asked, own, keys)
    text = passage.text
    row = {
        "dense": candidate.dense,
        "coverage": covered(asked, direct),
        "coverage_all": covered(asked, matched(asked, own | heading | title, keys)),
        "heading": covered(asked, matched(asked, heading)),
        "around": covered(asked, matched(asked, own | candidate.around | heading, keys)),
        "length": min(len(body) / average, 3.0),
        "table": float(passage.kind is BlockKind.TABLE),
        "document": covered(asked, matched(asked, title)),
    }
    row |= {name: _fits(asked.text, name, text) for name in _ASKS}
    return row | _years(asked.text, f"{' '.join(passage.section)} {passage.lead_in} {text}")


def _fits(question: str, name: str, text: str) -> float:
    """1 where the question asks for a kind of fact and the passage holds one, -1 where it lacks it, else 0."""
    if not _ASKS[name].search(question):
        return 0.0
    return 1.0 if _HAS[name].search(text) else -1.0


def _years(question: str, text: str) -> dict[str, float]:
    """Share of the question's years that the passage speaks of, and whether it speaks only of others."""
    asked, held = set(_YEAR.findall(question)), set(_YEAR.findall(text))
    if not asked:
        return {"year_in": 0.0, "year_out": 0.0}
    return {"year_in": len(asked & held) / len(asked), "year_out": float(bool(held) and not asked & held)}
