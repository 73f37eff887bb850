"""Whose date it is: in a sentence of several clauses a date belongs to the clause of its verb."""

from __future__ import annotations

import re

from register.sentences.tasks import ACTS

_SENT_ON = (
    r"(?:skal\s+(?:være|ligge|foreligge|afleveres|afsluttes)|foreligger|forelægges|fremlægges|afleveres|præsenteres|"
    r"er\s+(?:klar|færdige?)|skal\s+have\s[^,.;]{3,40}\s(?:klare?|færdige?t?|på\s+plads))\b"
)
_SO_READY = (  # "…, så den kan tages i brug den"
    r",?\s+så(?:ledes\s+at)?\s+(?:[a-zæøå]+\s+){1,3}?"
    r"(?:kan\s+tages\s+i\s+brug|kan\s+åbne|er\s+klar|står\s+(?:klar|færdig))"
)
DUE = re.compile(rf"(?:,\s+(?:som|der)\s+{_SENT_ON}|{_SO_READY}\b)[^,.;]{{0,60}}$")
"""Before a date by which what the verb makes is to be there: ", der forelægges udvalget i"."""
_BY_ANOTHER = r"(?:derefter|herefter|efterfølgende|senere|fra|pr\.)\b[^;]{0,70}?\s(?:af|hos)\s"  # "… og derefter af B"
_MOVES = r"(?:overgår|over(?:tages|drages|føres|flyttes|gives|lades)|flytte[sr]|placeres|samles|henlægges|hjemtages)"
_BUT_MOVES = rf",\s+men\s+(?=[^,;]{{0,80}}?\b{_MOVES}\b(?!\s+(?:først|tidligst)\b))"  # "…, men stierne overgår til B"
_ASIDE = re.compile(  # from here on another verb tells of something else
    rf",\s+(?:og\s+)?mens\b|;|,?\s+og\s+(?={_BY_ANOTHER})|,\s+men\s+(?=(?:fra|pr\.)\s[^,.;]{{3,30}}\d{{4}}\s+[a-zæøå]{{3,}}(?:r|es)\b)|,\s+(?:som|der)\s+(?!{_SENT_ON})|"
    rf",\s+(?:hvorefter|hvilket|såfremt|hvis|forudsat|medmindre)\b|{_BUT_MOVES}"
)
_BACK = re.compile(
    r",\s+(?:som|der)\s[^,;]*,\s+(?=(?:pr\.|fra\s+(?:og\s+med\s+)?(?:den\s+)?\d|med\s+virkning|gældende)\b)"
)
_NEXT_VERB = re.compile(
    rf",?\s+(?:og|samt)\s+(?:(?:også|derefter|herefter|desuden|samtidig|skal|kan)\s+)?(?=(?:{ACTS})\s)", re.IGNORECASE
)
_NEXT_ACT = re.compile(  # "<task> ledes af <unit> og kommer med et forslag senest …"
    r"\s+og\s+(?:kommer\s+med|har\s+derefter|(?:frem|fore)lægger|afleverer|fremsætter|afrapporterer|rapporterer|"
    r"udarbejder|melder|afgiver|præsenterer)\s"
)
_AFTER_THAT = r",\s+og\s+(?:efter|siden|senere)\s"  # "Fra 2009 hørte det under A, og efter branden …"
_BEFORE = re.compile(
    rf",\s+(?:og\s+)?(?:mens|at)\s|;\s|{_AFTER_THAT}|,?\s+og\s+(?={_BY_ANOTHER})|,?\s+indtil\s+(?=(?:\S+\s){{1,6}}overtager\b)"
)
_IN_THAT = re.compile(r",\s+(?:og\s+)?at\s")  # "… besluttede, at a …, og at b …"
_SAME_DAY = re.compile(r"\bsamme\s+(?:dato|dag|tidspunkt)\b|\bsamtidig\b")
_OPENS = re.compile(r"(?:Fra|Pr\.|Med virkning fra|Senest|Den|I|Fra og med|Gældende fra)\s[^,;]{4,40}?\d{4}\b")
_CLOSED = re.compile(rf",\s+(?:som|der|hvor)\s(?!{_SENT_ON})[^,;]*,")
_WHEN_IT = r",\s+hvor\s+(?=(?:den|det|de|dem|opgaven|opgaverne|ansvaret|driften|arbejdet)\b)"
AFTERWARDS = re.compile(
    rf",\s+hvorefter\b|{_WHEN_IT}|,?\s+og\s+(?=(?:derefter|herefter|efterfølgende)\b[^;]{{0,70}}?\s(?:af|hos)\s)"
)
"""Behind this begins what the words before end."""


def of_its_verb(words: str, verb: tuple[int, int], active: bool) -> str:
    """The sentence with all blanked whose dates belong to another verb; offsets stay.

    verb: span of the verb in the sentence. active: the owner acts, so that a verb behind "og" has its own object. A
    date that opens the sentence dates every clause.

    >>> of_its_verb("A står for x, mens y fra 2027 overgår til B.", (2, 10), True).strip()
    'A står for x'
    """
    first, stop = _start(words, verb[0], active), _stop(words, verb[1], active)
    words = _blank(words, _opening(words) if first else 0, first)
    for relative in _CLOSED.finditer(words, 0, verb[0]):
        words = _blank(words, relative.start(), relative.end())
    back = _BACK.match(words, stop)
    return _blank(words, stop, back.end() if back else len(words))


def tells_end_of(words: str, verb: int) -> bool:
    """True for a verb behind ", hvorefter": what the clause before ends, it begins."""
    return any(found.end() <= verb for found in AFTERWARDS.finditer(words))


def _start(words: str, verb: int, active: bool) -> int:
    if _SAME_DAY.search(words):
        return 0
    starts = [m.end() for m in _BEFORE.finditer(words) if m.end() <= verb]
    if active:
        starts += [m.end() for m in _NEXT_VERB.finditer(words, 0, verb + 12) if m.end() == verb]
    return max(starts, default=0)


def _opening(words: str) -> int:
    opened = None if re.search(_AFTER_THAT, words) else _OPENS.match(words)
    return opened.end() if opened else 0


def _stop(words: str, verb: int, active: bool) -> int:
    stops = [m.start() for m in _ASIDE.finditer(words, verb)]
    if _IN_THAT.search(words, 0, verb):
        stops += [m.start() for m in _IN_THAT.finditer(words, verb + 10)]
    stops += [m.start() for m in (_NEXT_VERB if active else _NEXT_ACT).finditer(words, verb)]
    return min(stops, default=len(words))


def _blank(words: str, start: int, end: int) -> str:
    return words[:start] + " " * (end - start) + words[end:] if end > start else words
