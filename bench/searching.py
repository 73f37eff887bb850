"""Search, answers and the library at size.

    python -m bench.searching [--passages N] [--home FOLDER]     (default 100,000; takes minutes to fill)

Fills a library with a made-up collection (what it is like: bench/made_up.py), then measures: opening it in this process
up to the first count; search and a whole answer, warm, each against embedding a question alone, taken in turn in one
run; a second look at unchanged files; removing a document. Aim: at 100,000 passages an answer takes under 12 times an
embedding. --home keeps the library there and takes one up again that was kept."""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.made_up import LONGEST, Collection
from core.schema import Facts, Filters
from core.settings import load_settings
from index import open_library
from pipeline import KnowledgeBase

_QUESTIONS = 80
_WARM = 8


def main() -> None:
    """One JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    chosen = parser.parse_args()
    with nullcontext(chosen.home) if chosen.home else tempfile.TemporaryDirectory() as folder:
        home, made = Path(folder), Collection(chosen.passages)
        base = KnowledgeBase.open(replace(load_settings(), home=home))
        if not base.library.infos():
            show(passages=chosen.passages, filled_s=once(lambda: fill(base, made)))
        base.close()
        base = KnowledgeBase.open(replace(load_settings(), home=home))
        show(opened_and_counted_s=once(lambda: open_library(home).passage_count()))
        show(first_answer_s=once(lambda: base.ask("Hvem har ansvaret for vejene?")))
        measure(base, made.questions(some_passages(base), _QUESTIONS + _WARM))
        show(memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        if chosen.home is None:
            show(passages_of_document=LONGEST, removed_s=once(lambda: base.remove("made-up-0.txt")))


def measure(base: KnowledgeBase, questions: list[str]) -> None:
    """Embedding, search and answer in turn, each of a question that no cache has met."""
    for question in questions[:_WARM]:
        base.ask(question)
    rows = [
        (
            once(lambda q=question: base.embedder.embed_query(f"{q} (embed)")),
            once(lambda q=question: base.ask(q)),
            once(lambda q=other: base.retriever.search(q, Filters(), 10)),
        )
        for question, other in zip(questions[_WARM::2], questions[_WARM + 1 :: 2], strict=True)
    ]
    alone, ask, search = np.median(np.array(rows), axis=0)
    show(
        embed_ms=1e3 * alone, search_ms=1e3 * search, ask_ms=1e3 * ask,
        search_times=search / alone, ask_times=ask / alone,
    )  # fmt: skip


def some_passages(base: KnowledgeBase) -> list[str]:
    """One passage of each of the last documents."""
    infos = base.library.infos()[-(_QUESTIONS + _WARM) :]
    return [base.document(info.id).passages[7 % info.pages].text for info in infos]


def show(**figures: float) -> None:
    """Figures as JSON, to three places."""
    print(json.dumps({name: round(float(value), 3) for name, value in figures.items()}), flush=True)


def once(work: Callable[[], object]) -> float:
    """Seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def fill(base: KnowledgeBase, made: Collection) -> None:
    """All documents, with a register that read nothing in them."""
    with base.library.writing():
        for document, vectors in made.documents():
            base.library.add(document, vectors, stamp="stamp", fingerprint=base.embedder.fingerprint)
            base.library.put_facts(document.id, "register", [Facts(document.id)])


if __name__ == "__main__":
    main()
