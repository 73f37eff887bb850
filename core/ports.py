"""What the rooms ask of each other, as protocols: ``pipeline`` wires the real things in, tests wire fakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
import numpy.typing as npt

from core.schema import Conflict, Document, Event, Filters, Hit, Passage, Responsibility, Unit

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """A sentence-transformers model. ``fingerprint`` names model and settings: two equal fingerprints give
    the same vectors. All vectors are float32, shape (n, dim), L2-normalised."""

    fingerprint: str
    dim: int

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> Vectors:
        """Shape (dim,)."""
        ...


class CrossEncoder(Protocol):
    """Reads a question and a text together."""

    def read(self, question: str, texts: Sequence[str]) -> Vectors:
        """Log odds that each text answers the question, shape (n,)."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one of two texts (part 0 or 1) with its label. share: 0..1, mean over its words."""

    part: int
    start: int
    end: int
    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Marks:
    """Of one pair of texts. relation: as in ``core.schema.Responsibility``, of the task that stands between marks."""

    marks: tuple[Mark, ...]
    relation: str = ""


class Tagger(Protocol):
    """Marks who does what in a sentence: labels task, to, source, when, until."""

    def tag(self, texts: Sequence[tuple[str, str]]) -> list[Marks]:
        """Of each pair: what stands before a sentence, and the sentence."""
        ...


class Retriever(Protocol):
    """Finds passages. ``expansions`` maps a query word to further spellings (abbreviations, renamings)."""

    def search(
        self,
        query: str,
        filters: Filters,
        top: int,
        expansions: Mapping[str, Sequence[str]] | None = None,
    ) -> list[Hit]: ...

    def vocabulary(self) -> Mapping[str, int]:
        """Word form (lower case) → number of passages it stands in."""
        ...


class LibraryReader(Protocol):
    """Read side of the library."""

    def document(self, document_id: str) -> Document:
        """Whole document by id or name. Raises core.errors.UsageError where there is none."""
        ...

    def documents(self, filters: Filters) -> list[Document]:
        """All documents that pass, newest first; texts included."""
        ...

    def passages(self, document_id: str) -> Sequence[Passage]: ...


class RegisterReader(Protocol):
    """Read side of the register over the whole library."""

    def responsibilities(
        self, *, as_of: date | None = None, task: str = "", unit: str = ""
    ) -> list[Responsibility]: ...

    def units(self) -> list[Unit]: ...

    def units_and_owners(self) -> list[Unit]:
        """The units, and behind them those who own several rows under a name that tells no kind of body."""
        ...

    def conflicts(self) -> list[Conflict]: ...

    def timeline(self) -> list[Event]:
        """Dated events and deadlines of all documents, earliest first."""
        ...

    def aliases(self) -> Mapping[str, Sequence[str]]:
        """Any name or abbreviation (lower case) → the other names of the same unit."""
        ...

    def name_on(self, unit: str, day: date, document_id: str = "") -> str:
        """The unit's name valid that day, in the municipality whose paper the document is."""
        ...

    def places(self) -> Mapping[str, str]:
        """Document id → key (``core.danish.places``) of the municipality whose paper it is, "" where unknown."""
        ...
