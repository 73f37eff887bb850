"""What a document says about itself: kind, title, date, numbers, issuer, meeting, people, parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.schema import Kind, Meta, Table
from ingest.metadata.dates import own_date, periods
from ingest.metadata.fields import labelled
from ingest.metadata.issuer import issuers
from ingest.metadata.kinds import kind_of
from ingest.metadata.people import attendance, parties
from ingest.metadata.speakers import speakers
from ingest.metadata.title import first_title, settled_title
from ingest.structure.build import Structure

__all__ = ["Facts", "read_metadata"]

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
    title = first_title(text, structure, fields, name)
    kind = kind_of(text, title.value, structure.blocks, name)
    found = [title, kind, *labelled(text), *issuers(text, structure.blocks)]
    when = own_date(text, title, fields, name, found, Kind(kind.value), tables)
    found += [when] if when else []
    found += periods(text, title, tables)
    found += attendance(text, structure.blocks, tables)
    found += speakers(text, structure.blocks, found) if kind.value == Kind.MINUTES else []
    found += parties(text) if kind.value == Kind.AGREEMENT else []
    title = found[0] = settled_title(title, Kind(kind.value), found, text, structure.blocks)
    day = date.fromisoformat(when.value) if when and when.confidence >= SURE_ENOUGH else None
    return Facts(title.value, Kind(kind.value), day, tuple(found))
