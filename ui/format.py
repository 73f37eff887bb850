"""Values as Danish text: dates, shares, sizes and places in a document."""

from __future__ import annotations

import re
from datetime import date

from core.danish.date_readers import MONTH_NAMES
from core.danish.date_words import write_interval
from core.danish.dates import write_day
from core.errors import UsageError
from core.schema import Locator

HOW_TO_WRITE = "Skriv den som 1. januar 2026 eller 01-01-2026."

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMERIC = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})$")
_WORDS = re.compile(r"(\d{1,2})\.? +([a-zæøå]+)\.? +(\d{4})$")


def day(value: date | None) -> str:
    """19. juni 2025; empty for None."""
    return write_day(value) if value else ""


def iso_day(text: str) -> str:
    """19. juni 2025 for 2025-06-19; other text as it is."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def parse_day(text: str, label: str = "Datoen") -> date | None:
    """A day written as 2026-01-31, 31.01.2026, 31-1-2026 or 31. januar 2026; None for blank text.

    Raises UsageError for anything else."""
    text = " ".join((text or "").lower().split())
    if not text:
        return None
    try:
        if match := _ISO.match(text):
            return date(*map(int, match.groups()))
        if match := _NUMERIC.match(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if (match := _WORDS.match(text)) and (month := _month(match[2])):
            return date(int(match[3]), month, int(match[1]))
    except ValueError:
        pass
    raise UsageError(f"{label} »{text}« kan ikke læses.", remedy=HOW_TO_WRITE)


def _month(word: str) -> int | None:
    """1..12 for a month's name or its first three letters."""
    return next((i for i, name in enumerate(MONTH_NAMES, 1) if word in (name, name[:3])), None)


def percent(share: float) -> str:
    """93 % for 0.93."""
    return f"{round(share * 100)} %"


def number(value: float, decimals: int = 0) -> str:
    """1.234,5 for 1234.5 with one decimal."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def kroner(value: int) -> str:
    """1.357.000 kr."""
    return f"{number(value)} kr."


def size(octets: int) -> str:
    """12 kB, 3,4 MB."""
    return f"{number(octets / 1e6, 1)} MB" if octets >= 1e6 else f"{max(1, round(octets / 1e3))} kB"


def count(n: int, one: str, many: str) -> str:
    """1 dokument, 12 dokumenter."""
    return f"{number(n)} {one if n == 1 else many}"


def place(locator: Locator) -> str:
    """side 3, linje 98-104, or empty."""
    if locator.page is not None:
        return f"side {locator.page}"
    if locator.lines is None:
        return ""
    first, last = locator.lines
    return f"linje {first}" if first == last else f"linje {first}-{last}"


interval = write_interval


def sureness(confidence: float) -> tuple[str, str]:
    """(level, Danish words) for a calibrated confidence: høj from 0.85, middel from 0.6, else lav."""
    if confidence >= 0.85:
        return "hoej", "Høj sikkerhed"
    if confidence >= 0.6:
        return "middel", "Middel sikkerhed: læs kilden, før du bruger svaret"
    return "lav", "Lav sikkerhed: læs kilden, før du bruger svaret"
