"""Spaces lost beside full stops and commas: "19.juni", "Pr.1.januar", "(evt.ifaser)", "kr.,som"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.danish.date_readers import ANY_MONTH
from core.schema import Change
from ingest.cleanup.pieces import protected
from ingest.cleanup.trie import Trie

_TOKEN = re.compile(r"\S+")
_WITHIN = re.compile(r"[^\W_][.,;:]+[^\W_]")
_LONGEST = 100  # letters; longer tokens are no words
_DAY = re.compile(
    rf"(?<=\d\.)(?={ANY_MONTH}\b)",
    re.I,
)
_BEFORE_NUMBER = re.compile(r"(?<=\b[Pp]r\.|\b[Nn]r\.|\b[Cc]a\.|\bjf\.)(?=\d)|(?<=\b[Ss]tk\.|\b[Kk]ap\.)(?=\d)")
_BETWEEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})([.,;:]+)(?=([^\W\d_]{2,}))")
_COMMON = 12.0  # nats: after a comma only everyday words
_ABBREVIATIONS = frozenset(("kr", "mio", "mia", "evt", "inkl", "ekskl", "pct", "ca", "jf", "vedr", "mv", "osv"))


def lost_spaces(text: str, start: int, end: int, words: Trie) -> Iterator[Change]:
    """A space put in at each place of text[start:end] where one was lost beside a stop."""
    for token in _TOKEN.finditer(text, start, end):
        if token.end() - token.start() > _LONGEST or not _WITHIN.search(token.group()) or protected(token.group()):
            continue
        places = {m.start() for m in _DAY.finditer(token.group())}
        places |= {m.start() for m in _BEFORE_NUMBER.finditer(token.group())}
        places |= {m.end() for m in _BETWEEN.finditer(token.group()) if _everyday(m[1], m[2], m[3], words)}
        for place in sorted(places):
            at = token.start() + place
            yield Change(at, at, "", " ", 0.9, "space")


def _everyday(left: str, stop: str, right: str, words: Trie) -> bool:
    if not right.islower():
        return False
    if "." in stop:  # "notat.docx": a full stop alone says little
        return left.lower() in _ABBREVIATIONS
    cost = words.word_cost(right)
    return cost is not None and cost <= _COMMON
