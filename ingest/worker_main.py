"""The child's side of ``ingest.worker``: reads jobs from stdin, writes results to stdout, under its limits."""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import signal
import struct
import sys
import threading
import time
from typing import Any, BinaryIO

from core.errors import InputError

_HEAD = struct.Struct(">Q")
_WATCH_SECONDS = 2.0


def _limit(memory_mb: int, parent: int) -> None:
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    for kind, value in (
        (resource.RLIMIT_AS, memory_mb << 20),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 1 << 28),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))
    sys.setrecursionlimit(3000)


def _leave_with(parent: int) -> None:
    """End this process soon after its parent is gone, a job in hand or not.

    The kernel's PR_SET_PDEATHSIG is no help: it fires when the parent's *thread* that started us ends."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(0)


def _run(job: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    from ingest.jobs import JOBS

    try:
        return "ok", JOBS[job](*arguments)
    except InputError as error:
        return "error", type(error).__name__, str(error), error.remedy
    except (MemoryError, RecursionError) as error:
        return "error", "MemoryError", str(error), ""
    except Exception as error:  # noqa: BLE001  (whatever a parser throws at a hostile file is that file's failure)
        return "error", "DamagedFile", f"{arguments[-1]}: filen er beskadiget ({type(error).__name__}).", ""


def _read(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        sys.exit(0)  # the parent is gone
    return data


def main() -> None:
    """Serve jobs until stdin closes. Anything printed by libraries goes nowhere."""
    _limit(int(sys.argv[1]), int(sys.argv[2]))
    stdin, stdout = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while True:
        size = _HEAD.unpack(_read(stdin, _HEAD.size))[0]
        job, arguments = pickle.loads(_read(stdin, size))
        result = pickle.dumps(_run(job, arguments), protocol=pickle.HIGHEST_PROTOCOL)
        stdout.write(_HEAD.pack(len(result)) + result)
        stdout.flush()


if __name__ == "__main__":
    main()
