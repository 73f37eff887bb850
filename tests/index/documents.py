"""Small documents in our own Danish for the index tests."""

from __future__ import annotations

import hashlib
from datetime import date

from core.schema import Block, BlockKind, Change, Document, Kind, Meta, Page, Passage, Span, WordBox

PARK = "Udvalget for Byens Rum passer parkerne.\n\nLegepladserne efterses hvert forår af driftsgården."
LIBRARY = "Hovedbiblioteket holder åbent om søndagen.\n\nDer er afsat 3 mio. kr. til ældrepleje i 2026."


def document(name: str, text: str, *, title: str = "", kind: Kind = Kind.MEMO, day: date | None = None) -> Document:
    """One passage a paragraph, one page, one heading path."""
    key = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Document(
        id=key,
        name=name,
        title=title or name,
        kind=kind,
        date=day,
        received=text,
        cleaned=text,
        size=len(text.encode()),
        pages=(Page(1, 0, len(text), words=(WordBox(0, 4, 0.1, 0.2, 0.3, 0.25, 0.9),)),),
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text), section=("Drift",)),),
        passages=tuple(_passages(key, text)),
        meta=(Meta("title", title or name, Span(0, 4), 0.8),),
    )


def _passages(key: str, text: str) -> list[Passage]:
    found, at = [], 0
    for i, paragraph in enumerate(text.split("\n\n")):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        words = " ".join(paragraph.split())
        found.append(Passage(f"{key}-{i}", key, start, at, words, ("Drift",), "", 1, context=Span(0, len(text))))
    return found


def noisy(name: str = "scan.txt") -> Document:
    """A document whose cleaned text differs from the received one."""
    received, cleaned = "Udvalget passer p&rkerne.", "Udvalget passer parkerne."
    change = Change(17, 18, "&", "a", 0.9, "confusion")
    base = document(name, cleaned)
    return Document(
        id="feedbeef00000000", name=name, title=name, kind=Kind.MEMO, date=None, received=received, cleaned=cleaned,
        changes=(change,), pages=base.pages, passages=tuple(_passages("feedbeef00000000", cleaned)),
    )  # fmt: skip
