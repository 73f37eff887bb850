"""What to call a document beside others, and how old it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.schema import Document, Kind

_SHORT = {
    Kind.AGREEMENT: "Aftalen",
    Kind.MINUTES: "Referatet",
    Kind.BUDGET_NOTE: "Budgetnotatet",
    Kind.ACTION_PLAN: "Handleplanen",
    Kind.IMPLEMENTATION_PLAN: "Implementeringsplanen",
    Kind.MEMO: "Notatet",
    Kind.CASE_PAPER: "Sagsfremstillingen",
}
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d.,-]\d|\d)")


def label(document: Document, others: Sequence[Document]) -> str:
    """What to call a document among those shown: its kind, with its year or title where two are alike."""
    name = _SHORT.get(document.kind, "")
    alike = [other for other in others if other.id != document.id and other.kind is document.kind]
    if not name or alike:
        year = f" ({document.date.year})" if document.date else ""
        return f"»{document.title}«{year}" if not name else f"{name} »{document.title}«"
    return name


def year_of(document: Document) -> int:
    """The year a document is of: its date's, else the year it names most often; 0 where it names none."""
    if document.date:
        return document.date.year
    named = Counter(_YEAR.findall(document.cleaned))
    return int(max(named, key=lambda year: (named[year], year))) if named else 0
