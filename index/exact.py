"""A small library's vectors in memory, searched exactly: quicker than asking Chroma, the same at every search (a graph
built anew finds other neighbours now and then), and chromadb need not be loaded to search."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.ports import Vectors
from index.embedder import normalized
from index.library import state
from index.library.passages import current_numbers, stacked
from index.vectors import Found, best

SMALL = 10_000  # passages; 15 MB, searched in about a millisecond


@dataclass(frozen=True, slots=True)
class Held:
    """numbers: of current passages, rising. documents: the number of each one's document. vectors: shape (n, dim),
    L2-normalised: what is kept in float16 is not quite of length 1."""

    numbers: NDArray[np.int64]
    documents: NDArray[np.int64]
    vectors: Vectors

    def search(self, vector: Vectors, top: int, documents: Sequence[int] | None = None) -> Found:
        """(passage number, cosine), best first. documents: only passages of these."""
        if not len(self.numbers):
            return []
        scores = self.vectors @ vector
        if documents is None:
            return best(self.numbers, scores, top)
        rows = np.flatnonzero(np.isin(self.documents, documents))
        return best(self.numbers[rows], scores[rows], top)

    def cosines(self, numbers: Sequence[int], vector: Vectors) -> list[float]:
        """Of passages that are held."""
        if not numbers:
            return []
        rows = np.searchsorted(self.numbers, numbers)
        return [float(one) for one in self.vectors[rows] @ vector]


class Memory:
    """Reads the vectors at the first search, and when the library has changed those that are new."""

    def __init__(self) -> None:
        self._held: tuple[int, str, Held | None] = (-1, "", None)  # as of a revision, of a model
        self._small = (-1, True)

    def small(self, connection: sqlite3.Connection) -> Held | None:
        """The library's vectors as they stand, None where it is not small."""
        revision = state.revision(connection)
        if self._small[0] != revision:
            count = connection.execute("SELECT count(*) FROM passages WHERE current").fetchone()[0]
            self._small = (revision, count <= SMALL)
        return self._at(connection, revision) if self._small[1] else None

    def whole(self, connection: sqlite3.Connection) -> Held:
        """Those of a library of any size."""
        return self._at(connection, state.revision(connection))

    def _at(self, connection: sqlite3.Connection, revision: int) -> Held:
        known, of, held = self._held
        if held is None or known != revision:
            model = state.get(connection, "fingerprint")
            held = _read(connection) if held is None or of != model else _renewed(connection, held)
            self._held = (revision, model, held)
        return held

    def forget(self) -> None:
        """Let go of them."""
        self._held = (-1, "", None)


def _renewed(connection: sqlite3.Connection, held: Held) -> Held:
    """Without what left and with what came. A passage that changes gets a new, higher number."""
    last = int(held.numbers[-1]) if len(held.numbers) else 0
    stays = np.isin(held.numbers, current_numbers(connection), assume_unique=True)
    new = _read(connection, last)
    if not len(new.numbers) or not stays.any():
        return Held(held.numbers[stays], held.documents[stays], held.vectors[stays]) if stays.any() else new
    return Held(
        np.concatenate([held.numbers[stays], new.numbers]),
        np.concatenate([held.documents[stays], new.documents]),
        np.concatenate([held.vectors[stays], new.vectors]),
    )


def _read(connection: sqlite3.Connection, above: int = 0) -> Held:
    rows: list[Any] = connection.execute(
        "SELECT p.number, p.document, v.data FROM passages p JOIN vectors v ON v.passage = p.number "
        "WHERE p.current AND p.number > ? ORDER BY p.number",
        (above,),
    ).fetchall()
    numbers, documents = (np.array([row[i] for row in rows], np.int64) for i in (0, 1))
    return Held(numbers, documents, normalized(stacked([row[2] for row in rows])))
