"""The forms Danish date expressions take, most specific first: a pattern and its reader each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from core.danish.date_readers import (
    MONTHS,
    Interval,
    read_christmas,
    read_day_range,
    read_english_day,
    read_half,
    read_month_run,
    read_month_year,
    read_named_day,
    read_numeric_day,
    read_part,
    read_quarter,
    read_relative_year,
    read_school_year,
    read_season,
    read_summer_holidays,
    read_turn_of_year,
    read_week,
    read_year,
    read_years,
)

_JUL = r"(?:(?<=\d )|(?<=\d\. )|(?<=[\d/-])|(?<=\d\.))jul|jul(?=\.\s*(?:19|20)\d\d)|jul(?=\s\d{1,2}(?!\d))"
"""A bare "jul" is Christmas; the month's short form stands by a day or before a dot and a year."""
_MONTH_NAMES = [_JUL if name == "jul" else name for name in sorted(MONTHS, key=len, reverse=True)]
_MONTH = "(?:" + "|".join(_MONTH_NAMES) + r")(?![a-zæøå])\.?"
_YEAR = r"(?:19[5-9]\d|20[0-7]\d)(?![\d])(?!\.\d)"
_ORD = r"(?:[1-4]\.|første|forste|anden|andet|tredje|fjerde)"
_OF = r"\s*(?:i|af|for|år|halvdel)?\s*(?:år\s*)?"

Handler = Callable[[re.Match[str], date | None], Interval | None]


_Y = rf"(?P<year>{_YEAR})"
_MAYBE_Y = rf"(?:,?\s*{_Y})?"
_PART = (
    r"(?P<part>primo|medio|ultimo|(?:starten|begyndelsen|midten|slutningen|udgangen)\s+af|start|midt|slut|"
    r"tidligt\s+i|sidst\s+i)"
)
_DAY = r"(?<![\d.,/-])(?P<day>\d{1,2})"


def _days() -> Iterator[tuple[re.Pattern[str], Handler]]:
    """Single days, in words and in figures."""
    yield re.compile(r"(?<![\d.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"), read_numeric_day
    yield (
        re.compile(
            rf"{_DAY}\.?\s*(?P<month>{_MONTH})\s*(?:-|–|til(?:\s+og\s+med)?)\s*(?:den\s+|d\.\s*)?"
            rf"(?P<day2>\d{{1,2}})\.?\s*(?P<month2>{_MONTH}){_MAYBE_Y}(?![\d])",
            re.I,
        ),
        read_day_range,
    )
    yield (
        re.compile(
            rf"{_DAY}\.?(?:\s*(?:-|–|til|og)\s*(?P<day2>\d{{1,2}})\.?)?\s*(?P<month>{_MONTH}){_MAYBE_Y}(?![\d])",
            re.I,
        ),
        read_named_day,
    )
    yield (
        re.compile(rf"\b(?P<day>første|anden|tredje|fjerde|femte)\s+(?P<month>{_MONTH}){_MAYBE_Y}", re.I),
        read_named_day,
    )
    yield (
        re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_Y}", re.I),
        read_english_day,
    )
    yield (
        re.compile(rf"{_DAY}(?:\s?/\s?|\.\s?)(?P<month>\d{{1,2}})(?:\s*[-./–]\s*|\s+)(?P<year>(?:19|20)\d\d)(?!\d)"),
        read_numeric_day,
    )
    yield re.compile(rf"{_DAY}-(?P<month>\d{{1,2}})-(?P<year>(?:19|20)\d\d)(?![\d-])"), read_numeric_day
    yield re.compile(rf"{_DAY}[./](?P<month>\d{{1,2}})[-./](?P<year>\d\d)(?![\d.,/])"), read_numeric_day
    yield (
        re.compile(r"(?:(?<=den )|(?<=d\. )|(?<=pr\. )|(?<=senest ))(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/-])"),
        read_numeric_day,
    )


