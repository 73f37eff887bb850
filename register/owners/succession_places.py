"""Places of an owner in a sentence that only tells who is next: "Fremover er det <owner>.", "Derefter overtager
<owner>."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_words import CAP, DEFINITE, DEFINITE_END, KINDS, LOW, ORGANISED, PROPER
from register.owners.working import is_worker

AFTERWARDS = (
    r"(?:Fremover|Fremadrettet|Herefter|Derefter|Efterfølgende|På sigt|"
    r"(?:Fra|Fra og med|Pr\.|Med virkning fra|Efter|Når) "
    r"(?:[^.,;:\ue000-\ue7ff]|\.(?=[ ]?[\da-zæøå])){3,60}?)"
)
POINTS = (
    r"(?:den|det|de|dem|opgaven|opgaverne|ansvaret|driften|arbejdet|indsatsen|begge dele|den opgave|det arbejde|"
    r"det ansvar|disse|rollen)"
)
PLACED = (
    rf"(?:ligger|placeres|samles|forankres|henlægges|lægges|flyttes|overgår|går|flytter|kommer|rykker) {POINTS} "
    r"(?:over |i stedet |ind )?(?:hos|til|i|under|på)"
)
_WHO = rf"(?P<who>(?:{DEFINITE}|{PROPER}))"
_FORMS = (
    re.compile(rf"^{AFTERWARDS},? (?:er|bliver) det (?:i stedet |så |derimod )?{_WHO}(?=[.;]|$|,? (?:der|som) )"),
    re.compile(rf"^{AFTERWARDS},? (?:er|bliver) det (?P<who>{PROPER}|[{LOW}]*{KINDS}{DEFINITE_END})(?=s(?:[.;]|$))"),
    re.compile(rf"^{AFTERWARDS},? [{LOW}]{{3,}}(?:er|år) i stedet {_WHO}(?=[ .,;]|$)"),
    re.compile(rf"^{AFTERWARDS},? overtager {_WHO}(?=[.,;]|$| (?:{POINTS})\b)"),
    re.compile(rf"^{AFTERWARDS},? [{LOW}]{{3,}}es {POINTS} (?:i stedet )?af {_WHO}(?=[ .,;]|$)"),
    re.compile(rf"^{AFTERWARDS},? {PLACED} {_WHO}(?=[ .,;]|$)"),
)
_BODY = re.compile(ORGANISED)


def next_owners(flat: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each such owner in a sentence of single spaces. known: names the document gives an owner
    elsewhere."""
    for form in _FORMS:
        found = form.match(flat)
        if found and _acts(found["who"], known):
            yield found.span("who")


def _acts(who: str, known: frozenset[str]) -> bool:
    short = re.fullmatch(rf"[{CAP}]{{2,6}}", who) is not None
    return who[0].islower() or short or is_worker(who, known) or _BODY.match(who) is not None
