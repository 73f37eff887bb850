"""The JSON objects that others script against (docs/cli.md): answers, hits, documents and register rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.alignment import Alignment
from core.citations import locate
from core.schema import (
    Amount,
    Answer,
    Change,
    Citation,
    DateSpan,
    Document,
    Hit,
    Locator,
    Meta,
    Responsibility,
    Span,
    Unit,
)


def iso(day: date | None) -> str | None:
    """ISO date or None."""
    return day.isoformat() if day else None


def locator_object(locator: Locator) -> dict[str, Any]:
    """page, lines and the offsets (received text) that mark the words."""
    lines = list(locator.lines) if locator.lines else None
    return {"page": locator.page, "lines": lines, "start": locator.start, "end": locator.end}


def citation_object(citation: Citation) -> dict[str, Any]:
    """One citation of an answer."""
    return {
        "n": citation.n,
        "document": citation.document,
        "document_id": citation.document_id,
        "title": citation.title,
        "date": iso(citation.date),
        "kind": citation.kind.value,
        "locator": locator_object(citation.locator),
        "section": list(citation.section),
        "quote": citation.quote,
        "source_quote": citation.source_quote,
    }


def hit_object(hit: Hit, document: Document) -> dict[str, Any]:
    """One search hit; ``source_text`` is the passage verbatim as the file holds it."""
    passage = hit.passage
    received = Alignment.of(document.changes).to_received(Span(passage.start, passage.end))
    return {
        "document": document.name,
        "document_id": document.id,
        "title": document.title,
        "date": iso(document.date),
        "kind": document.kind.value,
        "locator": locator_object(locate(document, received)),
        "section": list(passage.section),
        "text": passage.text,
        "source_text": document.received[received.start : received.end],
        "score": round(hit.score, 6),
    }


def amount_object(amount: Amount) -> dict[str, Any]:
    """One sum of money."""
    return {
        "value_dkk": amount.value_dkk,
        "year": amount.year,
        "year_to": amount.year_to,
        "per_year": amount.per_year,
        "price_level": amount.price_level,
        "direction": amount.direction,
        "purpose": amount.purpose,
        "text": amount.text,
    }


def responsibility_object(row: Responsibility, citation: Citation | None) -> dict[str, Any]:
    """One row of the register with its citation."""
    return {
        "key": row.key,
        "task": row.task,
        "area": row.area,
        "relation": row.relation,
        "from": row.from_unit or None,
        "to": row.to_unit or None,
        "to_current_name": row.to_current_name or row.to_unit or None,
        "effective_from": iso(row.effective_from),
        "effective_basis": row.basis.value,
        "effective_text": row.effective_text,
        "until": iso(row.until),
        "status": row.status.value,
        "conditions": list(row.conditions),
        "exceptions": list(row.exceptions),
        "amounts": [amount_object(a) for a in row.amounts],
        "fte": row.fte,
        "origin": row.origin,
        "confirmed_by": row.confirmed_by or None,
        "citation": citation_object(citation) if citation else None,
    }


def answer_object(answer: Answer, near: list[dict[str, Any]], responsibilities: list[dict[str, Any]]) -> dict[str, Any]:
    """One answer or refusal; ``near`` and ``responsibilities`` come as objects already."""
    return {
        "id": answer.id,
        "question": answer.question,
        "answer": answer.answer,
        "refused": answer.refused,
        "reason": answer.reason,
        "confidence": round(answer.confidence, 4),
        "kind": answer.kind,
        "subject": answer.subject,
        "citations": [citation_object(c) for c in answer.citations],
        "responsibilities": responsibilities,
        "near": near,
        "seconds": round(answer.seconds, 4),
    }


def date_span_object(when: DateSpan) -> dict[str, Any]:
    """A date as an interval with its precision."""
    return {
        "first": iso(when.first),
        "last": iso(when.last),
        "precision": when.precision.value,
        "bound": when.bound,
        "text": when.text,
    }


def unit_object(unit: Unit) -> dict[str, Any]:
    """A committee, administration, centre, team or function."""
    return {
        "name": unit.name,
        "type": unit.type,
        "abbreviations": list(unit.abbreviations),
        "aliases": list(unit.aliases),
        "former": list(unit.former),
        "later": list(unit.later),
        "renamed_on": iso(unit.renamed_on),
        "serves": unit.serves or None,
        "inferred": unit.inferred,
    }


def meta_object(meta: Meta) -> dict[str, Any]:
    """One value a document tells about itself."""
    return {
        "name": meta.name,
        "value": meta.value,
        "confidence": round(meta.confidence, 3),
        "corrected_by": meta.corrected_by or None,
        "span": [meta.span.start, meta.span.end] if meta.span else None,
    }


def document_object(document: Document) -> dict[str, Any]:
    """One document of the library, without its text."""
    attention = [{"page": page.number, "reason": page.attention} for page in document.pages if page.attention]
    return {
        "id": document.id,
        "document": document.name,
        "title": document.title,
        "kind": document.kind.value,
        "date": iso(document.date),
        "pages": len(document.pages) if document.paged() else None,
        "passages": len(document.passages),
        "tables": len(document.tables),
        "changes": len(document.changes),
        "ready": bool(document.passages) and not attention,
        "attention": attention,
        "warnings": list(document.warnings),
        "meta": [meta_object(m) for m in document.meta],
    }


def change_object(change: Change) -> dict[str, Any]:
    """One edit of the clean-up; ``low`` marks what a person should look at."""
    return {
        "start": change.start,
        "end": change.end,
        "before": change.before,
        "after": change.after,
        "confidence": round(change.confidence, 3),
        "reason": change.reason,
    }
