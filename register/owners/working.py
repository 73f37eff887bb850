"""Places of an owner beside a verb of everyday work: "Havnekontoret udtager …", ", foreningerne samler …",
"Fra 1. maj svarer Borgerservice på …", "det er Vej og Park, der …". The same forms give the place of the owner and,
over the masked sentence, the reading (``forms/working``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_duties import PRIVATE
from register.owners.owner_words import CAP, DEFINITE_OPEN, KINDS, LOW, NOBODY, ORGANISED, PROPER
from register.owners.work_verbs import ADVERBS, BESIDE, DAILY, DATED, FRONT, NO_OBJECT, NO_WORK, PLAIN, WORK

_MORE_KINDS = r"rådgivning|(?<=[a-zæøå]{3})hall?|café|linj|(?<=[a-zæøå]{3})tilsyn|desk|omstilling"  # in the definite
_ROLE = rf"(?=[{CAP}])(?i:[{LOW}-]*{KINDS})(?:en|et|n)? (?:i|for|af) {PROPER}"  # "Controller i Teknik"
_WHO = (
    rf"(?P<who>{NOBODY}(?:{_ROLE}|{DEFINITE_OPEN}|{PROPER}|[{CAP}]{{2,6}})|"
    rf"(?:Det|Den|De) (?!samme |nye )[{LOW}]{{3,}}e [{LOW}]*{KINDS}(?:er|e|ere)?)"
)
_TOLD_OF = rf"(?<=[{LOW}] )(?<!er )(?<!bliver )(?P<who>(?!en |et ){DEFINITE_OPEN}|{PROPER})"
_GAP = r"(?: (?:[^.,;:]|\d\.){0,60}?)?"
_STARTS = r"(?:^\s*(?:[-•–] |\d+[.)] |[a-z]\) )?|(?<=[.;:] )|(?<=, )|(?<= og )|(?<= mens )|(?<=således at ))"
# @W: who does it; @G: what may stand between the front of a sentence and its verb
CLEFT = (
    rf"(?:\b[Dd]et (?:er|bliver)|\b(?:er|bliver) det){ADVERBS} @W(?: alene)?,? (?:der|som){ADVERBS}{DAILY} "
    rf"(?P<verb>(?!(?:{NO_WORK})\b)[{LOW}]{{2,}}[rå]\b)"
)
DOES = rf"{_STARTS}@W{ADVERBS}{DATED} (?P<verb>{WORK})"
BEHIND = rf"(?:^|(?<=\. )){FRONT}@G,? (?P<verb>{WORK}) @W"
THING_FIRST = (  # "Vandprøverne udtager <who>."
    rf"(?:^|(?<=[.;:] )|(?<=, og ))(?!(?:{FRONT}|Det|Den|De|Der|Som|Om|Hvis|Hvor) )"
    rf"(?P<task>[{CAP}{LOW}][^,;:.\ue000-\ue7ff]{{2,70}}?) (?P<verb>(?:{PLAIN})) @W"
    rf"(?= ?[.,;]| (?:i|på|fra|til|hver|hvert|selv|med|inden|senest)\b|$)"
)
TELLS_MORE = (  # "… til Vagtcentralen, som også fører listen"
    rf"@W, (?:som|der){BESIDE} (?:(?!dækker )(?P<verb>{WORK})|skal (?P<act>[{LOW}]{{3,}}e))"
)


def _places(form: str, who: str = _WHO) -> re.Pattern[str]:
    return re.compile(form.replace("@W", who).replace("@G", _GAP))


_ANY_VERB = (_places(CLEFT), _places(rf"{TELLS_MORE} {NO_OBJECT}", _TOLD_OF))
_AT_WORK = (_places(rf"{DOES} {NO_OBJECT}"), _places(rf"{BEHIND} {NO_OBJECT}"), _places(THING_FIRST))
_WORKS = re.compile(rf"(?<![\w-]){WORK}")  # without such a verb ``_AT_WORK`` need not be tried
_KIND = re.compile(
    rf".*(?i:{KINDS}|(?:{_MORE_KINDS})(?=en|et|n$))(?:r?ne|e?rne|en|n|et|ene|e|er|s|t|r)?(?![{LOW}])|[{CAP}]{{2,6}}$",
    re.DOTALL,
)
_NO_NAME = re.compile(r"(?:idet|hvilket|mens|når|hvis|at|fordi|som|der|dette|disse|alle|blandt|samt) ", re.IGNORECASE)
_ELECTED = re.compile(
    r"(?:råd|kommunalbestyrelse|borgerrepræsentation|kommune|udvalg|region|stat|ministeri|kommunerne)"
    r"(?:et|en|n)?$",
    re.IGNORECASE,
)
_BODY = re.compile(ORGANISED)


def owners_at_work(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each such owner in a sentence of single spaces. known: names the document gives an owner
    elsewhere."""
    for form in (*_ANY_VERB, *_AT_WORK) if _WORKS.search(flat) else _ANY_VERB:
        for found in form.finditer(flat):
            if is_worker(found["who"], known):
                yield found.span("who")


def is_worker(who: str, known: frozenset[str] = frozenset()) -> bool:
    """True for a role, an office or a company of one's own; not for citizens, elected bodies or things."""
    if PRIVATE.search(who) or _ELECTED.search(who) or _NO_NAME.match(who):
        return False
    return who in known or _KIND.match(who) is not None or (" " in who and _BODY.match(who) is not None)
