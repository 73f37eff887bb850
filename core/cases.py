"""The cases of minutes and of decided case papers: which words propose, and which decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from core.danish.rulings import Moved, Ruling, moved_days, one_ruling, ruling_of, settles
from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, DateSpan, Document, Kind, Span

_HELD = 64  # documents whose cases are kept
_BODY = r"(?:(?:i|af|fra|for) )?(?:punkt \d+|[A-ZÆØÅ][^.:;]{2,90}?)"
_HEAD = re.compile(  # "Beslutning", "Byrådets beslutning", "Beslutning i Byrådet den 3. maj 2027"
    rf"^\W*(?:[A-ZÆØÅ][\wæøå-]*s (?i:beslutning)|(?i:beslutning(?:en|er)?))(?: {_BODY})?\W*$"
)
_INLINE = re.compile(rf"^\W*(?:[A-ZÆØÅ][\wæøå-]*s )?(?i:beslutning)(?: {_BODY})?\s*:\s+(?=\S)")
_ITEM = re.compile(r"^\W*(?:(?:Punkt|Pkt\.?|Sag(?:\s*nr\.?)?|Ad|Dagsordenspunkt)\s*)?\d{1,3}\s*[.:)–-]\s*[A-ZÆØÅ]")
_PART = re.compile(
    r"^\W*(?:\w*beslutning\w*|indstilling\w*|resum[eé]|sagsresum[eé]|sagsfremstilling|sagsbeskrivelse|"
    r"beskrivelse af sagen|sagens (?:kerne|forløb|fremstilling)|sagsforløb|sagsgang|problemstilling|løsning|"
    r"baggrund|økonomi\w*|lovgrundlag|retsgrundlag|høring|bilag|tidsplan|videre proces|vurdering|fraværende|afbud)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:foreslå[sr]?|foreslået|foreslog|forslag(?:et)?|indstille[rs]|indstiller?|anbefale[rs]|lægge[rs] op til)\b",
    re.I,
)
_CAPITAL_I = re.compile(r"(?<=[a-zæøå])I(?=[a-zæøå])")  # no word has one inside


@dataclass(frozen=True, slots=True)
class Case:
    """One case. title: its heading. span: all of it, in the cleaned text. decided: the deciding words of each body, in
    order, without their heading; at least one."""

    title: str
    span: Span
    decided: tuple[Span, ...]
    ruling: Ruling
    moved: tuple[Moved, ...]

    def proposes(self, start: int) -> bool:
        """True for a place of the case that is no part of its decision."""
        return self.span.start <= start < self.span.end and not any(s.start <= start < s.end for s in self.decided)


def case_at(document: Document, start: int) -> Case | None:
    """The decided case that a place of the cleaned text belongs to."""
    return next((c for c in cases_of(document) if c.span.start <= start < c.span.end), None)


def is_proposal(words: str) -> bool:
    """True for words that put something forward for decision ("foreslår, at", "indstiller, at"), also where a scan
    reads "indstiIler"."""
    return _PROPOSES.search(_CAPITAL_I.sub("l", words)) is not None


@lru_cache(maxsize=_HELD)
def cases_of(document: Document) -> tuple[Case, ...]:
    """Every case of a document that tells a decision; none where it is no such paper."""
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    heads = [n for n, b in enumerate(blocks) if b.kind is BlockKind.HEADING]
    decided = dict(_decisions(document.cleaned, blocks))
    items = [n for n in heads if _ITEM.match(_words(document.cleaned, blocks[n]))]
    starts = items if decided or len(items) > 1 else []
    if decided and not any(n < min(decided) for n in items):
        starts = sorted({0, *_new_titles(document.cleaned, blocks, decided)})
    bounds = pairwise((*starts, len(blocks)))
    found = (_case(document, blocks[a:b], [s for n, s in decided.items() if a <= n < b]) for a, b in bounds)
    return tuple(case for case in found if case is not None)


def _words(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _decisions(text: str, blocks: list[Block]) -> Iterator[tuple[int, Span]]:
    """Place of each decision's heading among the blocks, and the words it heads."""
    for n, block in enumerate(blocks):
        inline = _INLINE.match(text[block.start : block.end])
        if inline:
            yield n, Span(block.start + inline.end(), block.end)
        elif block.kind is BlockKind.HEADING and _HEAD.match(_words(text, block)):
            below = _below(blocks, n + 1)
            if below:
                yield n, Span(below[0].start, below[-1].end)


def _below(blocks: list[Block], first: int) -> list[Block]:
    """The paragraphs and list items from there on up to anything else."""
    out: list[Block] = []
    for block in blocks[first:]:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            break
        out.append(block)
    return out


def _new_titles(text: str, blocks: list[Block], decided: dict[int, Span]) -> Iterator[int]:
    """In a paper without numbered items: headings behind a decision that open no part of the same case."""
    first = min(decided)
    for n, block in enumerate(blocks):
        if n > first and block.kind is BlockKind.HEADING and not _PART.match(_words(text, block)):
            yield n


def _case(document: Document, blocks: list[Block], decided: list[Span]) -> Case | None:
    text = document.cleaned
    spans = decided or (list(_told(text, blocks)) if document.kind is Kind.MINUTES else [])
    if not spans:
        return None
    rulings = [ruling_of(text[s.start : s.end]) for s in spans]
    moved = tuple(_shifted(m, s.start) for s in spans for m in moved_days(text[s.start : s.end], document.date))
    title = _words(text, blocks[0]) if blocks[0].kind is BlockKind.HEADING else document.title
    return Case(title, Span(blocks[0].start, blocks[-1].end), tuple(spans), one_ruling(rulings), moved)


def _told(text: str, blocks: list[Block]) -> Iterator[Span]:
    """Sentences that tell the decision of a case without a part of its own for it."""
    for block in blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        for s in sentence_spans(text[block.start : block.end]):
            if settles(text[block.start + s.start : block.start + s.end]):
                yield Span(block.start + s.start, block.start + s.end)


def _shifted(moved: Moved, at: int) -> Moved:
    """With offsets in the document's text."""
    day = moved.new
    new = DateSpan(day.first, day.last, day.precision, day.bound, day.text, day.start + at, day.end + at)
    return Moved(Span(moved.span.start + at, moved.span.end + at), moved.subject, moved.old, new)
