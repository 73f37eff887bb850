"""From which day a row can hold at all: what a paper proposes, sets up or lays on somebody, nobody had before that
paper. What it tells as a state of things ("varetages fortsat af") may well have been so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from core.schema import Basis, Document, Kind, Responsibility, Status

_LAYS_DOWN = (Kind.AGREEMENT, Kind.ACTION_PLAN, Kind.IMPLEMENTATION_PLAN)
_REMIT = re.compile(r"kommissorium|vedtægt|forretningsorden|arbejdsgrundlag", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:fortsat|forsat|fortsætter|uændret|stadig|hidtil|i dag|i øjeblikket|p\.\s?t\.|nu|allerede|siden|bevarer|"
    r"beholder|forbliver|indtil|frem til)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\bskal\b")
_IF = ("hvis", "såfremt", "forudsat", "under forudsætning")


def spoken_days(rows: Sequence[Responsibility], documents: Mapping[str, Document]) -> dict[str, date]:
    """Row key → day of its paper, for rows that nobody had before it. documents: by id."""
    found = {}
    for row in rows:
        document = documents.get(row.document_id)
        if document and document.date and _begins_as_told(row, document):
            found[row.key] = document.date
    return found


def _begins_as_told(row: Responsibility, document: Document) -> bool:
    dated = row.effective_from is not None and row.basis is not Basis.DEADLINE
    if dated or row.until or row.from_unit or row.confirmed_by or row.relation == "keep":
        return False
    if row.relation == "create" or row.status is Status.PLANNED or any(c.startswith(_IF) for c in row.conditions):
        return True
    words = document.cleaned[row.start : row.end]
    if row.relation != "assign" or row.status is Status.UNCHANGED or _GOES_ON.search(words):
        return False
    lays_down = document.kind in _LAYS_DOWN or _REMIT.search(document.title) is not None
    return lays_down or row.basis is Basis.DEADLINE or _DUTY.search(words) is not None
