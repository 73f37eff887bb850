"""Questions for what a word or thing is, in the many ways people ask it; and whom a thing is meant for."""

from __future__ import annotations

import re

_QUOTE = "[\"'»«”“„]"
_MEANING = re.compile(
    r"\bhvad (?:er|var) (?:en|et) (?:[\w-]+ )?[\w-]+ (?:i|hos|ifølge|efter|på|under)\b|"
    r"\bhvad (?:er|var) [\w-]+(?<!en)(?<!et)(?<!ne) (?:ifølge|efter|for noget|for en\b)|"
    rf"\bhvad (?:er|var) (?:(?:en|et|den|det) )?(?:[\w-]+ )?{_QUOTE}|"
    r"\bhvad .{2,60} for (?:noget|en (?:størrelse|slags|ting|fisk))\W*$|"
    r"\bhvad (?:forstå\w*|mene[rs]|mente\w*) (?!om\b)(?:(?! om ).){2,80}\b(?:ved|med)\b|"
    r"\bhvad (?:går|gik) .{2,80}\bud på\b|"
    r"\bhvad ligger der i (?!dag\b|alt\b)|"
    r"\bhvad (?:tæller|regnes|betragtes|anses|opfattes|gælder) (?:\w+ ){0,4}som\b|"
    r"\bhvad (?:er|var) (?:idéen|ideen|tanken|meningen|pointen|kernen) (?:i|med|bag)\b|"
    r"\bhvad (?:omfatter|dækker|rummer|betyder|indebærer) (?:ordet|begrebet|udtrykket|betegnelsen)\b|"
    r"\bhvad (?:laver|gør) (?:en|et) [\w-]+\W*$|"
    r"\bhvad (?:kendetegner|karakteriserer|definerer)\b|"
    r"\bhvornår (?:kalde[rs]?|regne[rs]?|betragte[rs]?|anse[rs]?|tæller)\b(?! man med).+\b(?:for|som)\b|"
    r"\bwhat (?:counts|qualifies) as\b|\bwhat (?:is|are) meant by\b",
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(
    r"\bhvem (?:er|var|bliver) .{2,80}\b(?:tænkt (?:til|på)|beregnet (?:til|på|for)|lavet til|rettet mod|målrettet|"
    r"møntet på|til for|forbeholdt|åben for|tiltænkt)\b|"
    r"\bhvem (?:sigter|retter|henvender) .{2,80}\b(?:mod|til)\b|\bhvem gælder .{2,60}\bfor\b",
    re.IGNORECASE,
)


def asks_meaning(text: str) -> bool:
    """True for "hvad går X ud på", "hvad forstår planen ved X", "hvad tæller som X", "hvornår regnes X for"."""
    return _MEANING.search(text) is not None


def asks_whom_for(text: str) -> bool:
    """True for "hvem er X beregnet til": of those who get it, not of who does it."""
    return _MEANT_FOR.search(text) is not None
