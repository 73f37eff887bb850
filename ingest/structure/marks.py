"""Marks at the start of a line: bullets, numbers, letters, Markdown signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.danish.date_readers import ANY_MONTH

BULLETS = "=~+¢°»«-–—•·▪●○◦*■□➢✓►\uf0a7\uf0b7\uf02d\uf0d8o"
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|e(?= (?:[A-ZÆØÅ\d]|at\b)))[ \t]+(?=\S)")
_GLUED = re.compile(r"[•▪●■\uf0a7\uf0b7](?=\S)|[-–](?=at[a-zæøå]{3})")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)](?!\d)[ \t]*(?=[^\s\d])")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t]+(?=[^\W\d])")
_LETTER = re.compile(r"\(?([a-zæøå])\)[ \t]*(?=\S)|([a-hA-H])\.[ \t]+(?=[A-ZÆØÅ])")
_ROMAN = re.compile(r"\(?((?:x{0,2})(?:ix|iv|v?i{1,3}|v))[.)][ \t]+(?=\S)", re.IGNORECASE)
_COMPOUND = re.compile(r"(\d{1,2})\.([a-zæøå])\)?[ \t]+(?=\S)")
_LABEL = re.compile(
    r"(?!(?:Figur|Tabel|Boks|Diagram|Graf|Billede|Foto|Note|Den|Pr|Fra|Til)\b)"
    r"[A-ZÆØÅ][a-zæøå]{2,14} (\d{1,2})[:.] +(?=[\"”A-ZÆØÅ])"
)
_HASH = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_MONTH = re.compile(
    rf"(?:{ANY_MONTH}|kvartal|halvår|etape|behandling|fase)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """kind: bullet | label ("Fase 1:") | number | decimal | letter | roman | hash. value: its place in a run (0: none).
    depth: parts of a decimal number or signs of a hash. length: characters it takes."""

    kind: str
    value: int
    depth: int
    length: int


def mark_of(text: str) -> Mark | None:
    """The mark a line starts with, None where it starts with words (or with a date)."""
    found = _HASH.match(text)
    if found:
        return Mark("hash", 0, len(found.group(1)), found.end())
    found = _LABEL.match(text)
    if found:
        return Mark("label", int(found.group(1)), 1, found.end())
    found = _BULLET.match(text) or _GLUED.match(text)
    if found:
        return Mark("bullet", 0, 1, found.end())
    found = _DECIMAL.match(text)
    if found:
        parts = found.group(1).split(".")
        return Mark("decimal", int(parts[-1]), len(parts), found.end())
    found = _COMPOUND.match(text)
    if found:
        return Mark("letter", ord(found.group(2)) - 96, 2, found.end())
    found = _NUMBER.match(text)
    if found and not _MONTH.match(text, found.end()) and int(found.group(1)) <= 199:
        return Mark("number", int(found.group(1)), 1, found.end())
    found = _ROMAN.match(text)
    if found and found.group(1).lower() not in ("i", "v"):
        return Mark("roman", _roman(found.group(1).lower()), 1, found.end())
    found = _LETTER.match(text)
    if found:
        letter = (found.group(1) or found.group(2)).lower()
        return Mark("letter", ord(letter) - 96, 1, found.end())
    return None


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10}
    total = 0
    for this, after in zip(text, [*text[1:], " "], strict=True):
        value = values[this]
        total += -value if values.get(after, 0) > value else value
    return total
