"""Text cut where its look changes: at the words a link points to and at each correction."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.schema import Change, Span

_LAYOUT = re.compile(r"[\s\u00ad-]")
UNSURE = 0.8  # corrections below this confidence are marked as unsure


@dataclass(frozen=True, slots=True)
class Edit:
    """A correction and its place in the text that is shown."""

    span: Span
    change: Change

    @property
    def layout(self) -> bool:
        """True where, surely, only white space and the hyphens of broken lines differ: no word was corrected."""
        return not self.unsure and _LAYOUT.sub("", self.change.before) == _LAYOUT.sub("", self.change.after)

    @property
    def unsure(self) -> bool:
        """True where a reader should look twice."""
        return self.change.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Piece:
    """text is shown with one look. first: the first marked piece, the link's target."""

    text: str
    marked: bool = False
    edit: Edit | None = None
    first: bool = False


def edits(changes: Sequence[Change], *, cleaned: bool) -> list[Edit]:
    """The changes with their places in the cleaned or in the received text, in order."""
    result, shift = [], 0
    for change in changes:
        start = change.start + (shift if cleaned else 0)
        length = len(change.after if cleaned else change.before)
        result.append(Edit(Span(start, start + length), change))
        shift += len(change.after) - len(change.before)
    return result


def within(items: Sequence[Edit], span: Span) -> Sequence[Edit]:
    """The edits that touch a span, empty ones at its borders included."""
    low = bisect_left(items, span.start, key=lambda edit: edit.span.end)
    return items[low : bisect_right(items, span.end, key=lambda edit: edit.span.start)]


def cut(text: str, span: Span, mark: Span | None, items: Sequence[Edit]) -> list[Piece]:
    """The pieces of text[span]. Together their texts are exactly that stretch; an edit that removed its
    words altogether is a piece without text."""
    pieces: list[Piece] = []
    at = span.start
    for edit in within(items, span):
        start, end = max(edit.span.start, span.start), min(edit.span.end, span.end)
        if start < at or end < start or (start == end and edit.span.start != edit.span.end):
            continue
        pieces += _plain(text, Span(at, start), mark)
        pieces.append(Piece(text[start:end], _marked(Span(start, end), mark), edit))
        at = end
    return pieces + _plain(text, Span(at, span.end), mark)


def _plain(text: str, span: Span, mark: Span | None) -> list[Piece]:
    """The pieces of a stretch without corrections: before, in and after the mark."""
    if mark is None or not span.overlaps(mark):
        return [Piece(text[span.start : span.end])] if span.start < span.end else []
    start, end = max(span.start, mark.start), min(span.end, mark.end)
    parts = [
        Piece(text[span.start : start]),
        Piece(text[start:end], marked=True),
        Piece(text[end : span.end]),
    ]
    return [part for part in parts if part.text]


def _marked(span: Span, mark: Span | None) -> bool:
    return mark is not None and span.overlaps(mark)


def flag_first(rows: Sequence[list[Piece]]) -> None:
    """Flag the first marked piece with text in the rows, in place."""
    for row in rows:
        for i, piece in enumerate(row):
            if piece.marked and piece.text.strip():
                row[i] = replace(piece, first=True)
                return
