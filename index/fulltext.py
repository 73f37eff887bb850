"""The lexical arm: SQLite FTS5 over terms stemmed by us, in the library's own file and transactions."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from core.danish.date_readers import MONTH_NAMES
from core.schema import Passage
from index.analysis import spellings, terms

# body, heading and lead-in, title, ASCII spellings; chosen by measurement, docs/decisions/0102
FIELD_WEIGHTS = (1.0, 0.6, 0.3, 0.4)
_SETTLED = 4000  # pages of 4 KB that one run may rewrite when it settles the full text, some 16 MB


class Fields(NamedTuple):
    """What FTS5 stores of a passage: terms joined by spaces."""

    body: str
    heading: str
    title: str
    ascii: str


def named(title: str, kind: str, day: date | None) -> str:
    """How people speak of a document: its title, kind, and the month and year of its date."""
    return f"{title} {kind} {MONTH_NAMES[day.month - 1]} {day.year}" if day else f"{title} {kind}"


def fields(passage: Passage, title: str) -> Fields:
    """The passage's own words, its surroundings', and those by which its document is named."""
    around = " ".join([*passage.section, passage.lead_in])
    return Fields(
        " ".join(terms(passage.text)),
        " ".join(terms(around)),
        " ".join(terms(title)),
        " ".join(spellings(f"{passage.text} {around}")),
    )


def write(connection: sqlite3.Connection, rows: Iterable[tuple[int, Fields]]) -> None:
    """Put passages in, by their number."""
    connection.executemany(
        "INSERT INTO fulltext(rowid, body, heading, title, ascii) VALUES (?, ?, ?, ?, ?)",
        ((number, *held) for number, held in rows),
    )


def delete(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Take passages out. Their terms leave the file with the next ``merge``."""
    connection.executemany("DELETE FROM fulltext WHERE rowid = ?", ((number,) for number in numbers))


def merge(connection: sqlite3.Connection) -> None:
    """Merge all segments into one, which drops what deleted passages left behind."""
    connection.execute("INSERT INTO fulltext(fulltext) VALUES ('optimize')")


def settle(connection: sqlite3.Connection) -> None:
    """Bring the segments that writing left together, as far as so many pages of work go: a search looks every term up
    in each of them (https://www.sqlite.org/fts5.html#the_merge_command)."""
    connection.execute("INSERT INTO fulltext(fulltext, rank) VALUES ('merge', ?)", (-_SETTLED,))


def quoted(word: str) -> str:
    """A term as an FTS5 string: no syntax can come from a question."""
    return '"' + word.replace('"', '""') + '"'


def query(asked: Sequence[str], keys: Sequence[str], phrases: Sequence[Sequence[str]] = ()) -> str:
    """FTS5 expression: any of the terms in any field, any of the keys as an ASCII spelling, or all terms of
    any of the phrases."""
    parts = [f"{{body heading title}} : {quoted(term)}" for term in asked]
    parts += [f"ascii : {quoted(key)}" for key in keys]
    parts += ["(" + " AND ".join(quoted(one) for one in phrase) + ")" for phrase in phrases]
    return " OR ".join(parts)


def search(
    connection: sqlite3.Connection, expression: str, top: int, documents: Sequence[int] | None = None
) -> list[tuple[int, float]]:
    """(passage number, BM25) best first; higher is better. documents: only passages of these numbers."""
    if not expression or documents == []:
        return []
    limit = "" if documents is None else f"AND rowid IN ({_passages_of(documents)})"
    rows = connection.execute(
        f"SELECT rowid, -bm25(fulltext, ?, ?, ?, ?) AS score FROM fulltext "
        f"WHERE fulltext MATCH ? {limit} ORDER BY score DESC LIMIT ?",
        (*FIELD_WEIGHTS, expression, top),
    )
    return [(int(number), float(score)) for number, score in rows]


def _passages_of(documents: Sequence[int]) -> str:
    numbers = ",".join(str(int(number)) for number in documents)
    return f"SELECT number FROM passages WHERE current AND document IN ({numbers})"


def stored(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Fields]:
    """The terms of passages, by number."""
    marks = ",".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT rowid, body, heading, title, ascii FROM fulltext WHERE rowid IN ({marks})", list(numbers)
    )
    return {int(row[0]): Fields(*row[1:]) for row in rows}


def idf(passages: int, frequency: int) -> float:
    """Inverse document frequency, never negative: ln(1 + (N - n + 0.5) / (n + 0.5)) (Lucene's BM25)."""
    return math.log(1.0 + (passages - frequency + 0.5) / (frequency + 0.5))
