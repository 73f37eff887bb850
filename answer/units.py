"""Whole sentences of a passage, healed where the structure cut one in two."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from core.danish.sentences import sentence_spans
from core.schema import BlockKind, Document, Passage, Span

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LONG_LINE = 40  # words; a row of a table is shorter
_CLOSED = (".", "!", "?", ":", ";", "”", '"', "»")


class _Key:
    """Caches by identity of the text, not by its content."""

    __slots__ = ("document", "passage")

    def __init__(self, document: Document, passage: Passage) -> None:
        self.document, self.passage = document, passage

    def __hash__(self) -> int:
        return hash((self.document.id, self.passage.start, self.passage.end))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and self.passage.id == other.passage.id
            and self.document.id == other.document.id
            and len(self.document.cleaned) == len(other.document.cleaned)
        )


def passage_sentences(document: Document, passage: Passage) -> tuple[Span, ...]:
    """Spans of the sentences that the passage holds or begins, in the cleaned text."""
    return _sentences(_Key(document, passage))


@lru_cache(maxsize=4096)
def _sentences(key: _Key) -> tuple[Span, ...]:
    document, passage = key.document, key.passage
    if passage.kind is BlockKind.TABLE:
        return _lines(document, passage)
    region = _region(document, passage)
    raw = document.cleaned[region.start : region.end]
    found = (Span(region.start + s.start, region.start + s.end) for s in sentence_spans(raw))
    return tuple(s for s in found if s.start < passage.end and passage.start < s.end)


def _lines(document: Document, passage: Passage) -> tuple[Span, ...]:
    """A table is quoted by its lines, those with words in them; a line with running text by its sentences."""
    spans, at = [], passage.start
    for line in document.cleaned[passage.start : passage.end].splitlines(keepends=True):
        body = line.strip()
        if sum(c.isalpha() for c in body) > 2 and len(body.split()) > 1:
            start = at + line.index(body)
            spans += _pieces(body, start)
        at += len(line)
    return tuple(spans)


def _pieces(line: str, at: int) -> list[Span]:
    if len(line.split()) <= _LONG_LINE:
        return [Span(at, at + len(line))]
    return [Span(at + s.start, at + s.end) for s in sentence_spans(line)]


def _region(document: Document, passage: Passage) -> Span:
    """The passage, with the block before or after it where a sentence runs on across the border."""
    blocks = document.blocks
    if not blocks:
        return Span(passage.start, passage.end)
    starts = [block.start for block in blocks]
    first = max(bisect_right(starts, passage.start) - 1, 0)
    last = max(bisect_right(starts, max(passage.end - 1, 0)) - 1, first)
    start, end = passage.start, passage.end
    if first > 0 and _runs_on(document, first - 1):
        start = blocks[first - 1].start
    if last + 1 < len(blocks) and _runs_on(document, last):
        end = blocks[last + 1].end
    return Span(min(start, passage.start), max(end, passage.end))


def _runs_on(document: Document, number: int) -> bool:
    """True where a block ends in the middle of a sentence and the next goes on with it."""
    block, following = document.blocks[number], document.blocks[number + 1]
    if block.kind not in _RUNNING or following.kind is not BlockKind.PARAGRAPH:
        return False
    text, rest = document.cleaned[block.start : block.end].rstrip(), document.cleaned[following.start : following.end]
    gap = document.cleaned[block.end : following.start]
    if gap.strip() or not rest.strip():
        return False
    if rest.lstrip()[0].islower() and not text.endswith((":", ";")):
        return True
    if text.endswith(_CLOSED):
        return False
    return gap.count("\n") < 2 or not rest.lstrip()[0].isupper()
