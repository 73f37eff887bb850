"""Small named values of the library: the model's fingerprint, the revision, where the vector index stands."""

from __future__ import annotations

import sqlite3


def get(connection: sqlite3.Connection, key: str, default: str = "") -> str:
    """The value, or ``default``."""
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else default


def put(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Write or replace."""
    connection.execute("INSERT OR REPLACE INTO state(key, value) VALUES (?, ?)", (key, value))


def revision(connection: sqlite3.Connection) -> int:
    """Counts the writes; equal numbers mean an unchanged library."""
    return int(get(connection, "revision", "0"))


def touch(connection: sqlite3.Connection) -> None:
    """Raise the revision, inside the caller's transaction."""
    put(connection, "revision", str(revision(connection) + 1))
