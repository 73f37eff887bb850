"""What ``bench.piece_weights`` learns from: what the model makes of each piece of passages and questions, and the
candidate sentences of each question."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from answer.evidence import Sentence, score, sentences, weights
from answer.question import Question as Understood
from answer.values import UnitNames
from core.alignment import Alignment
from core.likeness import signs
from core.schema import BlockKind, Document, Filters, Passage, Span
from core.settings import load_settings
from evals.places import find_place
from evals.questions import Question, load_questions
from index.library.passages import embedded
from index.pieces import own_pieces
from pipeline import KnowledgeBase

PASSAGES = 10  # whose sentences are candidates, as when a question is answered
WHOLE = (0, 1 << 16)
_BATCH = 64  # passages embedded together

Key = tuple[str, str]  # collection and passage
Quote = tuple[str, Span]  # document and place in its cleaned text
States = npt.NDArray[np.float16]
Read = tuple[npt.NDArray[np.uint16], States]  # places (n,) and states (n, 384)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence. stretch: where it stands in its passage, as a Likeness counts; None for a heading. odds: of the
    evidence score without the likeness. right: does it hold a source quote?"""

    key: Key
    stretch: tuple[int, int] | None
    odds: float
    right: bool


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One answerable question. states: (q, 384). candidates: best first."""

    collection: str
    fold: int  # questions of one topic have the same
    states: States
    candidates: list[Candidate]


@dataclass(slots=True)
class Gathered:
    """Of all collections."""

    asked: list[Asked] = field(default_factory=list)
    passages: dict[Key, Read] = field(default_factory=dict)


def gather(collections: dict[Path, list[Path]], folds: int) -> Gathered:
    """Each collection (folder of documents: files of questions) taken in under a temporary home."""
    made = Gathered()
    for corpus, files in collections.items():
        with tempfile.TemporaryDirectory() as home:
            base = KnowledgeBase.open(replace(load_settings(), home=Path(home)))
            base.ingest([corpus])
            documents = base.documents()
            made.passages |= _read(base.embedder, str(corpus), [p for one in documents for p in one.passages])
            for question in (q for file in files for q in load_questions(file) if q.answerable):
                fold = crc32((question.topic or question.id).encode()) % folds
                made.asked += _asked(base, str(corpus), fold, question, documents)
            base.close()
    return made


def _read(embedder: Any, collection: str, passages: Sequence[Passage]) -> dict[Key, Read]:
    found: dict[Key, Read] = {}
    for at in range(0, len(passages), _BATCH):
        some = passages[at : at + _BATCH]
        texts = [embedded(passage) for passage in some]
        for passage, text, hidden in zip(some, texts, embedder.embed_pieces(texts)[1], strict=True):
            places, states = own_pieces(text, len(passage.lead_in) + 1 if passage.lead_in else 0, hidden)
            found[collection, passage.id] = places, states.astype(np.float16)
    return found


def weighed(
    base: KnowledgeBase, question: Question, documents: Sequence[Document]
) -> tuple[Understood, list[Quote], list[Sentence]]:
    """The question as understood, the places of its source quotes, and its candidate sentences, best first."""
    places = [place for source in question.sources if (place := find_place(source, documents))]
    _, register, answerer = base._parts()
    read = answerer._understood(question.question, Filters(), None)
    hits = base.retriever.search(read.search, Filters(), PASSAGES, read.expansions)
    held = {document.id: document for document in documents}
    quotes = [(p.document_id, Alignment.of(held[p.document_id].changes).to_cleaned(p.span)) for p in places]
    return read, quotes, score(sentences(hits, held), read, read.parts[0], UnitNames(register.units())) if hits else []


def _asked(
    base: KnowledgeBase, collection: str, fold: int, question: Question, documents: Sequence[Document]
) -> list[Asked]:
    """One, or none where no source quote is found."""
    read, quotes, ranked = weighed(base, question, documents)
    if not quotes or not ranked:
        return []
    found = [_candidate(collection, sentence, quotes) for sentence in ranked]
    states = base.embedder.query_pieces(read.search).states.astype(np.float16)  # type: ignore[attr-defined]
    return [Asked(collection, fold, states, sorted(found, key=lambda one: -one.odds))]


def _candidate(collection: str, sentence: Sentence, quotes: Sequence[Quote]) -> Candidate:
    table = weights()
    odds = sum(table.get(name, 0.0) * value for name, value in sentence.features.items() if name != "alike")
    right = any(key == sentence.document.id and holds(sentence.span, quote) for key, quote in quotes)
    key = (collection, sentence.hit.passage.id)
    return Candidate(key, _stretch(sentence), table.get("bias", 0.0) + odds, right)


def holds(span: Span, quote: Span) -> bool:
    """Do they share 25 characters, half of the quote or four fifths of the sentence?"""
    shared = min(span.end, quote.end) - max(span.start, quote.start)
    return shared >= min(25, (quote.end - quote.start) / 2, (span.end - span.start) * 0.8)


def _stretch(sentence: Sentence) -> tuple[int, int] | None:
    """As ``answer.evidence`` takes it."""
    text, passage = sentence.document.cleaned, sentence.hit.passage
    if sentence.heading or passage.kind is BlockKind.TABLE:
        return None if sentence.heading else WHOLE
    before = signs(text[passage.start : sentence.span.start])
    return before, before + signs(text[sentence.span.start : sentence.span.end])
