"""Finding documents by id, name and filters, without their texts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.schema import Document, Filters, Kind


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a list shows. pages: their number; attention: pages a person should look at; ready: there is
    usable text. replaced_by: id of the newer version, empty for a current document. added_at: UTC."""

    number: int
    id: str
    name: str
    title: str
    kind: Kind
    date: date | None
    media_type: str
    size: int
    pages: int
    attention: int
    ready: bool
    added_at: str
    replaced_by: str


_INFO = "number, id, name, title, kind, date, media_type, size, pages, attention, ready, added_at, replaced_by"


def number(db: sqlite3.Connection, document_id: str) -> int | None:
    """The document's number in the library, None where the id is unknown."""
    row = db.execute("SELECT number FROM documents WHERE id = ?", (document_id,)).fetchone()
    return int(row[0]) if row else None


def by_id_or_name(db: sqlite3.Connection, key: str) -> int | None:
    """By id, by a name it was taken in under, or by the name without its ending; current versions first."""
    found = number(db, key)
    if found is not None:
        return found
    row = db.execute(
        "SELECT d.number FROM documents d LEFT JOIN files f ON f.document = d.id "
        "WHERE d.name = :key OR f.name = :key OR d.name LIKE :stem ESCAPE '\\' "
        "ORDER BY d.replaced_by IS NOT NULL, d.name = :key DESC, d.number DESC LIMIT 1",
        {"key": key, "stem": _like(key) + ".%"},
    ).fetchone()
    return int(row[0]) if row else None


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def replaced_by(db: sqlite3.Connection, document_id: str) -> str:
    """Id of the version that took its place, empty for a current one."""
    row = db.execute("SELECT replaced_by FROM documents WHERE id = ?", (document_id,)).fetchone()
    return str(row[0] or "") if row else ""


def source(db: sqlite3.Connection, document: int) -> str:
    """What tells this document's versions from other documents."""
    return str(db.execute("SELECT source FROM documents WHERE number = ?", (document,)).fetchone()[0])


def versions(db: sqlite3.Connection, document: int) -> list[str]:
    """Ids of all versions of a document, newest first."""
    rows = db.execute("SELECT id FROM documents WHERE source = ? ORDER BY number DESC", (source(db, document),))
    return [str(row[0]) for row in rows]


def listed(db: sqlite3.Connection, *, all_versions: bool = False) -> list[DocumentInfo]:
    """All documents, newest first, those without a date last."""
    rows = db.execute(
        f"SELECT {_INFO} FROM documents WHERE (? OR replaced_by IS NULL) "
        "ORDER BY date IS NULL, date DESC, name, number",
        (all_versions,),
    )
    return [_info(row) for row in rows]


def limited(db: sqlite3.Connection, every: list[DocumentInfo], filters: Filters) -> list[DocumentInfo]:
    """Those that pass."""
    if not filters.limits():
        return list(every)
    wanted = _named(db, filters.documents)
    return [info for info in every if passes(info, filters, wanted)]


def _info(row: tuple[Any, ...]) -> DocumentInfo:
    number, key, name, title, kind, day, *middle, ready, added_at, newer = row
    when = date.fromisoformat(day) if day else None
    held = (number, key, name, title, Kind(kind), when, *middle, bool(ready), added_at, newer or "")
    return DocumentInfo(*held)


def _named(db: sqlite3.Connection, names: tuple[str, ...]) -> set[int]:
    found = {by_id_or_name(db, name) for name in names}
    return {one for one in found if one is not None}


def passes(info: DocumentInfo, filters: Filters, wanted: set[int]) -> bool:
    """Strict: a document without a date passes no date filter. wanted: numbers of the documents named."""
    if filters.kinds and info.kind not in filters.kinds:
        return False
    if filters.documents and info.number not in wanted:
        return False
    if not (filters.date_from or filters.date_to):
        return True
    if info.date is None:
        return False
    first, last = filters.date_from or date.min, filters.date_to or date.max
    return first <= info.date <= last


def set_columns(db: sqlite3.Connection, document: int, new: Document) -> None:
    """Title, kind and date after a correction."""
    day = new.date.isoformat() if new.date else None
    db.execute(
        "UPDATE documents SET title = ?, kind = ?, date = ? WHERE number = ?",
        (new.title, str(new.kind), day, document),
    )
