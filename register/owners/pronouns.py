"""Sentences whose owner is a pronoun: "Styregruppen mødes hver uge. Den godkender budgettet", "Der er fem lokalråd.
Deres opgave er at …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.danish.numbers import TWO_TO_TEN
from register.names.unit_forms import Mention
from register.owners.owner_words import DEFINITE_OPEN, KINDS, LOW
from register.sentences.reading import Statement
from register.sentences.tasks import ACTS

_ACTS = re.compile(
    rf"(?P<word>Den|Det|De) (?:(?:også |desuden |endvidere ){{0,2}}(?:{ACTS})\b|skal [a-zæøå]{{3,}}e\b|har ansvar\w*\b|"
    r"har til opgave\b)|"
    r"(?P<whose>Dens|Dets|Deres) (?:(?:vigtigste|primære|fælles) )?\w*opgaver? (?:er|bliver|består|omfatter)\b"
)
_ROLE = re.compile(rf"(?P<who>{DEFINITE_OPEN}) [a-zæøå]+(?:r|es)\b")
_SEVERAL = re.compile(  # "Der er fem lokale brugerråd"
    rf"^Der (?:er|findes|nedsættes|etableres)(?: i alt)? (?:\d+|{TWO_TO_TEN}|flere) "
    rf"(?P<who>(?:[{LOW}]+e )?[{LOW}]*{KINDS}(?:er|e|r)?)(?![\w-])"
)
_GENDER = {"Den": r"(?:en|gruppe|bestyrelse)$", "Det": r"(?:et|råd|nævn|team)$", "De": r"(?:erne|ene|ne)$"}
_SUBJECT_OF = {"Dens": "Den", "Dets": "Det", "Deres": "De"}


def pronoun_owner(text: str, statement: Statement, last: Sequence[Mention]) -> Mention | None:
    """The pronoun that opens a sentence as a mention of the unit which opens the sentence before, where the word's
    gender agrees; None where it stands for something else. text: the document's; last: units of the sentence before."""
    opened = _ACTS.match(statement.text)
    if opened is None or statement.first:
        return None
    above = text[: statement.start].rstrip()
    sentence = re.split(r"(?<=[.!?])\s+|\n\s*\n", above)[-1]
    whose = opened["whose"] is not None
    span = opened.span("whose" if whose else "word")
    several = _SEVERAL.match(sentence) if opened["whose"] == "Deres" else None
    unit = next((m for m in last if m.start == len(above) - len(sentence) and not m.genitive), None)
    role = several or _ROLE.match(sentence)
    written = text[unit.start : unit.end] if unit else (role["who"] if role else "")
    word = _SUBJECT_OF.get(opened["whose"] or "", opened["word"])
    if not written or not (several or re.search(_GENDER[word], written.lower())):
        return None
    name, kind = (unit.text, unit.type) if unit else (written[0].upper() + written[1:], "funktion")
    start = statement.start
    return Mention(start + span[0], start + span[1], name, kind, genitive=whose)
