"""Erasing: after it, no byte of a document's text is left in the library's folder."""

from __future__ import annotations

import sqlite3

from index import fulltext
from index.library import documents, find, passages


def rows_of(db: sqlite3.Connection, number: int, document_id: str, *, was_current: bool) -> None:
    """Delete every row of a document, inside the caller's transaction. secure_delete overwrites them."""
    if was_current:
        passages.take_out(db, number, documents.read(db, number, words=False))
    for table in ("vectors", "pieces"):
        db.execute(f"DELETE FROM {table} WHERE passage IN (SELECT number FROM passages WHERE document = ?)", (number,))
    for table in ("passages", "parts", "images"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    for table in ("facts", "files", "corrections"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (document_id,))
    source = find.source(db, number)
    db.execute("DELETE FROM documents WHERE number = ?", (number,))
    if not db.execute("SELECT 1 FROM documents WHERE source = ?", (source,)).fetchone():
        db.execute("DELETE FROM corrections WHERE kind = 'document' AND key = ?", (source,))


def traces(db: sqlite3.Connection) -> bool:
    """Merge the full text so that deleted terms go, and empty the write-ahead log into the file. False where a
    reader kept the log in use for longer than the connection waits."""
    fulltext.merge(db)
    busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
