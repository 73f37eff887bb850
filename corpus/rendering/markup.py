"""Reads the light markup of ``corpus/sources`` into blocks that every renderer understands.

The markup is a small part of Markdown: a head of ``key: value`` lines between ``---``, headings with one to
three ``#``, paragraphs on one line, ``- `` and ``1. `` lists, pipe tables with an alignment row, ``> `` for
the first-page note, ``**bold**`` and ``[^n]`` footnotes. A line beginning with "Tabel" is a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

FOOTNOTE = re.compile(r"\[\^(\w+)\]: (.+)")
INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[\^(?P<note>\w+)\]")
KINDS = (
    ("heading", re.compile(r"#{1,3} ")),
    ("bullets", re.compile(r"- ")),
    ("numbers", re.compile(r"\d+\. ")),
    ("table", re.compile(r"\|")),
    ("note", re.compile(r"> ")),
    ("caption", re.compile(r"Tabel \d+\. ")),
)


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face. style: "plain", "bold" or "footnote" (text is then the note's own)."""

    text: str
    style: str = "plain"


@dataclass(frozen=True)
class Block:
    """kind: heading | paragraph | bullets | numbers | table | note | caption. rows: table cells, or the items
    of a list as rows of one cell; one row of one cell otherwise. level: 1-3 for headings. right: which table
    columns are right-aligned."""

    kind: str
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    level: int = 0
    right: tuple[bool, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the first cell: all there is in a heading, paragraph, note or caption."""
        return self.rows[0][0]


@dataclass(frozen=True)
class Source:
    """head: the ``key: value`` lines (file, layout, title, subtitle, running); blocks: the body in order."""

    head: dict[str, str]
    blocks: tuple[Block, ...]


def parse(text: str) -> Source:
    """Read one source. Raises ValueError where the head is missing."""
    _, head, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    notes = dict(FOOTNOTE.findall(body))
    lines = [line for line in body.splitlines() if not FOOTNOTE.match(line)]
    return Source(fields, tuple(_blocks(lines, notes)))


def plain(runs: tuple[Run, ...]) -> str:
    """The words of the runs without footnotes."""
    return "".join(run.text for run in runs if run.style != "footnote")


def plain_text(source: Source) -> str:
    """All words of a source in reading order, one cell, item or paragraph a line, footnotes last."""
    cells = [cell for block in source.blocks for row in block.rows for cell in row]
    notes = [run.text for cell in cells for run in cell if run.style == "footnote"]
    return "\n".join([source.head["title"], source.head["subtitle"], *map(plain, cells), *notes])


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    return next((kind for kind, pattern in KINDS if pattern.match(line)), "paragraph")


def _blocks(lines: list[str], notes: dict[str, str]) -> Iterator[Block]:
    for kind, group in groupby(lines, _kind):
        members = list(group)
        if kind in ("bullets", "numbers"):
            items = (re.sub(r"^(- |\d+\. )", "", line) for line in members)
            yield Block(kind, tuple((_runs(item, notes),) for item in items))
        elif kind == "table":
            yield _table(members, notes)
        elif kind != "blank":
            yield from (_single(kind, line, notes) for line in members)


def _single(kind: str, line: str, notes: dict[str, str]) -> Block:
    level = len(line) - len(line.lstrip("#"))
    return Block(kind, ((_runs(line.lstrip("#> "), notes),),), level=level)


def _table(lines: list[str], notes: dict[str, str]) -> Block:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    head, marks, *body = cells
    right = tuple(mark.endswith(":") and not mark.startswith(":") for mark in marks)
    rows = tuple(tuple(_runs(cell, notes) for cell in row) for row in [head, *body])
    return Block("table", rows, right=right)


def _runs(text: str, notes: dict[str, str]) -> tuple[Run, ...]:
    runs, last = [], 0
    for match in INLINE.finditer(text):
        runs.append(Run(text[last : match.start()]))
        bold = match["bold"]
        runs.append(Run(bold, "bold") if bold else Run(notes[match["note"]], "footnote"))
        last = match.end()
    runs.append(Run(text[last:]))
    return tuple(run for run in runs if run.text)
