"""What is owned: the words of a task cut free of their sentence, and lists of tasks parted."""

from __future__ import annotations

import re

from register.sentences.task_times import TIME_CUTS
from register.sentences.text import STAGE

_LEADS = re.compile(
    r"^(?:at\s+|også\s+|både\s+|samt\s+|og\s+|f[øo]lgende\s+)*"
    r"(?:(?:det|den|de|et|en|alt|hele|kommunens|fortsat)\s+)*"
    r"(?:(?:samlede|fulde|formelle|overordnede|faglige|politiske|større|konkrete|daglige|administrative|"
    r"kommunens|generelle)\s+)*"
    r"(?:(?:ansvar|opgaveansvar)(?:et)?\s+(?:for|vedr\.|vedrørende)|"
    r"opgave(?:n|r|rne)?\s+(?:med|vedr\.|vedrørende|omkring|inden\s+for|i\s+forbindelse\s+med|"
    r"i\s+relation\s+til|om)|"
    r"(?:udvikling(?:en)?\s+og\s+drift(?:en)?|drift(?:en)?\s+og\s+(?:udvikling|vedligeholdelse)(?:en)?|"
    r"drift(?:en)?)\s+af|"
    r"(?:den\s+umiddelbare\s+)?forvaltning(?:en)?\s+af(?:\s+(?:kommunens\s+)?opgaver(?:\s+(?:på|inden\s+for|"
    r"vedrørende|vedr\.|med))?)?)\s+",
    re.IGNORECASE,
)
_COMMUNAL = re.compile(r"^(?:[A-ZÆØÅ]\w+\s+)?[Kk]ommunes?\s+(?:opgave[rn]?\s+(?:i|med)|indsats\s+i)\s+", re.IGNORECASE)
ACTS = (  # what a second verb of the same owner may be
    r"foretager|udarbejder|varetager|udfører|fører|træffer|afgiver|sikrer|følger|godkender|fastsætter|fastlægger|"
    r"koordinerer|bistår|indstiller|står\s+for|sørger|rådgiver|understøtter|administrerer|drøfter|behandler|deltager|"
    r"medvirker|bidrager|betaler|bevilger|fremlægger|samler|indkalder|udsender|rapporterer|afrapporterer|refererer|modtager|"
    r"udpeger|ansætter|arbejder|afholder|holder|sender|beslutter|vurderer|undersøger|betjener|vedligeholder|planlægger|"
    r"leverer|løser|tager|giver|skriver|trykker|orienterer|inddrager|evaluerer|kontrollerer|opkræver|afgør|prioriterer|"
    r"fordeler|fremsender|vejleder|hjælper|støtter|tilbyder|laver|melder|tildeler|vælger|forbereder|udvikler|finder|skaffer|"
    r"tilrettelægger|dækker|repræsenterer|beholder|overtager|forestår|visiterer|udsteder|arrangerer|bestiller|placerer|"
    r"henviser|oplyser|registrerer|overvåger|styrer|sætter|lægger|udbetaler|underretter|opsøger|anviser|indsamler|udfylder"
)
_END = re.compile(
    r",?(?<!rist)(?<!risten)(?<!ompetencen)(?<!ulighed)(?<!ulighederne)(?<!uligheder)\s+for\s+at\b"
    r"|,?\s+(?:med\s+henblik\s+på|ved\s+at|efter\s+(?:drøftelse|udtalelse|aftale|indstilling|høring|samråd)\b|"
    r"i\s+samråd\s+med|således\s+at|så\s+(?:at|der|borger\w*)|idet|fordi|"
    r"hvorfor|hvorefter|hvor\b|hvilket|jf\.|jfr\.|mhp\.|"
    r"på\s+vegne\s+af|i\s+(?:et\s+(?:[a-zæøå]+\s+)?)?samarbejde\s+med|med\s+virkning|og\s+at|samt\s+at|men\b|dog\b|i\s+det\s+omfang|"
    r"ligesom|i\s+henhold\s+til|efter\s+reglerne|bortset\s+fra|medmindre|med\s+undtagelse\s+af)"
    rf"|,?\s+og\s+der\s+(?:er|skal|kan|vil|bliver)\b|,?\s+og\s+(?:(?:dermed|samtidig|også|herunder)\s+)?"
    rf"(?:har|er|skal|kan|vil|bliver|leder|går|får|ejer|driver|råder|kommer|stiller|{ACTS})\b|,\s+(?:{ACTS})\s"
    r"|,\s+og\s+(?:(?:den|det|de|selve|hele|alle)\s+)?[\wæøå-]+(?:en|et|ne)\s+\w{3,}es\b"
    r"|,\s+og\s+(?:de|den|det)\s+\w{3,}es\b|,\s+og\s+hvert?\s+\w+\s+(?:har|er|får|skal)\b"
    r"|,\s+mens\b|,\s+(?:ind|frem\s+)?til\s+[^,]*\b(?:er|bliver|har|kan|foreligger)\b"
    r"|[;:]|,\s+(?:som|der)\s+(?:i dag|siden|hidtil|tidligere|nu|p\.t\.|hørte|hører|lå|har)\b|,\s+som\s+(?:skal|"
    r"vil|kan|led|er\s+(?:placeret|forankret|organiseret))\b|,\s+der\s+(?:skal|vil|kan|forelægges|fremlægges|"
    r"præsenteres)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"^at der\b(?! (?:er |blev |bliver )?(?:etableret|oprettet|indrettet|ansat|etableres|oprettes)\b)")
_END_OF_THAT = re.compile(r"[;:]|,?\s+(?:jf\.|jfr\.|idet|hvorfor|hvorefter|og at|samt at|med henblik på)")
_LONG_BRACKET = re.compile(r"\s*\((?![A-ZÆØÅ]{2,6}\))(?:[^()]|\([^()]*\))*\)")
_EMPTY = re.compile(
    r"^(?:de afgørelser,?(?: (?:som|der) træffes)?|(?:den|de) del(?:e|en)? af [^,]*|det|den|de|dette|disse|denne|"
    r"der|som|man|vi|"
    r"her|heri|hertil|f[øo]lgende|ovenstående|nedenstående|dem|"
    r"sig|flytningen|ændringen|de opgaver|(?:dets|dens|deres|sine) (?:(?:nuværende|hidtidige|øvrige|egne) )?opgaver|"
    r"spørgsmålet|en hel del|meget|alt|"
    r"ansvaret|opgaven|opgaverne|opgaver|ansvar|indsatsen|forslag|forslaget|indstilling|indstillingen|en|et|"
    r"begge(?: dele)?|også (?:den|det|de|dem|disse)|regler(?: om)?|"
    r"andet|andre|hvert? si[nt] \w+|kommunen|byen|sagen|sager|sag|borgeren|"
    r"borgerne|medarbejderne?|og|samt|møder?|"
    r"(?:det|den) (?:samlede |fulde |formelle )?ansvar(?:et)?)$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"^(?:en\s+|et\s+|de\s+|deres\s+|nogle\s+)?(?:lang\s+)?(?:række|flere|forskellige|mange|nye|egne|egen)\s+"
    r"(?:\w+e\s+)?"
    r"(?:initiativer|tiltag|indsatser|aktiviteter|opgaver|forhold|muligheder|ting|metoder|praksis)$|"
    r"^en hel del\b|^de (?:to|tre|fire|fem|seks) \w+$|^(?:de|den|det) (?:[a-zæøå]+ )?(?:først|sidst)nævnte(?: \w+)?$",
    re.IGNORECASE,
)
_ONE_THING = re.compile(r"^(?:(?:den|det|de|en|et)\s+\w+|sager|borgere)$", re.IGNORECASE)
_TAIL = re.compile(
    r",?\s+(?:dvs\.|det\s+vil\s+sige|herunder|bl\.a\.|blandt\s+andet|f\.\s?eks\.|for\s+eksempel|fx|såsom|inkl\.|inklusive|"
    r"som\s|der\s)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s(?:af|vedrørende|med|til|for|om|over|mellem|i|på|ved)\s")
_ONE_OF_A_PAIR = re.compile(
    r"^(?!\w*(?:ing|else|drift|pleje|tilsyn|service|hjælp|støtte|området|rådgivning)\b)[a-zæøå]{2,9}$"
)
_ACT = re.compile(r"^(?:\w*(?:else|ing|ation|sion|drift|tilsyn|valg)(?:en|t|et)?)$")
_ACT_OF = re.compile(r"^\w*(?:else|ing|ation|sion|drift|tilsyn|valg)(?:en|t|et)? (?:af|med|for|til) ")
_INFINITIVE = re.compile(r"^(?:at )?(?:[a-zæøå]{3,}(?<!els)(?<!gen)(?<!ern)(?<!ten)(?<!len)e|stå|gå|få|se|være)(?: |$)")
_MEANS = re.compile(r"\s(?:gennem|via|ud fra|ved hjælp af)\s")
_WHEN = re.compile(  # "overtog i 2007 skolen", "udpeger senest den 1. maj 2025 ti steder"
    r"^(?:i|pr\.|den|(?:senest|inden|fra(?:\s+og\s+med)?|med\s+virkning\s+fra)(?:\s+den)?)\s+"
    r"(?:(?:\d{1,2}\.\s*)?[a-zæøå]+\s+)?\d{4},?\s+(?=\S)|"
    r"^hvert?\s+(?:andet\s+|halve\s+)?(?:år|kvartal|måned|uge|forår|efterår)(?:\s+i\s+[a-zæøå]+)?\s+(?=(?:en|et|den|det|de)\s)"
)
_DANGLING = re.compile(
    r"^(?:og er|og har|disse|dette|denne|deres|dens|hans|hendes|sådan(?:ne|t)?|det og|den og|dem|"
    r"er|får|har|skal|kan|vil|bliver)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"^(?:[A-ZÆØÅ]\w+ (?:skal|vil|kan|har|er|blev|bliver)|[A-ZÆØÅ][\w-]+ (?:{ACTS})|(?:[Vv]i|[Mm]an) [a-zæøå]+)\s"
)
_ADVERBIAL = re.compile(
    r"^(?:inden for|i|på|med|til|fra|under|over|ved|efter|gennem|via|hos|mellem|som|hvor|når|hvis|om|blandt|"
    r"jf)\b",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"(?:,?\s+(?:herunder|bl\.a\.?|blandt andet)(?:\s+opgaver)?(?:\s+(?:vedrørende|med))?"
    r"|\s+(?:og|samt|eller|at|der|som|dog|også|derfor|dermed|herefter|således|ikke|skal|kan|vil|er|i stedet|"
    r"vedrørende|vedr\.|inden for|senest|inden|pr\.))$"
)
_DATED_END = re.compile(r"\s+(?:pr\.|den|(?:fra|med virkning fra|senest|inden)(?: den)?)\s+\d{1,2}\.\s*[a-z]+\s+\d{4}$")
_CUTS = (
    re.compile(r"^(?:for så vidt angår|hvad angår|med hensyn til|i relation til)\s+", re.IGNORECASE),
    re.compile(r",?\s+er (?:i dag |fortsat |nu )?en opgave(?:,? (?:som|der)\b.*)?$"),
    re.compile(r"(?<=\w)(?<!årligt) fra \d{4}$"),
    re.compile(r"^(?:dog )?(?:ikke|undtagen|undtaget|bortset fra|på nær) (?=[A-ZÆØÅ]|[a-zæøå]{4,}(?:en|et|ne)\b)"),
    re.compile(
        r"^i (?:tæt )?(?:samråd|samarbejde|dialog|fællesskab) med (?:(?:de|den|det) )?"
        r"(?:[a-zæøå-]+(?:en|et|ne)|[A-ZÆØÅ][\w-]+(?: og [A-ZÆØÅ][\w-]+)?) (?!og\b|i\b|om\b|samt\b)(?=[a-zæøå])"
    ),
    re.compile(r"\s+fra samme (?:dato|dag|tidspunkt)$"),
    re.compile(r"\s+i (?:den )?(?:første|anden|andet|tredje) (?:fase|etape|bølge|omgang)(?:\s*\([^()]*\))?$"),
    re.compile(r"(?<=\w)\s+(?:løber|udløber)\s+(?:til|indtil|frem\s+til|fra|pr\.|den|i|med)\b.*$"),
    _DATED_END,
    re.compile(r",\s+(?:som|der)\s+(?:indtil|frem til|til og med|fra)\s+(?:den\s+)?\d{1,2}\.\s*[a-zæøå]+\s+\d{4}$"),
    re.compile(r"\s+(?:indtil|frem til|til og med)(?: den)?(?: \d{1,2}\.)?(?: [a-zæøå]+)? \d{4}$"),
    re.compile(
        r"^(?:blev |er |bliver )?der (?:er |blev )?(?:etableret|oprettet|indrettet|ansat|etableres|oprettes)\s+"
    ),
    re.compile(r"^at\s+(?!der\b)(?=\w+(?:en|et|ne|er|ene|erne)\s)"),
    re.compile(r"^(?:Ad\.?|Pkt\.?|Re\.?)\s*\d+[.:)]?\s+"),
    re.compile(
        rf"^{STAGE} (?:\d+|I{{1,3}}|IV) "
        r"(?:[-–—:,]? ?(?:pr\.|fra(?: og med)?|med virkning fra)? ?(?:den )?\d[^,;]{3,20}\d{4} )?(?=[A-ZÆØÅ][a-zæøå])"
    ),
    *TIME_CUTS,
)
_MOST = 230


def clean_task(words: str) -> str:
    """The task itself: without "ansvaret for", clause ends, stray marks. "" where nothing is left."""
    words = _strip(_LONG_BRACKET.sub("", " ".join(words.split())))
    for cut in _CUTS:
        words = cut.sub("", words)
    words = re.sub(r"^såvel (.+?) som (?!følge)", r"\1 og ", words)
    words = re.sub(r"^både\s+", "", _WHEN.sub("", words))
    words = re.sub(r"^(?:at\s*)?\(?\d{1,2}\)\s*|^og\s+\w+er?\s+(?=\S)", "", words, flags=re.IGNORECASE)
    that = _THAT.match(words)  # "at der indhentes erklæringer" is a task only as a whole
    words = words if that else re.sub(r"^(?:(?:at|æt)(?=\s|ansvar|[A-ZÆØÅ])\s*|(?:\([^)]*\)\s*)?for\s+)", "", words)
    for _ in range(3):
        shorter = _COMMUNAL.sub("", _LEADS.sub("", words))
        if shorter == words:
            break
        words = _strip(shorter)
    end = (_END_OF_THAT if that else _END).search(words)
    if end and _ONE_THING.match(words[: end.start()]):  # "den træning, der hører under sundhedsloven"
        end = re.compile(r",").search(words, end.end())
    words = _strip(_DATED_END.sub("", _strip(words[: end.start()] if end else words)))
    if len(words) > _MOST:
        words = _strip(words[:_MOST].rsplit(",", 1)[0] if "," in words[40:_MOST] else words[:_MOST].rsplit(" ", 1)[0])
    return (
        ""
        if _EMPTY.match(words)
        or _VAGUE.match(words)
        or _ADVERBIAL.match(words)
        or _DANGLING.match(words)
        or _SENTENCE.match(words)
        or len(re.sub(r"[\W\d]", "", words)) < 3
        else words
    )


def _strip(words: str) -> str:
    words = re.sub(r"^[\s,;:.•–—=-]+|[\s,;:–—-]+$", "", words)
    words = re.sub(r"(?<!\bmv)(?<!\bm\.v)(?<!\bm\.m)(?<!\bosv)\.$", "", words)
    words = _LOOSE_END.sub("", words)
    if words.count("(") != words.count(")"):
        words = words.rstrip("(").strip() if words.endswith("(") else words
    return words.strip()


def split_tasks(words: str) -> list[str]:
    """Tasks of a list: "a, b og c" gives three, "a og b" stays one, as their author named them together.

    >>> split_tasks("bemandede legepladser, ansvaret for monumenter og tryghedsvagter")
    ['bemandede legepladser', 'ansvaret for monumenter', 'tryghedsvagter']
    """
    pieces: list[str] = []
    for piece in re.split(r",?\s+samt\s+(?!(?:at|der|som)\b)", words):
        pieces += _split_commas(piece)
    return [p for p in (_strip(p) for p in pieces) if p]


def split_acts(words: str) -> list[str]:
    """Acts of a list ("vælge en formand, godkende budget og plan"): only a further infinitive is a further act."""
    acts: list[str] = []
    pieces = split_tasks(words)
    for piece in pieces:
        if acts and not _INFINITIVE.match(piece):
            acts[-1] = f"{acts[-1]} og {piece}"
        elif acts and not _INFINITIVE.sub("", acts[-1].split(", ")[-1]):  # "male, rense og efterse broen"
            acts[-1] = f"{acts[-1]} og {piece}" if piece == pieces[-1] else f"{acts[-1]}, {piece}"
        else:
            acts.append(piece)
    return acts


def _split_commas(piece: str) -> list[str]:
    if _TAIL.search(piece):
        return [piece]
    both = re.fullmatch(r"(.+\(\w+\)) og (.+\(\w+\))", piece)
    if both:
        return [both[1], both[2]]
    flat = re.sub(r"\([^)]*\)", lambda m: m.group().replace(",", "\0").replace(" og ", "\1"), piece)
    items = _comma_items(flat)
    if items and _PREPOSITION.search(items[0]) and not any(_PREPOSITION.search(i) for i in items[1:]):
        return [piece]  # "vedligehold af veje, stier og fortove" has one head
    if items and _MEANS.search(items[0]):
        return [piece]  # "serviceniveauet gennem mål, retningslinjer og politikker" lists means
    if items and _ACT_OF.match(items[-1]) and all(_ACT.match(i) for i in items[:-1]):
        return [piece]  # "forberedelse, indkaldelse og ledelse af møderne" share what they are of
    if ", " not in flat or len(items) < 3 or any(not _stands_alone(i) for i in items):
        return [piece]
    return [i.replace("\0", ",").replace("\1", " og ") for i in items]


def _comma_items(flat: str) -> list[str]:
    """Items between commas; only the last "og" parts two items, "valg og afstemninger" before it is one."""
    *first, last = re.split(r",\s+(?:og\s+)?", flat)
    at = [m for m in re.finditer(r"(?<!-)\s+og\s+", last)]
    if at and _PREPOSITION.search(last[: at[-1].start()]) and _ONE_OF_A_PAIR.match(last[at[-1].end() :]):
        at = []  # "hjælp til børn og unge" is one task
    ends = [last[: at[-1].start()], last[at[-1].end() :]] if at else [last]
    return [i for i in (*first, *ends) if i.strip()]


def _stands_alone(item: str) -> bool:
    words = item.split()
    if item.endswith("-"):  # "Børne-, unge- og familierådgivning" is one task
        return False
    if not re.search(r"[A-ZÆØÅa-zæøå]{2}", item):  # "§§ 4, 5 og 6"
        return False
    return len(words) <= 9 and not (
        len(words) == 1 and re.search(r"(?:ige|ske|nde|lle|ære|nne|tive)$", words[0]) is not None
    )
