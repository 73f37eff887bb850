"""What people have set right: rows confirmed, edited or rejected. Kept by row key, so they survive re-reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from core.danish.labels import BASES, STATUSES
from core.errors import UsageError
from core.schema import Basis, Responsibility, Status

CONFIRM, REJECT = "confirm", "reject"
ACTION = "action"
_DATES = ("effective_from", "until")
_TEXTS = ("task", "area", "from_unit", "to_unit", "effective_text")
EDITABLE = (*_TEXTS, *_DATES, "status", "basis")
_WIRE = {"from": "from_unit", "to": "to_unit", "effective_basis": "basis"}  # fields by their names in JSON
FIELDS = ("task", "area", "from", "to", "effective_from", "effective_text", "until", "status", "effective_basis")


class Kept(Protocol):
    """A correction as the library keeps it. field: "action" or a row's field; at: UTC time."""

    @property
    def key(self) -> str: ...

    @property
    def field(self) -> str: ...

    @property
    def value(self) -> str: ...

    @property
    def person(self) -> str: ...

    @property
    def at(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction, ready to be stored under kind "register"."""

    key: str
    field: str
    value: str
    person: str
    at: str = ""


def confirm(key: str, person: str, at: str = "") -> Edit:
    """A person says that the row is right."""
    return Edit(key, ACTION, CONFIRM, _named(person), at)


def reject(key: str, person: str, at: str = "") -> Edit:
    """A person says that the row is wrong: it is left out everywhere."""
    return Edit(key, ACTION, REJECT, _named(person), at)


def edit(key: str, field: str, value: str, person: str, at: str = "") -> Edit:
    """A person sets one field, named as in JSON or as in the data model. status and basis may be the Danish words
    users read. Raises UsageError for a field or value that can't be."""
    field = _WIRE.get(field, field)
    if field not in EDITABLE:
        raise UsageError(f"Feltet »{field}« kan ikke rettes. Der kan rettes i: {', '.join(FIELDS)}.")
    value = _by_label(field, value)
    _value(field, value)
    return Edit(key, field, value, _named(person), at)


def _by_label(field: str, value: str) -> str:
    """The value that a Danish label of status or basis stands for; other values as they are."""
    labels: dict[str, str] = {
        "status": {label.casefold(): str(one.value) for one, label in STATUSES.items()},
        "basis": {label.casefold(): str(one.value) for one, label in BASES.items()},
    }.get(field, {})
    return labels.get(value.strip().casefold(), value)


def _named(person: str) -> str:
    if not person.strip():
        raise UsageError("En rettelse skal have navnet på den, der retter.")
    return person.strip()


def _value(field: str, value: str) -> Any:
    if field not in (*_DATES, "status", "basis"):
        return value
    try:
        if field in _DATES:
            return date.fromisoformat(value) if value else None
        return Status(value) if field == "status" else Basis(value)
    except ValueError:
        raise UsageError(f"»{value}« kan ikke stå i feltet »{field}«.") from None


def apply(rows: Sequence[Responsibility], corrections: Iterable[Kept]) -> list[Responsibility]:
    """Rows after people's corrections; the latest word per field counts. Keys stay as they were read."""
    by_key: dict[str, list[Kept]] = defaultdict(list)
    for correction in corrections:
        by_key[correction.key].append(correction)
    out = []
    for row in rows:
        fixed = _applied(row, by_key[row.key]) if row.key in by_key else row
        if fixed is not None:
            out.append(fixed)
    return out


def _applied(row: Responsibility, corrections: Sequence[Kept]) -> Responsibility | None:
    rejected = False
    for kept in sorted(corrections, key=lambda c: c.at):
        if kept.field == ACTION:
            rejected = kept.value == REJECT
        elif kept.field in EDITABLE:
            row = replace(row, **{kept.field: _value(kept.field, kept.value)}, origin="person")
        row = replace(row, confirmed_by=kept.person, confirmed_at=kept.at)
    return None if rejected else row
