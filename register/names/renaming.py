"""Renamings of units: stated pairs, and lists of new names linked to old ones by the words they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from core.danish.dates import find_dates
from core.schema import Precision, Unit
from register.names.unit_forms import Mention
from register.names.unit_names import overlap, parts

# "navnene på de nye udvalg bliver:", "udvalgene får følgende nye navne", "de nye navne er"
_LIST_LEAD = re.compile(
    r"navne(?:ne|t)?\s+(?:p[åaé]|til|for)\s+(?:de|det|den)?\s*(?:nye\s+|kommende\s+)?\w*(?:udvalg|"
    r"forvaltning)\w*\s+(?:bliver|er|skal\s+være|vil\s+være)"
    r"|(?:nye|følgende(?:\s+nye)?)\s+navne\b|nye\s+navn\s+(?:bliver|er)|skifter\s+navn\s+til\s*:",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^\s*+,?\s*+[\"'”«]?\s*+(?:ændrer|ændres|skifter|får|skal\s+ændre|skal\s+skifte|"
    r"vil\s+skifte)?\s*+(?:samtidig\s+|fremover\s+)?"
    r"(?:(?:nyt\s+)?navn(?:et)?\s+(?:fra\s+)?|omdøbes\s+|bliver\s+omdøbt\s+|omdannes\s+|ændres\s+|"
    r"hedder\s+(?:fremover|nu)\s*|skal\s+(?:fremover\s+)?hedde\s*|"
    r"kommer\s+til\s+at\s+hedde\s*|bliver\s+til\s*|ændres\s+til\s*|"
    r"bliver\s+fremover\s*)(?:navn\s+)?(?:til\s*)?[\"'”»:]?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^\s*[,(]?\s*(?:det\s+|den\s+|som\s+)?(?:tidligere|hidtil(?:dige)?|før|hed\s+tidligere|"
    r"forhen(?:værende)?|afløser|erstatter)\s*:?\s*"
    r"(?:det\s+|den\s+)?(?:tidligere\s+)?[\"'”»]?$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"(?<=[a-zæøå)\d])[.!?]\s+(?=[A-ZÆØÅ])|\n\s*\n|;")
_BETWEEN_STATED = 80  # characters between the two names of a renaming, its day left out
_BETWEEN_LISTED = 220  # characters between two names of one list, at most


@dataclass(frozen=True, slots=True)
class Renaming:
    """old → new. old: "" where the document only lists the new name. inferred: linked by shared words. day: the first
    of the new name, where the sentence says it."""

    old: str
    new: str
    at: int  # offset of the new name
    inferred: bool = False
    day: date | None = None


def find_renamings(text: str, mentions: Sequence[Mention], reference: date | None = None) -> list[Renaming]:
    """All renamings of a text; those from lists are linked to the old names the text holds elsewhere. reference: the
    document's day, for days without a year."""
    found = [r for a, b in pairwise(mentions) if (r := _stated(text, a, b, reference))]
    listed = list(_listed(text, mentions))
    new_names = {m.text for m in listed}
    places = {m.start for m in listed}
    used = {
        m.text for m in mentions if m.start not in places and not _is_short(text, m) and not _beside(text, m, listed)
    }
    olds = [m.text for m in mentions if m.text not in new_names]
    for mention in listed:
        if mention.text in used:  # the name is in use already: listed, but not new
            continue
        old = old_name(mention.text, mention.type, {(m.text, m.type) for m in mentions if m.text in olds})
        found.append(Renaming(old, mention.text, mention.start, inferred=bool(old)))
    return list({(r.old, r.new): r for r in reversed(found)}.values())[::-1]


def _is_short(text: str, mention: Mention) -> bool:
    return text[mention.start : mention.end].isupper()


def _beside(text: str, mention: Mention, listed: Sequence[Mention]) -> bool:
    """True for a name right behind a listed one ("… med ansvar for …"), which is part of the list."""
    return any(0 < mention.start - other.end < 40 for other in listed)


