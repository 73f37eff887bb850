"""Owners whose verb stands further off: behind a clause, a place or a day ("Projektlederen, der ansættes i staben, står
for …", "at Vej og Park inden maj udarbejder …", "Indtil da er Vej og Park ansvarlig for …", "ydes til maj af …")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_verbs import ADVERB, FIRM, SOFT
from register.owners.owner_words import ANY_ROLE, CAP, DEFINITE, DEFINITE_OPEN, FIELD, KINDS, LOW, NOBODY, PROPER, WORD

_MORE = (
    r"(?:samler|indhenter|udfærdiger|rekrutterer|forelægger|fremlægger|følger|støtter|bidrager|afrapporterer|"
    r"rapporterer|opgør|beregner|opdaterer|offentliggør|inddrager|orienterer)"
)
_VERB = rf"(?:{FIRM}|{SOFT}|{_MORE})(?=[\s:.,])"
_WHEN = (
    r"(?:inden|senest|fra|pr\.|i løbet af|frem til|til og med|indtil|efter|hvert|hver|månedligt|årligt|halvårligt|"
    r"kvartalsvist?|løbende|snarest)\b(?:[^,.;]|\.(?=[ ]?[\da-zæøå])){0,45}?"
)
PART_VERBS = (
    r"(?:overtager|varetager|passer|behandler|afgør|løser|udfører|beholder|driver|håndterer|besvarer|administrerer|"
    r"vedligeholder|dækker)"
)
_NAME = rf"(?:{NOBODY}(?:{DEFINITE_OPEN}|{PROPER}))"
_PAIR = rf"{NOBODY}{WORD}(?:, {WORD})? (?:og|&) {WORD}"  # "Vej og Park"
_OF_FIELD = re.compile(rf"(?:.*[ ])?{FIELD}(?:[ ,]|$)")
_KIND = re.compile(
    rf".*(?:{KINDS}|område|sektion|modtagelse|tilsyn)(?:r?ne|e?rne|en|n|et|ene|t|e|er|s)?(?![{LOW}])", re.IGNORECASE
)
_FORMS = (
    re.compile(rf"^(?P<who>{_NAME}), (?:der|som) [^,.;]{{3,80}}, {_VERB}"),
    re.compile(rf"(?:, |\b)at (?P<who>{_NAME}) {_WHEN} {_VERB}"),
    re.compile(rf"^(?P<who>{_PAIR}) (?:i|under) (?:{PROPER}|{DEFINITE}) (?:{ADVERB} )?{_VERB}"),
    re.compile(rf"^(?P<who>{_PAIR}) (?:{ADVERB} )?{_VERB}"),
    re.compile(
        rf"^(?:Indtil da|Herefter|Derefter|Fremover|Fra [^,.;]{{3,30}}) er (?P<who>{_PAIR}|{DEFINITE}) ansvarlige?t? "
    ),
    re.compile(rf"\b(?:ydes|afholdes|løses)(?: {_WHEN}| {ADVERB})? af (?P<who>{PROPER}|{ANY_ROLE})(?=[ .,;]|$)"),
    re.compile(
        rf"\b(?:indplaceres|placeres|forankres|samles) i (?P<who>(?:den eksisterende |det eksisterende )?"
        rf"(?:[{CAP}]{{2,6}}|{PROPER}))(?=[.,])"
    ),
    re.compile(rf"\w{{3,}}es og \w{{4,}}es(?: {ADVERB})? af (?P<who>{PROPER}|{ANY_ROLE})(?=[ .,;]|$)"),
    re.compile(rf"\blægges (?:ud|over) til (?P<who>{PROPER}|de enkelte [{LOW}]+|{DEFINITE})(?=[ .,;]|$)"),
    re.compile(
        rf"\b(?:under|hos|af|til) (?P<who>(?:Område|Distrikt|Sektion|Afdeling|Team|Enhed) [{CAP}][\w-]+)"
        rf"(?: i (?:{PROPER}))?(?=[ .,;]|$)"
    ),
    re.compile(rf"\b(?:overtager|overtage) [^,.;]{{3,90}}? fra (?P<who>{DEFINITE_OPEN})(?=[.,;])"),
    re.compile(rf"^(?P<who>{_NAME}) får {_WHEN} (?:det|den) (?:\w+ )?(?:\w*ansvar(?:et)?|opgaven)\b"),
    re.compile(
        rf"^(?P<who>(?:Et|En) (?:fælles |tværgående |særligt? |nyt |ny )?[{LOW}]*{KINDS}) (?:betjener|varetager|står)\b"
    ),
    re.compile(rf"^(?P<who>(?!\w+(?:er|en|et|ne|ing|e) ){NOBODY}[{CAP}][{LOW}]+) (?:forestår|varetager) "),
)
_OTHERS_PART = (  # "…, dog passer Broholdet de små broer"
    re.compile(rf"[,;] (?:dog|men) {PART_VERBS} (?P<who>{DEFINITE}|{PROPER}) "),
    re.compile(rf"[,;] dog tager (?P<who>{DEFINITE}|{PROPER}) sig "),
    re.compile(
        rf"\b(?:bortset fra|undtagen|med undtagelse af) [^,.;]{{4,90}}, som (?P<who>{DEFINITE}|{PROPER}) "
        rf"(?:{ADVERB} )?(?:{PART_VERBS}|står for|tager sig af)(?=[ ,.;]|$)"
    ),
)
_WHICH_DOES = re.compile(  # "indstillinger, som koordinatoren udfærdiger"
    rf"[{LOW}], som (?P<who>{DEFINITE}) (?:{ADVERB} )?"
    r"(?:udfærdiger|udarbejder|laver|leverer|udsender|fører|ajourfører|fastsætter|vedligeholder)(?=[ .,;]|$)"
)
_NEXT_HOLDER = (
    re.compile(  # "udføres indtil maj af A og derefter af B"
        rf"[{LOW}]{{3,}}(?:es|[dt])\b[^;]*? (?:af|hos) [^;]{{3,90}}?,? (?:og|men) "
        rf"(?:derefter|herefter|efterfølgende|senere|fra|pr\.)\b[^;]{{0,60}}? (?:af|hos) "
        rf"(?P<who>{DEFINITE}|{PROPER})(?=[ .,;]|$)"
    ),
    re.compile(rf",? (?:indtil|hvorefter) (?P<who>{DEFINITE}|{PROPER}) overtager\b"),
)
_NOT_BODY = re.compile(rf"^(?:Der|Det|Den|De|Man|Vi|Han|Hun)\b|^[{CAP}][{LOW}]+(?:ning|else|hed)(?:en)?\b")


def owners_in_clauses(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each such owner in a sentence of single spaces. known: names the document gives an owner
    elsewhere; a pair of capitalised words must hold a word of a municipal field, else it is two places."""
    for form in (*_OTHERS_PART, _WHICH_DOES, *_FORMS):
        for found in form.finditer(flat):
            if _is_body(found["who"], known) or form is _FORMS[-1]:
                yield found.span("who")
    for form in _NEXT_HOLDER:
        for found in form.finditer(flat):
            if _is_body(found["who"], known) or re.fullmatch(rf"[{CAP}]{{2,6}}", found["who"]):
                yield found.span("who")


def _is_body(who: str, known: frozenset[str]) -> bool:
    if who in known or re.match(r"D(?:et|en) [A-ZÆØÅ]\w+ [A-ZÆØÅ]", who):
        return True
    if _NOT_BODY.match(who):
        return False
    if re.fullmatch(rf"[{CAP}]{{2,6}}", who):
        return who in known
    pair = re.search(r" (?:og|&) [A-ZÆØÅ]", who) and not _KIND.match(who)
    return (_OF_FIELD if pair else _KIND).match(who) is not None
