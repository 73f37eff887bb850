"""From the words of a question to terms of the index, each with its weight and its alternatives."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.danish.tokens import Word
from index import fulltext
from index.analysis import spelling, term
from index.fulltext import Fields
from index.vocabulary import Vocabulary


@dataclass(frozen=True)
class AskedTerm:
    """One content word of a question. alternatives: index terms that stand for it, the word's own first;
    key: its ASCII spelling; weight: inverse document frequency."""

    word: str
    alternatives: tuple[str, ...]
    key: str
    weight: float


@dataclass(frozen=True)
class Asked:
    """All content words of a question."""

    terms: tuple[AskedTerm, ...]

    def expression(self) -> str:
        """As FTS5 asks for it."""
        every = [one for asked in self.terms for one in asked.alternatives]
        return fulltext.query(list(dict.fromkeys(every)), [asked.key for asked in self.terms])

    def coverage(self, fields: Fields) -> float:
        """Share (0..1) of the question's content, weighted by rarity, that the passage holds."""
        held = {one for text in fields[:3] for one in text.split()}
        keys = set(fields.ascii.split())
        total = sum(asked.weight for asked in self.terms)
        found = sum(a.weight for a in self.terms if held.intersection(a.alternatives) or a.key in keys)
        return found / total if total else 0.0


def asked(
    db: sqlite3.Connection,
    words: Sequence[Word],
    vocabulary: Vocabulary,
    expansions: Mapping[str, Sequence[str]],
) -> Asked:
    """The question's terms. expansions: word → other words for it."""
    distinct = {term(word.text): word.text for word in reversed(words)}
    frequency = fulltext.document_frequency(db, list(distinct))
    found = []
    for one, word in distinct.items():
        more = [term(w) for other in expansions.get(word.lower(), ()) for w in other.split() if w]
        weight = fulltext.idf(vocabulary.passages, frequency[one])
        found.append(AskedTerm(word, tuple(dict.fromkeys([one, *more])), spelling(word), weight))
    return Asked(tuple(reversed(found)))
