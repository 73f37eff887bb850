"""Which of two sides has the most or the least of what is asked, reckoned from the value each side tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.compose.side_answers import Told
from answer.counting import counts, numbers
from answer.polarity import strength
from answer.understanding.contests import contest
from answer.understanding.kinds import Asked
from answer.understanding.terms import Term
from core.danish.amounts import find_amounts
from core.danish.dates import find_dates
from core.danish.numbers import number_value
from core.danish.tokens import stem, words

_MOST = (
    r"mest|flest|størst\w*|dyrest\w*|længst\w*|højest\w*|sidst|senest|nyest\w*|mere|flere|større|dyrere|længere|højere|"
    r"senere|nyere"
)
_LEAST = (
    r"mindst\w*|færrest|billigst\w*|kortest\w*|lavest\w*|først|tidligst|ældst\w*|mindre|færre|billigere|kortere|lavere|"
    r"tidligere|ældre"
)
_DEGREE = re.compile(rf"\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:ikke|hverken|ingen)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:samle[td]e?|i alt|gennemsnit\w*|tilsammen)\b", re.IGNORECASE)
_MET = 0.5  # from which a word counts as met
_SHORT = 4  # letters
_FEW = 3  # numbers; a sentence of more tells the parts
_SHARE = re.compile(r"\s*(?:pct|%|procent(?!point))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of one side. unit: what it must share with the other's to be set against it."""

    size: float
    unit: str


def winner(question: str, kind: Asked, topic: Sequence[Term], picked: Sequence[Told]) -> str:
    """ "Højest: Sydby." where each side tells one value of the same sort; "Ja." or "Nej." where it is asked whether one
    has more than the other; "" where that cannot be told."""
    degree = _DEGREE.search(question)
    names = [side.view.name for side in picked]
    if len(picked) != 2 or degree is None or not contest(question) or not all(names) or _NEGATED.search(question):
        return ""
    first, second = (_value(side, kind, topic) for side in picked)
    if first is None or second is None or first.unit != second.unit or first.size == second.size:
        return ""
    ahead = (first.size > second.size) is bool(degree["most"])
    if _asks_whether(question):
        return "Ja." if ahead else "Nej."
    name = names[0 if ahead else 1]
    return f"{degree.group().capitalize()}: {name[:1].upper()}{name[1:]}."


def _asks_whether(question: str) -> bool:
    return re.search(r"\bend\b", question) is not None and not re.match(r"\W*hv", question, re.IGNORECASE)


def _value(side: Told, kind: Asked, topic: Sequence[Term]) -> Value | None:
    """The value that stands after the first word of what is asked in the side's first sentence."""
    text = side.composed[0].text if side.composed else side.chosen[0].text if side.chosen else ""
    start = _speaks_from(topic, text) if topic else 0
    if not text or start is None or (_in_parts(side, kind) and not _OF_ALL.search(text)):
        return None
    if kind is Asked.AMOUNT:
        return _sum(side, text, start)
    if kind is Asked.DATE:
        days = [d.first for d in find_dates(text) if d.start >= start and d.first is not None]
        return Value(float(days[0].toordinal()), "dag") if days else None
    return _number(side, text, start)


def _in_parts(side: Told, kind: Asked) -> bool:
    """True where the side tells further values beside the first: they may be parts of a whole that none tells."""
    query = side.view.query
    further = [s.text for s in side.chosen[1:]] if not side.composed else []
    if kind is Asked.AMOUNT:
        return any(find_amounts(text) for text in further)
    return kind is not Asked.DATE and any(counts(query, text, numbers(text)) for text in further)


def _sum(side: Told, text: str, start: int) -> Value | None:
    """The one sum of the year asked for, or the only one; a table's line tells it twice."""
    sums = [a for a in find_amounts(text) if a.start >= start]
    dated = [a for a in sums if a.year is not None and str(a.year) in side.view.query]
    picked = {(a.value_dkk, a.per_year) for a in dated or sums}
    if len(picked) != 1:
        return None
    value, yearly = picked.pop()
    return Value(float(value), "år" if yearly else "kr")


def _number(side: Told, text: str, start: int) -> Value | None:
    """The first share in percent; else the one number that counts the thing asked for."""
    found = [n for n in numbers(text) if n.start >= start]
    if len(found) > _FEW:
        return None
    shares = [n for n in found if _SHARE.match(text[n.start + len(n.text) :])]
    if not shares:
        found = [n for n in numbers(text) if counts(side.view.query, text, [n])]
    picked = shares or (found if len(found) == 1 else [])
    size = number_value(picked[0].text) if picked else None
    return Value(size, "pct" if shares else "antal") if size is not None else None


def _speaks_from(topic: Sequence[Term], text: str) -> int | None:
    """Where the first word of what is asked stands; None where none does."""
    met = (word.start for word in words(text) if any(_meets(term, word.text) for term in topic))
    return next(met, None)


def _meets(term: Term, word: str) -> bool:
    """True for the word, one like it, or what a compound of the question is a sort of ("fravær" of "sygefravær")."""
    own = stem(word)
    return strength(term, word) >= _MET or (len(own) > _SHORT and stem(term.word).endswith(own))
