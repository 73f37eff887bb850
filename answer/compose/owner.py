"""Who owns a task: from the register's dated rows, under the name valid then, with what was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from answer.clip import words_in
from answer.compose.common import LONGEST_QUOTE, USUAL_WORDS, Context, choose, quote, quoted, source_of
from answer.compose.fitting import Fit, before, fitting, told
from answer.draft import Draft, Source, Statement
from answer.evidence import Sentence
from answer.question import Part
from answer.understanding.kinds import Asked
from core.citations import collapse
from core.danish.dates import write_day
from core.danish.tokens import normal
from core.schema import Basis, Responsibility, Span, Status

_TASK_WORDS = 12
_OPEN = frozenset({Basis.DEADLINE, Basis.EXPECTED})
_SAID_BY_BASIS = frozenset({"så vidt muligt"})
_MOVES = re.compile(
    r"\b(?:flyt\w*|overgå\w*|overta\w*|saml\w*|skift\w*|overdrag\w*|træder i kraft|kommer|lægges|move\w*|"
    r"transfer\w*)\b",
    re.I,
)


def compose(context: Context) -> Draft | None:
    """The owner told by the register and the sentence it rests on; for other parts of the question the best
    sentence."""
    part = context.question.parts[0]
    if part.kind is Asked.DATE and not _MOVES.search(part.text):
        return None
    fits = fitting(context, part, context.best)
    if part.kind is Asked.DATE:
        fits = [found for found in fits if found.row.effective_from]
    if not fits:
        return None
    rows = told(fits)
    statements = [s for row in rows for s in _statements(context, row, fits)]
    if not statements:
        return None
    statements += _beside(context, statements, rows)
    evidence = {"register": fits[0].fit, "past_unknown": float(_past_unknown(context, rows[0], fits))}
    return Draft(tuple(dict.fromkeys(statements)), evidence=evidence, responsibilities=tuple(rows), how="owner")


def beside(context: Context, part: Part, ranked: Sequence[Sentence], least: float) -> list[Statement]:
    """The register's word on one part of a question, for composers of other kinds. least: fit it needs."""
    fits = [found for found in fitting(context, part, ranked) if found.fit >= least]
    return _statements(context, fits[0].row, fits)[:1] if fits else []


def _past_unknown(context: Context, row: Responsibility, fits: Sequence[Fit]) -> bool:
    """True where only an earlier owner is asked for and no document names it."""
    asked = context.question
    days = asked.when.days()
    past = asked.when.side == "past" and not days
    if days and row.effective_from:
        past = all(day < min(row.effective_from, _open_from(context, row)) for day in days)
    return past and row.relation != "keep" and not row.from_unit and before(context, row, fits) is None


def _open_from(context: Context, row: Responsibility) -> date:
    """The day from which the new owner may have the task: a deadline or expectation leaves the time
    before it open, from the document on."""
    if row.basis not in _OPEN or row.effective_from is None:
        return context.today
    return context.documents[row.document_id].date or date(row.effective_from.year, 1, 1)


def _statements(context: Context, row: Responsibility, fits: Sequence[Fit]) -> list[Statement]:
    text, given, places = _sentence(context, row, before(context, row, fits))
    document = context.documents[row.document_id]
    here = Span(row.start, row.end)
    sources = [source_of(document, here), *places]
    numbers = tuple(re.findall(r"\d+", " ".join(row.conditions)))
    told_row = Statement(text, tuple(dict.fromkeys(sources)), computed=numbers, given=tuple(given))
    return [told_row, quoted(document, _whole_sentence(context, row), [here], most=LONGEST_QUOTE)]


def _whole_sentence(context: Context, row: Responsibility) -> Span:
    """The ranked sentence that holds the row's words, else those words."""
    here = Span(row.start, row.end)
    for sentence in context.best:
        if sentence.document.id == row.document_id and sentence.span.overlaps(here) and not sentence.heading:
            return Span(min(sentence.span.start, here.start), max(sentence.span.end, here.end))
    return here


