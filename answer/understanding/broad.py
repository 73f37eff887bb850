"""Questions that ask for anything told of a thing ("Hvad siger aftalen om broerne?"), in the plain form that a reader
of questions and answers knows them by: which paper is meant is told by the search, not by the sentence."""

from __future__ import annotations

import re

from answer.understanding.sources import without_documents
from core.danish.tokens import is_stop_word, words

_TELLS = r"(?:siger|skriver|nævner|fortæller|oplyser|rummer|indeholder|står|fremgår)"
_ABOUT = re.compile(
    rf"^\s*hvad {_TELLS}(?P<paper>(?: [\w»«\"-]+){{0,8}}?) (?:om|vedrørende|vedr\.) (?P<thing>.+)$", re.I
)
_SAYS = re.compile(r"^\s*hvad siger\b", re.IGNORECASE)
_PAPERS = re.compile(
    r"(?:dokument|kilde|papir|bilag|tekst|materiale|vedtægt|regulativ|politik|strategi)\w*", re.IGNORECASE
)


def plain_form(question: str) -> str:
    """ "Hvad står der om broerne?" for what any paper says of them; "Hvad mener X?" for what somebody says; any other
    question as it is."""
    return of_thing(question) or _SAYS.sub("Hvad mener", question)


def of_thing(question: str) -> str:
    """ "Hvad står der om broerne?" for what any paper says of them: the name of the paper is no topic. "" for any other
    question."""
    about = _ABOUT.match(question)
    return f"Hvad står der om {about['thing']}" if about and _only_paper(about["paper"]) else ""


def _only_paper(text: str) -> bool:
    left = (word.text for word in words(without_documents(text)))
    return all(is_stop_word(word) or word.isdigit() or _PAPERS.fullmatch(word) for word in left)
