"""Regular expressions that go mad on a long line.

    python -m bench.patterns [--letters N]     (default 600)

Finds every compiled pattern that a module of the house holds and tries it on lines that repeat one piece N letters
long ("ab ", "Ab og ", blanks ...) and then break off. Prints the patterns that need over a fifth of a second,
slowest first: such a pattern may hold up a whole document. Time grows with the machine's load, so this is no test."""

from __future__ import annotations

import argparse
import importlib
import re
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

ROOMS = ("core", "ingest", "index", "register", "answer", "ui", "evals")
PIECES = (
    *("A", "a", "1", " ", "\n", "\t", "-", "|", "(", "'", "Æø", "Ab ", "ab ", "Ab-", "ab- ", "ab, ", "Ab og ", "og "),
    *(
        "a/b ",
        "til ",
        "den ",
        "af ",
        "1 ",
        "1-",
        "12. ",
        "2.1.2",
        "1,1 kr. ",
        "2025 ",
        "§ 1 ",
        "A.",
        "(a) ",
        "\n- a",
        "a:\n",
    ),
)
SLOW, PATIENCE = 0.2, 1.0  # seconds


class TooLongError(Exception):
    """The pattern was stopped."""


def main() -> None:
    """One line a slow pattern: seconds, where it stands, the piece."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=600)
    letters = parser.parse_args().letters
    signal.signal(signal.SIGALRM, _stop)
    patterns = dict(held())
    slow = [(*worst(pattern, letters), name) for pattern, name in patterns.items()]
    for seconds, piece, name in sorted((row for row in slow if row[0] > SLOW), reverse=True):
        print(f"{seconds:5.2f} s  {name}  {piece!r}")
    print(f"{len(patterns)} patterns, {sum(row[0] > SLOW for row in slow)} slow")


def _stop(*_: object) -> None:
    raise TooLongError


def held() -> Iterator[tuple[re.Pattern[str], str]]:
    """Every pattern and the name that holds it."""
    for room in ROOMS:
        for path in sorted(Path(room).rglob("*.py")):
            name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
            for key, value in vars(importlib.import_module(name)).items():
                yield from ((pattern, f"{name}.{key}") for pattern in _inside(value))


def _inside(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth:
        for part in _parts(value):
            yield from _inside(part, depth - 1)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    return ()


def worst(pattern: re.Pattern[str], letters: int) -> tuple[float, str]:
    """Seconds of the slowest line, and its piece."""
    return max((_seconds(pattern, piece * (letters // len(piece)) + "!\0"), piece) for piece in PIECES)


def _seconds(pattern: re.Pattern[str], line: str) -> float:
    started = time.perf_counter()
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        pattern.search(line)
        pattern.fullmatch(line)
    except TooLongError:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
