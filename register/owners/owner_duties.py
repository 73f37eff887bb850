"""Places of an owner before a duty: "Centercheferne skal straks underrette …", "Vej og Park har pligt til at …",
"Staben har ledelsen", and of whom a body asks: "Udvalget anmodede Vej og Park om at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_verbs import ADVERB, FIRM, OPEN, SOFT
from register.owners.owner_words import CAP, DEFINITE, DEFINITE_OPEN, KINDS, LOW, NOBODY, ORGANISED, PROPER

WHEN_OR_HOW = (  # what stands between a modal and its infinitive
    r"(?:(?:straks|snarest|hurtigst muligt|så vidt muligt|om muligt|altid|fortsat|fremover|desuden|også|"
    r"herefter blot|herefter|blot|derefter|i stedet|endvidere|derfor|samtidig|bl\.a\.|blandt andet|dermed|"
    r"således|selv|ydermere|tillige|dog|nu|"
    r"som minimum|som udgangspunkt|sammen|i fællesskab|årligt|derudover|herudover|først|efterfølgende|alene|"
    r"primært|ligeledes|hermed|dagligt|[a-zæøå]{3,}(?:ende|ligt|igt|vis|vist)|"
    r"(?:inden|senest|hvert|hver|efter|i samarbejde med|i samråd med|sammen med|på baggrund af|i forbindelse med|ved) "
    r"(?:(?!tage stilling|\bat\b|\bskal\b|\bkan\b)[^.;:]){1,60}?),? ){0,3}"
)
_STATES = (  # what one is, has, gets, feels or says
    r"være|have|blive|kunne|ville|ske|få|se|gøre|stå|gå|ligge|sidde|bo|leve|kende|tænke|tro|vide|føle|opleve|mene|"
    r"prøve|forstå|opnå|modtage|betragte|anse|ønske|håbe|overveje|forvente|acceptere|respektere|tage stilling|drøfte|"
    r"hjælpe|støtte|understøtte|inddrage|give(?! besked)|"
    r"diskutere|høre|lytte|tale|deltage|medvirke|bidrage|møde|mødes|bruge|anvende|benytte|finde|spare|reducere|"
    r"bestå|træde|komme(?! tilbage| med)|skabe|klæde|arbejde|samarbejde|kigge|vente|lære|"
    r"huske|turde|undgå|henvende|søge|ansøge|betale|overholde|"
    r"følge(?= (?:de|den|disse|loven|planen|\w*regler\w*|\w*vejledning\w*|\w*anvisning\w*)\b)|"
    r"passe ind|forholde|sætte sig|gennemgå|trives|indgå|vise|tilpasse|ændre|fylde|matche|indeholde"
)
_NO_VERB = (
    r"hvilke|også|så|på|denne|disse|alle|flere|andre|samme|nye|egne|begge|mange|både|gerne|ofte|inde|ude|uden|side|time|"
    r"måde"
)
INFINITIVE = (
    rf"(?!(?:{_STATES}|{_NO_VERB})\b)(?!\w*(?:(?<!fj)erne|(?<!tj)(?<!for)(?<!m)ene)\b)"
    rf"[a-zæøå]{{3,}}(?:e|å|gå|stå)(?![\w-])"
)
LEADS = (
    r"(?:ledelsen|formandskabet|sekretariatet|tilsynet|driften|myndigheden|styringen|koordineringen|administrationen|"
    r"projektledelsen|tovholderrollen|vejledningspligten|tilsynspligten|driftsledelsen|indsatsledelsen)"
)
PRIVATE = re.compile(  # citizens, and those who build, rent or own on their own account
    r"(?:^|\b|(?<=[a-zæøå]))(?:borger|bruger|ansøger|forælder|forældre|elev|patient|pårørende|lejer|beboer|"
    r"(?<!system)(?<!systems)(?<!data)(?<!projekt)(?<!proces)(?<!produkt)(?<!risiko)(?<!gevinst)(?<!opgave)(?<!aktiv)"
    r"(?<!program)(?<!portefølje)(?<!kontrakt)ejer(?:forening)?|bygherre|virksomhed|firma|"
    r"landmand|landmænd|erhvervsdrivende|tilskudsmodtager|arrangør|køber|sælger|deltager|kandidat|"
    r"rekvirent|indehaver|udlejer|kunde|medlem|handlende|leverandør|entreprenør|tilbudsgiver)(?:en|et|ne|n|r|e|er|erne|mer|s)*"
    r"(?: |$)|^(?:de |den )?(?:forening|klub|ejer|lejer)(?:en|erne|er|ne|ben|berne)?$|"
    r"^(?:den enkelte |alle |kommunens )?(?:medarbejder(?:en|ne|e)?|ansatte?)$",
    re.IGNORECASE,
)
ENTRANCE = (  # "<unit> skal være indgangen for …"
    r"(?:(?:den|det|en|én|et|[a-zæøå]+(?:en|et)s) )?(?:[a-zæøå]+e )?"
    r"(?:\w*indgang|indgangen|kontaktpunkt(?:et)?|bindeled(?:det)?|tovholder|"
    r"videnscenter|vagtcentral|sekretariat|koordinator) (?:for|til|på) "
)
GOES_ON = (
    r"(?:videreføres|fortsætter|fortsættes|forlænges|løber videre|kører videre) (?:dog |indtil videre |foreløbig )?"
    r"(?:uændret|som hidtil|som i dag)"
)
_EACH = rf"(?: (?:på|i|for|ved) (?:den|det|de|hver|hvert) (?:(?:enkelte|pågældende|respektive) )?[{LOW}]+)?"
_WHO = (
    rf"(?P<who>(?:(?:De|Den|Det) (?:[{LOW}]+e )?[{LOW}]*{KINDS}(?:er|e|ere|r|en|et|ne)?|"
    rf"{NOBODY}(?:{DEFINITE_OPEN}|{PROPER}|[{CAP}]{{2,6}})){_EACH})"
)
_ROLES = rf"(?P<who>(?=[{CAP}])(?i:[{LOW}]*(?:leder|ejer|ansvarlig|koordinator|forvalter|chef|konsulent))(?:er|e|r)?)"
FRONT = (
    r"(?:Ved|I|Når|Hvis|Herefter|Derefter|Samtidig|Derudover|Desuden|Endvidere|Senest|Efter|Inden|På|Fra|For at|Derfor|"
    r"Overordnet|Som udgangspunkt)\b"
)
_TOLD = re.compile(  # a body told by what it does: "Et havneråd, der fastlægger …"
    rf"^(?:Et|En) (?P<who>(?:[{LOW}]+[te] )?(?:[{CAP}]+[-–])?[\w-]*?(?i:{KINDS})), (?:der|som) (?:{ADVERB} )?"
    rf"(?:{FIRM}|{SOFT}) (?![^.;]*, (?:skal|vil|kan|bør|er|har|blev|bliver|får|må|[{LOW}]{{3,}}es)\b)"
)
_FORMS = (
    re.compile(rf"{OPEN}(?!\w+ Kommune bør){_WHO} (?:skal|bør) {WHEN_OR_HOW}{INFINITIVE}"),
    re.compile(rf"^{_ROLES} skal {WHEN_OR_HOW}{INFINITIVE}"),
    re.compile(rf"^{_WHO} (?:skal(?: {ADVERB})? ?:?|har følgende [{LOW} ]{{4,30}} ?:)$"),
    re.compile(rf"^{FRONT}[^.;:]{{0,90}}? skal (?P<who>{DEFINITE}|{PROPER}) {WHEN_OR_HOW}{INFINITIVE}"),
    re.compile(rf"{OPEN}{_WHO} har (?:{ADVERB} |en |ret og )?[a-zæøå]*pligt til (?:\w+ ){{0,2}}?at "),
    re.compile(rf"{OPEN}{_WHO} er (?:{ADVERB} )?(?:forpligtet|bemyndiget) til at "),
    re.compile(rf"{OPEN}{_WHO} [{LOW}]+(?:er|es|år) (?:[^,.;:]|\.\d){{3,80}} og skal {WHEN_OR_HOW}{INFINITIVE}"),
    re.compile(rf"{OPEN}{_WHO} har (?:{ADVERB} )?{LEADS}(?= (?:af|for|med|indtil)\b|[,.;]|$)"),
    re.compile(rf"{OPEN}{_WHO} (?:er|bliver|skal (?:{ADVERB} )?være) (?:{ADVERB} )?{ENTRANCE}"),
    _TOLD,
    re.compile(rf"{OPEN}{_WHO} er (?:fælles|sammen) med "),
    re.compile(rf"\ber (?:fælles|sammen) med (?P<who>{PROPER}|{DEFINITE}) om (?:[{LOW}]+ )?at "),
    re.compile(
        rf"^(?:Aftalen|Kontrakten|Samarbejdet|\w+aftalen) med (?!parterne\b)(?P<who>{PROPER}|{DEFINITE})"
        rf"(?: om [^,.;]{{3,80}}?)? {GOES_ON}"
    ),
    re.compile(
        rf"\b(?:anmoder|anmodede|beder|bad|pålægger|pålagde|bemyndiger|bemyndigede|opfordrer|opfordrede|forpligter|"
        rf"forpligtede)(?: {ADVERB})? (?P<who>{PROPER}|{DEFINITE})(?: (?:om|til))?(?: {ADVERB})? at "
    ),
)
_BODY = re.compile(ORGANISED)
_ROLE = re.compile(DEFINITE_OPEN)
_BARE = re.compile(rf"{_ROLES}|(?:De|Den|Det) (?:[{LOW}]+e )?[{LOW}]*{KINDS}(?:er|e|ere|r|en|et|ne)?")
_ACT = re.compile(rf"[{CAP}][{LOW}-]+(?:en|et|ne|ning|else|hed)$")  # "Ændringen" is nobody


def owners_of_duties(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each such owner in a sentence of single spaces. known: names the document gives an owner
    elsewhere."""
    for form in _FORMS:
        for found in form.finditer(flat):
            who = found["who"]
            if not PRIVATE.search(who) and (form is _TOLD or _is_body(who, known)):
                yield found.span("who")


def _is_body(who: str, known: frozenset[str]) -> bool:
    who = re.split(r" (?:på|i|for|ved) (?:den|det|de|hver|hvert) ", who)[0]
    return (
        who in known
        or _BARE.fullmatch(who) is not None
        or _ROLE.fullmatch(who) is not None
        or (not _ACT.match(who) and _BODY.match(who) is not None)
    )
