"""Blocks to passages: small pieces of whole sentences to match, each with its surroundings to read.

A passage is a window of sentences of one paragraph, a list point (its lead-in apart), a footnote, or a row of a
table rendered with its heads. Sizes were chosen by measurement, see docs/decisions.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Passage, Span, Table
from ingest.structure.joins import goes_on
from ingest.tables.rows import TableRow, groups, table_rows

MAX_CHARS = 600  # a window takes no further sentence beyond this
MAX_SENTENCES = 5
MAX_LIST_CHARS = 1000  # points of a list that make one more passage together with their lead-in
MAX_POINTS = 20
CONTEXT_CHARS = 2400  # the surroundings of a passage, at most, unless one block is longer

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage in the making. parts: spans of cleaned text whose words it holds, in order."""

    parts: tuple[Span, ...]
    section: tuple[str, ...]
    lead_in: str
    kind: BlockKind
    text: str = ""

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end


def build_passages(text: str, blocks: Sequence[Block], tables: Sequence[Table], document_id: str) -> list[Passage]:
    """All passages of a document in order of their start; ``Passage.page`` is left for the caller."""
    pieces = sorted(_pieces(text, blocks, tables), key=lambda p: (p.start, p.end))
    contexts = _contexts(blocks)
    seen: dict[str, int] = {}
    passages: list[Passage] = []
    for piece in pieces:
        words = piece.text or " ".join(" ".join(text[s.start : s.end] for s in piece.parts).split())
        if not words:
            continue
        key = "\n".join((*piece.section, piece.lead_in, words))
        seen[key] = seen.get(key, 0) + 1
        passages.append(
            Passage(
                id=_identity(document_id, key, seen[key]),
                document_id=document_id,
                start=piece.start,
                end=piece.end,
                text=words,
                section=piece.section,
                lead_in=piece.lead_in,
                kind=piece.kind,
                context=_context(contexts, piece),
            )
        )
    return passages


def with_pages(passages: Sequence[Passage], page_of: Sequence[tuple[int, int | None]]) -> tuple[Passage, ...]:
    """Passages with the page their start stands on. page_of: (start in cleaned text, page number), ordered."""
    placed: list[Passage] = []
    at = 0
    for passage in passages:
        while at + 1 < len(page_of) and page_of[at + 1][0] <= passage.start:
            at += 1
        while at > 0 and page_of[at][0] > passage.start:
            at -= 1
        placed.append(replace(passage, page=page_of[at][1]) if page_of else passage)
    return tuple(placed)


def _identity(document_id: str, key: str, nth: int) -> str:
    digest = hashlib.sha256(f"{document_id}\n{nth}\n{key}".encode()).hexdigest()
    return digest[:20]


def _pieces(text: str, blocks: Sequence[Block], tables: Sequence[Table]) -> Iterator[_Piece]:
    known = [table for table in tables if table.cells]
    flows = list(_flows(text, blocks))
    said_elsewhere = {table.caption for table in known if table.caption}
    said_elsewhere |= {block.lead_in for block in blocks if block.kind is BlockKind.LIST_ITEM and block.lead_in}
    for i, flow in enumerate(flows):
        first = flow[0]
        for parts in _windows(text, flow):
            if " ".join(text[parts[0].start : parts[-1].end].split()) not in said_elsewhere:
                yield _Piece(parts, first.section, first.lead_in, first.kind)
        whole = _whole_list(text, flows[i : i + MAX_POINTS + 1])
        if whole:
            yield _Piece((whole,), first.section, "", BlockKind.LIST_ITEM)
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            yield _Piece((Span(block.start, block.end),), block.section, block.lead_in, block.kind)
        elif block.kind is BlockKind.TABLE and not _rebuilt(block, known):
            for parts in _windows(text, [block]):
                yield _Piece(parts, block.section, "", block.kind)
    for table, group in groups(known):
        for row in table_rows(table, group):
            yield _table_piece(table, row)


def _rebuilt(block: Block, tables: Sequence[Table]) -> bool:
    """True where a table with cells stands in the block. tables: ordered by start."""
    i = bisect_right(tables, block.start, key=lambda table: table.span.start)
    near = tables[max(0, i - 1) : i + 1]
    return any(table.span.start < block.end and block.start < table.span.end for table in near)


