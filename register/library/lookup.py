"""Finding entries by the words of a task, whatever inflection, compound or order."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from register.library.entries import Entry, task_words

_SHARE = 0.45  # of the asked words' weight that must be met
_UNKNOWN = 0.25  # weight of an asked word that stands in no task
_NEAR_BEST = 0.6  # entries this near the best are given
_SPELLING = 84.0  # rapidfuzz ratio for a misspelt word of five letters or more
_PREFIX = 5


def _bracketed(entry: Entry) -> frozenset[str]:
    """Short forms in the tasks' brackets ("særlig undervisning (STU)") and words of all its rows."""
    heads = " ".join(r.task.partition(": ")[0] for r in entry.rows)
    inside = heads + " " + " ".join(m for r in entry.rows for m in re.findall(r"\(([^)]*)\)", r.task))
    return task_words(inside) | frozenset(w for r in entry.rows for w in task_words(r.task))


class Lookup:
    """Index over entries: stem → entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = list(entries)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._own = [e.words | _bracketed(e) for e in self._entries]
        self._texts = [
            own | task_words(" ".join(dict.fromkeys(r.area for r in e.rows)))
            for own, e in zip(self._own, self._entries, strict=True)
        ]
        for n, words in enumerate(self._texts):
            for word in words:
                self._by_word[word].append(n)
        self._vocabulary = list(self._by_word)

    def find(self, task: str) -> list[Entry]:
        """Entries about a task, best first; [] where no telling word is met."""
        asked = task_words(task)
        if not asked:
            return []
        weights = {word: self._weight(word) for word in asked}
        scores: Counter[int] = Counter()
        for word in asked:
            for known, share in self._near(word):
                for n in self._by_word[known]:
                    own = 1.0 if known in self._own[n] else 0.4
                    scores[n] += share * weights[word] * own  # type: ignore[assignment]
        total = sum(w * (1.0 if self._near(word) else _UNKNOWN) for word, w in weights.items())
        ranked = sorted(((self._fit(n, s, total), n) for n, s in scores.items()), reverse=True)
        best = ranked[0][0] if ranked else 0.0
        if best < _SHARE:
            return []
        return [self._entries[n] for fit, n in ranked if fit >= max(_SHARE, _NEAR_BEST * best)]

    def _fit(self, n: int, score: float, total: float) -> float:
        met = min(1.0, score / total)
        own = sum(self._weight(w) for w in self._own[n]) or 1.0
        precision = min(1.0, score / own)
        return 0.85 * met + 0.15 * precision

    def _weight(self, word: str) -> float:
        """Inverse document frequency, ln(1 + N / (1 + n))."""
        return math.log(1 + (1 + len(self._entries)) / (1 + len(self._by_word.get(word, ()))))

    def _near(self, word: str) -> list[tuple[str, float]]:
        """Known words that mean the same: itself, compounds with it, else a near spelling."""
        if len(word) < 4:
            return [(word, 1.0)] if word in self._by_word else []
        found = [(word, 1.0)] if word in self._by_word else []
        if len(word) >= _PREFIX:
            for known in self._vocabulary:
                if (
                    known != word
                    and len(known) >= _PREFIX
                    and (known.startswith(word) or word.startswith(known) or known.endswith(word))
                ):
                    found.append((known, 0.8))
        if not found and len(word) >= _PREFIX:
            near = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_SPELLING)
            if near:
                found.append((near[0], 0.9))
        return found
