"""The steps from cleaned text to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Span
from ingest.raw import Hint
from ingest.structure.captions import is_caption
from ingest.structure.drafts import Draft, group
from ingest.structure.footnotes import note_lines, note_sentence
from ingest.structure.furniture import furniture
from ingest.structure.headings import Outline, looks_like_heading, style_of
from ingest.structure.joins import is_closed
from ingest.structure.lines import Line, split_lines, usual_width
from ingest.structure.title import KIND_ONLY, title_drafts

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
    kinds = _kinds(drafts, width)
    titles = title_drafts(drafts, kinds)
    above = {*titles, *_letterhead(drafts, kinds)}
    blocks = _blocks(drafts, kinds, above, text)
    span = Span(drafts[titles[0]].start, drafts[titles[-1]].end) if titles else None
    return Structure(blocks, span)


def _fixed(lines: Sequence[Line], tables: Sequence[Span], hints: Sequence[Hint]) -> dict[int, str]:
    fixed = {i: "furniture" for i in furniture(lines)}
    marked = [Span(h.start, h.end) for h in hints if h.kind == "furniture"]
    for i, line in enumerate(lines):
        span = Span(line.start, line.end)
        for number, table in enumerate(tables):
            if span.overlaps(table):
                fixed[i] = f"table {number}"
        if any(span.overlaps(mark) for mark in marked):
            fixed[i] = "furniture"
    return fixed


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


# --- kinds --------------------------------------------------------------------------------------------------


def _kinds(drafts: Sequence[Draft], width: int) -> list[str]:
    real = [i for i, draft in enumerate(drafts) if not draft.fixed and "note" not in draft.tags]
    kinds = [_fixed_kind(draft) for draft in drafts]
    for place, i in enumerate(real):
        before = drafts[real[place - 1]] if place else None
        following = drafts[i + 1] if i + 1 < len(drafts) else None
        after = drafts[real[place + 1]] if place + 1 < len(real) else None
        kinds[i] = _kind(drafts[i], before, after, following, width)
    _demote_runs(drafts, kinds, real)
    return kinds


def _fixed_kind(draft: Draft) -> str:
    if draft.fixed:
        return draft.fixed.split()[0]
    return "footnote" if "note" in draft.tags else ""


def _kind(
    draft: Draft, before: Draft | None, after: Draft | None, following: Draft | None, width: int
) -> str:
    if draft.hint is not None and draft.hint.kind == "footnote":
        return "footnote"
    if draft.hint is not None and draft.hint.kind == "item":
        return "item"
    mark = draft.mark
    if mark and mark.kind == "hash":
        return "heading"
    if draft.hint is not None and draft.hint.kind == "heading" and _hinted_heading(draft):
        return "heading"
    if mark and mark.kind == "bullet":
        return "heading" if _bold_alone(draft, before, after) else "item"
    if _fills_gap(before, after):
        return "item"
    if (
        draft.text.endswith(":")
        and following is not None
        and following.mark
        and following.mark.kind != "hash"
    ):
        return "item" if mark else "paragraph"
    looks = looks_like_heading(draft, following, before, width)
    if mark:
        return "heading" if looks and not _in_run(draft, before, after) else "item"
    return "heading" if looks else "paragraph"


def _hinted_heading(draft: Draft) -> bool:
    text = draft.text
    return bool(draft.hint and draft.hint.level) or (
        len(text) < 200
        and not text.endswith((".", ",", ";"))
        and any(c.isalpha() for c in text)
        and not is_caption(text)
    )


def _letterhead(drafts: Sequence[Draft], kinds: list[str]) -> list[int]:
    """Headings before the first running text, without the last of them: none of them covers the text below.
    The kind of document in capitals, come loose into the text, is furniture."""
    first = next(
        (i for i, d in enumerate(drafts) if kinds[i] in ("paragraph", "item") and len(d.text) > 90), 0
    )
    for i in range(first, len(drafts)):
        if kinds[i] == "heading" and drafts[i].text.isupper() and KIND_ONLY.match(drafts[i].text):
            kinds[i] = "furniture"
    return [i for i in range(first) if kinds[i] == "heading"][:-1]


def _in_run(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    """Next to a point of the same kind with the next or the last number."""
    assert draft.mark is not None
    for other, step in ((before, -1), (after, 1)):
        mark = other.mark if other is not None else None
        if mark and mark.kind == draft.mark.kind and mark.value == draft.mark.value + step:
            return True
    return bool(before and before.text.endswith(":")) and draft.mark.value == 1


def _fills_gap(before: Draft | None, after: Draft | None) -> bool:
    """Between point n and point n + 2 of one list stands point n + 1, though its number was lost."""
    first, last = before.mark if before else None, after.mark if after else None
    return bool(first and last and first.kind == last.kind != "bullet" and last.value == first.value + 2)


def _bold_alone(draft: Draft, before: Draft | None, after: Draft | None) -> bool:
    """A bold point of Markdown with text below it is a heading ("- **2. Budget**"), in a list it isn't."""
    bold = draft.body.rstrip().endswith("**")
    return (
        bold
        and after is not None
        and (after.mark is None or after.mark.kind == "hash")
        and (before is None or before.mark is None or before.mark.kind == "hash")
    )


def _demote_runs(drafts: Sequence[Draft], kinds: list[str], real: Sequence[int]) -> None:
    """Four or more plain headings in a row are a list, an address or the words of a figure."""
    run: list[int] = []
    for i in [*real, -1]:
        if (
            i >= 0
            and kinds[i] == "heading"
            and drafts[i].hint is None
            and style_of(drafts[i])[0] in ("plain", "colon", "caps")
        ):
            run.append(i)
            continue
        if len(run) >= 4:
            for j in run[:-1]:
                kinds[j] = "paragraph"
        run = []


# --- blocks -------------------------------------------------------------------------------------------------

_BLOCK = {
    "heading": BlockKind.HEADING,
    "paragraph": BlockKind.PARAGRAPH,
    "item": BlockKind.LIST_ITEM,
    "table": BlockKind.TABLE,
    "footnote": BlockKind.FOOTNOTE,
    "furniture": BlockKind.FURNITURE,
}


def _blocks(drafts: Sequence[Draft], kinds: Sequence[str], titles: set[int], text: str) -> list[Block]:
    outline = Outline()
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


def heading_title(draft: Draft) -> str:
    """A heading's words as the section path shows them."""
    text = draft.body if draft.mark and draft.mark.kind in ("hash", "bullet") else draft.text
    return text.replace("**", "").strip().rstrip(":").strip()


def _lead_in(draft: Draft, text: str) -> tuple[str, Span] | None:
    """The last sentence of a paragraph that opens a list: it ends with a colon or is left open."""
    words = draft.text
    if not (
        words.endswith(":")
        or (not is_closed(words) and len(words) > 12)
        or words.endswith(("bl.a.", "følgende."))
    ):
        return None
    spans = sentence_spans(text[draft.start : draft.end])
    last = Span(draft.start + spans[-1].start, draft.start + spans[-1].end)
    return " ".join(text[last.start : last.end].split()), last