def _whole_list(text: str, flows: Sequence[Sequence[Block]]) -> Span | None:
    """A lead-in with all its points, where there are two or more and they are short enough together."""
    lead = flows[0][-1]
    if lead.kind is not BlockKind.PARAGRAPH:
        return None
    points = [
        flow[0] for flow in flows[1:] if flow[0].lead_in_span and lead.start <= flow[0].lead_in_span.start < lead.end
    ]
    if len(points) < 2 or points[-1].end - points[0].start > MAX_LIST_CHARS:
        return None
    start = points[0].lead_in_span.start if points[0].lead_in_span else lead.start
    return Span(start, points[-1].end)


def _table_piece(table: Table, row: TableRow) -> _Piece:
    return _Piece((row.span,), table.section, table.caption, BlockKind.TABLE, row.text)


def _flows(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Paragraphs and points, one list each; parts of one paragraph parted by a footnote or furniture together."""
    flow: list[Block] = []
    apart = False
    for block in blocks:
        if block.kind in (BlockKind.FOOTNOTE, BlockKind.FURNITURE):
            apart = bool(flow)
            continue
        if block.kind in _RUNNING:
            if flow and apart and block.kind is BlockKind.PARAGRAPH and _carries_on(text, flow[-1], block):
                flow.append(block)
                apart = False
                continue
            if flow:
                yield flow
            flow, apart = [block], False
        elif flow:
            yield flow
            flow, apart = [], False
    if flow:
        yield flow


def _carries_on(text: str, before: Block, after: Block) -> bool:
    return goes_on(text[before.start : before.end], text[after.start : after.end][:80])


def _windows(text: str, flow: Sequence[Block]) -> Iterator[tuple[Span, ...]]:
    """Whole sentences gathered up to the size; a short rest joins the window before it."""
    window: list[tuple[Span, ...]] = []
    for sentence in _sentences(text, flow):
        if window and (len(window) >= MAX_SENTENCES or _size(window) + _size([sentence]) > MAX_CHARS):
            yield _merge(window)
            window = []
        window.append(sentence)
    if window:
        yield _merge(window)


def _sentences(text: str, flow: Sequence[Block]) -> Iterator[tuple[Span, ...]]:
    """Sentences of a flow as spans; one that runs on over a footnote has two."""
    held: tuple[Span, ...] = ()
    for number, block in enumerate(flow):
        spans = [
            Span(block.start + s.start, block.start + s.end) for s in sentence_spans(text[block.start : block.end])
        ]
        for i, span in enumerate(spans):
            last = i == len(spans) - 1 and number < len(flow) - 1
            if last:
                held = (*held, span)
            else:
                yield (*held, span)
                held = ()
    if held:
        yield held


def _size(window: Sequence[tuple[Span, ...]]) -> int:
    return sum(span.end - span.start for sentence in window for span in sentence)


def _merge(window: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Neighbouring sentences as one span, a jump over a footnote as the start of another."""
    merged: list[Span] = []
    for sentence in window:
        for i, span in enumerate(sentence):
            if merged and i == 0:
                merged[-1] = Span(merged[-1].start, span.end)
            else:
                merged.append(span)
    return tuple(merged)


# --- surroundings -------------------------------------------------------------------------------------------


def _contexts(blocks: Sequence[Block]) -> list[Span]:
    """Runs of blocks under one heading, cut where they grow over the size."""
    contexts: list[Span] = []
    section: tuple[str, ...] | None = None
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        same = contexts and section == block.section and block.kind is not BlockKind.HEADING
        if same and block.end - contexts[-1].start <= CONTEXT_CHARS:
            contexts[-1] = Span(contexts[-1].start, block.end)
        else:
            contexts.append(Span(block.start, block.end))
        section = block.section if block.kind is not BlockKind.HEADING else None
    return contexts


def _context(contexts: Sequence[Span], piece: _Piece) -> Span:
    first = max(0, bisect_right(contexts, piece.start, key=lambda span: span.start) - 1)
    start, end = piece.start, piece.end
    for span in contexts[first:]:
        if span.start >= piece.end:
            break
        if span.end > piece.start:
            start, end = min(start, span.start), max(end, span.end)
    return Span(start, end)
