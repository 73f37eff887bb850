"""What sort of answer a question wants, from its question words. Order matters: the first fit wins."""

from __future__ import annotations

import re
from enum import StrEnum

from answer.understanding.meaning import asks_meaning, asks_whom_for
from answer.understanding.owning import asks_choice, asks_owner


class Asked(StrEnum):
    """The sort of answer asked for."""

    OWNER = "owner"  # a committee, administration or unit
    PERSON = "person"
    DATE = "date"
    AMOUNT = "amount"  # kroner
    NUMBER = "number"
    LIST = "list"
    YES_NO = "yes_no"
    DEFINITION = "definition"
    COMPARISON = "comparison"
    CONFLICT = "conflict"
    REASON = "reason"
    PROCESS = "process"
    FACT = "fact"


_UNIT = (
    r"(?:\w*udvalg\w*|\w*forvaltning\w*|\w*afdeling\w*|\w*center\b|\w*centre\b|\w*enhed\w*|\w*team\w*|\w*kontor\w*|"
    r"instans\w*|myndighed\w*|organ\b|organer\b|del af kommunen)"
)
_OWN = (
    r"(?:ansvar\w*|overta\w*|står for|stå for|står bag|ejer\w*|styrer|driver|drifter|hører\b|høre til|hører til|"
    r"ta(?:ge|ger) sig af|varetag\w*|forank\w*|myndighed\w*|beslut\w*|bestemmer|godkend\w*|håndter\w*|koordiner\w*|"
    r"leder\b|ledes|administrer\w*|løser|løse|opgaven?|opgaver)"
)
_NAMED = (
    r"(?:person\w*|direktør\w*|chef\w*|borgmester\w*|formand\w*|forperson\w*|politiker\w*|\w*repræsentant\w*|"
    r"medarbejder\b|sagsbehandler\w*|deltager\w*|gæst\w*|medlem\w*|konsulent\w*|leder\w*)"
)
_OFFICE = r"\w+(?:eren|manden|kvinden|fogeden|øren|enten|anten|isten|chefen|lægen|præsten|værten|medlemmet)\b"
_SAID = (
    r"(?:sagde|sig(?:er|e)|spurgte|spørger|foresl\w+|nævnte|nævner|bemærk\w*|svarede|opfordre\w*|talte|taler|mente|"
    r"mener|advare\w*|fremlag\w*|gennemg\w+|deltog|deltager|mødte|meld\w* afbud|afbud|til stede|fraværende|"
    r"manglede|udeblev|savnedes|meldte fra|var ikke med (?:i|til|på)|rammesat\w*|"
    r"opsummere\w*|henled\w*|gjorde|orientere\w*|repræsentere\w*|underskrev\w*|ordstyrer|skrev\b|bad om|beder om|"
    r"ønskede|undre\w*|efterlys\w*|påpege\w*|pegede|fortalte|fortæller|forklare\w*|præsentere\w*|indledte|rundede|"
    r"ros(?:er|te)|kritisere\w*|protestere\w*|støttede|stemte|stemmer for|tilslutte\w*|tiltr\w+|forbehold|"
    r"(?<!tager )(?<!tage )(?<!tog )imod|modsatte|"
    r"understrege\w*|fremhæve\w*|mindede|takke\w*|tilføje\w*|"
    r"satte rammen|stillede|fremsatte|ville (?:have|(?:ikke )?være med|vide|gerne)|"
    r"(?:ikke|forhindret i at) (?:komme|deltage|være med|være til stede|gå ind for|tiltræde|støtte|stemme)|forhindret)"
)
_MONEY = (
    r"(?:penge|kroner|kr\b|mio|million\w*|bevilg\w*|bevilling(?!snummer)\w*|afsat|afsæt\w*|sat af|kost\w*|"
    r"udgift\w*|budget\w*|"
    r"beløb\w*|pris\w*|finansier\w*|økonomi(?!udvalg|forvaltn)\w*|tilskud|besparelse\w*|delsum\w*|sum(?:men)?\b|midler|honorar|"
    r"løn\w*|løber .{0,30} op)"
)
_VERB_FIRST = (
    r"(?:er|var|har|havde|kan|kunne|skal|skulle|vil|ville|må|måtte|bør|burde|bliver|blev|får|fik|findes|fandtes|gælder|"
    r"gjaldt|sker|skete|ligger|lå|står|stod|hører|passer|stemmer|kommer|kom|går|gik|deltager|deltog|mon|is|are|was|were|"
    r"does|do|did|has|have|had|can|could|will|would|should)"
)

