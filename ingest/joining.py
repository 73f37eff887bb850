"""Page furniture inside a sentence: taken out of the cleaned text, so that the sentence reads on."""

from __future__ import annotations

from core.schema import Change
from ingest.structure.furniture import furniture
from ingest.structure.joins import goes_on
from ingest.structure.lines import Line, split_lines


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
