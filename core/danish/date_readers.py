"""What a matched Danish date expression means: one reader for each form of ``core.danish.date_forms``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from core.danish.numbers import parse_ordinal
from core.schema import Precision

_MONTH_FORMS = (
    "januar jan january", "februar feb february", "marts mar march", "april apr", "maj may", "juni jun june",
    "juli jul july", "august aug", "september sep sept", "oktober okt october", "november nov",
    "december dec",
)  # fmt: skip
MONTH_NAMES = tuple(forms.split()[0] for forms in _MONTH_FORMS)
ANY_MONTH = rf"(?:{'|'.join(MONTH_NAMES)})"  # as a piece of a regular expression
SHORT_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTH_NAMES)})"  # how each of them begins
MONTHS = {form: n for n, forms in enumerate(_MONTH_FORMS, 1) for form in forms.split()}
_SEASONS = {"forår": (3, 5), "sommer": (6, 8), "efterår": (9, 11), "vinter": (12, 2)}
Interval = tuple[date, date, Precision]


def _opt(m: re.Match[str], name: str) -> str | None:
    """A group that this pattern may not have, or that did not take part."""
    return m.groupdict().get(name)


def _month_of(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(year: int, month: int, day: int) -> date | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _year_or(text: str | None, reference: date | None) -> int | None:
    return int(text) if text else (reference.year if reference else None)


def _full_year(text: str, other: int) -> int:
    return int(text) if len(text) == 4 else other // 100 * 100 + int(text)


def read_named_day(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    first_day = parse_ordinal(m["day"])
    last_day = int(m["day2"]) if _opt(m, "day2") else first_day
    if first_day is None or last_day is None:
        return None
    first, last = _day(year, _month_of(m["month"]), first_day), _day(year, _month_of(m["month"]), last_day)
    return (first, last, Precision.DAY) if first and last and first <= last else None


def read_day_range(m: re.Match[str], reference: date | None) -> Interval | None:
    """ "18. marts - 8. april 2026": the first day lies in the year before where its month is the later one."""
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    month, month2 = _month_of(m["month"]), _month_of(m["month2"])
    first, last = _day(year - (month > month2), month, int(m["day"])), _day(year, month2, int(m["day2"]))
    return (first, last, Precision.DAY) if first and last and first <= last else None


def read_english_day(m: re.Match[str], reference: date | None) -> Interval | None:
    day = _day(int(m["year"]), _month_of(m["month"]), int(m["day"]))
    return (day, day, Precision.DAY) if day else None


def read_numeric_day(m: re.Match[str], reference: date | None) -> Interval | None:
    raw = _opt(m, "year")
    year = None if raw is None else (int(raw) if len(raw) == 4 else 2000 + int(raw))
    year = _year_or(str(year) if year else None, reference)
    if year is None or not 1900 < year < 2100:
        return None
    day = _day(year, int(m["month"]), int(m["day"]))
    return (day, day, Precision.DAY) if day else None


def read_month_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    first = _month_of(m["month"])
    last = _month_of(m["month2"]) if _opt(m, "month2") else first
    if last < first:
        return None
    return (*_months(year, first, last), Precision.MONTH)


def read_month_run(m: re.Match[str], reference: date | None) -> Interval | None:
    """ "i juni, juli og august": months that follow each other, or a first and a last one."""
    named = [_month_of(word) for word in re.findall(r"[a-zæøå]+", m.group().lower()) if word in MONTHS]
    if re.search(r"[,\s]og\s", m.group()) and named != list(range(named[0], named[-1] + 1)):
        return None
    return read_month_year(m, reference)


def read_christmas(m: re.Match[str], reference: date | None) -> Interval | None:
    """ "inden jul": by the day before Christmas Eve."""
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    return date(year, 12, 24), date(year, 12, 24), Precision.DAY


def read_summer_holidays(m: re.Match[str], reference: date | None) -> Interval | None:
    """ "inden sommerferien": by the last of June."""
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    return date(year, 7, 1), date(year, 7, 1), Precision.DAY


def read_half(m: re.Match[str], reference: date | None) -> Interval | None:
    n, year = parse_ordinal(m["n"]), _year_or(_opt(m, "year"), reference)
    if n not in (1, 2) or year is None:
        return None
    return (*_months(year, 6 * n - 5, 6 * n), Precision.HALF_YEAR)


def read_quarter(m: re.Match[str], reference: date | None) -> Interval | None:
    n = parse_ordinal(m["n"])
    last = parse_ordinal(m["n2"]) if _opt(m, "n2") else n
    year = _year_or(_opt(m, "year"), reference)
    if n is None or last is None or year is None or not 1 <= n <= last <= 4:
        return None
    return (*_months(year, 3 * n - 2, 3 * last), Precision.QUARTER)


def read_season(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    season = m["season"].lower().replace("efterar", "efterår").replace("forar", "forår")
    first, last = _SEASONS[season]
    if first < last:
        return (*_months(year, first, last), Precision.SEASON)
    end = _months(year + 1, last, last)[1]
    return date(year, first, 1), end, Precision.SEASON


def read_part(m: re.Match[str], reference: date | None) -> Interval | None:
    """primo, medio, ultimo, "starten/midten/slutningen/udgangen af" of a month or a year."""
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    place = _place(m["part"].lower())
    if _opt(m, "month"):
        month = _month_of(m["month"])
        first, last = _months(year, month, month)
        days = {"start": (1, 10), "middle": (11, 20), "end": (21, last.day), "close": (last.day, last.day)}
        return first.replace(day=days[place][0]), first.replace(day=days[place][1]), Precision.MONTH
    if _opt(m, "half"):
        n = parse_ordinal(m["half"])
        if n not in (1, 2):
            return None
        months = {
            "start": (6 * n - 5,) * 2,
            "middle": (6 * n - 3,) * 2,
            "end": (6 * n,) * 2,
            "close": (6 * n,) * 2,
        }
    else:
        months = {"start": (1, 3), "middle": (5, 8), "end": (10, 12), "close": (12, 12)}
        if m["part"].lower() in ("primo", "medio", "ultimo"):
            months = {"start": (1, 1), "middle": (6, 7), "end": (12, 12)}
    first, last = _months(year, *months[place])
    return (last, last, Precision.DAY) if place == "close" else (first, last, Precision.MONTH)


def _place(part: str) -> str:
    if part.startswith(("primo", "start", "begynd", "tidlig")):
        return "start"
    if part.startswith(("medio", "midt")):
        return "middle"
    return "close" if part.startswith("udgang") else "end"


def read_turn_of_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    return (date(year, 12, 31), date(year + 1, 1, 1), Precision.DAY) if year else None


def read_week(m: re.Match[str], reference: date | None) -> Interval | None:
    year, n = _year_or(_opt(m, "year"), reference), int(m["week"])
    last_week = int(m["week2"]) if _opt(m, "week2") else n
    if year is None or not 1 <= n <= last_week <= 52:
        return None
    first = date.fromisocalendar(year, n, 1)
    return first, date.fromisocalendar(year, last_week, 7), Precision.WEEK


def read_school_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = int(m["year"])
    if _full_year(m["year2"], year) != year + 1:
        return None
    return date(year, 8, 1), date(year + 1, 7, 31), Precision.YEAR


def read_years(m: re.Match[str], reference: date | None) -> Interval | None:
    first, last = int(m["year"]), _full_year(m["year2"], int(m["year"]))
    if not first < last <= first + 40:
        return None
    return date(first, 1, 1), date(last, 12, 31), Precision.YEAR


def read_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = int(m["year"])
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def read_relative_year(m: re.Match[str], reference: date | None) -> Interval | None:
    if reference is None:
        return None
    low = m["which"].lower()
    shift = 1 if low.startswith("n") else (-1 if low.startswith("s") else 0)
    year = reference.year + shift
    if _opt(m, "close"):
        return date(year, 12, 31), date(year, 12, 31), Precision.DAY
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
