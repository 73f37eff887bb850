"""A part of a task that the same sentence gives somebody else: "…, dog overtager <unit> de sager, hvor …", "…, bortset
fra de små broer, som <unit> passer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from register.owners.owner_clauses import PART_VERBS
from register.rules import Rule
from register.sentences.masking import UNITS, Masked
from register.sentences.slots import Draft

_ALSO = r"(?:fortsat |stadig |selv |alene )?"
_FORMS = (
    re.compile(
        rf"[,;] (?:dog|men) {PART_VERBS} (?P<units>{UNITS}) {_ALSO}(?P<task>[^.;\ue000-\ue7ff]{{4,120}})(?=[.;]|$)"
    ),
    re.compile(rf"[,;] dog tager (?P<units>{UNITS}) sig {_ALSO}af (?P<task>[^.;\ue000-\ue7ff]{{4,120}})(?=[.;]|$)"),
    re.compile(
        rf"\b(?:bortset fra|undtagen|med undtagelse af) (?P<task>[^,.;\ue000-\ue7ff]{{4,90}}), som (?P<units>{UNITS}) "
        rf"{_ALSO}(?:{PART_VERBS}|står for|tager sig af)(?=[ ,.;]|$)"
    ),
)
_RULE = Rule("del-hos-anden", "assign", "active", ("overtager",))


def read_set_apart(masked: Masked) -> Iterator[Draft]:
    """Drafts of such parts of one sentence."""
    for form in _FORMS:
        for match in form.finditer(masked.text):
            units = masked.mentions(*match.span("units"))
            if units and not units[-1].genitive:
                verb = (match.start(), match.start() + 1)
                yield Draft(_RULE, match.span("task"), match.span(), verb, units, [], match.end("units"))
