"""Danish numbers: words ("enogtyve", "fem hundrede") and written forms ("1.357", "7,8", "2.16")."""

from __future__ import annotations

import re
from functools import lru_cache

_ONES = {
    "nul": 0, "en": 1, "én": 1, "et": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
    "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
}  # fmt: skip
_TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "fyrretyve": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70,
    "firs": 80, "halvfems": 90,
}  # fmt: skip
_ORDINALS = {
    "første": 1, "forste": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6,
    "syvende": 7, "ottende": 8, "niende": 9, "tiende": 10, "ellevte": 11, "tolvte": 12,
}  # fmt: skip
_SCALES = {
    "hundrede": 100, "tusind": 1000, "tusinde": 1000, "million": 10**6, "millioner": 10**6,
    "mio": 10**6, "milliard": 10**9, "milliarder": 10**9, "mia": 10**9,
}  # fmt: skip

TWO_TO_TEN = "to|tre|fire|fem|seks|syv|otte|ni|ti"
"""Small numbers in words, as a piece of a regular expression."""

WRITTEN = r"[-−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-−]?\d+(?:[.,]\d+)?"
"""Regular expression of a written Danish number."""


def parse_number(text: str) -> float | None:
    """Value of a written Danish number, None where it isn't one.

    A dot before exactly three digits separates thousands; before one, two or more than three it is taken as
    a decimal point, as authors sometimes write it ("2.16 mio."). A comma is the decimal mark."""
    raw = text.strip().replace("−", "-").replace(" ", "")
    if not re.fullmatch(WRITTEN, raw):
        return None
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", raw):
        raw = raw.replace(".", "")
    return float(raw.replace(",", "."))


@lru_cache(maxsize=4096)
def parse_word(word: str) -> int | None:
    """Value of one Danish number word up to 99 or a scale ("hundrede"), None where it isn't one."""
    low = word.lower()
    for table in (_ONES, _TENS, _SCALES):
        if low in table:
            return table[low]
    ones, og, tens = low.partition("og")
    if og and ones in _ONES and _ONES[ones] < 10 and tens in _TENS:
        return _ONES[ones] + _TENS[tens]
    return None


def parse_words(text: str) -> int | None:
    """Value of a phrase of number words ("to hundrede og femogtyve"), None where a word is no number."""
    total, current, seen = 0, 0, False
    for word in text.lower().split():
        if word == "og" and seen:
            continue
        value = parse_word(word)
        if value is None:
            return None
        seen = True
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    return total + current if seen else None


def parse_ordinal(text: str) -> int | None:
    """Value of an ordinal: "første", "2.", "2". None where it isn't one."""
    low = text.strip().lower().rstrip(".")
    return int(low) if low.isdigit() else _ORDINALS.get(low)


def number_value(text: str) -> float | None:
    """Value of a written number or of number words, with a scale after it ("2,5 mio.", "ni tusind")."""
    words = text.strip().rstrip(".").split()
    if not words:
        return None
    written = parse_number(words[0])
    if written is None:
        value = parse_words(" ".join(words))
        return None if value is None else float(value)
    if len(words) == 1:
        return written
    scale = _SCALES.get(words[1].lower().rstrip("."))
    return written * scale if scale and len(words) == 2 else None
