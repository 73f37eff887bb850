"""The library's lock and what keeps it whole: erasing, checking, mending."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from core.errors import LibraryError, UsageError
from core.ports import Embedder
from index import fulltext
from index.dense import DenseArm, StoreMaker
from index.library import documents, erase, find, passages, state
from index.library.lock import WriterLock
from index.library.reading import Reading
from index.library.schema import VERSION, prepare, version
from index.library.verify import Difference, Report, compare_fulltext, integrity, repair_fulltext


class Upkeep(Reading):
    """A library that can be locked, emptied and mended."""

    def __init__(self, home: Path, make_store: StoreMaker) -> None:
        super().__init__(home)
        self._lock = WriterLock(home / "library.lock")
        self.dense = DenseArm(home, self.connections, make_store)
        if version(self._db) < VERSION:
            with self._lock.held():
                prepare(self._db)
        else:
            prepare(self._db)

    def close(self) -> None:
        """Let go of files."""
        self.dense.close()
        self.connections.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the writing lock; when the outermost block ends, the full text is settled and the vector
        store brought in step.
        Raises LibraryLocked while another process writes."""
        with self._lock.held() as outermost:
            try:
                yield
            finally:
                if outermost:
                    self._finish_erasing()
                    fulltext.settle(self._db)
                    self.dense.sync()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several writes as one: all of them or none."""
        with self.writing(), self.connections.transaction():
            yield

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
            if not self._finish_erasing():
                raise LibraryError(
                    "Dokumentet er slettet, men et andet program læser, og teksten er ikke væk fra disken endnu.",
                    remedy="Luk det andet program, og kør »ressort verify --repair«.",
                )
        return list(dict.fromkeys(versions))

    def _finish_erasing(self) -> bool:
        """Drop what removed documents left in the indexes and the log. False while a reader holds on to it:
        the next writer tries again."""
        if not state.get(self._db, "erasing"):
            return True
        self.dense.drop()
        if not erase.traces(self._db):
            return False
        with self.connections.transaction() as db:
            state.put(db, "erasing", "")
        return True

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
        if repair:
            with self.writing():  # finishes an erasing that was cut short
                pass
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
