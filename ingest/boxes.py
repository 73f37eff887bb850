"""Tables of a page that was read from its image, by the boxes of its words."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema import WordBox
from ingest.formats.captioned import captioned_grids
from ingest.formats.grids import Grid
from ingest.formats.unruled import unruled_grids
from ingest.formats.words import Segment, Word, segments_of
from ingest.raw import RawCell, RawTable

_RULE = set("|[]{}_—–-=.,:;'\"")  # what a drawn line or its end is read as, alone
_OWN = 0.8  # share of the words inside a table's span that stand in its cells


def tables_by_boxes(text: str, words: Sequence[WordBox], width: float, height: float) -> list[RawTable]:
    """Grids with offsets into ``text``. width, height: of the page in points."""
    boxes = [box for box in words if not set(text[box.start : box.end]) <= _RULE - {"-", "–", "—"}]
    placed = [_word(box, text, width, height) for box in boxes]
    offsets = {id(word): (box.start, box.end) for word, box in zip(placed, boxes, strict=True)}
    segments = _segments(placed, boxes, text)
    named, rest = captioned_grids(segments)
    loose, _ = unruled_grids(rest, width)
    tables = [_table(grid, offsets) for grid in [*named, *loose]]
    return [table for table in tables if _is_its_own(table, boxes)]


def _word(box: WordBox, text: str, width: float, height: float) -> Word:
    return Word(text[box.start : box.end], box.x0 * width, box.y0 * height, box.x1 * width, box.y1 * height)


def _segments(placed: Sequence[Word], boxes: Sequence[WordBox], text: str) -> list[Segment]:
    """Segments line by line as the engine read them; all words of a line get the height of its tallest."""
    lines: list[list[Word]] = []
    for i, word in enumerate(placed):
        if not i or "\n" in text[boxes[i - 1].end : boxes[i].start]:
            lines.append([])
        lines[-1].append(word)
    return [segment for line in lines for segment in segments_of(line)]


def _table(grid: Grid, offsets: dict[int, tuple[int, int]]) -> RawTable:
    cells: list[RawCell] = []
    for row, columns in enumerate(grid.rows):
        at = min((offsets[id(word)][0] for cell in columns for word in cell), default=0)
        for column, words in enumerate(columns):
            spans = [offsets[id(word)] for word in words]
            start, end = (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (at, at)
            cells.append(RawCell(row, column, " ".join(word.text for word in words), start, end))
    return RawTable(min(c.start for c in cells), max(c.end for c in cells), tuple(cells), grid.confidence)


def _is_its_own(table: RawTable, boxes: Sequence[WordBox]) -> bool:
    """False where much of the text between the table's first and last word is no part of it."""
    inside = sum(table.start <= box.start and box.end <= table.end for box in boxes)
    own = sum(len(cell.text.split()) for cell in table.cells)
    return own >= _OWN * inside
