"""How owners and their days are worded: name with short form, later name, date with its basis."""

from __future__ import annotations

import re
from datetime import date

from answer.clip import words_in
from answer.compose.common import Context, source_of
from answer.draft import Source
from core.citations import collapse
from core.danish.dates import write_day
from core.danish.tokens import normal
from core.schema import Basis, Responsibility, Span, Status

_TASK_WORDS = 12
_SAID_BY_BASIS = frozenset({"så vidt muligt"})
_CONDITION_WORDS = 6


def short_task(row: Responsibility) -> str:
    """The task with a capital, cut after a dozen words."""
    task = row.task if words_in(row.task) <= _TASK_WORDS else f"{' '.join(row.task.split()[:_TASK_WORDS])} …"
    return task[:1].upper() + task[1:]


def named(context: Context, unit: str, row: Responsibility) -> tuple[str, list[str]]:
    """The unit with its short form, and its later name where the document or the calendar gives one; with
    all names that stand in no quote."""
    names = [with_short(context, name.strip()) for name in unit.split(";")]
    text = " og ".join(name for name, _ in names)
    given = [word for _, more in names for word in more]
    if len(names) > 1:
        return text, given
    days = context.question.when.days()
    day = days[-1] if days else row.effective_from
    later = row.to_current_name or (context.name_on(unit, day) if day else "")
    if row.to_unit and later and normal(later) != normal(unit):
        text += f", nyt navn: {later}"
        given.append(later)
    return text, given


def with_short(context: Context, name: str) -> tuple[str, list[str]]:
    """ "Kultur- og Fritidsudvalget (KFU)", whichever of the two the row holds."""
    unit = context.names.unit(name)
    if unit is None:
        return name, [name]
    if name in unit.abbreviations:
        return (f"{name} ({unit.name})" if unit.name != name else name), [name, unit.name]
    short = [a for a in unit.abbreviations if normal(a) != normal(name)]
    text = f"{name} ({'/'.join(short[:2])})" if short else name
    return text, [name, *short, unit.name]


def all_named(context: Context, units: str) -> tuple[str, list[str]]:
    """Several units of one field joined, without later names."""
    names = [with_short(context, name.strip()) for name in units.split(";")]
    return " og ".join(name for name, _ in names), [word for _, more in names for word in more]


def when_words(row: Responsibility) -> str:
    """The date in the document's words, how sure it is, and that it is the common date where it is."""
    if row.effective_from is None:
        return ""
    said = collapse(row.effective_text) or f"fra {write_day(row.effective_from)}"
    said = said[:1].lower() + said[1:]
    if row.basis is Basis.GENERAL_CLAUSE:
        maybe = "så vidt muligt " if "så vidt muligt" in row.conditions else ""
        return f"{maybe}{said} (fælles dato for ændringerne)"
    return f"forventeligt {said}" if row.status is Status.EXPECTED and "forvent" not in said else said


def short_conditions(row: Responsibility, text: str) -> list[str]:
    """Conditions short enough to tell beside the owner."""
    return [
        c for c in row.conditions
        if words_in(c) <= _CONDITION_WORDS and c not in text and c not in _SAID_BY_BASIS
    ][:2]  # fmt: skip


def of_date(context: Context, row: Responsibility) -> list[Source]:
    """Where the date stands, when it is not in the row's own words."""
    document = context.document(row.document_id)
    place = row.effective_span or find(document.cleaned, row.effective_text, near=row.start)
    if place is None or Span(row.start, row.end).overlaps(place):
        return []
    for block in document.blocks:
        if block.start <= place.start < block.end and block.end - block.start < 400:
            return [source_of(document, Span(block.start, block.end))]
    return [source_of(document, place)]


def find(text: str, said: str, near: int | None = None) -> Span | None:
    """Where words stand in a text, whatever the white space between them: the first place, or the nearest."""
    pieces = collapse(said).split()
    if not pieces:
        return None
    pattern = re.compile(r"\s+".join(re.escape(piece) for piece in pieces), re.IGNORECASE)
    places = [Span(m.start(), m.end()) for m in pattern.finditer(text)]
    if not places:
        return None
    return places[0] if near is None else min(places, key=lambda place: abs(place.start - near))


def first_day(row: Responsibility) -> date:
    """For ordering rows in time."""
    return row.effective_from or date.min
