"""The order of the steps: take in, ask, search. No logic of its own: it wires the rooms together.

ingest:  discover → (unchanged?) → read → extract facts → embed → store in one transaction
ask:     understand → retrieve → register → compose → check citations → answer or refuse
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.citations import cite
from core.errors import InputError, UsageError
from core.schema import Answer, Citation, Document, Facts, Filters, Hit, Span
from core.settings import Settings
from intake import ORIGINAL, FileResult, Intake, Progress, is_gone, register_facts, stored_facts

if TYPE_CHECKING:
    from answer import Answerer
    from core.ports import CrossEncoder, Embedder, Tagger
    from index import HybridRetriever, Library
    from register.register import Register

__all__ = ["FileResult", "KnowledgeBase"]


_NO_FILTERS = Filters()
_JOINED = 60  # passages that are joined to the units a search shows


class KnowledgeBase:
    """Everything a user can do, over one library. Parts are made when first needed; reads may come from any
    thread, writers wait for each other."""

    def __init__(self, settings: Settings, library: Library, note: Callable[[str], None] | None = None) -> None:
        self.settings, self.library = settings, library
        self._note = note or (lambda _text: None)
        self._held: tuple[int, Register, Answerer] | None = None
        self._reread: dict[str, Facts] = {}  # by document: facts of newer rules, until the next ingest stores them

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
    def cross_encoder(self) -> CrossEncoder | None:
        """Reads question and sentence together, where an answer is in doubt."""
        from index import make_cross_encoder

        return make_cross_encoder(self.settings)

    @cached_property
    def tagger(self) -> Tagger | None:
        """Marks who does what in a sentence, where the register's rules read nothing."""
        from index import make_tagger

        return make_tagger(self.settings)

    @cached_property
    def retriever(self) -> HybridRetriever:
        """Search over the library."""
        from index import make_retriever

        return make_retriever(self.library, self.embedder)

    def register(self) -> Register:
        """The register over the whole library, built again when the library has changed."""
        return self._parts()[1]

    def warm(self) -> None:
        """Load what the first question would wait for. Raises LibraryError where a model can't be made ready."""
        self.search("ansvar", top=1)
        if self.cross_encoder is not None:
            self.cross_encoder.read("ansvar", ["ansvar"])

    def _parts(self) -> tuple[int, Register, Answerer]:
        from answer import Answerer
        from register.register import Register

        revision = self.library.revision
        if self._held is None or self._held[0] != revision:
            documents = self.library.documents()
            facts = [self._facts(document) for document in documents]
            register = Register(facts, documents, self.library.corrections("register"))
            answerer = Answerer(self.library, self.retriever, register, self.settings, self.cross_encoder)
            self._held = (revision, register, answerer)
        return self._held

    def _facts(self, document: Document) -> Facts:
        """What the register reads from a document: stored at ingest, read again after a change of rules. By the rules
        alone then, since a question waits for it; the next ingest asks the tagger too."""
        held = stored_facts(self.library, document.id)
        if held is not None:
            return held
        if document.id not in self._reread:
            try:
                self._reread[document.id] = register_facts(document, self.settings)
            except InputError:
                self._reread[document.id] = Facts(document.id)
        return self._reread[document.id]

    # -- taking in -------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        progress: Progress | None = None,
        names: Mapping[Path, str] | None = None,
    ) -> list[FileResult]:
        """Read files and folders in. One file's fault harms no other; what an older Ressort read or embedded is
        made again. progress: (done, total, name). names: shown names of uploaded files. Raises LibraryLocked while
        another process writes."""
        from index import embed_anew

        embed_anew(self.library, self.embedder, self._note)
        return Intake(self.settings, self.library, lambda: self.embedder, self.tagger).run(paths, progress, names or {})

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
        from register.library.corrections import ACTION, CONFIRM, confirm, edit, reject

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
        infos = self.library.infos()
        files = self.library.files()
        return {
            "documents": len(infos),
            "pages": sum(info.pages for info in infos),
            "passages": self.library.passage_count(),
            "files": len(files),
            "failed": [
                {"file": f.name, "reason": f.reason} for f in files if f.status == "failed" and not is_gone(f.source)
            ],
            "attention": [
                {"document": d.name, "page": page.number, "reason": page.attention}
                for d in (self.document(info.id) for info in infos if info.attention)
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
        original = self.library.image(document_id, ORIGINAL)
        if original is None:
            return None
        image: bytes = page_image(original[1], page, self.settings, name=self.document(document_id).name)
        return image
