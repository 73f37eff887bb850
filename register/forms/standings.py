"""Sentences that tell what somebody is or has to see to: "<unit> er den øverste ansvarlige", "<unit> udgør det
strategiske niveau", "Det er dermed <unit>s ansvar, at …", "Det pålægges <unit>, med baggrund i …, at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.rules import Rule
from register.sentences.clauses import ADVERBS
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft

_ADV = rf"(?: {ADVERBS}| i sidste ende| i praksis)*"
_TOP = (  # "den øverste administrative leder af havnen", "kommunens øverste bevilgende myndighed"
    r"(?:(?:den|det|[a-zæøå]+s) )?(?:øverste|overordnede|højeste|øverst|højest)(?: (?:og )?[a-zæøå-]+){0,4}? "
    r"(?:[a-zæøå]*ansvarlige?|[a-zæøå]*myndighed|ledelse|[a-zæøå]*(?:organ|niveau)|leder|chef)"
    r"(?: (?:for|af|i|på) [^,.;\ue000-\ue7ff]{2,80}?)?(?=[.,;]|,? (?:og|der|som)\b| \uf8fe|$)"
)
_LEVEL = r"(?:det|kommunens) [a-zæøå]+e (?:[a-zæøå]*niveau)(?: (?:i|for|af|på) [^,.;]{2,80})?"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("er-øverste", re.compile(rf"(?P<units>{UNITS}),?(?: (?:som|der))? (?:er|udgør){_ADV} (?P<task>{_TOP})")),
    (
        "er-øverste",
        re.compile(
            rf"^\s*(?P<units>{UNITS}) [a-zæøå]+(?:er|år)\b(?:(?! at | som | der )[^.;])* og er{_ADV} (?P<task>{_TOP})"
        ),
    ),
    ("er-øverste", re.compile(rf"\ber (?P<units>{UNITS}){_ADV} (?P<task>{_TOP})")),
    ("udgør-niveau", re.compile(rf"(?P<units>{UNITS}) udgøre?{_ADV} (?P<task>{_LEVEL})")),
    (
        "udgør-niveau",
        re.compile(
            rf"^\s*(?P<task>[Dd]et [a-zæøå]+e [a-zæøå]*niveau(?: i [^,.;]{{2,60}})?) udgør(?:es af)? (?P<units>{UNITS})"
        ),
    ),
    (
        "er-ens-opgave",
        re.compile(
            rf"\b(?:[Dd]et (?:er|bliver)|er det){_ADV} (?P<whose>{UNITS}) (?:[a-zæøå]+e )?"
            rf"(?:opgave|ansvar|rolle|pligt),? "
            rf"at\b ?(?P<task>.+)"
        ),
    ),
    (
        "er-ens-opgaver",  # with a list
        re.compile(
            rf"\b(?:[Dd]et (?:er|bliver)|er det){_ADV} (?P<whose>{UNITS}) (?:[a-zæøå]+e )?"
            rf"(?:opgave|ansvar) ?(?P<task>:)\s*$"
        ),
    ),
    ("pålægges", re.compile(rf"\b[Dd]et pålægges (?P<units>{UNITS})(?:, [^,]{{3,160}},)? at\b ?(?P<task>.+)")),
)
_STATED = {name: Rule(name, "assign", "active", ("er",)) for name, _ in _FORMS}


def read_standings(masked: Masked) -> Iterator[Draft]:
    """Drafts of these forms in one sentence."""
    for name, form in _FORMS:
        for match in form.finditer(masked.text):
            whose = "whose" if "whose" in match.groupdict() else "units"
            units = masked.mentions(*match.span(whose))
            if units and units[-1].genitive == (whose == "whose"):
                clause = (match.start("task"), len(masked.text))  # a date before it is another thing's
                verb = (match.start(), match.start() + 1)
                yield Draft(_STATED[name], match.span("task"), clause, verb, units, [], match.end(whose))
