"""What plain search gives on the same questions: windows of 650 characters of the text as received, ranked by
BM25 (bm25s), by the same embedding model, and by both fused with RRF. Haystack's BM25 joins where installed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.ports import Embedder
from core.schema import Document, Span
from evals.places import Place
from evals.questions import Question
from evals.retrieval import Ranking, mean, score

WINDOW = 650  # characters, as in the published baselines
_RRF_K = 60  # Cormack, Clarke & Büttcher 2009
_DEPTH = 10

Order = Callable[[str], Sequence[int]]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Windows:
    """Texts cut blindly, and where each stands in the received text."""

    texts: list[str]
    places: list[tuple[str, Span]]


def cut(documents: Sequence[Document]) -> Windows:
    """Every document's received text in windows of ``WINDOW`` characters."""
    texts, places = [], []
    for document in documents:
        length = len(document.received)
        for start, end in pairwise([*range(0, length, WINDOW), length]):
            texts.append(document.received[start:end])
            places.append((document.id, Span(start, end)))
    return Windows(texts, places)


def bm25(windows: Windows) -> Order:
    """Plain BM25 by bm25s with its own tokenizer."""
    import bm25s

    index = bm25s.BM25()
    index.index(bm25s.tokenize(windows.texts, stopwords=None, show_progress=False), show_progress=False)
    count = len(windows.texts)

    def order(query: str) -> Sequence[int]:
        tokens = bm25s.tokenize([query], stopwords=None, show_progress=False)
        found, _scores = index.retrieve(tokens, k=count, show_progress=False)
        return [int(i) for i in found[0]]

    return order


def dense(windows: Windows, embedder: Embedder) -> Order:
    """Cosine of the same model."""
    vectors = embedder.embed_passages(windows.texts)
    return lambda query: [int(i) for i in np.argsort(-(vectors @ embedder.embed_query(query)))]


def fused(*orders: Order) -> Order:
    """Reciprocal rank fusion: sum of 1 / (60 + rank)."""

    def order(query: str) -> Sequence[int]:
        points: dict[int, float] = {}
        for one in orders:
            for rank, item in enumerate(one(query), 1):
                points[item] = points.get(item, 0.0) + 1.0 / (_RRF_K + rank)
        return sorted(points, key=lambda item: (-points[item], item))

    return order


def haystack(windows: Windows) -> Order | None:
    """Haystack's in-memory BM25, None where it is not installed."""
    try:
        from haystack import Document as Piece
        from haystack.document_stores.in_memory import InMemoryDocumentStore
    except ImportError:
        log.info("haystack-ai is not installed; it is left out of the comparison")
        return None
    store = InMemoryDocumentStore()
    store.write_documents([Piece(id=str(i), content=text) for i, text in enumerate(windows.texts)])
    return lambda query: [int(piece.id) for piece in store.bm25_retrieval(query, top_k=_DEPTH)]


def compare(
    documents: Sequence[Document], asked: Sequence[Question], places: dict[str, tuple[Place, ...]], embedder: Embedder
) -> dict[str, dict[str, float]]:
    """hit@1, hit@5, quote recall@5 and MRR@10 of each peer over the answerable questions."""
    windows = cut(documents)
    lexical, semantic = bm25(windows), dense(windows, embedder)
    peers = {"bm25s": lexical, "e5": semantic, "bm25s + e5 (RRF)": fused(lexical, semantic)}
    other = haystack(windows)
    if other:
        peers["haystack bm25"] = other
    table = {}
    for name, order in peers.items():
        rows = []
        for question in asked:
            if question.answerable:
                spans = tuple(windows.places[i] for i in list(order(question.question))[:_DEPTH])
                rows.append(score(Ranking(question.id, spans, places[question.id])))
        table[name] = {key: round(mean(rows, key), 4) for key in ("hit@1", "hit@5", "quote_recall@5", "mrr@10")}
    return table
