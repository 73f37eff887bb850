"""A question that asks the same of several times: "hvem gør det i marts 2026, og hvem i 2027?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from answer.understanding.asked_time import Period, asked_periods
from answer.understanding.relative_times import relative_words
from answer.understanding.roles import is_frame, time_words, verbs
from core.danish.tokens import content_words, is_stop_word, normal

_SAME_YEAR = re.compile(r"\b(?:i )?(?:det )?samme år\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:i dag|lige nu|nu|for tiden|i øjeblikket|today|now|currently)\b", re.IGNORECASE)
_NOT_NOW = re.compile(
    r"\b(?:før|førhen|tidligere|hidtil|sidst|dengang|havde|gjorde|derefter|bagefter|senere|efter|fremover|skal|"
    r"overtager|before|after)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:pr\.?|fra|efter|før|inden|siden|indtil|til(?: og med)?|ved|omkring|i)\s+)?"
    r"(?:(?:udgangen|slutningen|starten|begyndelsen) af\s+)?(?:den\s+)?$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\W*(?:og|samt|henholdsvis|hhv\.?|and)\W+(?:(?:igen|så|i|den|pr\.?|fra|efter|in)\s+)*$", re.IGNORECASE
)
_POINTS = re.compile(r"\b(?:det|den|dem|der|it)\b", re.IGNORECASE)
_DOING = re.compile(r"(?:gjorde?|gør(?:es)?|gjort|ha[rv]\w*|samme|henholdsvis|hhv|igen)")


@dataclass(frozen=True, slots=True)
class AskedTime:
    """One of the times. said: the question's words for it ("i marts 2026"); first: of its days, None where open; day:
    whose owner answers; part: number of the question's part it stands in."""

    said: str
    first: date | None
    day: date
    part: int


def times_apart(parts: Sequence[str], today: date) -> tuple[AskedTime, ...]:
    """The times of which a question asks the same thing, in its order; () where it asks of one time, or of something
    else the second time. parts: texts of its parts."""
    if len(parts) == 1:
        return _apart(_of_one(parts[0], today))
    year = _first_year(parts[0], today)
    texts = [_SAME_YEAR.sub(str(year), text) if year else text for text in parts]
    if not all(asks_the_same(text) for text in texts[1:]):
        return ()
    found = [_of_part(text, number, today) for number, text in enumerate(texts)]
    return _apart([one for one in found if one is not None]) if None not in found and _dated(texts, today) else ()


def asks_the_same(text: str) -> bool:
    """True for a later part with no topic of its own: "hvem gjorde det i 2025?", "hvilket i marts 2027?"."""
    points = _POINTS.search(text) is not None
    told = (
        time_words(text) | {normal(word) for word in relative_words(text).split()} | (verbs(text) if points else set())
    )
    own = (normal(word.text) for word in content_words(text))
    return all(
        word in told or word.isdigit() or is_frame(word) or is_stop_word(word) or _DOING.fullmatch(word) for word in own
    )


def _dated(texts: Sequence[str], today: date) -> bool:
    return any(asked_periods(text, today) for text in texts)


def _first_year(text: str, today: date) -> int:
    periods = asked_periods(text, today)
    return periods[0].day(today).year if periods else 0


def _apart(found: Sequence[AskedTime]) -> tuple[AskedTime, ...]:
    return tuple(found) if len({one.day for one in found}) > 1 else ()


def _of_one(text: str, today: date) -> list[AskedTime]:
    """Times set side by side in one question: "i 2024 og i 2026"."""
    periods = asked_periods(text, today)
    between = (text[a.end : b.start] for a, b in pairwise(periods))
    if len(periods) < 2 or not all(_JOINS.match(words) for words in between):
        return []
    return [AskedTime(_words(text, one), one.first, one.day(today), 0) for one in periods]


def _of_part(text: str, number: int, today: date) -> AskedTime | None:
    """The one time a part asks of; the day of asking where it names none and is told as of now."""
    periods, now = asked_periods(text, today), _NOW.search(text)
    if now and all((p.first or today) <= today <= (p.last or today) for p in periods):
        return AskedTime(now.group().lower(), today, today, number)
    if len(periods) == 1:
        return AskedTime(_words(text, periods[0]), periods[0].first, periods[0].day(today), number)
    return None if periods or _NOT_NOW.search(text) else AskedTime("i dag", today, today, number)


def _words(text: str, period: Period) -> str:
    """ "i marts 2026", "den 1. januar 2027"."""
    lead = _LEAD.search(text[: period.start])
    said = text[lead.start() if lead else period.start : period.end].strip(" ?.,")
    if said.lower().startswith("den ") and not said[4:5].isdigit():  # "hvem passede den i 2030"
        said = said[4:]
    if said[:1].isdigit():
        return f"{'i' if said.isdigit() else 'den'} {said}"
    return said[:1].lower() + said[1:]
