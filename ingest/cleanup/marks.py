"""Quotation marks and dashes: Danish text has ”…” and –, an English engine reads “…” and —."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.schema import Change

_QUOTED = re.compile(r"(?<![^\s(])([“\"])(?=\w)(?=[^“”\"„»«\n]{1,60}(?:\n[^“”\"„»«\n]{1,60}){0,3}”)")
_DASH = re.compile(r"(?<=\s)—(?=\s)")


def marks(text: str, start: int, end: int) -> Iterator[Change]:
    """Opening marks whose closing partner is ”, and long dashes between spaces, as Danish has them."""
    for match in _QUOTED.finditer(text, start, end):
        yield Change(match.start(), match.start() + 1, match.group(1), "”", 0.8, "mark")
    for match in _DASH.finditer(text, start, end):
        yield Change(match.start(), match.end(), "—", "–", 0.9, "mark")
