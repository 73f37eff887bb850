"""What shape a grid of cells has: empty columns, a title above the heads, heads said again, a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.raw import RawCell
from ingest.tables.words import number_of

_LEADERS = re.compile(r"\.{5,}|(?:\. ){4,}|…{2,}|_{5,}")
_HEAD_WORDS = 5  # words a head has at most
_DATA_WORDS = 7  # words of a first row's cell from which it is no head
_ROWS_TO_JOIN = 4  # fewer rows don't tell whether two columns are one
_CONTENTS = 0.5  # share of rows with leaders and a page number in a table of contents
Rows = list[list[RawCell]]


def tidy_columns(rows: Rows) -> Rows:
    """The rows without empty columns, and with neighbouring columns as one that never both hold something: merged
    cells of heads and of rows whose borders lie a little apart. All rows are of one width."""
    width = max((len(row) for row in rows), default=0)
    groups: list[list[int]] = []
    for i in range(width):
        if not any(row[i].text for row in rows):
            continue
        if groups and len(rows) >= _ROWS_TO_JOIN and not any(row[i].text and _held(row, groups[-1]) for row in rows):
            groups[-1].append(i)
        else:
            groups.append([i])
    if len(groups) == width or len(groups) < 2:
        return rows
    return [[_joined(row, group, new) for new, group in enumerate(groups)] for row in rows]


def _held(row: Sequence[RawCell], group: Sequence[int]) -> bool:
    return any(row[i].text for i in group)


def _joined(row: Sequence[RawCell], group: Sequence[int], column: int) -> RawCell:
    cell = next((row[i] for i in group if row[i].text), row[group[0]])
    return replace(cell, column=column)


def title_row(rows: Rows) -> tuple[str, Rows]:
    """A single filled cell above a row of heads is the table's title, no head: its text, and the other rows."""
    if len(rows) < 4 or len(rows[0]) < 3 or any(cell.header for cell in rows[1]):
        return "", rows
    first = [cell.text for cell in rows[0] if cell.text]
    second = [cell.text for cell in rows[1] if cell.text]
    alike = len(second) == len(rows[1]) and all(_head_like(text) for text in second)
    return (first[0], rows[1:]) if len(first) == 1 and alike else ("", rows)


def _head_like(text: str) -> bool:
    return len(text.split()) <= _HEAD_WORDS and (
        number_of(text) is None or re.fullmatch(r"(?:19|20)\d\d", text) is not None
    )


def repeats_heads(row: Sequence[RawCell], columns: Sequence[str]) -> bool:
    """A row further down that says the first head again, with heads for the rows below it."""
    first = columns[0].casefold() if columns else ""
    same = bool(first) and row[0].text.rstrip(":").casefold() == first
    return same and all(_head_like(cell.text) for cell in row if cell.text) and sum(bool(c.text) for c in row) > 1


def carries_on(rows: Rows, before: Sequence[str]) -> bool:
    """True for the rest of a table that a page break cut: as wide as the one before, its first row no heads."""
    if not before or len(rows[0]) != len(before) or any(cell.header for cell in rows[0]):
        return False
    texts = [cell.text for cell in rows[0] if cell.text]
    return (
        len(texts) > 1
        and any(len(text.split()) >= _DATA_WORDS or re.search(r"\d", text) for text in texts)
        and not all(_head_like(text) for text in texts)
    )


def is_contents(rows: Rows) -> bool:
    """A table of contents: titles with leaders, or page numbers that never fall beside titles in two columns."""
    texts = [" ".join(cell.text for cell in row) for row in rows]
    if sum(bool(_LEADERS.search(text)) for text in texts) >= max(_CONTENTS * len(rows), 2):
        return True
    head = " ".join(cell.text for cell in rows[0]).casefold()
    pages = [number_of(row[-1].text) for row in rows if row[-1].text]
    whole = [page for page in pages if page is not None and page == int(page)]
    rising = all(a <= b for a, b in pairwise(whole))
    return "indhold" in head and len(whole) >= max(2, len(rows) - 2) and rising
