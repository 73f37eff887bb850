"""The JSON objects of the command line, made from what the knowledge base returns."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.alignment import Alignment
from core.errors import UsageError, system_reason
from core.schema import Answer, Document, Filters, Hit, Responsibility, Span
from core.wire import answer_object, date_span_object, hit_object, iso, responsibility_object, unit_object

if TYPE_CHECKING:
    from pipeline import KnowledgeBase


def hits(base: KnowledgeBase, found: list[Hit]) -> list[dict[str, Any]]:
    """Search hits with their documents' names and source text."""
    return [hit_object(hit, base.document(hit.passage.document_id)) for hit in found]


def search(base: KnowledgeBase, query: str, filters: Filters, top: int) -> list[dict[str, Any]]:
    """Ranked hits for a query. Raises UsageError for an empty or overlong one."""
    if not query.strip():
        raise UsageError("Søgningen er tom.", remedy="Skriv nogle søgeord.")
    return hits(base, base.search(query, filters, top))


def responsibility(base: KnowledgeBase, row: Responsibility) -> dict[str, Any]:
    """One row of the register with its citation."""
    return responsibility_object(row, base.citation_for(row.document_id, Span(row.start, row.end)))


def answer(base: KnowledgeBase, given: Answer) -> dict[str, Any]:
    """An answer or refusal with its rows and nearest passages."""
    rows = [responsibility(base, row) for row in given.responsibilities]
    return answer_object(given, hits(base, list(given.near)), rows)


def view(base: KnowledgeBase, name: str) -> list[dict[str, Any]]:
    """Rows of units, timeline or conflicts."""
    return {"units": _units, "timeline": _timeline, "conflicts": _conflicts}[name](base)


def _place(base: KnowledgeBase, document_id: str, span: Span) -> dict[str, Any]:
    from core.wire import citation_object

    return citation_object(base.citation_for(document_id, span))


def _units(base: KnowledgeBase) -> list[dict[str, Any]]:
    rows = []
    for unit in base.register().units_and_owners():
        places = [_place(base, document, span) for document, span in unit.places[:3]]
        rows.append({**unit_object(unit), "citations": places})
    return rows


def _timeline(base: KnowledgeBase) -> list[dict[str, Any]]:
    rows = []
    for event in base.register().timeline():
        place = _place(base, event.document_id, Span(event.start, event.end))
        rows.append({"what": event.what, "type": event.type, "when": date_span_object(event.when), "note": event.note,
                     "document": place["document"], "citation": place})  # fmt: skip
    return rows


def _conflicts(base: KnowledgeBase) -> list[dict[str, Any]]:
    rows = []
    for conflict in base.register().conflicts():
        sides = {"a": _place(base, *conflict.a), "b": _place(base, *conflict.b)}
        dates = {key: iso(base.document(side["document_id"]).date) for key, side in sides.items()}
        rows.append({"about": conflict.about, "type": conflict.type, **sides, "differs": list(conflict.differs),
                     "newer": conflict.newer or None, "dates": dates,
                     "confidence": round(conflict.confidence, 3)})  # fmt: skip
    return rows


def responsibilities(base: KnowledgeBase, *, as_of: date | None, task: str, unit: str) -> list[dict[str, Any]]:
    """Rows of the register on a day, by task or unit, each with its citation."""
    from register.library.export import objects

    rows = base.register().responsibilities(as_of=as_of, task=task, unit=unit)
    return objects(rows, {row.document_id: base.document(row.document_id) for row in rows})


def write_xlsx(rows: list[dict[str, Any]], path: Path) -> None:
    """The register as a workbook. Raises UsageError where the file can't be written."""
    from register.library.export import to_xlsx

    try:
        to_xlsx(rows, path)
    except OSError as error:
        raise UsageError(f"Filen {path} kan ikke skrives: {system_reason(error)}.") from None


def text(document: Document, *, page: int | None, raw: bool) -> str:
    """A document's text, cleaned or as received, whole or one page. Raises UsageError for an unknown page."""
    whole = document.received if raw else document.cleaned
    if page is None:
        return whole
    wanted = [one for one in document.pages if one.number == page]
    if not wanted:
        raise UsageError(f"{document.name} har ingen side {page}.")
    span = Span(wanted[0].start, wanted[0].end)
    if not raw:
        span = Alignment.of(document.changes).to_cleaned(span)
    return whole[span.start : span.end]
