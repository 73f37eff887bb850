"""Units that a sentence names only as "udvalget" or "forvaltningen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from register.reading import Statement
from register.unit_forms import Mention
from register.units import UnitIndex

_BARE = re.compile(
    r"(?<![\w-])(?P<word>[Uu]dvalget|[Ff]orvaltningen|[Ff]orvaltningerne|[Uu]dvalgene|[Aa]fdelingen|"
    r"[Cc]entere?t|[Ss]ekretariatet|[Bb]estyrelsen|[Tt]askforcen)(?P<s>s)?(?![\w-])"
)
_LETTERHEAD = 500  # characters
_TYPES = {
    "udvalget": "udvalg",
    "forvaltningen": "forvaltning",
    "afdelingen": "center",
    "centeret": "center",
    "centret": "center",
    "sekretariatet": "center",
}


def bare_mentions(text: str, known: Sequence[Mention]) -> list[Mention]:
    """Places where a unit is named by its kind alone."""
    taken = {m.start for m in known}
    found = []
    for match in _BARE.finditer(text):
        if match.start() not in taken and not any(m.start <= match.start() < m.end for m in known):
            word = match["word"]
            found.append(
                Mention(match.start(), match.end(), word[0].upper() + word[1:], "bare", match["s"] is not None)
            )
    return found


def resolve(mention: Mention, statement: Statement, before: Sequence[Mention], index: UnitIndex) -> Mention:
    """The unit a bare word means: one in the statement's headings, else the last of its kind named in the
    section, else the issuer in the letterhead, else the only one of its kind. A word that stays
    open keeps its own letters."""
    kind = _TYPES.get(mention.text.lower())
    if kind is None:
        return replace(mention, type="andet")
    for heading in reversed(statement.section):
        named = [u for u in index.units if u.type == kind and _named_in(u.name, heading)]
        if len(named) == 1:
            return replace(mention, text=named[0].name, type=kind)
    recent = [m for m in before if m.type == kind]
    if recent:
        return replace(mention, text=recent[-1].text, type=kind)
    issuer = next((m for m in index.mentions[:3] if m.type == kind and m.start < _LETTERHEAD), None)
    if issuer is not None:
        return replace(mention, text=issuer.text, type=kind)
    every = sorted((u for u in index.units if u.type == kind), key=lambda u: -len(u.places))
    if every and (len(every) == 1 or len(every[0].places) > 2 * len(every[1].places)):
        return replace(mention, text=every[0].name, type=kind)
    return replace(mention, type=kind)


def _named_in(name: str, heading: str) -> bool:
    stem = re.sub(r"(?:et|en)$", "", name.lower())
    return stem in heading.lower()
