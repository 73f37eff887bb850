"""Addresses inside the application."""

from __future__ import annotations

from urllib.parse import urlencode

from core.schema import Citation, Locator

MARK = "maerke"  # id of the first marked words in the reader


def reader(
    document: str,
    start: int | None = None,
    end: int | None = None,
    *,
    view: str = "",
    leaf: int | None = None,
    panel: bool = False,
) -> str:
    """The reader at a span of the received text, or at a page (leaf, from 1)."""
    values: dict[str, object] = {"dokument": document}
    if start is not None and end is not None:
        values |= {"start": start, "slut": end}
    if view:
        values["visning"] = view
    if leaf is not None:
        values["side"] = leaf
    if panel:
        values["panel"] = 1
    anchor = f"#{MARK}" if start is not None and leaf is None else ""
    return f"/laes?{urlencode(values)}{anchor}"


def to_locator(document: str, locator: Locator) -> str:
    """The reader at a locator."""
    return reader(document, locator.start, locator.end)


def to_citation(citation: Citation) -> str:
    """The reader at a citation's words."""
    return to_locator(citation.document_id, citation.locator)


def page_image(document: str, page: int) -> str:
    """The picture of a page (number as in the file)."""
    return f"/sidebillede?{urlencode({'dokument': document, 'side': page})}"


def register_file(suffix: str, **values: str) -> str:
    """The register as a file (csv or xlsx), with the same filters as the view."""
    return f"/ansvar.{suffix}?{urlencode({k: v for k, v in values.items() if v})}"
