"""Taking files in: discover → (unchanged?) → read → extract facts → embed → store in one transaction.

What a document was made by, the version of the reader and of the register's rules, is kept with it: the next run
after an upgrade reads the file, or the facts, again. Corrections survive it."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import InputError, RessortError, system_reason
from core.fingerprint import code_of
from core.schema import Document, Facts
from core.settings import Settings

if TYPE_CHECKING:
    from core.ports import Embedder, Tagger
    from index import Library
    from ingest import Found, Skipped

Progress = Callable[[int, int, str], None]
ORIGINAL = -1  # image number under which the library keeps a file that pages are drawn from
log = logging.getLogger(__name__)

_FACTS, _MADE = "register", "made"  # kinds of facts in the library: what the register read; [reader, rules]
_PICTURED = frozenset({"application/pdf", "image/png", "image/jpeg", "image/tiff"})
_NO_FACTS = "Ansvarsregistret kunne ikke læse dokumentet inden for grænserne."
_STATUS = {"added": "added", "updated": "updated", "unchanged": "unchanged", "duplicate": "unchanged"}


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
class _Work:
    """One file on its way in. document is None where the file is unchanged, left out or can't be read."""

    name: str
    source: str
    path: Path
    stamp: str = ""
    document: Document | None = None
    facts: Facts | None = None
    reason: str = ""


def reader_version(settings: Settings) -> str:
    """What reads a file: the code and data of the room, and the settings that change what is read."""
    return f"{code_of('ingest', 'core')}:{settings.cleanup}:{settings.cpr}:{settings.ocr_confidence}"


def rules_version() -> str:
    """What reads responsibilities from a document: the rules, and what the tagger learned."""
    from index import tagger_version

    return f"{code_of('register', 'core')}:{tagger_version()}"


def stored_facts(library: Library, document_id: str) -> Facts | None:
    """What the register read at ingest, None where the rules are others now. A library of a Ressort that did not
    note its rules is believed until the next ingest."""
    from index import decode

    made = library.facts(_MADE, document_id)
    stored = library.facts(_FACTS, document_id)
    if not stored or (made and made[0][1][1] != rules_version()):
        return None
    facts: Facts = decode(Facts, stored[0][1][0])
    return facts


def register_facts(document: Document, settings: Settings, tagger: Tagger | None = None) -> Facts:
    """What the register reads, under the limits of parsing: by its rules, and by what the tagger marked where no rule
    reads anything. Raises InputError."""
    from ingest import apart
    from register.extract import extract
    from register.tagging.tagging import tag
    from register.tagging.windows import windows_of

    def work(function: Callable[..., Any], *arguments: Any) -> Any:
        return apart(function, document, *arguments, name=document.name, settings=settings)

    tagged = tag(document, work(windows_of), tagger) if tagger is not None else ()
    facts: Facts = work(extract, tagged)
    return facts


def _read_facts(document: Document, settings: Settings, tagger: Tagger | None) -> tuple[Document, Facts]:
    """With what a language model adds, where there is one: a document they can't cope with is kept without."""
    from register.llm import extend

    try:
        return document, extend(document, register_facts(document, settings, tagger), settings)
    except InputError:
        return replace(document, warnings=(*document.warnings, _NO_FACTS)), Facts(document.id)


def is_gone(source: str) -> bool:
    """True for a file, or an archive's member, that is no longer where it was. Uploads never are."""
    path = Path(source.split("!", 1)[0])
    return path.is_absolute() and not path.exists() and not Path(source).exists()


