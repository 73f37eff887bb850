"""Passages a second of each way to run the model, on the same texts, and how far their vectors agree.

    python -m bench.embedding [--passages N]

The first row is sentence-transformers as it comes: fp32, its own batching. Agreement is against that row:
mean cosine, and for questions the share whose nearest passage is the same and the overlap of the ten nearest."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.settings import load_settings
from index.embedder import make_embedder
from index.models.build import ready_model

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """One table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--passages", type=int, default=96)
    passages = texts(parser.parse_args().passages)
    questions = [
        json.loads(line)["question"]
        for line in (ROOT / "evals/questions/corpus.jsonl").read_text("utf-8").splitlines()[:30]
    ]
    settings = load_settings()
    plain = plain_sentence_transformers(ready_model(settings.cache_dir))
    ways: dict[str, tuple[Callable, Callable]] = {"sentence-transformers fp32": plain}
    for precision in ("fp32", "bf16", "int8"):
        made = make_embedder(replace(settings, precision=precision))
        ways[precision] = (made.embed_passages, made.embed_query)
    print(f"{len(passages)} passages, {np.mean([len(p) for p in passages]):.0f} characters on average")
    print("| way | passages/s | times plain | ms a question | cosine | same first | same ten |")
    base: tuple[float, np.ndarray, np.ndarray] | None = None
    for name, (embed, ask) in ways.items():
        rate, vectors = timed(embed, passages)
        milliseconds, asked = timed_questions(ask, questions)
        base = base or (rate, vectors, asked)
        print(
            f"| {name} | {rate:.1f} | {rate / base[0]:.2f} | {milliseconds:.1f} | {agreement(base, vectors, asked)} |"
        )


def texts(count: int) -> list[str]:
    """Windows of 20 to 90 words from the corpus of the repository."""
    words = " ".join(p.read_text("utf-8") for p in sorted((ROOT / "corpus/sources").glob("*.md"))).split()
    rng = np.random.default_rng(1)
    starts = rng.integers(0, len(words) - 90, count)
    return [" ".join(words[at : at + int(size)]) for at, size in zip(starts, rng.integers(20, 90, count), strict=True)]


def plain_sentence_transformers(folder: Path) -> tuple[Callable, Callable]:
    """As its documentation shows it."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu")
    return (
        lambda passages: model.encode(passages, prompt_name="document", normalize_embeddings=True),
        lambda question: model.encode(question, prompt_name="query", normalize_embeddings=True),
    )


def timed(embed: Callable, passages: list[str]) -> tuple[float, np.ndarray]:
    """Best rate of two runs, after a first small one."""
    embed(passages[:4])
    best, vectors = 0.0, np.empty(0)
    for _ in range(2):
        started = time.perf_counter()
        vectors = np.asarray(embed(passages))
        best = max(best, len(passages) / (time.perf_counter() - started))
    return best, vectors


def timed_questions(ask: Callable, questions: list[str]) -> tuple[float, np.ndarray]:
    """Median milliseconds a question, one at a time."""
    times, vectors = [], []
    for question in questions:
        started = time.perf_counter()
        vectors.append(ask(question))
        times.append(time.perf_counter() - started)
    return float(np.median(times)) * 1e3, np.stack(vectors)


def agreement(base: tuple[float, np.ndarray, np.ndarray], vectors: np.ndarray, asked: np.ndarray) -> str:
    """Three cells: mean cosine, share with the same nearest passage, mean overlap of the ten nearest."""
    ours = np.argsort(-(asked @ vectors.T), axis=1)[:, :10]
    theirs = np.argsort(-(base[2] @ base[1].T), axis=1)[:, :10]
    ten = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(ours, theirs, strict=True)])
    cosine = (vectors * base[1]).sum(axis=1).mean()
    return f"{cosine:.4f} | {(ours[:, 0] == theirs[:, 0]).mean():.2f} | {ten:.2f}"


if __name__ == "__main__":
    main()
