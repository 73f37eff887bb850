"""How a page looks: is it Danish, and was it read by an engine that has no Danish letters?

Undamaged Danish has 2.6-2.8% æøå among its letters; a page read without them has exactly none. So ``n``
letters without a single æøå are exp(-0.026 n) likely in clean Danish: a few hundred letters decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAST_SHARE = 0.05  # of the words: Danish has above 0.3, tables and letter salad next to nothing
_FEW_WORDS = 8  # a longer text needs two of them
STRAY = 0.002  # share of æøå that damaged text may hold; in 1,000 letters Danish has 26, two by chance never
MIXED = 0.01  # up to this share some letters may have come through; then mended words must outnumber them
DANISH_SHARE = 0.026  # of letters, measured on undamaged municipal texts
_LETTER = re.compile(r"[^\W\d_]")
_DANISH_LETTER = re.compile("[æøåÆØÅ]")
_WORD = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that tell the language and stand in no other of the three. "pa", "sa", "nar" are damaged Danish.
_DANISH = _words(
    "og af er til det ikke eller som skal ved fra har blev hvor efter også ogsa på pa pé når nar så sa være"
    " veere vaere vere kan vil den der de et en om med at sig jeg vi blive bliver denne disse samt mellem"
)
_ENGLISH = _words(
    "the of and to is that with as are was this be by not or it which have from their will on an has were"
)
_GERMAN = _words(
    "und die das von zu mit ist des nicht ein eine für auf dem als auch werden aus bei sich wird im sind dass"
)
_SHARED = _words("den der de et en om at")  # Danish, but German, French or English as well


@dataclass(frozen=True, slots=True)
class Health:
    """words, letters: how many. danish_letters: how many of the letters are æøå. danish, other: function words
    counted as Danish and as the stronger of English and German."""

    words: int
    letters: int
    danish_letters: int
    danish: int
    other: int

    @property
    def share(self) -> float:
        """Share of æøå among the letters, 0..1."""
        return self.danish_letters / self.letters if self.letters else 0.0

    @property
    def speaks_danish(self) -> bool:
        """True where the function words are Danish rather than English or German."""
        least = _LEAST_SHARE * self.words if self.words <= _FEW_WORDS else max(1.0, _LEAST_SHARE * self.words)
        return self.danish > max(self.other, least)

    @property
    def could_lack_letters(self) -> bool:
        """True for Danish without æøå, stray ones aside."""
        return self.danish_letters <= STRAY * self.letters and self.letters > 0 and self.speaks_danish

    @property
    def could_lack_some(self) -> bool:
        """True for Danish with far too few æøå: the only text the clean-up looks at."""
        return self.danish_letters <= MIXED * self.letters and self.letters > 0 and self.speaks_danish

    def evidence(self, mended: int) -> float:
        """Log odds in nats that the page lost its æøå, ``mended``: words that got known with them. Where more than
        stray ones stand, their lack says nothing, and each speaks against damage as a mended word speaks for it."""
        lacking = DANISH_SHARE * min(self.letters, 400) if self.could_lack_letters else -2.5 * self.danish_letters
        return lacking + 2.5 * mended - 4.0


def has_danish_letters(text: str, start: int, end: int) -> bool:
    """True where text[start:end] has its æøå: the quick way to see that there is nothing to mend."""
    found = sum(text.count(letter, start, end) for letter in "æøåÆØÅ")
    return found > MIXED * (end - start)


def measure(text: str) -> Health:
    """The health of a page or paragraph. Linear in the text."""
    words = [word.lower() for word in _WORD.findall(text)]
    own = sum(word in _DANISH and word not in _SHARED for word in words)
    danish = own + (sum(word in _SHARED for word in words) if own else 0)
    other = max(sum(word in _ENGLISH for word in words), sum(word in _GERMAN for word in words))
    return Health(len(words), len(_LETTER.findall(text)), len(_DANISH_LETTER.findall(text)), danish, other)
