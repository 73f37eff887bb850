"""Lists in a document: points under one introduction, and points that only their numbers hold together ("Princip 1 …
Princip 5", numbered headings or paragraphs with text between them)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.citations import collapse
from core.danish.sentences import sentence_spans
from core.danish.tokens import fold
from core.identity import kept
from core.schema import Block, BlockKind, Document, Span

_MOST_BETWEEN = 14  # blocks between two points of a numbered series
_SERIES_START = re.compile(
    r"^\s*(?:[-–•]\s*)?(?:(?P<word>[A-ZÆØÅ][\wæøå]{1,14})\s)?\(?(?P<mark>\d{1,2}|[a-zæøå])(?P<end>[.):])(?=\s|$)"
)
_LONGEST_OPENING = 300  # characters
_MORE = re.compile(
    r"\b(?:derudover|herudover|desuden|endvidere|også|ligeledes|yderligere|samt|hertil)\b", re.IGNORECASE
)
_NOTE = re.compile(r"^\d{1,2}[A-ZÆØÅ]")  # a footnote that was read as a paragraph
_ASIDE = frozenset({BlockKind.FURNITURE, BlockKind.FOOTNOTE})
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the spans of its points in the cleaned text, in order; the sentence or heading that opens it
    and where that stands; what it stands under."""

    document: Document
    items: tuple[Span, ...]
    opened_by: str = ""
    opening: Span | None = None
    section: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins, its introduction included."""
        return min(self.items[0].start, self.opening.start if self.opening else self.items[0].start)

    @property
    def end(self) -> int:
        """Where its last point ends."""
        return self.items[-1].end

    def text(self) -> str:
        """Its points in one."""
        return " ".join(self.document.cleaned[i.start : i.end] for i in self.items)


@kept(64)
def listings(document: Document) -> tuple[Listing, ...]:
    """Every list of two points or more, in order of the document."""
    found = _joined(document, list(_introduced(document)))
    held = [(one.start, one.end, len(one.items)) for one in found]
    for series in _series(document):
        if not any(start <= series.items[0].start and series.end <= end for start, end, _ in held):
            found.append(series)
    return tuple(sorted((one for one in found if len(one.items) > 1), key=lambda one: one.start))


def _introduced(document: Document) -> Iterator[Listing]:
    """Points in a row; pages may break between them."""
    run: list[Block] = []
    opener: Block | None = None
    for block in document.blocks:
        if block.kind is BlockKind.LIST_ITEM and (not run or _same_list(document, run[-1], block)):
            run.append(block)
        elif run and not _between(document, block):
            yield _of_run(document, run, opener)
            opener = run[-1] if _opens(document, run[-1]) else None
            run = [block] if block.kind is BlockKind.LIST_ITEM else []
    if run:
        yield _of_run(document, run, opener)


def _same_list(document: Document, before: Block, block: Block) -> bool:
    if block.section != before.section or _opens(document, before):
        return False
    return (block.lead_in_span is None and not block.lead_in) or block.lead_in == before.lead_in


def _opens(document: Document, block: Block) -> bool:
    """True for a point that itself introduces what follows."""
    return document.cleaned[block.start : block.end].rstrip().endswith(":")


def _between(document: Document, block: Block) -> bool:
    """True for what may stand between two points of one list without ending it."""
    if block.kind in _ASIDE:
        return True
    return block.kind is BlockKind.PARAGRAPH and _NOTE.match(document.cleaned[block.start : block.end]) is not None


def _of_run(document: Document, run: Sequence[Block], opener: Block | None) -> Listing:
    first = run[0]
    items = tuple(Span(block.start, block.end) for block in run)
    opened = collapse(first.lead_in)
    place = first.lead_in_span
    if not opened and opener is not None:
        place = _last_sentence(document, opener)
        opened = collapse(document.cleaned[place.start : place.end])
    if not opened:
        heading = _heading_above(document, first)
        opened, place = heading if heading else ("", None)
    return Listing(document, items, opened, place, first.section)


def _last_sentence(document: Document, block: Block) -> Span:
    last = sentence_spans(document.cleaned[block.start : block.end])[-1]
    return Span(block.start + last.start, block.start + last.end)


def _heading_above(document: Document, block: Block) -> tuple[str, Span] | None:
    """The heading right above a list that nothing else introduces."""
    if not block.section:
        return None
    for above in reversed([b for b in document.blocks if b.start < block.start]):
        if above.kind is BlockKind.HEADING:
            return collapse(document.cleaned[above.start : above.end]), Span(above.start, above.end)
        if above.kind is not BlockKind.FURNITURE:
            return None
    return None


def _joined(document: Document, found: Sequence[Listing]) -> list[Listing]:
    """Neighbouring lists where the second says that it goes on with the first ("Derudover består det af:")."""
    out: list[Listing] = []
    for one in found:
        last = out[-1] if out else None
        gap = one.start - last.end if last else 0
        if last and 0 <= gap < 4 and last.section == one.section and _MORE.search(one.opened_by):
            out[-1] = replace(last, items=(*last.items, *one.items))
        else:
            out.append(one)
    return out


def _series(document: Document) -> list[Listing]:
    """Points numbered 1, 2, 3 or a, b, c, whatever blocks they are, each with the same word before it."""
    marked = [(i, key, rank) for i, block in enumerate(document.blocks) for key, rank in _mark(document, block)]
    found = []
    for _, group in groupby(sorted(marked, key=lambda m: (m[1], m[0])), key=lambda m: m[1]):
        for chain in _chains([(i, rank) for i, _, rank in group]):
            found.append(_of_chain(document, [document.blocks[i] for i in chain]))
    return found


def _mark(document: Document, block: Block) -> Iterable[tuple[str, int]]:
    """What a block's number looks like ("princip #:", "#.", "at #)") and the number, from 1."""
    if block.kind in _ASIDE or block.kind is BlockKind.TABLE:
        return
    match = _SERIES_START.match(document.cleaned[block.start : block.end])
    if match is None:
        return
    mark = match.group("mark")
    rank = int(mark) if mark.isdigit() else _LETTERS.index(mark) + 1
    sort = "#" if mark.isdigit() else "a"
    yield f"{fold(match.group('word') or '')} {sort}{match.group('end')} {block.kind}", rank


def _chains(places: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Runs that count 1, 2, 3 … with few blocks between."""
    chains: list[list[int]] = []
    ranks: list[int] = []
    for index, rank in places:
        if chains and rank == ranks[-1] + 1 and index - chains[-1][-1] <= _MOST_BETWEEN:
            chains[-1].append(index)
            ranks[-1] = rank
        elif rank == 1:
            chains.append([index])
            ranks.append(1)
    return [chain for chain in chains if len(chain) > 1]


def _may_open(document: Document, above: Block, points: Sequence[Block]) -> bool:
    """False for the text before the first of numbered headings, which parts a paper and lists nothing."""
    chapters = all(point.kind is BlockKind.HEADING for point in points)
    return not chapters or above.kind is BlockKind.HEADING or _opens(document, above)


def _of_chain(document: Document, blocks: Sequence[Block]) -> Listing:
    items = tuple(Span(block.start, block.end) for block in blocks)
    above = [b for b in document.blocks if b.end <= blocks[0].start and b.kind not in _ASIDE]
    place = Span(above[-1].start, above[-1].end) if above and _may_open(document, above[-1], blocks) else None
    if place and place.end - place.start > _LONGEST_OPENING:
        place = None
    opened = collapse(document.cleaned[place.start : place.end]) if place else ""
    return Listing(document, items, opened, place, blocks[0].section)
