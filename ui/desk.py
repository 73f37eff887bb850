"""The knowledge base as the views use it: readers side by side, one writer at a time."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pipeline import FileResult, KnowledgeBase

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """done of total files are finished; name: the one finished last."""

    done: int
    total: int
    name: str


@dataclass
class Desk:
    """kb is shared by all sessions; everything that writes waits its turn on one thread."""

    kb: KnowledgeBase
    writer: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "ressort-writer"))

    def write(self, work: Callable[[], T]) -> T:
        """Do the work when it is its turn; returns or raises what the work does."""
        return self.writer.submit(work).result()

    def ingest(self, paths: Sequence[Path], names: Mapping[Path, str]) -> Iterator[Step | list[FileResult]]:
        """Take files in: steps as they come, at last the list of results. Raises what the ingest raised."""
        steps: queue.Queue[Step | None] = queue.Queue()

        def on_step(done: int, total: int, name: str) -> None:
            steps.put(Step(done, total, name))

        job = self.writer.submit(lambda: self.kb.ingest(paths, progress=on_step, names=names))
        job.add_done_callback(lambda _: steps.put(None))
        while step := steps.get():
            yield step
        yield list(job.result())
