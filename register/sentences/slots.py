"""What stands in a rule's slots: units behind prepositions, the owner a task is named after."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from register.names.unit_forms import Mention
from register.rules import Rule
from register.sentences.clauses import after_units
from register.sentences.masking import UNITS, Masked

Slot = tuple[int, int, list[Mention]]
"""start and end in the masked text, the units in between."""

_SAME = re.compile(
    r"(?:hos|under|i|til|af) (?P<which>sidstnævnte|førstnævnte|samme (?:forvaltning|udvalg)|"
    r"begge (?:\w+ )?(?:udvalg|forvaltninger))"
)
_LIES = re.compile(
    r", (?:som|der) (?:\w+ ){0,4}?(?:ligger|lå|hørte|hører|hørt|ligget|sorterer|sorteret|sorterede|været|er|var|"
    r"varetages|varetaget|placeret|"
    r"forankret|[a-zæøå]{3,}es(?= (?:(?:i dag|hidtil|nu|fortsat) )?af ))\b[^,]{0,30}\b(?:i|under|hos|af|til) $"
    r"|\b(?:ligger|hører|varetages|løses|drives|er (?:i dag )?(?:placeret|forankret))\b[^,]{0,12}"
    r"\b(?:i|under|hos|af|til) $"
)

_OPEN_RELATIVE = re.compile(r",? (?:som|der)\b(?P<inside>[^,;]*)$")
_MAIN_VERB = re.compile(r",\s[^,;]*?\b(?:[a-zæøå]{3,}es|overgår|går|kommer|flytter|bliver|skal|vil)\b")
_A_LINE = re.compile(r"\b(?:en|et) (?:[a-zæøå]+ ){0,2}[^\s,.;]+$")  # "en kommandovej", not "havnens opgaver"
_SINCE_ACT = re.compile(
    r"\b(?:efter|ved|før|siden|inden|trods) [a-zæøå]*(?:nedlæggelse|lukning|sammenlægning|oprettelse)n? $"
)
_GOES = re.compile(r"(?:går|gå|gik)$", re.IGNORECASE)


@dataclass
class Draft:
    """A row as one rule read it; spans are offsets into the masked text. task: span, (0, 0) where the
    sentence leaves it to a list. clause: the clause's span."""

    rule: Rule
    task: tuple[int, int]
    clause: tuple[int, int]
    verb: tuple[int, int]
    to: list[Mention] = field(default_factory=list)
    source: list[Mention] = field(default_factory=list)
    after: int = 0  # end of the last slot

    def gives_within(self, first: int, end: int) -> bool:
        """True where it names a receiver and its task and verb reach into that stretch."""
        return bool(self.to) and self.task[0] < end and first < max(self.task[1], self.verb[1])


@lru_cache(maxsize=512)
def _slot_pattern(prepositions: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(prepositions, key=len, reverse=True)
    joined = "|".join(f"(?:{after_units(p).replace('(?P<units>', f'(?P<u{n}>')})" for n, p in enumerate(longest))
    return re.compile(joined)


def slot(masked: Masked, prepositions: tuple[str, ...], start: int, end: int) -> Slot | None:
    """First preposition with units behind it: (start, end, units)."""
    if not prepositions:
        return None
    for match in _slot_pattern(prepositions).finditer(masked.text[start:end]):
        group = next(g for g, value in match.groupdict().items() if value is not None)
        units = masked.mentions(start + match.start(group), start + match.end(group))
        if units and not units[-1].genitive and not _of_an_act(masked.text, start, start + match.start()):
            return start + match.start(), start + match.end(), units
    return None


def _of_an_act(text: str, start: int, at: int) -> bool:
    """True where what stands before makes "af <unit>" the thing done: "fordeles efter nedlæggelsen af <unit> …"."""
    return text.startswith("af ", at) and _SINCE_ACT.search(text, start, at) is not None


def owner_before(m: Masked, start: int, end: int) -> Slot | None:
    """The unit a task is named after or lies under: "Miljøudvalgets kontaktcenter", "området under <unit>"."""
    for found in re.finditer(UNITS, m.text[start:end]):
        units = m.mentions(start + found.start(), start + found.end())
        before = m.text[start : start + found.start()]
        under = before.endswith(" under ") or _LIES.search(before) is not None
        if units and (units[-1].genitive or under):
            return start + found.start(), start + found.end(), units
    return None


def fronted(m: Masked, prepositions: tuple[str, ...], start: int, verb: int) -> Slot | None:
    """A receiver that opens the clause: "Under <unit> samles …"."""
    match = re.match(rf"\s*(?P<word>Under|Hos|I|Til|Ved) (?P<units>{UNITS}) ", m.text[start:verb])
    if match is None or match["word"].lower() not in prepositions:
        return None
    units = m.mentions(start + match.start("units"), start + match.end("units"))
    return (start, start + match.end("units"), units) if units and not units[-1].genitive else None


def names_again(text: str) -> bool:
    """True where a sentence names a unit of before without its name: "samme forvaltning", "begge udvalg"."""
    return _SAME.search(text) is not None


def same_as_before(masked: Masked, start: int, end: int, source: list[Mention], last: list[Mention]) -> Slot | None:
    match = _SAME.search(masked.text, start, end)
    if match is None:
        return None
    if match["which"].startswith("begge"):
        at = masked.span(match.start("which"), match.end("which"))
        return match.start(), match.end(), [Mention(*at, match["which"], "andet")]
    pool = source if "nævnte" in match["which"] else last
    if "udvalg" in match["which"] or "forvaltning" in match["which"]:
        pool = [m for m in pool if m.type in ("udvalg", "forvaltning")]
    if not pool:
        return None
    return match.start(), match.end(), [pool[0] if match["which"] == "førstnævnte" else pool[-1]]


def told_aside(text: str, clause: tuple[int, int], verb: tuple[int, int], unit: int, state: bool) -> bool:
    """True for a verb inside a relative clause that ends before the unit, which then belongs to the main verb, and for
    "en linje, som går fra A til B". text: the masked sentence; unit: where the unit's slot starts; state: the verb
    tells how things are."""
    relative = _OPEN_RELATIVE.search(text, clause[0], verb[0])
    if relative is None:
        return False
    a_line = _A_LINE.search(text, clause[0], relative.start()) and text.startswith(" fra ", verb[1])
    if a_line and _GOES.match(text[verb[0] : verb[1]]) and len(relative["inside"].split()) < 3:
        return True
    return state and _MAIN_VERB.search(text, verb[1], unit) is not None
