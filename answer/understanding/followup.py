"""Follow-up questions: "og hvornår?", "hvad koster det?" take their subject from the turn before; "og parkerne?" takes
its question from there."""

from __future__ import annotations

import re

from answer.understanding.kinds import Asked, asked
from answer.understanding.times import read_times
from core.danish.tokens import content_words, tokenize
from core.schema import Answer

_OPENS = re.compile(r"^\s*(?:og|men|så|hvad så med|hvad med|and|what about|but)\b", re.IGNORECASE)
_POINTING = "det den de dem dens dets deres der her han hun dette denne disse it that they them its their"
_POINTS = frozenset(_POINTING.split())
_CHANGES = re.compile(
    r"^\s*(?:og |men |så )?(?:hvad så med|hvad med|hvad så|what about|how about)\b|^\s*(?:og|men|så|and|but)(?: så)?\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:hv(?:em|ad|or|ordan|ornår|orfor|ilke[nt]?|is)|who|what|when|where|which|how|why|er|var|har|havde|kan|kunne|skal|"
    r"skulle|vil|ville|må|bør|bliver|blev|får|fik|findes|gælder|is|are|was|were|does|do|did|has|have|can|will)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\w{2,}(?:en|et|ne)$|[A-ZÆØÅ][\w-]+$")
_LAST_WORD = re.compile(r"([\w-]+)\W*$")
_PRONOUN = re.compile(
    r"(?<=\w )(?<!sker )(?<!skete )(?<!gælder )(?:det|den|de|dem|it|they|them)"
    r"(?=\s*[?.]?\s*$|\s+(?:i|på|til|fra|for|med|om|af|ved|under|hos|over|ind|ud|op|ned|ikke|også|så|nu|før|senest|egentlig|in|on|to|from|for|with|by)\b)",
    re.IGNORECASE,
)
_BARE_TIME = re.compile(
    r"(før|inden|forud|tidligere|efter|derefter|bagefter|senere|siden|before|earlier|after|later)"
    r"(?: (?:det|den|da|dem|that|then))?",
    re.IGNORECASE,
)
_POST = (
    r"[\wæøå-]*(?:formand|forperson|leder|chef|direktør|borgmester|rådmand|referent|sekretær|ordstyrer|medlem|konsulent)"
    r"\w*"
)
_POST_OF = re.compile(rf"(?P<post>{_POST})(?P<join> (?:for|i|på|af|hos|til))? (?P<of>\w.*)", re.IGNORECASE)
_SOMEBODY = frozenset("han hun hans hendes vedkommende he she his her".split())  # noqa: SIM905
_ENGLISH_PRONOUN = re.compile(r"\b(do|does|did|is|are|was|were|has|have|will) (?:it|they)\b", re.IGNORECASE)
_LONGEST = 9  # words; longer questions stand on their own


def leans_back(text: str, content: int, previous: Answer) -> bool:
    """True where a question can't stand alone. content: how many words of its own topic it has."""
    found = tokenize(text)
    if len(found) > _LONGEST:
        return False
    if content == 0:
        return True
    if _new_subject(text):
        return bool(previous.subject)
    points = bool(_POINTS & set(found))
    opens = _OPENS.match(text) is not None and not _asks_the_same(text, previous)
    return content <= 1 and (points or opens)


def _asks_the_same(text: str, previous: Answer) -> bool:
    """The question before asked anew of another thing ("Og hvem har parkerne?"), which needs nothing of it."""
    last = _LAST_WORD.search(text)
    if last is None or not _DEFINITE.search(last.group(1)):
        return False
    kind = asked(_CHANGES.sub("", text).strip())
    return kind is not Asked.FACT and kind == previous.kind


def _new_subject(text: str) -> str:
    """What stands behind "hvad med" or a bare "og", where it is a thing and no question; else ""."""
    found = _CHANGES.match(text)
    rest = text[found.end() :].strip(" ,?!.") if found else ""
    return "" if _ASKS.search(rest) or set(tokenize(rest)) <= _POINTS else rest


def _only_when(text: str) -> bool:
    """True for a bare time ("i 2034", "før det"): it is asked for another time, not of another thing."""
    if _BARE_TIME.fullmatch(text):
        return True
    return not any(not word.text.isdigit() for word in content_words(_without_times(text)))


def _without_times(text: str) -> str:
    for span in reversed(read_times(text).spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return " ".join(text.split()).rstrip(" ?")


def _meant(text: str, new: str, subject: str) -> str:
    """Of "formand for havnerådet" the council, which is what more is asked of; the post where "he" or another post is
    asked of."""
    found = _POST_OF.fullmatch(subject)
    if found is None or _SOMEBODY & set(tokenize(text)):
        return subject
    return found["post"] if re.fullmatch(_POST, new, re.IGNORECASE) else found["of"]


def joined(text: str, previous: Answer) -> tuple[str, str]:
    """The question with the earlier subject put in, and that subject ("" where there is none to take).
    "hvad med X?" and "og X?" keep the earlier question and change its subject, or its time."""
    new, before = _new_subject(text), previous.understood or previous.question
    subject = _meant(text, new, previous.subject)
    if not subject:
        return text, ""
    if new and _only_when(new):
        bare = _BARE_TIME.fullmatch(new)
        return f"{_without_times(before)} {bare[1] if bare else new}?", subject
    if new and subject in before:
        return before.replace(subject, new), new
    if new:
        return f"{before.rstrip(' ?')} ({new})?", new
    named, count = _PRONOUN.subn(subject, text.strip(), count=1)
    if not count:
        named, count = _ENGLISH_PRONOUN.subn(lambda found: f"{found[1]} {subject}", text.strip(), count=1)
    return (named, subject) if count else (f"{text.strip()} ({subject})", subject)
