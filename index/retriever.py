"""Finds passages: both arms, joined and ranked. Implements ``core.ports.Retriever``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.likeness import Likeness
from core.ports import Embedder
from core.schema import Document, Filters, Hit, Passage
from index import fulltext
from index.asked import read_question
from index.features import features
from index.library.passages import pieces_of
from index.library.store import Library
from index.models.build import NAME
from index.pieces import PieceEmbedder, likeness
from index.prepared import Prepared, load
from index.rank import Ranking
from index.units import headed, merged, units
from index.vocabulary import Vocabulary

_POOL = 30  # candidates each arm gives
_KEPT = 20_000  # passages kept ready


class HybridRetriever:
    """Search over one library with one embedder. Keeps the vocabulary while the library is unchanged."""

    words_of: type[Vocabulary] = Vocabulary  # how the collection's words are read; measured runs give another

    def __init__(self, library: Library, embedder: Embedder) -> None:
        self._library, self._embedder = library, embedder
        self._ranking = Ranking.load()
        self._built_in = embedder.fingerprint.startswith(NAME)
        self._words: Vocabulary | None = None
        self._held: dict[int, Prepared] = {}
        self._held_revision = -1

    def vocabulary(self) -> Mapping[str, int]:
        """Word form (lower case) → number of passages it stands in."""
        return self._vocabulary().counts

    def _vocabulary(self) -> Vocabulary:
        revision = self._library.revision
        if self._words is None or self._words.revision != revision:
            self._words = self.words_of(self._library.vocabulary(), self._library.passage_count(), revision)
        return self._words

    def search(
        self,
        query: str,
        filters: Filters,
        top: int,
        expansions: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Hit]:
        """At most ``top`` passages, best first. Raises ModelMismatch where the library's vectors come from
        another model. Hit.features: dense (cosine), lexical (FTS5's BM25, 0 where it was not among the best),
        coverage (0..1) and the others of index.features.NAMES."""
        if not query.strip() or top < 1:
            return []
        found = self.candidates(query, filters, max(_POOL, top // 2), expansions or {})
        scores = self._ranking.scores([hit.features for hit in found])
        scored = zip(found, scores, strict=True)
        best = sorted(scored, key=lambda one: (-one[1], -one[0].features["dense"], one[0].passage.id))[:top]
        return [replace(hit, score=score) for hit, score in best]

    def units(self, hits: Sequence[Hit]) -> list[Hit]:
        """Ranked passages as reading units: what stands together is shown once, at its best place, under its
        heading."""
        wanted = {hit.passage.document_id for hit in hits}
        runs = [run for key in wanted for run in units(self._library.passages(key))]
        shown = merged(hits, {passage.id: run for run in runs for passage in run})
        return [replace(hit, passage=headed(hit.passage, self._document(hit))) for hit in shown]

    def _document(self, hit: Hit) -> Document:
        return self._library.document(hit.passage.document_id)

    def unit_of(self, passages: Sequence[Passage]) -> dict[str, int]:
        """Passage id → number of its reading unit, for measuring."""
        keys = sorted({passage.document_id for passage in passages})
        runs = [run for key in keys for run in units(self._library.passages(key))]
        return {passage.id: i for i, run in enumerate(runs) for passage in run}

    def candidates(self, query: str, filters: Filters, pool: int, expansions: Mapping[str, Sequence[str]]) -> list[Hit]:
        """The best ``pool`` of each arm with their features, in no order and with no score. Raises ModelMismatch."""
        self._library.check_model(self._embedder)
        documents = None
        if filters.limits():
            documents = [info.number for info in self._library.infos(filters)]
        asked = read_question(query, self._vocabulary(), expansions)
        vector = self._embedder.embed_query(query)
        dense = dict(self._library.dense.search(vector, pool, documents))
        db = self._library.connections.get()
        lexical = dict(fulltext.search(db, asked.expression(), pool, documents))
        late = [number for number in lexical if number not in dense]
        dense |= zip(late, self._library.dense.cosines(late, vector), strict=True)
        found = self._prepared(dense)
        rows = features(asked, found, [dense[one.number] for one in found], self._library.mean_terms(), self._built_in)
        alike = self._likeness(query, [one.number for one in found])
        likest = max((one.all() for one in alike.values()), default=0.0)
        for one, row in zip(found, rows, strict=True):
            row["lexical"] = lexical.get(one.number, 0.0)
            row["alike"] = alike[one.number].all() - likest if one.number in alike else 0.0
        return [Hit(one.passage, 0.0, row, alike.get(one.number)) for one, row in zip(found, rows, strict=True)]

    def _likeness(self, query: str, numbers: Sequence[int]) -> dict[int, Likeness]:
        """Of the question to each passage that has its pieces; none where the model tells of none."""
        if not isinstance(self._embedder, PieceEmbedder):
            return {}
        held = pieces_of(self._library.connections.get(), numbers)
        found = likeness(self._embedder.query_pieces(query), list(held.values()))
        return dict(zip(held, found, strict=True))

    def _prepared(self, numbers: Iterable[int]) -> list[Prepared]:
        """Passages made ready, kept while the library is unchanged."""
        revision = self._library.revision
        if self._held_revision != revision or len(self._held) > _KEPT:
            self._held_revision, self._held = revision, {}
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._held]
        if missing:
            self._held |= {one.number: one for one in load(self._library.connections.get(), missing)}
        return [self._held[number] for number in wanted if number in self._held]
