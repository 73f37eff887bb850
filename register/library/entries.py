"""Rows about one task, from any number of documents, as one entry with a history."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from core.danish.tokens import ascii_key, is_stop_word, stem, tokenize
from core.schema import Document, Kind, Responsibility

_GENERIC = frozenset(
    [
        "opgav", "ansv", "indsat", "kommun", "områd", "drift", "udvikling", "samled", "køb", "københavn",
        "myndighedsansv", "arbejd", "ny", "del", "år", "fuld", "formel", "hel", "borg", "aktuel", "øvrig", "løb",
        "konkret", "virksom", "inden", "fremov",
    ]
)  # fmt: skip
_TAIL = re.compile(r"(?<=[a-zæøå]{4})(?:område|opgave|indsats|ansvar)(?:t|r|n|rne|en|et|ne)?$")
_PART = 3  # letters of either half of a word written in two
_BINDING = {
    Kind.AGREEMENT: 5, Kind.MINUTES: 4, Kind.IMPLEMENTATION_PLAN: 4, Kind.ACTION_PLAN: 3, Kind.BUDGET_NOTE: 2,
    Kind.CASE_PAPER: 2, Kind.MEMO: 1, Kind.OTHER: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One task. rows: newest and most binding first."""

    task: str
    words: frozenset[str]
    rows: tuple[Responsibility, ...]


@lru_cache(maxsize=50_000)
def task_words(task: str) -> frozenset[str]:
    """Stems of the words that tell a task from others: without stop words, general words and tails such as
    -området or -opgaver."""
    head, colon, rest = task.partition(": ")
    if colon and rest:  # "telefoniske kontaktcentre: parkering" is neither the one nor the other
        return task_words(rest) | {"+".join(sorted(task_words(head))) + ":"}
    found = set()
    for word in tokenize(re.sub(r"\([^)]*\)", " ", task)):
        if is_stop_word(word) or len(word) < 2:
            continue
        bare = _TAIL.sub("", word)
        key = ascii_key(stem(bare))
        if key not in _GENERIC_KEYS:
            found.add(key)
    return frozenset(found)


_GENERIC_KEYS = frozenset(ascii_key(w) for w in _GENERIC)


def rank(row: Responsibility, documents: Mapping[str, Document]) -> tuple[int, date, int, int]:
    """Newer documents above older ones, more binding above less, a rule's row above a tagger's; a person's word above
    all."""
    document = documents.get(row.document_id)
    day = document.date if document and document.date else date.min
    binding = _BINDING.get(document.kind, 0) if document else 0
    return (1 if row.confirmed_by else 0, day, binding, int(row.origin != "tagger"))


def build_entries(rows: Sequence[Responsibility], documents: Mapping[str, Document]) -> list[Entry]:
    """Rows grouped by task: the same distinguishing words, or all words of the shorter one and most of the
    longer one. What differs in one telling word stays apart."""
    groups: dict[frozenset[str], list[Responsibility]] = defaultdict(list)
    known = frozenset(word for row in rows for word in task_words(row.task))
    for row in rows:
        words = task_words(_closed(row.task, known)) or frozenset([ascii_key(row.task)])
        groups[words].append(row)
    merged = _joined(groups)
    entries = []
    for words, members in merged.items():
        ranked = sorted(members, key=lambda r: rank(r, documents), reverse=True)
        entries.append(Entry(ranked[0].task, words, tuple(ranked)))
    return entries


def _closed(task: str, known: frozenset[str]) -> str:
    """The task with two words in one where other tasks write them so ("Task Forcen", "taskforcen")."""
    said = task.split()
    for n in range(len(said) - 2, -1, -1):
        one = said[n] + said[n + 1]
        if (
            min(len(said[n]), len(said[n + 1])) >= _PART
            and one.isalpha()
            and task_words(one) <= known
            and task_words(one)
        ):
            said[n : n + 2] = [one]
    return " ".join(said)


def _joined(groups: Mapping[frozenset[str], list[Responsibility]]) -> dict[frozenset[str], list[Responsibility]]:
    out: dict[frozenset[str], list[Responsibility]] = {}
    by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
    counts = Counter(word for words in groups for word in words)
    for words in sorted(groups, key=lambda w: (len(w), sorted(w))):
        rarest = sorted(words, key=lambda w: (counts[w], w))
        host = next((h for w in rarest[:3] for h in by_word[w] if _same_task(h, words)), None)
        if host is None:
            out[words] = list(groups[words])
            for word in words:
                by_word[word].append(words)
        else:
            out[host] += groups[words]
    return out


def _same_task(small: frozenset[str], large: frozenset[str]) -> bool:
    return small <= large and len(small) >= max(1, math.ceil(0.7 * len(large)))
