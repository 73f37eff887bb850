"""A passage as the ranking looks at it: all that doesn't depend on the question, worked out once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from core.danish.date_readers import ANY_MONTH, SHORT_MONTH
from core.danish.tokens import ascii_key, word_texts
from core.schema import Passage
from index import fulltext
from index.fulltext import Fields
from index.library.documents import neighbours, passages_by_number

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:kr|mio|mia|t\.?kr|kroner|pct|procent|årsværk)|1\.?000 kr", re.IGNORECASE)
_DAY = re.compile(
    rf"\b\d{{1,2}}\.\s*{SHORT_MONTH}|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|"
    rf"\b{ANY_MONTH}\b|\b20\d\d\b|"
    r"\b\d\. kvartal|halvår|forår|efterår",
    re.IGNORECASE,
)

_LEADERS = re.compile(r"(?:\. ?){5}")  # dots from a heading to its page


@dataclass(frozen=True, slots=True)
class Prepared:
    """own, heading, title, around: index terms of the passage, its headings and lead-in, its document's name,
    and the passages before and after; keys: ASCII spellings; letters: words in ASCII, a space about each;
    size: terms; years, amount, day: what it speaks of; contents: a line of a table of contents."""

    number: int
    passage: Passage
    own: frozenset[str]
    heading: frozenset[str]
    title: frozenset[str]
    around: frozenset[str]
    keys: frozenset[str]
    letters: str
    size: int
    years: frozenset[str]
    amount: bool
    day: bool
    contents: bool = False


def prepare(number: int, passage: Passage, fields: Fields, around: frozenset[str]) -> Prepared:
    """From a passage and its stored terms."""
    body = fields.body.split()
    own, heading, title = frozenset(body), _shared(fields.heading), _shared(fields.title)
    whole = f"{' '.join(passage.section)} {passage.lead_in} {passage.text}"
    return Prepared(
        number,
        passage,
        own,
        heading,
        title,
        around,
        frozenset(fields.ascii.split()),
        spaced(passage.text),
        len(body),
        years(whole),
        bool(_AMOUNT.search(passage.text)),
        bool(_DAY.search(passage.text)),
        bool(_LEADERS.search(passage.text)),
    )


@lru_cache(maxsize=5000)
def _shared(terms: str) -> frozenset[str]:
    """One set for all passages under a heading, and for all of a document."""
    return frozenset(terms.split())


def years(text: str) -> frozenset[str]:
    """Years that are spoken of."""
    return frozenset(_YEAR.findall(text))


def spaced(text: str) -> str:
    """Words in one ASCII spelling, with a space on each side."""
    return f" {' '.join(ascii_key(word) for word in word_texts(text))} "


def load(db: sqlite3.Connection, numbers: Iterable[int]) -> list[Prepared]:
    """Passages of current documents, by number."""
    held = passages_by_number(db, numbers)
    beside = neighbours(db, held)
    stored = fulltext.stored(db, sorted({*held, *(n for pair in beside.values() for n in pair)}))
    terms = {number: frozenset(fields.body.split()) for number, fields in stored.items()}
    none: frozenset[str] = frozenset()
    return [
        prepare(number, held[number], stored[number], none.union(*(terms.get(n, none) for n in beside[number])))
        for number in held
        if number in stored
    ]
