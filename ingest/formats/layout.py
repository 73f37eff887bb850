"""Reading order of a page: characters → words → segments → tables and columns → lines of text.

Lengths are points (1/72 inch) from the top left corner of the page as shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

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
    writer = _Writer(_usual_size(segments))
    for item in reading_order(rest, grids + named + loose, width):
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


class _Writer:
    """Puts segments and grids on lines and keeps the offsets."""

    def __init__(self, usual: float) -> None:
        self._usual = usual
        self._words: list[PlacedWord] = []
        self._hints: list[Hint] = []
        self._tables: list[RawTable] = []
        self._length = 0
        self._last: Segment | Grid | None = None
        self._leading: list[float] = []

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
        step = following.base - last.base
        if step <= 0 or step > 8 * max(last.size, 1.0):
            return "\n\n"
        usual = median(self._leading[-15:]) if len(self._leading) >= 3 else 1.3 * max(last.size, following.size)
        if step > usual * _PARAGRAPH + 0.5:
            return "\n\n"
        self._leading.append(step)
        return "\n"
