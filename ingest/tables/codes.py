"""Short codes between a budget row's label and its sums: steering area, committee, appropriation, income or expense.

Tables that lost their grid run them into the label ("Supervision Service BIU 35.10 U 2.040 ..."). The forms are those
of Danish municipal budgets in general; at least a steering area or a kind must stand there, for a capital
abbreviation alone may belong to the label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.schema import Cell, Span

AREA, KIND, COMMITTEE, GRANT = "Styringsområde", "Indtægt/udgift", "Udvalg", "Bevilling"
_FORMS = (
    (AREA, r"Service|Anlæg|Overførsler|Overførselsudgifter|Finansposter|Drift|Driftsudgifter"),
    (KIND, r"Udgift|Indtægt|U|I|U/I|I/U"),
    (GRANT, r"\d{1,2}\.\d{2,3}(?:\.\d{1,2}){0,2}"),
    (COMMITTEE, r"[A-ZÆØÅ]{2,4}"),
)
_PATTERNS = tuple((head, re.compile(rf"(?:^|(?<=[\s|]))({form})[\s|]*$")) for head, form in _FORMS)
_ORDER = (AREA, COMMITTEE, GRANT, KIND)


@dataclass(frozen=True, slots=True)
class Code:
    """head: the column it belongs to. start, end: its place in the document."""

    head: str
    text: str
    start: int
    end: int


def split_codes(words: str, start: int) -> tuple[str, tuple[Code, ...]]:
    """The label without the codes it ends with, and the codes. start: offset of ``words`` in the document."""
    rest = words
    found: dict[str, Code] = {}
    while True:
        head, match = next(((h, m) for h, p in _PATTERNS if h not in found and (m := p.search(rest))), ("", None))
        if match is None:
            break
        found[head] = Code(head, match[1], start + match.start(1), start + match.end(1))
        rest = rest[: match.start(1)]
    if not found.keys() & {AREA, KIND}:
        return words, ()
    label = rest.strip(" |")
    codes = tuple(found[head] for head in _ORDER if head in found)
    return (label or codes[0].text), codes


def heads_of(codes: Sequence[Sequence[Code]]) -> tuple[str, ...]:
    """Columns that the rows' codes make, in the usual order."""
    held = {code.head for row in codes for code in row}
    return tuple(head for head in _ORDER if head in held)


def code_cells(row: int, label: str, heads: Sequence[str], codes: Sequence[Code], end: int) -> list[Cell]:
    """A row's cells in the columns of codes; empty ones stand at ``end``."""
    held = {code.head: code for code in codes}
    cells = []
    for column, head in enumerate(heads, 1):
        code = held.get(head)
        span = Span(code.start, code.end) if code else Span(end, end)
        cells.append(Cell(row, column, label, head, code.text if code else "", None, span))
    return cells
