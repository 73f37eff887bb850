"""The read side of the library. Reads may come from any thread and go on while another process writes."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from core.errors import ModelMismatch, UsageError
from core.ports import Embedder, Vectors
from core.schema import Document, Filters, Passage
from index.library import documents, find, journal, records, state
from index.library.connections import Connections
from index.library.correct import corrected
from index.library.journal import FileRecord
from index.library.passages import embedded, pieces_of, vectors
from index.library.records import Correction

OTHER_MODEL = "Biblioteket er bygget med en anden model, andre indstillinger eller en anden udgave af Ressort."
_KEPT = 64  # documents held in memory


class Reading:
    """What can be asked of a library. Implements ``core.ports.LibraryReader``."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.connections = Connections(home / "library.sqlite")
        self._mean = (-1, 1.0)
        self._infos: tuple[int, list[find.DocumentInfo]] = (-1, [])
        self._read: OrderedDict[tuple[int, int], Document] = OrderedDict()
        self._alive: WeakValueDictionary[tuple[int, int], Document] = WeakValueDictionary()  # held by others too

    @property
    def _db(self) -> sqlite3.Connection:
        return self.connections.get()

    @property
    def fingerprint(self) -> str:
        """The model the vectors come from, empty before the first passage."""
        return state.get(self._db, "fingerprint")

    @property
    def revision(self) -> int:
        """Grows with every write of any process."""
        return state.revision(self._db)

    def check_model(self, embedder: Embedder) -> None:
        """Raises ModelMismatch where the library was built with another model."""
        held = self.fingerprint
        if held and held != embedder.fingerprint:
            raise ModelMismatch(OTHER_MODEL)

    def document(self, document_id: str) -> Document:
        """Whole document by id or name, the current version first. Raises UsageError where there is none."""
        number = find.by_id_or_name(self._db, document_id)
        if number is None:
            raise UsageError(f"Der er intet dokument »{document_id}« i biblioteket.")
        return self.by_number(number)

    def by_number(self, number: int) -> Document:
        """Whole document by its number in the library."""
        key = (number, self.revision)
        held = self._read.pop(key, None) or self._alive.get(key)
        if held is None:
            held = documents.read(self._db, number)
            held = self._alive[key] = corrected(held, self.document_corrections(number))
        self._read[key] = held
        if len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return held

    def documents(self, filters: Filters | None = None) -> list[Document]:
        """All current documents that pass, newest first; texts included."""
        return [self.by_number(info.number) for info in self.infos(filters)]

    def infos(self, filters: Filters | None = None, *, all_versions: bool = False) -> list[find.DocumentInfo]:
        """What is known of documents without their texts, newest first."""
        return find.limited(self._db, self._listed(all_versions), filters or Filters())

    def _listed(self, all_versions: bool) -> list[find.DocumentInfo]:
        revision = self.revision
        if all_versions:
            return find.listed(self._db, all_versions=True)
        if self._infos[0] != revision:
            self._infos = (revision, find.listed(self._db))
        return self._infos[1]

    def versions(self, document_id: str) -> list[str]:
        """Ids of all versions of the document that this id is one of, newest first. Raises UsageError."""
        number = find.by_id_or_name(self._db, document_id)
        if number is None:
            raise UsageError(f"Der er intet dokument »{document_id}« i biblioteket.")
        return find.versions(self._db, number)

    def passages(self, document_id: str) -> Sequence[Passage]:
        """A document's passages in reading order. Raises UsageError where there is none."""
        return self.document(document_id).passages

    def embedded_of(self, document_id: str, texts: Sequence[str]) -> tuple[Vectors, list[bytes]] | None:
        """Vectors of a document's passages, shape (n, dim), and their packed pieces (none for models that tell of
        none), where just these texts were embedded, else None."""
        number = find.number(self._db, document_id)
        if number is None:
            return None
        held = documents.passages_of(self._db, number, document_id)
        if [embedded(passage) for passage in held] != list(texts):
            return None
        rows = self._db.execute("SELECT number FROM passages WHERE document = ? ORDER BY number", (number,))
        numbers = [int(row[0]) for row in rows]
        return vectors(self._db, numbers), list(pieces_of(self._db, numbers).values())

    def names(self, document_id: str) -> list[str]:
        """Every name this content was taken in under."""
        return sorted({record.name for record in journal.of_document(self._db, document_id)})

    def files(self) -> list[FileRecord]:
        """What became of every file that was offered."""
        return journal.every(self._db)

    def vocabulary(self) -> Mapping[str, int]:
        """Word form (lower case) → number of passages it stands in."""
        return dict(self._db.execute("SELECT form, passages FROM words").fetchall())

    def passage_count(self) -> int:
        """Searchable passages."""
        return int(self._db.execute("SELECT count(*) FROM passages WHERE current").fetchone()[0])

    def mean_terms(self) -> float:
        """Mean number of words of a passage, about: 6.5 letters a word with its space."""
        revision = self.revision
        if self._mean[0] != revision:
            row = self._db.execute("SELECT total(length(text)), count(*) FROM passages WHERE current").fetchone()
            self._mean = (revision, max(float(row[0]) / 6.5 / max(int(row[1]), 1), 1.0))
        return self._mean[1]

    def facts(self, kind: str, document_id: str = "") -> list[tuple[str, list[Any]]]:
        """(document id, facts as plain values) of current documents, or of one."""
        return [*records.facts(self._db, kind, document_id)]

    def corrections(self, kind: str, key: str | None = None) -> list[Correction]:
        """Corrections of a kind, oldest first."""
        return records.corrections(self._db, kind, key)

    def document_corrections(self, number: int) -> list[Correction]:
        """Corrections of a document's metadata."""
        return records.corrections(self._db, "document", find.source(self._db, number))

    def image(self, document_id: str, page: int) -> tuple[str, bytes] | None:
        """(media type, bytes) of a page's picture, None where none is kept."""
        number = find.by_id_or_name(self._db, document_id)
        return None if number is None else records.image(self._db, number, page)
