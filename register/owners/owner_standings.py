"""Places of an owner in sentences that tell what somebody is or answers for: "Det er <owner>s ansvar", "<owner> er den
øverste …", "Det taktiske niveau udgør <owner>"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_verbs import ADVERB, END, FIRM, OPEN
from register.owners.owner_words import CAP, DEFINITE, DEFINITE_OPEN, KINDS, LOW, NOBODY, PROPER, WORD

_CLEFT = re.compile(rf"\b[Dd]et er (?:(?!typisk|normalt){ADVERB} )?(?P<who>{DEFINITE})(?: alene)?,? (?:som|der) ")
_TOP = r"(?:den|det|kommunens|projektets|[a-zæøå]+ens|[a-zæøå]+ets) (?:øverste|højeste?|overordnede) "
_HIGHEST = re.compile(
    rf"\ber (?P<who>{DEFINITE}) (?={_TOP})|{OPEN}(?P<first>{NOBODY}(?:{DEFINITE_OPEN})) (?:er|udgør) "
    rf"(?:{ADVERB} )?(?={_TOP})"
)
_LEVEL = re.compile(
    rf"^Det [{LOW}]+e [{LOW}]*niveau (?:[^.,;]{{2,60}} )?udgør(?:es af)? (?P<who>{DEFINITE}|{PROPER}){END}"
)
_WHOSE = re.compile(
    rf"(?:(?<=\ber )|(?<=\bbliver )|(?<=\ber det )|(?<=Det er ))(?:{ADVERB} )?(?P<who>{NOBODY}(?:(?:den |det |"
    rf"de )?(?:enkelte |pågældende |respektive )?[{LOW}]+(?:ens|ets|ernes|enes|nes)|[{CAP}][\w-]+(?:ens|ets|ernes|"
    rf"enes|nes)|(?:en|et|den enkelte|det enkelte|enhver|ethvert) [{LOW}]*{KINDS}s))"
    rf"(?= (?:[{LOW}]+e )?(?:opgave|ansvar|rolle|pligt)\b)"
)
_WHOSE_TASKS = re.compile(  # "Styregruppens opgaver er"
    rf"{OPEN}(?P<who>{NOBODY}(?:(?=[{CAP}])(?i:[{LOW}-]*{KINDS})|(?:De|Den|Det) (?:[{LOW}]+e )?[{LOW}]*{KINDS})"
    rf"(?:en|et|n|t|erne|ene|ne)s)"
    rf"(?= (?:(?:vigtigste|primære|centrale|overordnede) )?(?:\w*opgaver?|ansvarsområder?) "
    rf"(?:er|bliver|omfatter|består)\b)"
)
_ANSWERS = (
    rf"(?:har (?:{ADVERB} )?(?:(?:det|et) (?:[{LOW}]+ )?)?[{LOW}]*ansvar(?:et)? for|er (?:{ADVERB} )?ansvarlige? for|"
    rf"har (?:{ADVERB} )?til opgave at)"
)
_BARE = re.compile(  # "Systemejer har ansvaret for", "Alle medarbejdere har ansvar for"
    rf"{OPEN}(?P<who>(?:{NOBODY}(?=[{CAP}])[{CAP}{LOW}]?[{LOW}-]*(?i:{KINDS})(?:er|e|ere|r)?|"
    rf"(?:{WORD} Kommunes|Kommunens|Alle|Samtlige|[{CAP}][{LOW}]+(?:ens|ets|ernes)) [{LOW}]*(?:ansatte|"
    rf"{KINDS}(?:er|e|ere|r|en|ne))|(?:Hver|Hvert|Enhver|Ethvert) [{LOW}]*{KINDS}))(?= {_ANSWERS})"
)
_NEXT_ABOVE = re.compile(  # "at nærmeste leder har ansvaret for"
    rf"(?:^|\bat )(?P<who>(?i:nærmeste|øverste) (?:leder|chef|ledelse))(?= {_ANSWERS})"
)
_LATER = re.compile(  # "Skolebestyrelsen udtaler sig på skolens vegne og fører tilsyn med …"
    rf"{OPEN}(?P<who>{NOBODY}{DEFINITE_OPEN}) [{LOW}]{{3,}}er (?:(?! at | som | der | hvor )[^.;]){{3,160}}?(?:,| og) "
    rf"(?:{ADVERB} )?(?={FIRM})"
)
_WHO_ANSWERS = re.compile(  # "udpeges dataejere, som har ansvar for"; "de ledere, der har ansvaret" are not told
    rf"\b(?:[{LOW}]+(?:es|er)|(?<!til )(?:en|et)) (?P<who>(?:[{LOW}]+- og )?[{LOW}]*{KINDS}(?:er|e|ere|r|en|et)?),? "
    rf"(?:som|der) (?:{ADVERB} )?(?!har til){_ANSWERS}"
)


def owners_by_standing(flat: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and genitive of each owner's words in a sentence of single spaces."""
    for form in (_CLEFT, _LEVEL, _BARE, _NEXT_ABOVE, _LATER, _WHO_ANSWERS):
        for found in form.finditer(flat):
            yield (*found.span("who"), False)
    for found in _HIGHEST.finditer(flat):
        yield (*found.span("who" if found["who"] else "first"), False)
    for found in _WHOSE_TASKS.finditer(flat):
        yield (*found.span("who"), True)
    for found in _WHOSE.finditer(flat):
        shared = found["who"].lower().endswith(("kommunens", "samfundets", "byens", "vores"))
        if not shared or not re.search(r"\bdet er$", flat[: found.start()].rstrip(), re.IGNORECASE):
            subject = 4 if re.match(r"det \w+(?:en|er|ne)s$", found["who"]) else 0  # "er det systemejerens opgave"
            yield found.start("who") + subject, found.end("who"), True
