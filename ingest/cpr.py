"""CPR numbers (Danish personal ids): found, masked or refused before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.dk import cpr

from core.schema import Span

_SHAPE = re.compile(r"(?<![\d.,/-])(\d{6})([ \t]{0,2}[-–—]?[ \t]{0,2})(\d{4})(?![\d/]|[.,-]\d)")


def cpr_spans(text: str) -> Iterator[Span]:
    """Where CPR numbers stand.

    With a hyphen or blank between, a valid birth date is enough (numbers given out since 2007 have no check
    digit: CPR-kontoret, "Personnummeret i CPR"); ten digits in one run must pass the modulus 11 check too."""
    for found in _SHAPE.finditer(text):
        digits = found.group(1) + found.group(3)
        if not cpr.is_valid(digits):
            continue
        if not found.group(2) and cpr.checksum(digits) != 0:
            continue
        yield Span(found.start(), found.end())


def mask(text: str) -> tuple[str, int]:
    """The text with every digit of a CPR number as X, of the same length, and how many were masked."""
    parts: list[str] = []
    at = count = 0
    for span in cpr_spans(text):
        parts += (text[at : span.start], re.sub(r"\d", "X", text[span.start : span.end]))
        at = span.end
        count += 1
    parts.append(text[at:])
    return "".join(parts), count


_MASKED = re.compile(r"(?<!\w)X{6}[ \t]{0,2}[-–—]?[ \t]{0,2}X{4}(?!\w)")


def masked_spans(text: str) -> list[Span]:
    """Where masked numbers stand."""
    return [Span(found.start(), found.end()) for found in _MASKED.finditer(text)]
