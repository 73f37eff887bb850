"""Danish date language as intervals with precision and bound."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from core.danish.date_forms import RULES
from core.danish.date_readers import MONTH_NAMES, Interval
from core.schema import DateSpan, Precision

_HINTS = (
    *"0123456789",
    "årsskift", "nytår", "året", " år",
    "kvartal", "halvår", "somm", "vint", "forår", "efterår", "første", "anden", "tredje",
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
_SENTENCE = 1000  # characters of a text whose dates are kept: an answer looks at the same sentences many times


def find_dates(text: str, reference: date | None = None) -> list[DateSpan]:
    """All date expressions of a text in order, without overlaps; offsets into ``text``.

    reference: the document's own date or the day of asking; it fills in a year that is left out ("den 3.
    maj"). Without it such expressions are left out, for a wrong year is worse than none."""
    return list(_kept(text, reference)) if len(text) <= _SENTENCE else _found(text, reference)


@lru_cache(maxsize=4000)
def _kept(text: str, reference: date | None) -> tuple[DateSpan, ...]:
    return tuple(_found(text, reference))


def _found(text: str, reference: date | None) -> list[DateSpan]:
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return []
    found: list[tuple[int, int, int, Interval]] = []
    for rank, (pattern, handler) in enumerate(RULES):
        for match in pattern.finditer(text):
            interval = handler(match, reference)
            if interval is not None:
                found.append((match.start(), -match.end(), rank, interval))
    spans: list[DateSpan] = []
    at = 0
    for start, negative_end, _, interval in sorted(found, key=lambda f: f[:3]):
        if start >= at:
            at = -negative_end
            spans.append(_bounded(text, start, at, interval))
    return _join_ranges(text, _without_overlap(spans))


def date_iso(text: str, reference: date | None = None) -> str:
    """ISO date of the first full date (day precision) in the text, "" where there is none."""
    for span in find_dates(text, reference):
        if span.precision is Precision.DAY:
            day = span.first if span.bound != "until" and span.first else span.last
            return day.isoformat() if day else ""
    return ""


# --- bounds -------------------------------------------------------------------------------------------------

_BOUNDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (bound, re.compile(rf"(?<![a-zæøå])(?:{words})\s*(?:den|d\.|dato|i|med|år)?\s*$", re.I))
    for bound, words in (
        ("by", r"senest(?:\s+(?:ved|inden|med))?(?:\s+udgangen\s+af)?|inden(?:\s+udgangen\s+af|\s+for)?|"
               r"(?:op\s+)?til\s+senest|frist(?:en)?(?:\s+er|:)?|deadline(?:\s+er|:)?|forud\s+for|før|no\s+later\s+than"),
        ("until", r"til\s+og\s+med(?:\s+udgangen\s+af)?|t\.?\s?o\.?\s?m\.?|indtil(?:\s+udgangen\s+af)?|"
                  r"frem\s+til(?:\s+udgangen\s+af)?|udløber(?:\s+ved\s+udgangen\s+af)?|until"),
        ("around", r"(?:hen\s+)?(?:frem\s+)?i?mod|omkring|cirka|ca\.|hen\s+over"),
        ("from", r"(?:med\s+virkning\s+)?fra(?:\s+og\s+med)?|fra\s+start(?:en)?\s+af|med\s+virkning\s+pr\.?|"
                 r"gældende\s+(?:fra|pr\.?)|siden|efter|after|since|from"),
        ("on", r"pr\.?|per|den|d\.|i|ved|dato|tirsdag|i\s+løbet\s+af|i\s+perioden|i\s+årene|on|in"),
    )
)  # fmt: skip


def write_day(day: date) -> str:
    """ "1. januar 2026"."""
    return f"{day.day}. {MONTH_NAMES[day.month - 1]} {day.year}"


def _bounded(text: str, start: int, end: int, interval: Interval) -> DateSpan:
    head = text[max(0, start - 45) : start]
    first, last, precision = interval
    bound = "on"
    for name, pattern in _BOUNDS:
        match = pattern.search(head)
        if match:
            bound, start = name, start - (len(head) - match.start())
            break
    opened: tuple[date | None, date | None] = (first, last)
    if bound in ("by", "until"):
        opened = (None, _before(text[start:end], first, precision) or last)
    elif bound == "from" and _is_run_of_days(interval):
        bound = "on"
    elif bound == "from" and not _is_range(text[start:end]):
        opened = (first, None)
    return DateSpan(opened[0], opened[1], precision, bound, text[start:end], start, end)


def _before(words: str, first: date, precision: Precision) -> date | None:
    # "før 2026" and "inden uge 27" end before that time begins; "inden 1. august" and "senest uge 27" include it
    low = words.lower()
    if re.match(r"før|forud|inden\s+(?:jul(?:en)?|sommerferien)\b", low):
        return first - timedelta(days=1)
    if precision is not Precision.DAY and re.match(r"inden\s+(?!for\b|udgangen|senest)", low):
        return first - timedelta(days=1)
    return None


def _is_run_of_days(interval: Interval) -> bool:
    """ "15. maj til den 30. november 2026", not the turn of a year."""
    first, last, precision = interval
    return precision is Precision.DAY and (last - first).days > 1


def _is_range(words: str) -> bool:
    return re.search(r"(?:19|20)\d\d\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d\b)", words) is not None


def _without_overlap(spans: list[DateSpan]) -> list[DateSpan]:
    kept: list[DateSpan] = []
    for span in spans:
        if kept and span.start < kept[-1].end:  # a bound word that reached back into the expression before
            continue
        kept.append(span)
    return kept


def _join_ranges(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    joined: list[DateSpan] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before is not None and _is_joined(text, before, span) and before.first and span.last:
            whole = text[before.start : span.end]
            joined[-1] = replace(before, last=span.last, bound="on", text=whole, end=span.end, precision=span.precision)
        else:
            joined.append(span)
    return joined


def _is_joined(text: str, before: DateSpan, span: DateSpan) -> bool:
    between = text[before.end : span.end - len(span.text)]
    if span.bound == "until":
        return before.bound == "from" and not between.strip()
    if before.bound not in ("from", "on") or span.bound != "on" or span.last is None or before.first is None:
        return False
    return re.fullmatch(r"\s*(?:-|–|til)\s*", text[before.end : span.start]) is not None and (before.first <= span.last)
