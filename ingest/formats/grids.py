"""A table of a page: rows of cells of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from core.danish.numbers import parse_number
from ingest.formats.words import Word

Rule = tuple[float, float, float, float]
Box = tuple[float, float, float, float]
Row = list[list[Word]]


@dataclass(frozen=True)
class Grid:
    """Rows of cells of words. Every row has the same number of cells. confidence: 0..1."""

    rows: list[Row]
    box: Box
    confidence: float

    @cached_property
    def x0(self) -> float:
        """Left edge."""
        return self.box[0]

    @cached_property
    def y0(self) -> float:
        """Top edge."""
        return self.box[1]

    @cached_property
    def x1(self) -> float:
        """Right edge."""
        return self.box[2]

    @cached_property
    def y1(self) -> float:
        """Bottom edge."""
        return self.box[3]


def is_value(text: str) -> bool:
    """A number, a year, a percentage, a dash or a total's head, as table cells hold them."""
    bare = text.replace("kr.", "").replace("%", "").replace(" ", "").strip("()")
    return parse_number(bare) is not None or bare in {"-", "–", "—"} or text.lower() in _TOTALS


_TOTALS = frozenset({"i alt", "ialt", "total", "sum"})
