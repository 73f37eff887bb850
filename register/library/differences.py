"""How a difference between two rows is written down, and which document is the newer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.schema import Conflict, Responsibility, Span


def newer(a: str, b: str, days: Mapping[str, date | None]) -> str:
    """ "a" or "b", whichever document is younger, "" where that is not known."""
    first, second = days.get(a), days.get(b)
    if a == b or not first or not second or first == second:
        return ""
    return "a" if first > second else "b"


def of_rows(
    a: Responsibility,
    b: Responsibility,
    kind: str,
    differs: tuple[str, str],
    days: Mapping[str, date | None],
    sure: float,
) -> Conflict:
    """A conflict whose places are two rows of the register."""
    return Conflict(
        a.task, kind, (a.document_id, Span(a.start, a.end)), (b.document_id, Span(b.start, b.end)), differs,
        newer(a.document_id, b.document_id, days), sure,
    )  # fmt: skip
