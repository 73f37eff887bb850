"""Words of tables: totals, units, empty cells."""

from __future__ import annotations

import re

from core.danish.numbers import parse_number

EMPTY = frozenset({"", "-", "–", "—", "."})
_UNIT = re.compile(
    r"\(?\s*(?:i\s+)?(?:(?:hele\s+)?(?:1\.?000|t|tusinde?|mio\.?|mia\.?)\s*\.?\s*(?:kr\.?|kroner)|(?<!\w)kr\.|kroner|årsværk)"
    r"(?:[^()\n\t|]{0,12}?\d{4}[- ]?\s*(?:p\s*/\s*[lI]|pl\b|pris\w*|PL\b))?",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"^(?:i\s?alt|[l1|]alt|total|sum|samlede?)\b|\b(?:i\s+alt|[l1]alt)\W*$|\btotal\W*$", re.IGNORECASE)


def is_total(text: str) -> bool:
    """True for the label or head of a total."""
    return bool(_TOTAL.search(text.strip()))


def unit_in(text: str) -> str:
    """The unit as written, "" where there is none: "1.000 kr., 2019 p/l"."""
    found = _UNIT.search(text)
    return " ".join(found.group().strip(" (),").split()) if found else ""


def number_of(text: str) -> float | None:
    """The number a cell holds, None for words. A dash is an empty cell, not a zero."""
    bare = text.replace("\u00a0", " ")
    bare = re.sub(r"\b(?:kr|pct)\b\.?|%", "", bare)
    bare = re.sub(r"(?<=\d)\s+(?=\d{3}\b)", "", bare).strip().rstrip("*")
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    return parse_number(bare) if bare else None
