"""Words of general administrative Danish that say nearly the same. The list lies in synonyms.json: groups of
words, no group made for one document or municipality."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from core.danish.tokens import fold, stem

_FILE = Path(__file__).parent / "synonyms.json"


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    groups: list[list[str]] = json.loads(_FILE.read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for group in groups:
        for word in group:
            found.setdefault(fold(word), set()).update(other for other in group if other != word)
    return {word: tuple(sorted(others)) for word, others in found.items()}


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for word, others in _table().items():
        found.setdefault(stem(word), set()).update(others)
    return {own: tuple(sorted(others)) for own, others in found.items()}


def synonyms(word: str) -> tuple[str, ...]:
    """Words that say nearly the same, looked up as written, else by stem (statuerne → statuer); () where the
    list has none."""
    return _table().get(fold(word)) or _by_stem().get(stem(word), ())
