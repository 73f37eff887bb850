"""A question that asks the same of several times: "hvem gør det i marts 2026, og hvem i 2027?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from answer.understanding.asked_time import Period, asked_periods
from answer.understanding.relative_times import relative_words
from answer.understanding.roles import is_frame, time_words, verbs
from core.danish.tokens import content_words, is_stop_word, normal

_SAME_YEAR = re.compile(r"\b(?:i )?(?:det )?samme år\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:i dag|lige nu|nu|for tiden|i øjeblikket|today|now|currently)\b", re.IGNORECASE)
_NOT_NOW = re.compile(
    r"\b(?:før|førhen|tidligere|hidtil|sidst|dengang|havde|gjorde|derefter|bagefter|senere|efter|fremover|skal|"
    r"overtager|fik|får|before|after)\b",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?:fra |from )?((?:19|20)\d\d)(?:/\d\d(?:\d\d)?)?$")
_UNTIL_THEN = re.compile(r"\b(?:indtil da|frem til da|inden da|før da|until then)\b", re.IGNORECASE)
_AFTER_THAT = re.compile(r"\b(?:derefter|herefter|bagefter|efter det|after that)\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\bi ((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_ONE_DAY = timedelta(days=1)
_LEAD = re.compile(
    r"(?:\b(?:pr\.?|fra|efter|før|inden|siden|indtil|til(?: og med)?|ved|omkring|i)\s+)?"
    r"(?:(?:udgangen|slutningen|starten|begyndelsen) af\s+)?(?:den\s+)?$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\W*(?:og|samt|henholdsvis|hhv\.?|and)\W+(?:(?:igen|så|i|den|pr\.?|fra|efter|in)\s+)*$", re.IGNORECASE
)
_POINTS = re.compile(r"\b(?:det|den|dem|der|it)\b", re.IGNORECASE)
_WHO = re.compile(
    r"(?:og |men |and )?(?:hvem|hvilke[nt]?|hvor(?! \w*(?:mange|meget|stor|længe|ofte|når))\b|who|which)\b",
    re.IGNORECASE,
)
_HAVING = re.compile(
    r"(?:få[rs]?|fik|overta\w*|overtog|varetag\w*|varetog|tage[rs]?|tog|stå[rs]?|stod|ligger|lå|hørt?er?|driver?|drev|passe[rs]?|"
    r"passede|behold\w*|sidder|sad|betjene[rs]?|betjente)"
)
_SHARED = 4  # letters by which two tenses of a verb are known
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
    done = verbs(texts[0])
    if not all(asks_the_same(text, done) for text in texts[1:]):
        return ()
    found = [_beside(text, n, texts[0], today) or _of_part(text, n, today) for n, text in enumerate(texts)]
    return _apart([one for one in found if one is not None]) if None not in found and _dated(texts, today) else ()


def asks_the_same(text: str, done: Collection[str] = ()) -> bool:
    """True for a later part with no topic of its own: "hvem gjorde det i 2025?", "hvilket i marts 2027?". done: verbs
    of the first part, which it may say again."""
    if not _WHO.match(text):
        return False
    points = _POINTS.search(text) is not None
    again = {verb for verb in verbs(text) if points and (_HAVING.fullmatch(verb) or _said_before(verb, done))}
    told = time_words(text) | {normal(word) for word in relative_words(text).split()} | again
    own = (normal(word.text) for word in content_words(text))
    return all(
        word in told or word.isdigit() or is_frame(word) or is_stop_word(word) or _DOING.fullmatch(word) for word in own
    )


def _said_before(verb: str, done: Collection[str]) -> bool:
    """True for the verb of the first part in another tense ("passer", "passede")."""
    return any(verb[:_SHARED] == other[:_SHARED] for other in done)


def _periods(text: str, today: date) -> tuple[Period, ...]:
    """Times of a part; "byggesager i 2025" beside another year names no paper of 2025."""
    found = asked_periods(text, today)
    years = [] if found else [(m, int(m[1])) for m in _IN_YEAR.finditer(text)]
    return found or tuple(Period(date(y, 1, 1), date(y, 12, 31), m.start(1), m.end()) for m, y in years)


def _dated(texts: Sequence[str], today: date) -> bool:
    return any(_periods(text, today) for text in texts)


def _first_year(text: str, today: date) -> int:
    periods = _periods(text, today)
    return periods[0].day(today).year if periods else 0


def _apart(found: Sequence[AskedTime]) -> tuple[AskedTime, ...]:
    return tuple(found) if len({one.day for one in found}) > 1 else ()


def _of_one(text: str, today: date) -> list[AskedTime]:
    """Times set side by side in one question: "i 2024 og i 2026"."""
    periods = _periods(text, today)
    between = (text[a.end : b.start] for a, b in pairwise(periods))
    if len(periods) < 2 or not all(_JOINS.match(words) for words in between):
        return []
    return [AskedTime(_words(text, one), one.first, _day(text, one, today), 0) for one in periods]


def _of_part(text: str, number: int, today: date) -> AskedTime | None:
    """The one time a part asks of; the day of asking where it names none and is told as of now."""
    periods, now = _periods(text, today), _NOW.search(text)
    if now and all((p.first or today) <= today <= (p.last or today) for p in periods):
        return AskedTime(now.group().lower(), today, today, number)
    if len(periods) == 1:
        return AskedTime(_words(text, periods[0]), periods[0].first, _day(text, periods[0], today), number)
    return None if periods or _NOT_NOW.search(text) else AskedTime("i dag", today, today, number)


def _day(text: str, period: Period, today: date) -> date:
    """The day whose owner answers; of a bare year from which is asked its last, by which a move within it is made."""
    year = _BARE_YEAR.match(text[period.start : period.end])
    if period.last is None and period.first and year and int(year[1]) == period.first.year:
        return max(date(period.first.year, 12, 31), today)
    return period.day(today)


def _beside(text: str, number: int, first: str, today: date) -> AskedTime | None:
    """The day before or after the time of the first part ("og hvem har det indtil da?")."""
    periods = _periods(first, today)
    if not number or len(periods) != 1 or _periods(text, today):
        return None
    before, after = periods[0].first, periods[0].last
    if before and (said := _UNTIL_THEN.search(text)):
        return AskedTime(said.group().lower(), None, before - _ONE_DAY, number)
    if after and (said := _AFTER_THAT.search(text)):
        return AskedTime(said.group().lower(), after + _ONE_DAY, after + _ONE_DAY, number)
    return None


def _words(text: str, period: Period) -> str:
    """ "i marts 2026", "den 1. januar 2027"."""
    lead = _LEAD.search(text[: period.start])
    said = text[lead.start() if lead else period.start : period.end].strip(" ?.,")
    if said.lower().startswith("den ") and not said[4:5].isdigit():  # "hvem passede den i 2030"
        said = said[4:]
    if said[:1].isdigit():
        return f"{'i' if said.isdigit() else 'den'} {said}"
    return said[:1].lower() + said[1:]
