"""What a child process can be asked to do. The last argument of every job is the file's name, for messages."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import Any

from ingest.analysis import Analysis
from ingest.raw import RawDocument


def parse(data: bytes, max_pages: int, name: str) -> RawDocument:
    """The file's text and what it says about itself."""
    from ingest.formats.parse import parse_bytes

    return parse_bytes(data, max_pages, name)


def analyse(raw: RawDocument, document_id: str, cleanup: bool, name: str) -> Analysis:
    """Clean-up (or none), structure, tables, metadata and passages of parsed text."""
    from ingest.analysis import analyse_text, as_received

    return analyse_text(raw, document_id, name, None if cleanup else as_received)


def apply(work: Callable[..., Any], arguments: tuple[Any, ...], name: str) -> Any:
    """Another room's work on a document that may be hostile."""
    return work(*arguments)


def warm(name: str) -> None:
    """Load what every analysis needs, before the clock of the first file runs."""
    from ingest.analysis import warm_up

    warm_up()


def render(data: bytes, page: int, dpi: int, hide: tuple[tuple[float, float, float, float], ...], name: str) -> bytes:
    """A page as PNG with boxes blacked out."""
    from ingest.render import render_bytes

    return render_bytes(data, page, dpi, hide, name)


def sleep(seconds: float, name: str) -> None:
    """Stands in for a file that takes too long, to test the time limit."""
    time.sleep(seconds)


def fill(size: int, name: str) -> int:
    """Stands in for a file that needs too much memory (bytes), to test the memory limit."""
    return len(bytearray(size))


def die(name: str) -> None:
    """Stands in for a file that crashes a parser, to test that the child is replaced."""
    os.kill(os.getpid(), signal.SIGSEGV)


JOBS: dict[str, Callable[..., Any]] = {
    "parse": parse,
    "analyse": analyse,
    "apply": apply,
    "warm": warm,
    "render": render,
    "sleep": sleep,
    "fill": fill,
    "die": die,
}
