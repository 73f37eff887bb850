"""The owner in a table's cell: a name, a role ("køkkenchefen", "den lokale pedel"), with what the cell tells beside it
left out ("Analyseteamet med bidrag fra …", "Løncentret, før: Driftsstaben")."""

from __future__ import annotations

import re

from register.forms.plain_rows import named_owner
from register.owners.owner_words import ANY_ROLE, CAP, DEFINITE_OPEN, FIELD, KINDS, LOW, PROPER

_BESIDE = re.compile(
    r"\s*(?:\((?![A-ZÆØÅ]{2,6}\))[^()]*\)|\[[^\[\]]*\])|"
    r",\s+(?:dog|indtil|frem til|før|tidligere|hidtil|når|hvis|distrikt|fra|efter|fase|senest|i|også|evt\.|"
    r"eventuelt)\b.*$|"
    r";.*$|\s+(?:med (?:bidrag|hjælp|støtte|bistand)|i samråd|i samarbejde|sammen med|under opsyn|efter|via|ved)\b.*$",
    re.DOTALL,
)
_BEFORE = re.compile(
    r"(?:\(|\[|,\s*)(?:før|tidligere|hidtil|i dag)\s*:?\s+(?P<who>[^()\[\],;]{2,50})(?:\)|\]|$)", re.IGNORECASE
)
_NOBODY = re.compile(
    r"^(?:[-–?]|ikke|endnu|ingen|udgår|afventer|mangler|alle|begge|flere|diverse|løbende|ved|uændret|samme|se |jf|"
    r"n/a|nej|ja|afsluttet|er sket)(?:\b|$)",
    re.IGNORECASE,
)
_ROLE = re.compile(rf"(?:{DEFINITE_OPEN}|{ANY_ROLE})(?: (?:selv|alene))?$")
_LEADS = re.compile(
    rf"(?:Leder|Chef|Formand|Koordinator|Nærmeste leder|[{CAP}][{LOW}]*{KINDS})(?: (?:af|for|i) {PROPER})?$"
)


_OFFICE = re.compile(  # "Sundhedsfagligt Sekretariat", "Det Danske Madkøkken"; two others side by side are a person's
    rf"(?:D(?:et|en) )?(?:[{CAP}][{LOW}-]+ ){{1,3}}(?:(?=[{CAP}])(?i:[{LOW}-]*{KINDS})(?:en|et|erne|ne|e)?|{FIELD})$"
)
_PART = re.compile(  # "Hjemmeplejen, team Vest": a unit and which part of it
    rf"[{CAP}][\w-]+(?: (?:og|i|for) [{CAP}][\w-]+)*, (?:team|afdeling|afsnit|gruppe|hold|område) [{CAP}][\w-]+$"
)


def cell_owner(text: str) -> str:
    """The owner's name as the cell has it, "" where the cell names nobody or more than a name.

    >>> cell_owner("køkkenchefen, dog ikke om søndagen")
    'Køkkenchefen'
    >>> cell_owner("endnu ikke placeret")
    ''
    """
    words = " ".join(_BESIDE.sub("", " ".join(text.split())).split()).strip(" .,")
    if not words or _NOBODY.match(words) or len(words.split()) > 8 or re.search(r"\d", words):
        return ""
    if not (
        named_owner(words) or _ROLE.match(words) or _OFFICE.match(words) or _LEADS.match(words) or _PART.match(words)
    ):
        return ""
    return words[0].upper() + words[1:]


def owner_before(text: str) -> str:
    """Who had it, where the cell says so ("Ydelsesstaben (før: teamlederne)")."""
    found = _BEFORE.search(" ".join(text.split()))
    return cell_owner(found["who"]) if found else ""
