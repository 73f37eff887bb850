"""The dense arm. The only file that imports chromadb; a store in plain numpy stands beside it for tests and
as the fallback when Chroma can't be used. Both hold vectors by passage number and pass one contract suite.

Facts that shaped it (measured, docs/decisions/0103): kill -9 harms Chroma's graph unless its sync threshold
lies far above what is written at once; ids are taken in chunks of at most 5,000; the default space is l2."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import LibraryError
from core.ports import Vectors

_CHUNK = 4000
_COLLECTION = "passages-v1"
_FILLING, _SETTLED = 1000, 1_000_000  # sync thresholds: vectors in the log before the graph is written
Found = list[tuple[int, float]]


class VectorStore(Protocol):
    """Vectors by passage number, searched by cosine."""

    def add(self, numbers: Sequence[int], vectors: Vectors) -> None: ...

    def delete(self, numbers: Sequence[int]) -> None: ...

    def search(self, vector: Vectors, top: int) -> Found:
        """(number, cosine), best first."""
        ...

    def numbers(self) -> set[int]: ...

    def vectors(self, numbers: Sequence[int]) -> dict[int, Vectors]: ...

    def settle(self) -> None: ...

    def close(self) -> None: ...


class NumpyStore:
    """Exact search in memory. vectors: shape (n, dim), L2-normalised."""

    def __init__(self) -> None:
        self._rows: dict[int, Vectors] = {}
        self._matrix: tuple[list[int], Vectors] | None = None

    def add(self, numbers: Sequence[int], vectors: Vectors) -> None:
        """A known number keeps its vector."""
        for number, vector in zip(numbers, vectors, strict=True):
            self._rows.setdefault(number, vector)
        self._matrix = None

    def delete(self, numbers: Sequence[int]) -> None:
        """Unknown numbers are ignored."""
        for number in numbers:
            self._rows.pop(number, None)
        self._matrix = None

    def search(self, vector: Vectors, top: int) -> Found:
        """(number, cosine), best first."""
        if not self._rows:
            return []
        if self._matrix is None:
            self._matrix = list(self._rows), np.stack(list(self._rows.values()))
        numbers, matrix = self._matrix
        return best(numbers, matrix @ vector, top)

    def numbers(self) -> set[int]:
        """All that are held."""
        return set(self._rows)

    def vectors(self, numbers: Sequence[int]) -> dict[int, Vectors]:
        """Those of ``numbers`` that are held."""
        return {number: self._rows[number] for number in numbers if number in self._rows}

    def settle(self) -> None:
        """Nothing to settle."""

    def close(self) -> None:
        """Nothing to let go of."""


def best(numbers: Sequence[int] | NDArray[np.int64], scores: Vectors, top: int) -> Found:
    """The ``top`` highest, best first."""
    kept = np.argpartition(-scores, top)[:top] if top < len(scores) else np.arange(len(scores))
    kept = kept[np.argsort(-scores[kept], kind="stable")]
    return [(int(numbers[i]), float(scores[i])) for i in kept]


class ChromaStore:
    """A persistent Chroma collection in a folder of its own. Writers hold the library's lock.
    Raises LibraryError where Chroma can't open the folder or answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._client: Any = None
        self._count: int | None = None  # None until asked again after a write
        self._collection: Any = self._call(self._open)

    def _open(self) -> Any:
        import chromadb
        from chromadb.config import Settings
        from chromadb.errors import NotFoundError

        self.folder.mkdir(parents=True, exist_ok=True)
        options = Settings(anonymized_telemetry=False, is_persistent=True)
        self._client = chromadb.PersistentClient(path=str(self.folder), settings=options)
        try:
            return self._client.get_collection(_COLLECTION, embedding_function=None)
        except NotFoundError:
            graph = {"space": "cosine", "sync_threshold": _FILLING, "ef_search": 200}
            return self._client.create_collection(_COLLECTION, embedding_function=None, configuration={"hnsw": graph})

    def settle(self) -> None:
        """Ends the filling of a new store. Until then its graph is written to disk all along, which makes
        opening quick but which a kill may wreck; from then on it is left alone, and what is added is kept
        in Chroma's own log, to be replayed at each opening."""
        self._call(self._collection.modify, configuration={"hnsw": {"sync_threshold": _SETTLED}})

    def _call(self, function: Any, *args: Any, **named: Any) -> Any:
        try:
            return function(*args, **named)
        except Exception as error:  # chromadb raises bare Exception, also from its Rust side
            raise LibraryError(f"Vektorindekset i {self.folder.name} svarer ikke: {error}") from error

    def add(self, numbers: Sequence[int], vectors: Vectors) -> None:
        """A known number keeps its vector."""
        self._count = None
        for at in range(0, len(numbers), _CHUNK):
            ids = [str(number) for number in numbers[at : at + _CHUNK]]
            self._call(self._collection.add, ids=ids, embeddings=vectors[at : at + _CHUNK])

    def delete(self, numbers: Sequence[int]) -> None:
        """Unknown numbers are ignored."""
        self._count = None
        for at in range(0, len(numbers), _CHUNK):
            self._call(self._collection.delete, ids=[str(number) for number in numbers[at : at + _CHUNK]])

    def search(self, vector: Vectors, top: int) -> Found:
        """(number, cosine), best first."""
        if self._count is None:
            self._count = self._call(self._collection.count)
        if not self._count:
            return []
        options = {"n_results": min(top, self._count), "include": ["distances"]}
        found = self._call(self._collection.query, query_embeddings=[vector], **options)
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(int(number), 1.0 - float(distance)) for number, distance in pairs]

    def numbers(self) -> set[int]:
        """All that are held."""
        found: set[int] = set()
        for at in range(0, self._call(self._collection.count), _CHUNK):
            page = self._call(self._collection.get, limit=_CHUNK, offset=at, include=[])
            found.update(int(number) for number in page["ids"])
        return found

    def vectors(self, numbers: Sequence[int]) -> dict[int, Vectors]:
        """Those of ``numbers`` that are held."""
        held: dict[int, Vectors] = {}
        for ids in _chunks(numbers):
            page = self._call(self._collection.get, ids=ids, include=["embeddings"])
            rows = zip(page["ids"], page["embeddings"], strict=True)
            held |= {int(number): np.asarray(vector, np.float32) for number, vector in rows}
        return held

    def close(self) -> None:
        """Let go of the folder, so that it can be opened anew or deleted."""
        if self._client is not None:
            self._client.close()
            self._client = self._collection = None


def _chunks(numbers: Sequence[int]) -> Iterator[list[str]]:
    for at in range(0, len(numbers), _CHUNK):
        yield [str(number) for number in numbers[at : at + _CHUNK]]


def erase_folder(folder: Path) -> None:
    """Delete a store's folder with all it holds."""
    shutil.rmtree(folder, ignore_errors=True)
