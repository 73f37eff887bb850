"""The library: one folder, one SQLite file, the truth about every document."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import LibraryError, ModelMismatch, UsageError
from core.ports import Vectors
from core.schema import Document
from index import fulltext
from index.dense import StoreMaker
from index.library import documents, find, journal, passages, records, state
from index.library.correct import corrected
from index.library.journal import FileRecord
from index.library.reading import OTHER_MODEL
from index.library.records import Correction
from index.library.upkeep import Upkeep
from index.vectors import ChromaStore


@dataclass(frozen=True, slots=True)
class Added:
    """status: added | updated | unchanged | duplicate. document_id: where the content now stands."""

    status: str
    document_id: str


class Library(Upkeep):
    """Open it with ``open_library``. Reads may come from any thread; writes hold ``writing()``."""

    def __init__(self, home: Path, make_store: StoreMaker = ChromaStore) -> None:
        super().__init__(home, make_store)

    # -- taking in -------------------------------------------------------------------------------------

    def seen(self, source: str, stamp: str) -> FileRecord | None:
        """The record of an unchanged file that was taken in before, else None."""
        held = journal.get(self._db, source)
        return held if held and held.stamp == stamp and held.status != "failed" else None

    def add(
        self,
        document: Document,
        vectors: Vectors,
        *,
        pieces: Sequence[bytes] = (),
        source: str = "",
        stamp: str = "",
        fingerprint: str = "",
    ) -> Added:
        """Take a document in, in one transaction. vectors: one row a passage. pieces: packed, one a passage, or none.
        source: what tells versions apart (default: the name). Raises ModelMismatch where the vectors come from
        another model than the library's, LibraryLocked while another process writes."""
        source = source or document.name
        with self.writing(), self.connections.transaction() as db:
            if len(vectors):
                self._use_model(db, fingerprint)
            before = journal.get(db, source)
            status = self._add(db, document, (vectors, pieces), source, before)
            journal.put(db, FileRecord(source, document.name, stamp, document.id, status, "", ""))
            state.touch(db)
        return Added(status, document.id)

    def holds(self, document_id: str) -> bool:
        """True where this content is in the library, in a current or an older version."""
        return find.number(self._db, document_id) is not None

    def renew(
        self,
        document: Document,
        vectors: Vectors,
        *,
        pieces: Sequence[bytes] = (),
        source: str,
        stamp: str = "",
        fingerprint: str = "",
    ) -> Added:
        """Content the library holds, read anew, in one transaction: corrections, versions and names stay, facts and
        pictures are the caller's to attach again. Arguments and errors as in ``add``."""
        with self.writing(), self.connections.transaction() as db:
            self._use_model(db, fingerprint)
            self._known(db, document, source, journal.get(db, source))
            number = find.number(db, document.id)
            assert number is not None
            gone = passages.replace_all(db, number, document, vectors, pieces)
            documents.rewrite(db, number, document)
            db.executemany("INSERT OR IGNORE INTO dense_gone(number) VALUES (?)", ((n,) for n in gone))
            self._apply_corrections(db, number, find.source(db, number))
            journal.put(db, FileRecord(source, document.name, stamp, document.id, "updated", "", ""))
            state.touch(db)
        return Added("updated", document.id)

    def forget(self, sources: Sequence[str]) -> None:
        """Drop the records of files that could not be taken in and are gone. Others stay."""
        with self.writing(), self.connections.transaction() as db:
            journal.forget(db, sources)

    def link(self, document: Document, *, source: str = "", stamp: str = "") -> Added:
        """Note that a file has content the library holds already. Same result as ``add``."""
        return self.add(document, np.empty((0, 0), np.float32), source=source, stamp=stamp)

    def _add(
        self,
        db: sqlite3.Connection,
        document: Document,
        embedded: tuple[Vectors, Sequence[bytes]],
        source: str,
        before: FileRecord | None,
    ) -> str:
        if find.number(db, document.id) is not None:
            return self._known(db, document, source, before)
        number = documents.insert(db, document, source)
        passages.put_in(db, number, document, *embedded)
        self._apply_corrections(db, number, source)
        if before is None or before.document is None:
            return "added"
        return "updated" if self._replace(db, before.document, document.id) else "added"

    def _known(self, db: sqlite3.Connection, document: Document, source: str, before: FileRecord | None) -> str:
        """The content is in the library: under this source, under another, or as an older version."""
        if before is not None and before.document == document.id:
            return "unchanged"
        number = find.number(db, document.id)
        assert number is not None
        if find.replaced_by(db, document.id):
            passages.put_back(db, number, documents.read(db, number))
            db.execute("UPDATE documents SET replaced_by = NULL, source = ? WHERE id = ?", (source, document.id))
        if before is not None and before.document is not None:
            self._replace(db, before.document, document.id)
            return "updated"
        return "duplicate"

    def _replace(self, db: sqlite3.Connection, old: str, new: str) -> bool:
        """The old version leaves the search, unless another file still has that content."""
        number = find.number(db, old)
        others = [record for record in journal.of_document(db, old)]
        if number is None or len(others) > 1:
            return False
        self._withdraw(db, number)
        db.execute("UPDATE documents SET replaced_by = ? WHERE id = ?", (new, old))
        return True

    def _withdraw(self, db: sqlite3.Connection, number: int) -> None:
        gone = passages.take_out(db, number, documents.read(db, number, words=False))
        db.executemany("INSERT OR IGNORE INTO dense_gone(number) VALUES (?)", ((n,) for n in gone))

    def _use_model(self, db: sqlite3.Connection, fingerprint: str) -> None:
        held = state.get(db, "fingerprint")
        if held and held != fingerprint:
            raise ModelMismatch(OTHER_MODEL)
        state.put(db, "fingerprint", fingerprint)

    def again(self, source: str, stamp: str) -> None:
        """Note that a file with a new stamp still has the content of its record."""
        with self.writing(), self.connections.transaction() as db:
            held = journal.get(db, source)
            if held:
                journal.put(db, replace(held, stamp=stamp, status="unchanged"))

    def failed(self, source: str, name: str, stamp: str, reason: str) -> None:
        """Note why a file could not be taken in. An older version of it stays."""
        with self.writing(), self.connections.transaction() as db:
            held = journal.get(db, source)
            document = held.document if held else None
            journal.put(db, FileRecord(source, name, stamp, document, "failed", reason, ""))

    # -- what others attach ----------------------------------------------------------------------------

    def put_facts(self, document_id: str, kind: str, payload: Sequence[Any]) -> None:
        """Replace a document's facts of a kind: dataclasses or plain values, kept as JSON."""
        with self.writing(), self.connections.transaction() as db:
            records.put_facts(db, document_id, kind, payload)
            state.touch(db)

    def correct(self, correction: Correction) -> None:
        """Keep a person's correction. For documents use ``correct_document``."""
        with self.writing(), self.connections.transaction() as db:
            records.put_correction(db, correction)
            state.touch(db)

    def correct_document(self, document_id: str, field: str, value: str, person: str) -> None:
        """Set title, kind, date (ISO) or another Meta name; it survives re-reading and new versions.
        Raises UsageError for an unknown document or a value of the wrong form."""
        number = find.by_id_or_name(self._db, document_id)
        if number is None:
            raise UsageError(f"Der er intet dokument »{document_id}« i biblioteket.")
        source = find.source(self._db, number)
        corrected(self.by_number(number), [Correction("document", source, field, value, person, "")])
        with self.writing(), self.connections.transaction() as db:
            records.put_correction(db, Correction("document", source, field, value, person, ""))
            self._apply_corrections(db, number, source)
            state.touch(db)

    def _apply_corrections(self, db: sqlite3.Connection, number: int, source: str) -> None:
        held = records.corrections(db, "document", source)
        if not held:
            return
        new = corrected(documents.read(db, number, words=False), held)
        find.set_columns(db, number, new)
        passages.rewrite_fulltext(db, number, new.id, fulltext.named(new.title, new.kind, new.date))

    def put_image(self, document_id: str, page: int, data: bytes, media_type: str = "image/png") -> None:
        """Keep a page's picture. page: 0-based index into Document.pages."""
        number = find.number(self._db, document_id)
        if number is None:
            raise LibraryError(f"Der er intet dokument »{document_id}« i biblioteket.")
        with self.writing(), self.connections.transaction() as db:
            records.put_image(db, number, page, media_type, data)
