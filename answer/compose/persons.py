"""Persons: from what the document says about itself (case worker, participants), else the sentence."""

from __future__ import annotations

import re

from answer.compose.common import Context, quoted
from answer.draft import Draft, Statement
from answer.understanding.sources import named_strength
from core.citations import collapse
from core.schema import Document, Meta, Span

# what a document's own particulars are called in a question
_CALLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("case_worker", re.compile(r"\bsagsbehandler\w*|\bcase ?worker|\bcase officer", re.I)),
    ("apology", re.compile(r"\bafbud|\bfraværende|\bikke til stede|\babsent|\bapolog", re.I)),
    ("participant", re.compile(r"\bdeltog\b|\bdeltager\w*|\bmødedeltager\w*|\btil stede|\bmødte\b|\battend|"
                               r"\bparticipant", re.I)),
    ("party", re.compile(r"\bpartier\w*|\bparter\b|\bparterne\b|\bparties\b", re.I)),
    ("case_number", re.compile(r"\bsagsnummer\w*|\bsagsnr|\bcase number", re.I)),
    ("document_number", re.compile(r"\bdokumentnummer\w*|\bdokumentnr", re.I)),
    ("place", re.compile(r"\bhvor blev mødet|\bmødested|\bhvor fandt mødet|\bhvor mødtes", re.I)),
    ("meeting_date", re.compile(r"\bmødedato|\bhvornår (?:var|fandt|blev) mødet", re.I)),
)  # fmt: skip
_MOST = 20


def compose(context: Context) -> Draft | None:
    """The particular asked for, of the document that is named or fits best."""
    text = context.question.mended
    for name, pattern in _CALLED:
        if pattern.search(text):
            draft = _particular(context, name)
            if draft is not None:
                return draft
    return None


def _particular(context: Context, name: str) -> Draft | None:
    asked = context.question
    documents = sorted(context.documents.values(), key=lambda d: -named_strength(asked.mended, d, asked.when.spans))
    for document in documents:
        found = [meta for meta in document.meta if meta.name == name and meta.span is not None]
        if found:
            return Draft(_statements(context, document, found), evidence={"particular": 1.0}, how="particular")
    return None


def _statements(context: Context, document: Document, found: list[Meta]) -> tuple[Statement, ...]:
    """All of them; where the question names one by role or name, only the lines that fit."""
    lines = [_line(document, meta.span) for meta in found if meta.span is not None]
    return tuple(quoted(document, line, most=_MOST) for line in lines[:12])


def _line(document: Document, span: Span) -> Span:
    """The line a value stands in, when it is a short one: role and body stand beside the name."""
    text = document.cleaned
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    return line if len(collapse(text[line.start : line.end]).split()) <= 12 else span
