"""A statement with its unit names and brackets each masked by one character, so that rules stay short.

White space runs become one space; ``origin`` maps every masked character back to the cleaned text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from register.names.unit_forms import Mention

FIRST_UNIT = 0xE000
_DATE_ASIDE = re.compile(  # "er bygget – ventelig 1. maj 2028 – overgår": what stands between commas too
    r"(?<=\s)(?P<open>[–—-])(?=\s(?=[^–—,;]{0,40}\d{4}\s)(?:[^\s–—,;]+\s){1,7}(?P<close>[–—-])\s)"
)
BRACKET = "\uf8fe"  # a bracket with no unit in it, or with units noted in ``bracket_units``
UNIT = f"[{chr(FIRST_UNIT)}-{chr(FIRST_UNIT + 0x7FF)}]"
ONE_UNIT = rf"{UNIT}(?: ?{BRACKET})?"
UNITS = rf"{ONE_UNIT}(?:(?:, ?|,? (?:og|samt|eller) (?:i |til |fra |under )?|/){ONE_UNIT})*"


@dataclass(frozen=True)
class Masked:
    """text: the masked statement; origin[i]: offset in the cleaned text of text[i], one more entry for the
    end; units: mentions by mask character; bracket_units: position of a bracket → mentions inside it."""

    text: str
    origin: tuple[int, ...]
    units: tuple[Mention, ...]
    bracket_units: dict[int, tuple[Mention, ...]]
    brackets: dict[int, tuple[int, int]]  # position → span in the cleaned text

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Units masked in text[start:end], those inside brackets left out."""
        return [
            self.units[ord(c) - FIRST_UNIT] for c in self.text[start:end] if 0 <= ord(c) - FIRST_UNIT < len(self.units)
        ]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the cleaned text of text[start:end], trimmed of white space."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return self.origin[start], self._end(end)

    def _end(self, at: int) -> int:
        if at == 0:
            return self.origin[0]
        last = self.text[at - 1]
        if last == BRACKET:
            return self.brackets[at - 1][1]
        if 0 <= ord(last) - FIRST_UNIT < len(self.units):
            return self.units[ord(last) - FIRST_UNIT].end
        return self.origin[at - 1] + 1


def mask(cleaned: str, start: int, end: int, mentions: Sequence[Mention]) -> Masked:
    """Mask cleaned[start:end]; ``mentions``: those inside it, ordered."""
    out: list[str] = []
    origin: list[int] = []
    units: list[Mention] = []
    inside: dict[int, tuple[Mention, ...]] = {}
    spans: dict[int, tuple[int, int]] = {}
    at = start
    queue = list(mentions)
    commas = _asides(cleaned, start, end)
    while at < end:
        while queue and queue[0].start < at:
            queue.pop(0)
        close = _bracket_end(cleaned, at, end)
        if queue and queue[0].start == at:
            mention = queue.pop(0)
            out.append(chr(FIRST_UNIT + len(units)))
            origin.append(at)
            units.append(mention)
            at = mention.end
        elif close:
            inside[len(out)] = tuple(m for m in queue if m.end <= close)
            spans[len(out)] = (at, close)
            out.append(BRACKET)
            origin.append(at)
            at = close
        elif at in commas and out:
            out[-1] = ","
            at += 1
        elif cleaned[at].isspace():
            if not out or out[-1] != " ":
                out.append(" ")
                origin.append(at)
            at += 1
        else:
            out.append(cleaned[at])
            origin.append(at)
            at += 1
    return Masked("".join(out), (*origin, end), tuple(units), inside, spans)


def _asides(cleaned: str, start: int, end: int) -> set[int]:
    """Where the dashes around a date stand, which are read as commas."""
    found = _DATE_ASIDE.finditer(cleaned, start, end)
    return {place for aside in found for place in (aside.start("open"), aside.start("close"))}


def _bracket_end(text: str, at: int, end: int) -> int:
    """End of the bracket that opens at ``at``, 0 where none does or it never closes."""
    if text[at] != "(":
        return 0
    depth = 0
    for i in range(at, min(end, at + 400)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i + 1
    return 0


def plain(masked: Masked, cleaned: str, start: int, end: int) -> str:
    """The words of text[start:end] as the cleaned text has them, white space collapsed."""
    if start >= end:
        return ""
    first, last = masked.span(start, end)
    return " ".join(re.sub(r"(?<=[a-zæøå])-\n\s*(?=[a-zæøå])", "", cleaned[first:last]).split())
