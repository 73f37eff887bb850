"""Text built from a format that knows its own structure: headings, paragraphs, list points and tables."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.raw import Hint, RawCell, RawDocument, RawPage, RawTable, TextBuilder
from ingest.tables.words import number_of

_PROSE_WORDS = 80  # of one cell from which a table is a frame around running text
_SUMS = 3  # rows that end in a number, from which it is a table whatever its cells tell


def places_text(rows: Sequence[Sequence[str]]) -> bool:
    """True for a table that only places running text: a cell of prose, and no column of numbers beside it."""
    long = any(len(cell.split()) > _PROSE_WORDS for row in rows for cell in row)
    return long and sum(len(row) > 1 and number_of(row[-1]) is not None for row in rows) < _SUMS


class Flow:
    """Writes paragraphs as lines parted by a blank line, tables as one line a row with tabs."""

    def __init__(self) -> None:
        self._builder = TextBuilder()
        self._hints: list[Hint] = []
        self._tables: list[RawTable] = []
        self._item = False

    @property
    def length(self) -> int:
        """Characters written so far."""
        return self._builder.length

    def heading(self, text: str, level: int) -> None:
        """A heading; level counts from 1."""
        self._write(text, "heading", level)

    def paragraph(self, text: str) -> None:
        """A paragraph; line breaks inside are kept."""
        self._write(text, "", 0)

    def item(self, text: str, mark: str = "-") -> None:
        """A point of a list."""
        body = _clean(text)
        if body:
            self._write(f"{mark} {body}", "item", 0)

    def footnote(self, text: str) -> None:
        """A footnote with its mark first."""
        self._write(text, "footnote", 0)

    def table(self, rows: Sequence[Sequence[str]], header_rows: int = 0) -> None:
        """A grid; cells keep no line breaks or tabs."""
        grid = [[" ".join(cell.split()) for cell in row] for row in rows]
        if not any(cell for row in grid for cell in row):
            return
        self._gap(item=False)
        start = self.length
        cells: list[RawCell] = []
        for number, row in enumerate(grid):
            for column, text in enumerate(row):
                if column:
                    self._builder.add("\t")
                at, end = self._builder.add(text)
                cells.append(RawCell(number, column, text, at, end, number < header_rows))
            end = self.length
            self._builder.add("\n")
        self._tables.append(RawTable(start, end, tuple(cells)))

    def finish(
        self, media_type: str, fields: dict[str, str] | None = None, warnings: Sequence[str] = ()
    ) -> RawDocument:
        """The document written so far."""
        text = self._builder.text()
        return RawDocument(
            text,
            media_type,
            (RawPage(None, 0, len(text)),),
            tuple(self._hints),
            tuple(self._tables),
            fields or {},
            tuple(warnings),
        )

    def _write(self, text: str, kind: str, level: int) -> None:
        body = _clean(text)
        if not body:
            return
        self._gap(item=kind == "item")
        start, end = self._builder.add(body)
        self._builder.add("\n")
        if kind:
            self._hints.append(Hint(kind, start, end, level))

    def _gap(self, *, item: bool) -> None:
        if self.length and not (item and self._item):
            self._builder.add("\n")
        self._item = item


def _clean(text: str) -> str:
    """Inner white space as single spaces, line breaks kept, no form feeds."""
    lines = (" ".join(line.replace("\f", " ").split(" ")).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)