_RULES: tuple[tuple[Asked, str], ...] = (
    (Asked.COMPARISON, r"\bsammenlign(?!e[ts])|\bsammenhold|\badskiller\b|^hvordan .*\bsammenlignet med\b|"
                       r"\bforskel|\bversus\b|\bvs\b|\bi modsætning til|\bcompar|\bdifferen|\bhenholdsvis\b"),
    (Asked.CONFLICT, r"\bu?enige?\b|"
                     r"\b(?:det|den|hvad er) rigtige? (?:tal|antal|dato|beløb)|\bmodsiger|"
                     r"\bmodstr|\bmodsig|\boverensstemm|\bstemmer .{0,60} overens|\bselvmodsig|"
                     r"\bpasser det\b|\bcontradict|\bens\b|\b(?:stav|skriv|skrev)\w* .*\b(?:forskellig\w*|samme)\b"),
    (Asked.DATE, r"\bhvornår\b|\bhvilke[nt]? (?:dag|dato|måned|uge|tidspunkt|år(?!lig))\w*|\bhvilke (?:dage|datoer|"
                 r"år)\b|\btidspunkt|"
                 r"\bdeadline|\bfrist\w*|\btidshorisont|\bwhen\b|\bwhat (?:date|day|year)|\bhvad dato|\bdato\b"),
    (Asked.AMOUNT, rf"\bhvor (?:meget|stor\w*|høj\w*|dyr\w*)\b.*{_MONEY}|"
                   rf"\bhvor mange (?:af (?:de|disse) )?(?:\w+ )?{_MONEY}|"
                   rf"\bhvad .*{_MONEY}|\bhvilke[nt] (?:\w+ ){{0,2}}{_MONEY}|"
                   r"\bhvad (?:koster|kostede|bliver prisen)|\bhow much\b|\bbudget\b|\bpris\b|\bbeløb\b|"
                   r"\bwhat .*(?:cost|budget|amount)|"
                   r"\bhvor meget\b|\bhvor dyr"),
    (Asked.NUMBER, r"\bhvor mange\b|\bhvor stor\w*\b|\bhvor (?:lang|langt|længe|ofte|gammel|gamle|høj|lille|"
                   r"dyb\w*|bred\w*|forsinke\w*|få|tit)\b|\bantal\w*|"
                   r"\bhow (?:many|long|often|large|big|old)|\bandel\w*|\bprocent\w*|\bpct\b"),
    (Asked.DEFINITION, r"\bhvad (?:betyder|dækker|menes|forstås|indebærer ordet|"
                       r"står (?!.{0,40}\bud for\b).{1,60}\bfor\b)|"
                       r"\bhvad (?:er|var) (?:en|et|den|det)?\s?"
                       r"[\w-]+(?: [\w-]+)?\s*\?*$|\bforkort\w*|\bdefin\w*|\bbegrebet\b|\bwhat (?:is|"
                       r"are) (?:a|an)\b|\bwhat does .* (?:mean|stand)|"
                       r"\bstand for\b|\bhvad vil det sige|\bhvad kaldes"),
    (Asked.REASON, r"\bhvorfor\b|\bårsag\w*|\bbegrund\w*|\bhvad skyldes|\bwhy\b|\bformål\w*"),
    (Asked.PERSON, rf"\bhvem\b.*\b{_SAID}|\bhvad hedder\b(?=.*\b(?:{_NAMED}|{_OFFICE}))|"
                   rf"\bhvilke[nt]? (?:\w+ )?{_NAMED}|\bhvilke[nt]? parti\w* .*\b{_SAID}|\bhvem (?:er|var|"
                   rf"blev|bliver) (?:\w+ ){{0,4}}{_NAMED}|"
                   r"\bnavnet? på|\bhvis navn|\bwho (?:said|asked|was present|attended)"),
    (Asked.LIST, r"\bhvem (?:er|var) med\b|\bhvem indgår|\bhvem deltog|\bnævn\b|\blist\b|\bopremse?|"
                 r"\bhvilke (?:\w+ ){0,2}(?:\w+er|\w+e|\w+r)\b|"
                 r"\bhvad består .* af|\bwhich (?!committee|administration|department|unit)\w+s\b|"
                 r"\bhvad omfatter|\bhvad indgår"),
    (Asked.OWNER, rf"\bhvem\b.*{_OWN}|\bhvilke[nt]? (?:\w+ ){{0,2}}{_UNIT}|\bhvor (?:forank|saml|placer|hører|"
                  rf"ligger|lægges|flytte|bliver|er|kommer)|"
                  rf"\bwho (?:is|was|will be|has) (?:responsible|in charge)|\bwho (?:takes over|owns|runs)|"
                  rf"\bresponsib|\bansvar\w*|\bhvem\b|"
                  r"\bwhich (?:committee|administration|department)|\bwho\b|\bhvor ligger"),
    (Asked.PROCESS, r"\bhvordan\b|\bhvad sker der|\bhvad skete|\bproces\w*|\bfremgangsmåde|\bhow\b|"
                    r"\bhvad skal .* gøre|\bhvad gør"),
)  # fmt: skip
_COMPILED = tuple((asked, re.compile(pattern, re.IGNORECASE)) for asked, pattern in _RULES)
_BODY = re.compile(r"\b(?:udvalg(?:et)?|forvaltning(?:en)?|committee|department)\b", re.IGNORECASE)
_YES_NO = re.compile(rf"^(?:og |men |altså )?{_VERB_FIRST}\b", re.IGNORECASE)
_VERBISH = re.compile(r"^[a-zæøå]{3,}(?:er|es|ede|te|s|r)\b", re.IGNORECASE)
_ASKS = re.compile(r"\bhv(?:em|ad|or|ordan|ornår|orfor|ilke[nt]?|is)\b|\b(?:who|what|when|where|which|how|why)\b", re.I)


