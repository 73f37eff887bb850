"""A deadline told in the sentence after: "Staben udarbejder en vejledning. Vejledningen skal foreligge den 20. marts
2026": by that day it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from core.danish.dates import find_dates
from core.danish.tokens import stem
from core.schema import Basis, Responsibility, Span
from register.forms.fields import with_timing
from register.sentences.reading import Statement
from register.sentences.timing import Timing

_DONE = r"(?:færdige?t?|klare?|afsluttet|gennemført|afprøvet|udarbejdet|på\s+plads|afleveret|godkendt|fremlagt)"
_DUE = re.compile(
    r"(?P<thing>[A-ZÆØÅ][\wæøå-]*)\s+(?:skal|bør|ventes\s+at|forventes\s+at)\s+(?:senest\s+)?(?:"
    rf"(?:være|ligge|stå)\s+{_DONE}|foreligge|afleveres|afsluttes|fremlægges|forelægges|præsenteres)\b"
)
_POINTS = ("den", "det", "de", "arbejdet", "opgaven")
_DEADLINE = re.compile(r"Fristen(?:\s+for\s+det)?\s+er\b|Det\s+(?:skal\s+ske|sker)\s+senest\b")


def due_as_told_later(
    rows: Sequence[Responsibility], statements: Sequence[Statement], reference: date | None
) -> list[Responsibility]:
    """The rows; the only one of a sentence without a day of its own is due when the next says that its thing is to be
    ready."""
    out = list(rows)
    for before, statement in _pairs(statements):
        timing = _due(statement, reference)
        told = [r for r in out if before.start <= r.start < before.end] if timing else []
        meant = [r for r in told if _is_meant(r, told, statement)]
        if timing and len(meant) == 1 and meant[0].effective_from is None and meant[0].until is None:
            out[out.index(meant[0])] = with_timing(meant[0], timing, statement.start)
    return out


def _pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the next of the same paragraph."""
    yield from ((a, b) for a, b in pairwise(statements) if not b.first)


def _due(statement: Statement, reference: date | None) -> Timing | None:
    if not (_DUE.match(statement.text) or _DEADLINE.match(statement.text)):
        return None
    days = [d for d in find_dates(statement.text, reference) if d.bound in ("on", "by") and d.last]
    if len(days) != 1:
        return None
    text, place = " ".join(days[0].text.split()), Span(days[0].start, days[0].end)
    return Timing(days[0].last, Basis.DEADLINE, None, text, span=place)


def _is_meant(row: Responsibility, told: Sequence[Responsibility], statement: Statement) -> bool:
    """True for the row whose task has the thing that is to be ready, or the only row where a pronoun stands for it."""
    due = _DUE.match(statement.text)
    if row.relation not in ("assign", "create"):
        return False
    if due is None or due["thing"].lower() in _POINTS:
        return len(told) == 1
    return stem(due["thing"].lower()) in {stem(word) for word in re.findall(r"[\wæøå-]{4,}", row.task.lower())}
