"""Conflicts."""
from __future__ import annotations
from core.schema import Conflict
def find_conflicts(documents, facts, book) -> list[Conflict]:  # type: ignore[no-untyped-def]
    """None yet."""
    return []