def _sentence(
    context: Context, row: Responsibility, kept: Responsibility | None
) -> tuple[str, list[str], list[Source]]:
    """ "Kirkegårde: Kultur- og Fritidsudvalget (KFU) fra 1. januar 2026; før: Teknik- og Miljøudvalget." """
    document = context.documents[row.document_id]
    task = row.task if words_in(row.task) <= _TASK_WORDS else f"{' '.join(row.task.split()[:_TASK_WORDS])} …"
    owner, given = _named(context, row.to_unit or row.from_unit, row)
    given += [row.task, row.area, row.effective_text, *row.conditions]
    when = _when(row)
    text = f"{task[:1].upper()}{task[1:]}: {owner}{f' {when}' if when else ''}"
    places = _of_date(context, row) if when else []
    former = row.from_unit if row.to_unit else ""
    if kept is not None and not former:
        former = kept.to_unit
        places.append(source_of(document, Span(kept.start, kept.end)))
    if former and former != row.to_unit:
        names = [_with_short(context, name.strip()) for name in former.split(";")]
        text += f"; før: {' og '.join(name for name, _ in names)}"
        given += [word for _, more in names for word in more]
    told_conditions = [c for c in row.conditions if words_in(c) <= 6 and c not in text and c not in _SAID_BY_BASIS]
    if told_conditions:
        text += f" ({'; '.join(told_conditions[:2])})"
    return f"{text}.", given, places


def _named(context: Context, unit: str, row: Responsibility) -> tuple[str, list[str]]:
    """The unit with its short form, and its later name where the document or the calendar gives one."""
    names = [_with_short(context, name.strip()) for name in unit.split(";")]
    text = " og ".join(name for name, _ in names)
    given = [word for _, more in names for word in more]
    if len(names) > 1:
        return text, given
    day = _asked_day(context) or row.effective_from
    later = row.to_current_name or (context.name_on(unit, day) if day else "")
    if row.to_unit and later and normal(later) != normal(unit):
        text += f", nyt navn: {later}"
        given.append(later)
    return text, given


def _with_short(context: Context, name: str) -> tuple[str, list[str]]:
    """ "Kultur- og Fritidsudvalget (KFU)", whichever of the two the row holds."""
    unit = context.names.unit(name)
    if unit is None:
        return name, [name]
    if name in unit.abbreviations:
        return (f"{name} ({unit.name})" if unit.name != name else name), [name, unit.name]
    short = [a for a in unit.abbreviations if normal(a) != normal(name)]
    text = f"{name} ({'/'.join(short[:2])})" if short else name
    return text, [name, *short, unit.name]


def _asked_day(context: Context) -> date | None:
    days = context.question.when.days()
    return days[-1] if days else None


def _when(row: Responsibility) -> str:
    """The date in the document's words, and how sure it is."""
    if row.effective_from is None:
        return ""
    said = collapse(row.effective_text) or f"fra {write_day(row.effective_from)}"
    said = said[:1].lower() + said[1:]
    if row.basis is Basis.GENERAL_CLAUSE and "så vidt muligt" in row.conditions:
        said = f"så vidt muligt {said}"
    return f"forventeligt {said}" if row.status is Status.EXPECTED and "forvent" not in said else said


def _of_date(context: Context, row: Responsibility) -> list[Source]:
    """Where the date stands, when it is not in the row's own words."""
    document = context.documents[row.document_id]
    place = find(document.cleaned, row.effective_text, near=row.start)
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


def _beside(context: Context, shown: Sequence[Statement], rows: Sequence[Responsibility]) -> list[Statement]:
    """A sentence for each later part of the question; nothing more on the first, where a sentence about
    another owner would mislead."""
    room = USUAL_WORDS - sum(words_in(statement.text) for statement in shown)
    asked = list(zip(context.question.parts, context.ranked, strict=True))
    added: list[Statement] = []
    for part, ranked in asked[1:]:
        if part.kind is Asked.OWNER:
            continue
        picked = choose(_fresh(ranked, rows), part, room, most=1)
        if picked and (words_in(picked[0].text) <= room or not added):
            added.append(quote(picked[0], part, most=max(room, 20)))
            room -= words_in(added[-1].text)
    return added


def _fresh(ranked: Sequence[Sentence], rows: Sequence[Responsibility]) -> list[Sentence]:
    places = [(row.document_id, Span(row.start, row.end)) for row in rows]
    return [s for s in ranked if not any(s.document.id == d and s.span.overlaps(p) for d, p in places)]
