"""The forms Danish date expressions take: one pattern and one reader each, most specific first."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date

from core.danish.numbers import parse_ordinal
from core.schema import Precision

_MONTH_FORMS = (
    "januar jan january", "februar feb february", "marts mar march", "april apr", "maj may", "juni jun june",
    "juli jul july", "august aug", "september sep sept", "oktober okt october", "november nov",
    "december dec",
)  # fmt: skip
MONTH_NAMES = tuple(forms.split()[0] for forms in _MONTH_FORMS)
_MONTHS = {form: n for n, forms in enumerate(_MONTH_FORMS, 1) for form in forms.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![a-zæøå])\.?"
_YEAR = r"(?:19[5-9]\d|20[0-7]\d)(?![\d])(?!\.\d)"
_SEASONS = {"forår": (3, 5), "sommer": (6, 8), "efterår": (9, 11), "vinter": (12, 2)}
_ORD = r"(?:[1-4]\.|første|forste|anden|andet|tredje|fjerde)"
_OF = r"\s*(?:i|af|for|år|halvdel)?\s*(?:år\s*)?"

Interval = tuple[date, date, Precision]
Handler = Callable[[re.Match[str], date | None], Interval | None]


def _opt(m: re.Match[str], name: str) -> str | None:
    """A group that this pattern may not have, or that did not take part."""
    return m.groupdict().get(name)


def _month_of(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


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


def _named_day(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    first_day = parse_ordinal(m["day"])
    last_day = int(m["day2"]) if _opt(m, "day2") else first_day
    if first_day is None or last_day is None:
        return None
    first, last = _day(year, _month_of(m["month"]), first_day), _day(year, _month_of(m["month"]), last_day)
    return (first, last, Precision.DAY) if first and last and first <= last else None


def _english_day(m: re.Match[str], reference: date | None) -> Interval | None:
    day = _day(int(m["year"]), _month_of(m["month"]), int(m["day"]))
    return (day, day, Precision.DAY) if day else None


def _numeric_day(m: re.Match[str], reference: date | None) -> Interval | None:
    raw = _opt(m, "year")
    year = None if raw is None else (int(raw) if len(raw) == 4 else 2000 + int(raw))
    year = _year_or(str(year) if year else None, reference)
    if year is None or not 1900 < year < 2100:
        return None
    day = _day(year, int(m["month"]), int(m["day"]))
    return (day, day, Precision.DAY) if day else None


def _month_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    first = _month_of(m["month"])
    last = _month_of(m["month2"]) if _opt(m, "month2") else first
    if last < first:
        return None
    return (*_months(year, first, last), Precision.MONTH)


def _half(m: re.Match[str], reference: date | None) -> Interval | None:
    n, year = parse_ordinal(m["n"]), _year_or(_opt(m, "year"), reference)
    if n not in (1, 2) or year is None:
        return None
    return (*_months(year, 6 * n - 5, 6 * n), Precision.HALF_YEAR)


def _quarter(m: re.Match[str], reference: date | None) -> Interval | None:
    n = parse_ordinal(m["n"])
    last = parse_ordinal(m["n2"]) if _opt(m, "n2") else n
    year = _year_or(_opt(m, "year"), reference)
    if n is None or last is None or year is None or not 1 <= n <= last <= 4:
        return None
    return (*_months(year, 3 * n - 2, 3 * last), Precision.QUARTER)


def _season(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    if year is None:
        return None
    season = m["season"].lower().replace("efterar", "efterår").replace("forar", "forår")
    first, last = _SEASONS[season]
    if first < last:
        return (*_months(year, first, last), Precision.SEASON)
    end = _months(year + 1, last, last)[1]
    return date(year, first, 1), end, Precision.SEASON


def _part(m: re.Match[str], reference: date | None) -> Interval | None:
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


def _turn_of_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = _year_or(_opt(m, "year"), reference)
    return (date(year, 12, 31), date(year + 1, 1, 1), Precision.DAY) if year else None


def _week(m: re.Match[str], reference: date | None) -> Interval | None:
    year, n = _year_or(_opt(m, "year"), reference), int(m["week"])
    last_week = int(m["week2"]) if _opt(m, "week2") else n
    if year is None or not 1 <= n <= last_week <= 52:
        return None
    first = date.fromisocalendar(year, n, 1)
    return first, date.fromisocalendar(year, last_week, 7), Precision.WEEK


def _school_year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = int(m["year"])
    if _full_year(m["year2"], year) != year + 1:
        return None
    return date(year, 8, 1), date(year + 1, 7, 31), Precision.YEAR


def _years(m: re.Match[str], reference: date | None) -> Interval | None:
    first, last = int(m["year"]), _full_year(m["year2"], int(m["year"]))
    if not first < last <= first + 40:
        return None
    return date(first, 1, 1), date(last, 12, 31), Precision.YEAR


def _year(m: re.Match[str], reference: date | None) -> Interval | None:
    year = int(m["year"])
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _relative_year(m: re.Match[str], reference: date | None) -> Interval | None:
    if reference is None:
        return None
    low = m["which"].lower()
    shift = 1 if low.startswith("n") else (-1 if low.startswith("s") else 0)
    year = reference.year + shift
    if _opt(m, "close"):
        return date(year, 12, 31), date(year, 12, 31), Precision.DAY
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


_Y = rf"(?P<year>{_YEAR})"
_MAYBE_Y = rf"(?:,?\s*{_Y})?"
_PART = (
    r"(?P<part>primo|medio|ultimo|(?:starten|begyndelsen|midten|slutningen|udgangen)\s+af|start|midt|slut|"
    r"tidligt\s+i|sidst\s+i)"
)
_DAY = r"(?<![\d.,/-])(?P<day>\d{1,2})"


def _days() -> Iterator[tuple[re.Pattern[str], Handler]]:
    """Single days, in words and in figures."""
    yield re.compile(r"(?<![\d.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"), _numeric_day
    yield (
        re.compile(
            rf"{_DAY}\.?(?:\s*(?:-|–|til|og)\s*(?P<day2>\d{{1,2}})\.?)?\s*(?P<month>{_MONTH}){_MAYBE_Y}(?![\d])",
            re.I,
        ),
        _named_day,
    )
    yield (
        re.compile(rf"\b(?P<day>første|anden|tredje|fjerde|femte)\s+(?P<month>{_MONTH}){_MAYBE_Y}", re.I),
        _named_day,
    )
    yield (
        re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_Y}", re.I),
        _english_day,
    )
    yield (
        re.compile(rf"{_DAY}(?:\s?/\s?|\.\s?)(?P<month>\d{{1,2}})(?:\s*[-./–]\s*|\s+)(?P<year>(?:19|20)\d\d)(?!\d)"),
        _numeric_day,
    )
    yield re.compile(rf"{_DAY}-(?P<month>\d{{1,2}})-(?P<year>(?:19|20)\d\d)(?![\d-])"), _numeric_day
    yield re.compile(rf"{_DAY}[./](?P<month>\d{{1,2}})[-./](?P<year>\d\d)(?![\d.,/])"), _numeric_day
    yield (
        re.compile(r"(?:(?<=den )|(?<=d\. )|(?<=pr\. )|(?<=senest ))(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/-])"),
        _numeric_day,
    )


def _months_and_parts() -> Iterator[tuple[re.Pattern[str], Handler]]:
    """Months, and parts of months and years."""
    yield (
        re.compile(
            rf"\b{_PART}\s+(?:(?P<half>{_ORD})\s*halv[åa]r\s*(?:i|af)?|(?P<month>{_MONTH})|(?={_YEAR})){_MAYBE_Y}",
            re.I,
        ),
        _part,
    )
    yield (
        re.compile(
            rf"\b(?P<month>{_MONTH})(?:\s*(?:-|–|og|til|/)\s*(?P<month2>{_MONTH}))?\s*(?:måned)?\s*(?:i\s+)?{_Y}",
            re.I,
        ),
        _month_year,
    )
    yield (
        re.compile(
            r"(?:(?<=i )|(?<=fra )|(?<=til )|(?<=ultimo )|(?<=primo )|(?<=pr\. )|(?<=senest ))"
            rf"(?P<month>{_MONTH})(?!\s*\d)",
        ),
        _month_year,
    )


def _halves_and_seasons() -> Iterator[tuple[re.Pattern[str], Handler]]:
    yield re.compile(rf"(?P<n>{_ORD})\s*halv[åa]r(?:et)?{_OF}(?:{_Y})?", re.I), _half
    yield re.compile(rf"(?P<n>{_ORD})\s*halvdel{_OF}{_Y}", re.I), _half
    yield re.compile(rf"\bH(?P<n>[12])\s*[-/]?\s*{_Y}", re.I), _half
    yield (
        re.compile(rf"(?P<n>{_ORD})(?:\s*(?:-|–|og|til)\s*(?P<n2>{_ORD}))?\s*kvartal{_OF}(?:{_Y})?", re.I),
        _quarter,
    )
    yield re.compile(rf"\bQ(?P<n>[1-4])(?:\s*(?:-|–|og)\s*Q?(?P<n2>[1-4]))?\s*[-/]?\s*{_Y}", re.I), _quarter
    yield (
        re.compile(
            rf"\b(?P<season>for[åa]r|sommer|efter[åa]r|vinter)(?:en|et)?\s*(?:i\s+)?{_Y}(?:\s*[-/]\s*\d\d(?:\d\d)?)?",
            re.I,
        ),
        _season,
    )
    yield (
        re.compile(rf"\b(?P<season>forår|sommer|efterår|vinter)(?:en|et)\b(?!\s*(?:i\s+)?{_YEAR})", re.I),
        _season,
    )


def _weeks_and_years() -> Iterator[tuple[re.Pattern[str], Handler]]:
    yield re.compile(rf"\b[åa]rsskiftet\s*(?:{_Y}\s*[-/]\s*\d\d(?:\d\d)?)?", re.I), _turn_of_year
    yield (
        re.compile(
            rf"\buge\s*(?P<week>\d{{1,2}})(?:\s*(?:-|–|og|til)\s*(?P<week2>\d{{1,2}}))?(?:,?\s*(?:i\s+)?{_Y})?(?!\d)",
            re.I,
        ),
        _week,
    )
    yield re.compile(rf"\bskole[åa]ret\s+{_Y}\s*[-/]\s*(?P<year2>\d{{4}}|\d\d)(?!\d)", re.I), _school_year
    yield re.compile(rf"(?<![\d.,/-]){_Y}\s*[-–/]\s*(?P<year2>(?:19|20)\d\d|\d\d)(?![\d-])(?!\.\d)"), _years
    yield (
        re.compile(rf"(?<![\d.,/–-]){_Y}(?!\s*[-–/]\s*\d)(?!-\d)(?![,:]\d)(?!{_NOT_A_YEAR})(?![A-Za-zÆØÅæøå])"),
        _year,
    )
    yield re.compile(r"\b(?P<which>i|næste|sidste)\s+år\b(?!\s+\d)(?!tusind)", re.I), _relative_year
    yield (
        re.compile(r"(?P<close>\budgangen\s+af\s+)(?P<which>året|i\s+år|næste\s+år)\b", re.I),
        _relative_year,
    )
    yield re.compile(r"\b(?P<which>årets)\s+(?P<close>udgang|slutning)\b", re.I), _relative_year


_NOT_A_YEAR = (
    r"\s*(?:kr\b|kroner|mio|mia|t\.kr|pct|procent|%|m2|m²|borger|person|medarbejder|elev|barn|børn|plads|sag(?:er)?\b|"
    r"timer|gange|stk|enheder|boliger|ansatte|årsværk|unge|ældre|københavn[es]|frederiksberg|virksomheder|km|ton)"
)
_NOT_A_YEAR = f"(?i:{_NOT_A_YEAR})"
RULES: tuple[tuple[re.Pattern[str], Handler], ...] = (
    *_days(),
    *_months_and_parts(),
    *_halves_and_seasons(),
    *_weeks_and_years(),
)
