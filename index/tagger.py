"""The tagger: who does what in a sentence, marked word by word by the tuned model.

The same sentence is read twice by the register: once for its tasks, and once for each task, which then stands between
marks, for who has it, who had it and when (decision 0108)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.ports import Mark, Marks, Tagger, Vectors
from core.settings import Settings
from index.embedder import batches_by_length
from index.models.build import ready_model
from index.models.session import open_session, open_tokenizer, padded
from index.models.tuned import learned, ready_tuned

NAME = "tagger"
LONGEST = 192  # pieces of both texts together, as in training
LABELS = ("task", "to", "source", "when", "until")
TAGS = 1 + 2 * len(LABELS)  # no label, then each label's first piece and its others
RELATIONS = ("transfer", "keep", "assign", "create")
_BRIDGED = 0.15  # share of a label at which a weaker word inside a stretch still belongs to it
_BRIDGE = 2  # such words in a row at most
_TRIMMED = " \n\t,;:."


def make_tagger(settings: Settings) -> Tagger | None:
    """The built-in tagger; None for the fake model of tests. Nothing is loaded before the first text."""
    return None if settings.model == "fake" else OnnxTagger(settings)


def tagger_version() -> str:
    """Changes with what the tagger learned."""
    return learned(NAME).digest


class OnnxTagger:
    """The tuned multilingual-e5-small in 8-bit arithmetic, over what stands before a sentence and the sentence."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._session: Any = None
        self._tokenizer: Any = None

    def tag(self, texts: Sequence[tuple[str, str]]) -> list[Marks]:
        """In the order given. Raises LibraryError where the model can't be made ready."""
        if not texts:
            return []
        if self._session is None:
            self._load()
        read = self._tokenizer.encode_batch(list(texts))
        found = [Marks(())] * len(texts)
        for batch in batches_by_length([len(one.ids) for one in read]):
            odds, mask = self._odds([read[i].ids for i in batch])
            for row, i in enumerate(batch):
                shares = _shares(odds[row, : len(read[i].ids), :TAGS])
                relation = RELATIONS[int((odds[row, :, TAGS:] * mask[row, :, None]).sum(0).argmax())]
                found[i] = Marks(tuple(marks_of(words_of(read[i], shares, texts[i]), texts[i])), relation)
        return found

    def _odds(self, tokens: list[list[int]]) -> tuple[Vectors, Vectors]:
        """Of each piece, shape (n, longest, outputs), and the mask."""
        ids, mask = padded(tokens)
        states = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        odds: Vectors = states @ learned(NAME).head.T + learned(NAME).bias
        return odds, mask.astype(np.float32)

    def _load(self) -> None:
        cache = self._settings.cache_dir
        self._tokenizer = open_tokenizer(ready_model(cache), LONGEST)
        self._session = open_session(ready_tuned(cache, NAME))


def _shares(odds: Vectors) -> Vectors:
    """Of "no label" and of each label, shape (pieces, 1 + labels): a label's first and other pieces together."""
    raised = np.exp(odds - odds.max(1, keepdims=True))
    raised /= raised.sum(1, keepdims=True)
    shares: Vectors = np.concatenate([raised[:, :1], raised[:, 1::2] + raised[:, 2::2]], axis=1)
    return shares


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one of the two texts with its shares, shape (1 + labels,)."""

    part: int
    start: int
    end: int
    shares: Vectors


def words_of(read: Any, shares: Vectors, texts: tuple[str, str]) -> Iterator[Word | None]:
    """Pieces of one word share one opinion, their mean; None where a text ends."""
    held: list[int] = []
    for i, part in enumerate(read.sequence_ids):
        start, end = read.offsets[i]
        if part is None or end <= start:
            yield from _word(read, shares, held)
            yield None
            held = []
            continue
        joins = held and start == read.offsets[held[-1]][1] and texts[part][start - 1 : start + 1].isalnum()
        if not joins:
            yield from _word(read, shares, held)
            held = []
        held.append(i)


def _word(read: Any, shares: Vectors, pieces: list[int]) -> Iterator[Word]:
    if pieces:
        part, first, last = read.sequence_ids[pieces[0]], read.offsets[pieces[0]], read.offsets[pieces[-1]]
        yield Word(part, first[0], last[1], shares[pieces].mean(0))


@dataclass(slots=True)
class _Stretch:
    label: int
    words: list[Word] = field(default_factory=list)
    bridged: list[Word] = field(default_factory=list)


def marks_of(words: Iterator[Word | None], texts: tuple[str, str]) -> Iterator[Mark]:
    """Runs of words of one label; up to two weaker words inside a run belong to it."""
    open_: _Stretch | None = None
    for word in (*words, None):
        label = int(word.shares.argmax()) if word else 0
        if word and open_ and label == open_.label:
            open_.words += [*open_.bridged, word]
            open_.bridged = []
        elif word and open_ and not label and word.shares[open_.label] > _BRIDGED and len(open_.bridged) < _BRIDGE:
            open_.bridged.append(word)
        else:
            yield from _mark(open_, texts)
            open_ = _Stretch(label, [word]) if word and label else None


def _mark(stretch: _Stretch | None, texts: tuple[str, str]) -> Iterator[Mark]:
    if stretch is None:
        return
    first, last = stretch.words[0], stretch.words[-1]
    text = texts[first.part]
    start, end = first.start, last.end
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    share = float(np.mean([word.shares[stretch.label] for word in stretch.words]))
    if end - start > 1:
        yield Mark(first.part, start, end, LABELS[stretch.label - 1], share)
