"""What a paper is about where its heading tells only its kind: a labelled subject, else the line below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import Block, BlockKind, Span
from ingest.structure.headings import has_verb
from ingest.structure.title import is_letterhead

_TOP = 1500  # characters in which a subject is labelled
_LABEL = re.compile(
    r"^[ \t*#|]*(?:(?:emne|titel|overskrift|sags?(?:emne|titel)?|vedr(?:ørende|\.)?|ang(?:ående|\.)?)[ \t*]*[:|]"
    r"[ \t*]*\n?[ \t]*|(?:vedr(?:ørende|\.)|ang(?:ående|\.))[ \t]+)"
    r"(?:[\d./-]{4,}[ \t]*[-–:]?[ \t]*)?(?P<subject>[^\W\d_][^\n]{3,160}(?:\n[ \t]*(?-i:[a-zæøå])[^\n]{2,90}(?=\n))?)$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(
    r"(?:til|fra|kopi|cc|dato|den|sags?\w*|dok\w*|j|journal\w*|tlf|telefon|e-?mail|kontakt\w*|initialer|ref|side|kl|"
    r"udarbejdet|notat|kære)\b",
    re.IGNORECASE,
)
_SKIPPED, _LONGEST = 3, 200  # blocks of addresses and fields above the subject, characters a subject has at most


def labelled_subject(text: str) -> Span | None:
    """The subject behind "Emne:", "Vedr." and the like near the top; a number alone or a sentence is none."""
    for match in _LABEL.finditer(text[:_TOP]):
        words = match.group("subject").split()
        if len(words) >= 2 and not has_verb(" ".join(words)):
            return Span(match.start("subject"), match.end("subject"))
    return None


def line_below(text: str, blocks: Sequence[Block], after: int) -> Span | None:
    """The first words below the kind that say no sentence; dates, addresses and fields in between are skipped."""
    below = [b for b in blocks if b.start >= after and b.kind is not BlockKind.FURNITURE][: _SKIPPED + 1]
    for block in below:
        words = " ".join(text[block.start : block.end].replace("**", "").split())
        annexed = block.kind is BlockKind.HEADING and re.match(r"bilag\s+\w{1,3}\W", words, re.IGNORECASE)
        if block.kind is not BlockKind.PARAGRAPH and not annexed:
            return None
        if _FIELD.match(words) or is_letterhead(words) or sum(c.isdigit() for c in words) > 0.3 * len(words):
            continue
        return Span(block.start, block.end) if _names_subject(words) else None
    return None


def _names_subject(words: str) -> bool:
    one = not re.search(r"[a-zæøå]{3}[.!?] [A-ZÆØÅ]", words) and "@" not in words and not words.endswith((":", "?"))
    return one and len(words.split()) >= 2 and len(words) <= _LONGEST and not has_verb(words) and words[0].isupper()
