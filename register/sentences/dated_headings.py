"""Headings that date what stands below them: "2.1 Pr. 1. marts 2026" or "Etape 2 - fra den 1. maj 2026" over moves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.danish.dates import find_dates
from core.schema import Basis, BlockKind, Document, Precision, Responsibility, Span
from register.forms.today import begins_here
from register.sentences.text import STAGE

_NUMBER = r"^[ \t]*(?:\d+(?:\.\d+)*\.?[ \t]+)?"
_BOUND = r"(?P<bound>(?:[Pp]r\.|[Ff]ra(?: og med)?|[Mm]ed virkning fra|[Gg]ældende fra|[Vv]irkning fra)[ \t]+)"
_CLOSE = r"[ \t]*\)?:?[ \t]*$"
_DATED = re.compile(rf"{_NUMBER}(?P<when>{_BOUND}(?:den |d\. ?)?\d[^\n]{{4,24}}\d{{4}}){_CLOSE}", re.MULTILINE)
_STAGED = re.compile(  # "Etape 2 - fra den 1. maj 2026", "Fase 1 (2027)"
    rf"{_NUMBER}{STAGE}[ \t]+(?:\d+|I{{1,3}}|IV)[ \t]*[-–—:(,]*[ \t]*"
    rf"(?P<when>{_BOUND}?(?:den |d\. ?)?(?:\d[^\n]{{4,24}}|[a-zæøå]{{3,9}} )?\d{{4}}){_CLOSE}",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^[ \t]*\d+(?:\.\d+)*\.?[ \t]+[A-ZÆØÅ][^\n.;]{2,80}$", re.MULTILINE)
_MOVES = ("transfer", "merge")
_BEGINS = (*_MOVES, "assign", "create")


def dated_by_heading(rows: Sequence[Responsibility], document: Document) -> list[Responsibility]:
    """The rows, moves that tell no day of their own dated by the heading right above them, below the heading of a stage
    whatever begins there."""
    found = [*_DATED.finditer(document.cleaned), *_STAGED.finditer(document.cleaned)]
    matches = sorted(found, key=lambda m: m.start())
    if not matches:
        return list(rows)
    ends = [m.start() for m in _NUMBERED.finditer(document.cleaned)]
    ends += [b.start for b in document.blocks if b.kind is BlockKind.HEADING] + [m.start() for m in matches]
    return [_dated(row, matches, ends, document) for row in rows]


def _dated(
    row: Responsibility, matches: Sequence[re.Match[str]], ends: Sequence[int], document: Document
) -> Responsibility:
    own = row.effective_from is not None and row.basis is not Basis.GENERAL_CLAUSE
    above = [m for m in matches if m.end() <= row.start]
    if own or not above:
        return row
    heading = above[-1]
    staged = heading.re is _STAGED
    if row.relation not in (_BEGINS if staged else _MOVES) or row.until:
        return row
    if staged and not begins_here(row, document.cleaned):
        return row
    if any(heading.end() <= end <= row.start for end in ends):
        return row
    days = [d for d in find_dates(heading["when"], document.date) if staged or d.precision is Precision.DAY]
    if len(days) != 1:
        return row
    return replace(
        row,
        effective_from=days[0].first,
        basis=Basis.EXPLICIT,
        effective_text=" ".join(heading["when"].split()),
        effective_span=Span(*heading.span("when")),
    )
