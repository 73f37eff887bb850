"""Taking in: whole ingest against embedding alone, a second run over unchanged files, memory, removing a document of
500 pages, opening a library of 100,000 passages. Documents are drawn from a few own sentences.

Run: python -m bench.taking_in [--documents N] [--passages N] [--model NAME] [first] [many] [remove] [open]."""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from core.settings import Settings, load_settings
from pipeline import KnowledgeBase

CORPUS = Path(__file__).parents[1] / "corpus"
_WHO = ("Havneudvalget", "Vejudvalget", "Parkudvalget", "Skoleudvalget", "Kulturudvalget", "Idrætsudvalget")
_DOES = ("overtager ansvaret for", "fører tilsyn med", "beholder driften af", "betaler for", "laver en plan for")
_WHAT = ("broerne", "legepladserne", "svømmehallen", "biblioteket", "kajanlægget", "skolevejene", "cykelstierne")


def page(seed: int, sentences: int = 18) -> str:
    """About a page of text, like no other seed's."""
    pick = random.Random(seed)
    return "\n\n".join(
        f"{pick.choice(_WHO)} {pick.choice(_DOES)} {pick.choice(_WHAT)} i distrikt {seed}-{n} fra den "
        f"{pick.randint(1, 28)}. marts {pick.randint(2020, 2030)}, og der er sat {pick.randint(100, 999)} t.kr. af."
        for n in range(sentences)
    )


def clocked(work: Callable[[], Any]) -> float:
    """Seconds of wall-clock time."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Timed:
    """An embedder that adds up the seconds spent in it."""

    def __init__(self, embedder: Any) -> None:
        self._embedder, self.seconds, self.fingerprint = embedder, 0.0, embedder.fingerprint

    def embed_passages(self, texts: Sequence[str]) -> Any:
        start = time.perf_counter()
        made = self._embedder.embed_passages(texts)
        self.seconds += time.perf_counter() - start
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._embedder, name)


def opened(home: Path, model: str) -> KnowledgeBase:
    """A knowledge base over a new or old library."""
    return KnowledgeBase.open(replace(load_settings(), home=home, model=model))


def first(folder: Path, settings: argparse.Namespace) -> dict[str, Any]:
    """Whole ingest over embedding alone on the digital files of corpus/, model and children warm."""
    files = [
        path for path in sorted(CORPUS.iterdir()) if path.suffix in (".pdf", ".docx") and "implem" not in path.name
    ]
    base = opened(folder / "first", settings.model)
    base.ingest([_written(folder / "warm.txt", page(0))])
    base.__dict__["embedder"] = timed = Timed(base.embedder)
    whole = clocked(lambda: base.ingest(files))
    passages = [passage for document in base.documents() for passage in document.passages]
    base.close()
    return {
        "files": len(files), "passages": len(passages), "whole s": round(whole, 2),
        "embedding s": round(timed.seconds, 2), "ratio": round(whole / timed.seconds, 2),
    }  # fmt: skip


def many(folder: Path, settings: argparse.Namespace) -> dict[str, Any]:
    """First and second run over one-page documents, and the memory after each quarter of the first."""
    source = folder / "many"
    source.mkdir()
    for number in range(settings.documents):
        _written(source / f"{number:05}.txt", page(number))
    base = opened(folder / "many-home", settings.model)
    base.ingest([_written(folder / "warm.txt", page(-1))])
    memory: list[int] = []

    def watch(done: int, total: int, _name: str) -> None:
        if done % max(1, settings.documents // 4) == 0:
            memory.append(_now_mb())

    one = clocked(lambda: base.ingest([source], progress=watch))
    two = clocked(lambda: base.ingest([source]))
    base.close()
    again = opened(folder / "many-home", settings.model)
    three = clocked(lambda: again.ingest([source]))
    again.close()
    return {
        "documents": settings.documents, "first s": round(one, 2),
        "per document ms": round(1000 * one / settings.documents, 1),
        "second s": round(two, 3), "second, library opened anew s": round(three, 3),
        "second share": round(three / one, 4),
        "memory MB after each quarter": memory,
    }  # fmt: skip


def remove(folder: Path, settings: argparse.Namespace) -> dict[str, Any]:
    """Seconds to erase a document of 500 pages among twenty small ones."""
    base = opened(folder / "remove", settings.model)
    for number in range(20):
        _written(folder / f"small{number}.txt", page(number))
    base.ingest([folder / f"small{number}.txt" for number in range(20)])
    long = _written(folder / "long.txt", "\n\n".join(page(1000 + number) for number in range(500)))
    base.ingest([long])
    passages = base.library.passage_count()
    seconds = clocked(lambda: base.remove("long.txt"))
    base.close()
    return {"passages": passages, "remove s": round(seconds, 2)}


def open_large(folder: Path, settings: argparse.Namespace) -> dict[str, Any]:
    """Seconds to open a library of many passages with vectors drawn at random, and to its first search."""
    from core.schema import Document, Kind, Passage
    from index import open_library

    library = open_library(folder / "large", replace(Settings(), model=settings.model))
    pick = np.random.default_rng(1)
    with library.writing():
        for number in range(settings.passages // 100):
            text = page(number, 100)
            parts, at = [], 0
            for n, piece in enumerate(text.split("\n\n")):
                parts.append(Passage(f"{number}:{n}", f"{number:016x}", at, at + len(piece), piece))
                at += len(piece) + 2
            document = Document(
                id=f"{number:016x}", name=f"{number}.txt", title=f"Notat {number}", kind=Kind.MEMO, date=None,
                received=text, cleaned=text, media_type="text/plain", size=len(text), passages=tuple(parts),
            )  # fmt: skip
            vectors = pick.standard_normal((len(parts), 384), dtype=np.float32)
            library.add(document, vectors / np.linalg.norm(vectors, axis=1, keepdims=True), fingerprint="bench")
    library.close()
    vector = pick.standard_normal(384, dtype=np.float32)

    def open_it() -> None:
        held = open_library(folder / "large", replace(Settings(), model=settings.model))
        held.infos()
        held.close()

    def search_it() -> None:
        held = open_library(folder / "large", replace(Settings(), model=settings.model))
        held.dense.search(vector / np.linalg.norm(vector), 10)
        held.close()

    return {
        "passages": settings.passages,
        "open s": round(clocked(open_it), 3),
        "open and first search s": round(clocked(search_it), 3),
    }


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _now_mb() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() >> 20


PARTS = {"first": first, "many": many, "remove": remove, "open": open_large}


def main() -> None:
    """Print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--model", default="", help="as RESSORT_MODEL")
    settings = parser.parse_args()
    report = {}
    for name in settings.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            report[name] = PARTS[name](Path(folder), settings)
    report["peak memory MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps(report, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
