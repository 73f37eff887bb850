"""Sentences whose owner is a pronoun: "Styregruppen mødes hver uge. Den godkender budgettet"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from register.owner_words import DEFINITE_OPEN
from register.reading import Statement
from register.tasks import ACTS
from register.unit_forms import Mention

_ACTS = re.compile(
    rf"(?P<word>Den|Det|De) (?:(?:også |desuden |endvidere ){{0,2}}(?:{ACTS})\b|skal [a-zæøå]{{3,}}e\b|har ansvar\w*\b|"
    r"har til opgave\b)"
)
_ROLE = re.compile(rf"(?P<who>{DEFINITE_OPEN}) [a-zæøå]+(?:r|es)\b")
_GENDER = {"Den": r"(?:en|gruppe|bestyrelse)$", "Det": r"(?:et|råd|nævn|team)$", "De": r"(?:erne|ene|ne)$"}


def pronoun_owner(text: str, statement: Statement, last: Sequence[Mention]) -> Mention | None:
    """The pronoun that opens a sentence as a mention of the unit which opens the sentence before, where the word's
    gender agrees; None where it stands for something else. text: the document's; last: units of the sentence before."""
    opened = _ACTS.match(statement.text)
    if opened is None or statement.first:
        return None
    above = text[: statement.start].rstrip()
    sentence = re.split(r"(?<=[.!?])\s+", above)[-1]
    unit = next((m for m in last if m.start == len(above) - len(sentence) and not m.genitive), None)
    role = _ROLE.match(sentence)
    written = text[unit.start : unit.end] if unit else (role["who"] if role else "")
    if not written or not re.search(_GENDER[opened["word"]], written.lower()):
        return None
    name, kind = (unit.text, unit.type) if unit else (written, "funktion")
    return Mention(statement.start, statement.start + len(opened["word"]), name, kind)
