"""Where the words of a task run into the next clause: "pladserne, og Foreningen rydder dem", "Arkivet står i kælderen
og passes af …". A noun in the definite or a name right before a finite verb begins a clause of its own."""

from __future__ import annotations

import re

from register.owners.owner_words import CAP, LOW
from register.sentences.slots import Draft

_NO_VERB = (  # words that end like a present
    r"eller|efter|under|over|per|hver|især|der|her|herunder|derefter|herefter|heller|aldrig|imellem|gennem|"
    r"derunder|flere|mere|sær|deraf|ikke|også|når|hvor|år|par|egen|alle|hvis|indenfor|udenfor|\d\w*"
)
_MORE = rf"(?: (?:(?:og|for|&|af|i) )?[{CAP}][\w&-]*)"
_NAME = rf"[{CAP}][\w&-]+{_MORE}{{0,4}}"
_NAMES = rf"[{CAP}][\w&-]+{_MORE}{{1,4}}"
_NOUN = rf"(?:(?:de|den|det) (?:[{LOW}]+e )?)?(?:\d+\. )?[{LOW}-]{{3,}}(?:en|et|ne)(?: {_NAME})?"
_THEM = rf"de (?:ansvarlige|ansatte|frivillige|involverede|berørte)(?: (?:for|i|på) (?:[{LOW}]+ ){{0,2}}[{LOW}]+)?"
_OF = rf"(?: (?:for|i|af|på) (?:{_NAME}|[{LOW}]{{3,}}(?:en|et|ne)))?"  # "sekretæren for rådet"
_SUBJECT = rf"(?!(?:at|som|der|hvor|når|hvis|da|mens)\b)(?:{_NAME}|{_THEM}|{_NOUN}{_OF})"
_MODAL = r"får|går|står|skal|kan|vil|bliver|må|bør|slår|ser"
_ACTS = rf"(?:(?!(?:{_NO_VERB})\b)(?:[{LOW}]{{3,}}er|{_MODAL})(?= [{LOW}\d{CAP}]|$))"
_DONE = rf"[{LOW}]{{3,}}es (?:\w+ ){{0,2}}?(?:af|hos)\b"
_NEXT = re.compile(rf", og (?P<subject>{_SUBJECT}|det|den|de|vi|han|hun|man|der) (?:{_ACTS}|{_DONE}|er |har )")
_NEXT_AT_END = re.compile(rf" og (?:\d+\. )?[{LOW}-]{{3,}}(?:en|et|ne) (?!(?:{_NO_VERB})\b)[{LOW}]{{3,}}er\W*$")
_NEXT_IN_LIST = re.compile(rf", (?:mens )?(?P<subject>{_SUBJECT}) {_ACTS}")
_POINTED = re.compile(r"\b(?:de|den|det|dem|alle|alt|hvad|sådanne|disse|en|et|hvilke)\b[^,]*$", re.IGNORECASE)
_AT = rf"at (?![{LOW}]+(?<!ern)(?<!en)e\b)"  # "at reglerne følges", not "at føre"
_TOLD = re.compile(
    rf"^\W*(?:(?:at )?[{LOW}]+e(?: for| på)?,? )?{_AT}|"
    rf"\b(?:{_AT}|(?:som|der|hvor\w*|når|hvis|om|idet|fordi|hvad|hvilke\w*)\b)[^,]*$"
)
_FIRST_CLAUSE = re.compile(
    rf"^\W*(?P<subject>{_NAMES}|[{CAP}{LOW}][{LOW}-]{{3,}}(?:en|et|ne)) "
    rf"(?:(?!(?:{_NO_VERB})\b)(?:[{LOW}]{{3,}}er|[{LOW}]*(?:får|går|står|slår))) (?P<rest>.*)$",
    re.DOTALL,
)
_LAST_SUBJECT = re.compile(r".*, og (?P<last>(?:(?:de|den|det) )?[^,]{2,60})$", re.DOTALL)


def of_own_clause(words: str, draft: Draft) -> str:
    """A draft's task without the clause of another subject that stands before or behind."""
    if draft.rule.form == "passive" and draft.task[1] <= draft.verb[0]:
        return own_subject(words)
    return before_next_clause(words) if draft.rule.form == "active" else words


def before_next_clause(words: str) -> str:
    """The words of an object up to where somebody else's clause begins. A that-clause is left whole.

    >>> before_next_clause("opførelsen af muren, og boligforeningen Lunden opfører hegnet")
    'opførelsen af muren'
    """
    ends = [m.start() for f in (_NEXT, _NEXT_AT_END) for m in f.finditer(words) if not _TOLD.search(words[: m.start()])]
    ends += [
        m.start()
        for m in _NEXT_IN_LIST.finditer(words)
        if not _POINTED.search(words[: m.start()]) and not _TOLD.search(words[: m.start()])
    ]
    return words[: min(ends)] if ends else words


def own_subject(words: str) -> str:
    """The subject of a passive without a clause that stands before it: its own where it opened that clause too.

    >>> own_subject("Arkivet står i kælderen")
    'Arkivet'
    >>> own_subject("Skolen kører dagholdet, Hallen det næste, og natten")
    'natten'
    """
    first = _FIRST_CLAUSE.match(words)
    if first is None:
        return words
    last = _LAST_SUBJECT.match(words)
    return last["last"] if last else first["subject"] if "," not in first["rest"] else words
