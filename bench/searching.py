"""Search and the library at size.

    python -m bench.searching [--passages N]     (default 100,000; takes minutes to fill)

Fills a library in a temporary folder with made-up passages and random unit vectors, then measures: opening
it in this process up to the first count; search with everything warm against embedding the question alone;
a second look at unchanged files; removing a document."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.danish.stopwords import FUNCTION_WORDS
from core.schema import Document, Filters, Kind, Page, Passage
from core.settings import load_settings
from index import make_embedder, make_retriever, open_library
from index.embedder import normalized

PER_DOCUMENT = 500
WORDS = ["skole", "vej", "park", "pleje", "bolig", "budget", "udvalg", "drift", "tilsyn", "borger", "aftale", "plan"]


def main() -> None:
    """One line a figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--passages", type=int, default=100_000)
    count = parser.parse_args().passages
    embedder = make_embedder(load_settings())
    with tempfile.TemporaryDirectory() as home:
        filled = once(lambda: fill(Path(home), count, embedder.fingerprint))
        print(f"{count} passages written with vectors and full text in {filled:.1f} s")
        print(f"opened and counted in {once(lambda: open_library(Path(home)).passage_count()):.3f} s")
        library = open_library(Path(home))
        retriever = make_retriever(library, embedder)
        question = "hvem har ansvaret for drift af {} og tilsyn med {} i 2026?"
        asked = [question.format(a, b) for a in WORDS for b in WORDS[:4]]
        print(f"first search {once(lambda: retriever.search(asked[0], Filters(), 10)):.2f} s")
        alone = np.median([once(lambda q=q: embedder.embed_query(q + " ")) for q in asked])
        whole = np.median([once(lambda q=q: retriever.search(q, Filters(), 10)) for q in asked])
        print(f"embedding a question {alone * 1e3:.1f} ms, search {whole * 1e3:.1f} ms: {whole / alone:.1f} times")
        print(f"unchanged file known in {once(lambda: library.seen('doc0', 'stamp')) * 1e6:.0f} µs")
        print(f"document of {PER_DOCUMENT} passages removed in {once(lambda: library.remove('doc0')):.2f} s")


def once(work: Callable[[], object]) -> float:
    """Seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def fill(home: Path, count: int, fingerprint: str) -> None:
    """Documents of PER_DOCUMENT passages."""
    rng = np.random.default_rng(0)
    library = open_library(home)
    with library.writing():
        for i in range(count // PER_DOCUMENT):
            vectors = normalized(rng.normal(size=(PER_DOCUMENT, 384)).astype(np.float32))
            library.add(made(i, rng), vectors, stamp="stamp", fingerprint=fingerprint)
    library.close()


def made(i: int, rng: np.random.Generator) -> Document:
    """A document of made-up sentences."""
    pool = np.array(sorted(FUNCTION_WORDS) + WORDS + [a + b for a in WORDS for b in WORDS])
    texts = [" ".join(rng.choice(pool, 20)) + f" nummer {i}." for _ in range(PER_DOCUMENT)]
    body, at, passages = "\n\n".join(texts), 0, []
    for n, text in enumerate(texts):
        passages.append(Passage(f"{i}-{n}", f"id{i}", at, at + len(text), text))
        at += len(text) + 2
    pages = (Page(None, 0, len(body)),)
    return Document(f"id{i}", f"doc{i}", f"doc{i}", Kind.OTHER, None, body, body, pages=pages, passages=tuple(passages))


if __name__ == "__main__":
    main()
