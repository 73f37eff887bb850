"""Where a task stands on the day a question asks of: which row of the register speaks for that day, and whether its
move lies before or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from answer.compose.common import Context
from answer.compose.course import coming, former_row, said_before
from answer.compose.fitting import Fit
from answer.question import Part
from answer.understanding.asked_time import asked_periods
from answer.understanding.kinds import Asked
from core.schema import Responsibility

MOVES = frozenset({"transfer", "merge"})
_NEAR_BEST = 0.75  # of the fit of the best row, for one that speaks of the day where that does not
_NEAR_HALF = 0.5
# who had it, told by the tense of the verb alone
_HELD = re.compile(
    r"\bhvem (?:havde|ejede|drev|drevet|stod for|varetog|passede|styrede|bestyrede|administrerede|tog sig af|"
    r"var ansvarlig\w*|plejede at)\b|\bhvor (?:lå|hørte|sad)\b",
    re.IGNORECASE,
)


def asked_day(context: Context, row: Responsibility, part: Part | None = None) -> date:
    """The day a question asks of: one it names, else the day before or of the move where it asks who had or gets the
    task, else the day of asking. part: of the question, its first where not given."""
    part = part or context.question.parts[0]
    periods = asked_periods(part.text, context.today)
    if periods:
        return max(period.day(context.today) for period in periods)
    moves = row.effective_from if row.effective_from and row.relation in MOVES else None
    if part.kind is Asked.DATE or part.when.side == "ahead":  # when it moves, or who gets it
        return max(context.today, row.effective_from or context.today)
    if moves and (part.when.side == "past" or (not part.when.side and _HELD.search(part.text))):
        return min(context.today, moves - timedelta(days=1))
    return context.today


def is_ahead(context: Context, row: Responsibility, day: date) -> bool:
    """True where the row's move lies after the day, or waits for something where nobody asks who gets the task."""
    if row.relation not in MOVES:
        return False
    if row.effective_from is not None or context.on is None:
        return row.effective_from is not None and day < row.effective_from
    then = context.on(day).get(row.key, row)
    return then.relation == "keep" and context.question.parts[0].when.side != "ahead"


def valid_rows(context: Context, rows: Sequence[Responsibility], fits: Sequence[Fit]) -> list[Responsibility]:
    """Each row, or what speaks of the day asked about in its place: the move that has ended it, else a row that fits
    nearly as well. One that has the task only until a move of the rows stands before that move."""
    found = [new for row in rows for new in (*_until_move(context, row, fits), _valid(context, row, fits))]
    return list({row.key: row for row in found}.values())


def _until_move(context: Context, row: Responsibility, fits: Sequence[Fit]) -> list[Responsibility]:
    """Who has the task of a move still ahead until then, where the same paper says so with a last day."""
    if not _gains_later(context, row):
        return []
    day = asked_day(context, row)
    held = (f.row for f in fits if f.row.document_id == row.document_id and f.row.task == row.task)
    return [r for r in held if r.to_unit != row.to_unit and r.until and day <= r.until][:1]


def _gains_later(context: Context, row: Responsibility) -> bool:
    """True for a move after the day asked about that does not say who has the task until then."""
    return row.effective_from is not None and not row.from_unit and is_ahead(context, row, asked_day(context, row))


def holder_unknown(context: Context, row: Responsibility, fits: Sequence[Fit]) -> bool:
    """True where a move is still ahead on the day asked about and no paper says who has the task until then."""
    if not _gains_later(context, row) or former_row(context, row, fits) or said_before(context, row):
        return False
    near = (f.row for f in fits if f.fit >= _NEAR_HALF * fits[0].fit)
    return all(r.to_unit in ("", row.to_unit) for r in near)


def _valid(context: Context, row: Responsibility, fits: Sequence[Fit]) -> Responsibility:
    day = asked_day(context, row)
    if _speaks_of(context, row, day):
        return row
    move = coming(context, row)
    if move is not None and move.effective_from and move.effective_from <= day:
        return move
    near = (f.row for f in fits if f.row.key != row.key and f.fit >= _NEAR_BEST * fits[0].fit)
    return next((other for other in near if _speaks_of(context, other, day)), row)


def _speaks_of(context: Context, row: Responsibility, day: date) -> bool:
    """True where the register, or the row itself, holds good that day."""
    if context.on is not None and row.key not in context.on(day):
        return False
    move = coming(context, row)
    return move is None or move.effective_from is None or day < move.effective_from


def as_of(context: Context, row: Responsibility) -> Responsibility:
    """The row as the register tells it for the day asked about; the row itself where a question asks for the day."""
    if context.on is None or context.question.parts[0].kind is Asked.DATE:
        return row
    return context.on(asked_day(context, row)).get(row.key, row)
