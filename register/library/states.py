"""The state of a task on any day: owner, next change, what is uncertain and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.danish.dates import write_day
from core.schema import Basis, Responsibility, Status
from register.library.entries import Entry
from register.names.unitbook import UnitBook

_WAITS = ("efter", "indtil", "først", "tidligst", "hvis", "såfremt", "forudsat", "under forudsætning")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class State:
    """One task on a span of days. owner: under the name valid then, "" where the documents do not say or a
    condition decides. candidates: units it may lie with when uncertain. next_day, next_owner: what changes
    next. uncertain: Danish reasons. row: the words it rests on; its ``to_unit`` is the owner."""

    task: str
    owner: str
    candidates: tuple[str, ...]
    next_day: date | None
    next_owner: str
    uncertain: tuple[str, ...]
    row: Responsibility


@dataclass(frozen=True, slots=True)
class Course:
    """An entry's states in time. days: first day of each segment but the first, ascending."""

    entry: Entry
    days: tuple[int, ...]  # ordinals
    segments: tuple[tuple[State, ...], ...]

    def on(self, day: date) -> tuple[State, ...]:
        """States valid that day."""
        return self.segments[bisect_right(self.days, day.toordinal())]


def course(
    entry: Entry,
    book: UnitBook,
    name_breaks: Sequence[date],
    ends: Mapping[str, date] | None = None,
    told: Mapping[str, date] | None = None,
) -> Course:
    """All states of an entry, computed once. ends: row key → day from which the document itself says that
    what the row tells has given way to a move. told: row key → day before which the row cannot hold."""
    ends, told = ends or {}, told or {}
    entry = replace(entry, rows=tuple(_ended(row, ends) for row in entry.rows))
    days = {d for row in entry.rows for d in _breaks(row)}
    days |= {told[row.key] for row in entry.rows if row.key in told}
    if days or len(entry.rows) > 1 or name_breaks:
        days |= set(name_breaks)
    ordered = sorted(days)
    firsts = [date.min, *ordered]
    segments = tuple(_segment(_spoken(entry, day, told), day, book) for day in firsts)
    return Course(entry, tuple(d.toordinal() for d in ordered), segments)


def _ended(row: Responsibility, ends: Mapping[str, date]) -> Responsibility:
    return replace(row, until=ends[row.key] - _ONE_DAY) if row.key in ends and not row.until else row


def _spoken(entry: Entry, day: date, told: Mapping[str, date]) -> Entry:
    """The entry without the rows that papers only told later."""
    kept = [r for r in entry.rows if told.get(r.key, date.min) <= day]
    return entry if len(kept) == len(entry.rows) else replace(entry, rows=tuple(kept))


def _breaks(row: Responsibility) -> list[date]:
    found = [row.effective_from] if row.effective_from else []
    if row.basis is Basis.PHASE and row.effective_from:
        found.append(date(row.effective_from.year + 1, 1, 1))
    if row.basis is Basis.DEADLINE and row.effective_from:
        found.append(date(row.effective_from.year, 1, 1))
    if row.until and row.until < date.max:
        found.append(row.until + _ONE_DAY)
    return found


def _segment(entry: Entry, day: date, book: UnitBook) -> tuple[State, ...]:
    states = [s for row in _leading(entry, day) if (s := _state(row, day, book)) is not None]
    return tuple(_told_apart(states, book))


def _leading(entry: Entry, day: date) -> list[Responsibility]:
    """Rows that speak of this day: of the moves the best ranked one to each receiver; a row that only tells
    how things were gives way once a move has taken effect."""
    moves = [r for r in entry.rows if r.relation in ("transfer", "merge")]
    moved = any(r.effective_from and r.effective_from <= day for r in moves)
    kept = [
        r
        for r in entry.rows
        if not (moved and r.relation == "keep" and r.status is Status.UNCHANGED and not r.effective_from)
    ]
    return kept


def _state(row: Responsibility, day: date, book: UnitBook) -> State | None:
    if row.until and day > row.until:
        return None
    ahead = row.effective_from is not None and day < row.effective_from and not _is_due(row)
    waits = row.effective_from is None and row.relation == "transfer"
    if row.relation in ("keep", "create", "assign") and ahead:
        return None
    if ahead or (waits and _conditional(row)):
        return _before(row, day, book)
    return _after(row, day, book)


def _is_due(row: Responsibility) -> bool:
    """True for a task that somebody has to do by a day: it is theirs before."""
    return row.relation == "assign" and row.basis is Basis.DEADLINE


