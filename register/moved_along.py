"""Moves whose receiver the sentence before names: "Hovednummeret, som i dag passes af A, overdrages samtidig", "De tre
medarbejdere overføres dertil"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.schema import Basis, Responsibility, Status
from register.reading import Statement
from register.rows import area_of, row_key
from register.tasks import clean_task

_ALONG = re.compile(
    r"(?P<task>[A-ZÆØÅ][^,.;:]{3,90}?)(?:, (?:som|der) (?P<had>[^,.;]{5,90}),)? "
    r"(?:overdrages|overføres|overgår|flyttes|flytter|følger|overgives|henlægges)"
    r"(?P<how>(?: (?:samtidig|samtidigt|ligeledes|også|tilsvarende|med|dertil|hertil))+)"
    r"(?: med| til (?:samme (?:udvalg|forvaltning|enhed|afdeling|sted)))?[.;]?\s*$"
)
_NOBODYS = re.compile(r"^(?:Der\b|(?:Det|Den|De|Dette|Disse|Opgave\w*|Ansvaret)$)|^(?:I|På|Ved|For|Fra|Til|Med) ")


def moved_along(
    rows: Sequence[Responsibility], statement: Statement, earlier: Sequence[Responsibility]
) -> list[Responsibility]:
    """The rows of a sentence; where it only goes along with the move told just before, one row with that receiver
    and day instead of the row of who has the thing today."""
    found = _ALONG.match(" ".join(statement.text.split()))
    known = [r for r in earlier if r.relation == "transfer" and r.to_unit]
    if found is None or not known or _NOBODYS.match(found["task"]) or statement.first:
        return list(rows)
    if any(r.relation == "transfer" for r in rows):
        return list(rows)
    last, had = known[-1], next((r.to_unit for r in rows if r.relation in ("assign", "keep")), "")
    task = clean_task(found["task"]) or found["task"]  # "de to guider" is vague only by itself
    if not task or had == last.to_unit:
        return list(rows)
    moved = replace(
        last,
        task=task,
        from_unit=had if found["had"] else "",
        start=statement.start,
        end=statement.end,
        status=Status.DECIDED if last.basis is not Basis.EXPECTED else last.status,
        area=area_of(statement.section),
        conditions=(),
        exceptions=(),
        amounts=(),
        fte=None,
    )
    return [replace(moved, key=row_key(moved))]
