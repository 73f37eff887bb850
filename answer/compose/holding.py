"""Ja or Nej to "hører X under Y?", from the register: the row of X, the day asked about, and whether Y has it then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from answer.clauses import conditional
from answer.compose.common import Context, quoted
from answer.compose.course import said_before
from answer.compose.fitting import fitting
from answer.compose.owner import statements_of
from answer.compose.topic import unit_keys
from answer.draft import Draft
from answer.polarity import strength
from core.schema import Basis, Responsibility

_HEAVY, _LIKE = 0.2, 0.55  # weight of a word that must not be missing; how well one is met by a word like it
_SURE = 0.7  # fit a row needs to settle it
_HAVING = re.compile(
    r"\b(?:hør(?:er|te|e)|ligger|lå|liggende|ansvar\w*|står for|sidder med|overta\w*|overtog|flytt\w*|overgå\w*|får|"
    r"beholder|placere\w*|forankre\w*|lagt|leverer|varetag\w*|driver|skifte[rs]?)\b",
    re.IGNORECASE,
)
_MOVING = re.compile(r"\b(?:flytt\w*|overgå\w*|overta\w*|overtog|skift\w*|får)\b", re.IGNORECASE)
_MOVES_NOW = re.compile(r"\b(?:flytter|flyttes|overgår|overtager|overdrages|skifter|får)\b", re.IGNORECASE)
_NO_CLAIM = re.compile(
    r"\b(?:mist\w*|afgiv\w*|slipper|slap|ikke|ingen|kun|alene|eller|hele|fulde?|samtlige|alle|både|fast)\b",
    re.IGNORECASE,
)
_SWITCH = re.compile(r"\bskift\w* .*\b(?:forvaltning|udvalg|myndighed|ejer)\b", re.IGNORECASE)
# two things or one thing over time held against each other: "ligger de to samme sted?"
_SAME_PLACE = re.compile(r"\bsamme (?:sted|forvaltning|udvalg|hånd|myndighed|tag)\b", re.IGNORECASE)
_OTHER = 0.6  # of the best fit, for a row of the same topic that another owner has
_OPEN = frozenset({Basis.PHASE, Basis.EXPECTED, Basis.DEADLINE})


def compose(context: Context) -> Draft | None:
    """The verdict and the owner, where the question names a unit and the register knows the task."""
    part = context.question.parts[0]
    if _SAME_PLACE.search(part.text):
        return _two_owners(context)
    if not _HAVING.search(part.text) or _NO_CLAIM.search(part.text):
        return None
    if any(span.bound in ("by", "until") for span in context.question.when.spans):
        return None
    asked = unit_keys(context, part.text)
    fits = [f for f in fitting(context, part, context.best) if f.fit >= _SURE and f.row.to_unit]
    for found in fits:
        if found.row.relation == "keep" and _MOVING.search(part.text):
            continue
        word = verdict(context, found.row, asked) if _settles(context, found.row) else ""
        if word:
            evidence = {"register": min(found.fit, 1.0)}
            statements = tuple(statements_of(context, found.row, fits))
            lead = "" if _moved_before(context, found.row) else word
            return Draft(statements, lead, evidence, responsibilities=(found.row,), how="owner")
    return _switching(context) if not asked and _SWITCH.search(part.text) else None


def _moved_before(context: Context, row: Responsibility) -> bool:
    """True for "overgår X i 2027?" where it moves in 2026: the day is told, and neither Ja nor Nej."""
    days = [d for d in context.question.when.spans if d.bound == "on" and d.first]
    if not days or row.effective_from is None or not _MOVES_NOW.search(context.question.parts[0].text):
        return False
    return row.effective_from < min(d.first for d in days if d.first)


def _settles(context: Context, row: Responsibility) -> bool:
    """True for a row about the very thing that is asked about first, not one like it ("årsværk" for "medarbejdere"),
    and without an "hvis"."""
    text = context.question.parts[0].text
    cleaned = context.document(row.document_id).cleaned
    said = f"{row.task} {row.area} {cleaned[row.start : row.end]}"
    if conditional(f"{said} {' '.join(row.conditions)}", text):
        return False
    units = " ".join(unit.text for unit in context.names.find(text)).lower()
    own = [t for t in context.question.terms if t.weight >= _HEAVY and not _HAVING.fullmatch(t.word)]
    return all(strength(t, said) > _LIKE for t in [t for t in own if t.word not in units][:1])


def _switching(context: Context) -> Draft | None:
    """ "Skifter X forvaltning?" with no unit named: the move, and who has it today, for the reader to judge."""
    fits = fitting(context, context.question.parts[0], context.best)
    move = next((f for f in fits if f.row.relation in ("transfer", "merge") and f.row.to_unit), None)
    if move is None:
        return None
    statements = tuple(statements_of(context, move.row, fits))
    before = said_before(context, move.row)
    if before is not None:
        statements += (quoted(context.document(move.row.document_id), before),)
    evidence = {"register": min(move.fit, 1.0)}
    return Draft(tuple(dict.fromkeys(statements)), "", evidence, responsibilities=(move.row,), how="owner")


def _two_owners(context: Context) -> Draft | None:
    """The best row and one of the same topic with another owner: where each of the two lies, with its day."""
    fits = fitting(context, context.question.parts[0], context.best)
    if not fits:
        return None
    first = fits[0]
    rest = (f for f in fits if f.row.to_unit and f.row.relation != "keep" and f.fit >= _OTHER * first.fit)
    other = next((f for f in rest if not _share(unit_keys(context, f.row.to_unit), _owners(context, first.row))), None)
    if other is None:
        return None
    statements = [s for found in (first, other) for s in statements_of(context, found.row, fits)]
    evidence = {"register": min(first.fit, 1.0)}
    return Draft(tuple(dict.fromkeys(statements)), "", evidence, responsibilities=(first.row, other.row), how="owner")


def _owners(context: Context, row: Responsibility) -> frozenset[str]:
    return unit_keys(context, row.to_unit)


def verdict(context: Context, row: Responsibility, asked: Iterable[str]) -> str:
    """ "Ja.", "Nej." or "" where the row or the day leaves it open."""
    named = frozenset(asked)
    after, before = unit_keys(context, row.to_unit), unit_keys(context, row.from_unit)
    days = context.question.when.days()
    day = days[-1] if days else None
    if not (_share(named, after) or _share(named, before)) or _undecided(row, day):
        return ""
    moved = row.effective_from is None or day is None or day >= row.effective_from
    return "Ja." if _share(named, after if moved else before) else "Nej."


def _undecided(row: Responsibility, day: date | None) -> bool:
    """True where the day asked about may lie before or after the move."""
    if row.effective_from is None:
        return day is not None or (bool(row.conditions) and row.relation == "transfer")
    return day is not None and row.basis in _OPEN and row.effective_from is not None and day < row.effective_from


def _share(asked: frozenset[str], held: frozenset[str]) -> bool:
    """True where a unit asked for is one of those held, be it in a shorter form ("Borgerservice")."""
    return any(a == h or (len(a) > 6 and (a in h or h in a)) for a in asked for h in held)