def _before(row: Responsibility, day: date, book: UnitBook) -> State:
    owner = book.name_on(row.from_unit, day) if row.from_unit else ""
    target = book.name_on(row.to_unit, row.effective_from or date.max) if row.to_unit else ""
    reasons = [_why_before(row, target)]
    if not owner:
        reasons.append("dokumentet siger ikke, hvem der har opgaven før")
    open_now = row.basis is Basis.PHASE or _near_deadline(row, day)
    candidates = tuple(n for n in (owner, target) if n) if open_now else ()
    shown = replace(
        row, relation="keep", to_unit=row.from_unit, to_current_name=owner, from_unit="",
        until=row.effective_from - _ONE_DAY if row.effective_from else None, effective_from=None,
        basis=Basis.NONE, effective_text="", effective_span=None,  # the day is the next owner's
        conditions=(*row.conditions, *reasons),
    )  # fmt: skip
    return State(row.task, owner, candidates, row.effective_from, target, tuple(reasons), shown)


def _near_deadline(row: Responsibility, day: date) -> bool:
    """A deadline leaves its own year open; years before it the task still lies where it was."""
    return row.basis is Basis.DEADLINE and row.effective_from is not None and day.year == row.effective_from.year


def _why_before(row: Responsibility, target: str) -> str:
    to = f" til {target}" if target else ""
    if row.effective_from is None:
        return f"flyttes først{to}, når betingelsen er opfyldt: {'; '.join(_deciding(row)) or 'se kilden'}"
    day = write_day(row.effective_from)
    if row.basis is Basis.DEADLINE:
        return f"flyttes{to} senest {day} og kan flyttes før, så dagen ligger ikke fast"
    if row.basis is Basis.PHASE:
        return f"flyttes{to} i faser {row.effective_text or day}, så dagen ligger ikke fast"
    if row.basis is Basis.EXPECTED:
        return f"forventes at flytte{to} {day}" + (f": {'; '.join(_deciding(row))}" if _deciding(row) else "")
    return f"flyttes{to} {day}"


def _after(row: Responsibility, day: date, book: UnitBook) -> State:
    owner = book.name_on(row.to_unit, day) if row.to_unit else ""
    reasons = _why_after(row, day)
    undecided = row.basis is Basis.EXPECTED or (
        row.basis is Basis.PHASE and row.effective_from is not None and day.year <= row.effective_from.year
    )
    before = book.name_on(row.from_unit, day) if row.from_unit else ""
    candidates = tuple(n for n in (before, owner) if n) if undecided and reasons else ()
    shown = replace(row, to_current_name=owner, conditions=(*row.conditions, *reasons))
    next_day = row.until + _ONE_DAY if row.until and row.until < date.max else None
    return State(row.task, owner, candidates, next_day, "", tuple(reasons), shown)


def _why_after(row: Responsibility, day: date) -> list[str]:
    reasons = []
    if row.basis is Basis.GENERAL_CLAUSE and any("muligt" in c or "udgangspunkt" in c for c in row.conditions):
        reasons.append("dagen følger af dokumentets almindelige bestemmelse og gælder kun så vidt muligt")
    elif row.basis is Basis.EXPECTED:
        reasons.append("flytningen var kun forventet til denne tid")
    elif row.basis is Basis.PHASE and row.effective_from:
        reasons.append(
            f"flyttes i faser {row.effective_text or write_day(row.effective_from)}, så dagen ligger ikke fast"
        )
    if row.status is Status.PLANNED and row.basis is not Basis.PHASE:
        reasons.append("er foreslået eller planlagt, ikke besluttet")
    if row.until:
        reasons.append(f"gælder til og med {write_day(row.until)}")
    elif row.status is Status.TEMPORARY:
        reasons.append("er midlertidig")
    reasons += [f"betingelse: {c}" for c in _deciding(row)]
    return reasons


def _conditional(row: Responsibility) -> bool:
    return bool(_deciding(row))


def _deciding(row: Responsibility) -> list[str]:
    """Conditions that decide whether or when, not those that only describe."""
    return [
        c
        for c in row.conditions
        if c.lower().removeprefix("dog ").startswith(_WAITS)
        and "flyttes til" not in c[:20]
        and not c.startswith("flyttes")
    ]


def _told_apart(states: list[State], book: UnitBook) -> list[State]:
    """Two owners of one task never stand without the reason."""
    owners = {s.owner for s in states if s.owner and s.row.relation != "create"}
    if len(owners) < 2:
        return states
    why = _why_several(owners, book)
    return [
        replace(s, uncertain=(*s.uncertain, why), row=replace(s.row, conditions=(*s.row.conditions, why)))
        if s.owner
        else s
        for s in states
    ]


def _why_several(owners: set[str], book: UnitBook) -> str:
    ruling = {o for o in owners if book.rules(o)}
    inside = owners - ruling
    roots = [book.family(o) for o in ruling if "; " not in o]
    one = bool(roots) and len(roots) == len(ruling) and bool(frozenset.intersection(*roots))
    if not one:
        return "dokumenterne nævner flere: " + "; ".join(sorted(owners))
    parts = ["udvalget har det politiske ansvar, forvaltningen udfører opgaven"] if len(ruling) > 1 else []
    parts += [f"opgaven er placeret i {'; '.join(sorted(inside))}"] if inside else []
    return ", ".join(parts)
