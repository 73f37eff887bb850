"""The days a question asks about, as periods: "før 2026" ends the day before, "efter nytår" begins with the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from answer.understanding.relative_times import relative_times
from answer.understanding.times import read_times
from core.danish.dates import find_dates
from core.schema import DateSpan

_ONE_DAY = timedelta(days=1)
_PAPER = r"(?:sag\w*|aftale\w*|plan\w*|notat\w*|referat\w*|indstilling\w*|beslutning\w*|møde\w*|budget\w*)"
_OF_A_PAPER = re.compile(
    rf"(?:19|20)\d\d-{_PAPER}|\b\w*{_PAPER} (?:fra|af|i|for) (?:\w+ )?(?:19|20)\d\d", re.IGNORECASE
)
_LEADS = tuple(
    (name, re.compile(rf"\b(?:{said})\s*(?:(?:den|d\.|i|med|ved|år)\s+)*$", re.IGNORECASE))
    for name, said in (
        ("close", r"(?:udgangen|slutningen)\s+af|sidst\s+i|ultimo"),
        ("open", r"(?:starten|begyndelsen)\s+af|først\s+i|primo"),
        ("upto", r"til\s+og\s+med|t\.?\s?o\.?\s?m\.?|senest|no\s+later\s+than"),
        ("before", r"før|forud\s+for|inden|indtil|(?:frem|op)\s+til|until|before"),
        ("after", r"efter|after"),
        ("from", r"fra(?:\s+og\s+med)?|siden|gældende(?:\s+fra)?|med\s+virkning(?:\s+fra)?|since|from"),
    )
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days asked about, inclusive, None where open. start, end: offsets in the question."""

    first: date | None
    last: date | None
    start: int
    end: int

    def day(self, today: date) -> date:
        """The day whose owner answers: the last one, by which what moves within the time has moved; of a time with
        no end its first, or today where it has begun."""
        if self.last is not None:
            return self.last
        return max(self.first or today, today)


@lru_cache(maxsize=500)
def asked_periods(text: str, today: date) -> tuple[Period, ...]:
    """Times of a question in its order; a year that only names a paper ("aftalen fra 2025") is none."""
    relative = [_led(text, start, end, first, last) for start, end, first, last in relative_times(text, today)]
    papers = [found.span() for found in _OF_A_PAPER.finditer(text)]
    named = [
        _of_span(text, span, today)
        for span in read_times(text, today).spans
        if not any(a < span.end and span.start < b for a, b in papers)
        and not any(p.start < span.end and span.start < p.end for p in relative)
    ]
    return tuple(sorted((*relative, *named), key=lambda period: period.start))


def _of_span(text: str, span: DateSpan, today: date) -> Period:
    if span.bound == "on" and span.first and span.last:
        turn = (span.last - span.first) == _ONE_DAY and span.last.timetuple().tm_yday == 1
        return _led(text, span.start, span.end, span.last if turn else span.first, span.last)
    for found in re.finditer(r"\S+", span.text):  # without the words that bound it
        inner = find_dates(span.text[found.start() :], today)
        if inner and inner[0].bound == "on" and inner[0].first and inner[0].last:
            start = span.start + found.start() + inner[0].start
            turn = (inner[0].last - inner[0].first) == _ONE_DAY and inner[0].last.timetuple().tm_yday == 1
            first = inner[0].last if turn else inner[0].first
            return _led(text, start, span.end, first, inner[0].last)
    return Period(span.first, span.last, span.start, span.end)


def _led(text: str, start: int, end: int, first: date, last: date) -> Period:
    """The period, by the words that stand before the time."""
    lead = next((name for name, said in _LEADS if said.search(text[:start])), "")
    if lead == "before" and text[start:end].lower().startswith("udgang"):
        lead = "upto"
    bounds: dict[str, tuple[date | None, date | None]] = {
        "close": (last, last),
        "open": (first, first),
        "upto": (None, last),
        "before": (None, first - _ONE_DAY),
        "after": (last if first == last and last.timetuple().tm_yday == 1 else last + _ONE_DAY, None),
        "from": (first, None),
    }
    return Period(*bounds.get(lead, (first, last)), start, end)
