"""The reader's page: a leaf of a document as blocks of pieces, with the picture of the page beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.alignment import Alignment
from core.schema import Block, BlockKind, Document, Span, Table
from ui import boxes, links
from ui.leaves import Leaf, leaf_at, leaves
from ui.pieces import Edit, Piece, cut, edits, flag_first, within
from ui.tables import Grid, grid

CLEANED, CORRECTIONS, RECEIVED = "renset", "rettelser", "modtaget"
VIEWS = {CLEANED: "Renset tekst", CORRECTIONS: "Vis rettelser", RECEIVED: "Som modtaget"}


@dataclass(frozen=True, slots=True)
class Part:
    """A block as shown. kind: a BlockKind's value, or loose (between blocks), or line (as received)."""

    kind: str
    pieces: list[Piece]
    level: int = 0
    grid: Grid | None = None
    line: int | None = None  # 1-based line of the file


@dataclass(frozen=True, slots=True)
class Picture:
    """The page image and what to draw on it."""

    url: str
    marked: list[boxes.Box]
    unsure: list[boxes.Box]
    ratio: float  # height divided by width


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """Everything the template needs. views: name → address. mark: received text."""

    document: Document
    leaf: Leaf
    total: int
    view: str
    parts: list[Part]
    corrections: Sequence[Edit]
    joined: int  # places where only line breaks were mended
    picture: Picture | None
    mark: Span | None
    panel: bool
    mark_url: str = ""
    previous_url: str = ""
    next_url: str = ""
    views: dict[str, str] = field(default_factory=dict)


def build(
    document: Document,
    *,
    mark: Span | None = None,
    side: int | None = None,
    view: str = CLEANED,
    panel: bool = False,
) -> ReaderPage:
    """The page that holds the mark (a span of the received text), or leaf number ``side``."""
    view = view if view in VIEWS else CLEANED
    items = leaves(document)
    leaf = items[min(max(side, 1), len(items)) - 1] if side else leaf_at(items, mark.start if mark else 0)
    parts = _received(document, leaf, mark) if view == RECEIVED else _cleaned(document, leaf, mark)
    flag_first([part.pieces for part in parts])
    touched = within(edits(document.changes, cleaned=False), leaf.span)

    def url(number: int, shown: str = view) -> str:
        start, end = (mark.start, mark.end) if mark else (None, None)
        return links.reader(document.id, start, end, view=shown, leaf=number, panel=panel)

    return ReaderPage(
        document=document,
        leaf=leaf,
        total=len(items),
        view=view,
        parts=parts,
        corrections=[edit for edit in touched if not edit.layout],
        joined=sum(edit.layout for edit in touched),
        picture=_picture(document, leaf, mark),
        mark=mark,
        panel=panel,
        mark_url=links.reader(document.id, mark.start, mark.end, view=view, panel=panel) if mark else "",
        previous_url=url(leaf.number - 1) if leaf.number > 1 else "",
        next_url=url(leaf.number + 1) if leaf.number < len(items) else "",
        views={name: url(leaf.number, name) for name in VIEWS},
    )


def _received(document: Document, leaf: Leaf, mark: Span | None) -> list[Part]:
    """The text as the file holds it, line by line; numbered where the format has no pages."""
    items = edits(document.changes, cleaned=False)
    number = document.received.count("\n", 0, leaf.span.start) + 1
    parts, at = [], leaf.span.start
    for line in document.received[leaf.span.start : leaf.span.end].splitlines(keepends=True):
        span = Span(at, at + len(line.rstrip("\r\n\f")))
        parts.append(Part("line", cut(document.received, span, mark, items), line=None if leaf.page else number))
        at, number = at + len(line), number + line.count("\n")
    return parts


def _cleaned(document: Document, leaf: Leaf, mark: Span | None) -> list[Part]:
    """The cleaned text in its blocks; what lies between blocks is shown loose, with its line breaks."""
    alignment = Alignment.of(document.changes)
    span = alignment.to_cleaned(leaf.span)
    target = alignment.to_cleaned(mark) if mark else None
    items = edits(document.changes, cleaned=True)
    parts = []
    for kind, stretch, block in _stretches(document, span):
        table = _table(document, stretch) if kind is BlockKind.TABLE else None
        pieces = cut(document.cleaned, stretch, target, items)
        parts.append(Part(kind.value if kind else "loose", pieces, block.level if block else 0, _grid(table, target)))
    return parts


def _stretches(document: Document, span: Span) -> list[tuple[BlockKind | None, Span, Block | None]]:
    """The blocks clipped to a span of the cleaned text, and the non-blank text between them."""
    result: list[tuple[BlockKind | None, Span, Block | None]] = []
    at = span.start

    def gap(end: int) -> None:
        if document.cleaned[at:end].strip("\f\n\r\t "):
            result.append((None, Span(at, end), None))

    for block in document.blocks:
        start, end = max(block.start, at), min(block.end, span.end)
        if start >= end:
            continue
        gap(start)
        result.append((block.kind, Span(start, end), block))
        at = end
    gap(span.end)
    return result


def _table(document: Document, stretch: Span) -> Table | None:
    return next((table for table in document.tables if table.span.overlaps(stretch)), None)


def _grid(table: Table | None, mark: Span | None) -> Grid | None:
    return grid(table, mark) if table else None


def _picture(document: Document, leaf: Leaf, mark: Span | None) -> Picture | None:
    page = leaf.page
    if page is None or page.number is None or not page.width or not page.height:
        return None
    return Picture(
        url=links.page_image(document.id, page.number),
        marked=boxes.marked(page, mark) if mark else [],
        unsure=boxes.unsure(page),
        ratio=page.height / page.width,
    )
