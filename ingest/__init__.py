"""Files to documents: parsing in child processes, OCR, clean-up, structure, tables, metadata, passages.

``read_document`` takes in one file, ``discover`` finds the files of folders and archives, ``page_image`` draws a
page. Everything else is inside this room.
"""

from __future__ import annotations

from typing import Any

__all__ = ["Found", "Skipped", "apart", "discover", "hidden_boxes", "page_image", "read_document"]

_PLACES = {
    "apart": "ingest.worker",
    "read_document": "ingest.reader",
    "page_image": "ingest.reader",
    "hidden_boxes": "ingest.reader",
    "discover": "ingest.finding",
    "Found": "ingest.finding",
    "Skipped": "ingest.finding",
}


def __getattr__(name: str) -> Any:
    """Import on first use, so that ``ressort --help`` stays quick."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PLACES[name]), name)
