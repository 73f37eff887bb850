"""Lines of a text with what the layout says about them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Line:
    """start, end: the line without outer white space, offsets into the text. indent: blanks before it.
    blanks: empty lines before it. page: 0-based count of form feeds before it."""

    start: int
    end: int
    text: str
    indent: int
    blanks: int
    page: int


def split_lines(text: str) -> list[Line]:
    """The lines that hold more than white space. A form feed ends a line and a page."""
    lines: list[Line] = []
    at = blanks = page = 0
    for part in text.split("\n"):
        for number, piece in enumerate(part.split("\f")):
            if number:
                page += 1
            body = piece.strip()
            if body:
                start = at + len(piece) - len(piece.lstrip())
                lines.append(Line(start, start + len(body), body, start - at, blanks, page))
                blanks = 0
            at += len(piece) + 1
        blanks += not part.strip()
    return _lost_breaks(lines)


def _lost_breaks(lines: list[Line]) -> list[Line]:
    """A text whose page breaks became single blanks: an indented line among unindented ones starts anew."""
    if sum(line.indent == 0 for line in lines) < 0.8 * len(lines):
        return lines
    return [replace(line, blanks=1) if line.indent and not line.blanks else line for line in lines]


def usual_width(lines: Sequence[Line]) -> int:
    """Length that full lines of running text have: the 85th percentile of the longer lines, in characters."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= 25)
    return lengths[int(len(lengths) * 0.85)] if lengths else 60


def ended_early(line: Line, following: Line, width: int) -> bool:
    """True where the next line's first word would still have fitted: the break was meant."""
    first = len(following.text.split(None, 1)[0])
    return len(line.text) + 1 + first < 0.86 * width


def lines_in(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Index of each line that overlaps a span → index of that span. Spans are ordered by start."""
    found: dict[int, int] = {}
    starts = [line.start for line in lines]
    for number, (start, end) in enumerate(spans):
        i = max(0, bisect_right(starts, start) - 1)
        while i < len(lines) and lines[i].start < end:
            if lines[i].end > start:
                found.setdefault(i, number)
            i += 1
    return found
