"""Places in a sentence where only an owner can stand: behind "udføres af", "overgår … til", "ligger hos", before
"forestår", around "er projektleder". Each yields the owner's words; the rules read the sentence as with any unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_duties import owners_of_duties
from register.owners.owner_standings import owners_by_standing
from register.owners.owner_verbs import ADVERB, END, FIRM, MODAL, OPEN, SOFT, STRONG, WEAK
from register.owners.owner_words import (
    ANY_ROLE,
    CAP,
    DEFINITE,
    DEFINITE_OPEN,
    LOW,
    NOBODY,
    ORGANISED,
    PROPER,
    RELATIVE,
    WORD,
)

_AGENT = re.compile(
    rf"(?<![\w-])(?!sendes[^.;]{{0,20}} ud af)(?P<verb>{STRONG}|{WEAK})(?: {ADVERB}){{0,3}}"
    rf"(?: (?:fra|pr\.|i|om|siden|indtil|til|efter|på|under|hver|hvert) (?:[^,.;]|"
    rf"\d\.){{2,30}}?)?(?: (?:op|ned|ud|ind|rent|fri|væk|om))? "
    rf"(?<!hjælp )(?<!grund )(?<!løbet )(?<!form )(?<!følge )(?<!del )(?<!gangen )(?<!ningen )"
    rf"(?:af|hos|i regi af|i (?:et (?:tæt )?)?samarbejde mellem|i fællesskab mellem) "
    rf"(?P<who>{RELATIVE}|{PROPER}|{ANY_ROLE}){END}"
)
_AGENTS = re.compile(  # "træffes af visitatorerne"
    rf"(?<![\w-]){WEAK}(?: {ADVERB}){{0,3}} af (?P<who>(?:de )?[{LOW}-]{{4,}}(?:erne|eren|oren)(?![\w-])"
    rf"(?: i {PROPER})?){END}"
)
_PLAIN_AGENT = re.compile(
    rf"(?<![\w-]){STRONG}(?: {ADVERB}){{0,3}} af (?P<who>(?:den |det |de |en |et )?(?:[{LOW}]+e )?[{LOW}-]{{4,}}"
    rf"(?:en|et|erne|ene|ere))(?=[.,;)]|$| (?:og|samt|mens|fra|indtil|frem|pr)\b)"
)
_FOLLOWED = re.compile(  # "Projektet følges af byggeudvalget", "Her følges planen af styregruppen"
    rf"\bfølges (?:[{LOW}]+(?:en|et|erne|tæt|løbende) )?af (?P<who>(?:(?:den|det|en|et) )?(?:[{LOW}]+e )?"
    rf"[{LOW}]*(?:gruppe|udvalg|bestyrelse|forum)(?:n|en|et)?){END}"
)
_PERSON = re.compile(rf"[{CAP}][{LOW}]+ [{CAP}][{LOW}]+(?:sen|gaard|s|e|n)$")
_FRONT_AGENT = re.compile(  # "Fra 1. maj drives skolen af kommunen"
    rf"(?:^|(?<=[.] ))(?:Med virkning fra|Fra|Pr\.|Herefter|Fremover|I dag|Indtil|Frem til|Efter|Siden|Nu|Desuden|"
    rf"Hidtil|Derefter|Som noget nyt|Ved|For|På|Under|I|Inden for)(?: (?:[^.,;:]|\d\.){{0,50}}?)? "
    rf"(?:{STRONG}|{WEAK}) (?!der\b)[^.,;:]{{3,60}}? (?<!ing )(?<!else )(?<!ion )(?<!valg )(?<!del )(?<!grundlag )"
    rf"(?<!løbet )(?<!grund )(?<!følge )(?<!form )af (?P<who>{RELATIVE}|{PROPER}|{ANY_ROLE}){END}"
)
_FALLS = re.compile(rf"\bpåhviler(?: {ADVERB})? (?P<who>{RELATIVE}|{PROPER}|{ANY_ROLE}){END}")
_MOVES = re.compile(
    r"(?<![\w-])(?:overgår|overgik|overgå|overgået|overdrages|overdraget|overføres|overført|flyttes|flyttede|"
    r"flyttet|flytter|"
    r"går|lægges|lagt|henlægges|henlagt|delegeres|delegeret|bortforpagtet|forpagtet|udliciteret|overlades|"
    r"overladt|tildeles|tildelt|givet|tilfalder|uddelegeres|uddelegeret|"
    r"udlægges|gives|"
    r"fordeles|fordelt|oprettes|etableres|placeres|placeret|forankres|forankret|samles|samlet|indlemmes|"
    r"hjemtages|udliciteres|"
    r"afgives|afgiver|"
    r"virksomhedsoverdrages)(?![\w-])"
)
_LIES = re.compile(
    r"(?<![\w-])(?:ligger|lå|ligget|forbliver|forblive|bliver|blive|hører|hørt|hørte|henhører|varetages|drives|"
    r"placeret|"
    r"sidder|hviler|købes|forankret|organiseret|ansat|færdiggøres|fortsætter|overgå|er)(?![\w-])"
)
_TO = re.compile(
    rf"(?<![\w-])(?P<prep>fra|til|hos|under|ved|i|på|ind i|mellem) (?P<who>{RELATIVE}|{WORD} Kommune|{PROPER}|"
    rf"{DEFINITE}){END}"
)
_NEAR = re.compile(rf"(?<![\w-])(?P<prep>hos|under|i regi af|i) (?P<who>{RELATIVE}|{PROPER}|{DEFINITE}){END}")
_BODY = re.compile(ORGANISED)
_STOP = re.compile(r"[;:!?]|\.(?!\d| [a-zæøå\d])|, (?:som|der|idet|hvor|mens|når|hvis|så) ")
_SUBJECT = re.compile(
    rf"{OPEN}(?P<who>{NOBODY}(?:{DEFINITE_OPEN}|{PROPER}|[{CAP}]{{2,6}}))(?: [{LOW}]+es og)?"
    rf"{MODAL}(?: {ADVERB}){{0,2}} "
    rf"(?:(?P<firm>{FIRM})|{SOFT})(?=[\s:.,]|$)"
)
_RELATIVE_SUBJECT = re.compile(  # "Hjælpemiddelhuset, som også står for …"
    rf"(?<![\w-])(?P<who>{NOBODY}[{CAP}][{LOW}]{{5,}}(?:en|et|ne|service|hus)), (?:som|"
    rf"der) (?:{ADVERB} ){{0,2}}(?={FIRM})"
)
_WE = re.compile(rf"^(?:I|Hos|Her i) (?P<who>{PROPER}) (?:\w+er|har|står) vi ")
_PLEDGED = re.compile(rf"\bhar (?P<who>{PROPER}|{DEFINITE}) påtaget sig")
_HAS_PLEDGED = re.compile(rf"{OPEN}(?P<who>{NOBODY}(?:{DEFINITE_OPEN}|{PROPER})) har (?:{ADVERB} )?påtaget sig")
_FRONT = (
    r"(?:Fra|Pr\.|Ved|I|På|Efter|Når|Herefter|Fremover|Desuden|Samtidig|Indtil|Under|Med|Senest|Endvidere|Derudover|"
    r"Herudover|Dermed|Hermed|Derfor|For|Til|Om|Som|Frem|Fremadrettet|Her|Nu|Ligeledes|Efterfølgende|Inden|Siden)"
)
_BEHIND = re.compile(  # "Herefter overtager …", "Når skolen lukker, overtager …"
    rf"(?:(?:^|(?<=[.] )){_FRONT}(?: (?:[^.,;:]|\d\.){{0,90}}?)?(?:,| |$)|(?<=,) )(?P<verb>{FIRM}|{SOFT}) "
    rf"(?P<who>{NOBODY}(?:{DEFINITE}|{PROPER}))(?=[ .])"
)
_IS = re.compile(
    rf"(?:^|(?<=[.] )|(?<=- ))(?:Bygherre|Projektleder|Projektejer|Tovholder|Ansvarlig|Hovedansvarlig|Driftsherre|"
    rf"Sekretær|[{CAP}{LOW}]+ens formand|Formand)(?: (?:på|for|i|af) [^.,;]{{2,60}}?)? er (?:{ADVERB} )?"
    rf"(?P<who>{PROPER}|{DEFINITE}){END}"
)
_FOR = re.compile(rf"\ber (?:{ADVERB} )?en \w*opgave (?:for|i|hos) (?P<who>{PROPER}|{DEFINITE}){END}")
_OFFICE = re.compile(
    r"(?:stab|sekretariat|afdeling|center|forvaltning|enhed|kontor|team|funktion|centr)(?:et|en)?(?: \w+ \w+)?$"
)
_MONTHS = re.compile(
    r"^(?:[Jj]anuar|[Ff]ebruar|[Mm]arts|[Aa]pril|[Mm]aj|[Jj]un[ij]|[Aa]ugust|[Ss]eptember|[Oo]ktober)\b"
)
_NOT_LOWER = re.compile(
    r"^(?:den|det|de|en|et)? ?(?:daglig\w*|samme(?: \w+)?|\w*midler\w*|hensyn|samarbejde\w*|dag|dem|andre|alle|mange|"
    r"nogen|området|"
    r"opgaven|ansvaret|parterne|del(?:en)?|halvdel(?:en)?|status|\w*delen|\w*perioden|staten af|vagten|"
    r"\w*ordningen|parten)$",
    re.IGNORECASE,
)


def owners_by_place(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Start, end and genitive of each owner's words in a sentence of single spaces. known: names that the document
    gives an owner elsewhere (a column of those responsible, an agent); these need no other sign."""
    for found in _AGENT.finditer(flat):
        if found["who"][0].islower() or not _PERSON.match(found["who"]) or _is_body(found["who"], known):
            yield from _trimmed(found)
    for form in (
        _PLAIN_AGENT,
        _AGENTS,
        _FOLLOWED,
        _RELATIVE_SUBJECT,
        _PLEDGED,
        _HAS_PLEDGED,
        _WE,
        _FRONT_AGENT,
        _FALLS,
        _IS,
        _FOR,
    ):
        for found in form.finditer(flat):
            yield from _trimmed(found)
    yield from _moved(flat, known)
    yield from _acting(flat, known)
    yield from owners_by_standing(flat)
    yield from ((start, end, False) for start, end in owners_of_duties(flat, known))


