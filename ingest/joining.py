"""What parts a sentence or a word at the end of a line or page, mended in the cleaned text."""

from __future__ import annotations

import re

from core.schema import Change
from ingest.structure.furniture import furniture
from ingest.structure.joins import goes_on
from ingest.structure.lines import Line, split_lines

_BLANK = re.compile(r"[ \n]")


def drop_interruptions(received: str, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes, and one more for each run of furniture lines between two halves of a sentence.

    received[start:end] runs from the end of the first half to the start of the second."""
    lines = split_lines(received)
    marked = furniture(lines)
    if not marked:
        return changes
    cuts = [cut for cut in _cuts(lines, marked) if cut]
    if not cuts:
        return changes
    dropped = [Change(a, b, received[a:b], "\n", 1.0, "furniture") for a, b in cuts]
    kept = [c for c in changes if not any(c.start < d.end and d.start < c.end for d in dropped)]
    return tuple(sorted([*kept, *dropped], key=lambda change: change.start))


def keep_line_ends(received: str, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """A word joined over a line end takes the line end behind it: the layout below still reads the lines.

    Adds, for each joined hyphen, a change of the blank after the joined word into a line break."""
    blocked = [(change.start, change.end) for change in changes]
    added: list[Change] = []
    at = 0
    for change in changes:
        if change.reason != "hyphen" or "\n" not in change.before:
            continue
        gap = _BLANK.search(received, change.end, change.end + 60)
        if gap is None or gap.group() == "\n":
            continue
        while at < len(blocked) and blocked[at][1] <= gap.start():
            at += 1
        if at == len(blocked) or blocked[at][0] >= gap.end():
            added.append(Change(gap.start(), gap.end(), gap.group(), "\n", 1.0, "hyphen"))
    return tuple(sorted([*changes, *added], key=lambda change: change.start))


def _cuts(lines: list[Line], marked: set[int]) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        if i not in marked:
            i += 1
            continue
        first = i
        while i < len(lines) and i in marked:
            i += 1
        if first and i < len(lines) and lines[first - 1].page < lines[i].page:
            before, after = lines[first - 1], lines[i]
            if goes_on(before.text, after.text) and len(before.text) > 25:
                cuts.append((before.end, after.start))
    return cuts
