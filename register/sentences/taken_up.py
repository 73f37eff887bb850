"""What a clause without a subject of its own takes up: "…, bortset fra hegnet, hvilket passes af …" tells of the hegn,
"Rådet nedlægges ikke, men betjenes af …" of the Rådet."""

from __future__ import annotations

import re

from register.sentences.clauses import sentence_subject

_WHICH = re.compile(r", hvilket\b[^,;]*$")
_ADDED = re.compile(
    r".*\b(?:bortset fra|undtagen|med undtagelse af|på nær|herunder|eksklusive|ud over|foruden)\s"
    r"(?P<what>[^,;:]{3,100})$",
    re.IGNORECASE | re.DOTALL,
)


def taken_up(text: str, end: int) -> tuple[int, int] | None:
    """Where the words stand that a clause from ``end`` on is about: behind "hvilket" what was excepted or added last,
    else the subject of the sentence's first clause."""
    which = _WHICH.search(text, 0, end)
    added = _ADDED.match(text, 0, which.start()) if which else None
    return added.span("what") if added else sentence_subject(text, end)
