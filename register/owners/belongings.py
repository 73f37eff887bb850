"""Sentences that tell whose a thing is without a verb of work: "Nedrivningen er Byggekontorets", "Tilladelser er en sag
for Vej og Park", "Klager stiles til Køkkenet", "Kontakten går gennem projektlederen", "Regnskabet tager kassereren sig
af". The same forms give the place of the owner and, over the masked sentence, the reading (``forms/belongings``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from register.owners.owner_duties import PRIVATE
from register.owners.owner_words import CAP, DEFINITE, KINDS, LOW, ORGANISED, PROPER
from register.owners.work_verbs import FRONT
from register.owners.working import is_worker

_ADV = (
    r"(?: (?:fortsat|stadig|også|nu|i dag|alene|fremover|herefter|som hidtil|uændret|altid|først|derefter|formelt|"
    r"ligeledes|desuden|videre|ind|direkte|samlet))?"
)
_NOT_FIRST = (
    rf"(?!(?:{FRONT}|Det|Den|De|Der|Her|Han|Hun|Vi|Man|Dette|Denne|Disse|Som|Om|Hvis|Hvor|Hvem|Da|Selv om|Så|Hvad|Du|"
    rf"Jeg|Målet|Formålet|Et|En|Alle|Begge|Ingen|Resten|Sagen|Opgaven|Pengene|Punktet)(?: |\.))"
)
_TASK = rf"(?:^|(?<=[.;:] ))(?:- |• |\d+[.)] |[a-z]\) )?{_NOT_FIRST}(?P<task>[{CAP}][^.;:!?\ue000-\ue7ff]{{2,90}}?)"
_ASKED = (
    rf"(?:^|(?<=[.;:] ))(?:- |• |\d+[.)] |[a-z]\) )?(?P<task>(?:\w*[Kk]lager?|\w*[Hh]envendelser?|\w*[Aa]nsøgninger?|"
    rf"\w*[Aa]nmeldelser?|[{CAP}][{LOW}]*sager|Spørgsmål|Regninger|\w*[Aa]nmodninger?|Uenighed(?:er)?|Tvister?|Fejl|"
    rf"\w*[Bb]estillinger|Skader|Alarmer|Indberetninger|Underretninger|Afbud|Opkald)(?:en|erne|ne)?\b[^.;:\ue000-\ue7ff]{{0,80}}?)"
)
_END = r"(?=[.,;]|$| (?:og|inden|senest|som|der|i|på|fra|hver|alene|med)\b)"
TEMPLATES = (
    rf"{_TASK} (?P<verb>er|bliver|forbliver){_ADV} (?:et anliggende|en sag|en opgave|et ansvar) for @W{_END}",
    rf"{_ASKED} (?P<verb>går|sendes|stiles|rettes|meldes|indsendes|indgives|ringes ind|adresseres|lander){_ADV} "
    rf"(?:til|hos) @W{_END}",
    rf"{_TASK} (?P<verb>går|sker|foregår|tegnes|bestilles|formidles|købes|koordineres){_ADV} gennem @W{_END}",
    rf"{_TASK} (?P<verb>laves|produceres|vaskes|pakkes|klargøres){_ADV} (?:i|på|hos) @W{_END}",
    rf"{_TASK} (?P<verb>tager){_ADV} @W{_ADV} sig af",
    rf"{_TASK} (?P<verb>står|sørger){_ADV} @W{_ADV} for(?=[.,;]|$| (?:og|i|på|fra)\b)",
    rf"{_TASK} (?P<verb>bestemmer){_ADV} @W{_ADV} over",
    rf"{_TASK} (?P<verb>holder){_ADV} @W{_ADV} (?:styr på|øje med|opsyn med)",
    rf"(?:^|(?<=\. ))(?:Tovholder|Ansvarlig|Hovedansvarlig|Koordinator|Kontaktperson) (?:på|for|af) "
    rf"(?P<task>[^.;:,\ue000-\ue7ff]{{3,60}}?) (?P<verb>er|bliver){_ADV} @W{_END}",
)
OWNED = (
    rf"{_TASK} (?P<verb>er|bliver|forbliver){_ADV} (?:helt )?@W"
    rf"(?: (?:domæne|anliggende|bord|sag|ressort|opgave|ansvar))(?![{LOW}])",
    rf"{_TASK} (?P<verb>er|bliver|forbliver){_ADV} @W(?=[.;]|$)",
)
_WHO = rf"(?P<who>{DEFINITE}|{PROPER})"
_WHOSE = (
    rf"(?P<who>(?:(?:den|det|de) )?(?:enkelte )?[{LOW}]*{KINDS}(?:ens|ets|ernes|nes|ns|s)|"
    rf"(?:(?!I\b)[{CAP}][\w-]*(?: (?:og|&) (?=[{CAP}])| (?=[{CAP}]))){{0,4}}[{CAP}][\w-]+?s)(?![\w-])"
)
_PLACES = tuple(re.compile(t.replace("@W", _WHO)) for t in TEMPLATES)
_WHOSE_PLACES = tuple(re.compile(t.replace("@W", _WHOSE)) for t in OWNED)
_BODY = re.compile(ORGANISED)


def owners_of_belongings(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Start, end and genitive of each such owner in a sentence of single spaces. known: names the document gives an
    owner elsewhere."""
    return who_acts(flat, known, _PLACES, _WHOSE_PLACES)


def who_acts(
    flat: str, known: frozenset[str], plain: Iterable[re.Pattern[str]], genitive: Iterable[re.Pattern[str]]
) -> Iterator[tuple[int, int, bool]]:
    """Start, end and genitive of each ``who`` of these forms that acts."""
    for form in plain:
        for found in form.finditer(flat):
            if acts(found["who"], known):
                yield (*found.span("who"), False)
    for form in genitive:
        for found in form.finditer(flat):
            if acts(found["who"][:-1], known):
                yield (*found.span("who"), True)


def acts(who: str, known: frozenset[str] = frozenset()) -> bool:
    """True for one who acts, and is no citizen, municipality or state."""
    if PRIVATE.search(who) or re.fullmatch(
        r"(?i:(?:.* )?kommunen?|regionen|region .*|staten|byen|borgeren|samfundet)", who
    ):
        return False
    return is_worker(who, known) or _BODY.match(who) is not None