def _moved(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    for verbs, places in ((_MOVES, _TO), (_LIES, _NEAR)):
        for verb in verbs.finditer(flat):
            stop = _STOP.search(flat, verb.end())
            end = min(stop.start() if stop else len(flat), verb.end() + 200)
            for found in places.finditer(flat[: end + 1] if stop else flat[:end], verb.end()):
                stays = re.match(r"forblive|blive|fortsætter", verb.group())
                lies = re.match(r"ligger|placer|forank|hør|lå", verb.group())
                inside = found["prep"] == "i" and lies and _OFFICE.search(found["who"]) is not None
                if found["who"][0].islower() and found["prep"] in ("i", "ved", "på", "ind i") and not (stays or inside):
                    continue
                if found["prep"] == "på" and "kole" not in found["who"]:
                    continue
                if found["who"][0].islower() or _is_body(found["who"], known):
                    yield from _with_clause(found, flat)


def _with_clause(found: re.Match[str], flat: str) -> Iterator[tuple[int, int, bool]]:
    """ "hos de grundejere, der opnår beskyttelse": the clause tells which."""
    clause = re.match(r", (?:som|der) [^,.;:]{3,60}(?=[,.;]|$)", flat[found.end("who") :])
    told = clause and re.match(r"(?:den|det|de) [a-zæøå]+(?<!en)(?<!et)(?<!ne)$", found["who"])
    for start, end, genitive in _trimmed(found):
        yield start, end + (len(clause.group()) if told and clause else 0), genitive


def _acting(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    for found in _SUBJECT.finditer(flat):
        who = found["who"]
        if who in known or _is_body(who, known) or (found["firm"] and re.search(r"(?:en|et|ne|ing)$", who)):
            yield from _trimmed(found)
    for found in _BEHIND.finditer(flat):
        if found["who"][0].islower() or _is_body(found["who"], known):
            yield from _trimmed(found)


def _is_body(who: str, known: frozenset[str]) -> bool:
    return who in known or re.fullmatch(rf"{DEFINITE_OPEN}", who) is not None or _BODY.match(who) is not None


def _trimmed(found: re.Match[str]) -> Iterator[tuple[int, int, bool]]:
    start, end = found.span("who")
    if not _MONTHS.match(found["who"]) and not _NOT_LOWER.match(found["who"]):
        yield start, end, False
