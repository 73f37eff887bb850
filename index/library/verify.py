"""Does everything derived still say what the library says?"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import date

from core.schema import Passage
from index import fulltext
from index.library import passages
from index.library.documents import passages_by_number


@dataclass(frozen=True, slots=True)
class Difference:
    """Passage numbers of one index that are missing from it, extra in it, or differ."""

    index: str
    missing: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()
    different: tuple[int, ...] = ()

    @property
    def ok(self) -> bool:
        """True where there is no difference."""
        return not (self.missing or self.extra or self.different)


@dataclass(frozen=True, slots=True)
class Report:
    """integrity: SQLite's own check, "ok" or its words. indexes: full text and vectors. documents, passages:
    how many are current. model_ok: the vectors fit the model asked for. trouble: why the vector index could
    not be used. repaired: what was mended."""

    integrity: str
    indexes: tuple[Difference, ...]
    documents: int
    passages: int
    model_ok: bool = True
    trouble: str = ""
    repaired: tuple[str, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """True where nothing is wrong, or everything was mended."""
        sound = self.integrity == "ok" and self.model_ok and not self.trouble
        return sound and all(difference.ok for difference in self.indexes)


def integrity(db: sqlite3.Connection) -> str:
    """SQLite's check of the file, and that every current passage has its vector."""
    found = str(db.execute("PRAGMA quick_check").fetchone()[0])
    lost = db.execute(
        "SELECT count(*) FROM passages p LEFT JOIN vectors v ON v.passage = p.number WHERE v.passage IS NULL"
    ).fetchone()[0]
    return found if found != "ok" or not lost else f"{lost} afsnit mangler deres vektor"


def compare_fulltext(db: sqlite3.Connection) -> Difference:
    """Full text against passages, term by term."""
    wanted = set(passages.current_numbers(db))
    held = {int(row[0]) for row in db.execute("SELECT rowid FROM fulltext")}
    different = []
    both = sorted(wanted & held)
    for at in range(0, len(both), 2000):
        different += _differing(db, both[at : at + 2000])
    return Difference("fulltext", tuple(sorted(wanted - held)), tuple(sorted(held - wanted)), tuple(different))


def _differing(db: sqlite3.Connection, numbers: list[int]) -> list[int]:
    names = _names(db)
    stored = fulltext.stored(db, numbers)
    own: dict[int, Passage] = passages_by_number(db, numbers)
    return [n for n in numbers if stored[n] != fulltext.fields(own[n], names[own[n].document_id])]


def repair_fulltext(db: sqlite3.Connection, found: Difference) -> None:
    """Write again what is missing or differs, delete what is extra; inside the caller's transaction."""
    fulltext.delete(db, [*found.extra, *found.different])
    names = _names(db)
    own = passages_by_number(db, [*found.missing, *found.different])
    fulltext.write(db, ((n, fulltext.fields(p, names[p.document_id])) for n, p in own.items()))


def _names(db: sqlite3.Connection) -> dict[str, str]:
    rows = db.execute("SELECT id, title, kind, date FROM documents").fetchall()
    return {
        key: fulltext.named(title, kind, date.fromisoformat(day) if day else None) for key, title, kind, day in rows
    }
