"""What stands before and after a sentence: an answer often goes on in the next one, and "Derfor …" needs the one
before."""

from __future__ import annotations

import re

from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Document, Span

_ON = re.compile(
    r"^(?:Det (?:betyder|sker|skyldes|gælder|kræver|sikrer|indebærer|skal|kan|vil|er|giver|medfører|drejer)|Dette|"
    r"Disse|Derfor|Derved|Dermed|Herefter|Derefter|Herved|Hermed|Hertil|Desuden|Derudover|Herudover|Samtidig|Således|Sådan|"
    r"Dog|Endvidere|Begrundelsen|Baggrunden|Årsagen|Grunden|På den måde|På den baggrund|Her(?= )|De |"
    r"Den (?=skal|vil|kan|er)|Han |Hun |Af samme grund)"
)
_BACK = re.compile(
    r"^(?:Det skyldes|Dette|Disse|Derfor|Derved|Dermed|Herefter|Derefter|Herved|Hermed|Således|Sådan|På den måde|"
    r"På den baggrund|På baggrund (?:heraf|af ovenstående)|Af samme grund|Af den grund)\b"
)
_BECAUSE = re.compile(
    r"\b(?:fordi|skyldes|pga\.?|grundet|på grund af|idet|eftersom|begrundelse\w*|baggrund\w*|årsag\w*|grunden|"
    r"for at|så|da|hensyn til|vurder\w*|formål\w*)\b|^En? ",
    re.IGNORECASE,
)
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def goes_on(document: Document, span: Span) -> Span | None:
    """The next sentence, where it carries on from this one."""
    after = beside(document, span, 1)
    return after if after and _ON.match(_text(document, after)) else None


def leans_on(document: Document, span: Span) -> Span | None:
    """The sentence before, where this one points back to it."""
    return beside(document, span, -1) if _BACK.match(_text(document, span)) else None


def gives_reason(document: Document, span: Span) -> bool:
    """True for a sentence that says why."""
    return _BECAUSE.search(_text(document, span)) is not None


def beside(document: Document, span: Span, step: int) -> Span | None:
    """The sentence after (1) or before (-1) in running text under the same heading."""
    at = _block_at(document, span)
    if at is None:
        return None
    own = _sentences(document, document.blocks[at])
    here = next((i for i, s in enumerate(own) if s.overlaps(span)), None)
    if here is None:
        return None
    if 0 <= here + step < len(own):
        return own[here + step]
    return _over_the_border(document, at, step)


def _over_the_border(document: Document, at: int, step: int) -> Span | None:
    """The first or last sentence of the next or former paragraph of the section."""
    section = document.blocks[at].section
    at += step
    while 0 <= at < len(document.blocks):
        block = document.blocks[at]
        if block.section != section or block.kind is BlockKind.TABLE:
            return None
        if block.kind in _RUNNING:
            own = _sentences(document, block)
            return own[0 if step > 0 else -1] if own else None
        at += step
    return None


def _block_at(document: Document, span: Span) -> int | None:
    return next(
        (i for i, b in enumerate(document.blocks) if b.start <= span.start < b.end and b.kind in _RUNNING), None
    )


def _sentences(document: Document, block: Block) -> list[Span]:
    return [
        Span(block.start + s.start, block.start + s.end)
        for s in sentence_spans(document.cleaned[block.start : block.end])
    ]


def _text(document: Document, span: Span) -> str:
    return document.cleaned[span.start : span.end].lstrip(" -–•\n")
