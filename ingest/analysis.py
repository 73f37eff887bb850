"""Received text → cleaned text, structure, tables, metadata and passages. Runs in a child process."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from core.alignment import Alignment, apply_changes
from core.schema import Block, Change, Kind, Meta, Page, Passage, Span, Table
from ingest.joining import drop_interruptions, keep_line_ends
from ingest.metadata import read_metadata
from ingest.passages import build_passages, with_pages
from ingest.raw import Hint, RawDocument, RawTable
from ingest.structure import build_structure
from ingest.structure.lines import split_lines
from ingest.tables.find import find_tables


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything of a Document that is read from its text."""

    cleaned: str
    changes: tuple[Change, ...]
    health: tuple[float, ...]  # of each page
    title: str
    kind: Kind
    date: date | None
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    passages: tuple[Passage, ...]
    meta: tuple[Meta, ...]


_UNREAD = re.compile("[a-zæøåA-ZÆØÅ][\ufffd\x80-\x9f]")  # a letter that no encoding gave
Clean = Callable[[str], tuple[Change, ...]]


def analyse_text(raw: RawDocument, document_id: str, name: str, clean: Clean | None = None) -> Analysis:
    """The steps in order. clean: received text → changes; the OCR clean-up unless a test gives another."""
    changes = (clean or _clean)(raw.text)
    changes = keep_line_ends(raw.text, drop_interruptions(raw.text, changes))
    cleaned = apply_changes(raw.text, changes)
    alignment = Alignment.of(changes)
    hints = [_hint(hint, alignment) for hint in raw.hints]
    lines = split_lines(cleaned)
    tables = find_tables(cleaned, lines, [_table(table, alignment) for table in raw.tables])
    structure = build_structure(cleaned, hints=hints, tables=[t.span for t in tables], lines=lines)
    tables = _placed(tables, structure.blocks)
    facts = read_metadata(cleaned, structure, raw.fields, name, tables)
    passages = build_passages(cleaned, structure.blocks, tables, document_id)
    starts = [(alignment.to_cleaned(Span(p.start, p.start)).start, p.number) for p in raw.pages]
    return Analysis(
        cleaned,
        changes,
        _health(raw, changes),
        facts.title,
        facts.kind,
        facts.date,
        tuple(structure.blocks),
        tuple(tables),
        with_pages(passages, starts),
        facts.meta,
    )


@cache
def _cleaner() -> object:
    from ingest.cleanup import Cleaner

    return Cleaner.load()


def warm_up() -> None:
    """Load the clean-up's word data, made where they are missing."""
    _cleaner()


def as_received(text: str) -> tuple[Change, ...]:
    """A clean-up that changes nothing."""
    return ()


def _clean(text: str) -> tuple[Change, ...]:
    result = _cleaner().clean(text, join_hyphens=True)  # type: ignore[attr-defined]
    return tuple(result.changes)


def _hint(hint: Hint, alignment: Alignment) -> Hint:
    span = alignment.to_cleaned(Span(hint.start, hint.end))
    return replace(hint, start=span.start, end=span.end)


def _table(table: RawTable, alignment: Alignment) -> RawTable:
    def moved(start: int, end: int) -> Span:
        return alignment.to_cleaned(Span(start, end))

    cells = []
    for cell in table.cells:
        span = moved(cell.start, cell.end)
        cells.append(replace(cell, start=span.start, end=span.end))
    span = moved(table.start, table.end)
    return replace(table, start=span.start, end=span.end, cells=tuple(cells))


def _placed(tables: list[Table], blocks: list[Block]) -> list[Table]:
    """Each table with the section of its block."""
    placed = []
    for table in tables:
        at = bisect_right(blocks, table.span.start, key=lambda block: block.start)
        near = [block for block in blocks[max(0, at - 1) : at + 1] if block.end > table.span.start]
        placed.append(replace(table, section=near[0].section if near else ()))
    return placed


def _health(raw: RawDocument, changes: tuple[Change, ...]) -> tuple[float, ...]:
    """Share of each page's words that needed no mending; joined hyphens don't count."""
    scores = []
    mends = [change.start for change in changes if change.reason not in ("hyphen", "furniture")]
    at = 0
    for page in raw.pages:
        words = max(1, len(raw.text[page.start : page.end].split()))
        count = 0
        while at < len(mends) and mends[at] < page.end:
            count += mends[at] >= page.start
            at += 1
        scores.append(round(max(0.0, 1.0 - count / words), 3))
    return tuple(scores)


def page_attention(page: Page, text: str, ocr_confidence: float, ocr_failed: str = "") -> str | None:
    """Danish reason why a person should look at a page, None when it is fine."""
    if ocr_failed:
        return ocr_failed
    if not text.strip():
        return "Siden har ingen læsbar tekst." if page.number is not None else "Filen har ingen læsbar tekst."
    if page.source == "ocr" and page.confidence < ocr_confidence:
        return f"Siden er læst fra et billede med lav sikkerhed ({page.confidence:.0%})."
    if _UNREAD.search(text):
        return "Nogle tegn kunne ikke læses; filen er måske gemt i en anden tegnkodning."
    if page.health < 0.6:
        return "Mange ord på siden så ud til at være læst forkert og er rettet."
    return None
