"""Passages of a document in all three places that share its transaction: table, full text, vocabulary."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

import numpy as np

from core.ports import Embedder, Vectors
from core.schema import Document, Passage
from index import fulltext
from index.analysis import forms
from index.library.documents import insert_passages, passages_of, read
from index.pieces import PieceEmbedder, packed

_AT_ONCE = 30_000  # passages asked for in one statement


def put_in(
    connection: sqlite3.Connection, number: int, document: Document, vectors: Vectors, pieces: Sequence[bytes] = ()
) -> list[int]:
    """Write passages with their vectors and make them searchable. pieces: as index.pieces packs them, one a passage
    or none at all. Returns the passages' numbers. Raises ValueError where passages and vectors differ in number."""
    if len(vectors) != len(document.passages):
        raise ValueError("one vector a passage")
    numbers = insert_passages(connection, number, document.passages)
    if pieces:
        rows = zip(numbers, pieces, strict=True)
        connection.executemany("INSERT INTO pieces(passage, data) VALUES (?, ?)", rows)
    connection.executemany(
        "INSERT INTO vectors(passage, data) VALUES (?, ?)",
        ((n, vector.astype(np.float16).tobytes()) for n, vector in zip(numbers, vectors, strict=True)),
    )
    make_searchable(connection, numbers, document)
    return numbers


def make_searchable(connection: sqlite3.Connection, numbers: Sequence[int], document: Document) -> None:
    """Full text and vocabulary of passages that are in the table."""
    name = fulltext.named(document.title, document.kind, document.date)
    rows = ((n, fulltext.fields(p, name)) for n, p in zip(numbers, document.passages, strict=True))
    fulltext.write(connection, rows)
    _count(connection, document, 1)


def take_out(connection: sqlite3.Connection, number: int, document: Document) -> list[int]:
    """Passages leave the search but stay readable. Returns their numbers."""
    rows = connection.execute("SELECT number FROM passages WHERE document = ? AND current", (number,))
    numbers = [int(row[0]) for row in rows]
    if numbers:
        fulltext.delete(connection, numbers)
        _count(connection, document, -1)
        connection.execute("UPDATE passages SET current = 0 WHERE document = ?", (number,))
    return numbers


def replace_all(
    connection: sqlite3.Connection, number: int, document: Document, held: Vectors, pieces: Sequence[bytes] = ()
) -> list[int]:
    """Other passages in place of a current document's, the old document's parts still in the tables. Returns the
    numbers that left."""
    gone = take_out(connection, number, read(connection, number, words=False))
    _delete(connection, number, gone)
    put_in(connection, number, document, held, pieces)
    return gone


def put_back(connection: sqlite3.Connection, number: int, document: Document) -> None:
    """Passages of a version that is current again, under new numbers: those tell the vector store what is
    new to it."""
    rows = connection.execute("SELECT number FROM passages WHERE document = ? ORDER BY number", (number,))
    old = [int(row[0]) for row in rows]
    held, pieces = vectors(connection, old), pieces_of(connection, old)
    _delete(connection, number, old)
    put_in(connection, number, document, held, list(pieces.values()))


def _delete(connection: sqlite3.Connection, document: int, numbers: Sequence[int]) -> None:
    connection.execute("DELETE FROM passages WHERE document = ?", (document,))
    for table in ("vectors", "pieces"):
        connection.executemany(f"DELETE FROM {table} WHERE passage = ?", ((number,) for number in numbers))


def rewrite_fulltext(connection: sqlite3.Connection, number: int, document_id: str, name: str) -> None:
    """Full text again after a correction. name: as fulltext.named gives it."""
    rows = connection.execute("SELECT number FROM passages WHERE document = ? AND current ORDER BY number", (number,))
    numbers = [int(row[0]) for row in rows]
    held = passages_of(connection, number, document_id)
    fulltext.delete(connection, numbers)
    fulltext.write(connection, ((n, fulltext.fields(p, name)) for n, p in zip(numbers, held, strict=False)))


