"""What days say to a yes/no question: the register's day of a move, a later day in the sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from answer.compose.common import Context
from answer.quantities import overlap
from answer.question import Question
from answer.understanding.claims import Claim
from core.danish.dates import find_dates
from core.schema import Basis, DateSpan, Responsibility

_HELD = ("on", "from")  # bounds of days on which something happens, or from which it holds
_DUE = re.compile(
    r"(?:skal|skulle)\b.*\bfærdig|(?:skal|skulle)\b.*\b(?:klar|foreligge|afleveres|åbne)\b", re.IGNORECASE
)
_LASTING = re.compile(  # what goes on after its first day
    r"(?:og |men )?(?:er|var|har|havde|ligger|hører|gælder|står|sidder|varetager|driver|holder|findes|kan|må|koster|"
    r"bor|udgør|dækker|består|bruger|leverer|betaler)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^\W*\w+:\s")
# days on which something else was decided
_OF_A_DECISION = re.compile(
    r"\b(?:beslut\w*|godkend\w*|vedt[ao]g\w*|aftal(?:t|te|er)|aftalen? (?:af|fra)|behandl\w*|drøft\w*|budget\w*|priser|"
    r"på (?:\w+ )?møde\w*|lov\w*|brev\w*)\b",
    re.IGNORECASE,
)
_BY_ITS_END = (Basis.DEADLINE, Basis.PHASE)
_MOVED = re.compile(r"(?:flyttet|overflyttet|overført|overgået|overtaget|overdraget|samlet|sammenlagt|skiftet)")


def asks_of_a_move(claim: Claim) -> bool:
    """True for "er X flyttet?": the register knows the day."""
    return claim.done and any(_MOVED.fullmatch(word) for word in claim.predicate[:1])


def by_register(context: Context, claim: Claim, row: Responsibility) -> str:
    """ "ja", "nej" or "": "inden 2027?" against the day the register has for the task; "er X flyttet?" where
    that day is still to come."""
    limits = [d.last for d in context.question.when.spans if d.bound in ("by", "until") and d.last]
    if row.effective_from is None:
        return ""
    by_its_end = row.basis in _BY_ITS_END
    if not limits:
        ahead = asks_of_a_move(claim) and not by_its_end and row.effective_from > context.today
        return "nej" if ahead and not claim.negated and not context.question.when.spans else ""
    return "nej" if row.effective_from > limits[0] or (by_its_end and row.effective_from == limits[0]) else "ja"


def too_late(question: Question, text: str) -> bool:
    """ "inden 2027?" against a later date."""
    limits = [d for d in question.when.spans if d.bound in ("by", "until") and d.last]
    said = [d.first or d.last for d in find_dates(text)]
    days = [day for day in said if day is not None]
    return bool(limits and days) and all(day > limit.last for limit in limits for day in days if limit.last)


def by_its_day(claim: Claim, clause: str, text: str, made: date | None = None) -> str:
    """ "ja", "nej" or "" from the days of a claim and of the sentence that tells of it: "ja" where they agree or one of
    them names none; "nej" where the sentence's only day lies past the one asked about, or before it for something that
    happens once; else "". made: the paper's day, for days without a year."""
    asked, told = _days(claim.text, made), _days(text, made)
    if not asked or not told or any(_agree(a, t) for a in asked for t in told):
        return "ja"
    day, limit = told[0], asked[-1]
    if len(told) > 1 or limit.last is None or not _days(clause, made) or _OF_A_DECISION.search(_HEAD.sub("", text)):
        return ""
    if day.bound == "by":
        return "nej" if _DUE.match(claim.text) and day.last and limit.last < day.last else ""
    if day.bound not in _HELD or day.first is None:
        return ""
    return "nej" if limit.last < day.first or not _LASTING.match(claim.text) else "ja"


def _agree(asked: DateSpan, told: DateSpan) -> bool:
    """True where they have a day in common; of a latest day, where it lies in the time asked about."""
    if told.bound == "by" and told.last:
        told = replace(told, first=told.last)
    return told.bound in (*_HELD, "by") and overlap(asked, told)


def _days(text: str, made: date | None) -> list[DateSpan]:
    """Days of a text; of "den 1. maj" in the year of another day there, else in the paper's."""
    year = next((d.first or d.last for d in find_dates(text) if d.first or d.last), made)
    return [d for d in find_dates(text, date(year.year, 1, 1) if year else None) if d.first or d.last]
