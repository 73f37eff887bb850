"""What became of every file that was offered, so that an unchanged file costs one look at its stamp."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.library.documents import now


@dataclass(frozen=True, slots=True)
class FileRecord:
    """source: absolute path or other origin. stamp: see ``file_stamp``. document: id, None where it failed.
    status: added | updated | unchanged | duplicate | failed. reason: Danish, for failed. seen_at: UTC."""

    source: str
    name: str
    stamp: str
    document: str | None
    status: str
    reason: str
    seen_at: str


def file_stamp(path: Path, reader: str = "") -> str:
    """Size, times and inode of a file, with the version of what reads it: equal stamps mean an unchanged file
    without opening it. Raises OSError."""
    held = path.stat()
    return f"{held.st_size}:{held.st_mtime_ns}:{held.st_ctime_ns}:{held.st_ino}:{reader}"


def put(connection: sqlite3.Connection, record: FileRecord) -> None:
    """Write or replace a file's record."""
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
        (record.source, record.name, record.stamp, record.document, record.status, record.reason, now()),
    )


def get(connection: sqlite3.Connection, source: str) -> FileRecord | None:
    """The file's record, None for a new file."""
    row = connection.execute("SELECT * FROM files WHERE source = ?", (source,)).fetchone()
    return FileRecord(*row) if row else None


def every(connection: sqlite3.Connection) -> list[FileRecord]:
    """All records, by source."""
    return [FileRecord(*row) for row in connection.execute("SELECT * FROM files ORDER BY source")]


def of_document(connection: sqlite3.Connection, document_id: str) -> list[FileRecord]:
    """All files with this content."""
    rows = connection.execute("SELECT * FROM files WHERE document = ? ORDER BY source", (document_id,))
    return [FileRecord(*row) for row in rows]


def forget(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Drop records of files that never became a document."""
    connection.executemany("DELETE FROM files WHERE source = ? AND document IS NULL", ((source,) for source in sources))
