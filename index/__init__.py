"""The index room: the library, its two search arms and the models. Its main names:

library = open_library(home)
embedder = make_embedder(settings)
retriever = make_retriever(library, embedder)
take_in(library, embedder, document, source=..., stamp=...)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.errors import LibraryError, system_reason
from core.ports import Embedder
from core.schema import Document
from core.settings import Settings
from index.cross_encoder import make_cross_encoder
from index.embedder import FakeEmbedder, make_embedder
from index.library.codec import reader
from index.library.journal import FileRecord, file_stamp
from index.library.passages import embed, embedded
from index.library.records import Correction
from index.library.store import Added, Library
from index.retriever import HybridRetriever
from index.tagger import make_tagger, tagger_version
from index.vectors import NumpyStore

__all__ = [
    "Added",
    "Correction",
    "FakeEmbedder",
    "FileRecord",
    "HybridRetriever",
    "Library",
    "decode",
    "embed_anew",
    "file_stamp",
    "make_cross_encoder",
    "make_embedder",
    "make_retriever",
    "make_tagger",
    "open_library",
    "tagger_version",
    "take_again",
    "take_in",
]


def open_library(home: Path, settings: Settings | None = None) -> Library:
    """The library in a folder, made where there is none. With the model "fake" (tests) vectors are searched
    in numpy instead of Chroma. Raises LibraryError where the folder can't be used."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Mappen {home} kan ikke bruges: {system_reason(error)}."
        raise LibraryError(message, remedy="Giv skriveadgang, eller sæt RESSORT_HOME.") from error
    if settings is not None and settings.model == "fake":
        return Library(home, make_store=lambda _folder: NumpyStore())
    return Library(home)


def make_retriever(library: Library, embedder: Embedder) -> HybridRetriever:
    """Search over the library. Raises ModelMismatch at the first search where the models differ."""
    return HybridRetriever(library, embedder)


def take_in(library: Library, embedder: Embedder, document: Document, *, source: str = "", stamp: str = "") -> Added:
    """Embed a document's passages and add it. Content the library already holds is not embedded again."""
    if library.holds(document.id):
        return library.link(document, source=source, stamp=stamp)
    library.check_model(embedder)
    vectors, pieces = embed(embedder, document.passages)
    return library.add(document, vectors, pieces=pieces, source=source, stamp=stamp, fingerprint=embedder.fingerprint)


def take_again(library: Library, embedder: Embedder, document: Document, *, source: str, stamp: str = "") -> Added:
    """A document the library holds, read anew by another version of the reader: what is searched is embedded again
    only where it differs."""
    library.check_model(embedder)
    held = library.embedded_of(document.id, [embedded(passage) for passage in document.passages])
    vectors, pieces = held if held is not None else embed(embedder, document.passages)
    return library.renew(document, vectors, pieces=pieces, source=source, stamp=stamp, fingerprint=embedder.fingerprint)


def embed_anew(library: Library, embedder: Embedder, note: Callable[[str], None]) -> None:
    """Embed all passages anew where an earlier Ressort, or other settings, embedded them with the model of the same
    name; another model's vectors stay until ``verify`` is asked to mend them. note: told in Danish before it begins.
    Raises LibraryLocked while another process writes."""
    held, wanted = library.fingerprint, embedder.fingerprint
    if held != wanted and held.rpartition("-")[0] == wanted.rpartition("-")[0] != "":
        note("Biblioteket er fra en anden udgave af Ressort og gøres klar til denne.")
        library.reembed(embedder)


def decode(kind: Any, value: Any) -> Any:
    """A dataclass of ``core.schema`` from the plain value the library keeps."""
    return reader(kind)(value)
