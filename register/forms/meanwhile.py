"""Who has a thing until the day it moves, told of a pronoun: "Folkeoplysningen flyttes den 1. august 2027 til <unit>.
Indtil da varetages den af <unit>", "Frem til da har <unit> opgaven". What the sentence before moves is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from core.schema import Basis, Responsibility, Status
from register.rows import Told, row_at, row_key
from register.sentences.masking import UNITS
from register.sentences.place import Place
from register.sentences.timing import Timing

_THEN = r"(?:indtil|frem til) (?:da|den (?:dato|dag)|dette tidspunkt)"
_ONE = r"(?:den|det|opgaven|ansvaret|området|driften)"
_MANY = r"(?:de|dem|opgaverne|områderne)"
_IT = rf"(?:(?P<one>{_ONE})|(?P<many>{_MANY}))"
_SO = r"(?: (?:dog|fortsat|stadig|også|uændret|midlertidigt))?"
_LIES = (
    r"(?:varetages|løses|drives|ligger|hører|forbliver|bliver|administreres|passes|håndteres|udføres|betjenes|ledes|"
    r"er (?:placeret|forankret))"
)
_HAS = r"(?:har|varetager|beholder|løser|driver|passer|administrerer|står for|er ansvarlig for|har ansvaret for)"
_AT = r"(?:af|hos|under|i|ved)"
_FORMS = tuple(
    re.compile(rf"^\W*{form}[.;]?\s*$", re.IGNORECASE)
    for form in (
        rf"{_THEN} {_LIES}{_SO} {_IT}{_SO} {_AT} (?P<units>{UNITS})",
        rf"{_IT} {_LIES}{_SO} {_THEN}{_SO} {_AT} (?P<units>{UNITS})",
        rf"{_IT} {_LIES}{_SO} {_AT} (?P<units>{UNITS}){_SO} {_THEN}",
        rf"{_THEN} (?:{_HAS}{_SO} (?P<units>{UNITS})|står{_SO} (?P<units2>{UNITS}){_SO} for|"
        rf"har (?P<units3>{UNITS}){_SO} ansvaret for){_SO} {_IT}",
        rf"(?P<units>{UNITS}) {_HAS}{_SO} {_IT}{_SO} {_THEN}",
    )
)
_NO_DAY = Timing(None, Basis.NONE, None, "", span=None)


def held_meanwhile(place: Place, earlier: Sequence[Responsibility]) -> list[Responsibility]:
    """Rows of a sentence that tells who has what the sentence before moves, none where it tells no such thing or moves
    more than the pronoun can mean. earlier: rows of the sentences before; their day ends these."""
    found = next((m for form in _FORMS if (m := form.match(place.masked.text))), None)
    if found is None or place.statement.first:
        return []
    groups = found.groupdict()
    name = next(g for g in ("units", "units2", "units3") if groups.get(g))
    units = place.masked.mentions(*found.span(name))
    moved = [r for r in earlier if r.relation == "transfer" and r.to_unit and _is_right_before(r, place)]
    if len(units) != 1 or units[0].genitive or not moved or (found["one"] and len(moved) > 1):
        return []
    return [_held(row, units[0].text, place) for row in moved if row.to_unit != units[0].text]


def _is_right_before(row: Responsibility, place: Place) -> bool:
    return not place.document.cleaned[row.end : place.statement.start].strip()


def _held(row: Responsibility, unit: str, place: Place) -> Responsibility:
    """The row up to the day before the move, where that is one day."""
    held = row_at(Told(row.task, unit, "", "assign", _NO_DAY, ""), place)
    known = row.effective_from if row.basis in (Basis.EXPLICIT, Basis.GENERAL_CLAUSE) else None
    until = known - timedelta(days=1) if known else None
    held = replace(held, area=row.area, until=until, status=Status.TEMPORARY)
    return replace(held, key=row_key(held))
