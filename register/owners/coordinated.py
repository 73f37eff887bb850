"""The subject of a later verb: "<unit> skal sørge for …, sikrer … og står for …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from register.sentences.clauses import ADVERBS
from register.sentences.masking import UNITS
from register.sentences.slots import Draft

_TOLD = r"(?:, (?:som|der) [^,;]{3,100},)?"  # a clause about the subject
_FIRST_OF_TWO = re.compile(
    rf"\s*(?P<units>{UNITS}){_TOLD} (?:\w+(?:er|es|ar|står)|står|er|har|kan|skal)\b.* og(?:\s+{ADVERBS})*\s*$"
)
_FIRST_OF_MORE = re.compile(
    rf"\s*(?P<units>{UNITS}){_TOLD} (?:(?:skal|bør)(?: {ADVERBS})* [a-zæøå]{{3,}}e|"
    rf"[a-zæøå]{{3,}}(?:er|ar)|[a-zæøå]*står|har)\b"
    rf"(?P<between>.*),(?:\s+{ADVERBS})*\s*$"
)
_OTHER_SUBJECT = re.compile(rf"\b(?:som|der|hvor|når|hvis|idet|at|mens)\b|(?:^|, |\bog ){UNITS} \w+(?:er|es)\b")


def shared_subject(left: str) -> re.Match[str] | None:
    """The unit, as group ``units``, that opens a clause and acts in it before a further verb. left: the masked
    clause up to that verb; None where another subject may stand between them or, behind "dog", after the verb."""
    if left.rstrip().endswith(", dog"):
        return None
    two = _FIRST_OF_TWO.match(left)
    more = None if two else _FIRST_OF_MORE.match(left)
    return two or (more if more and not _OTHER_SUBJECT.search(more["between"]) else None)


_GOES_ON = re.compile(rf"(?:,|,? og|,? samt)(?:\s+{ADVERBS})*\s*$")


def parted(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Drafts whose task ends where the next verb of the same owner begins. text: the masked sentence."""
    return [_before_next(d, drafts, text) if d.rule.form == "active" else d for d in drafts]


def _before_next(draft: Draft, drafts: Sequence[Draft], text: str) -> Draft:
    first, last = draft.task
    for other in drafts:
        inside = first < other.verb[0] < last and other.to == draft.to and other.rule.form == "active"
        joint = _GOES_ON.search(text, first, other.verb[0]) if inside and draft.verb < other.verb else None
        last = joint.start() if joint else last
    return replace(draft, task=(first, last))


_THAT = re.compile(r"\s*,?\s*at\b")
_NEXT_THAT = re.compile(r",? (?:og|samt) (?:for )?at (?P<what>[^.;]{12,}?)(?=,? (?:og|samt) (?:for )?at |[.;]|$)")


def further_thats(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """ "… har ansvaret for, at A, og at B": B too, where nobody else is told to have it. text: the masked sentence."""
    found: list[Draft] = []
    for draft in drafts:
        that = _THAT.match(text, draft.task[0]) or text[: draft.task[0]].endswith("at ")
        if draft.rule.form != "active" or not that:
            continue
        for other in _NEXT_THAT.finditer(text, draft.task[0]):
            what = other.span("what")
            if not any(d is not draft and d.task[0] < what[1] and what[0] < d.task[1] for d in drafts):
                found.append(replace(draft, task=what))
    return [*drafts, *found]
