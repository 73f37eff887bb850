"""When a row of a rule holds from: the day its own clause tells, else the document's general clause."""

from __future__ import annotations

import re
from dataclasses import replace

from core.schema import Basis
from register.sentences.frames import Draft
from register.sentences.place import Place
from register.sentences.reach import of_its_verb, tells_end_of
from register.sentences.text import IN_STAGES
from register.sentences.timing import Timing, day_after, general_timing, own_timing

_DATED_IN_GENERAL = frozenset({"transfer", "merge"})
_COMING = re.compile(r"\b(?:fremover|fremadrettet)\b")
_AGREED = re.compile(r"\b(?:enige? om|aftaler|aftalt|indstille[rs]|foreslår|beslutte[rt])\b[^.;]*\bat\b", re.DOTALL)
_POINT = re.compile(r"\W*at\s")  # a point of what is agreed on or proposed
_NEW = re.compile(r"\b(?:får|oprettes|etableres|placeres|varetages af|administreres af|drives af|samles)\b")
_GOES_ON = re.compile(r"\b(?:fortsat|forsat|fortsætter|uændret|som hidtil|i dag)\b")
_LATER = re.compile(r"\bdog (?:først|tidligst)\b")  # "Myndighedsansvaret kan dog først flyttes …"
_PURPOSE = re.compile(r"\b(?:for at|med henblik på)\b")
_BARE_YEAR = re.compile(r"^(?:i )?(?:år )?\d{4}$")
_IN_STAGES = re.compile(IN_STAGES)
_NOT_SET = re.compile(r"\W*(?:Tidspunktet|Datoen|Tidsplanen) (?:er|bliver) (?:endnu )?ikke ")


def timing_of(draft: Draft, place: Place, task: str) -> Timing:
    """The sentence's own date; else, for moves that wait for nothing, the general clause."""
    start = place.masked.origin[draft.clause[0]] - place.statement.start
    purpose = _PURPOSE.search(place.masked.text, draft.verb[1], draft.clause[1])
    stop = purpose.start() if purpose else draft.clause[1]
    if draft.rule.state:  # ", der i dag hører under <unit>, flyttes pr. 1. maj": the date is the move's
        comma = place.masked.text.find(", ", draft.after, stop)
        stop = comma if comma > 0 and draft.after < draft.clause[1] else stop
    end = place.masked.origin[stop] - place.statement.start
    words = place.statement.text[:end] if draft.rule.state and stop < draft.clause[1] else place.statement.text
    verb = place.masked.origin[draft.verb[0]] - place.statement.start, place.masked.origin[draft.verb[1]]
    words = of_its_verb(words, (verb[0], verb[1] - place.statement.start), draft.rule.form == "active")
    timing = _not_since(words, draft, own_timing(words, (start, end), place.document.date)).placed(
        place.statement.start
    )
    if not timing.start and tells_end_of(place.statement.text, verb[0]):
        return day_after(place.statement.text, place.document.date).placed(place.statement.start)
    if draft.rule.relation == "assign" and _BARE_YEAR.match(timing.text) and not _from_season(timing, place):
        return replace(timing, start=None, basis=Basis.NONE, text="", span=None)
    if timing.start or timing.waits or draft.rule.state or not _begins(draft, place):
        return timing
    if _IN_STAGES.search(place.statement.text) or any(_NOT_SET.match(s) for s in place.following):
        return timing
    general = general_timing(place.clauses, place.statement.section, task)
    return replace(general, until=timing.until)


def _begins(draft: Draft, place: Place) -> bool:
    """True for a move, and for a duty that is told as coming or as what the parties agree on."""
    if draft.rule.relation in _DATED_IN_GENERAL:
        return True
    if draft.rule.relation not in ("assign", "create") or not draft.to:
        return False
    start, end = draft.clause
    clause = place.masked.text[start:end]
    if _GOES_ON.search(clause) or any(_LATER.search(told) for told in place.following[:1]):
        return False
    said = place.statement.text[:300]
    agreed = _POINT.match(said) or _AGREED.search(f"{place.statement.lead_in} {said}")
    return _COMING.search(clause) is not None or (agreed is not None and _NEW.search(clause) is not None)


def _from_season(timing: Timing, place: Place) -> bool:
    """ "fra sæson 2026": the year begins something."""
    before = place.document.cleaned[place.statement.start : timing.span.start] if timing.span else ""
    return re.search(r"\bfra\s+(?:og\s+med\s+)?sæson(?:en)?\s*$", before) is not None


def _not_since(words: str, draft: Draft, timing: Timing) -> Timing:
    """ "som siden 2020 har ligget i <unit>, flyttes": the year is not the move's."""
    before = words[: timing.span.start] if timing.span else ""
    since = re.search(r"\bsiden\s*$", before) or timing.text.lower().startswith("siden")
    old = draft.rule.relation == "transfer" and since
    return replace(timing, start=None, basis=Basis.NONE, text="", span=None) if old else timing
