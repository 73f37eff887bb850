"""What a question says it does not ask of: "en legeplads i en park og ikke på en skole"."""

from __future__ import annotations

import re

from core.danish.tokens import is_stop_word, normal, words

_SMALL = r"(?:i|på|ved|hos|for|til|under|fra|af|om|med|en|et|den|det|de|selve|noget|nogen|nogle)"
# "… og ikke på en skole", "…, ikke skolernes"; no verb follows: "som ikke er godkendt" rules nothing out
_NOT = re.compile(
    rf"(?:\b(?:og|men|altså)|,)\s+(?:altså )?ikke\s+(?:bare |kun |blot )?(?:{_SMALL}\s+)+(?P<thing>[\wæøå-]{{3,}})",
    re.IGNORECASE,
)
_BUT = re.compile(
    rf"\b(?:bortset fra|undtagen|fraregnet|snarere end)\s+(?:{_SMALL}\s+)*(?P<thing>[\wæøå-]{{3,}})",
    re.IGNORECASE,
)
_ALSO = re.compile(r"ikke\s+(?:bare|kun|blot)\b", re.IGNORECASE)


def ruled_out(text: str) -> frozenset[str]:
    """Words (lower case) of the things a question sets apart from what it asks of."""
    found = [m for m in _NOT.finditer(text) if not _ALSO.search(m.group())]
    return frozenset(
        normal(word.text)
        for m in (*found, *_BUT.finditer(text))
        for word in words(m["thing"])
        if not is_stop_word(word.text)
    )
