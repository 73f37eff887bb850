"""What stands for a word of a question in the papers: its stem, parts, other names and words of like meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from answer.lexicon import Lexicon, light_first
from answer.understanding.glossary import synonyms
from core.danish.roots import activities
from core.danish.tokens import stem, words

_ALTERNATIVE = 0.9  # another Danish word for the same English one
_NAME = 0.9  # another name of the same unit
_SYNONYM = 0.55
PART = 0.6  # one part of a compound
_RELATED = 0.9  # a word of the same root, or the word as OCR misread it
_FIRST_PART = 0.85  # the first part of a compound whose last part says little
_OPENED = 0.7  # a longer word that opens with it
_DONE = 0.85  # what they do whom it names
_WIDER = 0.7  # the wider thing of which it is a sort


def variants_of(
    group: Sequence[str], lexicon: Lexicon, aliases: Mapping[str, Sequence[str]], *, owned: bool = False
) -> dict[str, float]:
    """Stem → how well it stands for the word, 0..1. group: the word and what else it may be in Danish. owned: who has
    it is asked, and who has all boldbaner has the fodboldbaner; how many there are is another number."""
    variants: dict[str, float] = {}
    for i, alternative in enumerate(group):
        for token in alternative.split():
            _add(variants, token, 1.0 if i == 0 else _ALTERNATIVE, lexicon, aliases)
    if owned and not any(lexicon.frequency(variant) for variant in variants):
        variants |= dict.fromkeys((wider for token in group[:1] for wider in lexicon.wider(token)), _WIDER)
    return variants


def full_name(names: Sequence[str]) -> tuple[str, ...]:
    """Stems of the longest name that a short form stands for, in order; they stand for it together."""
    longest = max(names, key=len, default="")
    return tuple(stem(word.text) for word in words(longest)) if " " in longest else ()


def rarest(variants: Mapping[str, float], own: str, lexicon: Lexicon) -> str:
    """The stem that says how rare the word is: its own, or a name it stands for when it is not held."""
    if lexicon.frequency(own):
        return own
    held = [variant for variant, strength in variants.items() if strength >= _OPENED and lexicon.frequency(variant)]
    return min(held, key=lexicon.frequency, default=own)


def _add(
    variants: dict[str, float],
    word: str,
    strength: float,
    lexicon: Lexicon,
    aliases: Mapping[str, Sequence[str]],
) -> None:
    """The word's own stem, its compound parts, its other names and its synonyms."""
    own = stem(word)
    variants[own] = max(variants.get(own, 0.0), strength)
    if not lexicon.frequency(own):
        for related in (*lexicon.relatives(word), *lexicon.misread(word)):
            variants.setdefault(related, _RELATED * strength)
        for opened in lexicon.openings(word):
            variants.setdefault(opened, _OPENED * strength)
        for done in filter(lexicon.frequency, map(stem, activities(word))):
            variants.setdefault(done, _DONE * strength)
        _add_first_part(variants, word, strength, lexicon)
    for part in lexicon.parts(word):
        variants.setdefault(part, PART * strength)
    for name in aliases.get(word, ()):
        if " " not in name:
            variants.setdefault(stem(name), _NAME * strength)
    for other in synonyms(word):
        variants.setdefault(stem(other), _SYNONYM * strength)


def _add_first_part(variants: dict[str, float], word: str, strength: float, lexicon: Lexicon) -> None:
    """What a compound with an empty last part is about (erhvervsarbejdet → erhverv)."""
    first = light_first(word)
    if not first:
        return
    variants.setdefault(stem(first), _FIRST_PART * strength)
    for opened in lexicon.openings(first):
        variants.setdefault(opened, _OPENED * strength)
    for other in synonyms(first):
        variants.setdefault(stem(other), _SYNONYM * strength)
