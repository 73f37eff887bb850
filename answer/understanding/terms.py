"""The topic words of a question: how much each says, and what stands for it in the papers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from answer.lexicon import Lexicon
from answer.understanding.glossary import to_danish
from answer.understanding.kinds import Asked, asked
from answer.understanding.roles import agreeing, aside, is_frame, joining_words, time_words, verbs
from answer.understanding.sources import source_words
from answer.understanding.variants import PART, full_name, rarest, variants_of
from core.danish.numbers import parse_word
from core.danish.tokens import content_words, is_stop_word, lemma, normal, stem

_FRAME_WEIGHT = 0.25
_FIGURE = 0.3  # a number of one or two digits, which no word table holds
_VERB = 0.5  # the finite verb says less of the topic than its nouns
_STRANGE_VERB = 0.25  # and one that the collection lacks says next to nothing: it will have put it otherwise
_CLAUSE = 0.4  # words of a clause after "når", "hvis", "efter at": they say when it holds, not what it is
_PAST_VERB = re.compile(r"^[\wæøå]{3,}(?:ede|dte|kte|ttede)$")
_VERB_FORM = re.compile(r"(?:er|es|ede|te)$")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Term:
    """One topic word. word: as mended. weight: rarity 0..1. variants: stem → how well it stands for the
    word, 0..1. parts: stems of its compound parts, which together stand for it. known: the collection holds
    the word, one of its parts or another name of it. alike: or a word of like meaning. met: text → how well it
    is met there, kept because the same sentences are looked at again and again."""

    word: str
    weight: float
    variants: Mapping[str, float]
    known: bool
    parts: tuple[str, ...] = ()
    alike: bool = False
    met: dict[str, float] = field(default_factory=dict, compare=False, repr=False)


def terms_of(text: str, lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], english: bool) -> tuple[Term, ...]:
    """The topic words of a question in their order, each once."""
    groups = to_danish(text) if english else [[normal(word.text)] for word in content_words(text)]
    kind = asked(text)
    skip = source_words(text) | (agreeing(text) if kind is Asked.CONFLICT else set())
    empty = time_words(text) | joining_words(text)
    done, apart = verbs(text), aside(text)
    terms: dict[str, Term] = {}
    for group in groups:
        if group[0] in empty or (english and is_stop_word(group[0])):
            continue
        term = _term(group, lexicon, aliases, skip, owned=kind is Asked.OWNER)
        if term is not None:
            role = _english_role(term) if english else _role(term, done, apart)
            terms.setdefault(stem(term.word), replace(term, weight=round(term.weight * role, 4)))
    return tuple(terms.values())


def topic_words(text: str, english: bool) -> list[str]:
    """Topic words in order: no function words, no frame words, no document names, no bare years."""
    if english:
        return [group[0] for group in to_danish(text) if not is_frame(group[0])]
    skip = source_words(text)
    found = [normal(word.text) for word in content_words(text)]
    return [
        word for word in found
        if not is_frame(word) and not is_stop_word(word) and word not in skip
        and not word.isdigit() and len(word) > 1
    ]  # fmt: skip


def _english_role(term: Term) -> float:
    """What the Danish form of an English word makes of its weight."""
    return _VERB if _VERB_FORM.search(term.word) and lemma(term.word) != term.word else 1.0


def _role(term: Term, done: set[str], apart: set[str]) -> float:
    """What a word's place in the sentence makes of its weight."""
    if term.word in done or _PAST_VERB.search(term.word):
        return _VERB if term.known else _STRANGE_VERB
    return _CLAUSE if term.word in apart else 1.0


def _term(
    group: Sequence[str], lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], skip: set[str], *, owned: bool
) -> Term | None:
    word = group[0]
    if (len(word) < 2 and not word.isdigit()) or parse_word(word) is not None or _YEAR.fullmatch(word):
        return None
    variants = variants_of(group, lexicon, aliases, owned=owned)
    known = any(lexicon.frequency(variant) for variant, strength in variants.items() if strength >= PART)
    weight = lexicon.weight(rarest(variants, stem(word.split()[0]), lexicon))
    if is_frame(word) or word in skip:
        weight *= _FRAME_WEIGHT
    if word.isdigit() and len(word) < 3:
        weight, known = _FIGURE, True
    parts = lexicon.parts(word) if " " not in word else ()
    alike = known or any(lexicon.frequency(variant) for variant in variants)
    return Term(word, round(weight, 4), variants, known, parts or full_name(aliases.get(word, ())), alike)
