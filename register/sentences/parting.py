"""Blocks parted where a page set several things into one: a title above its text, lettered points, fields."""

from __future__ import annotations

import re
from dataclasses import replace

from core.schema import Block, BlockKind

NEEDS_MORE = re.compile(
    r"(?:[,-]|\b(?:og|eller|samt|til|fra|af|i|på|for|med|under|hos|ved|at|som|der|den|det|de|en|et|er|har|"
    r"skal|vil|kan|om|mellem))$"
)
_NEW_LEAD = re.compile(  # "samt drift af:" below an item
    r"\n(?:[^\S\n]*\n\s*(?P<lead>[^\n]+:)|[^\S\n]*(?P<lower>(?:samt|og|herunder|[Uu]dvalget|[Dd]esuden|"
    r"[Ee]ndvidere)\b[^\n]{3,110}:))\s*$"
)
_FIELD = re.compile(
    r"[ \t]*(?:Ansvarlig(?:e|t)?(?:\s\w+)?|Ansvar|Tovholder|Forankring|Tidsplan|Tidspunkt|Tidsramme|Frist|Deadline|"
    r"Hvornår|Opstart|Økonomi|Formål|Målgruppe)[ \t]*:[ \t]*\S"
)
_LETTERED = re.compile(r"^[ \t]*(?P<letter>[a-zæøå])[.)][ \t]+(?=\S)", re.MULTILINE)


LABELLED = re.compile(r"\s*[A-ZÆØÅ]\w{3,} \d{1,2}(?:\.\d+)*[:.] [A-ZÆØÅ][^.,;:!?\n]{2,80}$")
"""A line "Leverance 1: Ny indgang"."""


def is_field(words: str) -> bool:
    """True for a line of a field: "Tidsplan: inden udgangen af 2026"."""
    return _FIELD.match(words) is not None


def parted(text: str, block: Block) -> list[Block]:
    """A list item without the new lead-in that stands below it after a blank line ("samt drift af:")."""
    if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        apart = _fields(text, block) or _lettered(text, block)
        return apart or (_without_title(text, block) if block.kind is BlockKind.PARAGRAPH else [block])
    if block.kind is not BlockKind.LIST_ITEM:
        return [block]
    lead = _NEW_LEAD.search(text[block.start : block.end])
    if lead is None:
        return _items(text, block)
    at = block.start + lead.start("lead" if lead["lead"] else "lower")
    return [replace(block, end=block.start + lead.start()), replace(block, kind=BlockKind.PARAGRAPH, start=at)]


def _items(text: str, block: Block) -> list[Block]:
    """An item that swallowed the next number ("a, og" / "7) b") parted."""
    number = re.match(r"\s*(\d{1,2})\)\s", text[block.start : block.end])
    if number is None:
        return [block]
    after = re.search(rf"\n\s*(?={int(number[1]) + 1}\)\s)", text[block.start : block.end])
    if after is None:
        return [block]
    rest = replace(block, start=block.start + after.end())
    return [replace(block, end=block.start + after.start()), *_items(text, rest)]


def _without_title(text: str, block: Block) -> list[Block]:
    """A paragraph without the short line of title that stands right above it."""
    first, _, rest = text[block.start : block.end].partition("\n")
    second = rest.partition("\n")[0]
    title = (
        2 < len(first.split()) < 9
        and len(first) < 0.75 * len(second)
        and re.match(r"[A-ZÆØÅ][^.,;:!?]*$", first.strip())
    )
    title = title or LABELLED.match(first)
    if not title or not re.match(r"\s*[A-ZÆØÅ]", second) or NEEDS_MORE.search(first.rstrip()):
        return [block]
    at = block.start + len(first)
    return [replace(block, kind=BlockKind.HEADING, end=at), replace(block, start=at + 1)]


def _fields(text: str, block: Block) -> list[Block]:
    """A measure's title, each of its fields and what follows them, [] where the block has no field "Ansvarlig:"."""
    lines = [(m.start() + block.start, m.end() + block.start) for m in re.finditer(r"[^\n]+", _words(text, block))]
    marked = [n for n, (start, end) in enumerate(lines) if is_field(text[start:end])]
    if not marked or not any(re.match(r"\s*(?:Ansvar|Tovholder|Forankring)", text[lines[n][0] :]) for n in marked):
        return []
    first, last = marked[0], marked[-1]
    title = " ".join(text[lines[0][0] : lines[first - 1][1]].split()) if first else ""
    section = (*block.section[:-1], title) if title else block.section
    parts = [replace(block, kind=BlockKind.HEADING, end=lines[first - 1][1])] if title else []
    ends = [*(lines[n][0] for n in marked[1:]), lines[last][1]]
    for n, end in zip(marked, ends, strict=True):
        parts.append(replace(block, kind=BlockKind.PARAGRAPH, start=lines[n][0], end=end, section=section))
    if last + 1 < len(lines):
        parts.append(replace(block, kind=BlockKind.PARAGRAPH, start=lines[last + 1][0], section=section))
    return parts if len(title.split()) < 15 else []


def _lettered(text: str, block: Block) -> list[Block]:
    """Lettered points as list items: "a. skoler" / "b. dagtilbud"; [] where the letters do not count up from a."""
    marks = list(_LETTERED.finditer(_words(text, block)))
    if len(marks) < 2 or [m["letter"] for m in marks] != [chr(ord("a") + n) for n in range(len(marks))]:
        return []
    starts = [block.start + m.start() for m in marks]
    points = [
        replace(block, kind=BlockKind.LIST_ITEM, start=start, end=end)
        for start, end in zip(starts, [*starts[1:], block.end], strict=True)
    ]
    before = replace(block, end=starts[0])
    return [before, *points] if _words(text, before).strip() else points


def _words(text: str, block: Block) -> str:
    return text[block.start : block.end]
