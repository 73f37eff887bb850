"""Two documents that name different makers of one body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from core.schema import Conflict, Responsibility
from register.library.claims import pieces, shared
from register.library.differences import of_rows
from register.library.entries import task_words
from register.sentences.reading import Statement

_SHARED_WORDS = 6  # words around two bodies that show them to be the same


def makers(
    rows: Sequence[Responsibility], statements: Mapping[str, list[Statement]], days: Mapping[str, date | None]
) -> Iterator[Conflict]:
    """Two documents name different makers of a body that their surroundings show to be the same."""
    by_word: dict[str, list[Responsibility]] = defaultdict(list)
    for row in rows:
        if row.relation == "create" and row.to_unit:
            for word in task_words(row.task):
                by_word[word].append(row)
    around = {row.key: _around(row, statements) for made in by_word.values() if len(made) > 1 for row in made}
    for made in by_word.values():
        for a, b in combinations(made, 2):
            if a.document_id != b.document_id and a.to_unit != b.to_unit:
                common = shared(around[a.key], around[b.key])
                if common >= _SHARED_WORDS:
                    sure = round(min(0.85, 0.4 + common / 40), 2)
                    yield of_rows(a, b, "owner", (a.to_unit, b.to_unit), days, sure)


def _around(row: Responsibility, statements: Mapping[str, list[Statement]]) -> frozenset[str]:
    held = statements[row.document_id]
    at = next((n for n, s in enumerate(held) if s.start == row.start), 0)
    return pieces(" ".join(s.text for s in held[max(0, at - 1) : at + 4]))
