"""Finds passages: both arms, fused. Implements ``core.ports.Retriever``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.danish.tokens import content_words
from core.ports import Embedder
from core.schema import Filters, Hit
from index import find_terms, fulltext
from index.find_terms import Asked
from index.fusion import weighted_min_max
from index.library.documents import passages_by_number
from index.library.store import Library
from index.vocabulary import Vocabulary

_POOL = 60  # candidates each arm gives
_DENSE_WEIGHT = 0.5


class HybridRetriever:
    """Search over one library with one embedder. Keeps the vocabulary while the library is unchanged."""

    def __init__(self, library: Library, embedder: Embedder) -> None:
        self._library, self._embedder = library, embedder
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
        another model. Hit.features: dense (cosine), lexical (BM25), coverage (0..1)."""
        if not query.strip() or top < 1:
            return []
        self._library.check_model(self._embedder)
        documents = None
        if filters.limits():
            documents = [info.number for info in self._library.infos(filters)]
        db = self._library.connections.get()
        asked = find_terms.asked(db, content_words(query), self._vocabulary(), expansions or {})
        dense = dict(self._library.dense.search(self._embedder.embed_query(query), _POOL, documents))
        lexical = dict(fulltext.search(db, asked.expression(), _POOL, documents))
        fused = weighted_min_max([(dense, _DENSE_WEIGHT), (lexical, 1 - _DENSE_WEIGHT)])
        return self._hits(asked, dense, lexical, fused, top)

    def _hits(
        self,
        asked: Asked,
        dense: Mapping[int, float],
        lexical: Mapping[int, float],
        fused: Mapping[int, float],
        top: int,
    ) -> list[Hit]:
        db = self._library.connections.get()
        order = sorted(fused, key=lambda number: (-fused[number], number))[:top]
        held = passages_by_number(db, order)
        stored = fulltext.stored(db, order)
        return [
            Hit(
                held[number],
                fused[number],
                {
                    "dense": dense.get(number, 0.0),
                    "lexical": lexical.get(number, 0.0),
                    "coverage": asked.coverage(stored[number]),
                },
            )
            for number in order
            if number in held
        ]
