"""Warm child processes in which files are parsed, each job under limits on time and memory.

A child is a fresh interpreter running ``ingest.worker_main``; jobs and results travel as pickles over its pipes.
Results are read with an unpickler that knows only our own data classes, so a child taken over by a hostile file
can hand back nothing but data.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import pickle
import selectors
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import Any, TypeVar

from core.errors import DamagedFile, InputError, RefusedFile, UnsupportedFile
from core.settings import Settings

JOBS_PER_CHILD = 2000  # then a fresh one, so that leaks in parsers stay small
WARM_SECONDS = 300  # for what a child loads once, the making of the word data included
_HEAD = struct.Struct(">Q")
_T = TypeVar("_T")
_ERRORS = {kind.__name__: kind for kind in (InputError, UnsupportedFile, DamagedFile, RefusedFile)}
_SAFE_MODULES = ("core.schema", "ingest.raw", "ingest.analysis")
_SAFE_NAMES = {("datetime", "date"), ("builtins", "set"), ("builtins", "frozenset")}


class _SafeUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member  # how Python 3.11.0 to 3.11.3 pickle a member of an enumeration
        if module in _SAFE_MODULES or (module, name) in _SAFE_NAMES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed from a child")


def _member(kind: object, name: str) -> Enum:
    """The enumeration's member of that name, in place of a getattr that could reach anything."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind[name]
    raise pickle.UnpicklingError("only members of enumerations are allowed from a child")


class _Child:
    """One child process with a job at a time."""

    def __init__(self, memory_mb: int) -> None:
        self.memory_mb = memory_mb
        self.jobs = 0
        self.warm = False
        paths = os.pathsep.join(dict.fromkeys(p or os.getcwd() for p in sys.path))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ingest.worker_main", str(memory_mb), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"},
        )

    def alive(self) -> bool:
        """True while the process runs."""
        return self._process.poll() is None

    def call(self, job: tuple[str, tuple[Any, ...]], seconds: float) -> Any:
        """The job's result. Raises TimeoutError, EOFError (the child died) or what the job raised."""
        self.jobs += 1
        deadline = time.monotonic() + seconds
        payload = pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(_HEAD.pack(len(payload)) + payload)
            self._process.stdin.flush()
        except (BrokenPipeError, OSError) as error:
            raise EOFError("the child is gone") from error
        size = _HEAD.unpack(self._read(_HEAD.size, deadline))[0]
        return _SafeUnpickler(io.BytesIO(self._read(size, deadline))).load()

    def _read(self, size: int, deadline: float) -> bytes:
        assert self._process.stdout is not None
        number = self._process.stdout.fileno()
        parts: list[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(number, selectors.EVENT_READ)
            while size > 0:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError
                part = os.read(number, min(size, 1 << 20))
                if not part:
                    raise EOFError("the child died")
                parts.append(part)
                size -= len(part)
        return b"".join(parts)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.wait()


_idle: list[_Child] = []
_lock = threading.Lock()
_starter = ThreadPoolExecutor(1, "ressort-children")
"""The system ends a child with the thread that started it, so all are started by one that lives as long as we do."""


def call(job: str, arguments: tuple[Any, ...], *, name: str, settings: Settings, pages: int = 0) -> Any:
    """Run ``ingest.worker_main``'s job of that name in a child.

    Raises RefusedFile when it goes over its limits, DamagedFile when the file kills the child, and the job's
    own InputError. pages: adds half a second each to the limit, for long documents."""
    child = _take(settings.parse_memory_mb)
    seconds = settings.parse_seconds + 0.5 * pages
    try:
        if job == "analyse" and not child.warm:  # loading is not the file's time
            child.call(("warm", (name,)), WARM_SECONDS)
            child.warm = True
        outcome = child.call((job, arguments), seconds)
    except TimeoutError:
        child.close()
        raise RefusedFile(
            f"{name}: filen tog over {seconds:.0f} sekunder at læse og er afvist.",
            remedy="Grænsen sættes med RESSORT_PARSE_SECONDS.",
        ) from None
    except (
        EOFError,
        pickle.UnpicklingError,
        struct.error,
        AttributeError,
        ImportError,
        TypeError,
        ValueError,
    ):
        child.close()
        raise DamagedFile(f"{name}: filen fik læseren til at gå ned og er afvist.") from None
    except BaseException:
        child.close()
        raise
    _give_back(child)
    return _unwrap(outcome, name)


def apart(work: Callable[..., _T], *arguments: Any, name: str, settings: Settings) -> _T:
    """``work(*arguments)`` in a child, under the limits of parsing. work: a function of a module; it gives back
    data of ``core.schema``. Raises as ``call`` does."""
    result: _T = call("apply", (work, arguments, name), name=name, settings=settings)
    return result


def _unwrap(outcome: tuple[Any, ...], name: str) -> Any:
    if outcome[0] == "ok":
        return outcome[1]
    _, kind, message, remedy = outcome
    if kind == "MemoryError":
        raise RefusedFile(
            f"{name}: filen krævede mere hukommelse end grænsen og er afvist.",
            remedy="Grænsen sættes med RESSORT_PARSE_MEMORY_MB.",
        )
    raise _ERRORS.get(kind, DamagedFile)(message, remedy=remedy or None)


def _take(memory_mb: int) -> _Child:
    with _lock:
        while _idle:
            child = _idle.pop()
            if child.alive() and child.memory_mb == memory_mb and child.jobs < JOBS_PER_CHILD:
                return child
            child.close()
    return _starter.submit(_Child, memory_mb).result()


def _give_back(child: _Child) -> None:
    with _lock:
        _idle.append(child)


def close_all() -> None:
    """End all idle children."""
    with _lock:
        while _idle:
            _idle.pop().close()


atexit.register(close_all)
