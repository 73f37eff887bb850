"""Yes or no: the first word, then the sentence that gives the reason."""

from __future__ import annotations

import re
from functools import lru_cache

from answer.compose.common import USUAL_WORDS, Context, choose, quote
from answer.compose.fitting import SURE, fitting
from answer.compose.owner import beside
from answer.draft import Draft
from answer.evidence import Sentence, coverage
from answer.question import Question
from answer.understanding.glossary import antonyms
from core.danish.dates import find_dates
from core.danish.tokens import stem, tokenize
from core.schema import Basis, Responsibility

_NEGATION = re.compile(
    r"\b(?:ikke|ingen|intet|ej|aldrig|hverken|uden|undtagen|eksklusive|ophør\w*|bortfald\w*)\b", re.IGNORECASE
)
_CHOICE = re.compile(r"\d\S* eller \S*\d|\b(?:enten|mon) .* eller\b", re.IGNORECASE)
_LOOKED_AT, _SETTLES = 10, 2.5  # sentences that use the question's word or its opposite come first
_LEAST = 0.35  # coverage of the topic below which no yes or no is said


def compose(context: Context) -> Draft | None:
    """ "Ja" or "Nej" where the best sentence settles it, and the sentences that say why. A choice between two
    ("2 eller 3?") is no yes or no."""
    if _CHOICE.search(context.question.mended):
        return None
    part = context.question.parts[0]
    related = [s for s in context.best[:_LOOKED_AT] if _related(context.question.mended, s.text)]
    ranked = sorted(context.best, key=lambda s: -s.score * (_SETTLES if s in related else 1.0))
    picked = choose(ranked, part, USUAL_WORDS, most=3, enough=0.45)
    if not picked:
        return None
    word = verdict(context.question, picked[0])
    statements = tuple(quote(sentence, part) for sentence in picked)
    if context.question.when.spans:
        row = next((f.row for f in fitting(context, part, context.best) if f.row.effective_from), None)
        word = _by_date(context.question, row) or word if row else word
        statements = (*beside(context, part, context.best, SURE), *statements[:2])
    lead = {"ja": "Ja.", "nej": "Nej.", "": ""}[word]
    return Draft(statements, lead, how="yes_no")


def _by_date(question: Question, row: Responsibility) -> str:
    """ "inden 2027?" against the day the register has for the task."""
    limits = [d.last for d in question.when.spans if d.bound in ("by", "until") and d.last]
    if not limits or row.effective_from is None:
        return ""
    by_its_end = row.basis in (Basis.DEADLINE, Basis.PHASE)
    return "nej" if row.effective_from > limits[0] or (by_its_end and row.effective_from == limits[0]) else "ja"


def verdict(question: Question, sentence: Sentence) -> str:
    """ "ja", "nej" or "" where the sentence does not settle it: negation, opposite words and dates in question
    and sentence against each other."""
    related = _related(question.mended, sentence.text)
    if not related and coverage(question.terms, sentence.text, sentence.around) < _LEAST:
        return ""
    if _too_late(question, sentence.text):
        return "nej"
    differs = _negated(question.mended) != _negated(sentence.text)
    against = differs if related != "opposite" else not differs
    return "nej" if against else "ja"


def _negated(text: str) -> bool:
    return _NEGATION.search(text) is not None


def _related(question: str, text: str) -> str:
    """ "same" where both use words of one meaning ("blivende", "fast"), "opposite" where the sentence has
    the contrary ("midlertidig"), else ""."""
    asked, said = _all_stems(question), _all_stems(text)
    for one, other in _groups():
        for mine, contrary in ((one, other), (other, one)):
            if asked & mine and not asked & contrary:
                if said & contrary and not said & mine:
                    return "opposite"
                if said & mine:
                    return "same"
    return ""


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(map(stem, a)), frozenset(map(stem, b))) for a, b in antonyms())


def _all_stems(text: str) -> set[str]:
    return {stem(word) for word in tokenize(text)}


def _too_late(question: Question, text: str) -> bool:
    """ "inden 2027?" against a later date."""
    limits = [d for d in question.when.spans if d.bound in ("by", "until") and d.last]
    said = [d.first or d.last for d in find_dates(text)]
    days = [day for day in said if day is not None]
    return bool(limits and days) and all(day > limit.last for limit in limits for day in days if limit.last)
