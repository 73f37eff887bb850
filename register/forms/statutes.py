"""Statutes, remits and plans of competence: what they say holds from the day they come into force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.danish.dates import find_dates
from core.schema import Basis, Document, Responsibility, Span
from register.sentences.timing import Clause, Timing

_STATUTE = re.compile(
    r"styrelsesvedtægt|vedtægt(?:er)? for|kompetence(?:fordelings)?plan|delegationsplan|forretningsorden|"
    r"regulativ|kvalitetsstandard|kommissori(?:um|et|er)|funktionsbeskrivelse",
    re.I,
)
_UNTIL = re.compile(r"indtil|frem til|til og med|løber til")
_FIRST = 300  # characters in which a paper says what it is


def dated_by_statute(rows: list[Responsibility], document: Document, clauses: Sequence[Clause]) -> list[Responsibility]:
    """Rows without a day of their own take the day a statute comes into force."""
    clause = next((c for c in clauses if not c.section), None) or _in_head(document)
    if clause is None or not _STATUTE.search(f"{document.title}\n{document.cleaned[:_FIRST]}"):
        return rows
    return [_dated(row, clause) if _open(row) else row for row in rows]


def _in_head(document: Document) -> Clause | None:
    """ "Gældende fra 1. januar 2020" below the title."""
    head = document.cleaned[:_FIRST]
    stated = re.search(r"(?:[Gg]ældende|[Gg]ælder|[Mm]ed virkning)\s+(?:fra|pr\.)\s", head)
    day = next((d for d in find_dates(head, document.date) if stated and d.start >= stated.start()), None)
    if day is None:
        return None
    text, span = " ".join(day.text.split()), Span(day.start, day.end)
    return Clause(Timing(day.first, Basis.GENERAL_CLAUSE, None, text, span=span), ())


def _open(row: Responsibility) -> bool:
    open_ended = not row.conditions or (row.until and all(_UNTIL.match(c) for c in row.conditions))
    return row.effective_from is None and row.basis is Basis.NONE and bool(open_ended) and row.relation != "transfer"


def _dated(row: Responsibility, clause: Clause) -> Responsibility:
    timing = clause.timing
    return replace(
        row,
        effective_from=timing.start,
        basis=Basis.GENERAL_CLAUSE,
        effective_text=timing.text,
        effective_span=timing.span,
    )
