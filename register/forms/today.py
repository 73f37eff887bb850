"""What a point of a list of moves tells of today: below "<unit> får ansvaret for:" the point "moserne, som i dag hører
under <unit>"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.danish.tokens import stem
from core.schema import Responsibility, Status
from register.names.unit_forms import Mention
from register.rows import row_key
from register.sentences.reading import Statement

_TODAY = re.compile(
    r",?\s+(?:som|der)\s+(?:(?:i\s+dag|hidtil|indtil\s+nu|p\.t\.|nu|tidligere|i\s+øjeblikket)\b|lå\b|hørte\b|"
    r"har\s+(?:hidtil\s+|tidligere\s+)?(?:ligget|hørt|været)\b)"
)


_UNTIL_NOW = re.compile(r"\b(?:i\s+dag|p\.\s?t\.|hidtil|indtil\s+nu)\b")
GOES_ON = re.compile(r"\b(?:fortsat|forsat|fortsætter|uændret|stadig|som\s+hidtil|i\s+dag|hidtil)\b")
"""What goes on as before, or is told of today."""

_WHICH = re.compile(r",\s+(?:som|der)\s[^,;.]*,")
_GETS = re.compile(
    r"(?P<who>[^,.;]{2,90}?)\s(?:får|overtager|tilføres|modtager)\s[^;]*?,\s(?:som|der)\s(?:nu\s|i\s+dag\s|hidtil\s|indtil\s+nu\s|"
    r"p\.t\.\s|tidligere\s)(?P<had>.*)$",
    re.DOTALL,
)


def from_who_has_it(
    rows: Sequence[Responsibility], statement: Statement, mentions: Sequence[Mention]
) -> list[Responsibility]:
    """The rows of a sentence; "<unit> får driften af broerne, som i dag løses af <unit>" is one move between the two.
    Where no unit is known to get it, who has it today is left out too."""
    gets = _GETS.match(statement.text)
    if gets is None:
        return list(rows)
    had = " ".join(gets["had"].split()).lower()
    to = next((m.text for m in mentions if m.end - statement.start == gets.end("who")), "")
    told = [r for r in rows if r.relation == "transfer" and r.to_unit == to]
    found = []
    for row in rows:
        if row.relation not in ("assign", "keep") or row.to_unit.lower() not in had or row.to_unit == to:
            found.append(row)
        elif to and not told:
            move = replace(row, relation="transfer", from_unit=row.to_unit, to_unit=to, status=Status.DECIDED)
            found.append(replace(move, key=row_key(move)))
    return found


def taken_over(rows: Sequence[Responsibility], text: str) -> list[Responsibility]:
    """The rows; "Nødkald besvares i dag af <unit>; fra den 1. maj 2027 overtager <unit> nødkaldene" is one move between
    the two. text: the cleaned text."""
    found = list(rows)
    for move in rows:
        holders = [r for r in rows if _hands_over(r, move, text)]
        if len(holders) == 1:
            task = holders[0].task if move.task.count(" ") == 0 else move.task
            told = replace(move, relation="transfer", from_unit=holders[0].to_unit, task=task)
            found = [replace(told, key=row_key(told)) if r is move else r for r in found if r is not holders[0]]
    return found


def _hands_over(row: Responsibility, move: Responsibility, text: str) -> bool:
    """True where a row tells who has today what a move of the same or the next sentence hands to another."""
    first, last = sorted((row, move), key=lambda r: r.start)
    near = last.start - first.end < 5 and "\n\n" not in text[first.start : last.start]
    moves = move.relation == "transfer" or (
        move.relation == "assign" and first is move and row.start > move.end and begins_here(move, text)
    )
    other = not move.from_unit and move.to_unit not in ("", row.to_unit)
    return near and moves and other and is_held(row, text) and _one_thing(row.task, move.task)


def _one_thing(task: str, other: str) -> bool:
    """True for tasks that begin with the same noun ("nødkald om natten", "nødkaldene")."""
    first, second = (" ".join(t.lower().split()).split(" ")[0] for t in (task, other))
    return len(first) > 3 and stem(first) == stem(second) and (" " not in task or " " not in other)


def without_givers(rows: list[Responsibility], text: str) -> list[Responsibility]:
    """The rows without those that only tell who has a thing today, where a later sentence of the same paragraph takes
    that very thing from them. text: the cleaned text."""
    moves = [r for r in rows if r.relation == "transfer" and r.from_unit]
    return [r for r in rows if not any(_is_given_up(r, m, text) for m in moves)]


def is_held(row: Responsibility, text: str) -> bool:
    """True for what a sentence only tells of today."""
    held = row.relation in ("assign", "keep") and row.until is None and not row.exceptions
    return held and _UNTIL_NOW.search(text[row.start : row.end]) is not None


def begins_here(row: Responsibility, text: str) -> bool:
    """False for what a sentence tells of today or as going on, whatever its verb."""
    words = _WHICH.sub(",", text[row.start : row.end])  # "Huset, der i dag hører under <unit>, lægges ind under <unit>"
    return GOES_ON.search(words) is None


def _is_given_up(row: Responsibility, move: Responsibility, text: str) -> bool:
    near = 0 < move.start - row.end < 200 and "\n\n" not in text[row.end : move.start]
    same = row.task.lower() == move.task.lower() and row.to_unit == move.from_unit
    return near and same and is_held(row, text)


def from_today(words: str, own: Sequence[Responsibility], led: Sequence[Responsibility]) -> list[Responsibility]:
    """Rows of a list point that says whom it comes from: those its lead-in gives, from the one unit that has it today.
    words: the point's; own: what it says itself; led: rows of the lead-in. [] where it says something else."""
    holders = {r.to_unit for r in own}
    moves = bool(led) and all(r.relation in ("transfer", "merge") for r in led)
    if not moves or not own or any(r.relation != "keep" for r in own) or _TODAY.search(words) is None:
        return []
    holder = holders.pop() if len(holders) == 1 else ""
    given = [replace(r, from_unit=r.from_unit or holder) if r.to_unit != holder else r for r in led]
    return [replace(r, key=row_key(r)) for r in given]
