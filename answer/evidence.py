"""Sentences of the top passages, scored for how well they answer the question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from answer.counting import Value, counts
from answer.cues import cause, condition
from answer.fields import field_spans
from answer.learned import learned
from answer.matching import content, coverage, match, placed
from answer.question import Part, Question
from answer.understanding.kinds import Asked
from answer.understanding.sources import named_strength
from answer.understanding.terms import Term
from answer.units import passage_sentences
from answer.values import UnitNames, values
from core.citations import collapse
from core.danish.tokens import word_texts, words
from core.likeness import signs
from core.schema import BlockKind, Document, Hit, Span

_VALUE_KINDS = frozenset({Asked.AMOUNT, Asked.DATE, Asked.NUMBER, Asked.PERSON, Asked.OWNER})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch that can be quoted. span: cleaned text of its document. text: the same, white space
    collapsed. around: heading path, lead-in and neighbours, for judging only."""

    document: Document
    span: Span
    text: str
    hit: Hit
    rank: int
    place: int  # its number within the passage
    around: str = ""
    heading: bool = False
    lead_in: str = ""  # the sentence that introduces the list it stands in
    score: float = 0.0
    features: dict[str, float] = field(default_factory=dict)
    found: tuple[Value, ...] = ()

    def overlaps(self, other: Sentence) -> bool:
        """True where the two share text."""
        return self.document.id == other.document.id and self.span.overlaps(other.span)


def sentences(hits: Sequence[Hit], documents: dict[str, Document]) -> list[Sentence]:
    """Every sentence of the hits' passages, and the headings they stand under."""
    found: dict[tuple[str, int, int], Sentence] = {}
    for rank, hit in enumerate(hits):
        document = documents[hit.passage.document_id]
        for sentence in (*_of_passage(hit, document, rank), *_headings(hit, document, rank)):
            found.setdefault((document.id, sentence.span.start, sentence.span.end), sentence)
    return list(found.values())


def _of_passage(hit: Hit, document: Document, rank: int) -> list[Sentence]:
    passage = hit.passage
    spans = [part for span in passage_sentences(document, passage) for part in field_spans(document.cleaned, span)]
    texts = [collapse(document.cleaned[span.start : span.end]) for span in spans]
    head = " ".join((*passage.section[-2:], passage.lead_in))
    out = []
    for i, span in enumerate(spans):
        near = " ".join(texts[max(0, i - 1) : i] + texts[i + 1 : i + 2])
        if len(texts[i]) > 3:
            out.append(Sentence(document, span, texts[i], hit, rank, i, f"{head} {near}", lead_in=passage.lead_in))
    return out


def _headings(hit: Hit, document: Document, rank: int) -> list[Sentence]:
    """The heading right above the passage, quoted where it stands."""
    if not hit.passage.section:
        return []
    wanted = collapse(hit.passage.section[-1])
    above = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.start <= hit.passage.start]
    for block in reversed(above):
        if collapse(document.cleaned[block.start : block.end]) == wanted:
            return [Sentence(document, Span(block.start, block.end), wanted, hit, rank, -1, "", heading=True)]
    return []


def score(found: Sequence[Sentence], question: Question, part: Part, names: UnitNames) -> list[Sentence]:
    """The sentences with features and score for one part of a question, best first."""
    top = max((sentence.hit.score for sentence in found), default=1.0) or 1.0
    documents = {sentence.document.id: sentence.document for sentence in found}
    named = {key: named_strength(question.mended, held, question.when.spans) for key, held in documents.items()}
    ranked = []
    alike = likenesses(found)
    for sentence, like in zip(found, alike, strict=True):
        valued = tuple(values(part.kind, sentence.text, names, part.text))
        told_before = bool(sentence.lead_in) and bool(values(part.kind, sentence.lead_in, names, part.text))
        features = _features(sentence, question, part, valued, top, named)
        features["alike"] = like
        if told_before and not valued:
            features |= {"value": 0.7, "wants": 0.0}
        ranked.append(replace(sentence, features=features, found=valued, score=_logistic(features)))
    return sorted(ranked, key=lambda s: -s.score)


def likenesses(found: Sequence[Sentence]) -> list[float]:
    """How far each sentence lies behind the one whose words are most like the question's (0 or less); 0 for all where
    the model tells of no words. A heading stands behind all."""
    own = [_likeness(sentence) for sentence in found]
    held = [one for one in own if one is not None]
    if not held:
        return [0.0] * len(found)
    best, least = max(held), min(held)
    return [(least if one is None else one) - best for one in own]


