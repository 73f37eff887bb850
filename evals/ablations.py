"""The system without one of its parts, put together through the same ports: what the part is worth."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.errors import UsageError
from core.schema import Document, Facts, Filters, Hit
from core.settings import Settings
from index import HybridRetriever
from index.vocabulary import Vocabulary
from pipeline import KnowledgeBase

_POOL = 30  # candidates of the arm, as in the whole system


@dataclass(frozen=True, slots=True)
class Ablation:
    """name: as the command line takes it. base: what asks. settings: the whole system's, changed."""

    name: str
    base: type[KnowledgeBase] = KnowledgeBase
    settings: Callable[[Settings], Settings] = lambda settings: settings


class OneArm(HybridRetriever):
    """Ranks by one arm's own score alone, over the candidates of that arm."""

    arm = "dense"

    def search(
        self, query: str, filters: Filters, top: int, expansions: Mapping[str, Sequence[str]] | None = None
    ) -> list[Hit]:
        """As HybridRetriever.search; Hit.score is the cosine or FTS5's BM25."""
        if not query.strip() or top < 1:
            return []
        found = self.candidates(query, filters, max(_POOL, top), expansions or {})
        hits = [replace(hit, score=hit.features[self.arm]) for hit in found if hit.features[self.arm] > 0.0]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:top]


class LexicalArm(OneArm):
    """Full text alone."""

    arm = "lexical"


class WholeWords(Vocabulary):
    """Sees no compounds: a word is met only as itself."""

    def __init__(self, counts: Mapping[str, int], passages: int, revision: int) -> None:
        super().__init__(counts, passages, revision)
        self.compounds = self.some_parts = _none  # type: ignore[assignment]

    def parts(self, word: str) -> list[str]:
        """None."""
        return []


def _none(_word: str) -> list[str]:
    return []


class _WholeWordsRetriever(HybridRetriever):
    words_of = WholeWords


class _DenseBase(KnowledgeBase):
    @cached_property
    def retriever(self) -> HybridRetriever:
        """Vectors alone."""
        return OneArm(self.library, self.embedder)


class _LexicalBase(KnowledgeBase):
    @cached_property
    def retriever(self) -> HybridRetriever:
        """Full text alone."""
        return LexicalArm(self.library, self.embedder)


class _WholeWordsBase(KnowledgeBase):
    @cached_property
    def retriever(self) -> HybridRetriever:
        """Both arms without compounds."""
        return _WholeWordsRetriever(self.library, self.embedder)


class _NoCrossEncoderBase(KnowledgeBase):
    cross_encoder = None  # as with a model that has none


class _NoRegisterBase(KnowledgeBase):
    def _facts(self, document: Document) -> Facts:
        return Facts(document.id)


ABLATIONS = {
    one.name: one
    for one in (
        Ablation("no-cleanup", settings=lambda settings: replace(settings, cleanup="off")),
        Ablation("no-compounds", _WholeWordsBase),
        Ablation("dense-only", _DenseBase),
        Ablation("lexical-only", _LexicalBase),
        Ablation("no-register", _NoRegisterBase),
        Ablation("no-cross-encoder", _NoCrossEncoderBase),
    )
}


def chosen(names: str | None) -> list[Ablation]:
    """Those named with commas, all for "all", none for nothing. Raises UsageError for an unknown name."""
    wanted = [name.strip() for name in (names or "").split(",") if name.strip()]
    if wanted == ["all"]:
        return [*ABLATIONS.values()]
    unknown = [name for name in wanted if name not in ABLATIONS]
    if unknown:
        raise UsageError(f"»{unknown[0]}« er ingen del, der kan måles uden. Vælg mellem {', '.join(ABLATIONS)} og all.")
    return [ABLATIONS[name] for name in dict.fromkeys(wanted)]
