"""The noisy channel: what an engine without Danish letters makes of a letter, and how often.

``confusions.json`` holds counts of (true text, read text) from aligned pages; ``evals/ocr`` remakes it. The
cost of reading ``r`` where ``t`` stood is -ln((count(t → r) + a) / (count(t) + b)) in nats (additive
smoothing). Readings that hold a digit are left out: the clean-up never touches a digit.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

TABLE = Path(__file__).with_name("confusions.json")
_SMOOTH = 2.0  # added to the total, so that rare letters don't look certain
_SMALL, _SIGNS = "æøå", "@&¢©"
_DOUBLED = 2.0  # nats for reading one letter as two
_LONGEST = 3  # letters read for one true piece
DANISH = "æøåÆØÅ"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to reverse the channel at a place. length: letters of the read text it takes up.
    true: the letters put there, in their own case; lower: Latin-1 bytes for the trie walk. cost: nats."""

    length: int
    true: str
    lower: bytes
    cost: float


class Channel:
    """The reversed table: read piece → possible true pieces."""

    def __init__(self, counts: Iterable[tuple[str, str, float]], totals: Mapping[str, float]) -> None:
        self._reverse: dict[str, list[Reading]] = {}
        self.space_lost = 6.0
        for true, read, count in counts:
            if (true, read) == (" ", ""):
                self.space_lost = _cost(count, totals.get(" ", 0.0))
            elif _reversible(true, read):
                self._add(true, read, _cost(count, totals.get(true, 0.0)))
        self._add_doubled()
        self._identity = {c: Reading(1, c, c.lower().encode("latin-1"), 0.0) for c in map(chr, _letters())}

    def readings(self, text: str) -> list[list[Reading]]:
        """For each place of ``text`` the ways to go on from there, the letter itself first."""
        return [self._at(text, i) for i in range(len(text))]

    def _at(self, text: str, i: int) -> list[Reading]:
        same = self._identity.get(text[i])
        found = [same] if same is not None else []
        for length in range(1, _LONGEST + 1):
            found += self._reverse.get(text[i : i + length], ()) if i + length <= len(text) else ()
        return found

    def _add_doubled(self) -> None:
        """A Danish letter read twice, once as a sign: "ko@rekort". Too rare to be counted pair by pair."""
        single: dict[str, dict[str, float]] = {}
        for read, ways in self._reverse.items():
            for way in ways:
                if len(read) == 1 and way.true in _SMALL:
                    single.setdefault(way.true, {})[read] = way.cost
        for true, costs in single.items():
            for one, two in product(costs, repeat=2):
                if one != two and (one in _SIGNS) != (two in _SIGNS) and one + two not in self._reverse:
                    self._add(true, one + two, costs[one] + costs[two] + _DOUBLED)

    def _add(self, true: str, read: str, cost: float) -> None:
        reading = Reading(len(read), true, true.lower().encode("latin-1"), cost)
        self._reverse.setdefault(read, []).append(reading)
        if true.islower() and read.isalpha() and read.islower():
            upper = Reading(len(read), true.upper(), reading.lower, cost)
            self._reverse.setdefault(read.upper(), []).append(upper)
            if len(read) > 1:
                capital = Reading(len(read), true.capitalize(), reading.lower, cost)
                self._reverse.setdefault(read.capitalize(), []).append(capital)


def _cost(count: float, total: float) -> float:
    return -math.log(min(1.0, count / (total + _SMOOTH)))


def _reversible(true: str, read: str) -> bool:
    if not true.isalpha() or not 0 < len(read) <= _LONGEST:
        return False
    if any(c.isdigit() or c.isspace() for c in read):
        return False
    try:
        true.lower().encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _letters() -> Iterable[int]:
    return (c for c in range(0x41, 0x100) if chr(c).isalpha())


@cache
def learned(path: Path = TABLE) -> Channel:
    """The committed table. Raises OSError or ValueError where it is missing or not JSON."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return Channel(((t, r, float(n)) for t, r, n in table["counts"]), table["totals"])
