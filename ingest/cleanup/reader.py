"""Decides for each piece of a damaged page: leave it, or put the words there that explain it better."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.schema import Change
from ingest.cleanup.decode import CAPITAL, LONGEST, Candidate, Decoder
from ingest.cleanup.hyphens import breaks
from ingest.cleanup.pieces import Piece, has_sign
from ingest.cleanup.trie import Trie

_MARGIN = 0.7  # nats by which a reading must beat the text as it stands
_SHORT_LIMIT = 10.0  # nats: two letters are mended to an everyday word or not at all
_REMEMBERED = 40_000  # words whose reading is kept
_UNLIKELY_CAPITAL = 6.0  # nats, where the same sign stands for a small letter inside words of the page
_BULLETS = frozenset("e¢©®@°")
_CAPITALS = re.compile("[A-ZÆØÅ]{2,}")
_FOLLOWS = re.compile(r" [^\W_]")
_DANISH = frozenset("æøåÆØÅ")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do about one piece (or the two halves of a broken word). was_word: the text as it stands is a
    Danish word too. mends: an unknown word became a known one with æøå."""

    changes: tuple[Change, ...]
    was_word: bool
    mends: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    best: Candidate | None
    confidence: float
    was_word: bool


class Reader:
    """Reads pieces with one decoder and remembers what it read."""

    def __init__(self, decoder: Decoder, words: Trie) -> None:
        self._decoder, self.words = decoder, words
        self._capitals: frozenset[str] = frozenset()
        self._seen: dict[tuple[str, bool, bool], _Reading] = {}

    def read(self, text: str, found: Sequence[Piece]) -> list[Verdict]:
        """The verdicts that change something, in the order of the text."""
        ends = {piece.end: piece for piece in found}
        starts = {piece.start: piece for piece in found}
        halves = {}
        if found:
            for gap in breaks(text[: found[-1].end]):
                if gap.start in ends and gap.end in starts:
                    halves[ends[gap.start].start] = starts[gap.end]
        second = {piece.start for piece in halves.values()}
        self._capitals = _inside_words(found)
        verdicts = []
        for piece in found:
            if piece.start in second:
                continue
            verdict = self._verdict(text, piece, halves.get(piece.start))
            if verdict is not None:
                verdicts.append(verdict)
        return verdicts

    def _verdict(self, text: str, piece: Piece, rest: Piece | None) -> Verdict | None:
        if len(piece.text) == 1:
            return _lone_sign(text, piece) if piece.alone else None
        word = piece.text + (rest.text if rest is not None else "")
        if piece.touching or _abbreviation(word):
            return _capital_signs(piece)
        if not _DANISH.isdisjoint(word):
            return None  # its letters came through
        reading = self._reading(word, piece.sentence_start)
        if reading.best is None:
            return _glued(piece, reading, piece.text, self.words)
        left, right = _halves(reading.best, len(piece.text))
        changes = []
        for part, true in ((piece, left), (rest, right)):
            if part is not None and true != part.text:
                glue = " " if part.glued and len(part.text) > 2 else ""
                changes.append(_change(part, glue + true, reading.confidence))
        if not changes:
            return None
        mends = not reading.was_word and any(c in _DANISH for c in reading.best.text)
        return Verdict(tuple(changes), reading.was_word, mends)

    def _reading(self, word: str, opens: bool) -> _Reading:
        small = not opens and word[0] in self._capitals
        key = (word, opens, small)
        known = self._seen.get(key)
        if known is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            known = self._seen[key] = self._decide(word, opens, _UNLIKELY_CAPITAL if small else CAPITAL)
        return known

    def _decide(self, word: str, opens: bool, capital: float = CAPITAL) -> _Reading:
        if len(word) > LONGEST:
            return _Reading(None, 1.0, False)
        cost = self.words.word_cost(word.lower())
        as_it_is = unknown_cost(word, opens)
        if cost is not None and not _odd_capitals(word):
            as_it_is = min(cost, as_it_is)
        ways = self._decoder.candidates(word, as_it_is, opens=opens, capital=capital)
        others = [way for way in ways if way.text != word]
        same = min([as_it_is, *(way.cost for way in ways if way.text == word)])
        limit = same - _MARGIN if len(word) > 2 else min(same - _MARGIN, _SHORT_LIMIT)
        if not others or others[0].cost > limit:
            return _Reading(None, 1.0, cost is not None)
        rivals = [math.exp(others[0].cost - way.cost) for way in others] + [math.exp(others[0].cost - same)]
        return _Reading(others[0], 1.0 / sum(rivals), cost is not None)


