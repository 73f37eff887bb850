"""Word and character errors, line by line.

Word error rate: edit distance over the white-space tokens of a line, summed, divided by the true tokens.
Character error rate: the same over characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_MEASURABLE = 0.001  # seconds


@dataclass(slots=True)
class Score:
    """Counts over all lines seen. spoiled: words that were right as read and wrong after. digits: lines whose
    digits differ from those read. words, letters: of the true text. seconds: processor time."""

    words: int = 0
    letters: int = 0
    word_errors: int = 0
    letter_errors: int = 0
    spoiled: int = 0
    digits: int = 0
    seconds: float = 0.0

    def add(self, true: str, read: str, after: str) -> None:
        """Count one line: the true text, what was read, what came out."""
        true_words, after_words = true.split(), after.split()
        self.words += len(true_words)
        self.letters += len(true)
        self.word_errors += Levenshtein.distance(true_words, after_words)
        self.letter_errors += Levenshtein.distance(true, after)
        self.spoiled += spoiled(true_words, read.split(), after_words)
        self.digits += digits(read) != digits(after)

    def row(self) -> dict[str, float]:
        """JSON-able figures; rates are shares."""
        return {
            "words": self.words,
            "wer": round(self.word_errors / max(1, self.words), 5),
            "cer": round(self.letter_errors / max(1, self.letters), 5),
            "spoiled": self.spoiled,
            "digits_changed": self.digits,
            "words_per_second": round(self.words / self.seconds) if self.seconds > _MEASURABLE else 0,
        }


def spoiled(true: list[str], read: list[str], after: list[str]) -> int:
    """Right words made wrong, over lines with as many words before as after."""
    if not len(true) == len(read) == len(after):
        return 0
    return sum(t == r != a for t, r, a in zip(true, read, after, strict=True))


def digits(text: str) -> str:
    """The digits of a text in order."""
    return "".join(c for c in text if c.isdigit())


def changed_words(before: str, after: str) -> int:
    """How many white-space tokens differ."""
    return Levenshtein.distance(before.split(), after.split())


def paired_lines(true: str, read: str) -> Iterable[tuple[str, str]]:
    """Lines of two texts that have the same number of lines."""
    return zip(true.split("\n"), read.split("\n"), strict=True)
