"""Finds passages: both arms, joined and ranked. Implements ``core.ports.Retriever``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.ports import Embedder
from core.schema import Filters, Hit
from index import fulltext
from index.asked import Asked, read_question
from index.features import Candidate, features
from index.library.documents import neighbours, passages_by_number
from index.library.passages import vectors
from index.library.store import Library
from index.rank import Ranking
from index.vocabulary import Vocabulary

_POOL = 50  # candidates each arm gives


class HybridRetriever:
    """Search over one library with one embedder. Keeps the vocabulary while the library is unchanged."""

    def __init__(self, library: Library, embedder: Embedder) -> None:
        self._library, self._embedder = library, embedder
        self._ranking = Ranking.load()
        self._words: Vocabulary | None = None

    def vocabulary(self) -> Mapping[str, int]:
        """Word form (lower case) → number of passages it stands in."""
        return self._vocabulary().counts

    def _vocabulary(self) -> Vocabulary:
        revision = self._library.revision
        if self._words is None or self._words.revision != revision:
            self._words = Vocabulary(self._library.vocabulary(), self._library.passage_count(), revision)
        return self._words

    def search(
        self,
        query: str,
        filters: Filters,
        top: int,
        expansions: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Hit]:
        """At most ``top`` passages, best first. Raises ModelMismatch where the library's vectors come from
        another model. Hit.features: dense (cosine), lexical (BM25), coverage (0..1) and those of
        index.features.NAMES."""
        if not query.strip() or top < 1:
            return []
        self._library.check_model(self._embedder)
        documents = None
        if filters.limits():
            documents = [info.number for info in self._library.infos(filters)]
        asked = read_question(query, self._vocabulary(), expansions or {})
        vector = self._embedder.embed_query(query)
        pool = max(_POOL, top)
        dense = dict(self._library.dense.search(vector, pool, documents))
        db = self._library.connections.get()
        lexical = dict(fulltext.search(db, asked.expression(), pool, documents))
        late = [number for number in lexical if number not in dense]
        if late:
            own = vectors(db, late) @ vector
            dense |= {number: float(score) for number, score in zip(late, own, strict=True)}
        return self._ranked(asked, dense, lexical)[:top]

    def _ranked(self, asked: Asked, dense: Mapping[int, float], lexical: Mapping[int, float]) -> list[Hit]:
        candidates = self._candidates(dense)
        rows = features(asked, candidates, self._library.mean_terms())
        scores = self._ranking.scores(rows)
        hits = [
            Hit(c.passage, score, row | {"lexical": lexical.get(c.number, 0.0)})
            for c, row, score in zip(candidates, rows, scores, strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, -hit.features["dense"], hit.passage.id))

    def _candidates(self, dense: Mapping[int, float]) -> list[Candidate]:
        db = self._library.connections.get()
        held = passages_by_number(db, dense)
        around = neighbours(db, held)
        stored = fulltext.stored(db, sorted({*held, *(n for pair in around.values() for n in pair)}))
        terms = {number: frozenset(fields.body.split()) for number, fields in stored.items()}
        return [
            Candidate(
                number,
                passage,
                stored[number],
                dense[number],
                frozenset().union(*(terms.get(n, frozenset()) for n in around[number])),
            )
            for number, passage in held.items()
            if number in stored
        ]
