"""Rows of the register as the views show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.danish.labels import BASES, STATUSES
from core.schema import MADE_BY, Amount, Basis, Responsibility, Span
from ui import format as fmt
from ui.places import CitesSpans, Place, of_span
from ui.texts import RELATIONS


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One responsibility in Danish text; now: the receiving unit's name today where it differs."""

    key: str
    task: str
    area: str
    from_unit: str
    to_unit: str
    now: str
    relation: str
    starts: str
    basis: str
    ends: str
    status: str
    conditions: tuple[str, ...]
    exceptions: tuple[str, ...]
    amounts: tuple[str, ...]
    fte: str
    person: str  # who corrected or confirmed the row
    made_by: str  # Danish, where no rule read the row
    place: Place | None


def register_rows(kb: CitesSpans, rows: Iterable[Responsibility]) -> list[RegisterRow]:
    """The rows with their sources."""
    return [register_row(kb, row) for row in rows]


def register_row(kb: CitesSpans, row: Responsibility) -> RegisterRow:
    """One row with its source."""
    return RegisterRow(
        key=row.key,
        task=row.task,
        area=row.area,
        from_unit=row.from_unit,
        to_unit=row.to_unit,
        now=row.to_current_name if row.to_current_name != row.to_unit else "",
        relation=RELATIONS.get(row.relation, row.relation),
        starts=fmt.day(row.effective_from) or row.effective_text,
        basis="" if row.basis is Basis.NONE else BASES[row.basis],
        ends=fmt.day(row.until),
        status=STATUSES[row.status],
        conditions=row.conditions,
        exceptions=row.exceptions,
        amounts=tuple(amount_text(amount) for amount in row.amounts),
        fte=fmt.number(row.fte, 1) if row.fte is not None else "",
        person=row.confirmed_by,
        made_by=MADE_BY.get(row.origin, ""),
        place=of_span(kb, row.document_id, Span(row.start, row.end)),
    )


def amount_text(amount: Amount) -> str:
    """1.357.000 kr. (2026), årligt."""
    years = f"{amount.year}-{amount.year_to}" if amount.year and amount.year_to else str(amount.year or "")
    parts = [fmt.kroner(amount.value_dkk), f"({years})" if years else "", "årligt" if amount.per_year else ""]
    return " ".join(part for part in parts if part)
