"""Reading order of a page: characters → words → segments → tables and columns → lines of text.

Lengths are points (1/72 inch) from the top left corner of the page as shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.formats.captioned import captioned_grids
from ingest.formats.columns import reading_order
from ingest.formats.grids import Grid
from ingest.formats.ruled import ruled_grids
from ingest.formats.unruled import unruled_grids
from ingest.formats.words import Char, Segment, Word, segments_of, words_of
from ingest.raw import Hint, RawCell, RawTable

__all__ = ["Char", "Laid", "PlacedWord", "lay_out"]

_TAB_EM = 2.0  # a gap this many font sizes wide within a line is a tab stop
_PARAGRAPH = 1.35  # a line this many usual line distances below the last one starts a paragraph


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word in reading order and the white space after it."""

    text: str
    gap: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A page as text. Offsets are into the joined words and gaps."""

    words: list[PlacedWord]
    hints: list[Hint]
    tables: list[RawTable]


def lay_out(
    chars: Iterable[Char], width: float, height: float, rules: Sequence[tuple[float, float, float, float]]
) -> Laid:
    """Words with gaps in reading order, headings by type size, and tables as grids."""
    segments = segments_of(words_of(chars))
    grids, rest = ruled_grids(segments, rules)
    named, rest = captioned_grids(rest)
    loose, rest = unruled_grids(rest, width)
    items = reading_order(rest, grids + named + loose, width, height)
    usual = _usual_size(segments)
    writer = _Writer(usual, _usual_step(items, usual))
    for item in items:
        if isinstance(item, Grid):
            writer.grid(item)
        else:
            writer.segment(item)
    return writer.laid()


def _usual_size(segments: Sequence[Segment]) -> float:
    sizes = [(s.size, len(s.text)) for s in segments]
    if not sizes:
        return 0.0
    weights: dict[float, int] = {}
    for size, length in sizes:
        weights[round(size, 1)] = weights.get(round(size, 1), 0) + length
    return max(weights, key=lambda size: weights[size])


def _usual_step(items: Sequence[Segment | Grid], size: float) -> float:
    """The most common distance between lines of the usual size; the smaller one of two."""
    counts: dict[float, int] = {}
    for last, item in pairwise(items):
        if isinstance(last, Segment) and isinstance(item, Segment) and abs(item.size - size) < 0.6:
            step = round(2 * (item.base - last.base)) / 2
            if 0.8 * size <= step <= 2.2 * size:
                counts[step] = counts.get(step, 0) + 1
    return max(sorted(counts), key=lambda step: counts[step], default=1.25 * size)


class _Writer:
    """Puts segments and grids on lines and keeps the offsets."""

    def __init__(self, usual: float, step: float) -> None:
        self._usual, self._step = usual, step
        self._words: list[PlacedWord] = []
        self._hints: list[Hint] = []
        self._tables: list[RawTable] = []
        self._length = 0
        self._last: Segment | Grid | None = None

    def segment(self, segment: Segment) -> None:
        """One segment, on the line of the last one or on a new line."""
        self._close(segment)
        start = self._length
        for word in segment.words:
            self._put(word, " ")
        end = self._length - 1
        larger = segment.size >= self._usual * 1.12
        if larger or segment.bold:
            self._hints.append(Hint("heading", start, end, 0, segment.size if larger else 0.0))
        self._last = segment

    def grid(self, grid: Grid) -> None:
        """A table: one line a row, cells parted by tabs."""
        self._close(grid)
        start = self._length
        cells: list[RawCell] = []
        for row_number, row in enumerate(grid.rows):
            for column, words in enumerate(row):
                cell_start = self._length
                for word in words:
                    self._put(word, " ")
                cell_end = max(cell_start, self._length - 1) if words else cell_start
                if words:
                    self._gap("\t")
                text = " ".join(word.text for word in words)
                cells.append(RawCell(row_number, column, text, cell_start, cell_end))
            self._gap("\n")
        self._tables.append(RawTable(start, max(start, self._length - 1), tuple(cells), grid.confidence))
        self._last = grid

    def laid(self) -> Laid:
        """The finished page."""
        self._gap("")
        return Laid(self._words, self._hints, self._tables)

    def _put(self, word: Word, gap: str) -> None:
        self._words.append(PlacedWord(word.text, gap, word.x0, word.y0, word.x1, word.y1))
        self._length += len(word.text) + len(gap)

    def _gap(self, gap: str) -> None:
        """Replace the white space after the last word."""
        if self._words:
            last = self._words[-1]
            self._length += len(gap) - len(last.gap)
            self._words[-1] = replace(last, gap=gap)

    def _close(self, following: Segment | Grid) -> None:
        last = self._last
        if last is None:
            return
        if isinstance(last, Grid) or isinstance(following, Grid):
            self._gap("\n\n")
        elif following.same_line(last) and following.x0 >= last.x1 - 1:
            self._gap("\t" if following.x0 - last.x1 > _TAB_EM * following.size else " ")
        else:
            self._gap(self._line_end(last, following))

    def _line_end(self, last: Segment, following: Segment) -> str:
        """A blank line where the next line is further down than lines of that size usually are."""
        step = following.base - last.base
        usual = self._step * max(1.0, min(last.size, following.size) / max(self._usual, 1.0))
        return "\n\n" if step <= 0 or step > usual * _PARAGRAPH + 0.5 else "\n"
