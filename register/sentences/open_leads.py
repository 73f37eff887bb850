"""Sentences that break off before a numbered list without a colon: "Udvalget varetager opgaver vedrørende", "herunder".
A page often takes them for headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from core.schema import Block, BlockKind

_BREAKS_OFF = re.compile(r"\b(?:vedrørende|vedr\.|herunder|inden for|omfatter|opgaver med|skal)\s*$")
_VERB = re.compile(r"\b(?:varetager|har|forestår|omfatter|administrerer|behandler|forvalter|hører|henhører|skal)\b")


def with_open_leads(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with such a "heading" read as a paragraph that leads in the list below; it heads no section."""
    leads: set[str] = set()
    lead = ""
    for block, after in zip_longest(blocks, blocks[1:]):
        block = replace(block, section=tuple(s for s in block.section if s not in leads))
        words = " ".join(text[block.start : block.end].split())
        if block.kind is BlockKind.HEADING and after and after.kind is BlockKind.LIST_ITEM and _is_lead(words):
            leads.add(words)
            lead = words
            block = replace(block, kind=BlockKind.PARAGRAPH)
        elif block.kind is not BlockKind.LIST_ITEM:
            lead = ""
        elif lead and not block.lead_in:
            block = replace(block, lead_in=lead)
        yield block


def _is_lead(words: str) -> bool:
    return _BREAKS_OFF.search(words) is not None and _VERB.search(words) is not None


def lead_words(words: str, list_below: bool) -> str:
    """The words with the colon they leave out before a list."""
    return f"{words.rstrip()}:" if list_below and _BREAKS_OFF.search(words) else words
