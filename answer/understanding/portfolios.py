"""Questions on all that a unit has, gets or gives away: "Hvilke opgaver får Kulturudvalget?", "Hvad mister Park og
Vej?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

GAINS, LOSES, HAS = "gains", "loses", "has"

_THINGS = (
    r"(?:(?:arbejds|kerne|delopgave|myndigheds|drifts)?opgave\w*|(?:ansvars|arbejds|opgave|fag|ressort|sags)?områder?\w*|"
    r"ressort\w*|ansvar\w*|funktion(?:er|erne)?|forpligtelse\w*|sagsområder)"
)
_WHICH = re.compile(
    rf"\bhvilke[nt]? (?:[\wæøå]+ ){{0,2}}{_THINGS}\b|\bhvad (?:har|havde|er|var) .*\b(?:ansvar\w*|opgaver\w*)\b|"
    r"\bhvad (?:skal|skulle|vil|kommer|må) .*\b(?:overtage|varetage|afgive|aflevere|miste|stå for)\b|"
    r"\bhvad (?:skal|skulle|vil|kommer) .*\b(?:af med|tage sig af)\b|"
    r"\bhvad (?:bliver|blev) .*\bansvarlig\w*|\bhvad (?:laver|lavede)\b|"
    r"\bhvad (?:mister|mistede|afgiver|afgav|overtager|overtog|varetager|varetog|afleverer|slipper)\b|"
    r"\bhvad (?:får|fik|har fået) .*\b(?:ansvar\w*|opgaver\w*)\b|\bhvad (?:står|stod) .*\bfor\b|"
    r"\bhvad (?:flytte\w*|overgå\w*|overføres?|går|ryger|rykke[rs]?) .*\b(?:fra|til|under)\b|"
    r"\bhvad sidder .*\bmed\b|\bhvad (?:hører|ligger) .*\b(?:under|hos|i)\b|\b(?:which|what) (?:tasks|duties)\b",
    re.IGNORECASE,
)
_GAINS = re.compile(
    r"\b(?:får|fik|fået|overtage[rts]?|overtog|modtage[rs]?|modtog|tilføre[ss]?|tilført|tilgår|gains?|gets?)\b|"
    r"\b(?:flytte\w*|går|gik|overgå\w*|overføres?|overført|rykke[rs]?|lægges|samles|placeres) (?:over )?"
    r"(?:til|hos|under|i)\b",
    re.IGNORECASE,
)
_LOSES = re.compile(
    r"\b(?:miste\w*|mist|afgive[rs]?|afgivet|afgav|slippe[rs]?|slap|aflevere\w*|frata\w*|af med|loses?)\b|"
    r"\b(?:flytte\w*|går|gik|overgå\w*|overføres?|overført|rykke[rs]?|forsvinde[rs]?|tages|ryger) (?:væk |ud )?fra\b",
    re.IGNORECASE,
)
# words of such a question that name no task of their own
_SAYS_NO_TASK = re.compile(
    rf"(?:{_THINGS}|får|fik|fået|har|havde|overt\w+|modt\w+|tilf\w+|mist\w*|afgiv\w*|afgav|slip\w*|slap|aflever\w*|"
    r"flyt\w*|gå[r]?|gik|overgå\w*|overfør\w*|ryk\w*|hør\w*|ligge[r]?|lå|varetag\w*|varetog|løse[rs]?|står?|stod|stå|"
    r"sidde[r]?|sad|ejer|driv\w*|udfør\w*|behold\w*|lave[rd]?\w*|hvilken|hvilke|hvilket|skal|skulle|bliv\w*|blev|fremover|"
    r"fremtidig\w*|ny|nye|nyt|samlede?|alle|alt|politisk\w*|formelt?|præcis|egentlig|ansvarlig\w*|væk|dag|nu|kommune\w*|"
    r"udvalg\w*|forvaltning\w*|afdeling\w*|placer\w*|saml\w*|lægg\w*|tage[r]?|gamle|tidligere|hidtil\w*|anden|andre|"
    r"ressortændring\w*|omlægning\w*|ressortflyt\w*|konkret\w*|kommer|komme|navn\w*|ifølge|aftale\w*|sammen\w*)",
    re.IGNORECASE,
)


def asks_portfolio(text: str) -> bool:
    """True where all the tasks of some unit may be asked for."""
    return _WHICH.search(text) is not None


def says_no_task(word: str) -> bool:
    """True for a word that such a question is made of; any other names a task or matter of its own."""
    return _SAYS_NO_TASK.fullmatch(word) is not None


def directions(text: str) -> list[str]:
    """What the question asks of a unit that no preposition gives a part: GAINS, LOSES, both, or HAS."""
    found = [name for name, said in ((GAINS, _GAINS), (LOSES, _LOSES)) if said.search(text)]
    return found or [HAS]


def part_of(text: str, at: int) -> str:
    """What the word before a unit at this offset makes of it: LOSES behind "fra", GAINS behind "til", else ""."""
    before = re.search(r"\b(fra|til|from|to)\s+(?:(?:den|det|de|the)\s+)?$", text[:at], re.IGNORECASE)
    return {"fra": LOSES, "from": LOSES, "til": GAINS, "to": GAINS}[before.group(1).lower()] if before else ""


def wanted(text: str, places: Sequence[tuple[int, str]]) -> list[tuple[tuple[str, str], ...]]:
    """For units at these offsets: each list asked for as (unit, part) pairs that must all hold."""
    parts = [(name, part_of(text, at)) for at, name in places]
    fixed = tuple((name, part) for name, part in parts if part)
    loose = [name for name, part in parts if not part]
    if not loose or len(loose) > 1:
        return [fixed] if fixed and not loose else []
    asked = [d for d in directions(text) if not fixed or d != HAS] or [HAS]
    return [(*fixed, (loose[0], direction)) for direction in asked]
