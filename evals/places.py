"""Where a source quote stands in the documents of the library, and what overlaps it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.alignment import Alignment
from core.schema import Document, Span
from evals.questions import Source

_FUZZY_LEAST = 85.0  # rapidfuzz partial ratio below which a quote counts as not found (scans)


@dataclass(frozen=True, slots=True)
class Place:
    """span: offsets into the received text of the document."""

    document_id: str
    span: Span


def find_place(source: Source, documents: Sequence[Document]) -> Place | None:
    """The span of a source's quote: exact in the received text, else its corrected form in the cleaned
    text, else (scans) the best fuzzy match of at least 85 %. None where no document holds it."""
    for document in documents:
        if not document.name.startswith(source.doc):
            continue
        span = _exact(source.quote, document.received)
        if span is None:
            cleaned = _exact(source.corrected_quote, document.cleaned) or _fuzzy(
                source.corrected_quote, document.cleaned
            )
            span = cleaned and Alignment.of(document.changes).to_received(cleaned)
        if span is not None:
            return Place(document.id, span)
    return None


def _exact(quote: str, text: str) -> Span | None:
    words = quote.split()
    if not words:
        return None
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    return Span(*match.span()) if match else None


def _fuzzy(quote: str, text: str) -> Span | None:
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_FUZZY_LEAST)
    return Span(found.dest_start, found.dest_end) if found and found.score >= _FUZZY_LEAST else None


def share_covered(place: Place, spans: Sequence[tuple[str, Span]]) -> float:
    """Share (0..1) of the place's characters that the spans (document id, received span) cover."""
    covered: set[int] = set()
    for document_id, span in spans:
        if document_id == place.document_id:
            covered.update(range(max(span.start, place.span.start), min(span.end, place.span.end)))
    length = place.span.end - place.span.start
    return len(covered) / length if length else 0.0
