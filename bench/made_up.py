"""A made-up collection for measuring at size: as many words as real papers have, as common and as rare.

Words are drawn by their frequency in Danish (wordfreq's 29,454 words, which follow Zipf's law as any text does). One
word in twelve is a compound of two others, so that the vocabulary grows with the text as Danish does, and one in
eight is of the document's own subject, for a paper repeats its words. Passages are as long as in the five real papers
(median 25 words, few over 100). A question asks for three of the rarer words of one passage, as people ask for what a
paper is about. (Before, twelve words made all passages, and each of them stood in nearly every passage: no real
question is like that.) Vectors gather around their document's own; a question's is the model's."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.danish.tokens import is_stop_word, words
from core.ports import Vectors
from core.schema import Block, BlockKind, Document, Kind, Page, Passage
from index.embedder import normalized

LONGEST = 500  # passages of the first document, about 100 pages
USUAL = 80  # passages of the others
_DIM = 384


class Collection:
    """count: passages in all, at least LONGEST. The same numbers every time."""

    def __init__(self, count: int) -> None:
        import wordfreq

        held = {w: f for w, f in wordfreq.get_frequency_dict("da", "small").items() if w.isalpha()}
        self.count = count
        self._rng = np.random.default_rng(1)
        self._words = np.array(list(held))
        self._shares = np.array(list(held.values())) / sum(held.values())
        rare = np.array([3 < len(w) < 12 and not is_stop_word(w) for w in held]) & (self._shares < 1e-4)
        self._topics = self._words[rare]

    def documents(self) -> Iterator[tuple[Document, Vectors]]:
        """Every document with its passages' vectors, shape (n, 384)."""
        left, number = self.count, 0
        while left > 0:
            size = min(left, USUAL if number else LONGEST)
            centre = normalized(self._rng.normal(size=(1, _DIM)).astype(np.float32))
            noise = normalized(self._rng.normal(size=(size, _DIM)).astype(np.float32))
            yield self._document(number, size), normalized(centre + 0.6 * noise)
            left, number = left - size, number + 1

    def questions(self, texts: list[str], count: int) -> list[str]:
        """texts: passages to ask about, gone through in turn."""
        forms = ("Hvem har ansvaret for {} og {} ved {}?", "Hvornår skal {} af {} være afsluttet i {}?",
                 "Hvor mange {} er der i {} med {}?", "Hvad siger planen om {} og {} for {}?")  # fmt: skip
        share = dict(zip(self._words, self._shares, strict=True))
        found = []
        for i, text in zip(range(count), texts, strict=False):
            own = {w.text.lower() for w in words(text) if not is_stop_word(w.text) and len(w.text) > 3}
            rarest = sorted(own, key=lambda word: (share.get(word, 0.0), word))[:6:2]
            found.append(forms[i % len(forms)].format(*rarest, *["det"] * (3 - len(rarest))))
        return found

    def _document(self, number: int, size: int) -> Document:
        topic = self._rng.choice(self._topics, 20)
        lengths = np.clip(self._rng.lognormal(3.2, 0.7, size), 3, 150).astype(int)
        texts = [self._text(length, topic) for length in lengths]
        body = "\n\n".join(texts)
        starts = np.cumsum([0, *(len(text) + 2 for text in texts)])[:-1]
        places = [(int(at), int(at) + len(text)) for at, text in zip(starts, texts, strict=True)]
        key = f"made-up-{number}"
        return Document(
            key, f"{key}.txt", " ".join(topic[:3]), Kind.OTHER, None, body, body,
            pages=(Page(None, 0, len(body)),),
            blocks=tuple(Block(BlockKind.PARAGRAPH, a, b) for a, b in places),
            passages=tuple(Passage(f"{key}-{i}", key, a, b, body[a:b]) for i, (a, b) in enumerate(places)),
        )  # fmt: skip

    def _text(self, length: int, topic: np.ndarray) -> str:
        drawn = self._rng.choice(self._words, 2 * length, p=self._shares)
        kinds = self._rng.random(length)
        chosen = [
            f"{drawn[i]}{drawn[length + i]}" if kinds[i] < 1 / 12 and len(drawn[i]) > 3 and len(drawn[length + i]) > 3
            else str(self._rng.choice(topic)) if kinds[i] > 7 / 8
            else str(drawn[i])
            for i in range(length)
        ]  # fmt: skip
        return f"{' '.join(chosen).capitalize()}."
