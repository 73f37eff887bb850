"""The sentence that tells who has a task on the day asked about, since when, who had it before and what comes next."""

from __future__ import annotations

from datetime import date, timedelta

from answer.compose.common import Context, source_of
from answer.compose.course import coming
from answer.compose.owner_words import moving_words, named, of_date, short_conditions, short_task, undecided, when_words
from answer.compose.standing import asked_day, is_ahead
from answer.draft import Source
from core.schema import MADE_BY, Responsibility, Span

_ONE_DAY = timedelta(days=1)
Told = tuple[str, list[str], list[Source]]  # words, names and dates in them that stand in no quote, places


def owner_sentence(context: Context, row: Responsibility, kept: Responsibility | None) -> Told:
    """ "Kirkegårde: Kultur- og Fritidsudvalget (KFU) fra 1. januar 2026; før: Teknik- og Miljøudvalget", or as of a
    day before: "Kirkegårde: Teknik- og Miljøudvalget; flyttes til Kultur- og Fritidsudvalget fra 1. januar 2026"."""
    day = asked_day(context, row)
    given = [row.task, row.area, row.effective_text, *row.conditions]
    told_as = _before_move if is_ahead(context, row, day) and (row.from_unit or kept is not None) else _after_move
    words, more, places = told_as(context, row, kept, day)
    text = f"{short_task(row)}: {words}"
    notes = undecided(row)
    if notes := [*notes, *short_conditions(row, f"{text} {'; '.join(notes)}")]:
        text += f" ({'; '.join(notes)})"
    if row.origin in MADE_BY:
        text += f" ({MADE_BY[row.origin]})"
    return f"{text}.", given + more, places


def _before_move(context: Context, row: Responsibility, kept: Responsibility | None, day: date) -> Told:
    """Who has it that day, and what comes then."""
    places = of_date(context, row)
    if not row.from_unit and kept is not None:
        places.append(source_of(context.document(row.document_id), Span(kept.start, kept.end)))
    owner, given = named(context, row.from_unit or (kept.to_unit if kept else ""), day, row.document_id)
    target, more = named(context, row.to_unit, row.effective_from or day, row.document_id)
    return f"{owner}; {_then(context, row, target)}", given + more, places


def _then(context: Context, move: Responsibility, target: str) -> str:
    """ "flyttes til Kultur- og Fritidsudvalget den 1. juli 2026", or "derefter …" where that day has passed."""
    if move.effective_from is None:
        return f"flyttes først til {target}, når betingelsen er opfyldt"
    if move.effective_from > context.today:
        return f"flyttes til {target} {moving_words(move)}"
    return f"derefter: {target} {when_words(move)}"


def _after_move(context: Context, row: Responsibility, kept: Responsibility | None, day: date) -> Told:
    """Who has it that day and since when, who had it before, and what comes."""
    held_from = max(day, row.effective_from or day)
    owner, given = named(context, row.to_unit or row.from_unit, held_from, row.document_id)
    when = when_words(row, context.today)
    text = f"{owner} {when}".strip()
    places = of_date(context, row) if when else []
    for words, more, sources in (_former(context, row, kept), _next(context, row)):
        text, given, places = text + words, given + more, places + sources
    return text, given, places


def _former(context: Context, row: Responsibility, kept: Responsibility | None) -> Told:
    """ "; før: Teknik- og Miljøudvalget (TMU)" with the place where another row says it."""
    units = row.from_unit if row.to_unit else ""
    places: list[Source] = []
    if kept is not None and not units:
        units = kept.to_unit
        places.append(source_of(context.document(row.document_id), Span(kept.start, kept.end)))
    if not units or units == row.to_unit:
        return "", [], []
    text, given = named(context, units, (row.effective_from or date.max) - _ONE_DAY, row.document_id)
    return f"; før: {text}", given, places


def _next(context: Context, row: Responsibility) -> Told:
    """ "; flyttes til Sundheds- og Omsorgsudvalget senest den 1. august 2026" for a row told as of today."""
    move = coming(context, row)
    if move is None:
        return "", [], []
    text, given = named(context, move.to_unit, move.effective_from or context.today, move.document_id)
    place = source_of(context.document(move.document_id), Span(move.start, move.end))
    words = f"; {_then(context, move, text)}"
    if conditions := short_conditions(move, words):
        words += f", {'; '.join(conditions)}"
    return words, [*given, *move.conditions], [place, *of_date(context, move)]
