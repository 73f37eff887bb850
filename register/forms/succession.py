"""The next holder told in a sentence of its own: "I dag udføres X af A. Fremover er det B.", "… Fra 1. maj bliver det
B, der gør det", "… Derefter overtager B", "… Herefter udføres den af B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import Responsibility
from register.owners.owner_words import DEFINITE, PROPER
from register.owners.succession_places import AFTERWARDS, PLACED, POINTS
from register.rows import Told, row_at
from register.sentences.masking import UNITS
from register.sentences.place import Place
from register.sentences.tasks import clean_task
from register.sentences.timing import Timing, day_after, own_timing

_TODAY = re.compile(
    r"\b(?:i dag|i øjeblikket|hidtil|indtil|p\.\s?t\.|for tiden|for nærværende|frem til|foreløbig|nu|indtil videre|"
    r"på nuværende tidspunkt|i vore dage|de første|det første|til og med|først)\b",
    re.IGNORECASE,
)
_EACH = r"(?:en|et) [a-zæøå]+ (?:i|på|for) hver[t]? [a-zæøå]+|(?:den|det|hver|hvert) enkelte? [a-zæøå]+"
_WHO = rf"(?P<who>{DEFINITE}|{PROPER})"
_SO_FAR = (
    re.compile(
        rf"(?P<task>[A-ZÆØÅ][^.;:]{{3,80}}?) (?:har|er) (?:hidtil|til nu|indtil nu|indtil videre|gennem en årrække) "
        rf"(?:været|blevet) [a-zæøå]+ af (?P<who>{DEFINITE}|{PROPER}|{_EACH})(?:, hvilket [^.;]+)?\.$"
    ),
    re.compile(rf"(?:Hidtil|Indtil nu|Til nu) har {_WHO} [a-zæøå]+t (?P<task>[^.;:]{{4,80}})\.$"),
    re.compile(rf"{_WHO} har (?:hidtil|til nu|indtil nu) [a-zæøå]+t (?P<task>[^.;:]{{4,80}})\.$"),
    re.compile(rf"(?P<task>[A-ZÆØÅ][^.;:]{{3,60}}): (?:[Hh]idtil|[Ii] dag|[Ii]ndtil nu|[Nn]u) {_WHO}\.$"),
)
_CALLED = re.compile(r"(?<=[.;!?]) (?=[A-ZÆØÅ])")
_GOES_ON = r"(?:fortsat|stadig|uændret|også)\b"
_SAME = rf"\b(?:{POINTS}|hele vejen|fuldt ud|det hele)\b"
_FORMS = (
    re.compile(  # "Fremover er det <unit>(, der står for det)"
        rf"^{AFTERWARDS},? (?:er|bliver) det (?:i stedet |så |derimod )?(?P<units>{UNITS})"
        rf"(?P<clause>,? (?:der|som) (?P<verb>[a-zæøå]+)(?P<rest>[^.;,]*)"
        rf"(?:, (?:efterhånden som|når|så snart|dog|indtil|hvis|også|og) [^;]*)?)?[.;]?$"
    ),
    re.compile(rf"^{AFTERWARDS},? [a-zæøå]{{3,}}(?:er|år) i stedet (?P<units>{UNITS})(?=[.,;]|$)"),
    re.compile(rf"^{AFTERWARDS},? overtager (?P<units>{UNITS})(?: {_SAME})?(?=[.,;]|$| (?:fra|pr\.|og)\b)"),
    re.compile(
        rf"^{AFTERWARDS},? (?:[a-zæøå]{{3,}}es|bliver|vil) {POINTS} (?:blive )?(?:[a-zæøå]+ )?"
        rf"(?:i stedet )?af (?P<units>{UNITS})"
    ),
    re.compile(rf"^{AFTERWARDS},? (?:{PLACED}|er {POINTS} (?:i stedet )?(?:hos|til|i|under|på)) (?P<units>{UNITS})"),
    re.compile(
        rf"^{AFTERWARDS},? (?:er|bliver) (?:det |{POINTS} )?(?P<units>{UNITS})"
        rf"s?(?= (?:opgave|ansvar|bord|sag)\b|[.;]?$)"
    ),
)


def succeeded(rows: Sequence[Responsibility], place: Place, earlier: Sequence[Responsibility]) -> list[Responsibility]:
    """The rows of a sentence; where it only tells who has next what the sentence before gives somebody, that move."""
    held = _held(place, earlier) or _held_before(place)
    flat = " ".join(place.masked.text.split())
    if not held or len(flat) != len(place.masked.text.strip()):
        return list(rows)
    offset = len(place.masked.text) - len(place.masked.text.lstrip())
    for form in _FORMS:
        found = form.match(flat)
        if found is None or re.search(_GOES_ON, found.group()):
            continue
        units = place.masked.mentions(found.start("units") + offset, found.end("units") + offset)
        if units and units[-1].genitive:
            continue  # "af <unit>s medarbejdere"
        to = "; ".join(dict.fromkeys(u.text for u in units))
        if to and all(to != r.to_unit for r in held) and _about(found, held, place.before):
            return [_moved(r, to, place) for r in held]
    return list(rows)


def _held(place: Place, earlier: Sequence[Responsibility]) -> list[Responsibility]:
    """What the sentence just before gives one holder for now."""
    if not earlier or place.statement.first:
        return []
    text, last = place.document.cleaned, earlier[-1]
    near = 0 <= place.statement.start - last.end < 4 and "\n\n" not in text[last.end : place.statement.start]
    told = [r for r in earlier if r.start == last.start and r.end == last.end]
    holding = all(r.relation in ("assign", "keep") and r.to_unit == last.to_unit for r in told)
    now = _TODAY.search(" ".join(text[last.start : last.end].split()))
    clear = now or re.match(r"\s*(?:Fremover|Herefter|Fra|Pr\.|Med virkning)", place.statement.text)
    return told if near and holding and clear and len(told) <= 3 else []


def _held_before(place: Place) -> list[Responsibility]:
    """What the sentence just before tells of somebody who had it so far; it gives no row itself."""
    last = _CALLED.split(place.before.strip())[-1]
    found = None if place.statement.first else next((f for form in _SO_FAR if (f := form.match(last))), None)
    task = clean_task(found["task"]) if found else ""
    if found is None or not task:
        return []
    who = found["who"][0].upper() + found["who"][1:]
    return [row_at(Told(task, who, "", "keep", Timing(), ""), place)]


def _about(found: re.Match[str], held: Sequence[Responsibility], before: str) -> bool:
    """True where the clause behind the unit names nothing of its own."""
    clause = found.groupdict().get("rest")
    if not clause or not re.search(r"[a-zæøå]{4,}", re.sub(_SAME, "", clause)):
        return True
    if re.search(r"\bbliver det\b", found.group()) and not any(r.effective_from for r in held):
        return _TODAY.search(_CALLED.split(before.strip())[-1]) is not None
    words = {w[:5] for w in re.findall(r"[a-zæøå]{5,}", clause.lower())}
    return any(words & {w[:5] for w in re.findall(r"[a-zæøå]{5,}", r.task.lower())} for r in held)


def _moved(row: Responsibility, to: str, place: Place) -> Responsibility:
    timing = own_timing(place.statement.text, (0, len(place.statement.text)), place.document.date)
    timing = timing.placed(place.statement.start)
    if timing.start is None and row.until is not None:
        words = place.document.cleaned[row.start : row.end]
        timing = day_after(f"{words} , hvorefter", place.document.date).placed(row.start)
    told = Told(row.task, to, row.to_unit, "transfer", timing, "")
    return row_at(told, place)
