"""Tables set with spaces, tabs or bars in running text: lines whose pieces stand under the pieces of a head line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.schema import Cell, Span

_PARTED = re.compile(r"\t+|[ \u00a0]{2,}|[ \t]*\|[ \t]*")
_MOST_BETWEEN = 2  # empty or broken lines a table may hold in a row
_LONGEST = 400


@dataclass(frozen=True)
class Aligned:
    """A head line and the lines below it, each as its pieces in order."""

    heads: list[Cell]
    lines: list[list[Cell]]


def aligned_tables(text: str) -> Iterator[Aligned]:
    """Every run of lines with two or more pieces, its first line taken as heads. A piece is placed under the head that
    starts nearest to it; bars and tabs count the pieces instead."""
    run: list[list[Cell]] = []
    broken = 0
    at = 0
    for line in text.split("\n"):
        pieces = _pieces(line, at, len(run))
        at += len(line) + 1
        if len(pieces) > 1 and len(line) < _LONGEST:
            run.append(pieces)
            broken = 0
            continue
        broken += 1
        if broken > _MOST_BETWEEN or (line.strip() and not line.startswith((" ", "\t"))):
            yield from _table(run)
            run = []
    yield from _table(run)


def _table(run: list[list[Cell]]) -> Iterator[Aligned]:
    if len(run) > 1:
        yield Aligned(run[0], [_under(run[0], line) for line in run[1:]])


def _pieces(line: str, at: int, row: int) -> list[Cell]:
    """The pieces of a line; column: how many characters into the line for spaces, the count for tabs and bars."""
    found: list[Cell] = []
    start = 0
    counted = "\t" in line or "|" in line
    for gap in [*_PARTED.finditer(line), None]:
        end = gap.start() if gap else len(line)
        words = line[start:end]
        if words.strip() and not re.fullmatch(r"[-=+:\s]+", words):
            span = Span(at + start, at + end)
            found.append(Cell(row, len(found) if counted else start, "", "", words.strip(), None, span))
        elif counted and start < end:
            found.append(Cell(row, len(found), "", "", "", None, Span(at + start, at + end)))
        start = gap.end() if gap else end
    return found


def _under(heads: list[Cell], line: list[Cell]) -> list[Cell]:
    """Cells with their column set to that of the head they stand under."""
    if len(line) == len(heads):
        pairs = zip(line, heads, strict=True)
        return [Cell(c.row, h.column, "", h.text, c.text, None, c.span) for c, h in pairs]
    placed = []
    for cell in _parted_at_heads(heads, line):
        head = min(heads, key=lambda h: abs(h.column - cell.column))
        placed.append(Cell(cell.row, head.column, "", head.text, cell.text, None, cell.span))
    return placed


def _parted_at_heads(heads: list[Cell], line: list[Cell]) -> Iterator[Cell]:
    """A piece that reaches past one space into the next column ("Byg, Arkiv 01.03.2026") parted
    where that head stands."""
    for cell in line:
        rest = cell
        for head in sorted(heads, key=lambda h: h.column) if len(line) < len(heads) else ():
            cut = head.column - rest.column
            if not 1 < cut < len(rest.text) or rest.text[cut - 1] != " ":
                continue
            middle = rest.span.start + cut
            yield Cell(rest.row, rest.column, "", "", rest.text[:cut].strip(), None, Span(rest.span.start, middle - 1))
            rest = Cell(rest.row, head.column, "", "", rest.text[cut:], None, Span(middle, rest.span.end))
        yield rest
