"""Whether two sums are parts of the one whole that a question asks for: of the year asked, both by the year or neither,
and for the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.compose.worked import SUM
from answer.evidence import Sentence
from answer.matching import match
from answer.question import Question
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from core.danish.tokens import words
from core.schema import Amount

_MONEY = re.compile(r"udgift\w*|afs[aæ]t\w*|bevil\w*|kost\w*|pris\w*|budget\w*|midler\w*|beløb\w*|bruge[srt]?|giv\w*")
_JOINED = re.compile(r"\s*(?:og|samt|plus|,)\s")
_AT_ONCE = re.compile(r"\s*(?:,|;|–|\bsamt\b|\bog\b)")
_JOINT = re.compile(r",? \b(?:samt|og)\b|[,;–]")
_PURPOSE = re.compile(
    r"\b(?:til|for|på|vedrørende) (?:at )?(?!(?:hele|hvert|hver|perioden|året)\b)[a-zæøå]{4,}", re.IGNORECASE
)
_MET, _WEIGHT = 0.5, 0.3  # a topic word met; and one that says what is asked for


def of_one_whole(question: Question, sentences: Sequence[Sentence], first: Amount, second: Amount) -> bool:
    """False for sums that cannot be added to what is asked: one by the year and one not, one of another year, one for
    another purpose than the thing asked for."""
    if first.per_year != second.per_year:
        return False
    years = question.when.years
    if len(years) == 1 and not all(_is_of(amount, years[0]) for amount in (first, second)):
        return False
    one, other = _told(sentences, first, second)
    head = _thing(question)
    if head is None or (match(head, one) >= _MET) == (match(head, other) >= _MET):
        return True
    return _PURPOSE.search(other if match(head, one) >= _MET else one) is None


def _is_of(amount: Amount, year: int) -> bool:
    return amount.year is None or amount.year <= year <= (amount.year_to or amount.year)


def _told(sentences: Sequence[Sentence], first: Amount, second: Amount) -> tuple[str, str]:
    """What is said with each sum: the clauses of one sentence, or two sentences."""
    if len(sentences) > 1:
        return sentences[0].text, sentences[1].text
    text = sentences[0].text
    between = text[first.end : second.start]
    joints = [joint.start() for joint in _JOINT.finditer(between)]
    cut = first.end + (0 if _AT_ONCE.match(between) or not joints else joints[-1])
    return text[:cut], text[cut:]


def _thing(question: Question) -> Term | None:
    """The thing whose sum is asked for, None where several are named side by side ("løn og husleje")."""
    topic = [
        t for t in question.parts[0].terms
        if t.weight >= _WEIGHT and not (is_frame(t.word) or _MONEY.fullmatch(t.word) or SUM.fullmatch(t.word))
    ]  # fmt: skip
    if not topic:
        return None
    ends = [w.end for w in words(question.mended) if w.text.lower() == topic[0].word]
    return None if ends and _JOINED.match(question.mended[ends[0] :]) else topic[0]
