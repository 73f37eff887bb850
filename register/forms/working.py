"""What somebody does every day, told in the present: "Havnekontoret udtager vandprøver, foreningerne samler affald, og
Vejkontoret kører det væk", "Fra 1. maj svarer Borgerservice på alle hovednumre", "Det er Vej og Park, der ser efter
legeredskaberne". Each owner gets only the words of its own clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.owners.owner_words import LOW
from register.owners.work_verbs import ADVERBS, DATED, NO_OBJECT
from register.owners.working import BEHIND, CLEFT, DOES, TELLS_MORE, THING_FIRST, is_worker
from register.rules import Rule
from register.sentences.masking import UNIT, UNITS, Masked
from register.sentences.slots import Draft
from register.sentences.text import TO_END

_UNITS = rf"(?P<units>{UNITS})"
_OBJECT = rf"{DATED} (?=(?P<task>{NO_OBJECT}{TO_END}+))"  # looked at only: the next clause has its own
_GAP = r"(?: [^;:\ue000-\ue7ff]{1,70}?)?"
_CLEFT, _DOES, _TELLS_MORE = (re.compile(f.replace("@W", _UNITS) + _OBJECT) for f in (CLEFT, DOES, TELLS_MORE))
_BEHIND = re.compile(BEHIND.replace("@W", _UNITS).replace("@G", _GAP) + ADVERBS + _OBJECT)
_THING_FIRST = re.compile(THING_FIRST.replace("@W", _UNITS))
_NEXT = re.compile(  # where the clause ends: a further clause, a further subject, what is told aside
    rf"; |: |, (?:og |men |mens |så |som |der |hvor|når |hvis |idet |indtil |inden |før |medmindre |dog |fordi |da |"
    rf"uanset |ligesom |samt at )|,? (?:mens|hvorefter) |(?:,| og) (?={UNIT}(?: {UNIT})* [{LOW}]+[rå]\b)|"
    rf",? og (?=(?:[{LOW}]+(?:er|ør|år)) (?!(?:og|samt)\b))|, (?=[{LOW}]+(?:en|et|erne|ene) [{LOW}]{{2,}}(?:er|es)\b)|"
    rf" og (?=(?:de |den |det )?[{LOW}]+(?:en|et|erne|ene) [{LOW}]{{2,}}(?:er|es)\b)"
)
_SUPPOSED = re.compile(r"\b(?:hvis|såfremt|om|hvorvidt|forslag|foresl\w+|ønsker|måske)\b", re.IGNORECASE)
_PARTICLE = re.compile(  # what belongs to the verb: "se efter", "rykke ud med"
    r"(?P<word>(?:(?:øje|opsyn|styr|kontakten|regnskab|tilsyn|imod|ud|ind|op|ned|rent|klar|ajour) )?"
    r"(?:med|efter|imod|fra|hos|gennem|ud|ind|op|rent|til|på|for|af)) (?!\d)"
)
_NO_MORE = re.compile(  # "tager imod.", "samler ind senest mandag"
    r"\s*(?:imod|ind|ud|op|ned|af|rent|ajour|med|til)(?:\s*[.;]?\s*$|\s+(?:senest|inden|hver|hvert|i|om|på|fra)\b)"
)
_DENIED = re.compile(r"\b(?:ikke|ingen|næppe|aldrig)\b|^\s*(?:selv )?udgift")
_STATES = re.compile(
    r"(?:være|have|blive|bestå|deltage|medvirke|bidrage|betale|kunne|ville|skabe|give|tage|gøre|komme|sikre|virke|gælde|"
    r"understøtte|hjælpe|ligge|stå|hedde|bruge|søge|anvende|følge|indgå|dække|finansiere|rumme|træde)$"
)


def read_working(masked: Masked, known: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of one sentence, none where ``known`` already gives somebody that stretch."""
    for form in (_CLEFT, _DOES, _BEHIND, _THING_FIRST, _TELLS_MORE):
        for found in form.finditer(masked.text):
            draft = _draft(masked, found, form is _CLEFT)
            if draft and not any(k.to and _meets(draft, k) for k in known):
                yield draft


def _draft(masked: Masked, found: re.Match[str], cleft: bool) -> Draft | None:
    units = masked.mentions(*found.span("units"))
    start, end = found.span("task")
    ends = _NEXT.search(masked.text, start, end)
    end = ends.start() if ends else end
    words = masked.text[start:end]
    if _NO_MORE.match(words):
        return None
    if not units or units[-1].genitive or not (cleft or all(is_worker(u.text) for u in units)):
        return None
    if (
        _SUPPOSED.search(masked.text[_clause_before(found) : found.start("task")])
        or _DENIED.search(words)
        or not words.strip()
    ):
        return None
    act = found.groupdict().get("act")
    if act and _STATES.match(act):
        return None
    verb = act or infinitive(found["verb"])
    still = re.match(r"(?:stadig|fortsat|også|selv) (?!på|for|med)", words)
    start += still.end() if still else 0
    joint = _PARTICLE.match(masked.text[start:end])
    if joint:
        verb, start = f"{verb} {joint['word']}", start + joint.end()
    rule = Rule("arbejder", "assign", "active", ("arbejder",), prefix=verb)
    return Draft(rule, (start, end), (found.start(), end), found.span("act" if act else "verb"), units, [], end)


def _clause_before(found: re.Match[str]) -> int:
    """Where the words begin that may suppose what is read: behind "…, rettes henvendelse til <unit>, som skal …" only
    the clause that names the unit."""
    return found.string.rfind(", ", 0, found.start("units")) + 1 if found.re is _TELLS_MORE else 0


def infinitive(verb: str) -> str:
    """ "laver" → "lave", "opgør" → "opgøre", "slår" → "slå", "forestår" → "forestå"."""
    return f"{verb}e" if verb.endswith("ør") else verb.removesuffix("r")


def _meets(draft: Draft, known: Draft) -> bool:
    first, last = min(known.task[0], known.verb[0]), max(known.task[1], known.verb[1])
    return draft.verb[0] < last and first < draft.task[1]
