"""What is left out of the day all changes begin: "Ændringerne træder i kraft den 1. januar, dog først den 1. april for
kajerne"; "Undtaget er:" over points that each tell a day of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.danish.tokens import stem
from core.schema import Basis, Responsibility
from register.forms.fields import with_timing
from register.rows import row_key
from register.sentences.reading import Statement
from register.sentences.timing import Timing, own_timing

_OPENS = re.compile(r"\b(?:[Uu]ndtaget|[Uu]ndtagelser(?:ne)?)\b(?:\s+(?:er|herfra|fra\s+dette|følgende))*\s*:?\s*$")
_THING = re.compile(
    r"\W*(?P<thing>[A-ZÆØÅ][^,.;:()]{2,60}?)(?:,\s+(?:der|som|hvor|hvis)\b|\s*[:(–]|\s+(?:overgår|flyttes)\b)"
)
_DAY = r"(?:(?:den|d\.|fra|pr\.|senest|i|ultimo|medio|primo)\s+){0,3}[^,.;]{0,6}\d[^,;]{2,24}?\d{4}"
_INLINE = re.compile(rf"\bdog\s+(?:først|allerede)?\s*(?P<when>{_DAY})\s+for\s+(?P<thing>[^,.;]{{3,80}})")
_FRONTED = re.compile(
    rf"(?:^|[,;]\s+(?:men\s+)?)[Ff]or\s+(?P<thing>[^,.;]{{3,80}}?)\s+(?:dog\s+)?(?:gælder|sker|træder|er|bliver|ligger)\b"
    rf"[^,.;]*?\b(?:først|allerede|dog)\s+(?P<when>{_DAY})"
)
_AWAITS = re.compile(r"\b(?:afventer|forvent\w*|ventes)\b")
_NO_WORD = frozenset(["vedrørende", "området", "opgaven", "opgaverne", "kommunens", "ansvaret"])


@dataclass(frozen=True, slots=True)
class Exempted:
    """thing: what is left out; timing: its day, none where it tells none or several; offset: where the words start."""

    thing: str
    timing: Timing
    offset: int


def exempted(
    rows: Sequence[Responsibility], statements: Sequence[Statement], reference: date | None
) -> list[Responsibility]:
    """The rows; those under the general day that are left out of it with their own."""
    found = [*_listed(statements, reference), *_told(statements, reference)]
    out = list(rows)
    for left_out in found:
        out = [new for row in out for new in _parted(row, left_out)]
    return out


def _listed(statements: Sequence[Statement], reference: date | None) -> Iterator[Exempted]:
    for n, statement in enumerate(statements):
        thing = _THING.match(statement.text) if _OPENS.search(statement.lead_in) and statement.first else None
        if thing:
            yield Exempted(thing["thing"], *_day([statement, *_rest(statements[n + 1 :])], reference))


def _day(point: Sequence[Statement], reference: date | None) -> tuple[Timing, int]:
    """The one day that the sentences of a point tell, and where its sentence starts; none where they tell several."""
    words = " ".join(s.text for s in point)
    dated = [(t, s.start) for s in point if (t := own_timing(s.text, (0, len(s.text)), reference)).start]
    if len(dated) != 1 or re.search(r"\bmens\b", words):
        return Timing(), point[0].start
    timing, at = dated[0]
    return (replace(timing, basis=Basis.EXPECTED) if _AWAITS.search(words) else timing), at


def _rest(after: Sequence[Statement]) -> Iterator[Statement]:
    """The further sentences of a point."""
    for statement in after:
        if statement.first:
            return
        yield statement


def _told(statements: Sequence[Statement], reference: date | None) -> Iterator[Exempted]:
    for statement in statements:
        for form in (_INLINE, _FRONTED):
            for told in form.finditer(statement.text):
                timing = own_timing(told["when"], (0, len(told["when"])), reference)
                if timing.start:
                    yield Exempted(told["thing"], timing, statement.start + told.start("when"))


def _parted(row: Responsibility, left_out: Exempted) -> Iterator[Responsibility]:
    """The row under the day of what is left out, parted where only a part of its task is."""
    if row.basis is not Basis.GENERAL_CLAUSE or not _speaks_of(row.task, left_out.thing):
        yield row
        return
    head, joined, last = row.task.rpartition(" og ")
    whole = not joined or _speaks_of(head, left_out.thing) == _speaks_of(last, left_out.thing)
    if whole or " og " in left_out.thing:
        yield _dated(row, left_out)
    elif _speaks_of(last, left_out.thing):
        governed = re.match(r".*\b(?:af|for|med|vedrørende) (?=\S)", head)
        yield _named(row, head)
        yield _named(_dated(row, left_out), f"{governed.group() if governed else ''}{last}")
    else:
        yield _named(_dated(row, left_out), head)
        yield _named(row, last)


def _speaks_of(task: str, thing: str) -> bool:
    """True where all words of a thing stand in a task, their endings forgiven."""
    words = {stem(w) for w in re.findall(r"[\wæøå-]{3,}", task.lower())}
    named = [stem(w) for w in re.findall(r"[\wæøå-]{4,}", thing.lower()) if w not in _NO_WORD]
    return bool(named) and all(w in words for w in named)


def _dated(row: Responsibility, left_out: Exempted) -> Responsibility:
    if left_out.timing.start:
        return with_timing(row, left_out.timing, left_out.offset)
    return replace(row, effective_from=None, basis=Basis.NONE, effective_text="", effective_span=None)


def _named(row: Responsibility, task: str) -> Responsibility:
    row = replace(row, task=task)
    return replace(row, key=row_key(row))
