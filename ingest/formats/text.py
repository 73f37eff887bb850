"""Plain text and Markdown: the decoded file is the received text, character for character."""

from __future__ import annotations

from ingest.decode import decode_text
from ingest.raw import RawDocument, RawPage


def read_text(data: bytes, name: str) -> RawDocument:
    """A text file as one page without a number."""
    text = decode_text(data, name)
    return RawDocument(text, "text/plain", (RawPage(None, 0, len(text)),))


def read_markdown(data: bytes, name: str) -> RawDocument:
    """Markdown stays as written; the structure room reads its marks."""
    text = decode_text(data, name)
    return RawDocument(text, "text/markdown", (RawPage(None, 0, len(text)),))
