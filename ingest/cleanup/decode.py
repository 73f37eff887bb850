"""Finds the Danish words that best explain what the engine read: a beam search over letters and the trie.

At each place of the read text a state is a node of the word trie; reversing the channel there moves it on.
Where a word ends the search may go back to the root: as the next part of a compound (Danish writes them
together, with the linking s or e in the part's own form) or as a new word after a lost space. Costs are nats
and add up; the trie knows the cheapest word below each node, so states far from the best are dropped early.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from core.danish.stopwords import STOP_WORDS
from ingest.cleanup.channel import Channel, Reading
from ingest.cleanup.trie import NOT_A_WORD, STEP, Trie

_BEAM = 40  # states kept at a place
_BEHIND = 18.0  # nats behind the best state at the same place after which a state is dropped
_JOIN = 2.2  # nats for one more part in a compound
_SHORT_WORD_LIMIT = {1: 6.0, 2: 8.5, 3: 10.5}  # nats: shorter words stand alone only when frequent
CAPITAL = 1.5  # nats for a capital put inside a sentence
# nats: the space is nearly always lost beside a function word ("atdeto", "systemeti")
_AFTER_CONTENT, _BETWEEN_CONTENT = 1.5, 1.5
# "ressortet" is no "ressort et", "forenkle" no "for enkle": nats against such splits
_LOOKS_LIKE_ENDING, _LOOKS_LIKE_PREFIX = 6.0, 3.0
_ENDINGS = frozenset(("en", "et", "er", "ens", "ets", "ere", "ene", "de", "te", "ne"))
_PREFIXES = frozenset(
    "af an be de efter for fra gen ind med mod om op over på sam til ud under ved".split()  # noqa: SIM905
)
_FUNCTION_COST = 7.5  # nats: words cheaper than this are function words, near enough
_LOST_AFTER_I = 4.0  # nats: "I aftalen" read as "laftalen"
LONGEST = 64  # letters; nothing longer is a word

# state: (cost, letters since the last root, trail); trail: (trail before, start, end, text put there)
_Trail = tuple["_Trail | None", int, int, str]
_State = tuple[float, int, "_Trail | None"]


@dataclass(frozen=True, slots=True)
class Edit:
    """start, end: offsets into the read word; true: what belongs there."""

    start: int
    end: int
    true: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """cost: nats. text: the words, a space where one was lost. edits: letter by letter, covering the word."""

    cost: float
    text: str
    edits: tuple[Edit, ...]


class Decoder:
    """Searches one trie through one channel."""

    def __init__(self, trie: Trie, channel: Channel, boost: dict[int, float] | None = None) -> None:
        """boost: node → nats, for words that the collection makes cheaper than the trie says."""
        self._trie = trie
        self._channel = channel
        self._boost = boost or {}

    def candidates(self, word: str, bound: float, *, opens: bool = False, capital: float = CAPITAL) -> list[Candidate]:
        """What could have been read as ``word`` at a cost below ``bound``, cheapest first. opens: it begins a
        sentence. capital: nats for a capital put at its start where it does not."""
        if not word or len(word) > LONGEST:
            return []
        search = _Search(self._trie, self._boost, word, bound, self._channel.space_lost)
        found: dict[str, Candidate] = {}
        for cost, trail in search.run(self._channel.readings(word), opens, 0.0 if opens else capital):
            edits = _edits(trail)
            text = "".join(edit.true for edit in edits)
            cost += _split_penalty(text)
            if text not in found or cost < found[text].cost:
                found[text] = Candidate(cost, text, edits)
        return sorted(found.values(), key=lambda candidate: candidate.cost)


class _Search:
    def __init__(self, trie: Trie, boost: dict[int, float], word: str, bound: float, split: float) -> None:
        self.labels, self.first, self.roots = trie.labels, trie.first, trie.roots
        self.cost, self.part, self.link = trie.cost, trie.part, trie.link
        self.lowest = (trie.best, trie.best_part)  # by the last bit of a state's key
        self.boost = boost
        self.word, self.bound, self.split = word, bound, split
        self.states: list[dict[int, _State]] = [{} for _ in range(len(word) + 1)]
        self.final: list[tuple[float, _Trail | None]] = []

    def run(self, readings: list[list[Reading]], opens: bool, capital: float) -> list[tuple[float, _Trail | None]]:
        for root in self.roots:
            self.states[0][root * 2] = (0.0, 0, None)
        if opens and self.word[0] in "l|" and len(self.word) > 2:
            self._root(1, 0, _LOST_AFTER_I, (None, 0, 1, "I "))
        for at, here in enumerate(self.states[:-1]):
            if not here:
                continue
            limit = self._limit(here)
            for key, (cost, depth, trail) in here.items():
                if cost + self.lowest[key & 1][key >> 1] / STEP <= limit:
                    self._advance(at, key, cost, depth, trail, readings[at], capital)
            here.clear()
        return self.final

    def _limit(self, here: dict[int, _State]) -> float:
        lowest = self.lowest
        scores = sorted(state[0] + lowest[key & 1][key >> 1] / STEP for key, state in here.items())
        return min(scores[0] + _BEHIND, scores[min(_BEAM, len(scores)) - 1])

    def _advance(
        self,
        at: int,
        key: int,
        cost: float,
        depth: int,
        trail: _Trail | None,
        ways: list[Reading],
        capital: float,
    ) -> None:
        labels, first, lowest = self.labels, self.first, self.lowest[key & 1]
        for way in ways:
            node = key >> 1
            for letter in way.lower:
                node = labels.find(letter, first[node], first[node + 1])
                if node < 0:
                    break
            else:
                total = cost + way.cost
                true = way.true
                if way.cost and true:
                    if at == 0:
                        total += capital if true[0].isupper() else 0.0
                    elif not self._fits_case(at, way):
                        continue
                if total + lowest[node] / STEP < self.bound:
                    end = at + way.length
                    self._put(end, node * 2 + (key & 1), total, depth + len(way.lower), (trail, at, end, true))

    def _fits_case(self, at: int, way: Reading) -> bool:
        """Capitals among capitals, small letters among small ones."""
        before, after = self.word[at - 1], self.word[at + way.length : at + way.length + 1]
        if not before.isalpha() or (at == 1 and not after):
            return way.true[0].islower() or not before.isalpha()
        return way.true[0].isupper() == (before.isupper() and (not after or after.isupper()))

    def _put(self, at: int, key: int, cost: float, depth: int, trail: _Trail) -> None:
        here = self.states[at]
        old = here.get(key)
        if old is not None and old[0] <= cost:
            return
        here[key] = (cost, depth, trail)
        node, compound = key >> 1, key & 1
        ended = self.part[node] if compound else self.cost[node]
        if ended != NOT_A_WORD:
            word_cost = self.boost.get(node, ended / STEP)
            if at == len(self.word):
                self.final.append((cost + word_cost, trail))
            elif compound or word_cost <= _SHORT_WORD_LIMIT.get(depth, 99.0):
                split = self.split + (_AFTER_CONTENT if word_cost > _FUNCTION_COST else 0.0)
                self._root(at, 0, cost + word_cost + split, (trail, at, at, " "))
        if at < len(self.word) and self.link[node] != NOT_A_WORD:
            self._root(at, 1, cost + self.link[node] / STEP + _JOIN, trail)

    def _root(self, at: int, compound: int, cost: float, trail: _Trail) -> None:
        here, lowest = self.states[at], self.lowest[compound]
        for root in self.roots:
            key = root * 2 + compound
            old = here.get(key)
            if cost + lowest[root] / STEP < self.bound and (old is None or cost < old[0]):
                here[key] = (cost, 0, trail)


def _split_penalty(text: str) -> float:
    """Nats for the places where a space was put in: an ending or a prefix is no word of its own."""
    penalty = 0.0
    for left, right in pairwise(text.lower().split(" ")):
        if right in _ENDINGS and left not in STOP_WORDS:
            penalty += _LOOKS_LIKE_ENDING
        elif right not in STOP_WORDS:
            penalty += _LOOKS_LIKE_PREFIX if left in _PREFIXES else _BETWEEN_CONTENT * (left not in STOP_WORDS)
    return penalty


def _edits(trail: _Trail | None) -> tuple[Edit, ...]:
    steps: list[Edit] = []
    while trail is not None:
        trail, start, end, true = trail
        steps.append(Edit(start, end, true))
    return tuple(reversed(steps))
