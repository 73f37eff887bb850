"""Documents in tables: writing one, reading one, and what is needed to find it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from core.alignment import apply_changes
from core.schema import Block, BlockKind, Change, Document, Kind, Meta, Page, Passage, Span, Table, WordBox
from index.library.codec import pack, plain, reader, unpack

_PASSAGE = "number, id, start, end, text, section, lead_in, page, kind, context_start, context_end"
_ROW = "number, id, name, title, kind, date, media_type, size"


def insert(connection: sqlite3.Connection, document: Document, source: str) -> int:
    """Write the document with all parts but passages. Returns its number."""
    attention = sum(page.attention is not None for page in document.pages)
    usable = bool(document.cleaned.strip()) and attention < max(len(document.pages), 1)
    held = connection.execute(
        "INSERT INTO documents(id, name, source, title, kind, date, media_type, size, pages, attention,"
        " ready, added_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (document.id, document.name, source, document.title, str(document.kind), _iso(document.date),
         document.media_type, document.size, len(document.pages), attention, int(usable), now()),
    )  # fmt: skip
    number = int(held.lastrowid or 0)
    _insert_parts(connection, number, document)
    return number


def rewrite(connection: sqlite3.Connection, number: int, document: Document) -> None:
    """The same file read anew: everything but its name, its origin, its passages and when it came."""
    attention = sum(page.attention is not None for page in document.pages)
    usable = bool(document.cleaned.strip()) and attention < max(len(document.pages), 1)
    connection.execute(
        "UPDATE documents SET title = ?, kind = ?, date = ?, media_type = ?, pages = ?, attention = ?, ready = ? "
        "WHERE number = ?",
        (document.title, str(document.kind), _iso(document.date), document.media_type, len(document.pages), attention,
         int(usable), number),
    )  # fmt: skip
    connection.execute("DELETE FROM parts WHERE document = ?", (number,))
    connection.execute("DELETE FROM images WHERE document = ?", (number,))
    _insert_parts(connection, number, document)


def _insert_parts(connection: sqlite3.Connection, number: int, document: Document) -> None:
    parts = (("text", _text(document)), ("structure", _structure(document)), ("words", _words(document)))
    connection.executemany(
        "INSERT INTO parts(document, part, data) VALUES (?, ?, ?)",
        ((number, part, pack(value)) for part, value in parts),
    )


def insert_passages(connection: sqlite3.Connection, number: int, passages: Sequence[Passage]) -> list[int]:
    """Write passages; returns their numbers, in order."""
    numbers = []
    for p in passages:
        context = (p.context.start, p.context.end) if p.context else (None, None)
        row = (p.id, number, p.start, p.end, p.text, json.dumps(p.section, ensure_ascii=False), p.lead_in)
        held = connection.execute(
            "INSERT INTO passages(id, document, start, end, text, section, lead_in, page, kind,"
            " context_start, context_end) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (*row, p.page, str(p.kind), *context),
        )
        numbers.append(int(held.lastrowid or 0))
    return numbers


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def now() -> str:
    """UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _text(document: Document) -> dict[str, Any]:
    whole = apply_changes(document.received, document.changes)
    cleaned = None if whole == document.cleaned else document.cleaned
    return {"received": document.received, "cleaned": cleaned, "changes": plain(document.changes)}


def _structure(document: Document) -> dict[str, Any]:
    pages = [replace(page, words=()) for page in document.pages]
    names = ("blocks", "tables", "meta", "warnings")
    return {"pages": plain(pages)} | {name: plain(getattr(document, name)) for name in names}


def _words(document: Document) -> list[list[list[float]]]:
    """Per page seven columns: start, end, x0, y0, x1, y1, confidence; shares to five decimals."""
    return [
        [
            [w.start for w in page.words],
            [w.end for w in page.words],
            *([round(getattr(w, side), 5) for w in page.words] for side in ("x0", "y0", "x1", "y1", "confidence")),
        ]
        for page in document.pages
    ]


def read(connection: sqlite3.Connection, number: int, *, words: bool = True) -> Document:
    """The whole document. words=False leaves word boxes out, which is faster for scans."""
    row = connection.execute(f"SELECT {_ROW} FROM documents WHERE number = ?", (number,)).fetchone()
    rows = connection.execute("SELECT part, data FROM parts WHERE document = ?", (number,))
    parts = {part: unpack(data) for part, data in rows if words or part != "words"}
    changes = reader(tuple[Change, ...])(parts["text"]["changes"])
    received = parts["text"]["received"]
    cleaned = parts["text"]["cleaned"]
    structure = parts["structure"]
    return Document(
        id=row[1],
        name=row[2],
        title=row[3],
        kind=Kind(row[4]),
        date=date.fromisoformat(row[5]) if row[5] else None,
        received=received,
        cleaned=apply_changes(received, changes) if cleaned is None else cleaned,
        media_type=row[6],
        size=row[7],
        changes=changes,
        pages=_pages(structure["pages"], parts.get("words", [])),
        blocks=reader(tuple[Block, ...])(structure["blocks"]),
        tables=reader(tuple[Table, ...])(structure["tables"]),
        passages=tuple(passages_of(connection, number, row[1])),
        meta=reader(tuple[Meta, ...])(structure["meta"]),
        warnings=tuple(structure["warnings"]),
    )


def _pages(stored: list[Any], words: list[list[list[float]]]) -> tuple[Page, ...]:
    pages: list[Page] = [reader(Page)(page) for page in stored]
    for i, columns in enumerate(words):
        if columns[0]:
            boxes = tuple(WordBox(int(a), int(b), *rest) for a, b, *rest in zip(*columns, strict=True))
            pages[i] = replace(pages[i], words=boxes)
    return tuple(pages)


def passages_of(connection: sqlite3.Connection, number: int, document_id: str) -> list[Passage]:
    """A document's passages in reading order."""
    rows = connection.execute(f"SELECT {_PASSAGE} FROM passages WHERE document = ? ORDER BY number", (number,))
    return [passage(row, document_id) for row in rows]


def passages_by_number(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Passage]:
    """Passages by their numbers, of current documents."""
    listed = list(numbers)
    columns = ", ".join("p." + name for name in _PASSAGE.split(", "))
    rows = connection.execute(
        f"SELECT {columns}, d.id FROM passages p JOIN documents d ON d.number = p.document "
        f"WHERE p.current AND p.number IN ({','.join('?' * len(listed))})",
        listed,
    )
    return {int(row[0]): passage(row[:-1], row[-1]) for row in rows}


def neighbours(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, list[int]]:
    """Numbers of the passages before and after each, within its document."""
    listed = list(numbers)
    rows = connection.execute(
        f"SELECT p.number, n.number FROM passages p JOIN passages n ON n.number IN (p.number - 1, p.number + 1) "
        f"AND n.document = p.document WHERE p.number IN ({','.join('?' * len(listed))})",
        listed,
    )
    found: dict[int, list[int]] = {number: [] for number in listed}
    for number, beside in rows:
        found[number].append(beside)
    return found


def passage(row: Sequence[Any], document_id: str) -> Passage:
    """A passage from its row, columns as in _PASSAGE."""
    _number, key, start, end, text, section, lead_in, page, kind, context_start, context_end = row
    context = Span(context_start, context_end) if context_start is not None else None
    path = tuple(json.loads(section))
    return Passage(key, document_id, start, end, text, path, lead_in, page, BlockKind(kind), context)