def _inside_words(found: Sequence[Piece]) -> frozenset[str]:
    """Signs and capitals that this page's engine put between small letters ("forl@b", "efterGret")."""
    inside = (re.findall(r"(?<=[a-z])[^a-z](?=[a-z])", piece.text) for piece in found)
    return frozenset(sign for signs in inside for sign in signs)


def unknown_cost(word: str, opens: bool) -> float:
    """Nats of a word that stands in no list: so much for being unknown and so much a letter.

    Names and abbreviations are often unknown, so capitals make it cheaper. The figures are those with the
    fewest word errors on two real documents and half of the aligned pages, and hold on the other half.
    """
    start, letter = 9.0, 2.4
    if word.isupper() and len(word) <= 5:
        start, letter = 3.0, 1.3
    elif not word.islower():
        plain = word[1:].islower() or word.isupper()
        start, letter = (
            ((7.0, 2.2) if opens or word.isupper() else (6.0, 1.8))
            if plain
            else ((8.0, 1.6) if word[0].islower() else (6.0, 1.6))
        )
    return start + letter * len(word) + (8.0 if has_sign(word) else 0.0)


def _odd_capitals(word: str) -> bool:
    """True for a capital after a small letter: no Danish word, though it may be a name."""
    return word[:1].islower() and not word.islower()


def _abbreviation(word: str) -> bool:
    capitals = word.isupper() or (len(word) > 2 and word.replace("l", "I").isupper())
    return capitals and len(word) <= 5 and not (len(word) == 2 and word.endswith("&"))


def _capital_signs(piece: Piece) -> Verdict | None:
    """Abbreviations: only a sign among capitals is put right ("@KF", "KUl")."""
    true = piece.text.replace("@", "Ø").replace("©", "Ø")
    true = true.replace("l", "I") if len(true) > 2 else true
    if true == piece.text or not _CAPITALS.fullmatch(true):
        return None
    return Verdict((_change(piece, true, 0.95),), False, True)


def _lone_sign(text: str, piece: Piece) -> Verdict | None:
    """A single sign between spaces: "|" or "l" for the word I, a bullet read as a letter."""
    if piece.text in "|l" and (piece.sentence_start or piece.line_start) and _runs_on(text, piece.end):
        return Verdict((_change(piece, "I", 0.95),), False, False)
    if piece.text in _BULLETS and piece.line_start and _FOLLOWS.match(text, piece.end):
        return Verdict((_change(piece, "•", 0.9),), False, False)
    return None


def _runs_on(text: str, at: int) -> bool:
    """True where running text follows, as after the word I; in a table there are more strokes on the line."""
    line = text[at : at + 120].partition("\n")
    following = (line[0] + line[1] + line[2].partition("\n")[0]).split()[:3]
    return "|" not in line[0] and any(word[0].islower() for word in following)


def _glued(piece: Piece, reading: _Reading, true: str, words: Trie) -> Verdict | None:
    """A known word directly after a number gets its space back."""
    if piece.glued and len(piece.text) > 3 and reading.was_word:
        return Verdict((_change(piece, " " + true, 0.8),), False, False)
    return None


def _halves(best: Candidate, cut: int) -> tuple[str, str]:
    left = "".join(edit.true for edit in best.edits if edit.start < cut)
    right = "".join(edit.true for edit in best.edits if edit.start >= cut)
    return left, right.lstrip(" ")


def _change(piece: Piece, true: str, confidence: float) -> Change:
    return Change(piece.start, piece.end, piece.text, true, round(min(1.0, confidence), 3), "confusion")
