"""Rows that hold no responsibility: a count of people, somebody heard, a place for an owner."""

from __future__ import annotations

import re

from core.danish.numbers import TWO_TO_TEN
from core.schema import Basis, Responsibility
from register.forms.pronoun_tasks import is_bare
from register.wished import without_wishes

_COUNT = re.compile(
    r"^(?:(?:ca\.|cirka|omkring|knap|godt|omtrent|i alt|op til|mere end)\s+)*\d[\d.,]*\s+(?:\w+e\s+)?"
    r"(?:medarbejdere|ansatte|årsværk|stillinger|fuldtidsstillinger|fuldtidsansatte|personer|borgere|elever|børn|"
    r"enheder|ledere)$",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"^(?:orienteres|høres|inddrages|informeres|underrettes|inviteres|konsulteres|adviseres)\b", re.IGNORECASE
)
_WHEREABOUTS = re.compile(
    r"\b(?:resten|dele|størstedelen|hele|hjørner|egne|andre steder|overalt)\s+(?:(?:af|i)\s+)?"
    r"(?:kommunen|byen|regionen)\b",
    re.IGNORECASE,
)
_UNRESOLVED = re.compile(
    r"^(?:rådet|nævnet|listen|midlerne|beløbet|pengene|gruppen|tallene|resultaterne)$", re.IGNORECASE
)
_CITIZEN = re.compile(
    r"^den enkelte (?:grund|hus|bolig|lods)?(?:ejer|lejer|beboer|husstand)$|"
    r"^(?:(?:den|det|de)\s+)?(?:enkelte\s+|berørte\s+)?(?:borger(?:en|ne)?|ansøger(?:en|ne)?|bruger(?:en|ne)?|pårørende|"
    r"forælder|forældre(?:ne)?|elev(?:en|erne)?|patient(?:en|erne)?)$",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"^ (?:er |blev )?(?:nedsat|nedsættes|oprettet|oprettes|etableret|etableres)\b.*?(?:henhold til|efter|jf\.?|§)"
)
_NOTHING = re.compile(r"^(?:den|det|dem) som \w+$", re.IGNORECASE)
_OWN_CHAIR = re.compile(r"^valg af (?:sin|deres|egen) (?:næst)?formand\b", re.IGNORECASE)
_LISTED_BODY = re.compile(r"^[ \t]*(?:\d+[.)]|[a-z]\)|[-–•])[ \t][^\n]*[Uu]dvalg", re.MULTILINE)
_FAR = 400  # characters; a list of bodies and the sentence on all of them
_OUTSIDER = re.compile(
    r"^(?:de |den )?(?:bolig|grundejer|andels|ejer|haveby?|kolonihave)(?:forening|selskab|organisation)"
    r"(?:en|et|erne|er|erne)?$",
    re.IGNORECASE,
)
_NUMBER = rf"(?:\d+|en|et|{TWO_TO_TEN})"
_LEFTOVER = re.compile(
    r"^(?:og|eller|men|samt|således at|så at|hvorefter|hvorved)\b|^(?:de )?f[øo]lgende opgaver$|^[a-zæøå]+es$|"
    r"^(?:ca\. )?[\d.,]+ (?:mio\.?|mia\.?|t\.?)? ?kr\.?$|^[A-ZÆØÅ]\w+ (?:varetages|udføres|løses) af\b|"
    r"\bhar været foreslået\b|\b(?:har|havde) (?:\w+ )?været$|^Beslutningskompetence$|[a-zæøå]{4,}\.\s+at\s|"
    r"^(?:samtlige|alle) opgaver(?:ne)?$|"
    r"^(?i:dog|nemlig|vegne af|de en|hovedparten|resten|beslutning herom|stk\. \d+|godkende)$|"
    r"^(?:den )?\d{1,2}\. [a-zæøå]{3,}(?: \d{4})?$|"  # a day alone
    rf"^[a-zæøå]+ af (?:\w+en )?{_NUMBER}(?:$|,| [a-zæøå]+es\b)|"  # "udpegning af tre"
    r" (?:burde|bør|skulle|ville)$"
)
_SAYS_NOTHING = re.compile(
    r"^(?:det|dem|den|de),? (?:som )?(?:man|vi|borgerne|alle|folk) \w+|"  # "det, man kan høre"
    r"^(?:en|et) (?:(?:helt )?ny|nyt|fælles|samlet|særlig|særligt|ny fælles|nyt fælles) "
    r"(?:enhed|afdeling|center|team|sekretariat|forvaltning|udvalg|kontor|funktion)$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    rf"^(?:\d+|{_NUMBER}) (?:\w+e )?\w*(?:terapeuter|pædagoger|sygeplejersker|rådgivere|konsulenter|"
    r"assistenter|lærere|ingeniører|gartnere|håndværkere|sagsbehandlere|montører|chauffører|jurister|økonomer)$",
    re.IGNORECASE,
)
_UNITS_ALONE = re.compile(  # "Center for Havn og Center for Sti lægges sammen" gives nobody a task
    r"^(?:Center for|Centret for|Afdelingen for|Forvaltningen for) [^,;]{2,60} og "
    r"(?:Center for|Centret for|Afdelingen for|Forvaltningen for) [^,;]{2,60}$"
)
_KEPT_PERSON = re.compile(  # "Hver kaj bevarer en fast kontaktperson"
    r"^(?:en|et|sin|sit) (?:[a-zæøå]+ )?[a-zæøå]*(?:person|leder|medarbejder|sagsbehandler|koordinator|vejleder|lærer)$"
)
_MEANS = re.compile(r"^(?:Ved|Med) [^.;]{3,80}? (?:forstås|menes)\b[^.;]{0,60}?\bat\b")  # what a word means
_OVER = (  # "blev drevet af", and no longer; "er vedtaget af", and done
    r"\b(?:(?:blev|var) (?:\w+ ){0,2}?\w{4,}t|er (?:\w+ ){0,2}?(?:vedtaget|godkendt|tiltrådt|udarbejdet|udført|"
    r"gennemført|evalueret)) (?:\w+ )?af (?:(?:det|den|de) )?"
)
_DEFINED = re.compile(r"(?:en|et|den|det|de) [^,]{3,60}, (?:der|som)\b", re.IGNORECASE)  # says what a word means
_PROCEDURE = re.compile(r"^Godkendelse af (?:dagsorden|referat)(?: og (?:dagsorden|referat))?$")
_PERSON = re.compile(
    r"(?:rådgiver|leder|koordinator|konsulent|chef|vejleder|sekretær|medarbejder|controller|inspektør|ansvarlig)(?:en|ne|e|n)?$"
)
_CLAUSE = re.compile(r"[A-ZÆØÅ]?[a-zæøå]+(?:en|et|ne) [a-zæøå]{5,}es$")  # a thing and what is done to it
_PLACES = ("kommunen", "byen", "regionen")


def without_non_tasks(rows: list[Responsibility], text: str) -> list[Responsibility]:
    """The rows that give someone something. text: the cleaned text."""
    kept = [r for r in without_wishes(rows, text) if not _gives_nothing(r, text)]
    return [
        r
        for r in kept
        if not any(_holds(r, other) or _is_hired(r, other, text) or _says_again(r, other) for other in kept)
    ]


def _says_again(row: Responsibility, other: Responsibility) -> bool:
    """ "Rådet sekretariatsbetjenes" beside "sekretariatsbetjening af Rådet" of the same sentence and owner."""
    here = other is not row and other.start < row.end and row.start < other.end and other.to_unit == row.to_unit
    return here and _CLAUSE.match(row.task) is not None and _CLAUSE.match(other.task) is None


def _is_hired(row: Responsibility, other: Responsibility, text: str) -> bool:
    """ "Kajen passes af havnefogeden, som er ansat i <unit>": whom the sentence gives a task is no task of the unit."""
    here = other is not row and other.start == row.start and row.relation == "keep"
    person = _PERSON.search(row.task) or " ansat " in text[row.start : row.end]
    return here and row.task.lower() == other.to_unit.lower() and bool(person)


def _holds(row: Responsibility, other: Responsibility) -> bool:
    """ "Kajen samles i Havnehuset, som hører under <unit>" read as a task of that unit, where the move is a row."""
    here = other is not row and other.start == row.start and bool(other.to_unit) and row.to_unit != other.to_unit
    return here and row.task.startswith(f"{other.task} ") and other.to_unit in row.task[len(other.task) :]


def _gives_nothing(row: Responsibility, text: str) -> bool:
    if row.relation == "create" and _is_there_already(row, text):
        return True
    if row.relation in ("assign", "keep") and _COUNT.match(row.task):
        return True
    if is_bare(row.task) or _HEARD.match(row.task) or _UNRESOLVED.match(row.task) or _LEFTOVER.search(row.task):
        return True
    if _PROCEDURE.match(row.task) or _DEFINED.match(row.to_unit):
        return True
    if row.relation == "assign" and _CITIZEN.match(row.to_unit):  # what citizens do themselves
        return True
    words = " ".join(text[row.start : row.end].split())
    if row.relation == "merge" and not row.to_unit and _UNITS_ALONE.match(row.task):
        return True
    if row.relation == "keep" and _KEPT_PERSON.match(row.task):
        return True
    if _SAYS_NOTHING.match(row.task) or _STAFF.match(row.task) or _MEANS.match(words):
        return True
    if _OWN_CHAIR.match(row.task) and len(_LISTED_BODY.findall(text[max(0, row.start - _FAR) : row.start])) > 1:
        return True  # "Udvalget vælger selv sin formand" below a list of bodies means each of them
    if _NOTHING.match(row.task) or (_OUTSIDER.match(row.to_unit) and re.search(r"\bskal (?:også )?selv\b", words)):
        return True
    if row.relation == "assign" and re.search(_OVER + re.escape(row.to_unit.split("; ")[0]), words, re.IGNORECASE):
        return True
    place = row.to_unit.lower() in _PLACES
    return place and _WHEREABOUTS.search(words) is not None


def _is_there_already(row: Responsibility, text: str) -> bool:
    """ "Rådet er nedsat efter lovens § 30" tells on what ground a body stands, and sets up none."""
    if row.to_unit or row.basis not in (Basis.NONE, Basis.GENERAL_CLAUSE) or not re.search(r"(?:et|en|ne)$", row.task):
        return False
    words = " ".join(text[row.start : row.end].split())
    return words.startswith(f"{row.task} ") and _GROUND.search(words[len(row.task) :]) is not None
