"""Whether two sets of word stems name one thing, a compound or a cut word counting for its whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from core.schema import Responsibility
from register.library.claims import shared
from register.library.entries import task_words

_LEAST_LETTERS = 8  # of a single word that names a thing by itself
_LITTLE = frozenset(["ny", "nyt", "kommunal", "samled", "saml", "kommun", "eksister", "frem", "først", "komm"])
_NAMES_NOTHING = frozenset(
    [
        "plan", "udvalg", "raad", "rad", "grupp", "styregrupp", "arbejd", "projekt", "opgav", "ordning", "hus", "aftal",
        "indsat", "formal", "drift", "anlag", "udgift", "implementeringsplan", "handleplan", "tidsplan", "projektplan",
        "kontrak", "overenskomst", "driftsoverenskomst", "budget", "notat", "vedtag", "forslag", "medlem", "mod",
    ]
)  # fmt: skip
_CUT = 5  # letters that a word cut short must have ("daginst.")


def names_nothing(words: frozenset[str]) -> bool:
    """True for "planen" and "udvalgets arbejde": words that any paper uses of its own matter."""
    return not words - _NAMES_NOTHING - _LITTLE


def same_words(a: frozenset[str], b: frozenset[str], around: frozenset[str]) -> bool:
    """True where every word of either has its like in the other, and they are two, or one long enough that stands in
    a heading or title of either paper, too. around: the words of those."""
    mine, other = a - _LITTLE, b - _LITTLE
    small, large = sorted((mine, other), key=len)
    if names_nothing(small) or shared(small, large) < len(small) or shared(large, small) < len(large):
        return False
    return len(small) > 1 or (max(map(len, small)) >= _LEAST_LETTERS and shared(small, around) > 0)


def near_tasks(rows: Sequence[Responsibility]) -> Iterator[tuple[Responsibility, Responsibility]]:
    """Rows of two documents whose tasks are the same but for one word that one of them cuts short."""
    words = {id(row): task_words(row.task) for row in rows}
    by_word: dict[str, list[Responsibility]] = defaultdict(list)
    for row in rows:
        for word in words[id(row)]:
            by_word[word].append(row)
    seen: set[tuple[str, str]] = set()
    for held in by_word.values():
        for a, b in combinations(held, 2):
            if a.document_id != b.document_id and (a.key, b.key) not in seen and _cut(words[id(a)], words[id(b)]):
                seen.add((a.key, b.key))
                yield a, b


def _cut(a: frozenset[str], b: frozenset[str]) -> bool:
    if len(a) != len(b) or len(a & b) != len(a) - 1 or len(a) < 3:
        return False
    short, long = sorted((*(a - b), *(b - a)), key=len)
    return len(short) >= _CUT and long.startswith(short)
