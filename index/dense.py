"""Keeps the vector store in step with the library, and searches both as one.

State in SQLite: ``dense_folder`` names the store in use, ``dense_high`` the highest passage number written to
it, ``dense_base`` the highest when it was built, ``dense_made`` how many were built. Passages above ``dense_high``
(just taken in, or written by another process) are scored exactly from SQLite, so a search is whole at any moment, also
after a kill between the two writes. Where there is no store, or none that works, all are scored exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from core.errors import LibraryError
from core.ports import Vectors
from index.exact import Held, Memory
from index.library import passages, state
from index.library.connections import Connections
from index.vectors import ChromaStore, Found, NumpyStore, VectorStore, best, erase_folder

StoreMaker = Callable[[Path], VectorStore]
_LOG = 4000  # passages added to a store before it is built anew; they are replayed at each opening
_QUICK = 5000  # passages of which a store is built in a second or two
_OVERDUE = 0.1  # share of the passages added since the store was erased at which it is built anew
_EXACT = 20_000  # filtered passages up to this number are scored exactly


class DenseArm:
    """Opens its store at the first search or write; ``make_store`` is ChromaStore outside of tests."""

    def __init__(self, home: Path, connections: Connections, make_store: StoreMaker = ChromaStore) -> None:
        self._home, self._connections, self._make = home, connections, make_store
        self._memory = Memory()
        self._store: VectorStore | None = None
        self._folder = ""
        self._high = 0
        self.trouble = ""  # Danish reason why the store is not in use, empty when it is

    # -- reading ---------------------------------------------------------------------------------------

    def search(self, vector: Vectors, top: int, documents: Sequence[int] | None = None) -> Found:
        """(passage number, cosine) of current passages, best first. documents: only passages of these."""
        connection = self._connections.get()
        held = self._exactly(connection)
        if held is not None:
            return held.search(vector, top, documents)
        if documents is not None:
            return self._filtered(connection, vector, top, documents)
        found: Found = []
        store = self._ready(connection)
        with suppress(LibraryError):
            found = store.search(vector, top)
        late = passages.current_numbers(connection, self._high)
        if late:
            found += best(late, passages.vectors(connection, late) @ vector, top)
        return sorted(found, key=lambda pair: -pair[1])[:top]

    def cosines(self, numbers: Sequence[int], vector: Vectors) -> list[float]:
        """Of current passages, in the order of ``numbers``."""
        connection = self._connections.get()
        held = self._exactly(connection)
        if held is not None:
            return held.cosines(numbers, vector)
        return [float(one) for one in passages.vectors(connection, numbers) @ vector] if numbers else []

    def _exactly(self, connection: sqlite3.Connection) -> Held | None:
        """All vectors in memory, where the library is small or has no store that works."""
        held = self._memory.small(connection)
        if held is None:
            self._ready(connection)
            if not self.trouble and self._folder:
                self._memory.forget()
                return None
            held = self._memory.whole(connection)
        return held

    def _filtered(self, connection: sqlite3.Connection, vector: Vectors, top: int, documents: Sequence[int]) -> Found:
        listed = ",".join(str(int(number)) for number in documents)
        rows = connection.execute(f"SELECT number FROM passages WHERE current AND document IN ({listed})")
        allowed = [int(row[0]) for row in rows]
        if len(allowed) <= _EXACT:
            held = passages.vectors(connection, allowed)
            return best(allowed, held @ vector, top) if allowed else []
        wanted = set(allowed)
        return [pair for pair in self.search(vector, top * 20) if pair[0] in wanted][:top]

    def _ready(self, connection: sqlite3.Connection) -> VectorStore:
        """The store in use, opened and checked; an empty one where there is none, or ``trouble`` with it."""
        folder = state.get(connection, "dense_folder")
        if self._store is None or folder != self._folder:
            self._open(connection, folder)
        assert self._store is not None
        return self._store

    def _open(self, connection: sqlite3.Connection, folder: str) -> None:
        self.close()
        high = int(state.get(connection, "dense_high", "0"))
        self._folder, self._high, self.trouble = folder, high, ""
        if not folder:
            self._store = NumpyStore()
            return
        try:
            self._store = self._make(self._home / folder)
            self._check(connection, self._store, high)
        except LibraryError as error:
            self.trouble = str(error)
            self._store = NumpyStore()

    def _check(self, connection: sqlite3.Connection, store: VectorStore, high: int) -> None:
        """A passage must be found by its own vector. Raises LibraryError."""
        rows = connection.execute(
            "SELECT number FROM passages WHERE current AND number <= ? ORDER BY number DESC LIMIT 1", (high,)
        )
        for (number,) in rows.fetchall():
            own = passages.vectors(connection, [number])[0]
            found = store.search(own, 1)
            if not found or found[0][1] < float(own @ own) - 0.02:
                raise LibraryError("Vektorindekset mangler afsnit, som står i biblioteket.")

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- writing; the caller holds the library's lock --------------------------------------------------

    def sync(self) -> None:
        """Write what the store lacks and delete what it should not hold; rebuild it when it fails."""
        connection = self._connections.get()
        high = int(state.get(connection, "dense_high", "0"))
        new = passages.current_numbers(connection, high)
        gone = [int(row[0]) for row in connection.execute("SELECT number FROM dense_gone")]
        if not new and not gone:
            return
        if self._may_wait(connection, len(new)):
            return
        base = int(state.get(connection, "dense_base", "0"))
        if not state.get(connection, "dense_folder") or len(passages.current_numbers(connection, base)) > _LOG:
            return self.rebuild()
        store = self._ready(connection)
        if self.trouble:
            return self.rebuild()
        try:
            store.delete(gone)
            self._add(connection, store, new)
        except LibraryError:
            return self.rebuild()
        self._remember(connection, self._folder, max([high, *new]))

    def _may_wait(self, connection: sqlite3.Connection, new: int) -> bool:
        """True where a removal erased a large library's store and little has come since: building it anew would take
        longer than all else that is written. Searches are exact meanwhile."""
        if state.get(connection, "dense_folder") or not state.get(connection, "dense_made"):
            return False
        count = len(passages.current_numbers(connection))
        return count > _QUICK and new < _OVERDUE * count

    def _add(self, connection: sqlite3.Connection, store: VectorStore, numbers: Sequence[int]) -> None:
        for at in range(0, len(numbers), 4000):
            some = numbers[at : at + 4000]
            store.add(some, passages.vectors(connection, some))

    def _remember(self, connection: sqlite3.Connection, folder: str, high: int) -> None:
        with self._connections.transaction():
            state.put(connection, "dense_folder", folder)
            state.put(connection, "dense_high", str(high))
            connection.execute("DELETE FROM dense_gone")
        self._folder, self._high = folder, high

    def rebuild(self) -> None:
        """Build a new store beside the old one, switch, and erase the old one from disk."""
        connection = self._connections.get()
        made = int(state.get(connection, "dense_made", "0") or 0)
        made = 1 + max(made, int(state.get(connection, "dense_folder").rpartition("-")[2] or 0))
        new = f"vectors-{made:04d}"
        erase_folder(self._home / new)  # left by a killed rebuild
        numbers = passages.current_numbers(connection)
        self.close()
        store = self._make(self._home / new)
        self._add(connection, store, numbers)
        store.settle()
        self._store, self.trouble = store, ""
        high = max(numbers, default=0)
        with self._connections.transaction():
            state.put(connection, "dense_base", str(high))
            state.put(connection, "dense_made", str(made))
            self._remember(connection, new, high)
        self._erase_all_but(new)

    def drop(self) -> None:
        """Erase the store from disk; until the next writer brings new passages, searches are exact. What it held can't
        be taken out of it in another way, and building it anew takes a minute where there are many passages."""
        connection = self._connections.get()
        folder = state.get(connection, "dense_folder")
        self.close()
        with self._connections.transaction():
            if folder:
                state.put(connection, "dense_made", folder.rpartition("-")[2])
            self._remember(connection, "", max(passages.current_numbers(connection), default=0))
        self._erase_all_but("")

    def _erase_all_but(self, name: str) -> None:
        for folder in self._home.glob("vectors-*"):
            if folder.name != name:
                erase_folder(folder)

    # -- checking --------------------------------------------------------------------------------------

    def compare(self) -> tuple[list[int], list[int], list[int]]:
        """Passage numbers (missing from the store, extra in it, with another vector)."""
        connection = self._connections.get()
        store = self._ready(connection)
        wanted = set(passages.current_numbers(connection))
        if self.trouble:
            return sorted(wanted), [], []
        held = store.numbers() if self._folder else wanted
        late = {number for number in wanted - held if number > self._high}  # searched in the library until a write
        gone = {int(row[0]) for row in connection.execute("SELECT number FROM dense_gone")}  # never shown
        both = sorted(wanted & held) if self._folder else []
        different: list[int] = []
        for at in range(0, len(both), 4000):
            some = both[at : at + 4000]
            theirs = store.vectors(some)
            ours = passages.vectors(connection, some)
            different += [n for n, own in zip(some, ours, strict=True) if _differs(own, theirs.get(n))]
        return sorted(wanted - held - late), sorted(held - wanted - gone), different


def _differs(own: Vectors, other: Vectors | None) -> bool:
    return other is None or own.shape != other.shape or not np.allclose(own, other, atol=2e-3)
