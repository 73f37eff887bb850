"""The string rules: what a right answer holds and what shows a wrong one.

An alternative is sought in the answer after folding (lower case, æ→ae, ø→oe, å→aa, white space as one space).
Abbreviations in capitals and short answer words (ja, nej …) must stand as whole words, a genitive s allowed;
a number must not be part of a longer number; anything else may stand inside a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_FOLD = {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "’": "'", "–": "-", "\u00a0": " "}
_WHOLE = frozenset({"ja", "nej", "yes", "no", "ingen", "intet", "nul", "streg"})
_ABBREVIATION = re.compile(r"[A-ZÆØÅ]{2,5}(/[A-ZÆØÅ]{2,5})?")


def fold(text: str) -> str:
    """Text as it is compared."""
    folded = unicodedata.normalize("NFC", text).lower()
    for mark, plain in _FOLD.items():
        folded = folded.replace(mark, plain)
    return re.sub(r"\s+", " ", folded)


def holds(alternative: str, answer: str) -> bool:
    """True where one alternative stands in the answer."""
    wanted = fold(alternative.strip())
    if not wanted:
        return False
    whole = bool(_ABBREVIATION.fullmatch(alternative.strip())) or wanted in _WHOLE
    before = after = ""
    if whole:
        before, after = r"(?<![a-z0-9])", r"(?![a-rt-z0-9])(?!s[a-z0-9])"
    else:
        if wanted[0].isdigit():
            before = r"(?<!\d)(?<!\d[.,])"
        if wanted[-1].isdigit():
            after = r"(?!\d)(?![.,]\d)"
    return re.search(before + re.escape(wanted) + after, fold(answer)) is not None


def any_of(entry: str, answer: str) -> bool:
    """True where one of the entry's alternatives ("a|b") stands in the answer."""
    return any(holds(alternative, answer) for alternative in entry.split("|"))


def faults(answer: str, must_include: Iterable[str], must_not_include: Iterable[str]) -> list[str]:
    """What is wrong with an answer: "mangler: …" and "forkert: …" entries; empty when it is right."""
    missing = [f"mangler: {entry}" for entry in must_include if not any_of(entry, answer)]
    return missing + [f"forkert: {entry}" for entry in must_not_include if any_of(entry, answer)]
