"""Tables in text that lost its grid: a line of years and a total as heads, numbers on the lines below.

Rows come whole on a line ("Drift 300 200 500"), in two parts (the label on lines before or after its numbers), or
stacked: all labels, then the numbers column by column (``ingest.tables.stacked``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from core.schema import Cell, Span, Table
from ingest.structure.captions import is_caption
from ingest.structure.joins import is_open
from ingest.structure.lines import Line
from ingest.tables.codes import Code, code_cells, heads_of, split_codes
from ingest.tables.heads import caption_above, head_line
from ingest.tables.labels import labels_of, with_values
from ingest.tables.stacked import place
from ingest.tables.sums import check_sums
from ingest.tables.values import Token, trailing_heads, trailing_values
from ingest.tables.words import is_total, unit_in

_MAX_LINES = 250  # of one table
_PATIENCE = 28  # label lines in a row without a number below them end the table
_PROSE_WORDS = 11  # a line of so many words without values is running text
_DOUBT = "Tabellen kunne ikke genopbygges sikkert og står som tekst."


@dataclass(slots=True)
class _Row:
    label: str
    start: int
    end: int
    tokens: list[Token | None]
    codes: tuple[Code, ...] = ()


@dataclass(slots=True)
class _Region:
    """A table in the making."""

    heads: list[Token]
    first: int  # index of the first line
    last: int  # index of the last line used
    total: bool
    rows: list[_Row] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)  # words before stacked numbers: a text column
    confidence: float = 0.9
    failed: bool = False


def broken_tables(text: str, lines: Sequence[Line], taken: Collection[int], skip: Collection[int]) -> list[Table]:
    """Tables found in lines that no other table has taken. skip: furniture."""
    tables: list[Table] = []
    i = 0
    while i < len(lines):
        heads, used = ([], 0) if i in taken else head_line(lines, i)
        if len(heads) < 2:
            i += 1
            continue
        region = _Reader(_Region(heads, i, i + used - 1, is_total(heads[-1].text))).read(lines, {*taken, *skip})
        table = _table(text, lines, region) if region.rows or region.failed else None
        if table is not None:
            tables.append(table)
            i = region.last + 1
        else:
            i += used
    return tables


# --- rows ---------------------------------------------------------------------------------------------------


class _Reader:
    """Reads the lines below a head line into rows."""

    def __init__(self, region: _Region) -> None:
        self.region = region
        self._pending: list[Line] = []  # label lines that wait for their numbers
        self._stack: list[Token] = []  # numbers that stand below their labels
        self._waiting: _Row | None = None  # a row that lacks its last value

    def read(self, lines: Sequence[Line], skip: Collection[int]) -> _Region:
        """Rows until the table ends: a caption, other heads, running text or too many labels in a row."""
        first = self.region.last + 1
        for i in range(first, min(len(lines), first + _MAX_LINES)):
            line = lines[i]
            if i in skip:
                continue
            if is_caption(line.text) or len(trailing_heads(line.text, 0)[1]) >= 2 or len(self._pending) > _PATIENCE:
                break
            words, tokens = trailing_values(line.text, line.start)
            if tokens:
                self.region.last = i
                self._numbers(words, tokens, line)
            elif len(line.text.split()) > _PROSE_WORDS or (self.region.rows and line.text.endswith((".", ":"))):
                break
            else:
                self._label(line, i)
        self._close()
        return self.region

    def _label(self, line: Line, i: int) -> None:
        """A line of words: the rest of the last row's label, or a label to come."""
        if self._waiting is not None and not self._pending and _goes_with(self._waiting, line):
            self._waiting.label, self._waiting.end = _continued(self._waiting.label, line.text), line.end
            self.region.last = i
            return
        self._close()
        self._pending.append(line)

    def _numbers(self, words: str, tokens: list[Token], line: Line) -> None:
        """A line that ends in values: a late value, a whole row, or part of a stack."""
        region, width = self.region, len(self.region.heads)
        if len(tokens) == 1 and self._waiting is not None and not words and not self._pending:
            self._waiting.tokens[-1] = tokens[0]
            self._waiting = None
        elif width - region.total <= len(tokens) <= width:
            self._close()
            self._groups(words)
            self._whole(_whole_row(words, tokens, self._pending, line, width))
            self._pending = []
        elif len(tokens) <= 2 and (self._pending or self._stack):
            self._waiting = None
            self._stack += tokens
            region.asides += [words] if words else []
        else:
            region.confidence = min(region.confidence, 0.5)
            self._pending = []

    def _groups(self, words: str) -> None:
        """A lone label above a row that has its own heads the rows below it."""
        labels = labels_of(self._pending)
        if len(labels) == 1 and words and not words[0].islower() and not is_open(labels[0].text):
            self.region.rows.append(_Row(labels[0].text, labels[0].start, labels[0].end, []))
            self._pending = []

    def _whole(self, row: _Row) -> None:
        short = row.tokens[-1] is None
        self._waiting = row if short and self.region.total else None
        if short and not self.region.total:
            self.region.confidence = min(self.region.confidence, 0.7)
        self.region.rows.append(row)

    def _close(self) -> None:
        """Turn labels and the numbers stacked below them into rows; where that fails the table stays text."""
        if not self._stack:
            return
        numbers = [token for token in self._stack if token.value is not None]
        labels = labels_of(self._pending)
        self._pending, self._stack = [], []
        region = self.region
        fit = place([t.value or 0.0 for t in numbers], len(region.heads), len(labels), total=region.total)
        named = with_values(labels, len(fit[0]), section=_is_section(fit[0], numbers)) if fit else None
        if fit is None or named is None:
            region.failed = region.failed or len(numbers) >= 4
            return
        region.confidence = min(region.confidence, fit[1])
        places = iter(fit[0])
        for label in labels:
            found = next(places) if label in named else []
            tokens = [None if i is None else numbers[i] for i in found]
            region.rows.append(_Row(label.text, label.start, label.end, tokens))


