"""Everyday work told in the present: "udtager", "holder øje med", "gør … klar". Pieces of regular expressions for the
place of an owner beside such a verb (``working``) and for reading it (``forms/working``)."""

from __future__ import annotations

from core.danish.date_readers import ANY_MONTH
from register.owners.owner_words import LOW

PLAIN = (
    r"foretager|udtager|aflæser|ordner|klarer|skaffer|booker|tømmer|måler|passer|vasker|monterer|kontrollerer|"
    r"registrerer|indtaster|konterer|bogfører|indberetter|indkalder|inviterer|åbner|pakker|trykker|redigerer|"
    r"forbereder|gennemgår|filtrerer|screener|doserer|uddeler|udleverer|underviser|oplærer|instruerer|"
    r"opsøger|varsler|renskriver|arkiverer|scanner|digitaliserer|ajourfører|reparerer|udskifter|renser|fejer|salter|"
    r"snerydder|beskærer|planter|vander|fælder|opmåler|kortlægger|beregner|opgør|afregner|udbetaler|opkræver|"
    r"inddriver|fakturerer|attesterer|afstemmer|indhenter|udbyder|formulerer|udvælger|kobler|bemander|udsteder|"
    r"fordeler|tilrettelægger|arrangerer|afholder|formidler|koder|bringer|henter|stiller|leverer|tegner|"
    r"samler|sælger|udfylder|efterser|tilser|kvitterer|konsekvensretter|videresender|besvarer|tjekker|"
    r"dækker(?! over)|melder|vedligeholder|udfører|udarbejder|skriver|laver|bestiller|indkøber|"
    r"kvalitetssikrer|rengør|klipper|plejer|slår|rydder|udlåner|udlejer|anviser|visiterer|offentliggør|opdaterer|"
    r"opsætter|nedtager|installerer|hejser|henviser|fastsætter|tæller|fremsender|indsamler|udsender|sender|"
    r"rapporterer(?! til)|sponsorerer|uddanner|træner|efterfylder|smører|pumper|vejer|sorterer|planlægger|udfærdiger|"
    r"indmelder"
)
"""Verbs whose object is the thing done."""

TURNS = (
    r"tager(?= (?:også |selv |fortsat )*(?:imod|telefonen|kontakt til|referat|prøver|stikprøver|notat)\b)|"
    r"holder(?= (?:også |selv |fortsat )*(?:øje med|opsyn med|styr på|kontakten|tilsyn med|regnskab med|ved lige)\b)|"
    r"svarer(?= (?:også |selv |fortsat )*(?:fra (?:[^,.;]|\d\.){4,20}? \d{4} )?på\b| for (?!både))|"
    r"ser(?= (?:også )?(?:til|efter|på) (?!om\b|hvor))|"
    r"gør(?= (?:også )?(?:status|rent|[^,.;]{3,40} klar)\b)|betaler(?= ud\b)|rykker(?= ud\b)|låser(?= \w)|"
    r"lukker(?= (?:af|op|ned)\b)|"
    r"fører(?= (?:[^,.;]{3,40} )?(?:\w*log|\w*loggen|\w*liste[nr]?|\w*skema\w*|\w*journal\w*|\w*regnskab\w*|"
    r"\w*kartotek\w*|\w*register|\w*registret|\w*protokol\w*|tilsyn\w*|kontrol\w*|referat)\b)|"
    r"lægger(?= (?!vægt|op\b|stor|mærke)(?:\w+ ){1,3}(?:på|ud|ind|i|op|frem)\b)|"
    r"kører(?= (?:\w+ ){1,3}(?:ud|væk|ind|hjem|til)\b)|"
    r"kører(?= (?:\w+ ){0,2}\w*(?:forløb|kurser|kampagne|ruter?n?|tur)\w*)|"
    r"følger(?= (?:også )?(?:fremdriften|forbruget|udviklingen|op)\b)|sætter(?= (?:\w+ ){1,4}(?:op|ind)\b)|"
    r"giver(?= (?:[^,.;]{2,30} )?besked\b)|sender(?= \w)|"
    r"modtager(?= (?:(?:stadig|fortsat|også|alle) )*\w*(?:henvendelse|ansøgning|alarm|"
    r"anmeldelse|klage|indberetning|melding|bestilling)\w*)|trækker(?= \w*(?:rapport|tal|liste)\w*)"
)
"""Verbs that are work only with the words behind them."""

ADVERBS = (
    r"(?: (?:også|selv|fortsat|stadig|desuden|løbende|derudover|endvidere|ligeledes|tillige|altid|dagligt|herefter|"
    r"derefter|fremover|nu|i dag|samtidig|alene|hver \w+|hvert \w+|en gang om \w+|én gang om \w+|årligt|månedligt))"
    r"{0,2}"
)
BESIDE = (  # between "som" or "der" and its verb
    r"(?: (?:også|altid|tillige|i forvejen|fortsat|desuden|så|i fællesskab|(?:ifølge|forud for|efter|på baggrund af|"
    r"i samråd med|i samarbejde med) [^,.;\ue000-\ue7ff]{3,40}?))?"
)
DAILY = r"(?: (?:i det daglige|til daglig|i praksis|ved [^,.;\ue000-\ue7ff]{3,40}?))?"
DATED = (
    r"(?: (?:fra(?: og med)?|pr\.)(?: den)? (?:[^,.;]|\d\.){4,30}? \d{4}|"
    rf" (?:i|fra|inden|indtil|frem til|ultimo|primo|medio) {ANY_MONTH}(?: (?:og|eller|til) {ANY_MONTH})?(?: \d{{4}})?)?"
)
NO_OBJECT = (
    r"(?!(?:sig|ikke|at|som|der|og|eller|end|altid|ofte|sjældent|ca|omkring|knap|mere|mange|meget|større|mindre|"
    r"kun|(?:to|tre|fire|én|en) gange?|sine egne|udgift\w*|"
    r"derfor|allerede|godt|skævt|bedst|dårligt|hinanden|det hele|af|\d+ (?:procent|pct))\b)"
)
WORK = rf"(?:(?:{PLAIN}|{TURNS})(?![{LOW}]))"
NO_WORK = (  # in "det er <owner>, der …" any verb but these may stand
    r"er|har|får|bliver|modtager|oplever|mener|vurderer|ønsker|håber|tror|skal|kan|vil|bør|må|foreslår|anbefaler|"
    r"betaler|bruger|bor|lever|mangler|kommer|går|sidder|står|ligger|kender|ved|ser(?! (?:på|til|efter))|lider|taber"
)
FRONT = (
    r"(?:Fra|Pr\.|Ved|I|På|Efter|Når|Herefter|Derefter|Fremover|Desuden|Samtidig|Indtil|Frem til|Under|Senest|"
    r"Derudover|I dag|Bagefter|Efterfølgende|Inden|Hver|Hvert|Her|Nu|Uden for)"
)
