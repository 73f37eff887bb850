"""A person's corrections laid over what was read from the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.errors import UsageError
from core.schema import Document, Kind, Meta
from index.library.records import Correction


def corrected(document: Document, corrections: Sequence[Correction]) -> Document:
    """The document with title, kind, date and metadata as a person set them; the read values stay behind
    them in ``meta``. Raises UsageError for a kind or date of the wrong form."""
    for one in corrections:
        meta = Meta(one.field, one.value, None, 1.0, one.person)
        others = tuple(m for m in document.meta if m.name != one.field or not m.corrected_by)
        document = replace(document, meta=(meta, *others))
        document = _set(document, one.field, one.value)
    return document


def _set(document: Document, field: str, value: str) -> Document:
    if field == "title":
        return replace(document, title=value)
    if field == "kind":
        if value not in set(Kind):
            raise UsageError(f"»{value}« er ingen dokumenttype. Vælg mellem {', '.join(Kind)}.")
        return replace(document, kind=Kind(value))
    if field == "date":
        return replace(document, date=_day(value))
    return document


def _day(value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"»{value}« er ingen dato. Skriv den som 2026-01-31.") from None
