"""Sentences that say who has a task in a time that holds a day: "indtil udgangen af 2026", "frem til den dato"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answer.compose.common import Context
from answer.matching import coverage, match
from answer.question import Part
from answer.understanding.agents import agents
from answer.understanding.asked_time import asked_periods
from core.citations import collapse
from core.danish.sentences import sentence_spans
from core.schema import BlockKind, Document, Span

_LOOKED_AT = 12  # best sentences of each part
_TOPIC, _WEIGHTY = 0.5, 0.3
_UNTIL_THEN = re.compile(
    r"\b(?:indtil (?:da|videre)|(?:frem )?(?:indtil|til) (?:den|denne|samme) dato|hidtil|i dag|i øjeblikket|nuværende|"
    r"på nuværende tidspunkt|indtil nu)\b",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\b(?:herefter|derefter|fra da|fra (?:den|denne|samme) dato|fremover)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:opgave[nr]\w*|ordning\w*|indsats\w*|drift\w*|arbejde\w*|ansvar\w*|funktion\w*|område\w*|det|den|dem)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:foresl\w+|forslag\w*|overvej\w*|anbefal\w*|indstil\w*|ønske\w*|spurgte|drøft\w*|ikke|ingen)\b", re.IGNORECASE
)
_HOLDS = re.compile(
    r"\b(?:lå|ligger|hører?|hørte|varetag\w*|klare[st]?|ansvarlig\w*|ansvaret|passe[rs]?|driv\w*|udfør\w*|står for|"
    r"læg(?:ges|ger)|flytte[rs]?|placeres?|overgår|overtager|samles|går over|sidder|forank\w*|uddele\w*)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^\s;][^;]*")
_DONE_BY = re.compile(r"\b(?:været|blevet|bliver|blev|er) \w+t af\b|\b\w{3,}s (?:\w+ )?af\b")
_NAME = re.compile(r"(?<=[\wæøå,] )[A-ZÆØÅ][\wæøå]{2,}")  # capitalised inside a sentence


Anchor = tuple[Document, Span, date | None]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence. fit: share of the topic that it, or it with what stands before it, meets."""

    document: Document
    span: Span
    fit: float


def said_of(context: Context, part: Part, day: date, anchors: Sequence[Anchor]) -> Iterator[Said]:
    """Sentences of the topic, or beside one that is, which say who has it that day. anchors: places beside which they
    are looked for first, with the day something moves there."""
    terms = [term for term in part.terms if term.weight > _WEIGHTY] or list(part.terms)
    for document, place, turn in _candidates(context, anchors):
        text = collapse(document.cleaned[place.start : place.end])
        if _OPEN.search(text) or not _tells_of(text, day, turn, context.today) or not _names_one(context, text):
            continue
        fit = coverage(terms, text)
        if fit < _TOPIC or not any(match(term, text) >= _TOPIC for term in terms):
            fit = coverage(terms, f"{_before(document, place)} {text}") if _BACK.search(text) else 0.0
        if fit >= _TOPIC:
            yield Said(document, place, fit)


def _candidates(context: Context, anchors: Sequence[Anchor]) -> Iterator[tuple[Document, Span, date | None]]:
    """Sentences beside the anchors, then the best ones and what stands beside them; with a day that is told just
    before, which "indtil da" means."""
    best: list[Anchor] = [
        (s.document, s.span, None) for ranked in context.ranked for s in ranked[:_LOOKED_AT] if not s.heading
    ]
    seen: set[tuple[str, int]] = set()
    for document, anchor, turn in (*anchors, *best):
        for place in _beside(document, anchor):
            if (document.id, place.start) not in seen:
                seen.add((document.id, place.start))
                yield document, place, turn
            turn = _day_in(document.cleaned[place.start : place.end], context.today) or turn


def _beside(document: Document, anchor: Span) -> list[Span]:
    """Sentences of the block that holds a place, parted at semicolons."""
    block = next((b for b in document.blocks if b.start <= anchor.start < b.end), None)
    if block is None or block.kind in (BlockKind.TABLE, BlockKind.HEADING):
        return []
    text = document.cleaned[block.start : block.end]
    return [
        Span(block.start + said.start + clause.start(), block.start + said.start + clause.end())
        for said in sentence_spans(text)
        for clause in _CLAUSE.finditer(text[said.start : said.end])
    ]


def _day_in(text: str, today: date) -> date | None:
    """The first day a sentence tells something from."""
    return next((p.first for p in asked_periods(collapse(text), today) if p.first), None)


def _before(document: Document, place: Span) -> str:
    """The block up to a sentence, with its heading: what "opgaven" points back to."""
    block = next((b for b in document.blocks if b.start <= place.start < b.end), None)
    if block is None:
        return ""
    return f"{' '.join(block.section[-1:])} {collapse(document.cleaned[block.start : place.start])}"


def _tells_of(text: str, day: date, turn: date | None, today: date) -> bool:
    """True where a time with one end open ("indtil", "fra", "siden") holds the day."""
    periods = [p for p in asked_periods(text, today) if p.first is None or p.last is None]
    own = next((p.first for p in periods if p.first is not None), None)
    if periods:
        told = any((p.first or date.min) <= day <= (p.last or date.max) for p in periods)
        return told or (own is not None and day < own and _UNTIL_THEN.search(text) is not None)
    if turn is None:
        return False
    return day < turn if _UNTIL_THEN.search(text) else day >= turn and _FROM_THEN.search(text) is not None


def _names_one(context: Context, text: str) -> bool:
    """True for a sentence that names a doer, or somebody who has a thing."""
    if agents(text) or _DONE_BY.search(text):
        return True
    return _HOLDS.search(text) is not None and (bool(context.names.find(text)) or _NAME.search(text) is not None)
