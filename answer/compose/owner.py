"""Who owns a task: from the register's dated rows, under the name valid then, with what was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answer.clip import words_in
from answer.compose.common import LONGEST_QUOTE, USUAL_WORDS, Context, choose, quote, quoted, source_of
from answer.danish_words import day_words
from answer.draft import Draft, Source, Statement
from answer.evidence import coverage
from answer.question import Part, Term
from core.citations import collapse
from core.danish.tokens import normal
from core.schema import Basis, Responsibility, Span, Status

_SURE = 0.62  # share of the question's topic that a row's task must meet
_CLOSE = 0.85  # rows this near the best in fit are told together
_UNSURE = {
    Basis.GENERAL_CLAUSE: "så vidt muligt",
    Basis.DEADLINE: "senest",
    Basis.EXPECTED: "forventeligt",
    Basis.PHASE: "i faser",
}


@dataclass(frozen=True, slots=True)
class Fit:
    """A register row and how well its task meets the question's topic, 0..1."""

    row: Responsibility
    fit: float


def compose(context: Context) -> Draft | None:
    """The owner told by the register, then the best sentence of the sources beside it."""
    fits = fitting(context, context.question.parts[0])
    if not fits:
        return None
    rows = _told(fits)
    statements = [s for row in rows for s in _statements(context, row)]
    if not statements:
        return None
    statements += _beside(context, statements, rows)
    evidence = {"register": fits[0].fit}
    return Draft(tuple(statements), evidence=evidence, responsibilities=tuple(rows), how="owner")


def fitting(context: Context, part: Part) -> list[Fit]:
    """Rows whose task the question is about, best first. A row stands out by the question's rare words in its
    task; the words of its area and its sentence count less."""
    topic = [term for term in _topic(context, part) if term.weight > 0]
    fits = []
    for row in context.rows:
        if row.document_id not in context.documents:
            continue
        fit = coverage(topic, row.task, f"{row.area} {' '.join(row.conditions)}")
        if fit >= _SURE:
            fits.append(Fit(row, fit))
    return sorted(fits, key=lambda f: (-round(f.fit, 2), len(f.row.task)))


def _topic(context: Context, part: Part) -> list[Term]:
    """The question's terms without units: they name the answer or the sender, not the task."""
    units = {normal(word) for unit in context.names.units for word in (unit.name, *unit.abbreviations)}
    return [term for term in part.terms if term.word not in units and not term.word.isdigit()]


def _told(fits: Sequence[Fit]) -> list[Responsibility]:
    """The best row, and another only where it fits as well and says something else of the same task."""
    rows: list[Responsibility] = []
    for found in fits:
        if found.fit < _CLOSE * fits[0].fit or len(rows) == 2:
            break
        if all((found.row.to_unit, found.row.effective_from) != (r.to_unit, r.effective_from) for r in rows):
            rows.append(found.row)
    return rows


def _statements(context: Context, row: Responsibility) -> list[Statement]:
    document = context.documents[row.document_id]
    here = source_of(document, Span(row.start, row.end))
    text, given = _sentence(context, row)
    sources = [here, *_of_date(context, row)]
    statements = [Statement(text, tuple(sources), given=tuple(given))] if text else []
    for condition in row.conditions[:1]:
        place = find(document.cleaned, condition)
        if place and not place.overlaps(here.span) and words_in(condition) <= 22:
            statements.append(quoted(document, place))
    return statements


def _sentence(context: Context, row: Responsibility) -> tuple[str, list[str]]:
    """ "Kultur- og Fritidsudvalget (KFU) fra 1. januar 2026; før: Teknik- og Miljøudvalget." """
    task = row.task if words_in(row.task) <= 12 else " ".join(row.task.split()[:12]) + " …"
    given = [row.task, row.area]
    owner, names = _named(context, row.to_unit or row.from_unit, row)
    given += names
    if not owner:
        return "", []
    parts = [f"{task[:1].upper()}{task[1:]}: {owner}"]
    when = _when(row)
    if when:
        parts.append(f" {when}")
    if row.from_unit and row.to_unit and row.from_unit != row.to_unit:
        before, names = _with_short(context, row.from_unit)
        given += names
        parts.append(f"; før: {before}")
    if row.status in (Status.TEMPORARY, Status.EXPECTED):
        parts.append(" (midlertidigt)" if row.status is Status.TEMPORARY else " (forventet)")
    return "".join(parts) + ".", given


def _named(context: Context, unit: str, row: Responsibility) -> tuple[str, list[str]]:
    """The unit with its short form, and its later name where the document or the calendar gives one."""
    if not unit:
        return "", []
    text, given = _with_short(context, unit)
    day = _asked_day(context) or row.effective_from
    later = row.to_current_name or (context.name_on(unit, day) if day else "")
    if later and normal(later) != normal(unit):
        text += f", nu {later}" if day and day <= context.today else f", der skifter navn til {later}"
        given.append(later)
    return text, given


def _with_short(context: Context, name: str) -> tuple[str, list[str]]:
    unit = context.names.unit(name)
    if unit is None:
        return name, [name]
    short = [a for a in unit.abbreviations if normal(a) != normal(name)]
    text = f"{name} ({'/'.join(short[:2])})" if short else name
    return text, [name, *short, unit.name]


def _asked_day(context: Context) -> date | None:
    days = context.question.when.days()
    return days[0] if days else None


def _when(row: Responsibility) -> str:
    if row.effective_from is None:
        return ""
    doubt = _UNSURE.get(row.basis, "")
    if row.basis is Basis.DEADLINE:
        return f"senest {day_words(row.effective_from)}"
    return f"fra {day_words(row.effective_from)}" + (f" ({doubt})" if doubt else "")


def _of_date(context: Context, row: Responsibility) -> list[Source]:
    """Where the date stands, when it is not in the row's own words."""
    document = context.documents[row.document_id]
    if not row.effective_text or row.effective_from is None:
        return []
    place = find(document.cleaned, row.effective_text)
    return [source_of(document, place)] if place and not Span(row.start, row.end).overlaps(place) else []


def find(text: str, words: str) -> Span | None:
    """Where words stand in a text, whatever the white space between them."""
    pieces = collapse(words).split()
    if not pieces:
        return None
    found = re.search(r"\s+".join(re.escape(piece) for piece in pieces), text)
    return Span(found.start(), found.end()) if found else None


def _beside(context: Context, told: Sequence[Statement], rows: Sequence[Responsibility]) -> list[Statement]:
    """Sentences for the room that is left: those of the parts that the register did not answer first."""
    room = USUAL_WORDS - sum(words_in(statement.text) for statement in told)
    places = [(row.document_id, Span(row.start, row.end)) for row in rows]
    added: list[Statement] = []
    for part, ranked in list(zip(context.question.parts, context.ranked, strict=True))[::-1]:
        fresh = [s for s in ranked if not any(s.document.id == d and s.span.overlaps(p) for d, p in places)]
        for sentence in choose(fresh, part, room, most=1):
            if words_in(sentence.text) <= max(room, LONGEST_QUOTE // 2) and room > 0:
                added.append(quote(sentence, part, most=max(room, 12)))
                room -= words_in(added[-1].text)
    return added
