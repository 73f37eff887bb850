"""What every composer works with: the evidence at hand, quoting, and choosing sentences that add something."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answer.clip import clip, without_marker, without_that, words_in
from answer.compose.gate import presentable
from answer.danish_words import numbers_in
from answer.draft import Draft, Source, Statement
from answer.evidence import Sentence
from answer.look import Look
from answer.matching import coverage, match, stems
from answer.question import Part, Question
from answer.table_line import fields_text, row_text
from answer.values import UnitNames
from core.citations import collapse
from core.danish.tokens import words
from core.schema import Conflict, Document, Hit, Responsibility, Span

USUAL_WORDS = 60  # an ordinary answer
_GAIN = 3.0  # what a topic met for the first time adds to a sentence's worth
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_EMPTY_LEAD_IN = 4  # words; shorter ones ("Parterne er enige om:") say nothing of their own
_LEAD_IN = 24
LONGEST_QUOTE = 34  # words of one quoted sentence before it is trimmed


@dataclass(frozen=True)
class Context:
    """All that a composer may use. ranked: for each part of the question, its sentences best first.
    rows, conflicts: the whole register. name_on: a unit's name valid a day, in a document's municipality. today: the
    day of asking."""

    question: Question
    hits: Sequence[Hit]
    documents: Mapping[str, Document]
    ranked: Sequence[Sequence[Sentence]]
    names: UnitNames
    rows: Sequence[Responsibility] = ()
    conflicts: Sequence[Conflict] = ()
    name_on: Callable[[str, date, str], str] = lambda unit, day, document_id: unit
    today: date = date.max
    load: Callable[[str], Document] | None = None  # a document outside the hits
    look: Look | None = None  # searches again, for one side of a question
    on: Callable[[date], Mapping[str, Responsibility]] | None = None  # key → row of the register as of a day

    def document(self, document_id: str) -> Document:
        """A document of the hits, or another of the library."""
        held = self.documents.get(document_id)
        if held is not None or self.load is None:
            return self.documents[document_id]
        return self.load(document_id)

    @property
    def best(self) -> Sequence[Sentence]:
        """Sentences of the first part."""
        return self.ranked[0] if self.ranked else ()


Composer = Callable[[Context], Draft | None]


def source_of(document: Document, span: Span) -> Source:
    """A source with the heading path of the block it stands in, from where a quote of it begins."""
    span = without_that(document, span)
    section: tuple[str, ...] = ()
    for block in document.blocks:
        if block.start <= span.start < max(block.end, block.start + 1):
            section = block.section
    return Source(document, span, section)


def quoted(
    document: Document, span: Span, keep: Sequence[Span] = (), most: int = LONGEST_QUOTE, *, heads: bool = False
) -> Statement:
    """A statement in the source's own words, trimmed to whole clauses where it is long; the row of a table with its
    cells parted, lines of fields too. heads: and after the heads of their columns."""
    bare = without_marker(document, span)
    row = row_text(document, bare, heads=heads) or fields_text(document, bare)
    if row and words_in(row) <= most:
        return Statement(row, (source_of(document, bare),), computed=tuple(numbers_in(row)), given=(row,))
    cut = without_that(document, clip(document, bare, keep, most))
    bare = without_that(document, bare)
    text = collapse(document.cleaned[cut.start : cut.end])
    if cut.start > bare.start:
        text = f"… {text}"
    if cut.end < bare.end and not text.endswith("…"):
        text = f"{text} …"
    return Statement(text, (source_of(document, cut),), quoted=True)


def quote(sentence: Sentence, part: Part, most: int = LONGEST_QUOTE) -> Statement:
    """A ranked sentence as a statement; what is kept when it is trimmed are its values and the topic words."""
    keep = [Span(sentence.span.start + v.start, sentence.span.start + v.end) for v in _kept_values(sentence)]
    keep += _topic_spans(sentence, part)
    return quoted(sentence.document, sentence.span, keep, most)


def with_lead_in(sentence: Sentence, part: Part, most: int = LONGEST_QUOTE) -> list[Statement]:
    """The sentence, after the one that introduces its list where that one says who or what it is about."""
    said = quote(sentence, part, most)
    for block in sentence.document.blocks:
        place = block.lead_in_span
        if place and block.start <= sentence.span.start < block.end and not place.overlaps(sentence.span):
            lead = quoted(sentence.document, place, most=_LEAD_IN)
            return [lead, said] if words_in(block.lead_in) > _EMPTY_LEAD_IN else [said]
    return [said]


def _kept_values(sentence: Sentence) -> list[Span]:
    """Offsets into the uncollapsed text of the sentence's values, found again there."""
    raw = sentence.document.cleaned[sentence.span.start : sentence.span.end]
    found = []
    for value in sentence.found[:2]:
        at = raw.find(value.text)
        if at >= 0:
            found.append(Span(at, at + len(value.text)))
    return found


def _topic_spans(sentence: Sentence, part: Part) -> list[Span]:
    raw = sentence.document.cleaned[sentence.span.start : sentence.span.end]
    heavy = [term for term in part.terms if term.weight > 0.3]
    return [
        Span(sentence.span.start + word.start, sentence.span.start + word.end)
        for word in words(raw)
        if any(match(term, word.text) >= 0.5 for term in heavy)
    ]


def alike(a: Sentence, b: Sentence) -> float:
    """Share of the smaller sentence's content words that the other has too."""
    first, second = stems(a.text), stems(b.text)
    return len(first & second) / max(min(len(first), len(second)), 1)


def choose(ranked: Sequence[Sentence], part: Part, budget: int, most: int = 3, enough: float = 0.2) -> list[Sentence]:
    """The best sentence, and others near it in score that say something more, within ``budget`` words (as they
    will be quoted). What meets topic words that are still unmet comes first. enough: least score, gain
    counted in, as a share of the best."""
    pool = presentable(ranked[:25], part)
    chosen: list[Sentence] = []
    used = 0
    while pool and len(chosen) < most:
        met = " ".join(sentence.text for sentence in chosen)
        best = max(pool, key=lambda s: _worth(s, part, met))
        pool.remove(best)
        length = min(words_in(best.text), LONGEST_QUOTE + 6)
        if chosen and _worth(best, part, met) < enough * chosen[0].score:
            break
        if chosen and (used + length > budget or any(_repeats(best, other) for other in chosen)):
            continue
        chosen.append(best)
        used += length
    return chosen


def _worth(sentence: Sentence, part: Part, met: str) -> float:
    """A sentence's score, raised by the share of the topic that only it meets."""
    if not met:
        return sentence.score
    gain = coverage(part.terms, f"{met} {sentence.text}") - coverage(part.terms, met)
    return sentence.score * (1 + _GAIN * gain)


def _repeats(sentence: Sentence, other: Sentence) -> bool:
    """Says the same again; like words with other figures are another claim."""
    if sentence.overlaps(other):
        return True
    return alike(sentence, other) > 0.75 and not _other_figures(sentence.text, other.text)


def _other_figures(a: str, b: str) -> bool:
    """Each text holds a figure that the other lacks."""
    one, two = (frozenset(_FIGURE.findall(text)) for text in (a, b))
    return bool(one - two) and bool(two - one)
