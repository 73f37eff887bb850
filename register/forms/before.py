"""What a document says of the time before a move: who had the task, and when that gives way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.schema import Responsibility, Status
from register.library.entries import task_words

_Place = tuple[str, str]  # document id, area


def fill_before(rows: Sequence[Responsibility]) -> tuple[list[Responsibility], dict[str, date]]:
    """Moves without a giver take the one that the same section names as owner "i dag"; those statements
    give way on the day of the move. Returns the rows and: key of such a statement → day of the move."""
    now: dict[_Place, list[Responsibility]] = defaultdict(list)
    for row in rows:
        if row.relation == "keep" and row.status is Status.UNCHANGED and row.effective_from is None:
            now[row.document_id, row.area].append(row)
    filled: list[Responsibility] = []
    ends: dict[str, date] = {}
    for row in rows:
        described = (
            [k for k in now[row.document_id, row.area] if _shares(k.task, row.task)]
            if row.relation == "transfer"
            else []
        )
        if described and row.effective_from:
            for keep in described:
                ends[keep.key] = min(ends.get(keep.key, date.max), row.effective_from)
        if described and not row.from_unit and described[0].to_unit != row.to_unit:
            row = replace(row, from_unit=described[0].to_unit)
        filled.append(row)
    return filled, ends


def _shares(a: str, b: str) -> bool:
    """True where the tasks share a telling word, compounds included ("hjælpemidler", "hjælpemiddelområdet")."""
    return any(
        x == y or (len(x) > 5 and len(y) > 5 and (x.startswith(y[:7]) or y.startswith(x[:7])))
        for x in task_words(a)
        for y in task_words(b)
    )
