"""Questions for what a paper is about as a whole ("Hvad handler aftalen om?", "Opsummer referatet")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from answer.question import Question
from answer.understanding.sources import codes, names_several, source_words
from core.danish.dates import find_dates
from core.danish.tokens import is_stop_word, normal, stem, tokenize, words
from core.schema import DateSpan, Document, Kind, Precision

_PURPOSE = re.compile(r"\b(?:formål(?:et|ene)?|hensigten|sigtet)\b(?= (?:med|i|bag)\b)", re.IGNORECASE)
_PLAIN = re.compile(  # may stand beside words of the paper's title
    r"\bhvad (?:handler|drejer)\b.*\bom\W*$|\bhvad går\b.*\bud på\W*$|"
    r"\b(?:opsumm?er|sammenfat|resumer)(?:er|e|ing)?\b|\b(?:resum[eé]|sammendrag|sammenfatning|opsummering)\b|"
    r"\bhoved(?:punkt|træk|indhold)\w*|\bvigtigste (?:punkter|indhold|pointer)\b|\bdet vigtigste i\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\bhvad (?:siger|står der i|indeholder|er indholdet (?:af|i))\b", re.IGNORECASE)
_ASKING = re.compile(
    r"formål\w*|hensigten|sigtet|handler|drejer|går|opsumm?er\w*|sammenfat\w*|resum[eé]\w*|sammendrag\w*|hoved(?:punkt|træk|"
    r"indhold)\w*|vigtigste|punkter|pointer|indhold\w*|indeholder|lav|skriv|giv|kort\w*|hurtigt?|siger|står|fortæl|beskriv|"
    r"dokument(?:et)?|papir(?:et)?|plan(?:en)?|gerne|venligst|tak|hej"
)
_SHORTEST = 5  # letters that tell a compound's first part


def gist_asked(question: Question) -> bool:
    """True where it asks what one named paper says or aims at as a whole."""
    text = question.mended
    if question.follows or question.english or len(question.parts) > 1 or names_several(text):
        return False
    if not (question.kinds or codes(text)):
        return False
    kinds = set(question.kinds) - {Kind.IMPLEMENTATION_PLAN}
    asked = _PURPOSE.search(text) or _PLAIN.search(text) or (_BARE.search(text) and not _left(text))
    return len(kinds) < 2 and bool(asked)


def purpose_asked(question: Question) -> bool:
    """True where it asks for the purpose rather than the contents."""
    return _PURPOSE.search(question.mended) is not None


def papers_meant(question: Question, documents: Iterable[Document]) -> list[Document]:
    """The papers that the question names, newest first; each fits its kind, codes, date and every other word."""
    left, named = _left(question.mended), codes(question.mended)
    fit = [d for d in documents if _fits(question, d, left, named)]
    return sorted(fit, key=lambda d: d.date or date.min, reverse=True)


def _fits(question: Question, document: Document, left: Sequence[str], named: frozenset[str]) -> bool:
    title = f"{document.title} {document.name}"
    kind = document.kind in question.kinds or (document.kind is Kind.BUDGET_NOTE and Kind.MEMO in question.kinds)
    if (question.kinds and not kind) or not named <= codes(title):
        return False
    held, low = {stem(word) for word in tokenize(title)}, title.lower()
    if not all(stem(word) in held or (len(word) > _SHORTEST and word[:_SHORTEST] in low) for word in left):
        return False
    return all(document.date is not None and _is_of(span, document.date) for span in question.when.spans)


def _is_of(span: DateSpan, day: date) -> bool:
    """True where a paper of that day is one "fra" the time named, which is no beginning here."""
    first, last = span.first, span.last
    if first is not None and last is None and span.bound == "from":
        shown = {Precision.YEAR: 1, Precision.MONTH: 2}.get(span.precision, 3)  # of year, month and day
        return day.timetuple()[:shown] == first.timetuple()[:shown]
    return (first is None or first <= day) and (last is None or day <= last)


def _left(text: str) -> list[str]:
    """Words that neither ask for the whole nor name a kind, a code or a time."""
    timed = {normal(word.text) for span in find_dates(text) for word in words(text[span.start : span.end])}
    skip = timed | source_words(text) | codes(text)
    found = (normal(word.text) for word in words(text))
    return [w for w in found if not (is_stop_word(w) or w in skip or _ASKING.fullmatch(w))]
