"""Plain text and Markdown: the decoded file is the received text, character for character."""

from __future__ import annotations

from ingest.decode import decode_noted
from ingest.raw import RawDocument, RawPage


def read_text(data: bytes, name: str) -> RawDocument:
    """A text file as one page without a number."""
    text, notes = decode_noted(data, name)
    return RawDocument(text, "text/plain", (RawPage(None, 0, len(text)),), warnings=notes)


def read_markdown(data: bytes, name: str) -> RawDocument:
    """Markdown stays as written; the structure room reads its marks."""
    text, notes = decode_noted(data, name)
    return RawDocument(text, "text/markdown", (RawPage(None, 0, len(text)),), warnings=notes)
