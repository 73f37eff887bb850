"""A word trie in flat arrays: opened from disk in milliseconds, walked with one C search per letter.

Nodes lie in breadth-first order, so the children of a node are neighbours: node ``n`` has the children
``first[n] .. first[n + 1]``, their letters stand in ``labels`` at the same indexes. Node 0 is the root.
A second, small trie can be appended (``with_words``); its root is in ``roots`` beside 0.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Costs = tuple[float, float | None, float | None]  # nats: alone, last part, earlier part (None: never)
NOT_A_WORD = 255
STEP = 10.0  # units of a stored cost per nat; 254 units are 25.4 nats


@dataclass(frozen=True)
class Trie:
    """labels: one Latin-1 byte a node. first: uint32 a node, one more at the end.
    cost: what the word ending at the node costs in units of 1/STEP nat, NOT_A_WORD for none.
    best: the smallest cost of a word ending at or below the node, same unit.
    part, best_part: the same for the word as the last part of a compound. link: as an earlier part."""

    labels: bytes
    first: memoryview
    cost: bytes
    best: bytes
    part: bytes
    best_part: bytes
    link: bytes
    roots: tuple[int, ...] = (0,)

    def find(self, word: str) -> int:
        """The node of a lower-case word or prefix in any part, -1 where it is not there."""
        nodes = [self._walk(root, word) for root in self.roots]
        words = [node for node in nodes if node >= 0 and self.cost[node] != NOT_A_WORD]
        return words[0] if words else max(nodes)

    def word_cost(self, word: str) -> float | None:
        """The word's cost in nats, None where it is not in the trie."""
        costs = [self.cost[node] for root in self.roots if (node := self._walk(root, word)) >= 0]
        known = [cost for cost in costs if cost != NOT_A_WORD]
        return min(known) / STEP if known else None

    def with_words(self, costs: Mapping[str, Costs]) -> Trie:
        """This trie and a second one for further words, in one set of arrays."""
        if not costs:
            return self
        more = build(costs)
        shift = len(self.labels)
        first = np.concatenate([np.asarray(self.first)[:-1], np.asarray(more.first) + np.uint32(shift)])
        return Trie(
            self.labels + more.labels,
            memoryview(first.astype(np.uint32).data),
            self.cost + more.cost,
            self.best + more.best,
            self.part + more.part,
            self.best_part + more.best_part,
            self.link + more.link,
            (*self.roots, shift),
        )

    def _walk(self, node: int, word: str) -> int:
        labels, first = self.labels, self.first
        try:
            letters = word.encode("latin-1")
        except UnicodeEncodeError:
            return -1
        for letter in letters:
            node = labels.find(letter, first[node], first[node + 1])
            if node < 0:
                return -1
        return node


def build(costs: Mapping[str, Costs]) -> Trie:
    """A trie of lower-case Latin-1 words with what they cost."""
    words = sorted(costs)
    rows = np.array([word.encode("latin-1") for word in words])
    width = rows.dtype.itemsize
    letters = rows.view(np.uint8).reshape(len(rows), width)
    lengths = np.array([len(word) for word in words], dtype=np.int16)
    fresh = _fresh_from(letters)
    levels = [np.flatnonzero((lengths > depth) & (fresh <= depth)) for depth in range(width)]
    starts = np.cumsum([1] + [len(level) for level in levels])  # node number where each depth begins
    total = int(starts[-1])
    labels = np.zeros(total, dtype=np.uint8)
    first = np.full(total + 1, total, dtype=np.uint32)
    first[0] = 1
    ends = np.zeros(len(words), dtype=np.int64)  # node where each word ends
    for depth, at in enumerate(levels):
        nodes = slice(int(starts[depth]), int(starts[depth + 1]))
        labels[nodes] = letters[at, depth]
        here = lengths[at] == depth + 1
        ends[at[here]] = np.flatnonzero(here) + starts[depth]
        if depth + 1 < width:
            first[nodes] = starts[depth + 1] + np.searchsorted(levels[depth + 1], at)
    alone, part, link = (_at_nodes(total, ends, [costs[word][i] for word in words]) for i in range(3))
    best, best_part = (_lowest_below(array, first, starts) for array in (alone, part))
    plain = dict(labels=labels, cost=alone, best=best, part=part, best_part=best_part, link=link)
    return Trie(first=memoryview(first.data), **{name: array.tobytes() for name, array in plain.items()})  # type: ignore[arg-type]


def _at_nodes(total: int, ends: np.ndarray, costs: Sequence[float | None]) -> np.ndarray:
    values = np.array([np.nan if cost is None else cost for cost in costs], dtype=float)
    units = np.clip(np.rint(values * STEP), 0, NOT_A_WORD - 1)
    array = np.full(total, NOT_A_WORD, dtype=np.uint8)
    array[ends] = np.where(np.isnan(values), NOT_A_WORD, units).astype(np.uint8)
    return array


def _fresh_from(letters: np.ndarray) -> np.ndarray:
    """Depth from which each row leaves the row before it: length of the common prefix, in letters."""
    fresh = np.zeros(len(letters), dtype=np.int16)
    if len(letters) > 1:
        fresh[1:] = (letters[1:] != letters[:-1]).argmax(axis=1)
    return fresh


def _lowest_below(cost: np.ndarray, first: np.ndarray, starts: np.ndarray) -> np.ndarray:
    best = cost.copy()
    bounds = [0, *(int(s) for s in starts)]
    for low, high in reversed(list(itertools.pairwise(bounds))):
        begins, ends = first[low:high].astype(np.int64), first[low + 1 : high + 1].astype(np.int64)
        parents = np.flatnonzero(ends > begins)
        if len(parents):
            span = best[begins[parents[0]] : ends[parents[-1]]]
            lowest = np.minimum.reduceat(span, begins[parents] - begins[parents[0]])
            best[low + parents] = np.minimum(best[low + parents], lowest)
    return best


def save(trie: Trie, path: Path) -> None:
    """Write the trie beside ``path`` and put it in place at once, so that a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.part")
    arrays = {name: np.frombuffer(getattr(trie, name), dtype=np.uint8) for name in _BYTES}
    with beside.open("wb") as file:
        np.savez(file, allow_pickle=False, first=np.asarray(trie.first), **arrays)
    beside.replace(path)


def load(path: Path) -> Trie:
    """Read a saved trie. Raises OSError, ValueError or KeyError where the file is missing or damaged."""
    with np.load(path, allow_pickle=False) as arrays:
        plain = {name: arrays[name].tobytes() for name in _BYTES}
        return Trie(first=memoryview(arrays["first"].data), **plain)


_BYTES = ("labels", "cost", "best", "part", "best_part", "link")
