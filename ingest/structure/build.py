"""The steps from cleaned text to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Span
from ingest.raw import Hint
from ingest.structure.drafts import Draft, group
from ingest.structure.footnotes import note_lines, note_sentence
from ingest.structure.furniture import furniture
from ingest.structure.headings import Outline, style_of
from ingest.structure.joins import is_closed
from ingest.structure.kinds import kinds_of
from ingest.structure.letterhead import letterhead
from ingest.structure.lines import Line, lines_in, split_lines, usual_width
from ingest.structure.sections import is_case_section, is_section_word
from ingest.structure.title import title_drafts

_PARENTHESIS = re.compile(r"^\([^()]{3,60}\)$")


@dataclass(slots=True)
class Structure:
    """Blocks in order, and the title's span where the text shows one."""

    blocks: list[Block] = field(default_factory=list)
    title: Span | None = None


def build_structure(
    text: str,
    *,
    hints: Sequence[Hint] = (),
    tables: Sequence[Span] = (),
    lines: Sequence[Line] | None = None,
) -> Structure:
    """Blocks of a text. hints and tables: what the file or the table room says, offsets into ``text``."""
    lines = split_lines(text) if lines is None else lines
    if not lines:
        return Structure()
    width = usual_width(lines)
    fixed = _fixed(lines, tables, hints)
    notes = note_lines(lines, fixed, text)
    drafts = group(lines, width, fixed, hints, notes)
    drafts = _join_parentheses(drafts)
    kinds = kinds_of(drafts, width)
    titles = title_drafts(drafts, kinds)
    above = {*titles, *letterhead(drafts, kinds)} - _below_top(drafts, kinds)
    blocks = _blocks(drafts, kinds, above, text)
    span = Span(drafts[titles[0]].start, drafts[titles[-1]].end) if titles else None
    return Structure(blocks, span)


def _fixed(lines: Sequence[Line], tables: Sequence[Span], hints: Sequence[Hint]) -> dict[int, str]:
    fixed = {i: "furniture" for i in furniture(lines)}
    inside = lines_in(lines, [(table.start, table.end) for table in tables])
    fixed |= {i: f"table {number}" for i, number in inside.items()}
    marked = lines_in(lines, [(h.start, h.end) for h in hints if h.kind == "furniture"])
    return fixed | dict.fromkeys(marked, "furniture")


def _join_parentheses(drafts: list[Draft]) -> list[Draft]:
    """A short line in brackets alone goes with the heading before it: "(scenarie 2)"."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not last.fixed
            and not draft.fixed
            and _PARENTHESIS.match(draft.text)
            and not is_closed(last.text)
            and len(last.text) < 260
        ):
            last.lines += draft.lines
        else:
            joined.append(draft)
    return joined


# --- blocks -------------------------------------------------------------------------------------------------

_BLOCK = {
    "heading": BlockKind.HEADING,
    "paragraph": BlockKind.PARAGRAPH,
    "item": BlockKind.LIST_ITEM,
    "table": BlockKind.TABLE,
    "footnote": BlockKind.FOOTNOTE,
    "furniture": BlockKind.FURNITURE,
}


def _below_top(drafts: Sequence[Draft], kinds: Sequence[str]) -> set[int]:
    """Headings that the file itself ranks below its first rank: they open sections, however near the top."""
    ranked = {i: d.hint.level for i, d in enumerate(drafts) if kinds[i] == "heading" and d.hint and d.hint.level}
    top = min(ranked.values(), default=0)
    return {i for i, level in ranked.items() if level > top}


def _blocks(drafts: Sequence[Draft], kinds: Sequence[str], titles: set[int], text: str) -> list[Block]:
    outline = _outline(drafts, kinds)
    blocks: list[Block] = []
    lead: tuple[str, Span] | None = None
    for i, (draft, kind) in enumerate(zip(drafts, kinds, strict=True)):
        section = outline.path()
        level, lead_in, lead_span = 0, "", None
        if kind == "heading":
            level = 1 if i in titles else outline.enter(style_of(draft), heading_title(draft))
            section = outline.path()[: level - 1] if i not in titles else ()
            lead = None
        elif kind == "item" and lead:
            lead_in, lead_span = lead
        elif kind == "paragraph":
            lead = _lead_in(draft, text)
        elif kind == "footnote":
            lead_in, lead_span = note_sentence(draft, drafts[:i], text)
        blocks.append(Block(_BLOCK[kind], draft.start, draft.end, level, section, lead_in, lead_span))
    return blocks


def _outline(drafts: Sequence[Draft], kinds: Sequence[str]) -> Outline:
    """A usual section heading that comes back belongs to the points of an agenda; two different ones of a
    case paper make the text one."""
    heads = [d.text for d, kind in zip(drafts, kinds, strict=True) if kind == "heading" and is_section_word(d.text)]
    words = [head.lower().rstrip(":") for head in heads]
    agenda = len(words) > len(set(words))
    return Outline(agenda=agenda, case=agenda or sum(is_case_section(head) for head in heads) >= 2)


def heading_title(draft: Draft) -> str:
    """A heading's words as the section path shows them."""
    text = draft.body if draft.mark and draft.mark.kind in ("hash", "bullet") else draft.text
    return " ".join(text.replace("**", "").split()).rstrip(":").rstrip()


def _lead_in(draft: Draft, text: str) -> tuple[str, Span] | None:
    """The last sentence of a paragraph that opens a list: it ends with a colon or is left open."""
    words = draft.text
    if not (
        words.endswith(":") or (not is_closed(words) and len(words) > 12) or words.endswith(("bl.a.", "følgende."))
    ):
        return None
    spans = sentence_spans(text[draft.start : draft.end])
    last = Span(draft.start + spans[-1].start, draft.start + spans[-1].end)
    return " ".join(text[last.start : last.end].split()), last
