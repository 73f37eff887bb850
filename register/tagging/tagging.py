"""From a document's windows to tagged responsibilities: first the tasks, then who has each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.ports import Mark, Marks, Tagger
from core.schema import Document, Span, Tagged, Window
from register.tagging.windows import marked, place, texts_of

_OTHERS = "source", "when", "until"
SURE_TASK, SURE_OWNER = 0.7, 0.7  # shares from which a mark counts; measured in decision 0108


def tag(document: Document, windows: Sequence[Window], tagger: Tagger) -> tuple[Tagged, ...]:
    """Every task that a window tells with its owner, as far as the tagger is sure of both."""
    texts = [texts_of(document.cleaned, window) for window in windows]
    asked = [
        (window, pair, mark)
        for window, pair, read in zip(windows, texts, tagger.tag(texts), strict=True)
        for mark in read.marks
        if mark.label == "task" and mark.share >= SURE_TASK
    ]
    second = tagger.tag([marked(pair, mark) for _, pair, mark in asked])
    found = [_tagged(window, mark, read) for (window, _, mark), read in zip(asked, second, strict=True)]
    return tuple(one for one in found if one is not None)


def _tagged(window: Window, task: Mark, read: Marks) -> Tagged | None:
    where = place(window, task.part, task.start, task.end)
    owners = [mark for mark in read.marks if mark.label == "to"]
    share = min((mark.share for mark in owners), default=0.0)
    to = _spans(window, task, owners)
    if where is None or not to or share < SURE_OWNER:
        return None
    source, when, until = (_spans(window, task, [m for m in read.marks if m.label == label]) for label in _OTHERS)
    relation = read.relation if read.relation != "transfer" or source or when else "assign"
    return Tagged(window.here, where, to, source, when, until, relation, min(task.share, share))


def _spans(window: Window, task: Mark, marks: Sequence[Mark]) -> tuple[Span, ...]:
    """Where marks of the second reading stand in the cleaned text; those of the marked task itself are none."""
    found = []
    for mark in marks:
        start, end = (unmarked(task, mark.part, at) for at in (mark.start, mark.end))
        where = place(window, mark.part, start, end)
        found += [where] if where and where.start < where.end else []
    return tuple(found)


def with_marks(task: Mark, mark: Mark) -> Mark:
    """A mark in the texts that have marks around a task. Outside of the task, or within it."""

    def moved(at: int, inside: bool) -> int:
        if mark.part != task.part or at < task.start or (at == task.start and not inside):
            return at
        return at + 2 if at <= task.end and inside else at + 4

    within = task.start <= mark.start and mark.end <= task.end
    start, end = (moved(at, within) for at in (mark.start, mark.end))
    return replace(mark, start=start, end=end)


def unmarked(task: Mark, part: int, at: int) -> int:
    """An offset of the texts with marks around the task, as an offset without them."""
    if part != task.part or at <= task.start:
        return at
    if at <= task.end + 2:
        return max(task.start, at - 2)
    return max(task.end, at - 4)
