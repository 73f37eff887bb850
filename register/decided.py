"""What a decision makes of the rows that the same case proposes: adopted, moved to another day, put off, rejected.

"Sagsfremstilling" and "Indstilling" put a task forward; the "Beslutning" of the same case says what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.cases import Case, case_at, is_proposal
from core.danish.rulings import Moved, Ruling, names_part, speaks_of
from core.schema import Basis, BlockKind, Document, Responsibility, Span, Status
from register.otherwise import instead, superseding

_INTENDED = re.compile(  # what is only meant to come some day stays a plan when the case is adopted
    r"planlæg|påtænk|hensigt|intention|ambition|målet er|tanken|på sigt|ønske|muligt at|\bsøges\b", re.IGNORECASE
)
_SET_FORTH = re.compile(r"^\W*(?:indstilling|anbefaling|forslag)", re.IGNORECASE)


def by_decision(rows: Sequence[Responsibility], document: Document) -> list[Responsibility]:
    """The rows as the decisions of their cases leave them; a row that no decided case puts forward stays as it is."""
    out = []
    for row in rows:
        case = case_at(document, row.start)
        if case is None or not (proposes := case.proposes(row.start)) or not _put_forward(row, document):
            out.append(row if case is None or proposes else instead(row, case, _proposed(case, rows, document)))
        elif case.ruling is not Ruling.REJECTED and superseding(row, case, rows) is None:
            out.append(_settled(row, case, document, rows))
    return out


def _proposed(case: Case, rows: Sequence[Responsibility], document: Document) -> list[Responsibility]:
    return [r for r in rows if case.proposes(r.start) and _put_forward(r, document)]


def _put_forward(row: Responsibility, document: Document) -> bool:
    """True where the row's own words, what introduces them or their heading propose."""
    if row.status is Status.UNCHANGED:
        return False
    block = next((b for b in document.blocks if b.start <= row.start < b.end), None)
    words = document.cleaned[row.start : row.end]
    if block is None or block.kind is BlockKind.TABLE:
        return False
    heads = any(_SET_FORTH.match(head) for head in block.section[-1:])
    if is_proposal(f"{block.lead_in} {words}") or heads:
        return True
    return row.status is Status.PLANNED and not _INTENDED.search(words)


def _settled(row: Responsibility, case: Case, document: Document, rows: Sequence[Responsibility]) -> Responsibility:
    told = " ".join(" ".join(document.cleaned[s.start : s.end].split()) for s in case.decided[-1:])
    if case.ruling is Ruling.POSTPONED:
        return replace(row, status=Status.PLANNED, conditions=(*row.conditions, f"sagen er udsat: {told}"))
    moved = next((m for m in case.moved if _concerns(m, row, case, document, rows)), None)
    if moved is not None:
        row = _on_other_day(row, moved, document)
    if case.ruling is not Ruling.ADOPTED or row.status is not Status.PLANNED or row.basis is Basis.PHASE:
        return row
    return replace(row, status=Status.DECIDED)


def _concerns(
    moved: Moved, row: Responsibility, case: Case, document: Document, rows: Sequence[Responsibility]
) -> bool:
    """True where the day given up is the row's: it is named, the subject is of the row's words, or all rows of the
    case have one day."""
    if row.effective_from is None:
        return False
    if moved.old is not None and moved.old.first:
        return row.effective_from == moved.old.first
    if names_part(moved):
        return speaks_of(moved, f"{row.task} {document.cleaned[row.start : row.end]}")
    days = {r.effective_from for r in _proposed(case, rows, document) if r.effective_from}
    return len(days) == 1


def _on_other_day(row: Responsibility, moved: Moved, document: Document) -> Responsibility:
    """The row under the day decided, with the decision's words as its condition."""
    new, told = moved.new, " ".join(document.cleaned[moved.span.start : moved.span.end].split())
    by = new.bound == "by"
    return replace(
        row,
        effective_from=new.last if by and new.last else new.first,
        basis=Basis.DEADLINE if by else Basis.EXPLICIT,
        effective_text=" ".join(new.text.split()),
        effective_span=Span(new.start, new.end),
        conditions=(*row.conditions, told),
    )
