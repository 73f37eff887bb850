"""What a move leaves behind for a while: "…, bortset fra broerne, som først flytter, når loven er vedtaget" is a move
of its own, later and under its own condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.danish.dates import find_dates
from core.schema import Basis, Responsibility, Span, Status
from register.rows import row_key
from register.sentences.tasks import clean_task

_LATER = re.compile(
    r"\b(?:bortset\s+fra|undtagen|med\s+undtagelse\s+af|dog\s+ikke)\s+(?P<task>[^,.;]{3,80}),\s+(?:som|der)\s+først\s+"
    r"(?:flytter|flyttes|overgår|overføres|overdrages|følger|overtages)\b(?P<rest>[^.;]*)"
)
_WHEN = re.compile(r"\b(?:når|efter)\s[^,.;]{4,120}")
_EXPECTED = re.compile(r"forvent|ventes|formentlig", re.IGNORECASE)


def with_left_behind(
    rows: Sequence[Responsibility], text: str, start: int, reference: date | None
) -> list[Responsibility]:
    """The rows of a sentence and one for what it moves later. text: the sentence; start: its offset in the document.
    What qualifies the later move no longer qualifies the others."""
    later = _LATER.search(text)
    moved = [r for r in rows if r.relation == "transfer" and r.to_unit]
    if later is None or not moved:
        return list(rows)
    inside = " ".join(later["rest"].split())
    kept = [replace(r, conditions=tuple(c for c in r.conditions if c not in inside)) if r in moved else r for r in rows]
    task = clean_task(later["task"])
    return [*kept, _later_row(moved[0], task, later, start, reference)] if task else kept


def _later_row(
    main: Responsibility, task: str, later: re.Match[str], start: int, reference: date | None
) -> Responsibility:
    rest = later["rest"]
    day = next((d for d in find_dates(rest, reference) if d.first or d.last), None)
    basis = Basis.NONE if day is None else (Basis.EXPECTED if _EXPECTED.search(rest) else Basis.EXPLICIT)
    waits = _WHEN.search(rest)
    at = start + later.start("rest")
    row = replace(
        main,
        task=task,
        effective_from=(day.first or day.last) if day else None,
        basis=basis,
        until=None,
        effective_text=" ".join(day.text.split()) if day else "",
        effective_span=Span(at + day.start, at + day.end) if day else None,
        status=Status.EXPECTED if basis is Basis.EXPECTED else Status.PLANNED,
        conditions=(" ".join(waits.group().split()),) if waits else (),
        exceptions=(),
        amounts=(),
        fte=None,
    )
    return replace(row, key=row_key(row))
