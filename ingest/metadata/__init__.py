"""What a document says about itself: kind, title, date, numbers, issuer, meeting, people, parties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from core.schema import Kind, Meta, Table
from ingest.metadata.dates import own_date, periods
from ingest.metadata.fields import labelled
from ingest.metadata.issuer import issuers
from ingest.metadata.kinds import kind_of
from ingest.metadata.people import attendance, parties
from ingest.metadata.speakers import speakers
from ingest.structure.build import Structure

__all__ = ["Facts", "read_metadata"]

_FROM_NAME = 0.3  # confidence of a title that is only the file's name
SURE_ENOUGH = 0.5  # a date less sure than this stays a note in the metadata


@dataclass(frozen=True, slots=True)
class Facts:
    """title, kind, date: the document's own; meta: all values with places."""

    title: str
    kind: Kind
    date: date | None
    meta: tuple[Meta, ...]


def read_metadata(
    text: str, structure: Structure, fields: Mapping[str, str], name: str, tables: Sequence[Table] = ()
) -> Facts:
    """All metadata of a cleaned text. fields: what the file carries; name: the file's name."""
    title = _title(text, structure, fields, name)
    kind = kind_of(text, title.value, structure.blocks, name)
    found = [title, kind, *labelled(text), *issuers(text, structure.blocks)]
    when = own_date(text, title, fields, name, found, Kind(kind.value))
    found += [when] if when else []
    found += periods(text, title, tables)
    found += attendance(text, structure.blocks, tables)
    found += speakers(text, structure.blocks, found) if kind.value == Kind.MINUTES else []
    found += parties(text) if kind.value == Kind.AGREEMENT else []
    if title.confidence <= _FROM_NAME:
        title = found[0] = _composed(title, kind, found)
    day = date.fromisoformat(when.value) if when and when.confidence >= SURE_ENOUGH else None
    return Facts(title.value, Kind(kind.value), day, tuple(found))


def _title(text: str, structure: Structure, fields: Mapping[str, str], name: str) -> Meta:
    span = structure.title
    if span is not None:
        lines = [_bare(line) for line in text[span.start : span.end].splitlines()]
        value = _joined([line for line in lines if line])
        if value:
            return Meta("title", value, span, 0.9)
    carried = " ".join(fields.get("title", "").split())
    if len(carried) > 4 and not re.search(
        r"\.(docx?|pdf|pptx?|xlsx?)$|^microsoft word|^untitled", carried, re.IGNORECASE
    ):
        return Meta("title", carried, None, 0.6)
    return Meta("title", PurePath(name).stem.replace("_", " "), None, _FROM_NAME)


def _composed(title: Meta, kind: Meta, found: Sequence[Meta]) -> Meta:
    """For a paper without a title line: its kind, issuer and date ("Referat, Økonomiudvalget, 2024-03-14")."""
    parts = [
        next((meta.value for meta in found if meta.name == name and meta.confidence >= SURE_ENOUGH), "")
        for name in ("issuer", "date")
    ]
    if kind.value == Kind.OTHER or not all(parts):
        return title
    return Meta("title", ", ".join([kind.value.capitalize(), *parts]), None, 0.5)


def _bare(line: str) -> str:
    return " ".join(re.sub(r"^\s*#{1,6}\s*|\*\*|__", "", line).split()).rstrip(":")


def _joined(lines: list[str]) -> str:
    """Wrapped lines as one; a kind above a title as "Implementeringsplan: Aftale om …"."""
    if len(lines) > 1 and len(lines[0].split()) == 1 and lines[1][:1].isupper():
        return f"{lines[0]}: {' '.join(lines[1:])}"
    return " ".join(lines)
