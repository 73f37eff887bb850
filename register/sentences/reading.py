"""A document as statements: one sentence each, with its heading path and the lead-in of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Document
from register.sentences.open_leads import with_open_leads
from register.sentences.parting import LABELLED, NEEDS_MORE, is_field, parted

_MARK = re.compile(r"\s*(?:[-–—•·▪●○◦*■□➢✓=\uf0a7\uf0b7]|e(?=\s+[A-ZÆØÅ0-9])|\(?(?:\d{1,2}|[a-zæøå])[.)])\s*")
_ENDED = re.compile(r"[.!?:;][\"'”’»)\]]*\s*$")
_GOES_ON = re.compile(r"(?:samt|og|herunder|[Uu]dvalget|[Dd]esuden|[Ee]ndvidere)\b")
_PARAGRAPH = re.compile(r"\s*§\s*\d+\s?[a-z]?\.?\s+(?:Stk\.\s*\d+\.?\s+)?(?=[A-ZÆØÅ])")
_NEXT_PIECE = re.compile(r"(?<=\S)\s*\n\s*Stk\.\s*\d+\.?\s*$")  # the number of what follows
_NEXT_POINT = re.compile(r"[.;]\s*\n\s*(?=at\s)")
_HEADING_MOST = 160
_LONG_CELL = 300  # characters


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. text == cleaned[start:end]. section: heading path; lead_in: sentence that introduces the
    list it stands in, lead_start: its offset (-1 where there is none). kind: of its block.
    first: True for the first sentence of its block."""

    text: str
    start: int
    end: int
    section: tuple[str, ...]
    lead_in: str
    lead_start: int
    kind: BlockKind
    first: bool


def read_statements(document: Document) -> list[Statement]:
    """All sentences of a document in order, from its blocks; without blocks from its paragraphs."""
    text = document.cleaned
    blocks = list(with_open_leads(text, document.blocks or tuple(_own_blocks(text))))
    statements: list[Statement] = []
    read = [part for b in blocks if b.kind not in (BlockKind.FURNITURE, BlockKind.TABLE) for part in parted(text, b)]
    for block in sorted([*_whole(text, read), *_long_cells(document)], key=lambda b: b.start):
        statements += _of_block(text, block)
    return statements


def _long_cells(document: Document) -> list[Block]:
    """Table cells that hold running text, as in pages laid out by a table: read like paragraphs."""
    return [
        Block(BlockKind.PARAGRAPH, cell.span.start, cell.span.end, 0, table.section)
        for table in document.tables
        for cell in table.cells
        if len(cell.text) > _LONG_CELL and len(re.findall(r"[a-zæøå]{3}\.\s+[A-ZÆØÅ]", cell.text)) > 1
    ]


def _whole(text: str, blocks: list[Block]) -> list[Block]:
    """Blocks with a paragraph joined to the one before where that breaks off in the middle of a sentence:
    no closing mark, and either no blank line between them or a last word that needs another."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if before and block.kind is BlockKind.PARAGRAPH and _breaks_off(text, before, block):
            out[-1] = replace(before, end=block.end)
        else:
            out.append(block)
    return out


def _breaks_off(text: str, before: Block, block: Block) -> bool:
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    tail = text[max(before.start, before.end - 60) : before.end].rstrip()
    gap = text[before.end : block.start]
    if is_field(text[before.start : before.end]) or is_field(text[block.start : block.end]):
        return False
    if before.kind is BlockKind.LIST_ITEM and LABELLED.match(text[before.start : before.end].rstrip()):
        return text[block.start].islower()
    opens_list = before.kind is BlockKind.LIST_ITEM and text[block.start : block.end].rstrip().endswith(":")
    if opens_list and (gap.count("\n") > 1 or _GOES_ON.match(text, block.start)):
        return False
    if _ENDED.search(tail) or ("\f" in gap and not NEEDS_MORE.search(tail)):
        return False
    return gap.count("\n") < 2 or NEEDS_MORE.search(tail) is not None or text[block.start].islower()


def _of_block(text: str, block: Block) -> Iterator[Statement]:
    start = block.start
    if block.kind is BlockKind.LIST_ITEM:
        mark = _MARK.match(text, start, block.end)
        start = mark.end() if mark else start
    elif block.kind is BlockKind.PARAGRAPH:
        numbered = _PARAGRAPH.match(text, start, block.end)
        start = numbered.end() if numbered else start
    lead_start = block.lead_in_span.start if block.lead_in_span else -1
    body = text[start : block.end]
    spans = [(0, len(body))] if block.kind is BlockKind.HEADING else _sentences(body)
    for n, (first, last) in enumerate(spans):
        words = _NEXT_PIECE.sub("", body[first:last])
        last = first + len(words)
        yield Statement(
            words, start + first, start + last, block.section, block.lead_in, lead_start, block.kind, n == 0
        )


def _sentences(body: str) -> list[tuple[int, int]]:
    """Sentences, joined again where one ends in a word that needs another."""
    spans: list[tuple[int, int]] = []
    for span in sentence_spans(body):
        if spans and NEEDS_MORE.search(body[spans[-1][0] : spans[-1][1]]):
            spans[-1] = (spans[-1][0], span.end)
        else:
            spans.append((span.start, span.end))
    return [part for start, end in spans for part in _points(body, start, end)]


def _points(body: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence parted before each line that begins a point with a small "at"."""
    cuts = [start, *(m.end() for m in _NEXT_POINT.finditer(body, start, end)), end]
    return [(a, a + len(body[a:b].rstrip())) for a, b in pairwise(cuts)]


def _own_blocks(text: str) -> Iterator[Block]:
    """A plain reading for documents without blocks: paragraphs, list items under the paragraph that ends in
    a colon before them, and short lines without a full stop as headings."""
    section: tuple[str, ...] = ()
    lead: tuple[int, int] | None = None
    for start, end in _paragraphs(text):
        body = text[start:end]
        kind = _kind(body)
        if kind is BlockKind.HEADING:
            section, lead = (" ".join(body.split()),), None
        elif kind is BlockKind.PARAGRAPH:
            lead = (start, end) if body.rstrip().endswith(":") else None
        lead_in = " ".join(text[lead[0] : lead[1]].split()) if lead and kind is BlockKind.LIST_ITEM else ""
        own = () if kind is BlockKind.HEADING else section
        yield Block(kind, start, end, int(kind is BlockKind.HEADING), own, lead_in)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n\f]*\S[^\n\f]*", text):
        line, before = match.group(), spans[-1] if spans else None
        gap = text[before[1] : match.start()] if before else ""
        if before and _continues(text[before[0] : before[1]], line, gap.count("\n") + gap.count("\f")):
            spans[-1] = (before[0], match.end())
        else:
            spans.append((match.start(), match.end()))
    return iter(spans)


def _continues(before: str, line: str, breaks: int) -> bool:
    if _MARK.match(line) and re.match(r"\s*(?:[-–•·▪●*=]|\d{1,2}[.)]\s)", line):
        return False
    stripped = line.strip()
    if breaks <= 1:
        return True
    if before.rstrip().endswith((",", "-")):
        return True
    return not _ENDED.search(before) and stripped[0].islower()


def _kind(body: str) -> BlockKind:
    if re.match(r"\s*(?:[-–•·▪●*=]\s*\S|\d{1,2}[.)]\s)", body) and len(body.strip()) > 3:
        return BlockKind.LIST_ITEM
    flat = " ".join(body.split())
    if len(flat) <= _HEADING_MOST and not _ENDED.search(flat) and flat[:1].isupper():
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
