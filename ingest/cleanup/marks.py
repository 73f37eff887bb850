"""Quotation marks and dashes: Danish text has ”…” and –, an English engine reads “…” and —."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.schema import Change

_QUOTED = re.compile(r"(?<![^\s(])([“\"])(?=\w)(?=[^“”\"„»«\n]{1,60}(?:\n[^“”\"„»«\n]{1,60}){0,3}”)")
_ITEMS = 3  # items with a dash that make it a list
_DASH = re.compile(r"(?<=\s)—(?=\s)")


_ITEM = re.compile(r"^- (?=\w)", re.MULTILINE)
_ODD_ITEM = re.compile(r"^[=~] (?=\w)", re.MULTILINE)


def marks(text: str, start: int, end: int) -> Iterator[Change]:
    """Opening marks whose closing partner is ”, long dashes between spaces, and an odd sign before an item of a
    list whose other items have a dash."""
    for match in _QUOTED.finditer(text, start, end):
        yield Change(match.start(), match.start() + 1, match.group(1), "”", 0.8, "mark")
    for match in _DASH.finditer(text, start, end):
        yield Change(match.start(), match.end(), "—", "–", 0.9, "mark")
    if sum(1 for _ in islice(_ITEM.finditer(text, start, end), _ITEMS)) == _ITEMS:
        for match in _ODD_ITEM.finditer(text, start, end):
            yield Change(match.start(), match.start() + 1, match.group()[0], "-", 0.85, "mark")
