"""Tables drawn with blanks: heads above a rule of dashes, columns that stand under one another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from core.schema import Span
from ingest.raw import RawCell, RawTable
from ingest.structure.lines import Line

_RULE = re.compile(r"^\s*(?:[-=_–—─]{3,}\s*){1,}$")
_LONG = 20  # characters of a rule in one piece
_APART = 2  # blanks between two columns
_MOST = 60  # rows
_CONFIDENCE = 0.8
_HEADS = 2  # lines of heads above the rule


def ruled_grids(text: str, lines: Sequence[Line], taken: Collection[int]) -> Iterator[RawTable]:
    """Tables of three columns or more whose heads stand above a rule; lines taken are others' own."""
    after = 0
    for i, line in enumerate(lines):
        if i < after or i in taken or not _is_rule(line):
            continue
        first, last = _heads_from(text, lines, i), _rows_to(text, lines, i)
        rows = [n for n in range(first, last) if not _is_rule(lines[n])]
        columns = _columns([_raw(text, lines[n]) for n in rows])
        if first < i and len(rows) - (i - first) >= 2 and len(columns) >= 3 and not set(rows) & set(taken):
            yield _grid(text, [lines[n] for n in rows], columns, i - first)
            after = last


def _is_rule(line: Line) -> bool:
    return _RULE.match(line.text) is not None and len(line.text.strip()) >= _LONG


def _raw(text: str, line: Line) -> str:
    """The line with the blanks it opens with."""
    return text[_opens(text, line) : line.end]


def _opens(text: str, line: Line) -> int:
    return max(text.rfind(mark, 0, line.start) for mark in "\n\f") + 1


def _tabular(text: str, line: Line) -> bool:
    return re.search(rf"\S {{{_APART},}}\S", _raw(text, line)) is not None


def _heads_from(text: str, lines: Sequence[Line], rule: int) -> int:
    """The first of the lines of heads right above a rule, the rule itself where none are."""
    at = rule
    while at > 0 and rule - at < _HEADS and not lines[at].blanks and _tabular(text, lines[at - 1]):
        at -= 1
    return at


def _rows_to(text: str, lines: Sequence[Line], rule: int) -> int:
    """The line after the last row: rows end at a line that is no row, or at a blank one."""
    at = rule + 1
    while at < len(lines) and at - rule < _MOST and not lines[at].blanks:
        if not _is_rule(lines[at]) and not _tabular(text, lines[at]):
            break
        at += 1
    return at


def _columns(rows: Sequence[str]) -> list[Span]:
    """Stretches of character places that some row fills, parted by two places or more that none does."""
    width = max((len(row) for row in rows), default=0)
    filled = [any(place < len(row) and row[place] != " " for row in rows) for place in range(width)]
    runs = re.finditer(rf"x(?:x|\.{{1,{_APART - 1}}}(?=x))*", "".join("x" if one else "." for one in filled))
    return [Span(run.start(), run.end()) for run in runs]


def _grid(text: str, rows: Sequence[Line], columns: Sequence[Span], heads: int) -> RawTable:
    cells: list[RawCell] = []
    for number, line in enumerate(rows):
        raw, opens = _raw(text, line), _opens(text, line)
        for column, place in enumerate(columns):
            body = raw[place.start : place.end]
            start = opens + min(place.start + len(body) - len(body.lstrip()), len(raw))
            cells.append(RawCell(number, column, body.strip(), start, start + len(body.strip()), number < heads))
    return RawTable(rows[0].start, rows[-1].end, tuple(cells), _CONFIDENCE)
