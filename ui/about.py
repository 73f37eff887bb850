"""What a document says of itself: each value with its place, how sure it is, and who corrected it."""

from __future__ import annotations

from dataclasses import dataclass

from core.alignment import Alignment
from core.schema import Document, Kind, Meta
from ui import format as fmt
from ui import links
from ui.texts import KINDS, META

UNSURE = 0.6  # values read with less confidence are marked


@dataclass(frozen=True, slots=True)
class Fact:
    """url: where the value stands, empty where it was inferred. unsure: a person should check it."""

    value: str
    url: str
    unsure: bool
    person: str


def about(document: Document, *, panel: bool = False) -> list[tuple[str, list[Fact]]]:
    """(Danish name, facts) in a fixed order; a corrected value hides what was read."""
    alignment = Alignment.of(document.changes)
    groups = []
    for name, label in META.items():
        found = [meta for meta in document.meta if meta.name == name and meta.value]
        found = [meta for meta in found if meta.corrected_by][:1] or found
        if found:
            groups.append((label, [_fact(document, meta, alignment, panel) for meta in found]))
    return groups


def _fact(document: Document, meta: Meta, alignment: Alignment, panel: bool) -> Fact:
    url = ""
    if meta.span and meta.span.start < meta.span.end <= len(document.cleaned):
        span = alignment.to_received(meta.span)
        url = links.reader(document.id, span.start, span.end, panel=panel)
    return Fact(_shown(meta), url, not meta.corrected_by and meta.confidence < UNSURE, meta.corrected_by)


def _shown(meta: Meta) -> str:
    if meta.name == "kind" and meta.value in set(Kind):
        return KINDS[Kind(meta.value)]
    return fmt.iso_day(meta.value) if meta.name in ("date", "meeting_date") else meta.value
