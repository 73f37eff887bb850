"""What other rooms and people attach to documents: facts, corrections, page images. Opaque to this room."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.library.codec import pack, unpack
from index.library.documents import now


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word against the machine's. kind: "document" or a name of the caller's. key: what is
    corrected. at: UTC. document: id it is erased with, empty for none."""

    kind: str
    key: str
    field: str
    value: str
    person: str
    at: str
    document: str = ""


def put_facts(connection: sqlite3.Connection, document_id: str, kind: str, payload: Sequence[Any]) -> None:
    """Replace a document's facts of a kind."""
    connection.execute(
        "INSERT OR REPLACE INTO facts(document, kind, data) VALUES (?, ?, ?)",
        (document_id, kind, pack(list(payload))),
    )


def facts(connection: sqlite3.Connection, kind: str, document_id: str = "") -> Iterator[tuple[str, list[Any]]]:
    """(document id, facts) of current documents, or of one document."""
    rows = connection.execute(
        "SELECT f.document, f.data FROM facts f JOIN documents d ON d.id = f.document "
        "WHERE f.kind = ? AND (d.replaced_by IS NULL OR f.document = ?) AND (? = '' OR f.document = ?) "
        "ORDER BY d.number",
        (kind, document_id, document_id, document_id),
    )
    for document, data in rows:
        yield document, unpack(data)


def put_correction(connection: sqlite3.Connection, correction: Correction) -> None:
    """Write or replace; an empty time is filled in."""
    connection.execute(
        "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?)",
        (correction.kind, correction.key, correction.field, correction.value, correction.person,
         correction.at or now(), correction.document),
    )  # fmt: skip


def corrections(connection: sqlite3.Connection, kind: str, key: str | None = None) -> list[Correction]:
    """Corrections of a kind, or of one key, oldest first."""
    rows = connection.execute(
        "SELECT * FROM corrections WHERE kind = ? AND (? IS NULL OR key = ?) ORDER BY at", (kind, key, key)
    )
    return [Correction(*row) for row in rows]


def put_image(connection: sqlite3.Connection, number: int, page: int, media_type: str, data: bytes) -> None:
    """Keep a page's picture. page: 0-based index into Document.pages."""
    connection.execute("INSERT OR REPLACE INTO images VALUES (?, ?, ?, ?)", (number, page, media_type, data))


def image(connection: sqlite3.Connection, number: int, page: int) -> tuple[str, bytes] | None:
    """(media type, bytes) of a page's picture, None where none is kept."""
    row = connection.execute(
        "SELECT media_type, data FROM images WHERE document = ? AND page = ?", (number, page)
    ).fetchone()
    return (str(row[0]), bytes(row[1])) if row else None
