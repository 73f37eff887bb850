"""What the words beside a date make of it: the date of something else on the way, a season's year, the day of a
meeting."""

from __future__ import annotations

import re
from dataclasses import replace

from core.danish.dates import find_dates
from core.schema import DateSpan, Precision

_DATED_THING = re.compile(
    r"(?:reform|aftale|lov|plan|rapport|notat|analyse|beslutning|redegørelse|budgette?|opfølgning|kontrol|regnskab)"
    r"(?:l?en|et|n|t|erne)?(?:\s+pr\.?)?\s*$|"
    r"\baf\s+(?:den\s+)?$",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\bmøde(?:t|r|rne|de|dag|dato)?\s+(?:i|den|d\.)?\s*(?:\w+\s+og\s+)?$", re.IGNORECASE)
_MADE_FOR = re.compile(
    r"\b(?:udarbejde[rs]?|lave[rs]?|beregne[rs]?|forberede[rs]?|fremlægge[rs]?|indhente[rs]?|leverer?|afgiver?|"
    r"fore?ligge[rs]?|præsentere[rs]?|forelægge[rs]?)\b[^.;]*?\b(?:til|på)\s+(?:[a-zæøå]+s\s+)?"
    r"\w*mødet\s+(?:i|den|d\.)?\s*$"
)
_YEARLY = re.compile(
    r"\b(?:\w*årligt?|(?:hvert?|om) (?:år(?:et)?|måned\w*|forår|efterår))\b[^.;]{0,40}$", re.IGNORECASE
)
_EVERY_YEAR = re.compile(r"\s*(?:hvert år|hvert andet år|årligt)\b", re.IGNORECASE)
_FIRST_TIME = re.compile(r"\b(?:første|næste) gang\s*$", re.IGNORECASE)
_SEASON = re.compile(r"i\s+(?:perioden|tidsrummet)\b(?!.*\d{4})", re.IGNORECASE | re.DOTALL)
_OF_SEASON = re.compile(  # "fra budget 2027", "til og med sæson 2028": the bound stands before what the year is of
    r"(?:\b(?P<until>til\s+og\s+med)|\b(?:fra(?:\s+og\s+med)?|med\s*virkning\s*fra))\s+"
    r"(?:budget(?:tet|år|året)?|(?:[a-zæøå]*sæson|regnskabsår|kalenderår|skoleår)(?:en|et)?)\s+(?=\d{4}$)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:kr\.|kroner|afsættes|afsat|bevilges|bevilget)[^.;]{0,40}$", re.IGNORECASE)
_NOT_EFFECT = re.compile(
    r"evalueres|behandlet|godkendt|vedtaget|besluttet|jf\.|indgået|analyse|rapport|budget",
    re.IGNORECASE,
)


def bounded(span: DateSpan, words: str) -> DateSpan:
    """A year with the word it is of and the bound before that."""
    if span.bound != "on" or span.precision is not Precision.YEAR:
        return span
    found = _OF_SEASON.search(words[: span.start] + span.text[:4], max(0, span.start - 40))
    if found is None or found.end() != span.start:
        return span
    bound = "until" if found["until"] else "from"
    return replace(span, bound=bound, start=found.start(), text=words[found.start() : span.end])


def undated(words: str) -> str:
    """Words without their days.

    >>> undated(" til og med den 31. december 2026 endnu").split()
    ['endnu']
    """
    for day in reversed(find_dates(words)):
        words = words[: day.start] + words[day.end :]
    return words


def begins(words: str) -> bool:
    """True for words with a day from which something holds: "hører fra den 1. maj 2027 under <unit>" tells a move."""
    return any(day.bound == "from" or day.text.lower().startswith("pr") for day in find_dates(words))


def is_aside(words: str, span: DateSpan) -> bool:
    """True for the date of something else: a report, a decision, an agreement named on the way."""
    if _DATED_THING.search(words[max(0, span.start - 30) : span.start]) and not _is_due(span):
        return True
    if _MEETING.search(words[max(0, span.start - 40) : span.start]):
        return not for_meeting(words, span)  # "til møderne i april": when a body meets
    if _FIRST_TIME.search(words[max(0, span.start - 20) : span.start]):
        return False
    if _SEASON.match(span.text):
        return True  # "i perioden 15. juni til 31. august": a season of any year
    yearly = _YEARLY.search(words[max(0, span.start - 60) : span.start]) or _EVERY_YEAR.match(words, span.end)
    if yearly and not re.search(r"\d{4}", span.text):
        return True  # "én gang årligt inden udgangen af september"
    if span.precision is Precision.YEAR and _MONEY.search(words[max(0, span.start - 60) : span.start]):
        return True  # "2 mio. kr. årligt fra 2029": the year of the money
    return _NOT_EFFECT.search(words[max(0, span.start - 45) : span.start]) is not None and not marks_start(span)


def for_meeting(words: str, span: DateSpan) -> bool:
    """ "udarbejder beregningen til mødet den 14. april": that day it is to be there."""
    return _MADE_FOR.search(words, 0, span.start) is not None


def _is_due(span: DateSpan) -> bool:
    """ "en vagtplan senest den 1. maj": no noun's own date begins so."""
    return span.bound == "by" and span.text.lower().startswith(("senest", "inden"))


def marks_start(span: DateSpan) -> bool:
    return span.bound in ("from", "by", "around", "until") or span.text.lower().startswith("pr")
