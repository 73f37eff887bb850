"""Whose a thing is, told without a verb of work: see ``owners/belongings``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from register.owners.belongings import OWNED, TEMPLATES
from register.rules import Rule
from register.sentences.masking import UNIT, UNITS, Masked
from register.sentences.slots import Draft

_FORMS = tuple(re.compile(t.replace("@W", f"(?P<units>{UNITS})")) for t in TEMPLATES)
_WHOSE = tuple(re.compile(t.replace("@W", f"(?P<units>{UNIT})")) for t in OWNED)
_RULE = Rule("hører-til", "assign", "passive", ("hører til",), to=("",))
_NO_THING = re.compile(
    r"\b(?:ikke|ingen|hvis|når|at|blev|var|er|skal|vil|kan|bør)\b|^(?:Formand\w*|Næstformand\w*|Medlem\w*)"
)


def read_belongings(masked: Masked, known: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts of one sentence, none where ``known`` already gives somebody that stretch."""
    for form in (*_FORMS, *_WHOSE):
        for found in form.finditer(masked.text):
            units = masked.mentions(*found.span("units"))
            whose = form in _WHOSE
            if not units or units[-1].genitive is not whose or _NO_THING.search(found["task"]):
                continue
            first, last = found.span("task")
            if not any(k.gives_within(first, found.end()) for k in known):
                clause = (first, found.end())
                yield Draft(_RULE, (first, last), clause, found.span("verb"), units, [], found.end("units"))
