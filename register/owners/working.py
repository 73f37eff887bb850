"""Places of an owner beside a verb of everyday work: "Havnekontoret udtager …", ", foreningerne samler …",
"Fra 1. maj svarer Borgerservice på …", "det er Vej og Park, der …"."""

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
_STARTS = r"(?:^(?:- |• |\d+[.)] |[a-z]\) )?|(?<=[.;:] )|(?<=, )|(?<= og )|(?<= mens )|(?<=således at ))"
_DOES = re.compile(rf"{_STARTS}{_WHO}{ADVERBS}{DATED} {WORK} {NO_OBJECT}")
_BEHIND = re.compile(
    rf"(?:^|(?<=\. )){FRONT}(?: (?:[^.,;:]|\d\.){{0,60}}?)?,? {WORK} {_WHO} {NO_OBJECT}"
)  # fmt: skip
_THING_FIRST = re.compile(
    rf"(?:^|(?<=[.;:] )|(?<=, og ))(?!(?:{FRONT}|Det|Den|De|Der|Som|Om|Hvis|Hvor) )"
    rf"[{CAP}{LOW}][^,;:.]{{2,70}}? (?:{PLAIN}) {_WHO}"
    rf"(?= ?[.,;]| (?:i|på|fra|til|hver|hvert|selv|med|inden|senest)\b|$)"
)
_CLEFT = re.compile(
    rf"(?:\b[Dd]et (?:er|bliver)|\b(?:er|bliver) det){ADVERBS} {_WHO}(?: alene)?,? (?:der|som){ADVERBS}{DAILY} "
    rf"(?!(?:{NO_WORK})\b)[{LOW}]{{2,}}[rå]\b"
)
_TELLS_MORE = re.compile(  # "… til Vagtcentralen, som også fører listen"
    rf"(?<=[{LOW}] )(?<!er )(?<!bliver )(?P<who>(?!en |et ){DEFINITE_OPEN}|{PROPER}), (?:som|der)"
    rf"{BESIDE} (?!dækker )(?:{WORK} {NO_OBJECT}|skal [{LOW}]{{3,}}e )"
)
_WORKS = re.compile(rf"(?<![\w-]){WORK}")  # without such a verb most forms need not be tried
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
    at_work = _WORKS.search(flat) is not None
    for form in (_CLEFT, _DOES, _BEHIND, _THING_FIRST, _TELLS_MORE) if at_work else (_CLEFT, _TELLS_MORE):
        for found in form.finditer(flat):
            if is_worker(found["who"], known):
                yield found.span("who")


def is_worker(who: str, known: frozenset[str] = frozenset()) -> bool:
    """True for a role, an office or a company of one's own; not for citizens, elected bodies or things."""
    if PRIVATE.search(who) or _ELECTED.search(who) or _NO_NAME.match(who):
        return False
    return who in known or _KIND.match(who) is not None or (" " in who and _BODY.match(who) is not None)
