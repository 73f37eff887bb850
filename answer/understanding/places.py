"""The municipality a question names: then only its papers are asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from core.danish.places import place_key
from core.schema import Filters, Unit

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = frozenset(" -")  # inside a name of two words
_BEFORE = re.compile(r"\b(?:i|hos|in)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"^\s+(?:kom\w*|byråd\w*|region\w*|municipal\w*)\b", re.IGNORECASE)
_LEFT = r"(?:\b(?:i|hos|for|in)\s+)?\b{name}(?:\s+(?:kommunes?|municipality))?(?!\w)"


def places_named(text: str, known: Collection[str]) -> dict[str, str]:
    """Key of each known place that a question names → the name as written. A name without a capital ("vejen") counts
    only after "i" or "hos", before "kommune", or where nothing has a capital."""
    found: dict[str, str] = {}
    plain = text == text.lower()
    words = list(_WORD.finditer(text))
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) and text[word.end() : words[i + 1].start()] in _BETWEEN else None
        for last in (following, word):
            if last is None:
                continue
            written = text[word.start() : last.end()]
            key = place_key(written)
            if key in known and (plain or written[0].isupper() or _placed(text, word.start(), last.end())):
                found.setdefault(key, written)
                break
    return found


def _placed(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE.search(text[:start]) or _AFTER.match(text[end:]))


def without_place(text: str, written: str) -> str:
    """The text without a place's name, and what joins it to the sentence."""
    return " ".join(_pattern(written).sub(" ", text).split())


@lru_cache(maxsize=200)
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(_LEFT.format(name=re.escape(written)), re.IGNORECASE)


def narrowed(filters: Filters, named: Collection[str], of: Mapping[str, str]) -> Filters:
    """The filters with the papers of the places named, and those that are nobody's. of: document id → place. Unchanged
    where no place is named or documents are chosen already."""
    if filters.documents or not named:
        return filters
    return replace(filters, documents=tuple(key for key, place in of.items() if place in named or not place))


def units_in(units: Iterable[Unit], named: Collection[str], of: Mapping[str, str]) -> list[Unit]:
    """The units of the places named and of papers that are nobody's; all where no place is named. of: document id →
    place."""
    return [u for u in units if not named or not u.places or of.get(u.places[0][0], "") in {*named, ""}]
