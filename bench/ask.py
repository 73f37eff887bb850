"""A warm ``ask`` against embedding the question alone: ``python -m bench.ask [FOLDER] [--questions FILE]``.

Takes the folder's documents (default: ``corpus``) into a fresh library, asks the questions of a labelled set (default:
that of ``corpus``; plain, vague and unanswerable ones as in the evaluation) once to warm up, then measures
each question anew (the query cache is passed by with further marks at the end, which add no word), embedding
and answer in turn, so that what else the machine does falls on both. Aim: at most 4 times."""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from core.settings import load_settings
from evals.questions import load_questions
from pipeline import KnowledgeBase


def main() -> None:
    """Measure and print one JSON object."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=Path("corpus"))
    options.add_argument("--questions", type=Path, default=Path("evals/questions/corpus.jsonl"))
    options.add_argument("--rounds", type=int, default=2)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        base = KnowledgeBase.open(replace(load_settings(), home=Path(home)))
        base.ingest([chosen.folder])
        questions = [question.question for question in load_questions(chosen.questions)]
        for question in questions:
            base.ask(question)
        embed, ask = _medians(base, questions, chosen.rounds)
        base.close()
    figures = {"embed_ms": round(1000 * embed, 1), "ask_ms": round(1000 * ask, 1), "times": round(ask / embed, 2)}
    print(json.dumps(figures))


def _medians(base: KnowledgeBase, questions: Sequence[str], rounds: int) -> tuple[float, float]:
    """Median seconds of embedding and of answering, over all questions; each wording is new to the query cache."""
    taken = [
        (
            _seconds(base.embedder.embed_query, question + "!" * (turn + 2)),
            _seconds(base.ask, question + "?" * (turn + 2)),
        )
        for turn in range(rounds)
        for question in questions
    ]
    embed, ask = zip(*taken, strict=True)
    return statistics.median(embed), statistics.median(ask)


def _seconds(call: Callable[[str], object], text: str) -> float:
    begun = time.perf_counter()
    call(text)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
