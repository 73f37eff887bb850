"""Which came first: two dates found, each by a search of its own, and set against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from answer.compose.common import Context, quote
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.matching import coverage
from answer.understanding.claims import read_claim
from answer.understanding.kinds import Asked
from answer.understanding.roles import is_frame
from core.danish.dates import find_dates
from core.schema import DateSpan

_ORDER = re.compile(
    r"^(?P<one>.+?),?\s+(?P<word>før|inden|efter|forud for)\s+(?:at\s+)?(?P<other>.+?)\s*\?*$", re.IGNORECASE
)
_RUNS = re.compile(r"\bi gang\b", re.IGNORECASE)
_STARTS = re.compile(
    r"\b(?:start\w*|opstart\w*|begynd\w*|påbegynd\w*|iværksat\w*|igangsat\w*|indgå\w*|trådte|åbne\w*|godkend\w*|"
    r"vedt\w+|behandle\w*|nedsat\w*|etablere\w*|drøfte\w*|holdt|udkom|underskrev\w*)\b",
    re.IGNORECASE,
)
_MET = 0.5  # share of the event's words that its sentence must meet
_HELPERS = re.compile(r"^(?:var|er|blev|bliver|har|havde|kom|skete)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Event:
    """A sentence that tells when something happened. when: the interval it names."""

    sentence: Sentence
    statement: Statement
    when: DateSpan


def compose(context: Context) -> Draft | None:
    """For "var A i gang, før B?": Ja or Nej with both dates, where a dated sentence is found for each."""
    claim = read_claim(context.question.mended)
    found = _ORDER.match(claim.text)
    if found is None or context.look is None or find_dates(found.group("other")):
        return None
    one = _event(context, _HELPERS.sub("", _RUNS.sub("startede", found.group("one"))))
    other = _event(context, found.group("other"))
    if one is None or other is None or one.sentence.overlaps(other.sentence):
        return None
    word = _compared(one.when, other.when, before=found.group("word").lower() != "efter")
    return Draft((one.statement, other.statement), {"ja": "Ja.", "nej": "Nej.", "": ""}[word], how="order")


def _compared(one: DateSpan, other: DateSpan, *, before: bool) -> str:
    """ "ja", "nej", or "" where the intervals overlap."""
    if _ends(one) < _begins(other):
        return "ja" if before else "nej"
    if _begins(one) > _ends(other):
        return "nej" if before else "ja"
    return ""


def _begins(span: DateSpan) -> date:
    return span.first or span.last or date.max


def _ends(span: DateSpan) -> date:
    return span.last or span.first or date.min


def _event(context: Context, text: str) -> Event | None:
    """The sentence that dates an event best: it meets the event's words and names a day, month or year."""
    assert context.look is not None
    sight = context.look.ask(text, Asked.DATE)
    topic = [t for t in sight.question.terms if not is_frame(t.word)] or list(sight.question.terms)
    for sentence in sorted(sight.ranked[:30], key=lambda s: -s.score * (1.0 + coverage(topic, s.text))):
        when = _dated(sentence)
        if when and coverage(topic, sentence.text) >= _MET and _STARTS.search(sentence.text):
            return Event(sentence, quote(sentence, sight.part, most=26), when)
    return None


def _dated(sentence: Sentence) -> DateSpan | None:
    """The date nearest to the verb of the sentence."""
    spans = [s for s in find_dates(sentence.text) if s.first or s.last]
    verb = _STARTS.search(sentence.text)
    return min(spans, key=lambda s: abs(s.start - verb.start()), default=None) if verb else None
