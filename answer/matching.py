"""How a topic word is met in a text. An answer asks this some thousand times, of a few hundred texts: what is read
from a text and what is found in it are kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from answer.lexicon import light_first
from answer.understanding.terms import Term
from core.danish.tokens import content_stem, is_stop_word, normal, stem, word_texts

_AROUND = 0.6  # what a word in the heading, the lead-in or a neighbouring sentence counts against one inside
_WHOLE = 0.95  # a compound whose parts all stand in the text ("task force" for "taskforce")
_WITHIN = 0.6  # a part of a longer word
_PLACED = 0.5  # from which a single word counts as the term
_LONG = 7  # letters; only longer words are looked into
_SHORTEST = 4  # letters of a stem that is too short to be looked for inside other words


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text, and of the parts that hyphens join."""
    return frozenset(filter(None, map(content_stem, word_texts(text))))


@lru_cache(maxsize=20_000)
def content(text: str) -> tuple[str, ...]:
    """The words of a text that are no stop words, in order."""
    return tuple(word for word in word_texts(text) if not is_stop_word(word))


@lru_cache(maxsize=20_000)
def _long(text: str) -> str:
    """The long words of a text in lower case, each after a line break."""
    return "".join({f"\n{normal(word)}" for word in word_texts(text) if len(word) > _LONG})


@lru_cache(maxsize=20_000)
def ordered_stems(text: str) -> tuple[str, ...]:
    """Stems of all words of a text, stop words too, in order."""
    return tuple(map(stem, word_texts(text)))


def match(term: Term, text: str) -> float:
    """How well a term is met in a text, 0..1: a stem or another name of it, or a part of a longer word."""
    found = term.met.get(text)
    if found is None:
        found = term.met[text] = _match(term, text)
    return found


def _match(term: Term, text: str) -> float:
    held = stems(text)
    best = 0.0
    for variant, strength in term.variants.items():
        if strength > best and variant in held:
            best = strength
    if best < _WHOLE and len(term.parts) > 1 and _in_a_row(term.parts, text):
        return _WHOLE
    return best if best >= _WITHIN or not _within(term.word, text) else _WITHIN


def _within(word: str, text: str) -> bool:
    """True where a long word of the text holds the stem of this one, or opens with what it is about."""
    own, first = stem(word), light_first(word)
    if len(own) <= _SHORTEST and len(first) <= _SHORTEST:
        return False
    long = _long(text)
    return (len(own) > _SHORTEST and own in long) or (len(first) > _SHORTEST and f"\n{first}" in long)


def _in_a_row(parts: Sequence[str], text: str) -> bool:
    """True where the parts of a compound stand as neighbouring words."""
    order = ordered_stems(text)
    size, first, whole = len(parts), parts[0], tuple(parts)
    if first not in order:
        return False
    return any(order[i : i + size] == whole for i in range(len(order) - size + 1) if order[i] == first)


def coverage(terms: Sequence[Term], text: str, around: str = "") -> float:
    """Share of the terms' weight that the text meets; words met only around it count less."""
    whole = met = 0.0
    for term in terms:
        whole += term.weight
        strength = match(term, text)
        if around and strength < _AROUND:
            strength = max(strength, _AROUND * match(term, around))
        met += strength * term.weight
    return met / whole if whole else 0.0


def places(term: Term, tokens: Sequence[str], least: float = _PLACED) -> list[int]:
    """Which of these words meet a term, by their place."""
    met, found = term.met, []
    for i, token in enumerate(tokens):
        strength = met.get(token)
        if strength is None:
            strength = met[token] = _of_word(term, token)
        if strength >= least:
            found.append(i)
    return found


def placed(term: Term, text: str, tokens: Sequence[str]) -> list[int]:
    """``places`` among the words of a text, which are looked at only where the text meets the term at all."""
    return places(term, tokens) if match(term, text) >= _PLACED else []


def _of_word(term: Term, word: str) -> float:
    """``match`` for a text of one word."""
    best = term.variants.get(content_stem(word), 0.0)
    return best if best >= _WITHIN or len(word) <= _LONG or not _within(term.word, word) else _WITHIN
