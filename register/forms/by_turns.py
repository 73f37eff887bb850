"""One sentence, two holders in turn: "udføres indtil 1. maj af A og derefter af B", "varetages i 2027 af A og fra 2028
af B", "føres af A, indtil B overtager den 1. maj 2028"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.danish.date_readers import SHORT_MONTH
from register.rules import Rule, load_rules
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft

_THEN = (
    r"(?:derefter|herefter|efterfølgende|senere|siden hen|(?:fra(?: og med)?|pr\.)(?: den)? "
    rf"(?=\d|{SHORT_MONTH}|sko|sæs|års|for|eft))"
)
_NEXT = re.compile(  # "… og derefter, fra 1. maj 2028, af <unit>"
    rf"(?P<first>[^;]{{0,60}}?),? (?:og |men )?"
    rf"(?P<when>{_THEN}(?:[^.;,]|\.(?=[ ]?[\d a-zæøå])|, (?:fra|pr\.)|,(?= (?:af|hos) ))*?),?"
    rf" ?(?P<prep>af|hos|i|til) (?P<units>{UNITS})"
)
_UNTIL_OTHER = re.compile(rf",? (?:ind)?til (?P<units>{UNITS}) overtager\b(?P<what>[^,.;]*)")
_NOT_POINTED = re.compile(r"[a-zæøå]{5,}(?!.*\d{4})")


def by_turns(drafts: Sequence[Draft], masked: Masked) -> list[Draft]:
    """The drafts of one sentence with one more for who takes over. The first holder's ends where the next begins."""
    rule = next(r for r in load_rules() if r.name == "flyttes")
    out: list[Draft] = []
    for draft in list(drafts):
        if draft not in drafts:
            continue
        later = next(_later(draft, masked, rule), None) if _holds(draft) else None
        told = [d for d in drafts if later and d.to == later.to]
        if later and all(_only_points(d, masked) for d in told):
            drafts = [d for d in drafts if d not in told]
            if not masked.text[: later.clause[0]].endswith("indtil "):
                draft.clause = (draft.clause[0], later.clause[0])
            out += [draft, later]
        else:
            out.append(draft)
    return out


def _only_points(draft: Draft, masked: Masked) -> bool:
    return draft.rule.relation == "transfer" and not _NOT_POINTED.search(
        _without_pointers(masked.text[slice(*draft.task)])
    )


def _without_pointers(words: str) -> str:
    return re.sub(r"\b(?:den|opgaven|opgaverne|driften|ansvaret|dem|det)\b|\d{1,2}\. [a-z]+ \d{4}", "", words)


def _holds(draft: Draft) -> bool:
    return draft.rule.form in ("passive", "active") and draft.rule.relation in ("assign", "keep") and bool(draft.to)


def _later(draft: Draft, masked: Masked, rule: Rule) -> Iterator[Draft]:
    text = masked.text
    found = _NEXT.match(text, draft.after) if draft.rule.form == "passive" else None
    other = _UNTIL_OTHER.search(text, draft.verb[1])
    if found and found["prep"] in text[draft.verb[1] : draft.after].split():
        opens, who = found.start("when"), found.span("units")
    elif other and not _NOT_POINTED.search(_without_pointers(other["what"])):
        opens, who = other.start("units"), other.span("units")
    else:
        return
    units = masked.mentions(*who)
    if units and not units[-1].genitive and units[-1].text != draft.to[-1].text:
        yield Draft(rule, draft.task, (opens, len(text)), (opens, opens + 1), units, list(draft.to), who[1])
