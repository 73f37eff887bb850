"""What somebody is entrusted with: see ``owners/entrusted``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.owners.entrusted import ASSIGNED, BODY, CHAIRED, MOVED, OF_TASKS, PLACED
from register.rules import Rule
from register.sentences.masking import UNIT, UNITS, Masked
from register.sentences.slots import Draft

_ASSIGNS = Rule("er-betroet", "assign", "active", ("er betroet",))
_MOVES = Rule("overdrages-til-drift", "transfer", "passive", ("overdrages",), to=("i",))
_LIES = Rule("er-samlet", "keep", "passive", ("er samlet",), to=("i",), state=True)
_CHAIRS = Rule("har-som-formand", "assign", "active", ("har som formand",), prefix="formand for")
_FORMS = tuple(
    (
        re.compile(
            t.replace("@W", f"(?P<units>{UNITS})").replace("@B", f"(?:{UNIT}|{BODY})"),
            re.IGNORECASE if forms is OF_TASKS else 0,
        ),
        rule,
    )
    for forms, rule in (
        (ASSIGNED, _ASSIGNS),
        (OF_TASKS, _ASSIGNS),
        (MOVED, _MOVES),
        (PLACED, _LIES),
        (CHAIRED, _CHAIRS),
    )
    for t in forms
)
_DENIED = re.compile(
    r"\b(?:ikke|ingen|hvis|såfremt|hvorvidt|kunne|burde|eventuelt|forslag|overvej\w*)\b", re.IGNORECASE
)


def read_entrusted(masked: Masked, known: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of one sentence, none where ``known`` already gives somebody that stretch."""
    for form, rule in _FORMS:
        for found in form.finditer(masked.text):
            units = masked.mentions(*found.span("units"))
            whose = rule is _ASSIGNS and found.re.flags & re.IGNORECASE != 0
            if not units or units[-1].genitive is not whose or _DENIED.search(masked.text[: found.end()]):
                continue
            first, last = found.span("task")
            if not any(k.gives_within(first, found.end()) for k in known):
                yield Draft(
                    rule, (first, last), (found.start(), found.end()), found.span("verb"), units, [], found.end()
                )
