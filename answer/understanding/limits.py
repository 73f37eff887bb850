"""Limits that part a task ("tilskud over 25.000 kr.", "unge under 25 år") held against the figure a question names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_FIGURE = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_UNIT = (
    r"(?P<unit>kr|kroner|døgn|dage?|timer?|uger?|måneder|år|årige?|m2|m²|kvm|meter|km|elever|borgere|pladser)"
    r"(?![\wæøå])"
)
_OVER = r"(?:over|mere end|flere end|større end|højere end|ud over)"
_FROM = r"(?:fra(?: og med)?|mindst|fra det fyldte|minimum)"
_UPTO = r"(?:til og med|op til|indtil|højst|maksimalt|maks\.?|på højst|til)"
_UNDER = r"(?:under|mindre end|færre end)"
_BOUND = re.compile(
    rf"(?:(?P<over>{_OVER})|(?P<from>{_FROM})|(?P<upto>{_UPTO})|(?P<under>{_UNDER}))\s+(?P<n>{_FIGURE})[\s-]*{_UNIT}|"
    rf"(?P<low>{_FIGURE})\s*(?:-|–|og|til)\s*(?P<high>{_FIGURE})[\s-]*(?P<both>kr|kroner|døgn|dage|timer|uger|måneder|år|årige)"
    r"(?![\wæøå])",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<![\d.,-])(?P<n>{_FIGURE})[\s-]*{_UNIT}", re.IGNORECASE)
_OWN_BOUND = re.compile(rf"(?:{_OVER}|{_FROM}|{_UPTO}|{_UNDER}|[-–]|\bog)\s*$", re.IGNORECASE)
_SAME = {
    "kroner": "kr",
    "dag": "dage",
    "time": "timer",
    "uge": "uger",
    "årig": "år",
    "årige": "år",
    "m²": "m2",
    "kvm": "m2",
}


@dataclass(frozen=True, slots=True)
class Limit:
    """Figures of a unit that a task takes: low and high inclusive, None where open."""

    unit: str
    low: int | None
    high: int | None


def outside(question: str, task: str) -> bool:
    """True where the question names a figure of a unit that the task bounds, and the bounds leave it out."""
    limits = _limits(task)
    return any(
        limit.unit == unit and ((limit.low or 0) > n or (limit.high is not None and n > limit.high))
        for unit, n in (_figures(question) if limits else ())
        for limit in limits
    )


@lru_cache(maxsize=20_000)
def _limits(task: str) -> tuple[Limit, ...]:
    return tuple(_read(found) for found in _BOUND.finditer(task))


def _read(found: re.Match[str]) -> Limit:
    if found["both"]:
        return Limit(_unit(found["both"]), _number(found["low"]), _number(found["high"]))
    n, unit = _number(found["n"]), _unit(found["unit"])
    if found["over"] or found["from"]:
        return Limit(unit, n + 1 if found["over"] else n, None)
    return Limit(unit, None, n - 1 if found["under"] else n)


def _figures(question: str) -> Iterator[tuple[str, int]]:
    """Figures a question names as they are, not as bounds of its own."""
    for found in _NAMED.finditer(question):
        if not _OWN_BOUND.search(question[: found.start()]):
            yield _unit(found["unit"]), _number(found["n"])


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def _unit(text: str) -> str:
    return _SAME.get(text.lower(), text.lower())
