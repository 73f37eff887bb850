"""A person's word on rows of the register, given by command, and the receipt for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core.danish.labels import BASES, STATUSES
from core.schema import Basis, Responsibility, Status
from core.wire import responsibility_object
from register.library.export import COLUMNS
from ui import format as fmt

if TYPE_CHECKING:
    from pipeline import KnowledgeBase

_DAYS = ("effective_from", "until")
_HEADS = {key: head for head, key in COLUMNS} | {"effective_text": "Datoens ordlyd"}
_WIRE = {"from_unit": "from", "to_unit": "to", "basis": "effective_basis"}  # names in JSON of the model's fields


def amend(base: KnowledgeBase, wanted: Mapping[str, Any], person: str) -> dict[str, str]:
    """Confirm, reject and edit as asked. Returns the receipts, Danish, by the rows' keys.
    Raises UsageError for an unknown row, field or value."""
    said = {}
    for action, words in (("confirm", "er bekræftet af {}"), ("reject", "er afvist af {} og vises ikke mere")):
        if key := wanted.get(action):
            task = _named(base, key)
            base.correct_row(key, "action", action, person=person)
            said[key] = f"{task} {words.format(person)}."
    if wanted.get("edit"):
        key, field, value = wanted["edit"]
        said[key] = _edited(base, key, field, value, person)
    return said


def _edited(base: KnowledgeBase, key: str, field: str, value: str, person: str) -> str:
    if field in _DAYS:
        day = fmt.parse_day(value)
        value = day.isoformat() if day else ""
    before, task = _row(base, key), _named(base, key)
    base.correct_row(key, field, value, person=person)
    name = _WIRE.get(field, field)
    old, new = (_words(row, name) for row in (before, _row(base, key)))
    return f"{task} er rettet af {person}: {_HEADS.get(name, name)} er »{new}« (før: »{old}«)."


def _row(base: KnowledgeBase, key: str) -> Responsibility | None:
    return next((row for row in base.register().responsibilities() if row.key == key), None)


def _named(base: KnowledgeBase, key: str) -> str:
    row = _row(base, key)
    return f"Rækken »{row.task}«" if row else f"Rækken {key}"


def _words(row: Responsibility | None, name: str) -> str:
    """A field of a row as users read it, "ingen" where it is empty."""
    value = responsibility_object(row, None)[name] if row else None
    if name == "status" and value:
        return STATUSES[Status(value)]
    if name == "effective_basis" and value:
        return BASES[Basis(value)]
    return fmt.iso_day(str(value)) if value else "ingen"
