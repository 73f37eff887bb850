"""What speaks for a passage, as numbers. Shared by search and by the training of its weights."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.schema import BlockKind, Passage
from index.asked import Asked
from index.fulltext import Fields

K1, B = 1.2, 0.75  # BM25's usual constants (Robertson & Zaragoza 2009)
_NEAR = 8  # words within which two terms stand together

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d")
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:kr|mio|mia|t\.?kr|kroner|pct|procent|årsværk)|1\.?000 kr", re.IGNORECASE)
_DAY = re.compile(
    r"\b\d{1,2}\.\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|"
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b|\b20\d\d\b|"
    r"\b\d\. kvartal|halvår|forår|efterår",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\w*(?:udvalg|forvaltning|center|centre|afdeling|kontor|enhed|team)\w*|\b[A-ZÆØÅ]{2,5}\b")

_ASKS = {
    "amount": re.compile(
        r"\b(?:hvad|hvor (?:meget|mange|stor\w*)|how (?:much|many))\b.*\b(?:kost\w*|kr|kroner|penge|beløb|udgift\w*|"
        r"budget\w*|afsat|bevil\w*|sum|cost|money)\b|\bhvor (?:meget|mange|stor\w*)\b|\bhow (?:much|many)\b|\bbeløb\b",
        re.IGNORECASE,
    ),
    "date": re.compile(r"\b(?:hvornår|hvilke[nt]? (?:dato|dag|år|måned)|when|dato|frist\w*|senest)\b", re.IGNORECASE),
    "owner": re.compile(r"\b(?:hvem|hvilke[nt]? (?:udvalg|forvaltning\w*)|ansvar\w*|who)\b", re.IGNORECASE),
}
_HAS = {"amount": _AMOUNT, "date": _DAY, "owner": _OWNER}

NAMES = (
    "dense", "dense_gap", "bm25", "bm25_gap", "coverage", "coverage_all", "heading", "around", "near", "length",
    "table", "amount", "date", "owner", "year_in", "year_out", "document", "short",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be shown. dense: cosine. fields: its index terms. title: of its document."""

    number: int
    passage: Passage
    fields: Fields
    dense: float
    around: frozenset[str]  # index terms of the passages before and after


def credit(terms: Mapping[str, float], held: frozenset[str] | set[str]) -> float:
    """The best credit among the index terms that are held, 0 where none is."""
    return max((value for one, value in terms.items() if one in held), default=0.0)


def matched(asked: Asked, held: frozenset[str] | set[str], keys: frozenset[str] = frozenset()) -> list[float]:
    """Credit of each term of the question; a word met only in its ASCII spelling counts 0.9."""
    return [max(credit(one.credits, held), 0.9 if one.key in keys else 0.0) for one in asked.terms]


def covered(asked: Asked, credits: Sequence[float]) -> float:
    """Share 0..1 of the question's content, weighted by rarity."""
    if not asked.total:
        return 0.0
    return sum(one.weight * value for one, value in zip(asked.terms, credits, strict=True)) / asked.total


def bm25(asked: Asked, body: Sequence[str], average: float) -> float:
    """Okapi BM25 where a term's frequency is the sum of the credits of what stands for it."""
    counts: dict[str, int] = {}
    for one in body:
        counts[one] = counts.get(one, 0) + 1
    norm = K1 * (1 - B + B * len(body) / average)
    score = 0.0
    for term in asked.terms:
        tf = sum(value * counts[one] for one, value in term.credits.items() if one in counts)
        score += term.weight * tf * (K1 + 1) / (tf + norm)
    return score


def together(asked: Asked, body: Sequence[str]) -> float:
    """Share of neighbouring pairs of the question's terms that stand within _NEAR words of each other."""
    places = [[i for i, one in enumerate(body) if one in term.credits] for term in asked.terms]
    pairs = list(pairwise(places))
    if not pairs:
        return 0.0
    close = sum(any(abs(i - j) <= _NEAR and i != j for i in a for j in b) for a, b in pairs)
    return close / len(pairs)


def features(asked: Asked, candidates: Sequence[Candidate], average: float) -> list[dict[str, float]]:
    """One row a candidate, keys as in NAMES. average: mean number of terms of a passage."""
    rows = [_row(asked, candidate, average) for candidate in candidates]
    for name in ("dense", "bm25"):
        best = max((row[name] for row in rows), default=0.0)
        for row in rows:
            row[name + "_gap"] = best - row[name]
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
        "bm25": bm25(asked, body, average) / max(asked.total, 1e-9),
        "coverage": covered(asked, direct),
        "coverage_all": covered(asked, matched(asked, own | heading | title, keys)),
        "heading": covered(asked, matched(asked, heading)),
        "around": covered(asked, matched(asked, own | candidate.around | heading, keys)),
        "near": together(asked, body),
        "length": min(len(body) / average, 3.0),
        "table": float(passage.kind is BlockKind.TABLE),
        "document": covered(asked, matched(asked, title)),
        "short": float(len(body) < 5),
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
