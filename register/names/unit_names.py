"""Which names mean the same unit: keys, damaged spellings and how an abbreviation fits a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz

from core.danish.tokens import ascii_key

_HEAD_END = re.compile(r"(udvalg|forvaltning|afdeling|kontor|sekretariat|råd|nævn|styrelse|enhed)(?:et|en|ets|ens|s)?$")
_SMALL = frozenset(["og", "samt", "for", "det", "den", "de", "af", "i", "med"])
_OFFICE = re.compile(r"(?:Rådmanden|Direktøren|Formanden|Chefen|Lederen)\s(?:for|af|i)\s")  # who heads a unit is not it
_APART = frozenset(["afdeling", "kontor", "sekretariat", "råd", "nævn", "styrelse", "enhed"])
_SAME_PART = 82.0  # rapidfuzz ratio of two spellings of one word; "Bgrne"/"Børne" 80-89, "Teknik"/"Klima" below 40
_SAME_NAME = 88.0
ANYBODY = re.compile(  # words for a unit that name none
    r"(?:region|kommun|stat|forvaltning|administration|udvalg|råd|nævn|centr|afdeling|enhed|team|skol|selskab|forening|"
    r"bestyrels|direktion|leverandør|sekretariat|leder)(?:e[nt]|erne)",
    re.IGNORECASE,
)


def parts(name: str) -> tuple[str, ...]:
    """The subject words of a unit's name, sorted, without head, endings and linking letters.

    >>> parts("Kultur- og Fritidsudvalget") == parts("Udvalget for Fritid og Kultur")
    True
    """
    return tuple(sorted(in_order(name)))


@lru_cache(maxsize=20_000)
def in_order(name: str) -> tuple[str, ...]:
    """The subject words of a unit's name as written."""
    low = " ".join(name.lower().split())
    low = re.sub(r"^(?:udvalg(?:et)?|forvaltning(?:en)?|magistratsafdeling(?:en)?)\s+for\s+", "", low)
    words = [w for w in re.split(r"[\s,&/-]+", low) if w and w not in _SMALL]
    if not words:
        return ()
    if re.search(r"(?:udvalg|forvaltning)", words[-1]) or len(words) == 1:
        words[-1] = _HEAD_END.sub("", words[-1]) or words[-1]
    return tuple(_bare(w) for w in words)


def _bare(word: str) -> str:
    word = re.sub(r"(?<=[a-zæøå]{3})(?:es|s|e)$", "", word)
    return ascii_key(word)


@lru_cache(maxsize=50_000)
def same_unit(a: str, b: str) -> bool:
    """True where two names of one type differ only in inflection, order, or damaged letters."""
    mine, other = parts(a), parts(b)
    heads = {found[1] for name in (a, b) if (found := _HEAD_END.search(name.lower()))}
    if len(heads & _APART) > 1:  # "Havnekontoret" is not the "Havnesekretariatet"
        return False
    if mine == other:
        return True
    if len(mine) != len(other) or not mine:
        return False
    if min(len("".join(mine)), len("".join(other))) < 5:
        return False
    pairs = [max(fuzz.ratio(p, q) for q in other) for p in mine]
    return min(pairs) >= _SAME_PART - 10 and fuzz.ratio(" ".join(mine), " ".join(other)) >= _SAME_NAME - 3


def same_written(a: str, b: str) -> bool:
    """True where two names of one type are one unit and say their words in one order: in papers of different
    municipalities, other orders are other units."""
    mine, other = in_order(a), in_order(b)
    return same_unit(a, b) and all(fuzz.ratio(p, q) >= _SAME_PART - 10 for p, q in zip(mine, other, strict=True))


def same_kind(a: str, b: str) -> bool:
    """False where only one name says that it is a committee, or a department: "Kommunikation" in one paper is not the
    "Kommunikationsafdelingen" of another. Names of administrations are shortened alike everywhere."""
    one, two = (a.lower(), b.lower())
    heads = {found[1] if (found := _HEAD_END.search(name)) else "" for name in (one, two)}
    return ("udvalg" in one) == ("udvalg" in two) and ("" not in heads or heads <= {"", "udvalg", "forvaltning"})


def overlap(a: str, b: str) -> float:
    """Share of the shorter name's subject words that also stand in the other (0..1), spelling forgiven."""
    mine, other = sorted((parts(a), parts(b)), key=len)
    if not mine:
        return 0.0
    return sum(any(fuzz.ratio(p, q) >= _SAME_PART for q in other) for p in mine) / len(mine)


def fits(abbreviation: str, name: str) -> bool:
    """True where the letters of an abbreviation stand in the name in order, the first at its start.

    >>> fits("SOF", "Socialforvaltningen"), fits("SUD", "Socialforvaltningen")
    (True, False)
    """
    letters = re.sub(r"[^a-zæøå]", "", re.sub(r"\b(?:og|samt|for)\b", " ", name.lower()))
    head = re.search(r"udvalg|forvaltning", letters)
    at = 0
    short = abbreviation.lower()
    if not short or not letters.startswith(short[0]):
        return False
    for letter in short:
        found = letters.find(letter, at)
        if found < 0:
            return False
        at = found + 1
    return _marks_head(short, letters, head) and len(short) > 1


def _marks_head(short: str, letters: str, head: re.Match[str] | None) -> bool:
    if head is None:
        return True
    return short[-1] == head.group()[0] or (
        (len(short) > 2 and short[-2:] in ("ud", "fv")) and short[-2] == head.group()[0]
    )


def initials(name: str) -> str:
    """First letters of the subject words in their order, and of the head: TMF for Teknik- og Miljøforvaltningen."""
    words = [w for w in re.split(r"[\s,&/-]+", name.lower()) if w and w not in _SMALL]
    letters = [w[0] for w in words]
    last = re.search(r"(?<=\w)(udvalg|forvaltning)", words[-1]) if words else None
    if last:
        letters.append(last.group()[0])
    return "".join(letters).upper()


def whole_names(names: Collection[str]) -> dict[str, str]:
    """Names that are the last words of exactly one longer name: "Borgerservice" → "Byens Borgerservice"."""
    found = {}
    for name in names:
        longer = [n for n in names if n.endswith(" " + name) and not _OFFICE.match(n)]
        if len(longer) == 1:
            found[name] = longer[0]
    return found
