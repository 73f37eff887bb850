"""Who owns rows of the register without being named as a committee, an administration or another body of a known kind:
"Plan og Mobilitet", "Bøgelund Forsyning". Shown beside the units, not used to read anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from core.schema import Document, Responsibility, Span, Unit
from register.names.unit_names import ANYBODY

_LEAST = 2  # rows that speak for an owner
_NAME = re.compile(r"[A-ZÆØÅ][\w&.-]*(?: (?:og|for|&|af|i) [A-ZÆØÅ][\w-]*| [A-ZÆØÅ][\w-]*){0,4}")
_TITLED = re.compile(r"(?:Borgmester|Rådmand|Direktør|Formand|Chef|Leder) [A-ZÆØÅ]")


def owners_of_rows(
    rows: Iterable[Responsibility],
    documents: Mapping[str, Document],
    knows: Callable[[str, str], bool],
) -> list[Unit]:
    """Such owners of two rows or more, those of most rows first. documents: by id; knows: whether a name is a unit in
    the municipality of a document."""
    held: dict[str, list[Responsibility]] = defaultdict(list)
    for row in rows:
        for name in {n for owners in (row.to_unit, row.from_unit) for n in owners.split("; ") if n}:
            if _is_name(name) and not knows(name, row.document_id):
                held[name].append(row)
    found = [
        Unit(name, "andet", places=tuple(_place(name, row, documents) for row in own))
        for name, own in held.items()
        if len(own) >= _LEAST
    ]
    return sorted(found, key=lambda u: (-len(u.places), u.name))


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not ANYBODY.fullmatch(name) and not _TITLED.match(name)


def _place(name: str, row: Responsibility, documents: Mapping[str, Document]) -> tuple[str, Span]:
    """Where the row's words say the name; else all of them."""
    document = documents.get(row.document_id)
    words = re.escape(name).replace(r"\ ", r"\s+")
    said = re.search(words, document.cleaned[row.start : row.end]) if document else None
    start, end = (row.start + said.start(), row.start + said.end()) if said else (row.start, row.end)
    return row.document_id, Span(start, end)
