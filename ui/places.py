"""Where a span of a document's cleaned text can be read: its citation and the link to it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Protocol

from core.errors import RessortError
from core.schema import Citation, Span
from ui import format as fmt
from ui import links

log = logging.getLogger(__name__)


class CitesSpans(Protocol):
    """The part of the knowledge base this file needs."""

    def citation_for(self, document_id: str, span: Span) -> Citation: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A source to show: url opens the reader there; where: "side 3"; quote: cleaned text."""

    url: str
    title: str
    document: str
    date: str
    where: str
    quote: str


def of_citation(citation: Citation) -> Place:
    """The place of a citation already made."""
    return Place(
        url=links.to_citation(citation),
        title=citation.title or citation.document,
        document=citation.document,
        date=fmt.day(citation.date),
        where=fmt.place(citation.locator),
        quote=citation.quote,
    )


def of_span(kb: CitesSpans, document_id: str, span: Span) -> Place | None:
    """The place of a span of the cleaned text; None where the document no longer holds it."""
    try:
        return of_citation(kb.citation_for(document_id, span))
    except (ValueError, RessortError):
        log.warning("no place for %s %s", document_id, span)
        return None
