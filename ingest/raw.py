"""What a format reader hands on: text with its pages, and what the file itself says about structure.

All offsets are 0-based character offsets into ``RawDocument.text``, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.schema import TextSource, WordBox


@dataclass(frozen=True, slots=True)
class RawPage:
    """number: 1-based, None where the format has none. width, height: points.
    needs_ocr: the file shows a picture where text should be."""

    number: int | None
    start: int
    end: int
    source: TextSource = TextSource.TEXT
    width: float | None = None
    height: float | None = None
    words: tuple[WordBox, ...] = ()
    needs_ocr: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Hint:
    """What the file says of a stretch of its text. kind: heading | item | footnote | furniture.
    level: heading depth from 1 (0: unknown). size: font size in points where known."""

    kind: str
    start: int
    end: int
    level: int = 0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell of a grid: row and column from 0, its text and where that stands."""

    row: int
    column: int
    text: str
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class RawTable:
    """A grid found by a format reader. confidence: 0..1 that the grid is right."""

    start: int
    end: int
    cells: tuple[RawCell, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The outcome of one format reader. fields: metadata the file carries ("title", "created" …).
    warnings: Danish."""

    text: str
    media_type: str
    pages: tuple[RawPage, ...]
    hints: tuple[Hint, ...] = ()
    tables: tuple[RawTable, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


class TextBuilder:
    """Gathers text while offsets into it are handed out."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append; returns the span it got."""
        start = self.length
        self._parts.append(text)
        self.length += len(text)
        return start, self.length

    def text(self) -> str:
        """All that was added."""
        return "".join(self._parts)