def _months_and_parts() -> Iterator[tuple[re.Pattern[str], Handler]]:
    """Months, and parts of months and years."""
    yield (
        re.compile(
            rf"\b{_PART}\s+(?:(?P<half>{_ORD})\s*halv[åa]r\s*(?:i|af)?|(?P<month>{_MONTH})|(?={_YEAR})){_MAYBE_Y}",
            re.I,
        ),
        read_part,
    )
    yield (
        re.compile(
            rf"\b(?P<month>{_MONTH})(?:\s*(?:-|–|og|til|/)\s*(?P<month2>{_MONTH}))?\s*(?:måned)?\s*(?:i\s+)?{_Y}",
            re.I,
        ),
        read_month_year,
    )
    yield (
        re.compile(
            rf"(?<=i )(?P<month>{_MONTH})(?:,\s*{_MONTH})*\s*(?:-|–|og|til)\s*(?P<month2>{_MONTH}){_MAYBE_Y}(?!\s*\d)"
        ),
        read_month_run,
    )
    yield (
        re.compile(
            r"(?:(?<=i )|(?<=fra )|(?<=til )|(?<=ultimo )|(?<=primo )|(?<=pr\. )|(?<=senest ))"
            rf"(?P<month>{_MONTH})(?!\s*\d)",
        ),
        read_month_year,
    )


def _halves_and_seasons() -> Iterator[tuple[re.Pattern[str], Handler]]:
    yield re.compile(rf"(?P<n>{_ORD})\s*halv[åa]r(?:et)?{_OF}(?:{_Y})?", re.I), read_half
    yield re.compile(rf"(?P<n>{_ORD})\s*halvdel{_OF}{_Y}", re.I), read_half
    yield re.compile(rf"\bH(?P<n>[12])\s*[-/]?\s*{_Y}", re.I), read_half
    yield (
        re.compile(rf"(?P<n>{_ORD})(?:\s*(?:-|–|og|til)\s*(?P<n2>{_ORD}))?\s*kvartal{_OF}(?:{_Y})?", re.I),
        read_quarter,
    )
    yield re.compile(rf"\bQ(?P<n>[1-4])(?:\s*(?:-|–|og)\s*Q?(?P<n2>[1-4]))?\s*[-/]?\s*{_Y}", re.I), read_quarter
    yield (
        re.compile(
            rf"\b(?P<season>for[åa]r|sommer|efter[åa]r|vinter)(?:en|et)?\s*(?:i\s+)?{_Y}(?:\s*[-/]\s*\d\d(?:\d\d)?)?",
            re.I,
        ),
        read_season,
    )
    yield (
        re.compile(rf"\b(?P<season>forår|sommer|efterår|vinter)(?:en|et)\b(?!\s*(?:i\s+)?{_YEAR})", re.I),
        read_season,
    )


def _weeks_and_years() -> Iterator[tuple[re.Pattern[str], Handler]]:
    yield re.compile(rf"(?:(?<=inden )|(?<=før ))jul(?:en)?\b(?:\s+(?:i\s+)?{_Y})?", re.I), read_christmas
    yield (
        re.compile(rf"(?:(?<=inden )|(?<=før )|(?<=indtil )|(?<=frem til ))sommerferien\b(?:\s+(?:i\s+)?{_Y})?", re.I),
        read_summer_holidays,
    )
    yield (
        re.compile(r"(?:(?<=fra )|(?<=til )|(?<=ved )|(?<=efter )|(?<=inden )|(?<=pr\. ))nytår(?:et)?\b", re.I),
        read_turn_of_year,
    )
    yield re.compile(rf"\b[åa]rsskiftet\s*(?:{_Y}\s*[-/]\s*\d\d(?:\d\d)?)?", re.I), read_turn_of_year
    yield (
        re.compile(
            rf"\buge\s*(?P<week>\d{{1,2}})(?:\s*(?:-|–|og|til)\s*(?P<week2>\d{{1,2}}))?(?:,?\s*(?:i\s+)?{_Y})?(?!\d)",
            re.I,
        ),
        read_week,
    )
    yield re.compile(rf"\bskole[åa]ret\s+{_Y}\s*[-/]\s*(?P<year2>\d{{4}}|\d\d)(?!\d)", re.I), read_school_year
    yield re.compile(rf"(?<![\d.,/-]){_Y}\s*[-–/]\s*(?P<year2>(?:19|20)\d\d|\d\d)(?![\d-])(?!\.\d)"), read_years
    yield (
        re.compile(rf"(?<![\d.,/–-]){_Y}(?!\s*[-–/]\s*\d)(?!-\d)(?![,:]\d)(?!{_NOT_A_YEAR})(?![A-Za-zÆØÅæøå])"),
        read_year,
    )
    yield re.compile(r"\b(?P<which>i|næste|sidste)\s+år\b(?!\s+\d)(?!tusind)", re.I), read_relative_year
    yield (
        re.compile(r"(?P<close>\budgangen\s+af\s+)(?P<which>året|i\s+år|næste\s+år)\b", re.I),
        read_relative_year,
    )
    yield re.compile(r"\b(?P<which>årets)\s+(?P<close>udgang|slutning)\b", re.I), read_relative_year


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
