"""Who says what in minutes: the person a paragraph opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import Block, BlockKind, Meta, Span

_VERBS = (
    "siger|sagde|svarer|svarede|spørger|spurgte|bemærker|bemærkede|mener|mente|pointerer|pointerede|kommenterer|"
    "kommenterede|oplyser|oplyste|orienterer|orienterede|gennemgår|gennemgik|fremlægger|fremlagde|fortæller|fortalte|"
    "foreslår|foreslog|opfordrer|opfordrede|henleder|henledte|understreger|understregede|supplerer|supplerede|påpeger|"
    "påpegede|rammesætter|rammesatte|opsummerer|opsummerede|takker|takkede|indleder|indledte|konkluderer|konkluderede|"
    "tilføjer|tilføjede|ønsker|ønskede|er\\s+enig|var\\s+enig|vil\\s+(?:ikke\\s+)?anbefale|anbefaler|anbefalede|gør|gjorde|"
    "kvitterer|kvitterede|redegør|redegjorde|stiller|stillede|nævner|nævnte|bakker|udtrykker|udtrykte|præsenterer"
)
_SPEAKER = re.compile(
    rf"^(?P<name>[A-ZÆØÅÉ][\wæøåé'-]+(?:\s+(?:[A-ZÆØÅÉ]\.|[A-ZÆØÅÉ][\wæøåé'-]+)){{0,4}})(?:\s+\([^)]{{1,40}}\))?\s+(?:{_VERBS})\b"
)
_NO_NAMES = re.compile(
    r"^(?:det|der|den|de|han|hun|man|udvalget|forvaltningen|administrationen|formanden|borgmesteren|direktionen|(?-i:[A-ZÆØÅ]{2,}))\b",
    re.IGNORECASE,
)


def speakers(text: str, blocks: Sequence[Block], known: Sequence[Meta]) -> Iterator[Meta]:
    """One value for each paragraph that opens with a person who says something; span: the paragraph.

    A first name alone is filled in from the list of participants where just one bears it."""
    names = [meta.value for meta in known if meta.name in ("participant", "apology")]
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        found = _SPEAKER.match(text[block.start : block.end])
        if found is None or (_NO_NAMES.match(found.group("name")) and not _role(found.group("name"))):
            continue
        name = " ".join(found.group("name").split())
        full = [other for other in names if other == name or other.startswith(f"{name} ")]
        if names and not full:
            continue
        sure = 0.95 if full else 0.7
        yield Meta("speaker", full[0] if len(full) == 1 else name, Span(block.start, block.end), sure)


def _role(name: str) -> bool:
    return name.lower() in ("formanden", "borgmesteren")
