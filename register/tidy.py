"""The last look over a document's rows: each once, dates shared where one move is told twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from core.danish.numbers import TWO_TO_TEN
from core.schema import Basis, Responsibility, Status, Unit
from register.names.unit_names import parts
from register.rows import row_key
from register.sentences.timing import GENERAL_CONDITIONS

_COUNTED = re.compile(  # "to særlige temaudvalg" says how many, not which; "otte borgerhuse" says enough
    r"^(?:(?:et|en) \w+ (?:og|samt) )?"
    rf"(?:(?:\d+|{TWO_TO_TEN})\s+(?:\w+e\s+)*\w*(?:udvalg|grupper|teams?|råd)|"
    r"(?:flere|nye|en\s+række)\s+(?:\w+e\s+)*\w+)(?:\s+i\s+\w*perioden)?(?:\s+[–-].*)?$"
)


def tidy(rows: list[Responsibility], units: Sequence[Unit]) -> list[Responsibility]:
    """Each row once; the main move of waves takes the phase as its basis; dates that the document states
    elsewhere for the same task and receiver are borrowed."""
    rows = [r for r in rows if r.relation != "create" or not _COUNTED.match(r.task)]
    rows = [_phased(r, rows) for r in rows]
    rows = [_placed(r, rows) for r in rows if not _made_there(r, rows)]
    rows = [_ended_before_next(r, rows) for r in _borrow_dates(rows, units)]
    unique: dict[str, Responsibility] = {}
    for row in rows:
        known = unique.get(row.key)
        if known is None or _says_more(row, known):
            unique[row.key] = row
    return list(unique.values())


def _ended_before_next(row: Responsibility, rows: Sequence[Responsibility]) -> Responsibility:
    """ "ligger hos A frem til 1. juli, hvor det overgår til B": A's row ends the day before B's begins."""
    next_days = [r.effective_from for r in rows if r.start == row.start and r.from_unit and r.from_unit == row.to_unit]
    if row.until is None or row.until not in next_days:
        return row
    return replace(row, until=row.until - timedelta(days=1))


def _says_more(row: Responsibility, known: Responsibility) -> bool:
    """A day where the other has none, or the move's own day where the other has that of a general clause."""
    if known.effective_from is None:
        return row.effective_from is not None
    return known.basis is Basis.GENERAL_CLAUSE and row.basis is Basis.EXPLICIT and row.effective_from is not None


def _phased(row: Responsibility, rows: Sequence[Responsibility]) -> Responsibility:
    waved = any(r.basis is Basis.PHASE and r.to_unit == row.to_unit and r.area == row.area for r in rows)
    if row.relation == "transfer" and row.basis is Basis.GENERAL_CLAUSE and waved:
        dates = sorted(
            r.effective_from for r in rows if r.basis is Basis.PHASE and r.area == row.area and r.effective_from
        )
        first = dates[0] if dates else None
        wave = next((r for r in rows if r.basis is Basis.PHASE and r.effective_from == first), row)
        text, span = (wave.effective_text, wave.effective_span) if wave is not row else ("", None)
        row = replace(row, effective_from=first, basis=Basis.PHASE, status=Status.PLANNED)
        return replace(row, effective_text=text, effective_span=span)
    return row


def _placed(row: Responsibility, rows: Sequence[Responsibility]) -> Responsibility:
    """A body the document sets up is placed, not moved: no general date for it."""
    if row.relation != "transfer" or row.from_unit:
        return row
    made = [r for r in rows if r.relation == "create" and _same_body(r.task, row.task)]
    if not made:
        return row
    row = replace(row, relation="assign")
    if row.basis is Basis.GENERAL_CLAUSE:
        own = tuple(c for c in row.conditions if c not in GENERAL_CONDITIONS)
        row = replace(row, effective_from=None, basis=Basis.NONE, effective_text="", conditions=own)
        row = replace(row, effective_span=None)
    return replace(row, key=row_key(row))


def _made_there(row: Responsibility, rows: Sequence[Responsibility]) -> bool:
    """True for the place of a body that the same sentence sets up there."""
    return row.relation == "transfer" and any(
        r.relation == "create" and r.start == row.start and r.to_unit == row.to_unit and row.task.startswith(r.task)
        for r in rows
    )


def _same_body(body: str, task: str) -> bool:
    a = re.sub(r"(?<=\w{5})(?:en|et)$", "", re.sub(r"[\s-]", "", task.lower()))
    return len(a) > 4 and a in re.sub(r"[\s-]", "", body.lower())


def _borrow_dates(rows: list[Responsibility], units: Sequence[Unit]) -> list[Responsibility]:
    dated: dict[tuple[str, str], Responsibility] = {}
    family = _families(units)
    for row in rows:
        if row.effective_from and row.basis is Basis.EXPLICIT:
            for word in _task_words(row.task):
                dated.setdefault((word, family(row.to_unit)), row)
    out = []
    for row in rows:
        match = None
        if row.effective_from is None and row.relation == "transfer" and not any("efter" in c for c in row.conditions):
            hits = [dated[k] for w in _task_words(row.task) if (k := (w, family(row.to_unit))) in dated]
            match = hits[0] if hits else None
        out.append(
            replace(
                row,
                effective_from=match.effective_from,
                basis=match.basis,
                effective_text=match.effective_text,
                effective_span=match.effective_span,
            )
            if match
            else row
        )
    return out


def _task_words(task: str) -> list[str]:
    return [w.lower() for w in re.findall(r"\w{9,}", task)]


def _families(units: Sequence[Unit]) -> Callable[[str], str]:
    """Function: a unit's name → one name for the committee and the administration that serves it."""
    committee = {u.name: u.serves for u in units if u.serves}
    groups: dict[str, str] = defaultdict(str)
    for unit in units:
        groups[unit.name] = committee.get(unit.name) or unit.name
    return lambda name: "/".join(parts(groups.get(name) or name)) or name[:1]
