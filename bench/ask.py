"""A warm ``ask`` against embedding the question alone: ``python -m bench.ask [FOLDER]``.

Takes the folder's documents (default: ``corpus``) into a fresh library, asks each question once to warm up, then
measures each question anew (the query cache is passed by with further marks at the end, which add no word), embedding
and answer in turn, so that what else the machine does falls on both. Aim: at most 4 times."""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.settings import load_settings
from pipeline import KnowledgeBase

_QUESTIONS = (
    "Hvem har ansvaret for kirkegårdene efter 2026?",
    "Hvad koster det i alt i 2020?",
    "Hvornår skal sagerne være gennemgået?",
    "Hvor mange pladser er der i teamet?",
    "Er taskforcen midlertidig?",
    "Hvad betyder forkortelsen SOF?",
    "Hvilke partier står bag aftalen?",
    "Sammenlign aftalen og implementeringsplanen",
    "hvem faar ansvr for hjaelpemidler",
    "Hvem har ansvaret for svømmehallerne?",
)


def main() -> None:
    """Measure and print one JSON object."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=Path("corpus"))
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        base = KnowledgeBase.open(replace(load_settings(), home=Path(home)))
        base.ingest([chosen.folder])
        for question in _QUESTIONS:
            base.ask(question)
        embed, ask = _medians(base, chosen.rounds)
        base.close()
    figures = {"embed_ms": round(1000 * embed, 1), "ask_ms": round(1000 * ask, 1), "times": round(ask / embed, 2)}
    print(json.dumps(figures))


def _medians(base: KnowledgeBase, rounds: int) -> tuple[float, float]:
    """Median seconds of embedding and of answering, over all questions; each wording is new to the query cache."""
    taken = [
        (
            _seconds(base.embedder.embed_query, question + "!" * (turn + 2)),
            _seconds(base.ask, question + "?" * (turn + 2)),
        )
        for turn in range(rounds)
        for question in _QUESTIONS
    ]
    embed, ask = zip(*taken, strict=True)
    return statistics.median(embed), statistics.median(ask)


def _seconds(call: Callable[[str], object], text: str) -> float:
    begun = time.perf_counter()
    call(text)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
