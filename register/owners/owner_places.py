"""Further places of an owner, those of the forms in ``given_over``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_words import CAP, DEFINITE, LOW, PROPER

_WHO = rf"(?P<who>{PROPER}|{DEFINITE})"
_ANY = rf"(?:{PROPER}|{DEFINITE})"
_END = r"(?=[,.;]|$| (?:og|fra|pr|som|fortsat|men|den)\b)"
_ROLE = r"(?:redaktør|tovholder|projektleder|projektejer|koordinator|ansvarlig|hovedansvarlig|driftsherre|bygherre)"
_FORMS = (
    re.compile(rf"\bikke (?:længere|mere) (?:af|hos|i|under) {_WHO}(?=,? men\b)"),
    re.compile(rf"\bikke (?:længere|mere) (?:af|hos|i|under) {_ANY},? men (?:[{LOW}]+ )?(?:af|hos|under) {_WHO}{_END}"),
    re.compile(rf"\b(?:udgår|udskilles|trækkes ud|tages ud|flyttes ud) (?:af|fra) {_WHO}(?=,? og\b)"),
    re.compile(
        rf"\b(?:udgår|udskilles|trækkes ud|tages ud|flyttes ud) (?:af|fra) {_ANY},? og "
        rf"(?:indgår|overgår|lægges|placeres)"
        rf"(?: (?:[^,.;]|\d\.){{3,30}}?)? (?:i|til|under|hos) {_WHO}{_END}"
    ),
    re.compile(rf"\bmed {_WHO} som {_ROLE}{_END}"),
    re.compile(
        rf"(?:^|\bat )(?P<who>{PROPER}) har (?:fortsat |fremover )?(?:visitationen|kontrakten|kontrakterne|budgettet|"
        rf"projektledelsen|tovholderrollen|sekretariatet){_END[:-1]}| (?:til|med|for|af|på) )"
    ),
    re.compile(rf"^(?:Indtil|Frem til) [^.;]{{2,80}}?,? har {_WHO} fortsat (?:ansvaret|myndigheden|driften) "),
    re.compile(rf"\boverdrager kommunen [^.;]{{3,120}}? til (?P<who>{PROPER}){_END}"),
    re.compile(rf"\bsidder {_WHO} fortsat med "),
    re.compile(rf"\b(?:ligger|lagt|placeres|placeret|forankres|forankret) hos (?P<who>{PROPER}){_END}"),
    re.compile(rf"\btilfalder (?P<who>{PROPER}){_END}"),
    re.compile(rf"\blagt ind under (?P<who>{PROPER}){_END}"),
    re.compile(rf"\blægges over i (?P<who>{PROPER}){_END}"),
    re.compile(rf", mens (?P<who>{PROPER}) overtager "),
    re.compile(rf"\btil en (?:ny )?[{LOW}]*(?:konsulent|medarbejder|koordinator) i {_WHO}{_END}"),
)
_PERSON = re.compile(rf"(?!Region |Center |Team )[{CAP}][{LOW}]+ [{CAP}][{LOW}]+$")


def owners_of_places(flat: str) -> Iterator[tuple[int, int]]:
    """Start and end of each such owner in a sentence of single spaces. Two names side by side are a person's."""
    for form in _FORMS:
        for found in form.finditer(flat):
            if not _PERSON.match(found["who"]) or found["who"].split()[-1].endswith(("er", "ing", "or")):
                yield found.span("who")
