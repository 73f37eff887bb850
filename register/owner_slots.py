"""Places in a sentence where only an owner can stand: behind "udføres af", "overgår … til", "ligger hos", before
"forestår", around "er projektleder". Each yields the owner's words; the rules read the sentence as with any unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owner_words import ANY_ROLE, CAP, DEFINITE, DEFINITE_OPEN, LOW, NOBODY, ORGANISED, PROPER, RELATIVE, WORD

_ADVERB = (
    r"(?:administrativt|politisk|endeligt|årligt|manuelt|automatisk|først|som noget nyt|allerede|centralt|lokalt|"
    r"fremover|fortsat|herefter|primært|alene|desuden|også|dog|"
    r"i dag|dagligt|typisk|"
    r"nu|samlet|løbende|"
    r"som hidtil|hidtil|"
    r"midlertidigt|tillige|ligeledes|endvidere|udelukkende|i praksis|formelt|videre|derfor|altid|siden|"
    r"dermed|derved|således|hermed|samtidig|blandt andet|bl\.a\.|normalt|"
    r"overordnet|uændret)"
)
_END = r"(?=[ .,;:)]|$)"
_STRONG = (
    r"(?:varetages|varetaget|drives|drevet|udføres|udført|ledes|forestås|forestået|løses|løst|løftes|løftet|"
    r"administreres|administreret|håndteres|håndteret|koordineres|koordineret|overtages|overtaget|vedligeholdes|"
    r"betjenes|"
    r"bemandes|sekretariatsbetjenes|passes|foretages|leveres)"
)
_WEAK = (
    r"(?:visiteres|gennemføres|udarbejdes|tilrettelægges|planlægges|afgøres|træffes|fastsættes|fastlægges|bookes|"
    r"bestilles|"
    r"ajourføres|opsættes|udmøntes|fordeles|organiseres|udpeges|opkræves|behandles|godkendes|føres|ejes|"
    r"produceres|evalueres|"
    r"arrangeres|tegnes|indgås|dækkes|revideres|(?!(?:anbefal|ønsk|foreslå|drøft|berør|påvirk|tiltræd|støtt|brug|"
    r"benytt|"
    r"besøg|kald|omfatt|følg|betragt|oplev|efterspørg|ledsag|udgør|tag|stil|indstill|fremsætt|begær|"
    r"forudsætt|kræv|"
    r"finansier|betal|kend|vurder|opfatt|send|køb|begrund|ram|præg|bestå|find|mød|"
    r"skyld)[a-zæøå]*s\b)[a-zæøå]{4,}es|laves|ansættes|forvaltes|sikres|styres|indkaldes|tildeles|bevilges)"
)
_AGENT = re.compile(
    rf"(?<![\w-])(?P<verb>{_STRONG}|{_WEAK})(?: {_ADVERB}){{0,3}}"
    rf"(?: (?:fra|pr\.|i|om|siden|indtil|til|efter|på|under) (?:[^,.;]|"
    rf"\d\.){{2,30}}?)?(?: (?:op|ned|ud|ind|rent|fri|væk|om))? "
    rf"(?<!hjælp )(?<!grund )(?<!løbet )(?<!form )(?<!følge )(?<!del )(?<!gangen )(?<!ningen )"
    rf"(?:af|hos|i regi af|i samarbejde mellem|i fællesskab mellem) (?P<who>{RELATIVE}|{PROPER}|{ANY_ROLE}){_END}"
)
_AGENTS = re.compile(  # "træffes af visitatorerne"
    rf"(?<![\w-]){_WEAK}(?: {_ADVERB}){{0,3}} af (?P<who>(?:de )?[{LOW}-]{{4,}}(?:erne|eren|oren)(?![\w-])"
    rf"(?: i {PROPER})?){_END}"
)
_PLAIN_AGENT = re.compile(
    rf"(?<![\w-]){_STRONG}(?: {_ADVERB}){{0,3}} af (?P<who>(?:den |det |de |en |et )?(?:[{LOW}]+e )?[{LOW}-]{{4,}}"
    rf"(?:en|et|erne|ene|ere))(?=[.,;)]|$| (?:og|samt|mens|fra|indtil|frem|pr)\b)"
)
_PERSON = re.compile(rf"[{CAP}][{LOW}]+ [{CAP}][{LOW}]+(?:sen|gaard|s|e|n)$")
_FRONT_AGENT = re.compile(  # "Fra 1. maj drives skolen af kommunen"
    rf"(?:^|(?<=[.] ))(?:Fra|Pr\.|Herefter|Fremover|I dag|Indtil|Efter|Siden|Nu|Desuden|"
    rf"Som noget nyt)(?: (?:[^.,;:]|\d\.){{0,50}}?)? "
    rf"{_STRONG} [^.,;:]{{3,60}}? af (?P<who>{RELATIVE}|{PROPER}|{ANY_ROLE}){_END}"
)
_FALLS = re.compile(rf"\bpåhviler(?: {_ADVERB})? (?P<who>{RELATIVE}|{ANY_ROLE}){_END}")
_MOVES = re.compile(
    r"(?<![\w-])(?:overgår|overgik|overgå|overgået|overdrages|overdraget|overføres|overført|flyttes|flyttede|"
    r"flyttet|flytter|"
    r"går|lægges|lagt|henlægges|henlagt|delegeres|delegeret|bortforpagtet|forpagtet|udliciteret|overlades|"
    r"overladt|tildeles|tilfalder|uddelegeres|"
    r"udlægges|gives|"
    r"fordeles|fordelt|oprettes|etableres|placeres|placeret|forankres|forankret|samles|samlet|indlemmes|"
    r"hjemtages|udliciteres|"
    r"afgives|afgiver|"
    r"virksomhedsoverdrages)(?![\w-])"
)
_LIES = re.compile(
    r"(?<![\w-])(?:ligger|lå|ligget|forbliver|forblive|bliver|blive|hører|hørt|hørte|henhører|varetages|drives|"
    r"placeret|"
    r"sidder|hviler|forankret|organiseret|ansat|færdiggøres|fortsætter|overgå|er)(?![\w-])"
)
_TO = re.compile(
    rf"(?<![\w-])(?P<prep>fra|til|hos|under|ved|i|på|ind i|mellem) (?P<who>{RELATIVE}|{WORD} Kommune|{PROPER}|"
    rf"{DEFINITE}){_END}"
)
_NEAR = re.compile(rf"(?<![\w-])(?P<prep>hos|under|i regi af|i) (?P<who>{RELATIVE}|{PROPER}|{DEFINITE}){_END}")
_BODY = re.compile(ORGANISED)
_STOP = re.compile(r"[;:!?]|\.(?!\d| [a-zæøå\d])|, (?:som|der|idet|hvor|mens|når|hvis|så) ")
_FIRM = (
    rf"(?:varetager|forestår|står (?:{_ADVERB} )?for|administrerer|driver|overtager|overtog|beholder|bevarer|"
    rf"koordinerer|"
    rf"(?:er|bliver) (?:over for \w+ |\w+ )?(?:ansvarlige?t?)\b|har (?:{_ADVERB} |det \w+ |"
    rf"det )?(?:\w*ansvar(?:et)?\b|til opgave)|"
    rf"træffer (?:\w+ )?(?:afgørelse|beslutning)|fører (?:\w+ )?tilsyn|er (?:\w+ )?(?:projektleder|projektejer|"
    rf"bygherre|"
    rf"tovholder|styregruppe|følgegruppe|driftsherre|sekretær|myndighed|vandløbsmyndighed|vejmyndighed|formand)\b|"
    rf"tager sig (?:{_ADVERB} )?af|beskæftiger sig|"
    rf"får (?:\w+ ){{0,2}}?(?:til opgave|\w*ansvar(?:et)?|overdraget|tillagt|"
    rf"opgaven|kompetence(?:n)?)|har (?:den|det) (?:\w+ ){{1,4}}ledelse|står i spidsen|ansætter|beslutter|"
    rf"visiterer|bistår|"
    rf"afgiver)"
)
_SOFT = (
    rf"(?:udfører|løser|sørger (?:{_ADVERB} )?for|fastsætter|fastlægger|godkender|udarbejder|tilrettelægger|"
    rf"fordeler|udmønter|"
    rf"leverer|behandler|afgør|fungerer (?:{_ADVERB} )?som|skriver|udpeger|ansætter|følger op|leder|ejer|betjener|"
    rf"vedligeholder|planlægger|rådgiver|servicerer|gennemfører|bestiller|opkræver|indkalder|påser|udsender|"
    rf"forbereder|registrerer|afholder|udbetaler|vejleder|underretter|indsamler|kontrollerer|anviser|udsteder|"
    rf"renholder|rydder|tømmer|reparerer|underviser|arrangerer|formidler|underskriver|bogfører|opsøger|"
    rf"indberetter|tildeler|bevilger|indretter|undersøger|ajourfører)"
)
_OPEN = (
    r"(?:^|(?<=[.:;] )|(?<=, at )|(?<=\bat )|(?<=, mens )|(?<=, og )|(?<=^- )|(?<=^• )|(?<=, men )|"
    r"(?<=, hvor )|(?<=\bmens ))"
)
_MODAL = r"(?: (?:skal|vil|kan|bør))?"
_SUBJECT = re.compile(
    rf"{_OPEN}(?P<who>{NOBODY}(?:{DEFINITE_OPEN}|{PROPER}|[{CAP}]{{2,6}})){_MODAL}(?: {_ADVERB}){{0,2}} "
    rf"(?:(?P<firm>{_FIRM})|{_SOFT})(?=[\s:.,]|$)"
)
_RELATIVE_SUBJECT = re.compile(  # "Hjælpemiddelhuset, som også står for …"
    rf"(?<![\w-])(?P<who>{NOBODY}[{CAP}][{LOW}]{{5,}}(?:en|et|ne|service|hus)), (?:som|"
    rf"der) (?:{_ADVERB} ){{0,2}}(?={_FIRM})"
)
_SHALL = re.compile(
    rf"{_OPEN}(?P<who>{NOBODY}(?:{DEFINITE_OPEN})) skal (?:{_ADVERB} ){{0,2}}(?!være|have|blive)[{LOW}]{{3,}}e(?![\w-])"
)
_WE = re.compile(rf"^(?:I|Hos|Her i) (?P<who>{PROPER}) (?:\w+er|har|står) vi ")
_PLEDGED = re.compile(rf"\bhar (?P<who>{PROPER}|{DEFINITE}) påtaget sig")
_FRONT = (
    r"(?:Fra|Pr\.|Ved|I|På|Efter|Når|Herefter|Fremover|Desuden|Samtidig|Indtil|Under|Med|Senest|Endvidere|Derudover|"
    r"Herudover|Dermed|Hermed|Derfor|For|Til|Om|Som|Frem|Fremadrettet|Her|Nu|Ligeledes|Efterfølgende|Inden|Siden)"
)
_BEHIND = re.compile(  # "Herefter overtager …", "Når skolen lukker, overtager …"
    rf"(?:(?:^|(?<=[.] )){_FRONT}(?: (?:[^.,;:]|\d\.){{0,90}}?)?(?:,| |$)|(?<=,) )(?P<verb>{_FIRM}|{_SOFT}) "
    rf"(?P<who>{NOBODY}(?:{DEFINITE}|{PROPER}))(?=[ .])"
)
_WHOSE = re.compile(
    rf"(?:(?<=\ber )|(?<=\bbliver )|(?<=\ber det )|(?<=Det er ))(?:fortsat )?(?P<who>{NOBODY}(?:(?:den |det |"
    rf"de )?[{LOW}]+(?:ens|ets|ernes|enes|nes)|[{CAP}][\w-]+(?:ens|ets|ernes|enes|nes)))"
    rf"(?= (?:opgave|ansvar|rolle|pligt)\b)"
)
_IS = re.compile(
    rf"(?:^|(?<=[.] )|(?<=- ))(?:Bygherre|Projektleder|Projektejer|Tovholder|Ansvarlig|Hovedansvarlig|Driftsherre|"
    rf"Sekretær|[{CAP}{LOW}]+ens formand|Formand)(?: (?:på|for|i|af) [^.,;]{{2,60}}?)? er (?:{_ADVERB} )?"
    rf"(?P<who>{PROPER}|{DEFINITE}){_END}"
)
_FOR = re.compile(rf"\ber (?:{_ADVERB} )?en \w*opgave (?:for|i|hos) (?P<who>{PROPER}|{DEFINITE}){_END}")
_OFFICE = re.compile(
    r"(?:stab|sekretariat|afdeling|center|forvaltning|enhed|kontor|team|funktion|centr)(?:et|en)?(?: \w+ \w+)?$"
)
_MONTHS = re.compile(
    r"^(?:[Jj]anuar|[Ff]ebruar|[Mm]arts|[Aa]pril|[Mm]aj|[Jj]un[ij]|[Aa]ugust|[Ss]eptember|[Oo]ktober)\b"
)
_NOT_LOWER = re.compile(
    r"^(?:den|det|de|en|et)? ?(?:daglig\w*|samme|\w*midler\w*|hensyn|samarbejde\w*|dag|dem|andre|alle|mange|"
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
    for form in (_PLAIN_AGENT, _AGENTS, _RELATIVE_SUBJECT, _SHALL, _PLEDGED, _WE, _FRONT_AGENT, _FALLS, _IS, _FOR):
        for found in form.finditer(flat):
            yield from _trimmed(found)
    yield from _moved(flat, known)
    yield from _acting(flat, known)
    for found in _WHOSE.finditer(flat):
        shared = found["who"].lower().endswith(("kommunens", "samfundets", "byens", "vores"))
        if not shared or not re.search(r"\bdet er$", flat[: found.start()].rstrip(), re.IGNORECASE):
            yield (*found.span("who"), True)


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
