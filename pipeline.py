"""The order of the steps: take in, ask, search. No logic of its own: it wires the rooms together.

ingest:  discover → (unchanged?) → read → extract facts → embed → store in one transaction
ask:     understand → retrieve → register → compose → check citations → answer or refuse
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.citations import cite
from core.errors import InputError, RessortError, UsageError
from core.schema import Answer, Change, Citation, Document, Facts, Filters, Hit, Span
from core.settings import Settings
from core.wire import change_object

if TYPE_CHECKING:
    from answer import Answerer
    from core.ports import Embedder
    from index import HybridRetriever, Library
    from ingest import Found, Skipped
    from register.register import Register

Progress = Callable[[int, int, str], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file. status: added | updated | unchanged | failed. reason: Danish, for failed."""

    name: str
    status: str
    reason: str = ""
    document_id: str = ""
    warnings: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """JSON-able form."""
        return {**asdict(self), "warnings": list(self.warnings)}


@dataclass(frozen=True, slots=True)
class CleanedText:
    """Result of ``ressort clean``."""

    text: str
    changes: tuple[Change, ...]
    health: float
    damaged: bool

    def as_dict(self) -> dict[str, Any]:
        """JSON-able form."""
        changes = [change_object(change) for change in self.changes]
        return {"text": self.text, "changes": changes, "health": self.health, "damaged": self.damaged}


def clean_text(file: str, settings: Settings, *, join_hyphens: bool = False) -> CleanedText:
    """OCR clean-up of one text file ("-" is standard input). Raises InputError for an unreadable file."""
    from ingest.cleanup import Cleaner
    from ingest.decode import decode_text

    if file == "-":
        raw = sys.stdin.buffer.read()
    else:
        try:
            raw = Path(file).read_bytes()
        except OSError as error:
            raise InputError(f"Filen {file} kan ikke læses: {error.strerror}.") from None
    result = Cleaner.load(settings.cache_dir).clean(decode_text(raw), join_hyphens=join_hyphens)
    return CleanedText(result.text, result.changes, result.health, result.damaged)


_NO_FILTERS = Filters()
_FACTS = "register"  # kind under which the library keeps what the register read
_JOINED = 60  # passages that are joined to the units a search shows
_ORIGINAL = -1  # image number under which the library keeps a file that pages are drawn from
_PICTURED = frozenset({"application/pdf", "image/png", "image/jpeg", "image/tiff"})
_NO_FACTS = "Ansvarsregistret kunne ikke læse dokumentet inden for grænserne."
_STATUS = {"added": "added", "updated": "updated", "unchanged": "unchanged", "duplicate": "unchanged"}


@dataclass(frozen=True, slots=True)
class _Work:
    """One file on its way in. document is None where the file is unchanged, left out or can't be read."""

    name: str
    source: str
    path: Path
    stamp: str = ""
    document: Document | None = None
    facts: Facts | None = None
    reason: str = ""


