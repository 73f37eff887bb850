"""Rectangles to draw over a page image."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.schema import Page, Span, TextSource, WordBox

UNSURE_WORD = 0.6  # words the OCR engine read with less confidence are outlined


@dataclass(frozen=True, slots=True)
class Box:
    """Per mille of page width and height from the top left."""

    x: int
    y: int
    width: int
    height: int


def marked(page: Page, span: Span) -> list[Box]:
    """One box for each line of words that overlap a span of the received text."""
    words = [word for word in page.words if word.start < span.end and span.start < word.end]
    return [_box(line) for line in _lines(words)]


def unsure(page: Page) -> list[Box]:
    """The words that were read with little confidence; none on a page with a text layer."""
    if page.source is not TextSource.OCR:
        return []
    return [_box([word]) for word in page.words if word.confidence < UNSURE_WORD]


def _lines(words: Iterable[WordBox]) -> list[list[WordBox]]:
    """Words in reading order, grouped while each goes on to the right at the same height."""
    lines: list[list[WordBox]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last and last.y0 < (word.y0 + word.y1) / 2 < last.y1 and word.x0 >= last.x0:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _box(words: list[WordBox]) -> Box:
    x, y = min(w.x0 for w in words), min(w.y0 for w in words)
    x1, y1 = max(w.x1 for w in words), max(w.y1 for w in words)
    return Box(round(x * 1000), round(y * 1000), round((x1 - x) * 1000), round((y1 - y) * 1000))
