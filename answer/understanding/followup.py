"""Follow-up questions: "og hvornår?", "hvad koster det?" take their subject from the turn before."""

from __future__ import annotations

import re

from core.danish.tokens import tokenize
from core.schema import Answer

_OPENS = re.compile(r"^\s*(?:og|men|så|hvad så med|hvad med|and|what about|but)\b", re.IGNORECASE)
_POINTING = "det den de dem dens dets deres der her han hun dette denne disse it that they them its their"
_POINTS = frozenset(_POINTING.split())
_CHANGES = re.compile(r"^\s*(?:og |men |så )?(?:hvad så med|hvad med|what about)\b", re.IGNORECASE)
_LONGEST = 9  # words; longer questions stand on their own


def leans_back(text: str, content: int) -> bool:
    """True where a question can't stand alone. content: how many words of its own topic it has."""
    found = tokenize(text)
    if len(found) > _LONGEST:
        return False
    points = bool(_POINTS & set(found))
    return content == 0 or (content <= 1 and (points or _OPENS.match(text) is not None))


def joined(text: str, previous: Answer) -> tuple[str, str]:
    """The question with the earlier subject put in, and that subject ("" where there is none to take).
    "hvad med X?" keeps the earlier question and changes its subject."""
    subject = previous.subject
    if not subject:
        return text, ""
    new_subject = _CHANGES.sub("", text).strip(" ?")
    if _CHANGES.match(text) and new_subject:
        return previous.question.replace(subject, new_subject), new_subject
    return f"{text.strip()} ({subject})", subject
