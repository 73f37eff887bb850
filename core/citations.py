"""Citations are spans checked in code: none can be made whose quote is not in its document."""

from __future__ import annotations

from core.alignment import Alignment
from core.schema import Citation, Document, Locator, Span


def collapse(text: str) -> str:
    """White space runs as one space, ends trimmed."""
    return " ".join(text.split())


def locate(document: Document, received: Span) -> Locator:
    """Page (paged formats) or lines (others) of a span of the received text."""
    number = None
    for page in document.pages:
        if page.number is not None and page.start <= received.start < max(page.end, page.start + 1):
            number = page.number
    if document.paged():
        return Locator(number, None, received.start, received.end)
    first = document.received.count("\n", 0, received.start) + 1
    last = first + document.received.count("\n", received.start, received.end)
    return Locator(None, (first, last), received.start, received.end)


def cite(
    n: int, document: Document, cleaned: Span, section: tuple[str, ...] = (), alignment: Alignment | None = None
) -> Citation:
    """Citation of a span of the cleaned text, trimmed of white space at both ends.

    Raises ValueError for an empty span or one outside the document."""
    raw = document.cleaned[cleaned.start : cleaned.end]
    start = cleaned.start + len(raw) - len(raw.lstrip())
    end = cleaned.end - (len(raw) - len(raw.rstrip()))
    if not raw.strip() or cleaned.end > len(document.cleaned):
        raise ValueError("a citation needs words that stand in its document")
    received = (alignment or Alignment.of(document.changes)).to_received(Span(start, end))
    source = document.received[received.start : received.end]
    if not source.strip():
        raise ValueError("a citation needs words that stand in its document")
    return Citation(
        n=n,
        document_id=document.id,
        document=document.name,
        title=document.title,
        date=document.date,
        kind=document.kind,
        locator=locate(document, received),
        section=section,
        quote=collapse(document.cleaned[start:end]),
        source_quote=source,
    )
