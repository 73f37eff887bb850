"""Lists and the sentence that leads them in: what it gives its items, and what it says itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.danish.numbers import TWO_TO_TEN
from core.schema import Responsibility
from register.forms.today import from_today
from register.rows import rows_of
from register.sentences.frames import Draft
from register.sentences.place import Place
from register.sentences.reading import Statement

AMONG = re.compile(r"(?:herunder|bl\.a\.)(?: opgaver)?(?: vedrørende| med)?\s*:\s*$")
_ASIDE = re.compile(r"\b(?:bortset fra|undtagen|medmindre|(?:som|der) (?:ikke|ved)\b)", re.IGNORECASE)
_SEVERAL = re.compile(rf"\b(?:{TWO_TO_TEN}|\d{{1,2}}(?= [a-zæøå])|f[øo]lgende|flere|række|alle)\b", re.IGNORECASE)
_IT_IS_ABOUT = re.compile(r"\s*(?:Det|Der)\s+(?:drejer\s+sig\s+om|er\s+tale\s+om|gælder|omfatter)\s*:\s*$")
THEY_ARE = re.compile(
    r"\s*(?:Det|Der)\s+(?:er(?:\s+tale\s+om)?|drejer\s+sig\s+om|gælder|omfatter)(?:\s+(?:bl\.a\.|blandt\s+andet))?"
    r"(?:\s+f[øo]lgende)?\s+(?:opgaver(?:ne)?|områder(?:ne)?|ansvarsområder)\b[^.]{0,40}$"
)
GOES_ON = re.compile(
    r"(?:samt|og|herunder|endvidere|desuden)\b|(?![^:]*\b(?:kan|må|skal|bør|vil|har|er)\s*:)(?:[\w/-]++ ?){1,4}:\s*$"
)
LIST_FOLLOWS = re.compile(
    r"(?:gælder(?: det)?|omfatter|[Ff][øo]lgende[^:.]{0,40}|drejer sig om|nemlig|"
    r"(?:herunder|bl\.a\.)(?: opgaver)?(?: vedrørende| med)?|drift af|forvaltning(?:en)? af|"
    r"\b(?:vedrørende|vedr\.|inden ?for|omkring|på (?:f[øo]lgende )?områder(?:ne)?))\s*:\s*$"
)
_AND_FOLLOWING = re.compile(r",? (?:samt|og) (?:de )?f[øo]lgende\b")


def lists_what_was_told(statement: Statement, drafts: Sequence[Draft], place: Place) -> bool:
    """True for "Det er opgaver vedrørende:" and, behind "… tre opgaver flyttes til <unit>", for "Det drejer sig om:".
    drafts: what the sentence before says, read at ``place``."""
    if THEY_ARE.match(statement.text):
        return True
    several = (_SEVERAL.search(place.masked.text[slice(*d.task)]) for d in drafts if d.rule.relation != "create")
    return _IT_IS_ABOUT.match(statement.text) is not None and any(several)


def named_before_list(drafts: Sequence[Draft], place: Place) -> Iterator[Responsibility]:
    """ "Der nedsættes et Økonomiudvalg samt følgende udvalg:": the one named in the lead-in itself."""
    for draft in (d for d in drafts if d.rule.relation == "create"):
        first, last = draft.task
        more = _AND_FOLLOWING.search(place.masked.text, first, last)
        if more and more.start() > first:
            yield from rows_of(replace(draft, task=(first, more.start())), place)


def of_item(statement: Statement, lead: tuple[Place, list[Draft]], own: list[Responsibility]) -> list[Responsibility]:
    """Rows of a list item: what its lead-in says of it, unless the item itself moves something."""
    moves = [row for row in own if row.relation in ("transfer", "keep", "merge")]
    moves = [] if _ASIDE.search(statement.text) else moves
    if not moves:
        return _led(statement, lead)
    return from_today(statement.text, moves, _led(statement, lead)) or moves


def _led(statement: Statement, lead: tuple[Place, list[Draft]]) -> list[Responsibility]:
    return [row for draft in lead[1] for row in rows_of(draft, lead[0], statement)]