class KnowledgeBase:
    """Everything a user can do, over one library. Parts are made when first needed; reads may come from any
    thread, writers wait for each other."""

    def __init__(self, settings: Settings, library: Library, note: Callable[[str], None] | None = None) -> None:
        self.settings, self.library = settings, library
        self._note = note or (lambda _text: None)
        self._held: tuple[int, Register, Answerer] | None = None

    @classmethod
    def open(cls, settings: Settings, *, progress: Callable[[str], None] | None = None) -> KnowledgeBase:
        """Open or make the library in settings.home. progress gets Danish one-line notes."""
        from index import open_library

        return cls(settings, open_library(settings.home, settings), progress)

    def close(self) -> None:
        """Let go of files."""
        self.library.close()

    # -- the parts -------------------------------------------------------------------------------------

    @cached_property
    def embedder(self) -> Embedder:
        """The model the settings name."""
        from index import make_embedder

        return make_embedder(self.settings, lambda step, _share: self._note(step))

    @cached_property
    def retriever(self) -> HybridRetriever:
        """Search over the library."""
        from index import make_retriever

        return make_retriever(self.library, self.embedder)

    def register(self) -> Register:
        """The register over the whole library, built again when the library has changed."""
        return self._parts()[1]

    def _parts(self) -> tuple[int, Register, Answerer]:
        from answer import Answerer
        from register.register import Register

        revision = self.library.revision
        if self._held is None or self._held[0] != revision:
            documents = self.library.documents()
            facts = [self._facts(document) for document in documents]
            register = Register(facts, documents, self.library.corrections("register"))
            answerer = Answerer(self.library, self.retriever, register, self.settings)
            self._held = (revision, register, answerer)
        return self._held

    def _facts(self, document: Document) -> Facts:
        """What the register reads from a document: stored at ingest, read again after a change of rules."""
        from index import decode
        from register.extract import extract

        stored = self.library.facts(_FACTS, document.id)
        return decode(Facts, stored[0][1][0]) if stored else extract(document)

    # -- taking in -------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        progress: Progress | None = None,
        names: Mapping[Path, str] | None = None,
    ) -> list[FileResult]:
        """Read files and folders in. One file's fault harms no other. progress: (done, total, name).
        names: shown names of uploaded files. Raises LibraryLocked while another process writes."""
        from ingest import discover

        results: list[FileResult] = []
        total = sum(len(list(path.rglob("*"))) if path.is_dir() else 1 for path in paths)
        with self.library.writing():
            for work in self._read_ahead(discover(paths, self.settings), names or {}):
                results.append(self._stored(work))
                if progress:
                    progress(len(results), max(total, len(results)), work.name)
        return results

    def _read_ahead(self, found: Iterator[Found | Skipped], names: Mapping[Path, str]) -> Iterator[_Work]:
        """Files read in order on one thread; the next is read while the one before is stored."""

        def step() -> _Work | None:
            one = next(found, None)
            return None if one is None else self._read(one, names)

        with ThreadPoolExecutor(1) as reader:
            ahead = reader.submit(step)
            while (work := ahead.result()) is not None:
                ahead = reader.submit(step)
                yield work

    def _read(self, one: Found | Skipped, names: Mapping[Path, str]) -> _Work:
        from index import file_stamp
        from ingest import Skipped, read_document

        name = names.get(one.path, one.name)
        if isinstance(one, Skipped):
            return _Work(name, one.source, one.path, reason=one.reason)
        source = f"upload:{name}" if one.path in names else one.source
        stamp = ""
        try:
            stamp = file_stamp(one.path)
            if self.library.seen(source, stamp):
                return _Work(name, source, one.path, stamp)
            document = read_document(one.path, self.settings, name=name)
            if self.library.holds(document.id):
                return _Work(name, source, one.path, stamp, document)
            return _Work(name, source, one.path, stamp, *self._with_facts(document))
        except InputError as error:
            return _Work(name, source, one.path, stamp, reason=error.for_user())
        except OSError as error:
            return _Work(name, source, one.path, reason=f"{name}: filen kan ikke læses ({error.strerror}).")
        except Exception as error:
            log.debug("unforeseen failure of %s", name, exc_info=True)
            reason = f"{name}: filen kunne ikke læses på grund af en uventet fejl ({type(error).__name__})."
            return _Work(name, source, one.path, stamp, reason=reason)

    def _with_facts(self, document: Document) -> tuple[Document, Facts]:
        """What the register reads, under the limits of parsing: a document it can't cope with is kept without."""
        from ingest import apart
        from register.extract import extract
        from register.llm import extend

        try:
            facts = apart(extract, document, name=document.name, settings=self.settings)
            return document, extend(document, facts, self.settings)
        except InputError:
            return replace(document, warnings=(*document.warnings, _NO_FACTS)), Facts(document.id)

    def _stored(self, work: _Work) -> FileResult:
        """Store one file; what a reader did not foresee becomes that file's failure and no other's."""
        try:
            return self._store(work)
        except RessortError:
            raise  # the library itself: going on would fail for every file
        except Exception as error:
            log.debug("unforeseen failure of %s", work.name, exc_info=True)
            reason = f"{work.name}: filen kunne ikke tages ind på grund af en uventet fejl ({type(error).__name__})."
            return self._store(replace(work, document=None, reason=reason))

    def _store(self, work: _Work) -> FileResult:
        from index import take_in

        if work.reason:
            self.library.failed(work.source, work.name, work.stamp, work.reason)
            return FileResult(work.name, "failed", work.reason)
        if work.document is None:
            held = self.library.seen(work.source, work.stamp)
            return FileResult(work.name, "unchanged", document_id=(held and held.document) or "")
        document = work.document
        with self.library.together():
            added = take_in(self.library, self.embedder, document, source=work.source, stamp=work.stamp)
            if added.status in ("added", "updated"):
                if work.facts:
                    self.library.put_facts(document.id, _FACTS, [work.facts])
                self._keep_pages(work.path, document)
        return FileResult(work.name, _STATUS[added.status], "", document.id, document.warnings)

    def _keep_pages(self, path: Path, document: Document) -> None:
        """Keep what page images are drawn from: the file, or the masked pages where CPR numbers were found."""
        from ingest import hidden_boxes, page_image

        if document.media_type not in _PICTURED:
            return
        data = path.read_bytes()
        if not any(page.number and hidden_boxes(document, page.number) for page in document.pages):
            self.library.put_image(document.id, _ORIGINAL, data, document.media_type)
            return
        for index, page in enumerate(document.pages):
            number = page.number or 1
            image = page_image(data, number, self.settings, name=document.name, document=document)
            self.library.put_image(document.id, index, image)

    # -- asking ----------------------------------------------------------------------------------------

    def ask(self, question: str, filters: Filters = _NO_FILTERS, *, previous: Answer | None = None) -> Answer:
        """A cited answer or a refusal. Raises UsageError for an empty or overlong question."""
        return self._parts()[2].answer(question, filters, previous)

    def search(self, query: str, filters: Filters = _NO_FILTERS, top: int = 10) -> list[Hit]:
        """Ranked passages, best first, small ones joined to reading units. Raises UsageError for an empty or
        overlong query."""
        hits = self._parts()[2].search(query, filters, max(_JOINED, 3 * top))
        return self.retriever.units(hits)[:top]

    def citation_for(self, document_id: str, span: Span) -> Citation:
        """Citation of a span of a document's cleaned text."""
        return cite(1, self.library.document(document_id), span)

    # -- the library -----------------------------------------------------------------------------------

    def documents(self, filters: Filters = _NO_FILTERS) -> list[Document]:
        """Documents that pass, newest first."""
        return self.library.documents(filters)

    def document(self, id_or_name: str) -> Document:
        """One document. Raises UsageError where there is none."""
        return self.library.document(id_or_name)

    def set_meta(self, id_or_name: str, name: str, value: str, *, person: str) -> Document:
        """Correct title, kind, date or another field; it survives re-reading. Raises UsageError."""
        self.library.correct_document(self.document(id_or_name).id, name, value, person)
        return self.document(id_or_name)

    def correct_row(self, key: str, field: str, value: str, *, person: str) -> None:
        """A person's word on a row of the register: field "action" with "confirm" or "reject", or a field of
        the row. It survives re-reading. Raises UsageError for an unknown row, field or value."""
        from index import Correction
        from register.corrections import ACTION, CONFIRM, confirm, edit, reject

        row = next((row for row in self.register().responsibilities() if row.key == key), None)
        if row is None:
            raise UsageError(f"Registret har ingen række med nøglen »{key}«.")
        if field == ACTION:
            made = confirm(key, person) if value == CONFIRM else reject(key, person)
        else:
            made = edit(key, field, value, person)
        self.library.correct(Correction("register", key, made.field, made.value, made.person, "", row.document_id))

    def remove(self, id_or_name: str) -> None:
        """Erase a document in all its versions: text, vectors, indexes and page images. Raises UsageError."""
        self.library.remove(*self.library.versions(self.document(id_or_name).id))

    def verify(self, repair: bool = False) -> dict[str, Any]:
        """Compare the indexes with the library and, if asked, mend them. "ok" is False where they differ."""
        report = self.library.verify(repair=repair, embedder=self.embedder)
        return {**asdict(report), "ok": report.ok}

    def status(self) -> dict[str, Any]:
        """Counts, pages that need attention, files that failed."""
        documents = self.documents()
        files = self.library.files()
        return {
            "documents": len(documents),
            "pages": sum(len(d.pages) for d in documents),
            "passages": self.library.passage_count(),
            "files": len(files),
            "failed": [{"file": f.name, "reason": f.reason} for f in files if f.status == "failed"],
            "attention": [
                {"document": d.name, "page": page.number, "reason": page.attention}
                for d in documents
                for page in d.pages
                if page.attention
            ],
            "duplicates": [{"file": f.name, "document": f.document} for f in files if f.status == "duplicate"],
            "model": self.library.fingerprint,
            "home": str(self.settings.home),
        }

    def page_image(self, document_id: str, page: int) -> bytes | None:
        """A page (1-based) as PNG with CPR numbers blacked out, None where the format has no pages."""
        from ingest import page_image

        held = self.library.image(document_id, page - 1)
        if held:
            return held[1]
        original = self.library.image(document_id, _ORIGINAL)
        if original is None:
            return None
        image: bytes = page_image(original[1], page, self.settings, name=self.document(document_id).name)
        return image
