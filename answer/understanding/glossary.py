"""General English and Danish word lists for reading questions; the lists lie in JSON files beside this one."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from core.danish.synonyms import synonyms
from core.danish.tokens import stem, tokenize

__all__ = ["antonyms", "contraries", "is_english", "synonyms", "to_danish"]

_HERE = Path(__file__).parent
_ENGLISH_SIGNS = frozenset(
    [
        "the",
        "of",
        "is",
        "are",
        "was",
        "were",
        "does",
        "did",
        "do",
        "what",
        "who",
        "when",
        "where",
        "which",
        "how",
        "why",
        "will",
        "would",
        "should",
        "has",
        "have",
        "had",
        "and",
        "for",
        "to",
        "about",
        "with",
        "by",
        "from",
        "this",
        "that",
        "there",
        "many",
        "much",
        "long",
        "tell",
        "explain",
    ]
)
_IN_BOTH = frozenset(("for", "to", "by", "have", "had"))  # Danish words too
_ENGLISH_OPENERS = frozenset("who what when where which how why whose does did are was were has have".split())  # noqa: SIM905
_DANISH_SIGNS = frozenset(
    [
        "og",
        "er",
        "det",
        "den",
        "der",
        "som",
        "skal",
        "til",
        "af",
        "på",
        "hvem",
        "hvad",
        "hvornår",
        "hvor",
        "hvordan",
        "hvorfor",
        "hvilke",
        "hvilken",
        "hvilket",
        "ikke",
        "efter",
        "ved",
        "om",
        "fra",
        "hos",
        "bliver",
        "blev",
    ]
)


_POINTING = frozenset(["it", "its", "they", "them", "their", "be", "been", "also", "he", "she"])


def _capitals(text: str, word: str) -> bool:
    """True for "IT", which is a thing, against "it"."""
    return word.upper() in text.split()


@lru_cache(maxsize=4)
def _table(name: str) -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads((_HERE / name).read_text(encoding="utf-8"))
    return loaded


def is_english(text: str) -> bool:
    """True where English function words outnumber the Danish ones; one of them at least must be no Danish word."""
    found = tokenize(text)
    signs = [word for word in found if word in _ENGLISH_SIGNS]
    opens = bool(found) and found[0] in _ENGLISH_OPENERS
    sure = opens or (len(signs) >= 2 and any(word not in _IN_BOTH for word in signs))
    return sure and len(signs) + opens > sum(word in _DANISH_SIGNS for word in found)


def to_danish(text: str) -> list[list[str]]:
    """Danish words for an English question: one list of alternatives per English word or phrase that the
    glossary knows; words it does not know (names, abbreviations, borrowed words) stand for themselves."""
    table = _table("english.json")
    out: list[list[str]] = []
    found = tokenize(text)
    at = 0
    while at < len(found):
        size = next((n for n in (3, 2, 1) if _key(found[at : at + n], table)), 0)
        key = _key(found[at : at + size], table) if size else ""
        if key:
            out.append(table[key])
        elif found[at] not in _ENGLISH_SIGNS and not (found[at] in _POINTING and not _capitals(text, found[at])):
            out.append([found[at]])
        at += max(size, 1)
    return [words for words in out if words]


def _key(words: list[str], table: dict[str, list[str]]) -> str:
    """The glossary's entry for the words, plural or past or not."""
    plain = " ".join(words)
    return next((form for form in (plain, *_shorter(plain)) if form in table), "")


_ENDINGS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"ies$", "y"), (r"s$", ""), (r"es$", ""), (r"ied$", "y"), (r"ed$", ""), (r"d$", ""),
        (r"([bdglmnprt])\1ed$", r"\1"), (r"ing$", ""), (r"ing$", "e"), (r"([bdglmnprt])\1ing$", r"\1"),
    )
)  # fmt: skip


def _shorter(word: str) -> list[str]:
    """What an English word may be a form of."""
    return [ending.sub(put, word) for ending, put in _ENDINGS if ending.search(word)]


@lru_cache(maxsize=1)
def antonyms() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of word groups that exclude each other (fast/varig against midlertidig)."""
    pairs: list[list[list[str]]] = json.loads((_HERE / "antonyms.json").read_text(encoding="utf-8"))
    return tuple((frozenset(a), frozenset(b)) for a, b in pairs)


@lru_cache(maxsize=2000)
def contraries(word: str) -> tuple[str, ...]:
    """Words that exclude this one, without their further forms."""
    own = stem(word)
    found = (
        other
        for pair in antonyms()
        for one, against in (pair, pair[::-1])
        if own in map(stem, one)
        for other in against
    )
    return tuple({stem(other): other for other in sorted(found, reverse=True)}.values())
