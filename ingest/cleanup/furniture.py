"""Stretches of a page that are no running text: page numbers, specks, and the rubble of diagrams.

Works on any text, as received or cleaned. Repeated heads and feet need the whole document's pages: the
structure code finds those.
"""

from __future__ import annotations

import re

from core.schema import Span
from ingest.cleanup.trie import Trie

_LINE = re.compile(r"[^\n\f]+")
_PAGE_NUMBER = re.compile(
    r"\s*+(?:side|page|s\.)?\s*+\d{1,4}\s*(?:/|af|of)\s*\d{1,4}\s*|\s*[-–—]\s*\d{1,4}\s*[-–—]\s*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_RUBBLE_LETTERS = 40  # a longer line alone between blank lines is a sentence or heading, however odd
_LONG = 7  # letters
_KNOWN = 13.0  # nats: an everyday word


def furniture_spans(text: str, words: Trie) -> list[Span]:
    """Spans of lines that should be neither searched nor quoted, in order. ``words``: ``lexicon.load()``."""
    return [
        Span(line.start(), line.end())
        for line in _LINE.finditer(text)
        if line.group().strip() and is_furniture(line.group(), _alone(text, line.start(), line.end()), words)
    ]


def is_furniture(line: str, alone: bool, words: Trie) -> bool:
    """alone: blank lines (or the page's edge) stand on both sides."""
    if _PAGE_NUMBER.fullmatch(line):
        return True
    if not any(c.isalnum() for c in line):
        return not set(line) <= set(" -–—_=|+:*•\t")  # specks; rules and table lines are not
    return alone and _rubble(line.strip(), words)


def _rubble(line: str, words: Trie) -> bool:
    """A short line of letters in which no word is a Danish one, no abbreviation and no name."""
    if len(line) > _RUBBLE_LETTERS or any(c.isdigit() for c in line) or line.endswith((":", ".")):
        return False
    found = _WORD.findall(line)
    return bool(found) and not any(_sensible(word, words) for word in found)


def _sensible(word: str, words: Trie) -> bool:
    if len(word) > _LONG or (len(word) > 2 and (word.isupper() or word.istitle())):
        return True  # a compound, an abbreviation or a name
    cost = words.word_cost(word.lower())
    return cost is not None and cost <= (_KNOWN if len(word) > 2 else 9.0)


def _alone(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip(" \t")[-2:] if start < 200 else text[start - 200 : start].rstrip(" \t")[-2:]
    after = text[end : end + 200].lstrip(" \t")[:2]
    return (before in ("", "\n\n") or before.endswith("\f")) and (after in ("", "\n", "\n\n") or after[:1] == "\f")
