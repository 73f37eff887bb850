"""Sentences that tell what somebody is entrusted with: "Til projektlederens opgaver hører udbud og tilsyn", "Lederen er
bemyndiget til at godkende …", "Museet stiller lokaler til rådighed", "Hallen er overdraget til drift i Havnekontoret".
The same forms give the place of the owner and, over the masked sentence, the reading (``forms/entrusted``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.belongings import who_acts
from register.owners.owner_words import ANY_ROLE, CAP, DEFINITE, DEFINITE_OPEN, KINDS, LOW, PROPER

_START = r"(?:^|(?<=[.;:] )|(?<=, og )|(?<=, at ))(?:- |• |\d+[.)] |[a-z]\) )?"
_ADV = r"(?: (?:også|fortsat|desuden|derudover|endvidere|ligeledes|tillige|herefter|fremover|nu|selv))?"
_WHEN = r"(?: (?:fra|pr\.|indtil|til og med|senest|inden) [^,;.\ue000-\ue7ff]{2,25}?)?"
_WORDS = r"[^.;:\ue000-\ue7ff]"
_KEEPS = r"drift|pasning|pleje|vedligehold(?:else)?|forvaltning|administration"
_AT_REST = r"samlet|placeret|forankret|henlagt|organiseret|lagt"
ASSIGNED = (
    rf"{_START}@W{_ADV} (?P<verb>er bemyndiget til|har fået i opdrag|har i opdrag|er sat til|har bemyndigelse til) at "
    r"(?P<task>[^.;]{4,160})",
    rf"{_START}@W{_ADV} (?P<verb>stiller){_ADV} (?P<task>(?!krav|spørgsmål|forslag|sig\b)[^.;,\ue000-\ue7ff]{{3,60}} "
    r"til rådighed(?: for [^.;,]{3,50})?)",
    rf"{_START}@W (?P<verb>er){_ADV} (?P<task>stedfortræder for [^.;,]{{3,60}})",
    rf"{_START}@W{_ADV} (?P<task>(?P<verb>stedfortræder|vikarierer) for [^.;,]{{3,60}})",
    rf"{_START}@W{_WHEN}{_ADV} (?P<verb>har) (?P<task>(?:den )?[{LOW}]*ledelsen (?:for|af) [^.;,]{{3,80}})",
)
OF_TASKS = (
    rf"(?:^|(?<=[.;] ))(?:I|Til|Blandt) @W (?:[{LOW}]+e )?(?:opgaver|ansvarsområde|opgaveportefølje) "
    rf"(?P<verb>hører|indgår|er|tæller){_ADV}(?: (?:bl\.a\.|blandt andet))? (?P<task>[^.;]{{4,220}})",
)
MOVED = (
    rf"{_START}(?P<task>[{CAP}]{_WORDS}{{2,80}}?) "
    rf"(?P<verb>er overdraget|overdrages|blev overdraget|overgår|er overgået){_ADV} til (?:{_KEEPS}) "
    r"(?:i|hos|af|under|ved) @W",
)
PLACED = (
    rf"(?:^|(?<=[.;] ))(?:For|I|Ved|På|Til|Inden for) {_WORDS}{{3,70}}? (?P<verb>er) "
    rf"(?P<task>(?:(?:den|det|de) [{LOW}]+e [{LOW}-]+|[{LOW}]+(?:en|et|ne))"
    rf"(?: (?:af|for|med|om) [^.;,\ue000-\ue7ff]{{3,40}}?)?)"
    rf"(?: (?:dog|fortsat|også|nu|derimod))? (?:{_AT_REST}) (?:i|hos|under|ved|på) @W",
)
BODY = (
    rf"(?<![\w-])(?:(?:en|et|den|det) )?(?:[{LOW}]+e )?[{CAP}{LOW}][{LOW}]*"
    r"(?:gruppe|udvalg|råd|team|forum|kreds|komité)(?:n|en|et)?"
)
CHAIRED = (
    rf"(?P<task>@B)(?P<verb>,? (?:med|(?:der|som) har)) @W som (?:dens |dets )?formand(?![{LOW}])",
)  # fmt: skip
_CHAIR = rf"(?P<who>{ANY_ROLE})"
_WHO = rf"(?P<who>{DEFINITE_OPEN}|{DEFINITE}|{PROPER})"
_WHOSE = (
    rf"(?P<who>(?:(?:den|det|de) )?(?:[{LOW}]+e )?[{LOW}]*{KINDS}(?:ens|ets|ernes|nes|ns)|"
    rf"[{CAP}][\w-]+(?:ens|ets|ernes|nes))"
)
_PLACES = (
    *(re.compile(t.replace("@W", _WHO)) for t in (*ASSIGNED, *MOVED, *PLACED)),
    *(re.compile(t.replace("@W", _CHAIR).replace("@B", BODY)) for t in CHAIRED),
)
_WHOSE_PLACES = tuple(re.compile(t.replace("@W", _WHOSE), re.IGNORECASE) for t in OF_TASKS)


def entrusted_owners(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """Start, end and genitive of each such owner in a sentence of single spaces. known: names the document gives an
    owner elsewhere."""
    return who_acts(flat, known, _PLACES, _WHOSE_PLACES)
