"""Dates written out in Danish: "senest 1. august 2026", "juni 2022", "1. halvår 2026"."""

from __future__ import annotations

from datetime import date

from core.danish.date_readers import MONTH_NAMES
from core.danish.dates import write_day
from core.schema import DateSpan, Precision

_BOUNDS = {"from": "fra ", "until": "til og med ", "by": "senest ", "around": "omkring "}


def write_interval(when: DateSpan) -> str:
    """A date expression as short Danish: "senest 1. august 2026", "juni 2022", "1. halvår 2026"."""
    whole = when.first or when.last
    if whole is None:
        return when.text
    if when.bound == "on" and when.first and when.last and when.precision is Precision.OPEN:
        return f"{write_day(when.first)} til {write_day(when.last)}"
    last = when.last or whole
    words = {
        Precision.YEAR: str(last.year) if last.year == whole.year else f"{whole.year}-{last.year}",
        Precision.MONTH: f"{MONTH_NAMES[last.month - 1]} {last.year}",
        Precision.QUARTER: f"{(last.month + 2) // 3}. kvartal {last.year}",
        Precision.HALF_YEAR: f"{1 if last.month <= 6 else 2}. halvår {last.year}",
        Precision.SEASON: f"{_season(whole)} {whole.year}",
    }.get(when.precision, write_day(whole if when.bound == "from" else last))
    return _BOUNDS.get(when.bound, "") + words


def _season(first: date) -> str:
    return ("vinter", "forår", "sommer", "efterår")[first.month % 12 // 3]
