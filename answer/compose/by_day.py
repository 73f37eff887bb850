"""What days say to a yes/no question: the register's day of a move, a later day in the sentence."""

from __future__ import annotations

import re

from answer.compose.common import Context
from answer.question import Question
from answer.understanding.claims import Claim
from core.danish.dates import find_dates
from core.schema import Basis, Responsibility

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