def _likeness(sentence: Sentence) -> float | None:
    likeness, text, passage = sentence.hit.likeness, sentence.document.cleaned, sentence.hit.passage
    if likeness is None or sentence.heading:
        return None
    if passage.kind is BlockKind.TABLE:  # its row is read with the heads of its columns, so places differ
        return likeness.all()
    before = signs(text[passage.start : sentence.span.start])
    return likeness.of(before, before + signs(text[sentence.span.start : sentence.span.end]))


def _features(
    sentence: Sentence,
    question: Question,
    part: Part,
    valued: Sequence[Value],
    top: float,
    named: dict[str, float],
) -> dict[str, float]:
    inside = coverage(part.terms, sentence.text)
    about = coverage(part.terms, sentence.text, sentence.around)
    only = part.terms is question.terms  # no double question
    count = len(sentence.text.split())
    most = max(named.values(), default=0.0)
    features = {
        "inside": inside,
        "around": about,
        "whole": about if only else coverage(question.terms, sentence.text, sentence.around),
        "passage": sentence.hit.score / top,
        "rank": 1.0 / (1 + sentence.rank),
        "value": float(bool(valued)),
        "wants": float(part.kind in _VALUE_KINDS and not valued),
        "counted": _counted(part, sentence.text, valued),
        "bigram": _phrases(part, sentence.text),
        "rarest": _rarest(part.terms, sentence.text),
        "near": _nearness(part.terms, sentence.text, valued),
        "year": _year_fit(_years(question, part), sentence.text, sentence.around),
        "named": named[sentence.document.id] / most if most else 0.0,
        "cause": cause(part.text, sentence.text),
        "condition": condition(part.text, sentence.text),
        "heading": float(sentence.heading),
        "short": float(count < 5),
        "long": math.log(max(count, 1) / 20) if count > 20 else 0.0,
        "list": float(sentence.hit.passage.kind is BlockKind.LIST_ITEM),
        "table": float(sentence.hit.passage.kind is BlockKind.TABLE),
    }
    for name in ("dense", "sentence", "lexical"):
        if name in sentence.hit.features:
            features[name] = sentence.hit.features[name]
    return features


def _nearness(terms: Sequence[Term], text: str, valued: Sequence[Value]) -> float:
    """How near a value stands to the question's words: 1 beside one of them, falling with the distance in
    words, weighted by how rare the words are."""
    if not valued:
        return 0.0
    tokens = list(words(text))
    told = [i for i, token in enumerate(tokens) if any(v.start <= token.start < v.end for v in valued)]
    texts = [token.text for token in tokens]
    total = sum(term.weight for term in terms) or 1.0
    near = 0.0
    for term in terms:
        gap = min((abs(i - p) for i in placed(term, text, texts) for p in told), default=None)
        near += term.weight * (1.0 / (1 + gap / 4) if gap is not None else 0.0)
    return near / total


def _years(question: Question, part: Part) -> tuple[int, ...]:
    """Years that must fit; an owner's sentence seldom names the year asked about."""
    if part.kind in (Asked.OWNER, Asked.PERSON, Asked.YES_NO):
        return ()
    return part.when.years or question.when.years


def _counted(part: Part, text: str, valued: Sequence[Value]) -> float:
    """For a number asked for: 1 where a number counts that thing, -1 where none does."""
    told = counts(part.text, text, valued) if part.kind is Asked.NUMBER else None
    return 0.0 if told is None else 1.0 if told else -1.0


def _phrases(part: Part, text: str) -> float:
    """Share of the question's neighbouring topic words that are neighbours here too."""
    order = [term for term in part.terms if term.weight > 0.1]
    tokens = content(text)
    if len(order) < 2 or not tokens:
        return 0.0
    where = [set(placed(term, text, tokens)) for term in order]
    met = sum(any(i + 1 in after for i in before) for before, after in pairwise(where))
    return met / (len(order) - 1)


def _rarest(terms: Sequence[Term], text: str) -> float:
    """How well the rarest topic word is met."""
    if not terms:
        return 0.0
    return match(max(terms, key=lambda term: term.weight), text)


def _year_fit(years: Sequence[int], text: str, around: str) -> float:
    """1 where a year asked for stands in the sentence, 0.5 beside it, -1 where only other years stand there."""
    if not years:
        return 0.0
    if any(str(year) in text for year in years):
        return 1.0
    if any(str(year) in around for year in years):
        return 0.5
    return -1.0 if _has_year(text) else 0.0


@lru_cache(maxsize=20_000)
def _has_year(text: str) -> bool:
    return any(len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") for word in word_texts(text))


def weights() -> dict[str, float]:
    """Weights of the sentence score; learned as docs/decisions tell."""
    return learned("evidence")


def _logistic(features: dict[str, float]) -> float:
    table = weights()
    total = table.get("bias", 0.0) + sum(table.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
