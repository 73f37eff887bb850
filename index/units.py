"""Reading units: neighbouring small passages shown as one.

Passages are small so that they match well: one point of a list, one row of a table. To read, and to fill a
list of results, a point is better with the points beside it. A unit is a fixed run of passages under one
heading, at most MAX_CHARS long; which runs there are does not depend on the question. The first unit under a
heading begins with that heading, as the page shows it: often it says half of what is sought ("Ændringsforslag
fra ...", "Punkt 4: ...")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from core.citations import collapse
from core.schema import BlockKind, Document, Hit, Passage

MAX_CHARS = 650  # the size of the windows that plain systems are measured with


def units(passages: Sequence[Passage]) -> list[list[Passage]]:
    """A document's passages in runs, in reading order; every passage stands in exactly one."""
    found: list[list[Passage]] = []
    size = 0
    for passage in passages:
        if found and found[-1][0].section == passage.section and size + len(passage.text) <= MAX_CHARS:
            found[-1].append(passage)
            size += len(passage.text)
        else:
            found.append([passage])
            size = len(passage.text)
    return found


def joined(unit: Sequence[Passage], best: Passage) -> Passage:
    """One passage for a unit, with the id, page and context of its best member. The lead-in is kept where
    it belongs to all."""
    if len(unit) == 1:
        return best
    leads = {passage.lead_in for passage in unit}
    return replace(
        best,
        start=min(passage.start for passage in unit),
        end=max(passage.end for passage in unit),
        text="\n".join(passage.text for passage in unit),
        lead_in=leads.pop() if len(leads) == 1 else "",
        page=unit[0].page,
    )


def headed(unit: Passage, document: Document) -> Passage:
    """The unit with the headings that stand right above it, its own innermost heading among them; as it is
    where other text comes between, or where the headings are those of nothing it belongs to."""
    blocks = document.blocks
    at = bisect_left(blocks, unit.start, key=lambda block: block.start)
    start = unit.start
    found: list[str] = []
    while at and blocks[at - 1].kind is BlockKind.HEADING:
        at -= 1
        found.insert(0, collapse(document.cleaned[blocks[at].start : blocks[at].end]))
        start = blocks[at].start
    own = {_bare(heading) for heading in unit.section}
    if not own.intersection(map(_bare, found)):
        return unit
    return replace(unit, start=start, text="\n".join((*found, unit.text)))


def _bare(heading: str) -> str:
    return collapse(heading).rstrip(" :.")


def merged(hits: Sequence[Hit], unit_of: dict[str, list[Passage]]) -> list[Hit]:
    """Hits as units, each at the place of its best member. unit_of: passage id → its unit."""
    seen: set[str] = set()
    found = []
    for hit in hits:
        unit = unit_of.get(hit.passage.id, [hit.passage])
        if unit[0].id not in seen:
            seen.add(unit[0].id)
            found.append(replace(hit, passage=joined(unit, hit.passage)))
    return found
