"""For when a question asks: the dates it names and the words that place it before or after a change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from core.danish.dates import find_dates
from core.schema import DateSpan, Precision

_YEAR = re.compile(r"(?<![\d.,])(?<!\w-)(?:19|20)\d\d(?!\d|[.,]\d)|(?<=\d{4}-)(?:19|20)\d\d(?!\d)")
_PAST = re.compile(
    r"\b(?:tidligere|før|førhen|hidtil|hidtidige?|indtil (?:nu|da|nytår|\d{4}|årsskiftet|omlægning\w*)|havde|"
    r"oprindelig\w*|gamle|forrige|sidst|dengang|engang|previous\w*|former\w*|before|used to|until now)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"(?<!indtil )\b(?:i dag|nu|nuværende|aktuelt|p\.?t\.?|for tiden|lige nu|today|currently|now)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:fremover|fremtidig\w*|efter|skal|bliver|overtager|får|kommer til|fremadrettet|will|after|future|new)\b",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"\bdagen efter|\bnext day|\bthe day after", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """spans: dates named in the question, in its order. years: all years it names.
    side: "past" | "now" | "ahead" | "" where no date is named."""

    spans: tuple[DateSpan, ...] = ()
    years: tuple[int, ...] = ()
    side: str = ""

    def days(self) -> list[date]:
        """One day inside each span, for asking the register; the last for spans that end, since a
        responsibility that moves during the period has moved by then."""
        return [day for day in (span.last or span.first for span in self.spans) if day is not None]


def read_times(text: str, today: date | None = None) -> When:
    """Dates and years of a question. today: fills in what the words leave out ("i år", "den 3. maj")."""
    spans = find_dates(text, today)
    if spans and _NEXT_DAY.search(text) and spans[0].last:
        from datetime import timedelta

        day = spans[0].last + timedelta(days=1)
        found = _NEXT_DAY.search(text)
        assert found is not None
        spans.append(DateSpan(day, day, spans[0].precision, "on", found.group(), found.start(), found.end()))
    years = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text)))
    spans += [_whole_year(found) for found in _YEAR.finditer(text) if not _within(found.start(), spans)]
    return When(tuple(sorted(spans, key=lambda span: span.start)), years, _side(text))


def _within(at: int, spans: list[DateSpan]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _whole_year(found: re.Match[str]) -> DateSpan:
    """A year that stands beside other words than a date's ("i 2025 sager om")."""
    year = int(found.group())
    return DateSpan(
        date(year, 1, 1), date(year, 12, 31), Precision.YEAR, "on", found.group(), found.start(), found.end()
    )


def _side(text: str) -> str:
    for side, pattern in (("now", _NOW), ("past", _PAST), ("ahead", _AHEAD)):
        if pattern.search(text):
            return side
    return ""