class Intake:
    """One run over files and folders."""

    def __init__(
        self, settings: Settings, library: Library, embedder: Callable[[], Embedder], tagger: Tagger | None
    ) -> None:
        self.settings, self.library, self._embedder, self._tagger = settings, library, embedder, tagger
        self._made = (reader_version(settings), rules_version())

    def run(self, paths: Sequence[Path], progress: Progress | None, names: Mapping[Path, str]) -> list[FileResult]:
        """See ``KnowledgeBase.ingest``."""
        from ingest import discover
        from ingest.archive import UNPACKED

        results: list[FileResult] = []
        total = sum(len(list(path.rglob("*"))) if path.is_dir() else 1 for path in paths)
        with self.library.writing():
            shutil.rmtree(self.settings.home / UNPACKED, ignore_errors=True)  # what a killed run unpacked
            self._forget_gone()
            for work in self._read_ahead(discover(paths, self.settings), names):
                results.append(self._stored(work))
                if progress:
                    progress(len(results), max(total, len(results)), work.name)
            self._renew_facts()
        return results

    def _forget_gone(self) -> None:
        """Files that failed before and are gone need no one's attention."""
        gone = [f.source for f in self.library.files() if f.status == "failed" and is_gone(f.source)]
        if gone:
            self.library.forget(gone)

    def _renew_facts(self) -> None:
        """Facts of documents that were not read now but whose rules have changed since they were."""
        made = dict(self.library.facts(_MADE))
        for info in self.library.infos():
            reader, rules = made.get(info.id, ("", ""))
            if rules != self._made[1]:
                facts = _read_facts(self.library.document(info.id), self.settings, self._tagger)[1]
                with self.library.together():
                    self.library.put_facts(info.id, _FACTS, [facts])
                    self.library.put_facts(info.id, _MADE, [reader, self._made[1]])

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
            stamp = file_stamp(one.path, self._made[0])
            if self.library.seen(source, stamp):
                return _Work(name, source, one.path, stamp)
            document = read_document(one.path, self.settings, name=name)
            if self.library.holds(document.id) and not self._outdated(document.id):
                return _Work(name, source, one.path, stamp, document)
            return _Work(name, source, one.path, stamp, *_read_facts(document, self.settings, self._tagger))
        except InputError as error:
            return _Work(name, source, one.path, stamp, reason=error.for_user())
        except OSError as error:
            return _Work(name, source, one.path, reason=f"{name}: filen kan ikke læses ({system_reason(error)}).")
        except Exception as error:
            log.debug("unforeseen failure of %s", name, exc_info=True)
            reason = f"{name}: filen kunne ikke læses på grund af en uventet fejl ({type(error).__name__})."
            return _Work(name, source, one.path, stamp, reason=reason)

    def _outdated(self, document_id: str) -> bool:
        """True where another version of the reader read what the library holds."""
        made = self.library.facts(_MADE, document_id)
        return not made or made[0][1][0] != self._made[0]

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
        from index import take_again, take_in

        if work.reason:
            self.library.failed(work.source, work.name, work.stamp, work.reason)
            return FileResult(work.name, "failed", work.reason)
        if work.document is None:
            held = self.library.seen(work.source, work.stamp)
            return FileResult(work.name, "unchanged", document_id=(held and held.document) or "")
        document = work.document
        with self.library.together():
            again = work.facts is not None and self.library.holds(document.id)
            take = take_again if again else take_in
            added = take(self.library, self._embedder(), document, source=work.source, stamp=work.stamp)
            if added.status in ("added", "updated"):
                if work.facts:
                    self.library.put_facts(document.id, _FACTS, [work.facts])
                    self.library.put_facts(document.id, _MADE, list(self._made))
                self._keep_pages(work.path, document)
        return FileResult(work.name, _STATUS[added.status], "", document.id, document.warnings)

    def _keep_pages(self, path: Path, document: Document) -> None:
        """Keep what page images are drawn from: the file, or the masked pages where CPR numbers were found."""
        from ingest import hidden_boxes, page_image

        if document.media_type not in _PICTURED:
            return
        data = path.read_bytes()
        if not any(page.number and hidden_boxes(document, page.number) for page in document.pages):
            self.library.put_image(document.id, ORIGINAL, data, document.media_type)
            return
        for index, page in enumerate(document.pages):
            number = page.number or 1
            image = page_image(data, number, self.settings, name=document.name, document=document)
            self.library.put_image(document.id, index, image)
