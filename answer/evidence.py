"""Sentences of the top passages, scored for how well they answer the question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from answer.counting import Value, counts
from answer.cues import cause, condition
from answer.learned import learned
from answer.lexicon import light_first
from answer.question import Part, Question, Term
from answer.understanding.kinds import Asked
from answer.understanding.sources import named_strength
from answer.units import passage_sentences
from answer.values import UnitNames, values
from core.citations import collapse
from core.danish.tokens import is_stop_word, normal, stem, words
from core.schema import BlockKind, Document, Hit, Span

_AROUND = 0.6  # what a word in the heading, the lead-in or a neighbouring sentence counts against one inside
_WHOLE = 0.95  # a compound whose parts all stand in the text ("task force" for "taskforce")
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
    spans = passage_sentences(document, passage)
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


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text, and of the parts that hyphens join."""
    return frozenset(stem(word.text) for word in words(text) if not is_stop_word(word.text))


@lru_cache(maxsize=20_000)
def _content(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(text) if not is_stop_word(word.text))


@lru_cache(maxsize=20_000)
def _long(text: str) -> tuple[str, ...]:
    return tuple({normal(word.text) for word in words(text) if len(word.text) > 7})


def match(term: Term, text: str) -> float:
    """How well a term is met in a text, 0..1: a stem or another name of it, or a part of a longer word."""
    found = term.met.get(text)
    if found is None:
        found = term.met[text] = _match(term, text)
    return found


def _match(term: Term, text: str) -> float:
    held = stems(text)
    best = max((strength for variant, strength in term.variants.items() if variant in held), default=0.0)
    if best < _WHOLE and len(term.parts) > 1 and _in_a_row(term.parts, text):
        return _WHOLE
    if best >= 0.6:
        return best
    own = stem(term.word)
    if len(own) > 4 and any(own in long for long in _long(text)):
        return max(best, 0.6)
    first = light_first(term.word)
    if len(first) > 4 and any(long.startswith(first) for long in _long(text)):
        return max(best, 0.6)
    return best


def _in_a_row(parts: Sequence[str], text: str) -> bool:
    """True where the parts of a compound stand as neighbouring words."""
    order = _ordered_stems(text)
    size = len(parts)
    return any(order[i : i + size] == tuple(parts) for i in range(len(order) - size + 1))


@lru_cache(maxsize=20_000)
def _ordered_stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.text) for word in words(text))


def coverage(terms: Sequence[Term], text: str, around: str = "") -> float:
    """Share of the terms' weight that the text meets; words met only around it count less."""
    whole = sum(term.weight for term in terms)
    if not whole:
        return 0.0
    met = (max(match(term, text), _AROUND * match(term, around) if around else 0.0) * term.weight for term in terms)
    return sum(met) / whole


def score(found: Sequence[Sentence], question: Question, part: Part, names: UnitNames) -> list[Sentence]:
    """The sentences with features and score for one part of a question, best first."""
    top = max((sentence.hit.score for sentence in found), default=1.0) or 1.0
    named = {s.document.id: named_strength(question.mended, s.document, question.when.spans) for s in found}
    ranked = []
    for sentence in found:
        valued = tuple(values(part.kind, sentence.text, names, part.text))
        told_before = bool(sentence.lead_in) and bool(values(part.kind, sentence.lead_in, names, part.text))
        features = _features(sentence, question, part, valued, top, named)
        if told_before and not valued:
            features |= {"value": 0.7, "wants": 0.0}
        ranked.append(replace(sentence, features=features, found=valued, score=_logistic(features)))
    return sorted(ranked, key=lambda s: -s.score)


def _features(
    sentence: Sentence,
    question: Question,
    part: Part,
    valued: Sequence[Value],
    top: float,
    named: dict[str, float],
) -> dict[str, float]:
    inside = coverage(part.terms, sentence.text)
    count = len(sentence.text.split())
    most = max(named.values(), default=0.0)
    features = {
        "inside": inside,
        "around": coverage(part.terms, sentence.text, sentence.around),
        "whole": coverage(question.terms, sentence.text, sentence.around),
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
    places = [i for i, token in enumerate(tokens) if any(v.start <= token.start < v.end for v in valued)]
    total = sum(term.weight for term in terms) or 1.0
    near = 0.0
    for term in terms:
        held = [i for i, token in enumerate(tokens) if match(term, token.text) >= 0.5]
        gap = min((abs(i - p) for i in held for p in places), default=None)
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
    pairs = list(pairwise(order))
    tokens = _content(text)
    if not pairs or not tokens:
        return 0.0
    met = sum(any(match(a, x) >= 0.5 and match(b, y) >= 0.5 for x, y in pairwise(tokens)) for a, b in pairs)
    return met / len(pairs)


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


def _has_year(text: str) -> bool:
    return any(len(w.text) == 4 and w.text.isdigit() and w.text[:2] in ("19", "20") for w in words(text))


def weights() -> dict[str, float]:
    """Weights of the sentence score; learned as docs/decisions tell."""
    return learned("evidence")


def _logistic(features: dict[str, float]) -> float:
    table = weights()
    total = table.get("bias", 0.0) + sum(table.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