def _goes_with(row: _Row, line: Line) -> bool:
    return row.label.endswith("-") or (line.text[:1].islower() and not row.label.endswith("."))


def _continued(label: str, more: str) -> str:
    head, bar, tail = label.partition(" | ")
    joined = head[:-1] + more if head.endswith("-") else f"{head} {more}"
    return joined + bar + tail


def _whole_row(words: str, tokens: list[Token], pending: list[Line], line: Line, width: int) -> _Row:
    """A row on one line; where the line has no words its label stands on the lines before."""
    before = labels_of(pending)
    words, codes = split_codes(words, line.start + max(line.text.find(words), 0))
    label, start = words, line.start
    if before and not words:
        label, start = (
            " ".join(item.text for item in before[-2:] if len(before) <= 2) or before[-1].text,
            before[-1].start,
        )
        start = before[-2].start if len(before) == 2 else start
    elif before and words and (words[:1].islower() or is_open(before[-1].text)):
        label, start = f"{before[-1].text} {words}", before[-1].start
    padded: list[Token | None] = [*tokens, *([None] * (width - len(tokens)))]
    return _Row(label, start, line.end, padded, codes)


def _is_section(rows: list[list[int | None]], numbers: Sequence[Token]) -> bool:
    totals = [numbers[row[-1]].value or 0.0 for row in rows if row[-1] is not None]
    return len(totals) > 2 and abs(totals[0] - sum(totals[1:])) < 0.51


# --- the table ----------------------------------------------------------------------------------------------


def _table(text: str, lines: Sequence[Line], region: _Region) -> Table | None:
    first, caption, above = caption_above(lines, region.first)
    words, _ = trailing_heads(lines[region.first].text, 0)
    unit = unit_in(" ".join([*above, words])) or unit_in(caption)
    unit = unit or unit_in(" ".join(line.text for line in lines[region.first : region.first + 2]))
    span = Span(lines[first].start, lines[region.last].end)
    extra = heads_of([row.codes for row in region.rows])
    columns = ("", *extra, *(" ".join(head.text.split()) for head in region.heads))
    if region.failed:
        return Table(caption, span, unit, columns, (), (), 0.2, None, _DOUBT)
    shared = _shared_words([row.label for row in region.rows], region.asides)
    cells: list[Cell] = []
    for number, row in enumerate(region.rows):
        label = _without(row.label, shared)
        cells.append(Cell(number, 0, label, "", label, None, Span(row.start, max(row.start, row.end))))
        cells += code_cells(number, label, extra, row.codes, row.end)
        for column, token in enumerate(row.tokens, 1 + len(extra)):
            place_ = Span(token.start, token.end) if token else Span(row.end, row.end)
            cells.append(
                Cell(
                    number,
                    column,
                    label,
                    columns[column],
                    token.text if token else "",
                    token.value if token else None,
                    place_,
                )
            )
    if sum(cell.value is not None for cell in cells) < 2:
        return None
    ok, note = check_sums(columns, cells)
    confidence = min(region.confidence, 0.5) if ok is False else max(region.confidence, 0.8 if ok else 0.0)
    return Table(caption, span, unit, columns, tuple(cells), (), round(confidence, 2), ok, note)


def _shared_words(labels: Sequence[str], asides: Sequence[str]) -> set[str]:
    """Words that end half or more of the labels: a text column ("Service", "Drift") run into them."""
    counts: dict[str, int] = {}
    for label in labels:
        last = label.split()[-1] if len(label.split()) > 1 else ""
        if re.fullmatch(r"[A-ZÆØÅ]\w+", last):
            counts[last] = counts.get(last, 0) + 1
    return {word for word, count in counts.items() if count >= 2 or word in asides}


def _without(label: str, shared: set[str]) -> str:
    words = label.replace(" | ", " ").lstrip("-–•· ").split()
    while len(words) > 1 and words[-1] in shared:
        words.pop()
    return " ".join(words)
