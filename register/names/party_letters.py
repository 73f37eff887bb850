"""Short forms that mean a political party, so that "SF" behind a member's name makes no administration."""

from __future__ import annotations

import re

from register.names.unit_forms import unit_type
from register.names.unit_names import fits

_PARTIES = re.compile(  # "fra KF og M", "V, SF og RV": a list of short forms with a single letter in it
    r"(?<![\w-])(?:[A-ZÆØÅ]{1,3}(?:,\s+|\s+og\s+))*(?:[A-ZÆØÅ](?:,\s+|\s+og\s+)[A-ZÆØÅ]{1,3}|"
    r"[A-ZÆØÅ]{2,3}(?:,\s+|\s+og\s+)[A-ZÆØÅ])(?:(?:,\s+|\s+og\s+)[A-ZÆØÅ]{1,3})*(?![\w-])"
)
_PARTY_NAMES = (
    r"(?:Socialdemokrat\w*|Venstre|(?:Det )?Konservative(?: Folkeparti)?|(?:Det )?[Rr]adikale(?: Venstre)?|"
    r"Enhedslisten|Dansk Folkeparti|Liberal Alliance|Alternativet|Moderaterne|Danmarksdemokraterne|"
    r"Kristendemokraterne|[A-ZÆØÅ][a-zæøå]+listen)"
)
_BESIDE_PARTY = re.compile(  # "Venstre, SF og Bylisten"
    rf"{_PARTY_NAMES}(?:,| og| samt) (?P<behind>[A-ZÆØÅ]{{2,3}})(?![\w-])|"
    rf"(?<![\w-])(?P<before>[A-ZÆØÅ]{{2,3}})(?:,| og| samt) {_PARTY_NAMES}"
)
_OF_PERSON = re.compile(
    r"[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][\wæøåé.]*)* (?P<last>[A-ZÆØÅ][a-zæøåé]+) \((?P<short>[A-ZÆØÅ]{2,3})\)"
)


def party_letters(text: str) -> set[str]:
    """Short forms that stand among parties, or in brackets behind a person's name ("Grethe Holm (SF), formand")."""
    found = {s for listed in _PARTIES.finditer(text) for s in re.findall(r"[A-ZÆØÅ]{2,}", listed.group())}
    found |= {m["behind"] or m["before"] for m in _BESIDE_PARTY.finditer(text)}
    people = (m for m in _OF_PERSON.finditer(text) if unit_type(m["last"]) == "andet")
    return found | {m["short"] for m in people if not fits(m["short"], m.group().split(" (")[0])}