# "hvad står der om broerne?": anything told of them
_TOLD_OF = re.compile(r"^(?:og )?hvad står der om (?P<rest>.+)$", re.IGNORECASE)
# what is told before the question itself: "En 40-årig får hjemmehjælp. Hvem leverer den?"
_SET_UP = re.compile(r"^[^?]*(?:[a-zæøå]{4,}|\d{4})\. (?=[A-ZÆØÅ][^?]*\?\s*$)")


def asked(text: str) -> Asked:
    """The kind of one question or part of a question, spelling already mended."""
    text = _SET_UP.sub("", " ".join(text.split()))
    if asks_choice(text):
        return Asked.OWNER
    told = _TOLD_OF.match(text)
    if told:
        return asked(told["rest"]) if _ASKS.search(told["rest"]) else Asked.AMOUNT if _SUMS.search(text) else Asked.FACT
    if asks_meaning(text) or asks_whom_for(text):
        return Asked.DEFINITION
    if _is_yes_no(text):
        return Asked.CONFLICT if _matches(Asked.CONFLICT, text) else Asked.YES_NO
    if asks_owner(text):
        return Asked.OWNER
    kind = next((kind for kind, pattern in _COMPILED if pattern.search(text)), Asked.FACT)
    return Asked.OWNER if kind is Asked.FACT and is_keywords(text) and _BODY.search(text) else kind


def aspect(text: str) -> Asked:
    """What a comparison compares: the sort of value it wants of each side."""
    if _TIMED.search(text):
        return Asked.DATE
    passed_over = {Asked.COMPARISON, Asked.CONFLICT} | (set() if _owns(text) else {Asked.OWNER})
    kinds = ((k, pattern) for k, pattern in _COMPILED if k not in passed_over)
    kind = next((kind for kind, pattern in kinds if pattern.search(text)), Asked.FACT)
    return Asked.AMOUNT if kind is Asked.FACT and _SUMS.search(text) else kind


_SUMS = re.compile(
    r"\b\w*(?:udgift|budget|beløb|pris|takst|bevilling|tilskud|omkostning)(?:en|et|er|erne|tet|ne)?\b", re.I
)


def _owns(text: str) -> bool:
    """True where a comparison asks who has a task; a bare "hvem" or "ansvar" may mean anything."""
    return asks_owner(text) or _WHO_OWNS.search(text) is not None


_WHO_OWNS = re.compile(rf"\bhvem\b.*{_OWN}|\bhvilke[nt]? (?:\w+ ){{0,2}}{_UNIT}|\bwho\b", re.IGNORECASE)


