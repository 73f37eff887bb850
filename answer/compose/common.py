"""What every composer works with: the evidence at hand, quoting, and choosing sentences that add something."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answer.clip import clip, without_marker, words_in
from answer.draft import Draft, Source, Statement
from answer.evidence import Sentence, match, stems
from answer.question import Part, Question
from answer.values import UnitNames
from core.citations import collapse
from core.danish.tokens import words
from core.schema import Conflict, Document, Hit, Responsibility, Span

USUAL_WORDS = 60  # an ordinary answer
LONGEST_QUOTE = 34  # words of one quoted sentence before it is trimmed


@dataclass(frozen=True)
class Context:
    """All that a composer may use. ranked: for each part of the question, its sentences best first.
    rows, conflicts: the whole register. name_on: a unit's name valid a day. today: the day of asking."""

    question: Question
    hits: Sequence[Hit]
    documents: Mapping[str, Document]
    ranked: Sequence[Sequence[Sentence]]
    names: UnitNames
    rows: Sequence[Responsibility] = ()
    conflicts: Sequence[Conflict] = ()
    name_on: Callable[[str, date], str] = lambda unit, day: unit
    today: date = date.max

    @property
    def best(self) -> Sequence[Sentence]:
        """Sentences of the first part."""
        return self.ranked[0] if self.ranked else ()


Composer = Callable[[Context], Draft | None]


def source_of(document: Document, span: Span) -> Source:
    """A source with the heading path of the block it stands in."""
    section: tuple[str, ...] = ()
    for block in document.blocks:
        if block.start <= span.start < max(block.end, block.start + 1):
            section = block.section
    return Source(document, span, section)


def quoted(document: Document, span: Span, keep: Sequence[Span] = (), most: int = LONGEST_QUOTE) -> Statement:
    """A statement in the source's own words, trimmed to whole clauses where it is long."""
    bare = without_marker(document, span)
    cut = clip(document, bare, keep, most)
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
        if any(match(term, word.text) >= 0.9 for term in heavy)
    ]


def alike(a: Sentence, b: Sentence) -> float:
    """Share of the smaller sentence's content words that the other has too."""
    first, second = stems(a.text), stems(b.text)
    return len(first & second) / max(min(len(first), len(second)), 1)


def choose(
    ranked: Sequence[Sentence], part: Part, budget: int, most: int = 3, enough: float = 0.4
) -> list[Sentence]:
    """The best sentence, and others that are near it in score and say something more, within ``budget`` words
    (as they will be quoted). enough: least score as a share of the best."""
    chosen: list[Sentence] = []
    used = 0
    for sentence in ranked[:25]:
        if len(chosen) >= most or (chosen and sentence.score < enough * chosen[0].score):
            break
        length = min(words_in(sentence.text), LONGEST_QUOTE + 6)
        if chosen and (used + length > budget or any(_repeats(sentence, other) for other in chosen)):
            continue
        chosen.append(sentence)
        used += length
    return chosen


def _repeats(sentence: Sentence, other: Sentence) -> bool:
    return sentence.overlaps(other) or alike(sentence, other) > 0.75
