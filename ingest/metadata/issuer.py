"""Who issued the document: the municipality, administration or committee named in its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import Block, BlockKind, Meta, Span

_TOP = 2500
_ENDS = (
    "kommune|KOMMUNE|forvaltning(?:en)?|[Uu]dvalg|udvalget|forvaltningsområde|direktion(?:en)?|sekretariat(?:et)?|"
    "magistrat(?:en)?|[Bb]yråd(?:et)?|kommunalbestyrelsen?|Borgerrepræsentation(?:en)?|MED|Center|centret|centeret"
)
_UNIT = re.compile(
    r"^[ \t#*]*("
    r"(?:[A-ZÆØÅ][\wÆØÅæøå-]*,?(?:[ \t]+(?:og|for|i|af|[A-ZÆØÅ][\wÆØÅæøå-]*,?)){0,7}[ \t]+|[A-ZÆØÅ][\wæøå]*)?"
    rf"[\wÆØÅæøå-]*(?:{_ENDS})|[Uu]dvalg(?:et)?[ \t]+for[ \t][^\n:.()]{{3,60}})[ \t,*]*(?:\([A-ZÆØÅ]{{2,6}}\))?[ \t]*$",
    re.MULTILINE,
)
_LABELLED = re.compile(
    r"^[ \t*#|]*(?:udvalg|råd|forum|møde)[ \t]*[:|\t]?[ \t]*\|?\n{0,2}[ \t]*"
    r"([A-ZÆØÅ][\wæøåÆØÅ-]*(?:,?[ \t]+[\wæøåÆØÅ-]+){0,7})[ \t|]*$",
    re.IGNORECASE | re.MULTILINE,
)
_RECEIVER = re.compile(r"(?:til|kopi|cc|møde\w*|medlemmer)\b", re.IGNORECASE)


def issuers(text: str, blocks: Sequence[Block]) -> list[Meta]:
    """Lines of the head that are a unit's name, the most specific one surest. Receivers ("Til …") are left out."""
    found = [
        Meta("issuer", match.group(1), Span(match.start(1), match.end(1)), 0.9)
        for match in _LABELLED.finditer(text[:_TOP])
        if re.fullmatch(rf".*(?:{_ENDS})|Udvalg(?:et)? for .+", match.group(1), re.IGNORECASE)
    ][:1]
    first = next((b.start for b in blocks if b.kind is BlockKind.PARAGRAPH and b.end - b.start > 200), _TOP)
    for match in _UNIT.finditer(text[: min(_TOP, max(first, 400))]):
        name = re.sub(
            r"^(?:udarbejdet|skrevet|udgivet)\s+af\s+", "", " ".join(match.group(1).split()), flags=re.IGNORECASE
        )
        if _RECEIVER.match(name) or name.lower() in ("kommune", "center") or any(m.value == name for m in found):
            continue
        town = name.lower().endswith("kommune")
        found.append(Meta("issuer", name, Span(match.start(1), match.end(1)), 0.7 if town else 0.85))
    return found[:4]
