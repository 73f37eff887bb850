"""Moves to "hertil": "<unit> får havn og strand. Badebroerne, der i dag drives af <unit>, flyttes hertil." The receiver
is the unit that opens a sentence before in the same paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.schema import Responsibility
from register.names.unit_forms import Mention
from register.rows import Told, row_at
from register.sentences.place import Place
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task
from register.sentences.timing import general_timing, own_timing

_HERE = re.compile(
    r"\s*(?P<task>[A-ZÆØÅ](?:[^,.;:]|, (?!som\b|der\b)(?=[^.;:]{2,60}?\sog\s)){2,100}?)"
    r"(?:,\s+(?:som|der)\s+(?P<had>[^.;]{5,110}?),)?\s+"
    r"(?:flyttes|flytter|overføres|overgår|overdrages|lægges|henlægges|samles|kommer)\s+"
    r"(?:(?:også|ligeledes|samtidig|desuden|tillige|med|med\s+over)\s+)*(?:hertil|dertil)\b"
    r"(?P<rest>(?:[^,.;:]|\.(?=\s?[a-zæøå\d]))*)[.;]?\s*$"
)
_OPENS = re.compile(r"\W*(?:(?:Det|Den|De)(?:\s+nye)?\s+)?$", re.IGNORECASE)
_NO_TASK = re.compile(r"(?:Der|Det|Den|De|Dette|Disse|Medarbejderne|Opgaven|Opgaverne|Ansvaret)$")


def moved_here(
    place: Place, at: int, statements: Sequence[Statement], mentions: Mapping[int, Sequence[Mention]]
) -> Responsibility | None:
    """The move a sentence tells in this way, None where it tells none or nobody opens its paragraph. at: the number of
    the sentence."""
    statement = statements[at]
    found = _HERE.match(statement.text)
    if found is None or _NO_TASK.match(found["task"].strip()):
        return None
    receiver = next(_receivers(at, statements, mentions), "")
    task = clean_task(found["task"])
    if not receiver or not task:
        return None
    source = [m.text for m in mentions[statement.start] if _inside(m, found, statement.start) and m.text != receiver]
    timing = own_timing(statement.text, found.span("rest"), place.document.date).placed(statement.start)
    if timing.start is None and not timing.waits:
        timing = general_timing(place.clauses, statement.section, task)
    return row_at(Told(task, receiver, source[0] if source else "", "transfer", timing, ""), place)


def _inside(mention: Mention, found: re.Match[str], offset: int) -> bool:
    """True for a unit of the aside that tells who has the thing, or behind "hertil fra"."""
    return any(a <= mention.start - offset < b for a, b in (found.span("had"), found.span("rest")))


def _receivers(at: int, statements: Sequence[Statement], mentions: Mapping[int, Sequence[Mention]]) -> Iterator[str]:
    """Units that open a sentence before in the paragraph, the nearest first."""
    while at > 0 and not statements[at].first:
        at -= 1
        before = statements[at]
        for unit in mentions.get(before.start, ())[:1]:
            if _OPENS.match(before.text[: unit.start - before.start]):
                yield unit.text
