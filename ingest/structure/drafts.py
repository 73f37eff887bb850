"""Lines grouped into drafts of blocks: a heading, a paragraph or a list point each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ingest.raw import Hint
from ingest.structure.captions import is_caption
from ingest.structure.joins import goes_on, is_closed, is_open, starts_low
from ingest.structure.lines import Line, ended_early
from ingest.structure.marks import Mark, mark_of
from ingest.structure.sections import is_section_word

_UNWRAPPED = 130  # lines longer than this were not broken to fit a page: each is a paragraph
OPENS_LIST = re.compile(r"[A-ZÆØÅ][^.:;]{2,60} (?:skal|kan|vil|bør|må|har til opgave at|omfatter)$")
"""A sentence that a list below it ends: "Udvalget skal"."""


@dataclass(slots=True)
class Draft:
    """A group of lines. hint: what the file says of it. fixed: a kind decided before grouping
    ("table", "furniture")."""

    lines: list[Line]
    mark: Mark | None = None
    hint: Hint | None = None
    fixed: str = ""
    tags: dict[str, int] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """First character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """After the last character."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The lines with single spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def body(self) -> str:
        """The text without its mark."""
        return self.text[self.mark.length :] if self.mark else self.text


def group(
    lines: Sequence[Line],
    width: int,
    fixed: dict[int, str],
    hints: Sequence[Hint],
    notes: Collection[int] = (),
) -> list[Draft]:
    """Drafts in order. fixed: line index → a key; neighbouring lines with one key form one draft.
    notes: indexes of lines that open a footnote."""
    drafts: list[Draft] = []
    by_start = _hints_by_line(lines, hints)
    for i, line in enumerate(lines):
        hint = by_start.get(i)
        if i in fixed:
            if drafts and drafts[-1].fixed == fixed[i]:
                drafts[-1].lines.append(line)
            else:
                drafts.append(Draft([line], fixed=fixed[i]))
            continue
        if i not in notes and drafts and _note_goes_on(drafts[-1], line):
            drafts[-1].lines.append(line)
            continue
        last = _last_open(drafts)
        after = lines[i + 1] if i + 1 < len(lines) else None
        if (
            last is None
            or i in notes
            or not _continues(last, line, hint, width)
            or _breaks_in(last, line, after, width)
        ):
            mark = None if i in notes else mark_of(line.text)
            drafts.append(Draft([line], mark, hint, tags={"note": 1} if i in notes else {}))
        elif drafts[-1] is last:
            last.lines.append(line)
        else:
            _reopen(drafts, last, line)
    return drafts


def _hints_by_line(lines: Sequence[Line], hints: Sequence[Hint]) -> dict[int, Hint]:
    """Line index → the hint that covers most of the line."""
    found: dict[int, Hint] = {}
    at = 0
    for hint in sorted(hints, key=lambda h: h.start):
        while at < len(lines) and lines[at].end <= hint.start:
            at += 1
        i = at
        while i < len(lines) and lines[i].start < hint.end:
            covered = min(lines[i].end, hint.end) - max(lines[i].start, hint.start)
            if covered >= 0.8 * (lines[i].end - lines[i].start):
                found.setdefault(i, hint)
            i += 1
    return found


def _last_open(drafts: Sequence[Draft]) -> Draft | None:
    """The last draft that text can go on from: furniture and footnotes in between are skipped."""
    for draft in reversed(drafts[-6:]):
        if draft.fixed == "furniture" or "note" in draft.tags:
            continue
        return None if draft.fixed else draft
    return None


def _note_goes_on(draft: Draft, line: Line) -> bool:
    """A footnote runs to the next blank line, page or mark."""
    here = not line.blanks and line.page == draft.lines[-1].page
    return "note" in draft.tags and here and not is_caption(line.text)


def _reopen(drafts: list[Draft], last: Draft, line: Line) -> None:
    """Text that goes on after furniture or a footnote: a draft of its own that knows what it continues."""
    drafts.append(Draft([line], tags={"continues": 1}))


def _continues(draft: Draft, line: Line, hint: Hint | None, width: int) -> bool:
    last = draft.lines[-1]
    if hint is not None or draft.hint is not None:
        return _hinted(draft, line, hint)
    if is_section_word(line.text) or (is_section_word(last.text) and not starts_low(line.text)):
        return False
    mark = mark_of(line.text)
    if mark:
        number = mark.kind in ("number", "decimal") and mark.value != 1 and not line.blanks
        return number and draft.hint is None and is_open(last.text) and not last.text.endswith((",", "-"))
    if (is_caption(line.text) and ended_early(last, line, width)) or "\t" in line.text or "\t" in last.text:
        return False
    if line.blanks or line.page != last.page:
        return _after_gap(draft, last, line, width)
    return _on_next_line(draft, last, line, width)


def _on_next_line(draft: Draft, last: Line, line: Line, width: int) -> bool:
    """Whether the next line, with no gap before it, goes on with the draft."""
    if len(draft.lines) == 1 and len(last.text.split()) <= 3 and OPENS_LIST.match(line.text):
        return False  # "Opgaver" above "Udvalget skal"
    if (
        draft.mark
        and len(draft.lines) == 1
        and line.text[0].isupper()
        and not is_closed(last.text)
        and not is_open(last.text)
    ):
        return len(last.text) + 1 + len(line.text.split(None, 1)[0]) > 0.97 * width
    if width > _UNWRAPPED:
        return goes_on(last.text, line.text) or (_short_pair(last, line) and not draft.mark)
    if not ended_early(last, line, width) and not (is_closed(last.text) and _short_heading(draft, width)):
        return True
    if goes_on(last.text, line.text):
        return True
    if line.text[0].isdigit() and not is_closed(last.text) and len(last.text) > 0.5 * width:
        return True
    if len(draft.lines) == 1 and len(last.text.split()) <= 2 and len(line.text.split()) >= 5:
        return False  # a word alone above a sentence
    return not _sentence_like(line, width) and not is_closed(last.text) and not draft.mark


def _breaks_in(draft: Draft, line: Line, after: Line | None, width: int) -> bool:
    """A short line without a closing mark, right after a closed sentence and before a break: a heading that
    no blank line sets apart."""
    if draft.hint is not None or not is_closed(draft.lines[-1].text) or is_closed(line.text) or is_open(line.text):
        return False
    if not line.text[0].isupper() or len(line.text) > 0.5 * width or len(line.text.split()) > 7:
        return False
    return after is not None and (after.blanks > 0 or (not starts_low(after.text) and ended_early(line, after, width)))


def _short_pair(last: Line, line: Line) -> bool:
    """Two short lines without closing marks: an address, a label and its value."""
    short = max(len(last.text), len(line.text)) < 60
    return short and not is_closed(last.text) and not line.text.endswith((".", ":"))


def _hinted(draft: Draft, line: Line, hint: Hint | None) -> bool:
    """Lines under one hint are one block; so are neighbouring heading lines of one size."""
    if hint is draft.hint:
        return True
    if hint is None or draft.hint is None or hint.kind != "heading" or draft.hint.kind != "heading":
        return False
    same = hint.level == draft.hint.level and abs(hint.size - draft.hint.size) < 0.6
    return (
        same
        and not line.blanks
        and mark_of(line.text) is None
        and hint.level == 0
        and line.page == draft.lines[-1].page
    )


def _after_gap(draft: Draft, last: Line, line: Line, width: int) -> bool:
    """A blank line or page break parts paragraphs unless the words go on across it."""
    if line.text.startswith("at ") and draft.text.startswith("at "):
        return False  # points of a list that lost their bullets
    if starts_low(line.text):
        return goes_on(last.text, line.text)
    if len(draft.lines) >= 2 and "," in draft.text and not is_closed(last.text) and len(last.text) > 0.88 * width:
        return True
    if not is_open(last.text) or (len(draft.lines) == 1 and len(last.text) < 0.4 * width):
        return False
    return len(last.text) > 0.55 * width


def _short_heading(draft: Draft, width: int) -> bool:
    return len(draft.lines) == 1 and len(draft.text) < 0.5 * width


def _sentence_like(line: Line, width: int) -> bool:
    return len(line.text) >= 0.6 * width or line.text.rstrip("\"'”’»").endswith((".", ":"))
