"""What a row of the register needs beside it: who had the task before, what comes after, what stays behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from answer.compose.common import Context
from answer.compose.fitting import Fit
from answer.matching import stems
from answer.understanding.asked_time import asked_periods
from core.danish.sentences import sentence_spans
from core.schema import Basis, BlockKind, Document, Responsibility, Span

_TODAY = re.compile(r"\b(?:i dag|hidtil|nuværende|i øjeblikket|på nuværende tidspunkt|indtil nu)\b", re.IGNORECASE)
_STAYS_ON = re.compile(r"\bforbliv\w*|\bbevare[rs]?\b|\bfort?sat\b|\bbliver (?:i|hos|liggende)\b", re.IGNORECASE)
_STAYS = re.compile(r"\bdog\b|\bundtage\w*|\beksklusiv\w*|\bbortset fra\b|\bmed undtagelse\b", re.IGNORECASE)
_WAITING = re.compile(r"\bdog først\b|\bindtil\b|\bførst .{3,60} efter\b|\bfort?sat\b.{0,60}\bansvar", re.IGNORECASE)
_NEAR = 700  # characters around a row in which its section may say who has the task today
_OPENING = 7  # letters by which a long word is known in another form
_AFTER = 450  # characters after a row in which what stays behind may be told
_SETTLED = frozenset({"transfer", "merge"})
_YEARS_BACK = 2  # how long before a move its documents speak for the owner they name
OPEN = frozenset({Basis.DEADLINE, Basis.EXPECTED})


def former_row(context: Context, row: Responsibility, fits: Sequence[Fit]) -> Responsibility | None:
    """The row that says who has the task until then ("i dag"), where the moving row does not say it."""
    if row.from_unit or row.relation == "keep":
        return None
    for found in fits:
        kept = found.row
        other = kept.document_id == row.document_id and kept.relation == "keep" and kept.to_unit != row.to_unit
        if other and not _from_that_day(kept, row):
            return kept
    return None


def _from_that_day(kept: Responsibility, row: Responsibility) -> bool:
    """True for what lies somewhere once the move has taken place, not before it."""
    return bool(kept.effective_from and row.effective_from and kept.effective_from >= row.effective_from)


def said_before(context: Context, row: Responsibility) -> Span | None:
    """A sentence of the row's own section that tells who has such tasks today, for rows that only name
    the receiver."""
    if row.from_unit or row.relation == "keep":
        return None
    document = context.document(row.document_id)
    told = [span for span in _section(document, row) if _tells_today(context, document, span, row)]
    return min(told, key=lambda span: abs(span.start - row.start), default=None)


def _tells_today(context: Context, document: Document, span: Span, row: Responsibility) -> bool:
    text = document.cleaned[span.start : span.end]
    units = {value.text for value in context.names.find(text)} - {row.to_unit}
    return not span.overlaps(Span(row.start, row.end)) and bool(_TODAY.search(text)) and bool(units)


def _section(document: Document, row: Responsibility) -> Iterator[Span]:
    """Sentences of the blocks near a row that stand under the same heading."""
    own = next((b for b in document.blocks if b.start <= row.start < b.end), None)
    for block in document.blocks:
        near = block.end > row.start - _NEAR and block.start < row.end + _NEAR
        if own is not None and near and block.section == own.section and block.kind is not BlockKind.HEADING:
            text = document.cleaned[block.start : block.end]
            yield from (Span(block.start + s.start, block.start + s.end) for s in sentence_spans(text))


def coming(context: Context, row: Responsibility) -> Responsibility | None:
    """The move that ends what a keeping row tells: same document, same heading, a day and another unit; one whose
    task shares a word first."""
    if row.relation != "keep" or row.effective_from or not row.area:
        return None
    if _STAYS_ON.search(context.document(row.document_id).cleaned[row.start : row.end]):
        return None
    moves = [
        r for r in context.rows
        if r.document_id == row.document_id and r.area == row.area and r.relation in _SETTLED
        and r.effective_from and r.to_unit and r.to_unit != row.to_unit and abs(r.start - row.start) < 4 * _NEAR
    ]  # fmt: skip
    return min(moves, key=lambda r: (not _alike(r.task, row.task), abs(r.start - row.start)), default=None)


def _alike(a: str, b: str) -> bool:
    """True where two tasks share a word, or the opening of a long one ("hjælpemidler", "hjælpemiddelområdet")."""
    one, two = ({word[:_OPENING] for word in stems(text) if len(word) >= _OPENING - 1} for text in (a, b))
    return bool(one & two)


def left_behind(context: Context, row: Responsibility) -> Responsibility | None:
    """A row right after this one that says what does not move with it ("kan dog først flyttes, når …")."""
    if row.relation not in _SETTLED | {"assign"}:
        return None
    document = context.document(row.document_id)
    inside = [r for r in context.rows if r.document_id == row.document_id]
    after = [r for r in inside if row.end - 1 <= r.start < row.end + _AFTER]
    for other in sorted(after, key=lambda r: r.start):
        if _STAYS.search(document.cleaned[other.start : other.end]) and not _same_words(other, row):
            return other
    return next((r for r in inside if _waits(document, r, row)), None)


def _waits(document: Document, other: Responsibility, row: Responsibility) -> bool:
    """True for a row of the same document that says what of this task waits or stays with another."""
    if other.to_unit == row.to_unit or other.task == row.task:
        return False
    said = document.cleaned[other.start : other.end]
    own = stems(row.task)
    return len(own) > 1 and bool(_WAITING.search(said)) and len(own & stems(said)) >= max(2, len(own) / 2)


def _same_words(a: Responsibility, b: Responsibility) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def unknown_then(context: Context, row: Responsibility, has_former: bool) -> bool:
    """True where only an earlier owner is asked for and no document names it, or where the time asked about
    lies too far back for the document to speak of."""
    when = context.question.when
    days = _days(context)
    if days and max(days) < _speaks_from(context, row):
        return True
    past = when.side == "past" and not days
    if days and row.effective_from:
        past = all(day < min(row.effective_from, open_from(context, row)) for day in days)
    elif days and row.relation == "create":
        past = when.side == "past"
    return past and row.relation != "keep" and not row.from_unit and not has_former


def _days(context: Context) -> list[date]:
    """Days asked about."""
    return [period.day(context.today) for period in asked_periods(context.question.mended, context.today)]


def _speaks_from(context: Context, row: Responsibility) -> date:
    """The first day a row's document can speak for: two years before its move, or before its own date; the
    document of a move to come is written by today."""
    dated = context.document(row.document_id).date
    days = [day for day in (row.effective_from, dated) if day is not None]
    return date(min(*days, context.today).year - _YEARS_BACK, 1, 1) if days else date.min


def open_from(context: Context, row: Responsibility) -> date:
    """The day from which the new owner may have the task: a deadline or expectation leaves the time
    before it open, from the document on."""
    if row.basis not in OPEN or row.effective_from is None:
        return context.today
    return context.document(row.document_id).date or date(row.effective_from.year, 1, 1)
