"""Which body a sentence means that only says "udvalget" or "centret": the one its section is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from answer.compose.common import Context
from answer.draft import Statement
from answer.values import UnitNames
from core.citations import collapse
from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Document, Span

_KINDS = "udvalg|center|afdeling|forvaltning|sekretariat|kontor|enhed|team|stab|styrelse"
_BARE = re.compile(
    r"\b(?P<bare>(?:u|U)dvalget|(?:c|C)ent(?:e?ret)|(?:a|A)fdelingen|(?:f|F)orvaltningen|(?:s|S)ekretariatet|"
    r"(?:k|K)ontoret|(?:e|E)nheden|(?:t|T)eamet|(?:s|S)taben|(?:s|S)tyrelsen)\b(?! for [A-ZÆØÅ])"
)
_OPENING = re.compile(r"(?:§\s*\d+[.\s]*)?(?:stk\.\s*\d+[.\s]*)?(?:\d+[.)]\s*|[-•–]\s*)*", re.IGNORECASE)
_BLOCKS_BACK = 14  # blocks before a sentence that may name what it means
_SUBJECT_WORDS = 8  # words of a sentence by which its subject has been named


def named(context: Context, statement: Statement) -> Statement:
    """The statement, headed by the name of the body that its quote only calls "udvalget", where its section has it."""
    if not statement.quoted or statement.label or len(statement.sources) != 1:
        return statement
    source = statement.sources[0]
    name = meant(context, source.document, source.span)
    return replace(statement, label=name) if name else statement


def meant(context: Context, document: Document, span: Span) -> str:
    """The name of the body that a sentence calls by its kind alone; "" where it names one, or none is found."""
    text = collapse(document.cleaned[span.start : span.end])
    bare = _BARE.search(text)
    if bare is None or len(text[: bare.start()].split()) > _SUBJECT_WORDS or _full_names(context.names, text):
        return ""
    kind = _kind(bare.group("bare"))
    here = (row for row in context.rows if row.document_id == document.id and _holds(span, row.start, row.end))
    own = next((row.to_unit for row in here if _kind(row.to_unit) == kind and row.to_unit != bare.group("bare")), "")
    return own or next(_before(context.names, document, span, kind), "")


def _holds(span: Span, start: int, end: int) -> bool:
    return span.overlaps(Span(start, end))


def _kind(name: str) -> str:
    """ "udvalg" of "Kulturudvalget" and "Udvalget for Kultur"; of a longer name what it begins or ends with."""
    low = name.lower().replace("centret", "center").replace("centeret", "center")
    found = re.match(rf"(?:{_KINDS})", low) or re.search(rf"(?:{_KINDS})(?:et|en)?$", low)
    return re.sub(r"(?:et|en)$", "", found.group()) if found else ""


def _full_names(names: UnitNames, text: str) -> list[str]:
    return [value.text for value in names.find(text) if not _BARE.fullmatch(value.text) and _kind(value.text)]


def _before(names: UnitNames, document: Document, span: Span, kind: str) -> Iterator[str]:
    """Bodies of that kind that are the subject of a sentence before, or stand in the heading, the nearest first."""
    own = next((n for n, block in enumerate(document.blocks) if block.start <= span.start < block.end), None)
    if own is None:
        return
    section = document.blocks[own].section
    for number in range(own, max(own - _BLOCKS_BACK, -1), -1):
        block = document.blocks[number]
        if block.kind is BlockKind.HEADING or block.section != section:
            break
        end = span.start if number == own else block.end
        yield from _subjects(names, document, block, end, kind)
    for heading in reversed(section):
        yield from (name for name in _full_names(names, heading) if _kind(name) == kind)


def _subjects(names: UnitNames, document: Document, block: Block, end: int, kind: str) -> Iterator[str]:
    """Subjects of the sentences of a block before a place, the last first."""
    text = document.cleaned[block.start : max(end, block.start)]
    for said in reversed(sentence_spans(text)):
        sentence = collapse(text[said.start : said.end])
        opened = _OPENING.match(sentence)
        start = opened.end() if opened else 0
        for value in names.find(sentence):
            if value.start == start and not _BARE.fullmatch(value.text) and _kind(value.text) == kind:
                yield value.text
