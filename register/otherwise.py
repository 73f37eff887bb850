"""What a decision gives to another than was proposed: "Godkendt, med den ændring at legepladserne i stedet placeres i
<unit>". The decision's row stands, under the proposed day where it names none; the proposal's goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from core.cases import Case
from core.danish.rulings import Ruling
from core.danish.tokens import is_stop_word, stem, word_texts
from core.schema import Basis, Responsibility, Status
from register.rows import row_key

_GENERAL = frozenset(stem(word) for word in ("opgave", "opgaver", "drift", "ansvar", "område", "samlet", "kommune"))
_ALIKE = 0.88  # of two words that a scan may spell apart
_LONG = 6  # letters of such words


def superseding(row: Responsibility, case: Case, rows: Sequence[Responsibility]) -> Responsibility | None:
    """The row by which the case's decision gives a proposed row's task to another, None where none does."""
    return next((r for r in rows if _decides(r, case) and _gives_away(r, row)), None)


def instead(row: Responsibility, case: Case, proposed: Sequence[Responsibility]) -> Responsibility:
    """A row of a case's decision; one that changes who was proposed is decided, and has the proposed day where it
    tells none. proposed: the rows that the case puts forward."""
    before = next((p for p in proposed if _gives_away(row, p)), None)
    if before is None or not _decides(row, case):
        return row
    if row.status is Status.PLANNED and row.basis is not Basis.PHASE and case.ruling is not Ruling.SENT_ON:
        row = replace(row, status=Status.DECIDED)
    if len(_words(row.task)) == len(_words(before.task)):
        row = replace(row, task=before.task)
    if not (row.effective_from or row.until):
        row = replace(
            row,
            effective_from=before.effective_from,
            basis=before.basis,
            effective_text=before.effective_text,
            effective_span=before.effective_span,
        )
    return replace(row, key=row_key(row))


def _decides(row: Responsibility, case: Case) -> bool:
    return any(s.start <= row.start < s.end for s in case.decided)


def _gives_away(row: Responsibility, proposed: Responsibility) -> bool:
    """True where a row gives the task of a proposed one to another."""
    if not row.to_unit or row.to_unit == proposed.to_unit or row.relation not in ("transfer", "assign", "keep"):
        return False
    if proposed.relation not in ("transfer", "assign"):
        return False
    small, large = sorted((_words(row.task), _words(proposed.task)), key=len)
    return bool(small) and all(any(_alike(a, b) for b in large) for a in small)


def _words(task: str) -> list[str]:
    found = [stem(word) for word in word_texts(task) if not is_stop_word(word)]
    return [word for word in found if word not in _GENERAL]


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _LONG and SequenceMatcher(None, a, b).ratio() >= _ALIKE)
