"""Trimming: which part of a long sentence to quote. A part is always one unbroken run of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.danish.tokens import is_stop_word, lemma, normal
from core.schema import Document, Span

_BREAK = re.compile(
    r"(?:,|;|:|\)|–)\s+|\s+(?=\()|\s+(?=(?:og at|samt|herunder|hvorefter|men|idet|ligesom|hvor|som|der|når|hvis|så)\s)"
)
_MARKER = re.compile(
    r"^\s*(?:(?:[-–—•·▪●○◦*■□➢✓=“\uf0a7\uf0b7]|\b[eo](?=\s+[A-ZÆØÅ\d])|\(?\d{1,2}[.)]|\(?[a-zæøå][.)]|\|)\s*)+"
)
_THAT = re.compile(r"(?:og\s+)?at\s+(?=([A-Za-zÆØÅæøå-]+))")
# between subject and verb of a clause with "at"; without "at" it would stand behind the verb
_INNER = re.compile(
    r"\b(?:ikke|også|fremover|fremadrettet|fortsat|kun|alene|altid|derfor|dog|aldrig|ligeledes|i stedet)\b",
    re.IGNORECASE,
)
_SUBJECT = 60  # letters in which the subject of a clause mostly ends
_TAIL = re.compile(r"[\s,;:–-]+$")


def words_in(text: str) -> int:
    """Number of words as a reader counts them."""
    return len(text.split())


def without_marker(document: Document, span: Span) -> Span:
    """The span without a list marker at its start or loose punctuation at its end."""
    text = document.cleaned[span.start : span.end]
    found = _MARKER.match(text)
    start = found.end() if found and found.end() < len(text) else 0
    tail = _TAIL.search(text)
    end = tail.start() if tail and tail.start() > start else len(text)
    return Span(span.start + start, span.start + end)


def without_that(document: Document, span: Span) -> Span:
    """The span without a bare "at" before a clause, which alone is no sentence; "at" stays before an infinitive and
    where an adverb stands between subject and verb."""
    text = document.cleaned[span.start : span.end]
    found = _THAT.match(text)
    if found is None or _infinitive(found.group(1)) or _INNER.search(text[:_SUBJECT]):
        return span
    return Span(span.start + found.end(), span.end)


def _infinitive(word: str) -> bool:
    return word.endswith("e") and not is_stop_word(word) and lemma(normal(word)) == normal(word)


def clip(document: Document, span: Span, keep: Sequence[Span], most: int) -> Span:
    """The shortest run of whole clauses that holds every ``keep`` span (offsets into the cleaned text) and,
    where there is room, what stands around it; at most ``most`` words unless the kept spans need more."""
    text = document.cleaned[span.start : span.end]
    if words_in(text) <= most:
        return span
    cuts = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    inside = [
        Span(max(k.start, span.start) - span.start, min(k.end, span.end) - span.start) for k in keep if k.overlaps(span)
    ]
    first, last = (min(k.start for k in inside), max(k.end for k in inside)) if inside else (0, 1)
    low = max(i for i, cut in enumerate(cuts) if cut <= first)
    high = min(i for i, cut in enumerate(cuts) if cut >= last)
    low, high = _grown(text, cuts, low, max(high, low + 1), most)
    piece = text[cuts[low] : cuts[high]]
    lead = len(piece) - len(piece.lstrip())
    tail = _TAIL.search(piece)
    end = tail.start() if tail else len(piece)
    return Span(span.start + cuts[low] + lead, span.start + cuts[low] + max(end, lead + 1))


def _grown(text: str, cuts: Sequence[int], low: int, high: int, most: int) -> tuple[int, int]:
    """Grow to the left first (where the subject stands), then to the right, as long as there is room."""
    while low > 0 and words_in(text[cuts[low - 1] : cuts[high]]) <= most:
        low -= 1
    while high < len(cuts) - 1 and words_in(text[cuts[low] : cuts[high + 1]]) <= most:
        high += 1
    return low, high