def _count(connection: sqlite3.Connection, document: Document, sign: int) -> None:
    counts: Counter[str] = Counter()
    for passage in document.passages:
        counts.update(forms(passage.text))
    connection.executemany(
        "INSERT INTO words(form, passages) VALUES (?, ?) "
        "ON CONFLICT(form) DO UPDATE SET passages = passages + excluded.passages",
        ((form, sign * count) for form, count in counts.items()),
    )
    if sign < 0:
        connection.execute("DELETE FROM words WHERE passages <= 0")


def embedded(passage: Passage) -> str:
    """What the dense arm embeds: the lead-in of the passage's list or table, then its text. With the heading
    path before it the ranking was no better (docs/decisions/0102) and embedding a third slower."""
    return "\n".join(part for part in (passage.lead_in, passage.text) if part)


def embed(embedder: Embedder, passages: Sequence[Passage]) -> tuple[Vectors, list[bytes]]:
    """Vectors of passages, one row each, and their packed pieces where the embedder tells of pieces, else none."""
    texts = [embedded(passage) for passage in passages]
    if not isinstance(embedder, PieceEmbedder):
        return embedder.embed_passages(texts), []
    made, hidden = embedder.embed_pieces(texts)
    return made, packed(texts, [passage.lead_in for passage in passages], hidden)


def vectors(connection: sqlite3.Connection, numbers: Sequence[int]) -> Vectors:
    """Vectors from the truth, shape (n, dim), rows in the order of ``numbers``."""
    held = _stored(connection, "vectors", numbers)
    return stacked([held[number] for number in numbers])


def pieces_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """The pieces of passages that have them, by number, in the order given."""
    held = _stored(connection, "pieces", numbers)
    return {number: held[number] for number in numbers if number in held}


def _stored(connection: sqlite3.Connection, table: str, numbers: Sequence[int]) -> dict[int, bytes]:
    """What a table holds of passages, by number; asked for in runs, since SQLite takes some 32,000 values at once."""
    held: dict[int, bytes] = {}
    for at in range(0, len(numbers), _AT_ONCE):
        some = list(numbers[at : at + _AT_ONCE])
        marks = ",".join("?" * len(some))
        held |= dict(connection.execute(f"SELECT passage, data FROM {table} WHERE passage IN ({marks})", some))
    return held


def stacked(blobs: Sequence[bytes]) -> Vectors:
    """float16 blobs as one float32 matrix."""
    if not blobs:
        return np.empty((0, 0), np.float32)
    return np.frombuffer(b"".join(blobs), np.float16).reshape(len(blobs), -1).astype(np.float32)


def current_numbers(connection: sqlite3.Connection, above: int = 0) -> list[int]:
    """Numbers of searchable passages, rising."""
    rows = connection.execute("SELECT number FROM passages WHERE current AND number > ? ORDER BY number", (above,))
    return [int(row[0]) for row in rows]


def reembed(connection: sqlite3.Connection, embedder: Embedder) -> None:
    """New vectors for every passage, older versions included, inside the caller's transaction."""
    rows = connection.execute("SELECT number, id FROM documents").fetchall()
    for document, document_id in rows:
        held = passages_of(connection, document, document_id)
        found = connection.execute("SELECT number FROM passages WHERE document = ? ORDER BY number", (document,))
        numbers = [int(row[0]) for row in found]
        made, pieces = embed(embedder, held)
        connection.executemany(
            "UPDATE vectors SET data = ? WHERE passage = ?",
            ((v.astype(np.float16).tobytes(), n) for n, v in zip(numbers, made, strict=True)),
        )
        connection.executemany("DELETE FROM pieces WHERE passage = ?", ((number,) for number in numbers))
        connection.executemany("INSERT INTO pieces(passage, data) VALUES (?, ?)", zip(numbers, pieces, strict=False))
