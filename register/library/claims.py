"""Numbers that a document states about something countable, with the words that say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.danish.date_readers import ANY_MONTH
from core.danish.numbers import TWO_TO_TEN, WRITTEN, number_value
from core.danish.tokens import ascii_key, is_stop_word, stem, tokenize
from core.schema import BlockKind, Document, Span
from register.sentences.reading import Statement

_WORDS = f"{TWO_TO_TEN}|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve"
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<number>{WRITTEN}|(?i:{_WORDS}))\s+(?:(?:nye|forskellige|øvrige|udsatte|ubemandede|"
    rf"årlige|hele|faste|ledige|aktuelle|"
    r"særlige|stående|politiske|nuværende|eksisterende|organisatoriske|uafhængige|fremskudte|"
    r"tværgående)\s+){0,2}(?P<noun>[a-zæøå-]{3,})"
)
# not things that are counted: measures, money, dates, the verbs and words that follow a bare year
_NO_NOUN = re.compile(
    r"^(?:år|års|uger?|ugers|dage?|dages|måneder|måneders|timer?|timers|minutter|kr|mio|mia|procent|pct|"
    r"gange?|årige?|gang|meter|km|hektar|"
    rf"{ANY_MONTH}|og|eller|til|fra|"
    r"samt|af|for|der|som|er|skal|kan|vil|"
    r"afsatte|p|pl|mod|med|på|har|blev|var|indtil|hvor|bl|nr|stk|ved|om|i|den|det|de|rul|runder|faser|"
    r"omgange|led|blevet|udmøntes|samtlige|flere|"
    r"parter|timers|udgaver|niveauer|punkter|første|sidste|seneste|kommende|viser|får|omfatter|illustrerer|"
    r"årlig|årligt|ugentlig)$",
    re.IGNORECASE,
)
_PEOPLE = frozenset(["person", "borger", "menneske", "deltager", "modtager", "bruger", "individ"])
_WINDOW = 75  # characters on both sides that say what is counted


@dataclass(frozen=True, slots=True)
class Claim:
    """value of ``noun`` (its stem; "person" for people) in a document. words: stems around it."""

    value: float
    noun: str
    words: frozenset[str]
    document_id: str
    span: Span
    number: str
    subject: str
    section: tuple[str, ...]


def claims(document: Document, statements: Sequence[Statement]) -> Iterator[Claim]:
    """All counts in running text."""
    for statement in statements:
        if statement.kind is BlockKind.HEADING:
            continue
        for match in _COUNT.finditer(statement.text):
            noun = match["noun"].lower()
            value = number_value(match["number"])
            if value is None or _NO_NOUN.match(noun) or _is_year(match["number"], value) or value < 2:
                continue
            yield _claim(document, statement, match, value)


def _claim(document: Document, statement: Statement, match: re.Match[str], value: float) -> Claim:
    start, end = match.span()
    before = (
        re.sub(r"^\S*\s", "", statement.text[max(0, start - _WINDOW) : start])
        if start > _WINDOW
        else statement.text[:start]
    )
    after = statement.text[end : end + _WINDOW]
    after = re.sub(r"\s\S*$", "", after) if end + _WINDOW < len(statement.text) else after
    window = before + " " + after
    return Claim(
        value, noun_key(match["noun"]), pieces(window + " " + match.group()), document.id,
        Span(statement.start, statement.end), match["number"], _counted(match), statement.section,
    )  # fmt: skip


def _counted(match: re.Match[str]) -> str:
    """ "antal udsatte borgere": what is counted, without the number that may be disputed."""
    return f"antal {' '.join(match.group()[len(match['number']) :].split())}"


def _is_year(written: str, value: float) -> bool:
    return "." not in written and 1900 <= value <= 2100


@lru_cache(maxsize=10_000)
def noun_key(noun: str) -> str:
    """One key for a counted noun; people of all kinds share one."""
    key = stem(noun)
    return "person" if any(key.endswith(stem(p)) for p in _PEOPLE) else ascii_key(key)


@lru_cache(maxsize=20_000)
def pieces(text: str) -> frozenset[str]:
    """Stems of the content words; long ones add their first six letters, so that compounds meet."""
    found = set()
    for word in tokenize(text):
        if len(word) < 3 or is_stop_word(word) or word[0].isdigit():
            continue
        found.add(ascii_key(stem(word)))
    return frozenset(found)


def shared(a: frozenset[str], b: frozenset[str]) -> int:
    """Words two sets have in common, a compound counting for its parts ("ressortområder" for "områder")."""
    return sum(
        any(
            x == y
            or (min(len(x), len(y)) > 4 and (x.endswith(y) or y.endswith(x) or x.startswith(y) or y.startswith(x)))
            for y in b
        )
        for x in a
    )
