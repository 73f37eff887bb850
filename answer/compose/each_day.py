"""Who has a task on each of the days a question asks of ("hvem gør det i marts 2026, og hvem i 2027?"): every day
answered by itself, from the register or from a sentence that tells of that time, or said to be left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from answer.compose.antecedent import meant
from answer.compose.common import LONGEST_QUOTE, Context, quoted, source_of
from answer.compose.fitting import Fit, fitting
from answer.compose.of_time import said_of
from answer.compose.owner_words import elsewhere, named, of_date, short_task, when_words
from answer.compose.standing import MOVES
from answer.draft import Draft, Statement
from answer.question import Part
from answer.understanding.days_apart import AskedTime, times_apart
from core.citations import collapse
from core.schema import Document, Responsibility, Span

_ONE_DAY = timedelta(days=1)
_NEAR_BEST = 0.75


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one day. unit: who has the task, in the register's word or the sentence's. row: of the register;
    place: of a sentence, where no row tells it. fit: share of the topic met."""

    time: AskedTime
    document: Document
    fit: float
    row: Responsibility | None = None
    unit: str = ""
    place: Span | None = None


def compose(context: Context) -> Draft | None:
    """Each day with its owner, where the question asks of several and one of them at least is known."""
    question = context.question
    times = times_apart([part.text for part in question.parts], context.today)
    if not times:
        return None
    part = question.parts[0]
    fits = fitting(context, part, context.best)
    near = [f for f in fits if f.fit >= _NEAR_BEST * fits[0].fit]
    found = [_on_day(context, part, time, near) for time in times]
    known = [one for one in found if one is not None]
    if not any(_tells_a_day(one) for one in known) or _says_the_same(known, len(times)):
        return None
    statements = _statements(context, known)
    unknown = [time.said for time, one in zip(times, found, strict=True) if one is None]
    if unknown:
        statements[0] = _with_unknown(statements[0], unknown)
    rows = tuple(dict.fromkeys(one.row for one in known if one.row is not None))
    evidence = {"register" if rows else "doer": min(max(one.fit for one in known), 1.0)}
    return Draft(tuple(dict.fromkeys(statements)), evidence=evidence, responsibilities=rows, how="owner")


def _tells_a_day(told: Told) -> bool:
    """False for a row without a day: that it holds good on the one asked about is a guess."""
    return told.row is None or told.row.effective_from is not None or told.row.until is not None


def _says_the_same(known: Sequence[Told], times: int) -> bool:
    """True where one row without a day or one sentence speaks for all: nothing is told of the days themselves."""
    places = {(one.document.id, one.row.key if one.row else one.place) for one in known}
    return len(known) == times and len(places) == 1 and (known[0].row is None or not _tells_a_day(known[0]))


def _on_day(context: Context, part: Part, time: AskedTime, near: Sequence[Fit]) -> Told | None:
    """A row with a day of its own, else a sentence that tells of that time, else a row that holds without a day."""
    rows = [told for fit in near if (told := _by_row(context, time, fit)) is not None]
    dated = next((one for one in rows if _tells_a_day(one)), None)
    if dated is not None:
        return next((one for one in rows if one.unit == dated.unit and _says_itself(one)), dated)
    said = _by_sentence(context, part, time, near)
    return said or next((one for one in rows if _speaks_for(context, one)), None)


def _by_row(context: Context, time: AskedTime, found: Fit) -> Told | None:
    """Who the register says has it that day."""
    row = found.row
    if context.on is None:
        holder = row.to_unit if not row.effective_from or row.effective_from <= time.day else row.from_unit
    else:
        then = context.on(time.day).get(row.key)
        holder = then.to_unit if then is not None else ""
    return Told(time, context.document(row.document_id), found.fit, row, holder) if holder else None


def _says_itself(told: Told) -> bool:
    """True where the row's own words hold the name of who has it."""
    assert told.row is not None
    return told.unit in collapse(told.document.cleaned[told.row.start : told.row.end])


def _speaks_for(context: Context, told: Told) -> bool:
    """False for a row without a day where the time asked about lies before its paper."""
    dated = told.document.date
    return told.time.day >= (date(dated.year, 1, 1) if dated else context.today)


def _by_sentence(context: Context, part: Part, time: AskedTime, near: Sequence[Fit]) -> Told | None:
    """The first sentence that says who has it in a time which holds that day."""
    rows = [f.row for f in near]
    anchors = [(context.document(row.document_id), Span(row.start, row.end), row.effective_from) for row in rows]
    found = next(said_of(context, part, time.day, anchors), None)
    if found is None:
        return None
    return Told(time, found.document, found.fit, None, meant(context, found.document, found.span), found.span)


def _statements(context: Context, known: Sequence[Told]) -> list[Statement]:
    """A statement for each day, then the words the rows rest on."""
    told = [_of_row(context, one) if one.row is not None else _of_sentence(one) for one in known]
    rows = list(dict.fromkeys(one.row for one in known if one.row is not None))
    for row in rows[:2]:
        here = Span(row.start, row.end)
        told.append(quoted(context.document(row.document_id), here, [here], most=LONGEST_QUOTE))
    return told


def _of_row(context: Context, told: Told) -> Statement:
    """ "Vinterrydning i marts 2027: Materielgården fra den 1. januar 2027"."""
    row, time = told.row, told.time
    assert row is not None
    owner, given = named(context, told.unit, time.day, row.document_id)
    began = row.effective_from is not None and row.effective_from <= time.day
    when = when_words(row) if began or row.relation not in MOVES else ""
    text = f"{short_task(row)} {time.said}: {owner} {when}".strip()
    if (
        began
        and row.relation in MOVES
        and row.from_unit
        and time.first
        and row.effective_from
        and time.first < row.effective_from
    ):
        former, more = named(context, row.from_unit, row.effective_from - _ONE_DAY, row.document_id)
        text, given = f"{text}; før: {former}", given + more
    here = source_of(told.document, Span(row.start, row.end))
    sources = (here, *elsewhere(context, row, told.unit), *(of_date(context, row) if when else ()))
    given = [*given, row.task, row.area, row.effective_text, *row.conditions, time.said]
    return Statement(f"{text}.", sources, computed=tuple(re.findall(r"\d+", time.said)), given=tuple(given))


def _of_sentence(told: Told) -> Statement:
    """A quote headed by its day, and by the body it means where it does not name it."""
    assert told.place is not None
    said = quoted(told.document, told.place, most=LONGEST_QUOTE)
    return replace(said, label=_capital(f"{told.time.said} ({told.unit})" if told.unit else told.time.said))


def _with_unknown(statement: Statement, times: Sequence[str]) -> Statement:
    """The statement, and that no paper tells of the other time."""
    said = " og ".join(times)
    aside = f"Hvem der har det {said}, er ikke fundet i dokumenterne"
    if statement.quoted:
        return replace(statement, label=f"{aside}. {statement.label}")
    numbers = (*statement.computed, *re.findall(r"\d+", said))
    return replace(statement, text=f"{statement.text} {aside}.", computed=numbers, given=(*statement.given, aside))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