def old_name(new: str, kind: str, candidates: set[tuple[str, str]]) -> str:
    """The one older name whose words all stand in the new one; "" where none or several do."""
    fitting = {
        n
        for n, k in candidates
        if k == kind and n != new and overlap(n, new) == 1.0 and len(parts(n)) < len(parts(new))
    }
    best = [n for n in fitting if len(parts(n)) == max(len(parts(f)) for f in fitting)]
    return best[0] if len(best) == 1 else ""


def _stated(text: str, a: Mention, b: Mention, reference: date | None) -> Renaming | None:
    if b.start - a.end > 2 * _BETWEEN_STATED or a.text == b.text or a.type != b.type:
        return None
    between = re.sub(r"\([^)]*\)|\bfor eksempel\b|\bf\.eks\.", "", text[a.end : b.start].lstrip(") "))
    for day in reversed(find_dates(between)):  # "skifter pr. 1. maj 2027 navn til"
        between = between[: day.start] + between[day.end :]
    if len(between) > _BETWEEN_STATED:
        return None
    if _TO.match(between) and re.search(r"[a-zæøå]", between):
        return Renaming(a.text, b.text, b.start, day=_first_day(text, a, b, reference))
    if _FROM.match(between):
        return Renaming(b.text, a.text, a.start)
    return None


def _first_day(text: str, a: Mention, b: Mention, reference: date | None) -> date | None:
    """The day told in the sentence that names both, from which the second holds; None where none or several are."""
    start = max((m.end() for m in _SENTENCE_ENDS.finditer(text, 0, a.start)), default=0)
    end = _SENTENCE_ENDS.search(text, b.end)
    days = find_dates(text[start : end.start() if end else len(text)], reference)
    firsts = {d.first for d in days if d.bound in ("from", "on") and d.precision is Precision.DAY}
    return firsts.pop() if len(firsts) == 1 else None


def _listed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Names in a list that a lead-in presents as new names."""
    found: list[Mention] = []
    for lead in _LIST_LEAD.finditer(text):
        at = lead.end()
        for mention in mentions:
            if mention.start < lead.end():
                continue
            gap = text[at : mention.start]
            if len(gap) > _BETWEEN_LISTED or re.search(r"[a-zæøå)]\.\s+[A-ZÆØÅ]", gap) or _closes(gap):
                break
            if text[mention.start : mention.end].isupper():
                continue
            found.append(mention)
            at = mention.end
    return found


def _closes(gap: str) -> bool:
    """True where a new paragraph without a list mark starts between two names."""
    return re.search(r"\n[^\S\n]*\n\s*(?![-–•*·]|\d+[.)])[\"A-ZÆØÅ@]", gap) is not None


def apply_renamings(units: Sequence[Unit], renamings: Sequence[Renaming], day: date | None) -> list[Unit]:
    """Units with former/later filled in and the day the new name holds from: its own, else the general one (None: not
    said)."""
    renamed: dict[str, Renaming] = {}
    for r in renamings:
        renamed.setdefault(r.new, r)
    former = {r.new: r for r in renamings if r.old}
    later = {r.old: r for r in renamings if r.old}
    out = []
    for unit in units:
        old, new = former.get(unit.name), later.get(unit.name)
        out.append(
            replace(
                unit,
                former=(old.old,) if old else unit.former,
                later=(new.new,) if new else unit.later,
                renamed_on=(renamed[unit.name].day or day) if unit.name in renamed else unit.renamed_on,
                inferred=unit.inferred or bool((old and old.inferred) or (new and new.inferred)),
            )
        )
    return out


def with_present_names(mentions: Sequence[Mention], units: Sequence[Unit], text: str) -> list[Mention]:
    """A short form that both the old and the new name carry means the old one in a document that renames,
    for the new name holds later; the list of new names itself keeps the new ones."""
    later: dict[str, str] = {}
    names = {u.name for u in units}
    for unit in units:
        for old in unit.former:
            if old in names:
                later[unit.name] = old

    def present(mention: Mention) -> Mention:
        written = text[mention.start : mention.end]
        old = later.get(mention.text)
        listed = re.search(r"(?:forkortet(?:\s+til)?|/|\()\s*$", text[max(0, mention.start - 16) : mention.start])
        if old and written.isupper() and not (listed and "forkortet" in listed.group()):
            return replace(mention, text=old)
        return mention

    return [present(m) for m in mentions]
