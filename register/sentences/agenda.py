"""Minutes of several items: what one item says of all changes holds within that item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import BlockKind
from register.sentences.reading import Statement
from register.sentences.timing import Clause

_ITEM = re.compile(r"\s*(?:Punkt|Pkt\.?|Sag\s*nr\.?|Sag)\s*\d+\s*[.:)–-]")
_DECIDED = re.compile(r"\s*Beslutning\b", re.IGNORECASE)


def clauses_by_item(
    clauses: Sequence[Clause], statements: Sequence[Statement], cases: Sequence[str]
) -> list[list[Clause]]:
    """For each statement the clauses that may date it. cases: the title of the case each statement belongs to. In a
    paper that is no agenda, and for clauses before the first item, all."""
    if not clauses or not _has_items(statements):
        return [list(clauses)] * len(statements)
    items = _items(statements, cases)
    homes = [_case_of(clause, statements, items) for clause in clauses]
    return [[c for c, home in zip(clauses, homes, strict=True) if home in ("", item)] for item in items]


def _items(statements: Sequence[Statement], cases: Sequence[str]) -> list[str]:
    """The title of each statement's case, the number of its item where no title is known, "" before the first."""
    found, number = [], 0
    for statement, case in zip(statements, cases, strict=True):
        number += statement.first and _ITEM.match(statement.text) is not None
        found.append(case or (f"#{number}" if number else ""))
    return found


def _has_items(statements: Sequence[Statement]) -> bool:
    numbered = sum(s.first and _ITEM.match(s.text) is not None for s in statements)
    decided = sum(s.kind is BlockKind.HEADING and _DECIDED.match(s.text) is not None for s in statements)
    return numbered > 1 or decided > 1


def _case_of(clause: Clause, statements: Sequence[Statement], cases: Sequence[str]) -> str:
    at = clause.timing.span.start if clause.timing.span else -1
    return next((case for s, case in zip(statements, cases, strict=True) if s.start <= at < s.end), "")
