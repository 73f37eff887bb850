"""Yes or no: the first word, then the sentence that gives the reason."""

from __future__ import annotations

import re

from answer.compose.common import USUAL_WORDS, Context, choose, quote
from answer.draft import Draft
from answer.evidence import Sentence, coverage, stems
from answer.question import Question
from answer.understanding.glossary import antonyms
from core.danish.dates import find_dates
from core.danish.tokens import stem, tokenize

_NEGATION = re.compile(
    r"\b(?:ikke|ingen|intet|ej|aldrig|hverken|uden|undtagen|eksklusive|ophør\w*|bortfald\w*)\b", re.IGNORECASE
)
_LEAST = 0.35  # coverage of the topic below which no yes or no is said


def compose(context: Context) -> Draft | None:
    """ "Ja" or "Nej" where the best sentence settles it, and the sentences that say why."""
    part = context.question.parts[0]
    picked = choose(context.best, part, USUAL_WORDS, most=3, enough=0.45)
    if not picked:
        return None
    word = verdict(context.question, picked[0])
    statements = tuple(quote(sentence, part) for sentence in picked)
    if word:
        statements = (statements[0], *statements[1:])
    lead = {"ja": "Ja.", "nej": "Nej.", "": ""}[word]
    return Draft(statements, lead, how="yes_no")


def verdict(question: Question, sentence: Sentence) -> str:
    """ "ja", "nej" or "" where the sentence does not settle it: negation, opposite words and dates in question
    and sentence against each other."""
    if coverage(question.terms, sentence.text, sentence.around) < _LEAST:
        return ""
    against = _negated(question.mended) != _negated(sentence.text)
    if _opposed(question.mended, sentence.text):
        against = not _negated(sentence.text) if not _negated(question.mended) else against
    too_late = _too_late(question, sentence.text)
    return "nej" if against or too_late else "ja"


def _negated(text: str) -> bool:
    return _NEGATION.search(text) is not None


def _opposed(question: str, text: str) -> bool:
    """True where the question asks with one word and the sentence answers with its opposite."""
    asked, said = {stem(w) for w in tokenize(question)}, {stem(w) for w in tokenize(text)} | set(stems(text))
    for one, other in antonyms():
        for mine, opposite in ((one, other), (other, one)):
            mine_stems, opposite_stems = {stem(w) for w in mine}, {stem(w) for w in opposite}
            if asked & mine_stems and said & opposite_stems and not said & mine_stems:
                return True
    return False


def _too_late(question: Question, text: str) -> bool:
    """ "inden 2027?" against a later date."""
    limits = [d for d in question.when.spans if d.bound in ("by", "until") and d.last]
    said = [d.first or d.last for d in find_dates(text)]
    days = [day for day in said if day is not None]
    return bool(limits and days) and all(day > limit.last for limit in limits for day in days if limit.last)
