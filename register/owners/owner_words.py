"""The words that name an owner: proper names ("Jobcenter og Borgerservice"), and roles and bodies by the general nouns
of the language ("lederen af hjemmeplejen", "de fire områdeledere", "den institution, der bruger huset").

Only pieces of regular expressions; where they may stand is told in ``owner_slots``."""

from __future__ import annotations

CAP, LOW = "A-ZÆØÅ", "a-zæøåéü"
KINDS = (
    r"(?:personale|pleje|team|tjeneste|service|skole|klinikk?|center|centr|leder|ledelse|chef|koordinator|konsulent|"
    r"medarbejder|vejleder|terapeut|lærer|pædagog|instruktør|inspektør|sekretariat|enhed|afdeling|gruppe|forum|fora|"
    r"råd|selskab|forening|bibliotek|museum|museer|myndighed|visitation|institution|entreprenør|leverandør|operatør|"
    r"rådgiver|ejer|vagt|væsen|beredskab|korps|stab|styrelse|direktion|administration|distrikt|central|bestyrelse|"
    r"forvalter|revisor|revision|fællesskab|konsortium|politi|beboer|direktør|direktorat|ministeri|kommune|region|"
    r"stat|funktion|(?<=[a-zæøå]{3})lag|laug|klubb?|firma|virksomhed|læge|sygeplejerske|hospital|sygehus|kontor|udvalg|"
    r"forvaltning|nævn|fond|værk|forsyning|vognmand|vognmænd|holder|giver|evaluator|partner|forsker|pedel|tekniker|"
    r"dagtilbud|børnehave|børnehus|plejehjem|bosted|formand|formænd|sagsbehandler|planlægger|bygherre|inspektør|jurist|"
    r"advokat|arkiv|kreds|organisation|frivillige|gård|kantine|ansvarlig|depot|anvisning|foged|gartner|mester|vært|forstander|køkken|jobcenter|"
    r"sekretær|psykolog|assistent|apotek|biolog|laborator|montør|chauffør|ingeniør|arkitekt|redaktør|controller|"
    r"bibliotekar|arkivar|konservator|diætist|patrulje|mandskab|hjælper(?=e?n)|værksted|vaskeri|panel|økonom|"
    r"fuldmægtig|analytiker|muse(?=et|er)|specialist|pedell|redaktion|kasserer(?=e?n)|repræsentant|bogholderi|"
    r"forhandler|(?<=[a-zæøå]{6})hus(?=e?ne|et)|"
    r"rådmand|rådmænd|borgmester|"
    r"borgmestr|part)"
)
DEFINITE_END = r"(?:r?ne|e?rne|en|n|et|ene|erne|met|t)"
_BEFORE = r"(?:og|samt|fra|til|i|på|med|som|der|pr|den|efter|ved|under|hos|for|at|når|indtil|frem|jf)\b"
_TIME = (
    r"(?:\w*(?:perioden|sæsonen|året|dagen|foråret|efteråret|sommeren|vinteren|fremtiden|weekenden|udgangen|starten|"
    r"slutningen|begyndelsen|måneden|ugen|forbindelse\w*|samarbejde\w*|henhold|grundlag|praksis|møde|mødet))\b"
)
WORD = rf"(?!I\b)[{CAP}][\w-]*(?:['’]s(?= [{LOW}]))?"
PROPER = (
    rf"(?:{WORD})(?:(?:,? (?:og|&) |, (?=[{CAP}][\w-]*(?:, [{CAP}][\w-]*)? (?:og|&) [{CAP}])| for (?=[{CAP}])|"
    rf" )(?=[{CAP}])(?!{WORD} [Kk]ommunes? )"
    rf"{WORD}){{0,6}}(?:(?<=s) (?:[{LOW}]{{3,}}e )?[{LOW}]*{KINDS}(?:{DEFINITE_END}|e|er)?(?![\w-]))?"
)
"""A proper name in the middle of a sentence; with a genitive also "Sundhed og Omsorgs udviklingsenhed"."""

