"""Headings of a page that was read from its image: lines set larger than the page's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from core.schema import WordBox
from ingest.raw import Hint

_LARGER = 1.22  # times the usual line's height; letters of one size differ by less
_MIN_LINES = 5  # fewer lines tell no usual height
_MAX_WORDS = 14


def larger_lines(text: str, words: Sequence[WordBox], height: float) -> list[Hint]:
    """Heading hints for a page's text. words: boxes with offsets into ``text``; height: of the page in points.

    A line's size is the height of its tallest word of three letters or more, which has an ascender nearly
    always."""
    lines = list(_lines(text, words))
    sizes = [_size(found) for _, _, found in lines]
    known = [size for size in sizes if size]
    if len(known) < _MIN_LINES:
        return []
    usual = median(known)
    return [
        Hint("heading", start, end, 0, round(size * height, 1))
        for (start, end, found), size in zip(lines, sizes, strict=True)
        if size >= _LARGER * usual and len(found) <= _MAX_WORDS
    ]


def _lines(text: str, words: Sequence[WordBox]) -> Iterator[tuple[int, int, list[WordBox]]]:
    """(start, end, words) of each line."""
    ordered = sorted(words, key=lambda word: word.start)
    at = i = 0
    for line in text.split("\n"):
        end = at + len(line)
        found: list[WordBox] = []
        while i < len(ordered) and ordered[i].start < end:
            found.append(ordered[i])
            i += 1
        if found:
            yield found[0].start, found[-1].end, found
        at = end + 1


def _size(words: Sequence[WordBox]) -> float:
    return max((word.y1 - word.y0 for word in words if word.end - word.start >= 3), default=0.0)
