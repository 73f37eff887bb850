"""Moves told in stages: "Etape 2 træder i kraft den 1. maj 2026. Havnen flyttes til …": the day of a stage is that of
the moves its own paragraph tells, and of no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from core.danish.dates import find_dates
from core.schema import Basis, Precision, Responsibility, Span, Status
from register.forms.fields import with_timing
from register.forms.today import GOES_ON
from register.sentences.reading import Statement
from register.sentences.text import STAGE
from register.sentences.timing import Timing, own_timing

_STAGE = re.compile(
    rf"\W*(?:{STAGE}\s+(?:\d|I{{1,3}}|IV)|"
    r"(?:Den\s+)?(?:[Ff]ørste|[Aa]nden|[Aa]ndet|[Tt]redje|[Ff]jerde)\s+(?:fase|etape|trin|bølge|rul|runde))\s+"
    r"(?:træder\s+i\s+kraft|gælder|begynder|starter|gennemføres|sker|har\s+virkning|ligger)\b"
)
_RUN_IN = re.compile(  # "Fase 2 (fra 2028):"
    rf"\W*{STAGE}\s+(?:\d+|I{{1,3}}|IV)\s*(?:\((?P<in>[^()]{{4,40}})\)\s*:|,\s(?P<on>[^:,;]{{4,40}}):)"
)
_FROM_THAT_DAY = re.compile(r"(?:Fra|Pr\.) (?:den|samme) (?:dato|dag)\b|(?:Herefter|Derefter|Da)\b")
_MOVES = ("transfer", "merge", "create")


def opens_stage(text: str) -> bool:
    """True for a sentence that says when a numbered stage begins."""
    return _STAGE.match(text) is not None


def dated_by_stage(
    rows: Sequence[Responsibility], statements: Sequence[Statement], reference: date | None
) -> list[Responsibility]:
    """The rows, moves of a stage's paragraph that tell no day of their own with the stage's day."""
    days = dict(_days(statements, reference))
    words = {s.start: s.text for s in statements}
    return [_dated(r, days[r.start], words[r.start]) if r.start in days else r for r in rows]


def _days(statements: Sequence[Statement], reference: date | None) -> Iterator[tuple[int, tuple[Statement, Timing]]]:
    """Start of a statement → the sentence that opens its stage, and its day."""
    stage: tuple[Statement, Timing] | None = None
    for statement in statements:
        if _RUN_IN.match(statement.text):
            stage = _labelled(statement, reference)
        elif opens_stage(statement.text):
            stage = _stage(statement, reference)
        elif statement.first:
            stage = None
        if stage:
            yield statement.start, stage


def _labelled(statement: Statement, reference: date | None) -> tuple[Statement, Timing] | None:
    """ "Fase 2 (fra 2028): …": the day that the stage's own label tells."""
    label = _RUN_IN.match(statement.text)
    days = find_dates(label.group(), reference) if label else []
    if len(days) != 1 or days[0].first is None:
        return None
    text, place = " ".join(days[0].text.split()), Span(days[0].start, days[0].end)
    return statement, Timing(days[0].first, Basis.EXPLICIT, None, text, span=place)


def _stage(statement: Statement, reference: date | None) -> tuple[Statement, Timing] | None:
    days = [d for d in find_dates(statement.text, reference) if d.precision is Precision.DAY and d.bound != "until"]
    timing = own_timing(statement.text, (0, len(statement.text)), reference)
    return (statement, timing) if len(days) == 1 and timing.start else None


def _dated(row: Responsibility, stage: tuple[Statement, Timing], words: str) -> Responsibility:
    begins = _FROM_THAT_DAY.match(words) is not None or (
        _RUN_IN.match(stage[0].text) is not None and row.relation == "assign" and not GOES_ON.search(words)
    )
    if row.effective_from is not None and row.basis is not Basis.GENERAL_CLAUSE:
        return row
    if not (row.relation in _MOVES or (begins and row.relation in ("keep", "assign"))) or row.until:
        return row
    if row.relation == "keep":
        row = replace(row, relation="assign", status=Status.DECIDED)
    return with_timing(row, stage[1], stage[0].start)
