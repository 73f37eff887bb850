"""Whether a question asks for the very thing that two places tell differently."""

from __future__ import annotations

import re

from answer.question import Question
from answer.understanding.glossary import synonyms
from answer.understanding.kinds import Asked
from core.danish.tokens import is_stop_word, normal, stem, words
from core.schema import Conflict

_COUNTS = re.compile(r"\b(?:hvor mange|hvor stor\w*|antal\w*|how many|number of|tal(?:let)?)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"rapport|orienter|underret|at vide|\bstatus\b|meld\w* tilbage|holdes? løbende|\breport", re.IGNORECASE
)
_ORDER = re.compile(
    r"\b(?:før|efter|inden|allerede|først|i gang|start\w*|begynd\w*|hvornår|dato\w*|frist\w*|when|before)\b",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(  # asks whether something had begun when it was decided
    r"\b(?:før|efter|allerede|i gang|(?:op)?start\w*|begynd\w*|nedsat|oprettet|etableret|when|before)\b", re.IGNORECASE
)
_WHO = re.compile(
    r"\b(?:hvem|hvilke[nt]? (?:\w+ )?\w*(?:udvalg|forvaltning|afdeling)\w*|who|which committee)\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:tidligere|før|førhen|allerede|hidtil|aldrig|forud|i forvejen|before|earlier)\b", re.IGNORECASE
)
_LONG = 6  # words; longer values are whole sentences


def asks_for(question: Question, conflict: Conflict) -> bool:
    """True where the question wants what differs: the number of that thing, the owner, the day, the words."""
    text = question.mended
    if conflict.type == "number" and is_money(conflict):
        return question.kind is Asked.AMOUNT or _names_value(question, conflict)
    if conflict.type == "number":
        return _counts(question, conflict)
    if conflict.type == "recipient":
        return _TELLS.search(text) is not None
    if conflict.type == "owner":
        return _WHO.search(text) is not None or question.kind in (Asked.OWNER, Asked.PERSON)
    if conflict.type == "date" and any(value.endswith("(startet)") for value in conflict.differs):
        return _UNDER_WAY.search(text) is not None
    if conflict.type == "date":
        return _ORDER.search(text) is not None or question.kind is Asked.DATE
    if conflict.type == "wording":
        return _says(text, question.kind, conflict)
    return True


def pointed(question: Question, conflict: Conflict) -> bool:
    """True where it asks for that and for nothing else, so that fewer of its words need be met."""
    pointing = conflict.type in ("number", "recipient", "wording") and not is_money(conflict)
    return pointing and asks_for(question, conflict)


def is_money(conflict: Conflict) -> bool:
    """True where both values are sums of money."""
    return all("kr" in value for value in conflict.differs)


def _names_value(question: Question, conflict: Conflict) -> bool:
    """True where one of the two sums is named by its figures."""
    asked = {word.text for word in words(question.mended)}
    return any(word.text in asked for value in conflict.differs for word in words(value) if word.text[0].isdigit())


def _short(value: str) -> bool:
    return len(value.split()) < _LONG


def _counts(question: Question, conflict: Conflict) -> bool:
    """A number of the counted thing, or one of the two numbers, asked for."""
    asked = {normal(word.text) for word in words(question.mended)} | {term.word for term in question.terms}
    if any(normal(value) in asked for value in conflict.differs):
        return True
    if not _COUNTS.search(question.mended) and question.kind not in (Asked.CONFLICT,):
        return False
    nouns = [
        normal(word.text) for word in words(conflict.about) if word.text[0].isalpha() and not is_stop_word(word.text)
    ]
    named = {stem(noun) for noun in nouns[-1:]} | {stem(other) for noun in nouns[-1:] for other in synonyms(noun)}
    return any(stem(word) in named or any(word.endswith(noun) for noun in named if len(noun) > 4) for word in asked)


def _says(text: str, question_kind: Asked, conflict: Conflict) -> bool:
    """One of the words in which the two differ, or that both share where it is asked whether they agree; of whole
    sentences, that it was so before."""
    if any(not _short(value) for value in conflict.differs):
        return _EARLIER.search(text) is not None
    one, other = ({stem(w.text) for w in words(v) if not is_stop_word(w.text)} for v in conflict.differs)
    asked = {stem(word.text) for word in words(text)}
    if question_kind is Asked.CONFLICT and (one & other) & asked:
        return True
    told = asked - (one & other)  # a word that both have asks for neither
    alike = {stem(s) for word in words(text) if stem(word.text) in told for s in synonyms(normal(word.text))}
    return bool((one ^ other) & (asked | alike))
