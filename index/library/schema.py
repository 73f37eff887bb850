"""The library's tables and their versions. SQLite holds the truth; full text stands in the same file, so both
change in one transaction. Chroma is derived from ``passages`` and ``vectors``."""

from __future__ import annotations

import sqlite3

from core.errors import LibraryError

VERSION = 2

# since version 2: passages' pieces of words, as index.pieces packs them; none for models that tell of none
_PIECES = "CREATE TABLE pieces (passage INTEGER PRIMARY KEY, data BLOB NOT NULL);"

_TABLES = """
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,        -- content hash of the file
    name TEXT NOT NULL,
    source TEXT NOT NULL,           -- path or other origin: what makes two files versions of each other
    title TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    pages INTEGER NOT NULL, attention INTEGER NOT NULL, ready INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    replaced_by TEXT                -- id of the version that took its place, NULL while it is current
);
CREATE INDEX documents_by_name ON documents(name);
CREATE INDEX documents_by_source ON documents(source);

-- zlib-compressed JSON; part: text | structure | words
CREATE TABLE parts (document INTEGER NOT NULL, part TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (document, part));

CREATE TABLE passages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL, document INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
    section TEXT NOT NULL, lead_in TEXT NOT NULL, page INTEGER, kind TEXT NOT NULL,
    context_start INTEGER, context_end INTEGER,
    current INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX passages_by_document ON passages(document);

CREATE TABLE vectors (passage INTEGER PRIMARY KEY, data BLOB NOT NULL);   -- float16, dim numbers

-- passages that left the search since the vector store was last written
CREATE TABLE dense_gone (number INTEGER PRIMARY KEY);

CREATE TABLE words (form TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
    source TEXT PRIMARY KEY, name TEXT NOT NULL, stamp TEXT NOT NULL,
    document TEXT,                  -- id, NULL where it failed
    status TEXT NOT NULL, reason TEXT NOT NULL, seen_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX files_by_document ON files(document);

CREATE TABLE facts (document TEXT NOT NULL, kind TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (document, kind)) WITHOUT ROWID;

CREATE TABLE corrections (
    kind TEXT NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
    person TEXT NOT NULL, at TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (kind, key, field)
) WITHOUT ROWID;

CREATE TABLE images (document INTEGER NOT NULL, page INTEGER NOT NULL,
    media_type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (document, page));

CREATE VIRTUAL TABLE fulltext USING fts5(body, heading, title, ascii,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '.,'");
CREATE VIRTUAL TABLE fulltext_terms USING fts5vocab(fulltext, row);
"""


def prepare(connection: sqlite3.Connection) -> None:
    """Create the tables in an empty file, or bring an older file up to VERSION. The caller holds the writing
    lock. Raises LibraryError for a file of a newer Ressort."""
    found = version(connection)
    if found > VERSION:
        raise LibraryError(
            "Biblioteket er lavet af en nyere udgave af Ressort.",
            remedy="Opdatér Ressort, eller vælg en anden mappe.",
        )
    if found == 0:
        connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}{_PIECES}PRAGMA user_version = {VERSION};COMMIT;")
    elif found < VERSION:
        connection.executescript(f"BEGIN IMMEDIATE;{_PIECES}PRAGMA user_version = {VERSION};COMMIT;")


def version(connection: sqlite3.Connection) -> int:
    """0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
