"""Persons: from what the document says about itself (case worker, participants), else the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from answer.compose.common import Context, quoted
from answer.draft import Draft, Statement
from answer.matching import coverage
from answer.understanding.kinds import Asked
from answer.understanding.sources import named_strength
from core.citations import collapse
from core.danish.sentences import sentence_spans
from core.schema import BlockKind, Document, Kind, Meta, Span

# what a document's own particulars are called in a question
_CALLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("case_worker", re.compile(r"\b(?:hvem (?:er|var|står|har været)|hvad hedder|navnet?|hvilken) (?:[\w-]+ ){0,3}"
                               r"sagsbehandler(?:en)?\b|\bsagsbehandler(?:en)? (?:på|for|bag|i) [\w-]*(?:sag|referat|"
                               r"notat|dokument|indstilling|dagsorden|papir)|^sagsbehandler(?:en)?\b|"
                               r"\bcase ?worker|\bcase officer", re.I)),
    ("apology", re.compile(r"\bafbud|\bfraværende|\bikke til stede|\bkunne ikke (?:komme|deltage|være med) "
                           r"(?:til|i|på) (?:[\w-]+ )?møde|\bhvem (?:manglede|udeblev|savnedes|meldte fra)\b|"
                           r"\bhvem (?:var|mødte|deltog) ikke (?:med|op|til|i|på)\b|\babsent|\bapolog", re.I)),
    ("participant", re.compile(r"\bdeltog\b|\bdeltager\w*|\bmødedeltager\w*|\btil stede|\bmødte\b|\battend|"
                               r"\bparticipant", re.I)),
    ("party", re.compile(r"\bhvilke (?:\w+ )?(?:partier|parter)\b.*\b(?:aftale\w*|bag|forlig\w*|enige?|med)\b|"
                         r"\bhvem (?:står bag|indgik|har indgået|er parter)|\bpartierne bag\b|\bparties\b", re.I)),
    ("case_number", re.compile(r"\bsagsnummer\w*|\bsagsnr|\bcase number", re.I)),
    ("document_number", re.compile(r"\bdokumentnummer\w*|\bdokumentnr", re.I)),
    ("place", re.compile(r"\bhvor blev mødet|\bmødested|\bhvor fandt mødet|\bhvor mødtes", re.I)),
    ("meeting_date", re.compile(r"\bmødedato|\bhvornår (?:var|fandt|blev) mødet", re.I)),
)  # fmt: skip
_MOST = 20  # words of one line
_LINES, _ROOM = 20, 100  # lines and words of a whole list; names alone where the lines are more
_SENTENCE = 60
_NEAR_BEST = 0.8
_LINE = 12
_AWAY = re.compile(r"\b(?:fravær|afbud|forfald|ikke til stede)", re.IGNORECASE)


def compose(context: Context) -> Draft | None:
    """The particular asked for, of the document that is named or fits best."""
    text = context.question.mended
    for name, pattern in _CALLED:
        if pattern.search(text) and _of_kind(name, context.question.kind):
            draft = _particular(context, name)
            if draft is not None:
                return draft
    return None


def _of_kind(name: str, kind: Asked) -> bool:
    """False for a name where a day is asked for, or a day where it is not."""
    return (name == "meeting_date") == (kind is Asked.DATE)


def _particular(context: Context, name: str) -> Draft | None:
    for document in meant(context, name):
        found = told(document, name)
        if found:
            first, *rest = _statements(context, document, found)
            return Draft((as_told(first, name), *rest), evidence={"particular": 1.0}, how="particular")
    return None


def as_told(line: Statement, name: str) -> Statement:
    """The line of somebody who was away says so; a row below that heading is given it."""
    return line if name != "apology" or _AWAY.search(line.text) else replace(line, label="Afbud")


def told(document: Document, name: str) -> list[Meta]:
    """The document's particulars of that name that stand in its text."""
    return [meta for meta in document.meta if meta.name == name and meta.span is not None]


def meant(context: Context, name: str) -> list[Document]:
    """The documents the question may mean: named most strongly by it, and by their titles. Other minutes than the ones
    that tell it count, too: who was away elsewhere answers nothing."""
    asked = context.question
    fits = {
        document.id: (
            named_strength(asked.mended, document, asked.when.spans),
            coverage(asked.terms, f"{document.title} {document.name}"),
        )
        for document in context.documents.values()
        if told(document, name) or document.kind is Kind.MINUTES
    }
    return [context.documents[key] for key, fit in fits.items() if fit == max(fits.values())]


def _statements(context: Context, document: Document, found: list[Meta]) -> tuple[Statement, ...]:
    """All of them; where the question names one by role or body, only the lines that fit. Names in one running
    sentence are quoted as that sentence."""
    places = [meta.span for meta in found if meta.span is not None]
    together = _one_sentence(document, places)
    if together is not None:
        return (quoted(document, together, most=_SENTENCE),)
    lines = list(dict.fromkeys(line_of(document, place) for place in places))
    lines = _named(context, document, lines)
    if sum(len(document.cleaned[line.start : line.end].split()) for line in lines) > _ROOM:
        lines = places
    return tuple(quoted(document, line, most=_MOST) for line in lines[:_LINES])


def _named(context: Context, document: Document, lines: list[Span]) -> list[Span]:
    """The lines that hold a role, body or name of the question; all of them where none does."""
    terms = context.question.parts[0].terms
    fits = [coverage(terms, document.cleaned[line.start : line.end]) for line in lines]
    best = max(fits, default=0.0)
    return [line for line, fit in zip(lines, fits, strict=True) if fit >= _NEAR_BEST * best] if best else lines


def _one_sentence(document: Document, places: list[Span]) -> Span | None:
    """The sentence of running text that holds all the names, where one does."""
    if len(places) < 2:
        return None
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.start <= places[0].start < block.end:
            for found in sentence_spans(document.cleaned[block.start : block.end]):
                span = Span(block.start + found.start, block.start + found.end)
                if all(span.start <= place.start and place.end <= span.end for place in places):
                    return span
    return None


def line_of(document: Document, span: Span, most: int = _LINE) -> Span:
    """The line a value stands in, when it has no more words than this: role and body stand beside the name."""
    text = document.cleaned
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    return line if len(collapse(text[line.start : line.end]).split()) <= most else span
