"""Characters of a page to words, words to segments: stretches of one line without a wide gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from statistics import median

_WIDE_EM = 1.6  # a gap wider than this many font sizes ends a segment

_NUMBERS_EM = 0.65  # beside a number a narrower one does; a space is 0.25-0.3


@dataclass(frozen=True, slots=True)
class Char:
    """One character with its loose box (font height), from the top left. soft: a hyphen the line end asked
    for. bold: bold or italic, set apart from plain type."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    soft: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    bold: bool = False
    broken: bool = False  # ends in a hyphen at a line end

    @property
    def size(self) -> float:
        """Font height."""
        return self.y1 - self.y0


@dataclass(frozen=True)
class Segment:
    """Words of one line without a wide gap between them."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @cached_property
    def y0(self) -> float:
        """Top edge."""
        return min(word.y0 for word in self.words)

    @cached_property
    def y1(self) -> float:
        """Bottom edge."""
        return max(word.y1 for word in self.words)

    @cached_property
    def base(self) -> float:
        """Height of the line's middle."""
        return median((word.y0 + word.y1) / 2 for word in self.words)

    @cached_property
    def size(self) -> float:
        """Font height of most words."""
        return round(median(word.size for word in self.words), 1)

    @cached_property
    def bold(self) -> bool:
        """True where every word is bold or italic."""
        return all(word.bold for word in self.words)

    def same_line(self, other: Segment) -> bool:
        """True where the two stand on one line."""
        return abs(self.base - other.base) < 0.45 * max(1.0, min(self.size, other.size))


def words_of(chars: Iterable[Char]) -> list[Word]:
    """Words in the order the file gives them."""
    words: list[Word] = []
    run: list[Char] = []
    for char in chars:
        if char.text.isspace() or not char.text:
            _close(run, words)
            continue
        if run and _apart(run[-1], char):
            _close(run, words)
        run.append(char)
        if char.soft:
            _close(run, words, broken=True)
    _close(run, words)
    return words


def _close(run: list[Char], words: list[Word], broken: bool = False) -> None:
    if run:
        words.append(
            Word(
                "".join(char.text for char in run),
                min(char.x0 for char in run),
                min(char.y0 for char in run),
                max(char.x1 for char in run),
                max(char.y1 for char in run),
                run[0].bold,
                broken,
            )
        )
        run.clear()


def _apart(last: Char, char: Char) -> bool:
    """A jump to another line, back, or over more than a wide gap, ends the word."""
    size = max(1.0, last.y1 - last.y0)
    if abs((char.y0 + char.y1) - (last.y0 + last.y1)) > size and char.x0 < last.x1 + size:
        return not (char.y0 < last.y1 and char.y1 > last.y0 and char.x0 >= last.x0)
    return char.x0 < last.x0 - size or char.x0 - last.x1 > size


def segments_of(words: list[Word]) -> list[Segment]:
    """Segments in the order of the words."""
    segments: list[Segment] = []
    run: list[Word] = []
    for word in words:
        if run and not _follows(run[-1], word):
            segments.append(Segment(tuple(run)))
            run = []
        run.append(word)
    if run:
        segments.append(Segment(tuple(run)))
    return segments


def _follows(last: Word, word: Word) -> bool:
    size = max(1.0, min(last.size, word.size))
    same_line = abs((last.y0 + last.y1) - (word.y0 + word.y1)) / 2 < 0.5 * size
    gap = word.x0 - last.x1
    wide = _NUMBERS_EM if last.text[-1].isdigit() or word.text.lstrip("-−(")[:1].isdigit() else _WIDE_EM
    return same_line and not last.broken and -0.5 * size < gap < wide * size
