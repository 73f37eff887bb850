"""Exact map between the received and the cleaned text, from the list of changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.identity import kept
from core.schema import Change, Span


def apply_changes(received: str, changes: Sequence[Change]) -> str:
    """The cleaned text. Raises ValueError where changes overlap, are unordered or name other text."""
    pieces: list[str] = []
    at = 0
    for change in changes:
        if change.start < at or received[change.start : change.end] != change.before:
            raise ValueError(f"change at {change.start} does not fit the received text")
        pieces += (received[at : change.start], change.after)
        at = change.end
    pieces.append(received[at:])
    return "".join(pieces)


@dataclass(frozen=True)
class Alignment:
    """Maps spans both ways. A span that cuts through a changed stretch grows to hold the whole of it, so a
    quote never starts or ends inside a corrected word. Look-ups are O(log n) in the number of changes."""

    changes: tuple[Change, ...]
    _received: tuple[int, ...]  # start of each change in the received text
    _cleaned: tuple[int, ...]  # start of each change in the cleaned text

    @classmethod
    def of(cls, changes: Sequence[Change]) -> Alignment:
        """The map for ordered, non-overlapping changes; that of a document's own tuple is kept."""
        return _built(changes) if isinstance(changes, tuple) else cls.build(changes)

    @classmethod
    def build(cls, changes: Sequence[Change]) -> Alignment:
        """Build the map."""
        cleaned: list[int] = []
        shift = 0
        for change in changes:
            cleaned.append(change.start + shift)
            shift += len(change.after) - len(change.before)
        return cls(tuple(changes), tuple(c.start for c in changes), tuple(cleaned))

    def to_received(self, span: Span) -> Span:
        """The received span of a span of the cleaned text."""
        return self._map(span, self._cleaned, self._received, cleaned_side=True)

    def to_cleaned(self, span: Span) -> Span:
        """The cleaned span of a span of the received text."""
        return self._map(span, self._received, self._cleaned, cleaned_side=False)

    def _map(self, span: Span, source: tuple[int, ...], target: tuple[int, ...], *, cleaned_side: bool) -> Span:
        start = self._point(span.start, source, target, cleaned_side, to_end=False)
        if span.start == span.end:
            return Span(start, start)
        return Span(start, max(start, self._point(span.end, source, target, cleaned_side, to_end=True)))

    def _point(
        self, at: int, source: tuple[int, ...], target: tuple[int, ...], cleaned_side: bool, *, to_end: bool
    ) -> int:
        # an end offset belongs to the character before it
        i = bisect_right(source, at - 1 if to_end else at) - 1
        if i < 0:
            return at
        change = self.changes[i]
        before, after = len(change.before), len(change.after)
        here, there = (after, before) if cleaned_side else (before, after)
        offset = at - source[i]
        if offset >= here:
            return target[i] + there + (offset - here)
        return target[i] + (there if to_end else 0)


@kept(32)
def _built(changes: tuple[Change, ...]) -> Alignment:
    return Alignment.build(changes)
