"""Lists: whole, counted, in the order of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from answer.clip import without_marker, words_in
from answer.compose.common import Context, choose, quote, quoted, source_of
from answer.danish_words import number_words
from answer.draft import Draft, Statement
from answer.evidence import Sentence, coverage
from answer.question import Part
from core.citations import collapse
from core.danish.numbers import parse_word
from core.danish.tokens import tokenize
from core.schema import Block, BlockKind, Document, Span

_LEAST = 0.4  # coverage of the topic by the sentence that opens the list
_ROOM = 100
_LEAD_WORDS = 14
_ENUMERATION = re.compile(r",.+(?: og | samt |,)")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a document: the blocks of its items, and how well what opens it fits the question."""

    document: Document
    items: tuple[Block, ...]
    opened_by: str
    fit: float


def compose(context: Context) -> Draft | None:
    """The list whose opening sentence or heading fits the question, else the sentence that enumerates."""
    part = context.question.parts[0]
    listing = _best_listing(context, part)
    sentence = next((s for s in context.best[:4] if _ENUMERATION.search(s.text)), None)
    if listing and (sentence is None or listing.fit >= coverage(part.terms, sentence.text, sentence.around) - 0.1):
        return _of_listing(listing)
    if sentence is None:
        return None
    return _of_sentence(context, part, sentence)


def opened_by(document: Document, sentence: Sentence) -> Listing | None:
    """The list that a sentence introduces."""
    items = [
        block for block in document.blocks
        if block.kind is BlockKind.LIST_ITEM and block.lead_in_span and block.lead_in_span.overlaps(sentence.span)
    ]  # fmt: skip
    return Listing(document, tuple(items), sentence.text, sentence.score) if len(items) > 1 else None


def opening(context: Context) -> Draft | None:
    """Where the best sentence introduces a list, that list."""
    if not context.best:
        return None
    listing = opened_by(context.best[0].document, context.best[0])
    return _of_listing(listing) if listing else None


def _best_listing(context: Context, part: Part) -> Listing | None:
    wanted = _count_asked(part.text)
    found = [listing for document in context.documents.values() for listing in _listings(document, part, context)]
    if not found:
        return None
    best = max(found, key=lambda one: one.fit + (0.25 if wanted == len(one.items) else 0.0))
    return best if best.fit >= _LEAST else None


def _listings(document: Document, part: Part, context: Context) -> list[Listing]:
    near = [(h.passage.start - 400, h.passage.end + 1500) for h in context.hits if h.passage.document_id == document.id]
    groups: dict[tuple[str, tuple[str, ...]], list[Block]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.LIST_ITEM and any(a <= block.start <= b for a, b in near):
            groups.setdefault((block.lead_in, block.section), []).append(block)
    found = []
    for (lead_in, section), blocks in groups.items():
        if len(blocks) >= 2:
            told = " ".join(document.cleaned[b.start : b.end] for b in blocks)
            fit = coverage(part.terms, lead_in or " ".join(section[-1:]), f"{' '.join(section)} {told}")
            found.append(Listing(document, tuple(blocks), lead_in, fit))
    return found


def _count_asked(text: str) -> int | None:
    """ "hvilke fem principper" → 5"""
    for word in tokenize(text):
        value = int(word) if word.isdigit() and len(word) < 3 else parse_word(word)
        if value and value > 1:
            return value
    return None


def _of_listing(listing: Listing) -> Draft:
    count = len(listing.items)
    lengths = [words_in(listing.document.cleaned[b.start : b.end]) for b in listing.items]
    most = max(lengths) if sum(lengths) <= _ROOM - 6 else max(6, (_ROOM - 6) // count)
    statements = [quoted(listing.document, Span(b.start, b.end), most=most) for b in listing.items]
    lead = f"{collapse(listing.opened_by).rstrip(':. ')} ({number_words(count)}):" if listing.opened_by else ""
    if words_in(lead) > _LEAD_WORDS or not lead:
        lead = f"{number_words(count)} punkter:"
    return Draft(tuple(statements), lead, {"list": listing.fit}, how="list")


def _of_sentence(context: Context, part: Part, sentence: Sentence) -> Draft:
    bare = without_marker(sentence.document, sentence.span)
    text = collapse(sentence.document.cleaned[bare.start : bare.end])
    if words_in(text) > 70:
        first = quote(sentence, part, most=70)
    else:
        first = Statement(text, (source_of(sentence.document, bare),), quoted=True)
    others = [s for s in context.best if not s.overlaps(sentence)]
    room = 60 - words_in(first.text)
    more = [quote(s, part) for s in choose(others, part, room, most=1) if words_in(s.text) <= room]
    return Draft((first, *more), how="enumeration")
