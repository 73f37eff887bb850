"""What a question wants by name and only a text that tells of just that can answer: how it went, a telephone number,
who holds a post. A plan, an agenda or the owner of the thing is of the right topic and answers none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """asked: marks a question for it. told: marks a text that tells of it. lacking: what a refusal says where nothing
    does (Danish)."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    lacking: str


def unmet(question: str, told: str, *, outcome: bool = True) -> str:
    """What the text lacks of what the question wants by name, in Danish; "" where it wants no such thing or it is told.
    outcome: whether how it went counts, too."""
    table = (*_OUTCOMES, *_PARTICULARS) if outcome else _PARTICULARS
    return next((one.lacking for one in table if one.asked.search(question) and not one.told.search(told)), "")


def _wanted(asked: str, told: str, lacking: str, *, capitals: bool = False) -> Wanted:
    """capitals: whether those of the text count."""
    flags = re.NOFLAG if capitals else re.IGNORECASE
    return Wanted(re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), re.compile(told, flags), lacking)


_LEADER = r"\w*(?:leder|chef|direktør|forstander|rektor|inspektør)"
_CHAIR = r"\w*(?:formand|forperson)(?:skabet|sposten|en)?"
_HOLDS = r"(?:er|var|bliver|blev|skal være|skal sidde|skal stå|får|fik|sidder|står|har|overtager)(?: [\w-]+){0,3}"
_WHO = rf"(?:hvem {_HOLDS}|hvad hedder(?: [\w-]+){{0,2}})"

_OUTCOMES = (
    _wanted(
        r"valgte|besluttede|vedtog|(?:endte|blev)(?: [\w-]+){0,4} (?:med|på) at vælge",
        r"valg(?:t|te)\b|vælge|beslut|vedt[ao]g|tiltr[åa]d|godkend|tilslut|landede|pege(?:r|de) på|enige|udsat|"
        r"udsætt|afvis|forkast|fald(?:t|er)\b",
        "der står ikke, hvad der blev valgt eller besluttet",
    ),
    _wanted(
        r"vandt|vundet|vinderen?",
        r"v[au]ndt|vundet|vind(?:er|e)|tildel|antag|valgt|kontrakt|indgået",
        "der står ikke, hvem der vandt",
    ),
    _wanted(
        r"viste|vist|konkluderede|konklusion\w*|kom (?:der )?ud af (?:de|evalu|undersøg|analy|forsøg|møde)\w*",
        r"vis(?:te|er|t)\b|frem(?:går|gik)|konklu|resultat|fandt|vurder|pege(?:r|de)|effekt|erfaring|medført|førte til|"
        r"\bgav\b|\bsteg\b|faldt",
        "der står intet om resultatet",
    ),
    _wanted(
        r"sagde(?! (?:[\w-]+ )*?(?:ja|nej|god|farvel|op)\b)|mente|udtalte|syntes|indvend(?:te|t|ing\w*)|kommentere\w*|"
        r"kritiserede|reagerede",
        r"s(?:agde|iger|ige|agt)\b|udtal|me(?:ner|nte)|bemærk|anfør|oplys|f(?:inder|andt)|udtryk|komment|spørg|spurgt|pege|"
        r"bakke|støtte|bekymr|ønske|understreg|kriti|kvitter|svar|syn(?:es|tes)|rejst|anbefal|foresl|\bvil(?:le)?\b|tilfreds|"
        r"positiv|advar|fremhæv|efterlys|opfordr|opfattelse|vurder|afvis|imod|\bnej\b|\bros(?:t|er)\b|fortal|fortæl|forbehold|"
        r"tilslut|tiltr[åa]d|uenig|enig|nævn|argument|indvend|frygt|undre|tak",
        "der står ikke, hvad der blev sagt om det",
    ),
    _wanted(
        r"hvad (?:svarede|blev (?:der )?svaret|lød svaret)",
        r"svarede|svaret\b|medde|oplys|afvis|afslag|imødekom|tilsagn|bekræft|lød|\bja\b|\bnej\b|kan ikke|hjemmel|skrev",
        "der står ikke, hvad der blev svaret",
    ),
    _wanted(
        r"stemte|stemmerne|stemmetal\w*|afstemning\w*",
        r"stem(?:te|mer|me|t)\b|afstem|flertal|mindretal|imod|enig|tiltræde|undlod|forkast|fald(?:t|er)\b",
        "der står ikke, hvordan der blev stemt",
    ),
    _wanted(
        rf"(?:hvem|hvad hedder|hvilken) .*(?:udpeget|udpegede|(?:blev|er) ansat|fik (?:jobbet|posten|stillingen)|"
        rf"blev (?:[\w-]+ )?(?:{_LEADER}|{_CHAIR}))",
        rf"udpege|ansat|ansætte|valgt|vælge|tiltræd|tiltråd|konstitu|\b{_LEADER}\b|\b{_CHAIR}\b",
        "der står ikke, hvem det blev",
    ),
)
_PARTICULARS = (
    _wanted(
        rf"{_WHO} (?:{_LEADER}|i spidsen)",
        r"leder|ledelse|lede[st]?\b|chef|direktør|forstander|rektor|inspektør|spids|styre|formand|formænd",
        "der står ikke, hvem der leder det",
    ),
    _wanted(
        rf"{_WHO} (?:{_CHAIR}|for bordenden|ordstyrer|mødeleder)",
        r"formand|forperson|bordende|ordstyrer|møde(?:leder|ledelse)|leder mø",
        "der står ikke, hvem der er formand",
    ),
    _wanted(
        r"telefonnummer|telefonnr|tlf|hvilket nummer (?:kan|skal|ringer)",
        r"\b\d\d ?\d\d ?\d\d ?\d\d\b",
        "der står intet telefonnummer",
    ),
    _wanted(r"e-?mail(?:adresse)?|mailadressen?", r"\S@\S|\bmail", "der står ingen mailadresse"),
    _wanted(
        r"hvilken adresse|hvad er adressen|gade(?:n)? og (?:hus)?nummer|husnummer|på hvilken vej",
        r"[A-ZÆØÅ][\wæøåé.]*(?: [\wæøåé.]+){0,3} \d{1,3}\b|\b[\wæøå]+(?:vej|gade|allé|stræde|plads|torv)(?:en)?\b",
        "der står ingen adresse",
        capitals=True,
    ),
    _wanted(
        r"time(?:løn|betaling|pris|sats|takst)\w*|(?:kroner|kr\.?|koster?) (?:i timen|pr\.? time)",
        r"(?:kr\.?|kroner)[^.]{0,25}(?:pr\.?|i|per|/) ?time|"
        r"time(?:løn|pris|betaling|sats|takst)\w*[^.]{0,60}\d ?(?:kr|kroner)",
        "der står intet om betaling pr. time",
    ),
)
