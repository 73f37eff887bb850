"""Text as search terms: what is written to the full-text index and what is asked of it."""

from __future__ import annotations

import re
from functools import lru_cache

from core.danish.tokens import ascii_key, normal, snowball, stem, word_texts

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def terms(text: str) -> list[str]:
    """Index terms in reading order, stop words included."""
    return [term(word) for word in word_texts(text)]


def term(word: str) -> str:
    """Index term of one word: its stem; 1.357 and 1357 are one term."""
    if word[0].isdigit():
        return word.replace(".", "") if _THOUSANDS.fullmatch(word) else word.lower()
    return stem(word)


@lru_cache(maxsize=100_000)
def spelling(word: str) -> str:
    """Key that all ASCII spellings of a word's form share."""
    return ascii_key(snowball(word))


def spellings(text: str) -> list[str]:
    """Keys of the words whose spelling has, or may stand for, a Danish letter."""
    every = {normal(word) for word in word_texts(text)}
    return sorted(spelling(form) for form in every if ascii_key(form) != form)


def forms(text: str) -> set[str]:
    """Word forms in lower case, numbers left out."""
    return {normal(word) for word in word_texts(text) if word[0].isalpha()}
