"""What qualifies a row: conditions, exceptions, full-time equivalents, how settled it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.danish.numbers import number_value
from core.schema import Basis, Status
from register.sentences.text import IN_STAGES, TO_BRACKET, TO_COMMA, TO_END

_CONDITIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"så vidt muligt",
        r"mest muligt",
        r"(?:og |eller )?om muligt tidligere",
        rf"\b(?:dog )?(?:først|tidligst)\b{TO_END}{{0,160}}?\befter (?:(?:den |fuld )?\w*(?:indfasning|"
        rf"ikrafttræd|vedtagelse|godkendelse|udløb|afslutning|"
        rf"implementering|gennemførelse|beslutning|overgang|indførelse)\w*|at ){TO_COMMA}{{0,120}}",
        rf"\befter (?:(?:den |fuld )?\w*(?:indfasning|ikrafttræd|vedtagelse|udløb|afslutning|"
        rf"indførelse)\w*){TO_COMMA}{{0,120}}",
        rf"\b(?:hvis|såfremt|forudsat,? at|under forudsætning af|med forbehold for|betinget af|afhænger af|"
        rf"afhængigt af)\b{TO_END}{{5,160}}",
        rf"\bevalueres (?:efter|senest|i|inden|hvert){TO_END}{{3,90}}",
        rf"\bforvente(?:s|lig|ligt)\b{TO_COMMA}{{0,60}}",
        rf"\b(?:i|under) en (?:midlertidig periode|overgangsperiode|overgangsfase){TO_END}{{0,120}}",
        rf"\b(?:indtil|frem til) (?!da\b){TO_COMMA}{{5,110}}",
        rf"\bmidlertidig(?:e|t)?\b{TO_COMMA}{{0,60}}",
        rf"\bkoblet med {TO_COMMA}{{5,90}}",
        rf"\bmed (?:særlig |tæt )?inddragelse af {TO_COMMA}{{5,90}}",
        IN_STAGES,
        r"\bevt\.? ?i faser",
        rf"\bkonkretiseres i samarbejde {TO_END}{{5,140}}",
        rf"\bden [\wæøå-]+-finansierede del{TO_COMMA}{{0,60}}",
    )
)
_EXCEPTIONS = re.compile(
    rf"\b(?:dog )?(?:eksklusive|ekskl\.|undtagen|undtaget|bortset fra|med undtagelse af|på nær|fraset|"
    rf"(?:men|dog) ikke){TO_BRACKET}{{3,160}}"
    rf"|\b(?:inkl\.|inklusive|herunder også){TO_BRACKET}{{3,160}}",
    re.IGNORECASE,
)
_FTE = re.compile(
    r"(?P<number>\d+(?:,\d+)?|\b[a-zæøå]{2,12})\s*(?:[a-zæøå]+e\s+){0,2}(?:[åad]rsv(?:æ|ae|ee|e)rk|"
    r"fuldtidsstillinger|stillinger)\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    rf"^(?:Flytningen|Samlingen|Overdragelsen|Overførslen|Ændringen|Opgaven|Det) (?:omfatter|indebærer ikke|"
    rf"forudsætter|evalueres){TO_END}{{5,200}}"
)
_EXPECTED = re.compile(r"forvent|ventes|formentlig|sigtes (?:mod|efter)", re.IGNORECASE)
_PLANNED = re.compile(
    r"foreslå|foreslået|forslag|indstille(?!r (?:sager|medlemmer|kandidater))|"
    r"(?<!godkendte )(?<!tiltrådte )(?<!vedtog )indstilling|anbefale|søges|planlægge|påtænk|hensigt|intention|"
    r"ambition|målet er|det er tanken|"
    r"skal på sigt|lægges op til|ønsker|muligt at",
    re.IGNORECASE,
)
_TEMPORARY = re.compile(
    r"midlertidig(?!e (?:plads|ophold|bolig|døgnplads))|løber til og med|"
    r"overgangsperiode|overgangsfase|forsøgsperiode|indtil videre",
    re.IGNORECASE,
)


def conditions(sentence: str, following: Sequence[str] = ()) -> tuple[str, ...]:
    """Conditions of a row, verbatim: those of its sentence, and the sentences behind it in the same block
    that tell what the move covers or presupposes."""
    found: list[tuple[int, int]] = []
    for pattern in _CONDITIONS:
        for match in pattern.finditer(sentence):
            if not any(a <= match.start() < b for a, b in found):
                found.append(match.span())
    own = [sentence[a:b].strip(" ,") for a, b in sorted(found)]
    own += [m.group().strip(" ,") for words in following if (m := _FOLLOW_UP.match(words))]
    return tuple(dict.fromkeys(own))


def exceptions(sentence: str) -> tuple[str, ...]:
    """What is left out or expressly taken along, verbatim ("dog eksklusive …", "inkl. …")."""
    return tuple(dict.fromkeys(m.group().strip(" ,") for m in _EXCEPTIONS.finditer(sentence)))


def fte(words: str) -> float | None:
    """Full-time equivalents named in a text ("to ubemandede årsværk" → 2.0), None where none are."""
    for match in _FTE.finditer(words):
        value = number_value(match["number"])
        if value is not None and value < 10_000:
            return value
    return None


def status(sentence: str, before_verb: str, basis: Basis, state: bool, until: bool) -> Status:
    """How settled a row is, from its words. before_verb: the clause up to the verb."""
    if until or _TEMPORARY.search(sentence):
        return Status.TEMPORARY
    if state:
        return Status.UNCHANGED
    if basis is Basis.EXPECTED or _EXPECTED.search(before_verb):
        return Status.EXPECTED
    return Status.PLANNED if basis is Basis.PHASE or _PLANNED.search(before_verb) else Status.DECIDED
