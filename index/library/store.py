"""The library: one folder, one SQLite file, the truth about every document."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import LibraryError, ModelMismatch, UsageError
from core.ports import Embedder, Vectors
from core.schema import Document, Filters, Passage
from index import fulltext
from index.dense import DenseArm, StoreMaker
from index.library import documents, erase, find, journal, passages, records, state
from index.library.connections import Connections
from index.library.correct import corrected
from index.library.journal import FileRecord
from index.library.lock import WriterLock
from index.library.records import Correction
from index.library.schema import prepare, version
from index.library.verify import Difference, Report, compare_fulltext, integrity, repair_fulltext
from index.vectors import ChromaStore

_KEPT = 64  # documents held in memory


@dataclass(frozen=True, slots=True)
class Added:
    """status: added | updated | unchanged | duplicate. document_id: where the content now stands."""

    status: str
    document_id: str


class Library:
    """Open it with ``open_library``. Reads may come from any thread; writes hold ``writing()``."""

    def __init__(self, home: Path, make_store: StoreMaker = ChromaStore) -> None:
        self.home = home
        self.connections = Connections(home / "library.sqlite")
        self._lock = WriterLock(home / "library.lock")
        self.dense = DenseArm(home, self.connections, make_store)
        self._mean = (-1, 1.0)
        self._read: OrderedDict[tuple[int, int], Document] = OrderedDict()
        if version(self._db) == 0:
            with self._lock.held():
                prepare(self._db)
        else:
            prepare(self._db)

    @property
    def _db(self) -> sqlite3.Connection:
        return self.connections.get()

    def close(self) -> None:
        """Let go of files."""
        self.dense.close()
        self.connections.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the writing lock; when the outermost block ends, the vector store is brought in step.
        Raises LibraryLocked while another process writes."""
        with self._lock.held() as outermost:
            try:
                yield
            finally:
                if outermost:
                    self._finish_erasing()
                    self.dense.sync()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several writes as one: all of them or none."""
        with self.writing(), self.connections.transaction():
            yield

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
        source: str = "",
        stamp: str = "",
        fingerprint: str = "",
    ) -> Added:
        """Take a document in, in one transaction. vectors: one row a passage. source: what tells versions
        apart (default: the name). Raises ModelMismatch where the vectors come from another model than the
        library's, LibraryLocked while another process writes."""
        source = source or document.name
        with self.writing(), self.connections.transaction() as db:
            if len(vectors):
                self._use_model(db, fingerprint)
            before = journal.get(db, source)
            status = self._add(db, document, vectors, source, before)
            journal.put(db, FileRecord(source, document.name, stamp, document.id, status, "", ""))
            state.touch(db)
        return Added(status, document.id)

    def holds(self, document_id: str) -> bool:
        """True where this content is in the library, in a current or an older version."""
        return find.number(self._db, document_id) is not None

    def link(self, document: Document, *, source: str = "", stamp: str = "") -> Added:
        """Note that a file has content the library holds already. Same result as ``add``."""
        return self.add(document, np.empty((0, 0), np.float32), source=source, stamp=stamp)

    def _add(
        self,
        db: sqlite3.Connection,
        document: Document,
        vectors: Vectors,
        source: str,
        before: FileRecord | None,
    ) -> str:
        if find.number(db, document.id) is not None:
            return self._known(db, document, source, before)
        number = documents.insert(db, document, source)
        passages.put_in(db, number, document, vectors)
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
            raise ModelMismatch("Biblioteket er bygget med en anden model eller andre indstillinger.")
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

    # -- taking out, checking --------------------------------------------------------------------------

    def remove(self, *keys: str) -> list[str]:
        """Erase documents: by id one version, by name all versions of it. Text, vectors, index, images and
        what is attached go; the file is overwritten where they stood. Returns the ids erased.
        Raises UsageError for an unknown key before anything is erased."""
        versions = [version for key in keys for version in self._versions(key)]
        with self.writing():
            with self.connections.transaction() as db:
                for document_id in dict.fromkeys(versions):
                    self._erase(db, document_id)
                state.put(db, "erasing", "1")  # a kill from here on is made good by the next writer
                state.touch(db)
            self._read.clear()
            self._finish_erasing()
        return list(dict.fromkeys(versions))

    def _finish_erasing(self) -> None:
        """Drop what removed documents left in the indexes and the log."""
        if not state.get(self._db, "erasing"):
            return
        erase.traces(self._db)
        self.dense.rebuild()
        with self.connections.transaction() as db:
            state.put(db, "erasing", "")

    def _versions(self, key: str) -> list[str]:
        number = find.by_id_or_name(self._db, key)
        if number is None:
            raise UsageError(f"Der er intet dokument »{key}« i biblioteket.")
        if find.number(self._db, key) is not None:
            return [key]
        return find.versions(self._db, number)

    def _erase(self, db: sqlite3.Connection, document_id: str) -> None:
        number = find.number(db, document_id)
        assert number is not None
        newer = find.replaced_by(db, document_id)
        erase.rows_of(db, number, document_id, was_current=not newer)
        older = db.execute("SELECT number FROM documents WHERE replaced_by = ?", (document_id,)).fetchall()
        for (before,) in older:  # the version before takes the place of the one erased
            db.execute("UPDATE documents SET replaced_by = ? WHERE number = ?", (newer or None, before))
            if not newer:
                passages.put_back(db, before, documents.read(db, before, words=False))

    def verify(self, embedder: Embedder | None = None, *, repair: bool = False) -> Report:
        """Compare full text and vectors with the truth; with ``repair`` mend them. With an embedder of
        another model the vectors are reported (or made anew)."""
        found = self._compare(embedder)
        if not repair or found.ok:
            return found
        mended = []
        with self.writing():
            if embedder is not None and not found.model_ok:
                self.reembed(embedder)
                mended.append("vektorer med den valgte model")
            if not found.indexes[0].ok:
                with self.connections.transaction() as db:
                    repair_fulltext(db, found.indexes[0])
                    state.touch(db)
                mended.append("fuldtekst")
            if found.trouble or not found.indexes[1].ok:
                self.dense.rebuild()
                mended.append("vektorindeks")
        return replace(self._compare(embedder), repaired=tuple(mended))

    def _compare(self, embedder: Embedder | None) -> Report:
        missing, extra, different = map(tuple, self.dense.compare())
        model_ok = embedder is None or self.fingerprint in ("", embedder.fingerprint)
        vectors = Difference("vectors", missing, extra, different)
        indexes = (compare_fulltext(self._db), vectors)
        counts = (len(self.infos()), self.passage_count())
        return Report(integrity(self._db), indexes, *counts, model_ok, self.dense.trouble)

    def reembed(self, embedder: Embedder) -> None:
        """Make all vectors anew with another model: in one transaction, then a new vector store beside the
        old one. Readers see the old state until then."""
        with self.writing():
            with self.connections.transaction() as db:
                passages.reembed(db, embedder)
                state.put(db, "fingerprint", embedder.fingerprint)
                state.touch(db)
            self.dense.rebuild()

    # -- reading ---------------------------------------------------------------------------------------

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
            raise ModelMismatch("Biblioteket er bygget med en anden model eller andre indstillinger.")

    def document(self, document_id: str) -> Document:
        """Whole document by id or name, the current version first. Raises UsageError where there is none."""
        number = find.by_id_or_name(self._db, document_id)
        if number is None:
            raise UsageError(f"Der er intet dokument »{document_id}« i biblioteket.")
        return self.by_number(number)

    def by_number(self, number: int) -> Document:
        """Whole document by its number in the library."""
        key = (number, self.revision)
        held = self._read.pop(key, None)
        if held is None:
            held = documents.read(self._db, number)
            held = corrected(held, self.document_corrections(number))
        self._read[key] = held
        if len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return held

    def documents(self, filters: Filters | None = None) -> list[Document]:
        """All current documents that pass, newest first; texts included."""
        return [self.by_number(info.number) for info in self.infos(filters)]

    def infos(self, filters: Filters | None = None, *, all_versions: bool = False) -> list[find.DocumentInfo]:
        """What is known of documents without their texts, newest first."""
        return find.listed(self._db, filters or Filters(), all_versions=all_versions)

    def passages(self, document_id: str) -> Sequence[Passage]:
        """A document's passages in reading order. Raises UsageError where there is none."""
        return self.document(document_id).passages

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

    # -- what others attach ----------------------------------------------------------------------------

    def put_facts(self, document_id: str, kind: str, payload: Sequence[Any]) -> None:
        """Replace a document's facts of a kind: dataclasses or plain values, kept as JSON."""
        with self.writing(), self.connections.transaction() as db:
            records.put_facts(db, document_id, kind, payload)
            state.touch(db)

    def facts(self, kind: str, document_id: str = "") -> list[tuple[str, list[Any]]]:
        """(document id, facts as plain values) of current documents, or of one."""
        return [*records.facts(self._db, kind, document_id)]

    def correct(self, correction: Correction) -> None:
        """Keep a person's correction. For documents use ``correct_document``."""
        with self.writing(), self.connections.transaction() as db:
            records.put_correction(db, correction)
            state.touch(db)

    def corrections(self, kind: str, key: str | None = None) -> list[Correction]:
        """Corrections of a kind, oldest first."""
        return records.corrections(self._db, kind, key)

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

    def document_corrections(self, number: int) -> list[Correction]:
        """Corrections of a document's metadata."""
        return records.corrections(self._db, "document", find.source(self._db, number))

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

    def image(self, document_id: str, page: int) -> tuple[str, bytes] | None:
        """(media type, bytes) of a page's picture, None where none is kept."""
        number = find.by_id_or_name(self._db, document_id)
        return None if number is None else records.image(self._db, number, page)
