"""From the words of a question to terms of the index, each with its weight and what may stand for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from core.danish.synonyms import synonyms
from core.danish.tokens import Word, content_words, normal
from index import fulltext
from index.analysis import spelling, term
from index.vocabulary import Vocabulary

# credit of a match by how it came about; 1.0 is the word itself
EXPANSION = 0.9
_COMPOUND = 0.6
_YEAR_WEIGHT = 0.3  # a year says when, seldom what: of its rarity this much counts
_YEAR = re.compile(r"(?:19|20)\d\d")
_PART = 0.6
_SOME_PART = 0.5  # a part of a compound whose other parts the collection lacks
_MISREAD = 0.85
_SYNONYM = 0.5  # words of general Danish that say nearly the same
_LARGE = 10_000  # passages of a collection of which not all are looked at that any word of a question stands in
_ROWS = 8_000  # passages looked at there
_RARE = 8  # passages up to which a word is also looked for as a scan may have misread it


@dataclass(frozen=True, slots=True)
class AskedTerm:
    """One content word of a question. credits: index term → credit 0..1 of finding it instead.
    phrases: other names for it, each as the index terms that must all be found; they give EXPANSION credit.
    key: its ASCII spelling. weight: inverse document frequency of the most frequent full match."""

    word: str
    credits: Mapping[str, float]
    key: str
    weight: float
    phrases: tuple[frozenset[str], ...] = ()
    sought: tuple[str, ...] = ()  # those the full-text index is asked for: synonyms only of a word it lacks
    spelled: bool = True  # and it is asked for the ASCII spelling


@dataclass(frozen=True, slots=True)
class Asked:
    """All content words of a question. text: the question."""

    text: str
    terms: tuple[AskedTerm, ...]
    total: float = field(default=0.0)

    def expression(self) -> str:
        """As FTS5 asks for it."""
        every = dict.fromkeys(one for asked in self.terms for one in asked.sought)
        phrases = dict.fromkeys(tuple(sorted(one)) for asked in self.terms for one in asked.phrases)
        return fulltext.query(list(every), [asked.key for asked in self.terms if asked.spelled], list(phrases))


def read_question(text: str, vocabulary: Vocabulary, expansions: Mapping[str, Sequence[str]]) -> Asked:
    """The question's terms. expansions: word (lower case) → other words or names for it."""
    terms: dict[str, AskedTerm] = {}
    content = content_words(text)
    for i, word in enumerate(content):
        after = content[i + 1].text if i + 1 < len(content) else ""
        one = _term(word, after, vocabulary, expansions)
        terms.setdefault(term(word.text), one)
    return Asked(text, _rarest(list(terms.values()), vocabulary), sum(one.weight for one in terms.values()))


def _rarest(terms: Sequence[AskedTerm], vocabulary: Vocabulary) -> tuple[AskedTerm, ...]:
    """Of a large collection's full text the words that stand in many passages are not asked for, where rarer ones of
    the question are: scoring tens of thousands of passages takes long, and what a word in every tenth passage tells of
    them is little. All words count when what was found is ranked."""
    if vocabulary.passages <= _LARGE:
        return tuple(terms)
    sought = sorted({(vocabulary.stems.get(word, 0), word) for one in terms for word in one.sought})
    reached = accumulate(count for count, _ in sought)
    kept = {word for i, ((_, word), rows) in enumerate(zip(sought, reached, strict=True)) if not i or rows <= _ROWS}
    return tuple(
        replace(one, sought=tuple(word for word in one.sought if word in kept), spelled=one.sought[0] in kept)
        for one in terms
    )


def _term(word: Word, after: str, vocabulary: Vocabulary, expansions: Mapping[str, Sequence[str]]) -> AskedTerm:
    form = normal(word.text)
    own = term(word.text)
    credits = {own: 1.0}
    others = [frozenset(term(part.text) for part in content_words(other)) for other in expansions.get(form, ())]
    credits |= {one: EXPANSION for other in others if len(other) == 1 for one in other if one != own}
    held = vocabulary.stems.get(own, 0)
    if not held and form[0].isalpha():
        _spelled_otherwise(form, credits, vocabulary)
    elif held <= _RARE:
        credits |= dict.fromkeys(set(vocabulary.misread(form)) - credits.keys(), _MISREAD)
    joined = term(form + normal(after)) if after and after[0].isalpha() else ""
    if joined in vocabulary.stems:
        credits.setdefault(joined, 1.0)
    frequency = max((vocabulary.stems.get(one, 0) for one, credit in credits.items() if credit > 0.7), default=0)
    _compounds(form, own, credits, vocabulary)
    weight = fulltext.idf(vocabulary.passages, min(frequency, vocabulary.passages))
    if _YEAR.fullmatch(form):
        weight *= _YEAR_WEIGHT
    if not held:
        _lower_parts(credits, weight, vocabulary)
    alike = {one: _SYNONYM for other in synonyms(form) if (one := term(other)) in vocabulary.stems}
    sought = tuple(credits) if held else (*credits, *alike)
    credits = alike | credits
    phrases = tuple(dict.fromkeys(other for other in others if len(other) > 1))
    return AskedTerm(word.text, credits, spelling(form), weight, phrases, sought)


def _lower_parts(credits: dict[str, float], weight: float, vocabulary: Vocabulary) -> None:
    """A part counts by how rare it is beside its compound: "opgaver" tells little of "turismeopgaver"."""
    for one, credit in credits.items():
        if credit <= _PART and weight:
            frequency = min(vocabulary.stems.get(one, 0), vocabulary.passages)
            credits[one] = credit * min(1.0, fulltext.idf(vocabulary.passages, frequency) / weight)


def _spelled_otherwise(form: str, credits: dict[str, float], vocabulary: Vocabulary) -> None:
    """A word the collection lacks: other spelling of æøå first, then typing errors."""
    same = vocabulary.same_spelling(form)
    credits |= dict.fromkeys(same, 1.0)
    if not same and not vocabulary.parts(form):
        credits |= dict(vocabulary.alike(form))


def _compounds(form: str, own: str, credits: dict[str, float], vocabulary: Vocabulary) -> None:
    for full in [one for one, credit in credits.items() if credit > 0.7]:
        for one in vocabulary.compounds(full):
            credits.setdefault(one, _COMPOUND)
    parts = vocabulary.parts(form)
    for part in parts:
        credits.setdefault(part, _PART)
    if not parts and own not in vocabulary.stems:
        for part in vocabulary.some_parts(form):
            credits.setdefault(part, _SOME_PART)