_TIMED = re.compile(r"\b(?:tidsplan\w*|ikrafttræd\w*|træde\w* i kraft|varighed)\b", re.IGNORECASE)


def _is_yes_no(text: str) -> bool:
    if _YES_NO.match(text):
        return True
    first = _ASKS.search(text)
    opens = _VERBISH.match(text) is not None and text[:1].isupper() and text.rstrip().endswith("?")
    return opens and (first is None or first.start() > 20)


def _matches(kind: Asked, text: str) -> bool:
    return any(k is kind and pattern.search(text) for k, pattern in _COMPILED)


def is_keywords(text: str) -> bool:
    """True for bare search words: no question word, no question mark, no opening verb."""
    return not _ASKS.search(text) and "?" not in text and not _YES_NO.match(text.strip())


_SECOND = re.compile(
    r"(?:,| –| -|;)?\s+(?:og|samt|and)\s+(?=(?:til |fra |under |i |for |with )?"
    r"(?:hv(?:em|ad|or|ordan|ornår|orfor|ilke[nt]?)|who|what|when|where|which|how|why)\b)"
    r"|(?<=\?)\s+(?=\w)",
    re.IGNORECASE,
)


def split_parts(text: str) -> list[str]:
    """A double question in its parts ("Hvem styrer det, og hvornår?"); one part for a single question."""
    parts = [part.strip(" ,") for part in _SECOND.split(text)]
    return [part for part in parts if (part and _ASKS.search(part)) or len(parts) == 1] or [text]


_COUNTED = re.compile(
    r"\b(?:hvor mange|antallet af|antal|how many|hvor stor (?:en )?(?:andel|"
    r"del) af)\s+(?:af\s+)?(?P<noun>(?:[\w-]+\s+){0,2}[\w-]+)",
    re.IGNORECASE,
)
_DURATION = re.compile(r"\bhvor (?:lang tid|længe)\b|\bhow long\b|\bvarighed|\bløbetid", re.IGNORECASE)
_LENGTH = re.compile(r"\bhvor (?:lang|langt|lange|gammel|gamle)\b", re.IGNORECASE)
_SIZE = re.compile(r"\bhvor (?:bred|høj|dyb|langt|lang)\w*\b", re.IGNORECASE)
_FREQUENCY = re.compile(r"\bhvor (?:ofte|tit|hyppig\w*)\b|\bhvor mange gange\b|\bhow often\b", re.IGNORECASE)
_PERCENT = re.compile(r"\bandel\w*|\bprocent\w*|\bpct\b|\bhvor stor (?:en )?del\b|\bshare\b|\bpercent", re.IGNORECASE)
DURATIONS = ("år", "årig", "måned", "uge", "dag", "døgn", "time", "minut", "halvår", "kvartal")
LENGTHS = ("meter", "m", "km", "kilometer", "centimeter", "cm")
FREQUENCIES = (
    *DURATIONS,
    "gang",
    "omgang",
    "årlig",
    "årligt",
    "månedlig",
    "månedligt",
    "ugentlig",
    "ugentligt",
    "løbende",
    "daglig",
)


def asks_duration(text: str) -> bool:
    """ "hvor længe", "hvor lang tid": a number of years or weeks, or the day it ends."""
    return _DURATION.search(text) is not None


def asks_frequency(text: str) -> bool:
    """ "hvor ofte", "hvor mange gange"."""
    return _FREQUENCY.search(text) is not None


def asks_share(text: str) -> bool:
    """A part of a whole, most often in percent."""
    return _PERCENT.search(text) is not None


def counted(text: str) -> tuple[str, ...]:
    """The words that stand beside the number asked for: the thing counted ("borgere"), a unit of time or
    length, percent. () where the question names none."""
    if asks_share(text):
        return ("pct", "procent", "del", "andel")
    if asks_duration(text):
        return DURATIONS
    if asks_frequency(text):
        return FREQUENCIES
    if _LENGTH.search(text):
        return (*DURATIONS, *LENGTHS)
    if _SIZE.search(text):
        return LENGTHS
    found = _COUNTED.search(text)
    return tuple(word for word in found.group("noun").lower().split() if word not in _NOT_COUNTED)[:2] if found else ()


_NOT_COUNTED = frozenset("er der de det af i alt en et har skal som til for på med den nye samlet stor del fra".split())  # noqa: SIM905
