"""What the documents tell differently, from the register's conflicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from answer.clip import words_in
from answer.compose.common import source_of
from answer.compose.labels import label
from answer.draft import Draft, Statement
from core.danish.dates import find_dates
from core.danish.tokens import normal
from core.schema import Conflict, Document, Span

_ROOM = 100  # words of all that is shown
_SHORT_FORM = re.compile(r"\b(?:kr|pct|mv|m\.fl)\.\s*$")  # its full stop is no sentence's
_VALUE = 9  # words of a value; longer ones are cut


def compose(conflicts: Sequence[Conflict], load: Callable[[str], Document]) -> Draft | None:
    """Each point with both values and where they stand, the surest first; as many as an answer holds."""
    shown: list[Statement] = []
    used = 0
    told = [said for conflict in conflicts if (said := _said(conflict, load))]
    for said in told:
        length = words_in(said.text) + 1
        if shown and used + length > _ROOM:
            break
        shown.append(said)
        used += length
    if not shown:
        return None
    return Draft(tuple(shown), _lead(len(shown), len(told)), how="overview")


def _lead(shown: int, held: int) -> str:
    points = "ét punkt" if held == 1 else f"{held} punkter"
    more = f" Her er {shown}, de sikreste først:" if shown < held else ""
    return f"Der er forskel på {points}{'.' if more else ':'}{more}"


def _said(conflict: Conflict, load: Callable[[str], Document]) -> Statement | None:
    """None where a value is a day that the place does not name."""
    documents = [load(conflict.a[0]), load(conflict.b[0])]
    places = (conflict.a[1], conflict.b[1])
    told = [_value(v, d, p) for v, d, p in zip(conflict.differs, documents, places, strict=True)]
    if not all(told):
        return None
    names = [_paper(d, documents) for d in documents]
    one = documents[0].id == documents[1].id
    sides = [f"»{value}«{'' if one else f' ({name})'}" for value, name in zip(told, names, strict=True)]
    about = _about(conflict)
    sources = tuple(source_of(d, p) for d, p in zip(documents, places, strict=True))
    lead = "" if about in told else f"{about}: "
    figures = tuple(re.findall(r"\d+", " ".join(names)))  # of a paper's title
    return Statement(f"{lead}{sides[0]} mod {sides[1]}.", sources, given=(about, *names, *told), computed=figures)


def _paper(document: Document, others: list[Document]) -> str:
    name = label(document, others)
    return name if name.startswith("»") else name[:1].lower() + name[1:]


def _about(conflict: Conflict) -> str:
    """The subject without the value that is disputed."""
    text = conflict.about.strip(" .:")
    first, _, rest = text.partition(" ")
    text = rest if rest and normal(first) in map(normal, conflict.differs) else text
    text = _cut(text)
    return text[:1].upper() + text[1:]


def _value(value: str, document: Document, place: Span) -> str:
    """The value as it is written, "" for a day the register knows from elsewhere ("1. maj 2031 (besluttet)")."""
    day, bracket, _ = value.partition(" (")
    if not bracket or not find_dates(day):
        return _cut(value)
    return day if day in " ".join(document.cleaned[place.start : place.end].split()) else ""


def _cut(text: str) -> str:
    held = (text.strip() if _SHORT_FORM.search(text) else text.strip(" .")).split()
    return " ".join(held) if len(held) <= _VALUE else f"{' '.join(held[:_VALUE])} …"
