"""Dates written out in Danish: "senest 1. august 2026", "juni 2022", "1. halvår 2026"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.danish.date_readers import MONTH_NAMES
from core.danish.dates import write_day
from core.schema import DateSpan, Precision

_BOUNDS = {"from": "fra ", "until": "til og med ", "by": "senest ", "around": "omkring "}


def write_interval(when: DateSpan) -> str:
    """A date expression as short Danish: "senest 1. august 2026", "januar-marts 2022", "1. halvår 2026"."""
    whole = when.first or when.last
    if whole is None:
        return when.text
    last = when.last or whole
    if when.precision is Precision.YEAR:
        words = _joined(str(whole.year), str(last.year))
    elif when.precision in _PARTS:
        part = _PARTS[when.precision]
        years = (d.isocalendar().year if when.precision is Precision.WEEK else d.year for d in (whole, last))
        words = _parts(part(whole), part(last), *years)
    elif when.precision is Precision.SEASON:
        words = f"{_season(whole)} {whole.year}"
    else:
        words = _days(whole, whole if when.bound == "from" else last)
    return _BOUNDS.get(when.bound, "") + words


_PARTS: dict[Precision, Callable[[date], str]] = {
    Precision.WEEK: lambda day: f"uge {day.isocalendar().week}",
    Precision.MONTH: lambda day: MONTH_NAMES[day.month - 1],
    Precision.QUARTER: lambda day: f"{(day.month + 2) // 3}. kvartal",
    Precision.HALF_YEAR: lambda day: f"{1 if day.month <= 6 else 2}. halvår",
}  # how the part of the year a day lies in is called


def _parts(first: str, last: str, year: int, last_year: int) -> str:
    """One part of a year, or from one to another: "januar-marts 2022", "1.-2. kvartal 2026"."""
    if year != last_year:
        return f"{first} {year} til {last} {last_year}"
    number, dot, kind = first.partition(". ")
    if dot and last.endswith(kind) and first != last:
        first = f"{number}."
    return f"{_joined(first, last.removeprefix('uge ') if first != last else last)} {last_year}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _days(first: date, last: date) -> str:
    if first == last:
        return write_day(last)
    start = write_day(first).removesuffix(f" {last.year}")
    return f"{start} til {write_day(last)}"


def _season(first: date) -> str:
    return ("vinter", "forår", "sommer", "efterår")[first.month % 12 // 3]