_DET = (
    r"(?:den enkelte|det enkelte|de (?:to|tre|fire|fem|seks|syv|otte|ni|ti)|de enkelte|de respektive|"
    r"den pågældende|det pågældende|hver enkelt|den|det|de|en|et|"
    r"hver|hvert|kommunens egne|kommunens egen|kommunens eget|kommunens|skolens|skolernes|egne|egen|eget|"
    r"institutionens|"
    r"projektets|områdets|"
    r"(?:(?:den|det|de) (?:pågældende|enkelte) )?(?!nabo|aftale|plan|lov|strategi|rapport|politik|budget|sag)"
    r"[a-zæøå]{3,}(?:ens|ets|ernes|centers|huss)(?: egne?| eget)?)"
)
_ADJ = rf"(?!{_BEFORE})(?:fælles|[{LOW}-]{{3,}}(?:e|t|sk|l|lig))"
_NOUN = rf"(?:[{LOW}-]{{2,40}}- og )?[{LOW}-]{{0,40}}{KINDS}"
_TAIL = (
    rf"(?: (?:i|på|for|af|ved|hos) (?!{_TIME})(?!at\b)"
    rf"(?:{PROPER}|(?:(?:de|den|det|hver) )?[{LOW}]{{3,}}(?:en|et|erne|ene|tre|rne|ne)(?![\w-]))|"
    rf" for (?!{_TIME})(?!at\b)[{LOW}]{{3,}}(?:(?:, [{LOW}]{{3,}})? og [{LOW}]{{3,}}(?=[ ,.]))?(?=[ ,.;)]|$))?"
)
_NAMED = rf"(?: (?=[{CAP}]){PROPER})?"  # "foreningen Fritidsliv"
DEFINITE = (
    rf"(?:(?:{_DET} )?(?:{_ADJ} )?{_NOUN}{DEFINITE_END}(?![\w-])(?:{_NAMED}){_TAIL}|"
    rf"(?!en |et ){_DET} (?:{_ADJ} )?{_NOUN}(?:er|e|ere|r)?(?![\w-]){_NAMED}{_TAIL})"
)
"""A role or body in the definite: "distriktslederne", "det eksterne selskab", "lederen af hjemmeplejen"."""

DEFINITE_OPEN = (
    rf"(?:[{CAP}][{LOW}-]+(?:ens|ets|nes) {_NOUN}(?:er|e|ere|r)?(?![\w-])|"
    rf"(?:(?i:{_DET}) )?(?:{_ADJ} )?(?i:{_NOUN}{DEFINITE_END})(?![\w-])(?:{_NAMED}){_TAIL}|"
    rf"(?i:{_DET}) (?:{_ADJ} )?{_NOUN}(?:er|e|ere|r)?(?![\w-]){_TAIL})"
)
"""The same where a sentence may start with it."""

ANY_ROLE = rf"(?:(?:{_DET} )?(?:{_ADJ} ){{0,2}}{_NOUN}(?:er|e|ere|r|{DEFINITE_END})?(?![\w-]){_NAMED}{_TAIL})"
"""A role in any form, as it may stand behind "udføres af": "private vognmænd", "ekstern rådgiver"."""

RELATIVE = rf"(?:den|det|de) {_NOUN}(?:er|e|ere|r)?, (?:som|der) [^,.;:]{{3,60}}?(?=[,.;]|$)"
"""An owner told by what it does: "den institution, der bruger bygningen"."""

FIELD = (
    r"(?:Kultur|Fritid|Børn|Unge?|Skoler?|Social|Handicap|Ældre|Senior|Sundhed|Omsorg|Pleje|Teknik|Miljø|Plan|"
    r"Byg|Byggeri|Veje?|"
    r"Trafik|Park|Natur|Klima|Økonomi|Personale|HR|IT|It|Digitalisering|Arbejdsmarked|Beskæftigelse|Job|"
    r"Jobcenter|Borgerservice|"
    r"Ejendom(?:me)?|Drift|Service|Erhverv|Turisme|Familie|Familier|Dagtilbud|Uddannelse|Læring|Forsyning|Havne?|"
    r"Beredskab|"
    r"Kommunikation|Indkøb|Udbud|Løn|Jura|Sekretariat|Politik|Udvikling|By|Land|Idræt|Forebyggelse|Træning|"
    r"Psykiatri|Integration|"
    r"Hjælpemidler|Visitation|Analyse|Strategi|Data|Anlæg|Affald|Vand|Miljøtilsyn|Voksne|Voksen|Frivillighed|"
    r"Rehabilitering|Jord|Grundvand|Bolig|Rengøring|Geodata|Opkrævning|Forsikring|Regnskab|Budget)"
)
"""Words of municipal fields, by which a name like "Teknik og Havne" is told from two places, "Løgstør og Aars"."""

