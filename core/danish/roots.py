"""The root that a Danish verb shares with the nouns made of it ("supervisere", "supervision"; "dække", "dækning")."""

from __future__ import annotations

import re
from functools import lru_cache

_LEAST = 5  # letters of a loan word's root that says which word it is
_LEAST_NATIVE = 3
# endings of loan verbs and their nouns, longest first; a definite or plural ending may follow
_LOAN = re.compile(
    r"(?:erings?|ations?|itions?|ions?|erede|eret|erer|ere|atore?r?|itore?r?|ore?r?|ører?|enter?)"
    r"(?:er|ne|erne|en|et)?$"
)
_NOUN = re.compile(r"(?P<verb>.+?)(?:ning|else|ing)(?:s|en|ens|er|erne|r|n|ne)?$")  # nouns of native verbs
_VERB = r"(?:e|er|es|et|te|ede|t|r|s)?$"


_CARER = re.compile(r"(?P<root>\w{4,})erske(?:ns?|rs?|rnes?)?$")  # "sundhedsplejersker"
_DOER = re.compile(r"(?P<root>\w{4,})er(?:es?|ens?|nes?|s)?$")  # "vejlederne"; a plural of things as well


@lru_cache(maxsize=20_000)
def activities(person: str) -> tuple[str, ...]:
    """Words that may name what those do whom a word names, in dictionary form: "sundhedsplejerskerne" →
    "sundhedspleje", "rådgiverne" → "rådgivning". Only the collection can say which of them is a word."""
    low = person.lower()
    if found := _CARER.match(low):
        return (f"{found['root']}e",)
    found = _DOER.match(low)
    return tuple(f"{found['root']}{end}" for end in ("ning", "ing", "")) if found else ()


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The root of a loan verb or a noun made of it, "" for any other word."""
    low = word.lower()
    bare = _LOAN.sub("", low)
    return bare if bare != low and len(bare) >= _LEAST else ""


@lru_cache(maxsize=50_000)
def same_root(a: str, b: str) -> bool:
    """True for two words made of one verb ("koordinere", "koordinationen"; "styrke", "styrkelse")."""
    return (bool(root(a)) and root(a) == root(b)) or _is_noun_of(a, b) or _is_noun_of(b, a)


def _is_noun_of(noun: str, verb: str) -> bool:
    found = _NOUN.match(noun.lower())
    if found is None or len(found["verb"]) < _LEAST_NATIVE:
        return False
    stem = re.escape(found["verb"])
    last = re.escape(found["verb"][-1])
    return re.match(f"{stem}(?:{last})?{_VERB}", verb.lower()) is not None
