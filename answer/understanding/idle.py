"""Messages that ask nothing of the documents: greetings, thanks, and questions to the program itself."""

from __future__ import annotations

import re

from answer.question import Question
from core.danish.stopwords import SET_ASIDE
from core.danish.tokens import tokenize

# one of these must be there
_SOCIAL = re.compile(
    r"hej(?:sa)?|hallo|halløj|dav(?:s)?|goddag|god(?:morgen|aften|eftermiddag)|farvel|hello|hi|hey|bye|"
    r"tak(?:ker)?|thanks?|ok(?:ay|ej)?|fint|super|velkommen|undskyld|ja|nej|du|dig|dit|you|your"
)
_FILLS = re.compile(
    r"ressort|god[et]?|morgen|aften|dag|weekend|mange|tusind|venlig\w*|hilsen|mvh|hjælp(?:en|er|e|t)?|help|hedder|hede|"
    r"lavet|robot|chatbot|bot|ai|menneske|svar(?:et)?|snak(?:ke)?|my|are|me|how|thank"
)
_ASKS = re.compile(r"hvor(?:når|for|hen|fra)?|when|where|why")  # of something said before
_ALONE = re.compile(r"hjælp|help")
# said in the middle of a talk, these take no subject from the turn before
_CLOSED = re.compile(
    r"(?:hej|hallo|goddag|(?:mange |tusind )?tak|ok(?:ay)?|farvel)(?: (?:for .*|skal du have|du|ressort|igen))?|"
    r"(?:hvem|hvad) er du|(?:kan|vil) du hjælpe(?: mig)?|"
    r"who are you|(?:can|could) you help(?: me)?"
)


def asks_nothing(question: Question) -> bool:
    """True where every word is a greeting, thanks, politeness or the program itself; a follow-up asks what the turn
    before did, and a paper, unit, place or time is a topic."""
    if question.kinds or question.expansions or question.places or question.when.spans:
        return False
    found = tokenize(question.text)
    said = " ".join(found)
    if question.follows and not _CLOSED.fullmatch(said):
        return False
    idle = all(word in SET_ASIDE or _SOCIAL.fullmatch(word) or _FILLS.fullmatch(word) for word in found)
    return (
        idle
        and not any(map(_ASKS.fullmatch, found))
        and (any(map(_SOCIAL.fullmatch, found)) or _ALONE.fullmatch(said) is not None)
    )