ORGANISED = (  # a proper name that is a body's, not a place's
    rf"(?=[^.,;]{{0,60}}?(?:(?<![\w-]){FIELD}\s(?:og|&)\s|,?\s(?:og|&)\s{FIELD}(?![\w-])|(?:skole|gård|center|"
    rf"hus|hjem|afdeling|service|forening|fond|selskab|"
    rf"klub|museum|bibliotek|forsyning|kommune|region|råd|stab|plejen|team|sekretariat|kontor|firma|[Kk]oncern|"
    rf"kommunikation|"
    rf"laug|gruppe|korps|køkken|værksted|tjeneste|beredskab|vagt|central|depot|"
    rf"styrelse|direktorat|institution|børnehave|dagtilbud|forvaltning|A/S|I/S|ApS|[{LOW}]{{3}}(?:en|et|erne|"
    rf"ene))s?(?![\w-])|"
    rf"(?:Skole|Fond|Hus|Team|Klub|Museum|Forsyning|Center|Stab|Region|Koncern|Selskab|Forening|Dagtilbud|"
    rf"Børnehave|Plejehjem|Afdeling|Forvaltning|Bibliotek|Service|Kontor|Sekretariat|Distrikt|Bofællesskab|Beredskab|Kommune|Havn|"
    rf"Akademi|Spildevand|Lufthavn)|"
    rf"[{CAP}]{{2,6}}(?![\w-])))"
)
NOBODY = (
    r"(?!\w*(?:[Pp]lanen|[Pp]olitikken|[Ss]trategien|[Aa]ftalen|[Ll]oven|[Pp]rojektet|[Oo]rdningen|[Ii]ndsatsen|"
    r"[Mm]odellen|"
    r"[Pp]uljen|[Bb]udgettet|[Rr]apporten|[Nn]otatet|[Ss]agen|[Aa]nalysen|[Ee]valueringen|[Oo]mrådet|"
    r"[Tt]ilbuddet|[Ff]orløbet|"
    r"[Ss]ystemet|[Rr]eglen|[Rr]eglerne|[Kk]ontrakten|[Vv]edtægten|[Rr]egulativet|[Rr]eformen|[Pp]rogrammet|"
    r"[Vv]isionen|[Mm]ålet|[Ii]nitiativet)\b)"
    r"(?!(?:Desuden|Siden|Inden|Uden|Foruden|Igen|Imidlertid|Alene|Herunder|Ofte|Det|Den|De|Dette|Denne|Disse|"
    r"Der|Her|Vi|"
    r"Man|Han|Hun|Planen|Aftalen|Loven|Projektet|Området|Indsatsen|Ordningen|Forslaget|Budgettet|Strategien|Politikken|"
    r"Bekendtgørelsen|Byen|Formålet|Opgaven|Opgaverne|Ansvaret|Resten|Transporten|Beløbet|Medlemmerne|Januar|"
    r"Februar|Marts|"
    r"Halvdelen|Puljen|Kontrakten|Driften|Sagen|Punktet|Danmark|Folketinget|Loven|Vedtægten|Processen|Modellen|"
    r"Model|Fase|Tabel|Punkt|Bilag|Side|Kapitel|Når|Hvis|Ved|For|Til|Fra|Fremover|Herefter|Samtidig|Endvidere|"
    r"Derudover|"
    r"Som|Et|En|At|Alle|Begge|Ingen|Flere|Mange|Nogle|Hver|Arbejdet|Forløbet|Reformen|Andelen|Antallet)\b)"
)
