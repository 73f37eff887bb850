"""One writer at a time: an exclusive lock on a file, freed by the system when the process dies."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import LibraryLocked


class WriterLock:
    """Re-entrant within a thread; other threads of the process wait, other processes get LibraryLocked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()
        self._depth = 0
        self._file = -1

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Yields True to the outermost holder. Raises LibraryLocked while another process writes."""
        with self._threads:
            if self._depth == 0:
                self._file = self._take()
            self._depth += 1
            try:
                yield self._depth == 1
            finally:
                self._depth -= 1
                if self._depth == 0:
                    os.close(self._file)

    def _take(self) -> int:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            raise LibraryLocked("En anden kørsel skriver i biblioteket lige nu.") from None
        return file
