"""All that a unit has on a day, gets or gives away, from the register's dated rows, grouped by whom it comes from or
goes to and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from answer.compose.common import Context
from answer.compose.portfolio_words import Wish, keys_of, owners_of, told, unit_names
from answer.compose.standing import MOVES
from answer.draft import Draft, Statement
from answer.matching import match, stems
from answer.question import Part
from answer.understanding.asked_time import asked_periods
from answer.understanding.portfolios import HAS, LOSES, asks_portfolio, says_no_task, wanted
from core.danish.tokens import normal
from core.schema import Responsibility

_LEAST_NAME, _MET = 4, 0.5
_ROOM = 116  # words in all
_OWN = 0.25  # weight from which a word of the question names a matter of its own


def compose(context: Context) -> Draft | None:
    """The tasks by groups, where the question names a unit of the register and no task."""
    drafts = [draft for part in context.question.parts if (draft := _of_part(context, part)) is not None]
    if not drafts:
        return None
    statements = tuple(statement for draft in drafts for statement in draft.statements)
    rows = tuple(row for draft in drafts for row in draft.responsibilities)
    return Draft(statements, evidence={"register": 1.0}, responsibilities=rows, how="portfolio")


def _of_part(context: Context, part: Part) -> Draft | None:
    first = context.question.parts[0].text
    if not asks_portfolio(part.text) and not (part.text != first and asks_portfolio(first)):
        return None
    places = _units(context, part.text) or _units(context, first)
    if not places or _other_matter(context, part, places):
        return None
    statements: list[Statement] = []
    rows: list[Responsibility] = []
    for wish in wanted(part.text, places):
        found = _without_repeats(_rows(context, part, wish))
        if found:
            used = sum(len(statement.text.split()) for statement in statements)
            statements += told(context, part, wish, found, _ROOM - used)
            rows += found
    return Draft(tuple(statements), responsibilities=tuple(rows)) if statements else None


def _units(context: Context, text: str) -> list[tuple[int, str]]:
    """Units the text names, with their offsets: of the unit book, or as an owner stands in the register."""
    spans = [(v.start, v.end, v.text) for v in context.names.find(text) if context.names.unit(v.text)]
    for name in {name for row in context.rows for name in owners_of(row) if len(name) >= _LEAST_NAME}:
        if name.lower() in text.lower():  # "taskforcen" may be any: a name is written as one, or is of several words
            found = re.finditer(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", text, re.IGNORECASE)
            spans += [(m.start(), m.end(), m.group()) for m in found if m.group()[0].isupper() or " " in name]
    longest: list[tuple[int, int, str]] = []
    for span in sorted(set(spans), key=lambda s: s[0] - s[1]):
        if not any(a < span[1] and span[0] < b for a, b, _ in longest):
            longest.append(span)
    return sorted((start, name) for start, _, name in longest)


def _other_matter(context: Context, part: Part, places: Sequence[tuple[int, str]]) -> bool:
    """True where the question names more than the units and the day: a task, a place, a document."""
    names = " ".join(" ".join(unit_names(context, name)) for _, name in places)
    days = " ".join(part.text[p.start : p.end] for p in asked_periods(part.text, context.today))
    said = (t for t in part.terms if t.weight > _OWN and not t.word.isdigit() and not says_no_task(t.word))
    return any(t.word not in normal(days) and match(t, names) < _MET for t in said)


def _rows(context: Context, part: Part, wish: Wish) -> list[Responsibility]:
    """Rows that hold the whole wish, in the order of the documents."""
    periods = asked_periods(part.text, context.today)
    day = max((p.day(context.today) for p in periods), default=context.today)
    held = context.rows if HAS not in dict(wish).values() or context.on is None else _as_of(context, day)
    rows = [row for row in held if all(_meets(context, row, name, role) for name, role in wish)]
    if HAS not in dict(wish).values():
        moves = [row for row in rows if row.relation in MOVES]
        rows = moves or rows
        rows = [r for r in rows if not periods or any(_within(r, p.first, p.last) for p in periods)]
    return sorted(rows, key=lambda row: (row.document_id, row.start))


def _as_of(context: Context, day: date) -> list[Responsibility]:
    known = {row.key for row in context.rows}
    return [row for key, row in (context.on(day) if context.on else {}).items() if key in known]


def _meets(context: Context, row: Responsibility, name: str, role: str) -> bool:
    keys = partial(keys_of, context, document_id=row.document_id)
    unit, to, source = keys([name]), keys(row.to_unit.split(";")), keys(row.from_unit.split(";"))
    if role == LOSES:
        return bool(unit & source) and not unit & to
    return bool(unit & to) and (role == HAS or not (source and source <= unit))


def _within(row: Responsibility, first: date | None, last: date | None) -> bool:
    day = row.effective_from
    return day is not None and (first is None or day >= first) and (last is None or day <= last)


def _without_repeats(rows: Sequence[Responsibility]) -> list[Responsibility]:
    """Without headings that only name what is told below them, and tasks that another row says more of."""
    areas = {(row.document_id, row.area) for row in rows if normal(row.task) != normal(row.area)}
    own = [r for r in rows if normal(r.task) != normal(r.area) or (r.document_id, r.area) not in areas]
    kept: list[Responsibility] = []
    for row in sorted(own, key=lambda r: -len(stems(r.task))):
        other = next((k for k in kept if stems(row.task) <= stems(k.task)), None)
        if other is None or (row.from_unit and not other.from_unit):
            kept.append(row)
    return sorted(kept, key=lambda row: own.index(row))
