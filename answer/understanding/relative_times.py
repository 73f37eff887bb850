"""Times told from the day of asking: "sidste år", "for to år siden", "til sommer", "efter nytår"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from core.danish.date_readers import ANY_MONTH
from core.danish.dates import find_dates
from core.danish.numbers import parse_word

Days = tuple[date, date]
_WHICH = (
    r"(?P<which>sidste|forrige|foregående|denne|dette|indeværende|i|til|det\s+nye|(?:til\s+)?næste|(?:det\s+)?kommende)"
)
_SEASON = r"(?:forår|sommer|efterår|vinter)"
_NO_YEAR = r"(?!\s*,?\s*(?:i\s+)?(?:19|20)\d\d)(?!\s+(?:sidste|forrige|næste)\s+år)"
_YEARS = {"i forfjor": -2, "i fjor": -1, "sidste": -1, "forrige": -1, "foregående": -1}
_STEPS = {"dag": 1, "døgn": 1, "uge": 7}
_LONG_STEPS = {"måned": 1, "kvartal": 3, "halvår": 6, "år": 12}
_PARTS = {"halvt": 0.5, "halve": 0.5, "kvart": 0.25, "halvandet": 1.5, "halvanden": 1.5}


def relative_times(text: str, today: date) -> Iterator[tuple[int, int, date, date]]:
    """Each such time of a question: start, end (exclusive), first and last day."""
    taken: list[tuple[int, int]] = []
    for pattern, read in _READERS:
        for found in pattern.finditer(text):
            days = None if any(a < found.end() and found.start() < b for a, b in taken) else read(found, today)
            if days is not None:
                taken.append(found.span())
                yield (*found.span(), *days)


def relative_words(text: str) -> str:
    """The words of a question that tell such a time: they say when, not what."""
    return " ".join(text[start:end] for start, end, _, _ in relative_times(text, date(2000, 6, 15)))


def _shift(which: str) -> int:
    """-1, 0 or 1 for "sidste", "denne", "næste"."""
    which = which.lower()
    return -1 if which in _YEARS else (1 if which.endswith(("næste", "kommende", "nye")) else 0)


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if 1 <= year < 9999 else day


def _near_day(found: re.Match[str], today: date) -> Days:
    steps = {"forgårs": -2, "går": -1, "morgen": 1, "overmorgen": 2}
    day = today + timedelta(days=steps[found["near"].lower()])
    return day, day


def _distance(found: re.Match[str], today: date) -> Days | None:
    """ "for to år siden", "om et halvt år"."""
    many = _count(" ".join(found["count"].lower().split()))
    if many is None or many > 200:
        return None
    sign = -1 if found["ago"] else 1
    unit = found["unit"].lower()
    step = next((n for word, n in _STEPS.items() if unit.startswith(word)), 0)
    months = next((n for word, n in _LONG_STEPS.items() if unit.startswith(word)), 0)
    day = today + timedelta(days=sign * step * many) if step else _months_on(today, sign * round(months * many))
    return day, day


def _count(said: str) -> float | None:
    said = re.sub(r"^(?:et|en)\s+(?=halv|kvart)", "", said)
    if said in _PARTS:
        return _PARTS[said]
    return float(said) if said.isdigit() else (1.0 if said in ("en", "et", "ét", "én") else parse_word(said))


def _year(found: re.Match[str], today: date) -> Days:
    low = " ".join(found.group().lower().split())
    year = today.year + _YEARS.get(low, _shift(found["which"] or ""))
    return date(year, 1, 1), date(year, 12, 31)


def _stretch(found: re.Match[str], today: date) -> Days:
    """A week, month, quarter or half year before, of or after today."""
    shift, unit = _shift(found["which"]), found["unit"].lower()
    if unit.startswith("uge"):
        first = today - timedelta(days=today.weekday()) + timedelta(days=7 * shift)
        return first, first + timedelta(days=6)
    size = next(n for word, n in _LONG_STEPS.items() if unit.startswith(word))
    first = _months_on(date(today.year, (today.month - 1) // size * size + 1, 1), shift * size)
    return first, _months_on(first, size) - timedelta(days=1)


def _in_year(found: re.Match[str], today: date) -> Days | None:
    """ "i maj sidste år", "foråret i fjor"."""
    low = " ".join(found["year"].lower().split())
    shift = _YEARS.get(low, _shift(low.split()[0]))
    return _of(found["what"], today.replace(year=today.year + shift, day=1))


def _of(what: str, reference: date) -> Days | None:
    """A day, month, season or Christmas in the year of reference."""
    if what.lower().startswith("jul") and not what.lower().startswith("juli"):
        return date(reference.year, 12, 24), date(reference.year, 12, 26)
    bare = re.sub(r"(?<=sommer)s$|(?<=vinter)s$|(?<=forår)s$|(?<=efterår)s$", "", what.lower())
    for said in (f"i {bare}", bare, f"i {bare}et", f"i {bare}en"):
        spans = find_dates(said, reference)
        if spans and spans[0].first and spans[0].last:
            return spans[0].first, spans[0].last
    return None


def _named(found: re.Match[str], today: date) -> Days | None:
    """ "sidste sommer", "i foråret", "til maj", "næste jul": the one before, of or after today."""
    which, what = found["which"].lower(), found["what"]
    years = [d for n in (-2, -1, 0, 1, 2) if (d := _of(what, date(today.year + n, 6, 1)))]
    if which.endswith(("sidste", "forrige", "foregående")) or (which == "i" and what.lower().endswith("s")):
        return next((d for d in reversed(years) if d[1] < today), None)
    if _shift(which) > 0:
        return next((d for d in years if d[0] > today), None)
    if which == "til":
        return next((d for d in years if d[1] >= today), None)
    return _of(what, date(today.year, 6, 1))


def _new_year(found: re.Match[str], today: date) -> Days:
    if found["year"]:  # "nytår 2027" begins that year
        return date(int(found["year"]), 1, 1), date(int(found["year"]), 1, 1)
    back = (found["which"] or "").lower() in _YEARS
    day = date(today.year + (0 if back else 1), 1, 1)
    return day, day


_Reader = Callable[[re.Match[str], date], Days | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(rf"\b{pattern}\b", re.IGNORECASE), read)
    for pattern, read in (
        (r"i\s+(?P<near>forgårs|går|morgen|overmorgen)", _near_day),
        (
            rf"(?P<what>(?:\d{{1,2}}\.\s*)?(?:{ANY_MONTH}|{_SEASON}(?:en|et)?))\s+"
            r"(?P<year>i\s+forfjor|i\s+fjor|i\s+år|(?:sidste|forrige|næste|dette)\s+år)",
            _in_year,
        ),
        (
            r"(?:(?P<ago>for)\s+)(?P<count>(?:et?n?\s+)?[\wæøåé]+)\s+"
            r"(?P<unit>dage?|døgn|uger?|måned(?:er)?|kvartal(?:er)?|halvår|år)\s+siden",
            _distance,
        ),
        (
            r"(?P<ago>(?!))?om\s+(?P<count>(?:et?n?\s+)?[\wæøåé]+)\s+"
            r"(?P<unit>dage?|døgn|uger?|måned(?:er)?|kvartal(?:er)?|halvår|år)(?!\w)",
            _distance,
        ),
        (
            rf"(?P<which>sidste|forrige)?(?:\s+|(?<=\s)|^)(?:nytår(?:\s+(?P<year>(?:19|20)\d\d))?|årsskiftet?{_NO_YEAR}(?!\s*\d))",
            _new_year,
        ),
        (rf"(?:i\s+forfjor|i\s+fjor|{_WHICH}\s+år)(?!\s*\d)", _year),
        (rf"(?:i\s+)?{_WHICH}\s+(?P<unit>uge|måned|kvartal|halvår)", _stretch),
        (rf"{_WHICH}\s+(?P<what>{_SEASON}(?:en|et|s)?|{ANY_MONTH}|jul(?:en)?){_NO_YEAR}", _named),
        (rf"(?P<which>til)\s+(?:den\s+)?(?P<what>\d{{1,2}}\.\s*{ANY_MONTH}){_NO_YEAR}", _named),
    )
)
