"""Headings and list items without a verb that say where something goes: "Én indgang under Kulturudvalget"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.schema import BlockKind, Document, Responsibility, Status
from register.names.unit_forms import Mention, find_names
from register.rows import row_key
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task
from register.sentences.timing import Clause, general_timing

_MOVES = re.compile(r"ressort|flyt|samles|ændring|omlægning|overfør|fordeling", re.IGNORECASE)
_NOMINAL = re.compile(
    r"^(?:flyt(?:ning)?|overdragelse|overførsel|samling|placering|sammenlægning)\s+af\s+", re.IGNORECASE
)


def rows_of_headings(
    statements: Sequence[Statement],
    mentions: Mapping[int, list[Mention]],
    document: Document,
    clauses: Sequence[Clause],
    rows: Sequence[Responsibility],
) -> list[Responsibility]:
    """Rows for headings that end in "under <committee or administration>", in a document that dates its moves
    and where the section below has a move to the same place or names nothing else."""
    if not any(not c.section for c in clauses):
        return []
    found = []
    for statement in statements:
        for unit in mentions[statement.start][:3] if _may_hold(statement) else ():
            row = _row(statement, unit, document, clauses)
            if row and not any(r.task == row.task and r.to_unit == row.to_unit for r in rows):
                found.append(row)
    return found


def _may_hold(statement: Statement) -> bool:
    """Headings, and items of a list that its lead-in presents as moves."""
    if statement.kind is BlockKind.HEADING:
        return True
    listed = statement.kind is BlockKind.LIST_ITEM and statement.first
    return listed and _MOVES.search(statement.lead_in) is not None


def _row(statement: Statement, unit: Mention, document: Document, clauses: Sequence[Clause]) -> Responsibility | None:
    before = document.cleaned[statement.start : unit.start]
    after = document.cleaned[unit.end : statement.end]
    if not re.match(r"\s*(?:[.;,)]|\((?!\w+ ?\d)[^)]*\)?|\([^)]*\))?\s*$", after):
        return None
    if unit.type not in ("udvalg", "forvaltning") or not re.search(r"\bunder\s+(?:det\s+|den\s+)?$", before):
        return None
    words = re.sub(r"\bunder\s+(?:det\s+|den\s+)?$", "", before)
    task = clean_task(_NOMINAL.sub("", re.sub(r"^\W*\d+(?:\.\d+)*\.?\s+", "", " ".join(words.split()))))
    if not task or _NOMINAL.match(words) or len(task.split()) > 10:
        return None
    source = [m.text for m in find_names(after)]
    timing = general_timing(clauses, (" ".join(statement.text.split()),))
    row = Responsibility(
        key="",
        task=task,
        area=task,
        from_unit="; ".join(source),
        to_unit=unit.text,
        effective_from=timing.start,
        basis=timing.basis,
        status=Status.DECIDED,
        document_id=document.id,
        start=statement.start,
        end=statement.end,
        effective_text=timing.text,
        effective_span=timing.span,
        conditions=(timing.condition,) if timing.condition else (),
    )
    return replace(row, key=row_key(row))
