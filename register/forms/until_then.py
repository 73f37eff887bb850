"""Who has a thing for the time being: "… flyttes den 1. maj 2027. Frem til da bemander <unit> kajen" ends the day
before that day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from core.danish.dates import find_dates
from core.schema import Basis, Precision, Responsibility, Status
from register.forms.today import is_held
from register.rows import row_key

_UNTIL_THEN = re.compile(r"(?:^|[.;] |, )(?:Indtil|Frem til) (?:da|den (?:dato|dag)|dette tidspunkt)\b", re.IGNORECASE)
_HANDED_ON = re.compile(  # "Den overtages af …", right behind who has it today
    r"\s*(?:Den|Det|De|Opgaven|Opgaverne|Ansvaret|Driften)\s+(?:\w+\s+)?(?:overtages|flyttes|flytter|overgår|overdrages|"
    r"overføres|lægges|samles|placeres|henlægges)\b(?:[^.;]|\.(?!\s+[A-ZÆØÅ]))*(?:[.;]\s+(?=[A-ZÆØÅ])|\n\n|$)"
)
_FAR = 300  # characters before


def ended_then(row: Responsibility, text: str, reference: date | None) -> Responsibility:
    """The row; one told to hold "until then", or "i dag" right before "Den overtages af …", with its last day where a
    day stands there. text: the cleaned text."""
    handed_on = _HANDED_ON.match(text, row.end) if is_held(row, text) else None
    if handed_on:
        return _ended(row, handed_on.group(), reference)
    words = re.sub(r"\s", " ", text[row.start : row.end])
    found = _UNTIL_THEN.search(words)
    holds_still = row.relation in ("assign", "keep") and row.until is None and row.effective_from is None
    if found is None or not holds_still:
        return row
    at = row.start + found.start()
    before = text[max(0, at - _FAR) : at].split("\n\n")[-1]
    return replace(_ended(row, before, reference), status=Status.TEMPORARY)


def _ended(row: Responsibility, words: str, reference: date | None) -> Responsibility:
    """The row up to the day before the last day that the words tell a beginning by."""
    days = [d for d in find_dates(words, reference) if d.precision is Precision.DAY and d.bound != "until"]
    last = days[-1].first if days else None
    if last is None:
        return row
    ended = replace(row, relation="assign", until=last - timedelta(days=1), status=Status.TEMPORARY, basis=Basis.NONE)
    return replace(ended, key=row_key(ended))
