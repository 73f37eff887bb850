"""What the reader shows at a time: a page of a paged file, or a stretch of a text without pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.schema import Document, Page, Span

STRETCH = 24_000  # characters shown at a time where a document has no pages


@dataclass(frozen=True, slots=True)
class Leaf:
    """number: 1-based position. name: "Side 3". span: received text. page: None without page numbers."""

    number: int
    name: str
    span: Span
    page: Page | None = None


def leaves(document: Document) -> list[Leaf]:
    """The document's leaves in order; always at least one."""
    if document.paged():
        numbered = [page for page in document.pages if page.number is not None]
        return [Leaf(i, f"Side {page.number}", Span(page.start, page.end), page) for i, page in enumerate(numbered, 1)]
    spans = _stretches(document.received)
    name = "Del {}" if len(spans) > 1 else "Hele teksten"
    return [Leaf(i, name.format(i), span) for i, span in enumerate(spans, 1)]


def _stretches(text: str) -> list[Span]:
    """Stretches of at most STRETCH characters that end after a line break where there is one."""
    spans, start = [], 0
    while start < len(text):
        end = min(len(text), start + STRETCH)
        if end < len(text):
            end = (text.rfind("\n", start, end) + 1) or end
        spans.append(Span(start, end))
        start = end
    return spans or [Span(0, 0)]


def leaf_at(items: Sequence[Leaf], offset: int) -> Leaf:
    """The leaf that holds an offset of the received text: the last one that starts at or before it."""
    fitting = [leaf for leaf in items if leaf.span.start <= offset]
    return fitting[-1] if fitting else items[0]
