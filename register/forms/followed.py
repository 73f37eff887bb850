"""What comes along later with a move told before: "Broer indgår fra 1. marts", "Kajer følger efter, forventeligt i
begyndelsen af 2027", and "Herefter flyttes også …" behind a sentence that says until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.danish.dates import find_dates
from core.schema import Basis, DateSpan, Document, Responsibility, Span, Status
from register.rows import area_of, row_key
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task

_LATER = re.compile(
    r"(?P<task>[A-ZÆØÅ][^.;:]{3,120}?) (?:indgår|overgår|flytter|flyttes|overføres|overdrages|følger)"
    r"(?: (?:også|først|så|herefter|derefter|ligeledes|senere|efter|med|trop))*,?"
    r"(?P<when> (?:(?:forventeligt|forventelig|formentlig|senest|først|tidligst) )?"
    r"(?:fra|pr\.|i|den|med virkning fra|fra og med)\b[^;:]{4,60}?)\.?\s*$"
)
_NOTHING_MOVED = re.compile(
    r"(?:Der|Det|Den|De|Dette|Disse|Denne|Man|Vi)\b|(?:I|På|Ved|For|Fra|Til|Med|Herefter|Derefter|Samtidig|Efter|Når) |"
    r".*(?i:udgift|besparelse|beløb|midler|penge|budgettet|aftale|plan|sag|møde|evaluering|status|borger)(?:en|et|ne|erne|"
    r"r|n)?$"
)
_HEAD = re.compile(r"\s*(?:(?:forventeligt?|formentlig|senest|først|tidligst|fra|pr\.|den)\s*)*$")
_EXPECTED = re.compile(r"\b(?:forvent|ventes|formentlig)", re.IGNORECASE)
_AFTERWARDS = re.compile(r"\s*(?:Herefter|Derefter)\b")
_MOVES = r"(?:overgår|flyttes|flytter|overføres|overdrages)"
_THING = r"(?:tilbuddet|ordningen|indsatsen|forsøget|funktionen)"
_POINTS = re.compile(rf"\b{_MOVES}\s+{_THING}\b|^{_THING}\s+{_MOVES}\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:indtil|til|frem til)\b")


def followed(
    rows: Sequence[Responsibility], statement: Statement, earlier: Sequence[Responsibility], document: Document
) -> list[Responsibility]:
    """The rows of a sentence. Where it only says when more comes along, one row with the receiver and the giver of the
    move told before in the same paragraph; a move "herefter" begins when the sentence before ends."""
    if rows:
        given = [_from_holder(r, statement, earlier, document.cleaned) for r in rows]
        return [_after_end(r, statement, earlier, document) for r in given]
    found = _LATER.match(" ".join(statement.text.split()))
    text = document.cleaned
    moves = [r for r in earlier if r.relation == "transfer" and r.to_unit]
    if found is None or statement.first or not moves or _NOTHING_MOVED.match(found["task"]):
        return []
    last, task = moves[-1], clean_task(found["task"])
    together = "\n\n" not in text[last.start : statement.start]
    day = next(iter(find_dates(statement.text, document.date)), None)
    if not task or not together or day is None or day.first is None or not _opens(found["when"], day):
        return []
    return [_row(last, task, statement, day)]


def _opens(when: str, day: DateSpan) -> bool:
    """True where the day is all that the words behind the verb say."""
    head, _, rest = when.partition(" ".join(day.text.split()))
    return head != when and _HEAD.match(head) is not None and not re.search(r"\w{3,}", rest)


def _row(last: Responsibility, task: str, statement: Statement, day: DateSpan) -> Responsibility:
    expected = _EXPECTED.search(statement.text) is not None
    basis = Basis.EXPECTED if expected else (Basis.DEADLINE if day.bound == "by" else Basis.EXPLICIT)
    row = replace(
        last,
        task=task,
        area=area_of(statement.section),
        effective_from=day.last if basis is Basis.DEADLINE and day.last else day.first,
        basis=basis,
        effective_text=" ".join(day.text.split()),
        effective_span=Span(statement.start + day.start, statement.start + day.end),
        status=Status.PLANNED if expected else last.status,
        start=statement.start,
        end=statement.end,
        until=None,
        conditions=(),
        exceptions=(),
        amounts=(),
        fte=None,
    )
    return replace(row, key=row_key(row))


def _from_holder(
    row: Responsibility, statement: Statement, earlier: Sequence[Responsibility], text: str
) -> Responsibility:
    """ "Efter et år overgår tilbuddet til <unit>": from the only one to whom the paragraph gave something before."""
    if row.relation != "transfer" or row.from_unit or statement.first or not _POINTS.search(statement.text):
        return row
    held = [r for r in earlier if r.relation in ("assign", "keep") and "\n\n" not in text[r.start : statement.start]]
    owners = {r.to_unit for r in held}
    if len(owners) != 1 or row.to_unit in owners or len(held) != 1:
        return row
    row = replace(row, from_unit=owners.pop())
    return replace(row, key=row_key(row))


def _after_end(
    row: Responsibility, statement: Statement, earlier: Sequence[Responsibility], document: Document
) -> Responsibility:
    """The day until which the row before was told to hold, for "Herefter flyttes …"."""
    holds = next((r for r in reversed(earlier) if r.relation in ("keep", "assign")), None)
    if row.relation != "transfer" or row.effective_from or not _AFTERWARDS.match(statement.text) or holds is None:
        return row
    words = document.cleaned[holds.start : holds.end]
    days = find_dates(words, document.date)
    if len(days) != 1 or not _UNTIL.search(words) or document.cleaned[holds.end : statement.start].strip(" .\n"):
        return row
    first = _next_day(days[0])
    basis = Basis.EXPECTED if _EXPECTED.search(words) else Basis.EXPLICIT
    span = Span(holds.start + days[0].start, holds.start + days[0].end)
    return replace(
        row, effective_from=first, basis=basis, effective_text=" ".join(days[0].text.split()), effective_span=span
    )


def _next_day(day: DateSpan) -> date | None:
    return day.last + timedelta(days=1) if day.bound == "until" and day.last else day.first
