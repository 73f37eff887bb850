"""Lessons of the tagger: passages with their responsibilities, as windows with labelled stretches.

A lesson file holds one JSON object a line: ``{"p": passage, "rows": [{"task", "to": [...], "from": [...], "when",
"until", "cue", "kind": move | keep | assign | create}]}``, every string copied from the passage; ``cue`` stands in the
sentence or list item that tells the row, or in its lead-in."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.ports import Mark, Tagger
from core.schema import Document, Kind, Window
from register.tagging.tagging import with_marks
from register.tagging.windows import marked, texts_of, windows_of

_RELATION = {"move": "transfer"}
_DRAWN = 0.4  # share of windows with a stretch drawn by lot
_SAME = 0.4  # share in common from which a mark is the task itself
_IN_CONTEXT = 400  # characters by which words in the sentence itself are nearer than words before it


@dataclass(frozen=True, slots=True)
class Lesson:
    """texts: as the tagger takes them. marks: what it is to find. relation: of the task that stands between marks,
    "" for the first reading."""

    texts: tuple[str, str]
    marks: tuple[Mark, ...]
    relation: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    window: int
    cue: int
    words: dict[str, Any]


def lessons_of(files: Iterable[Path]) -> Iterator[Lesson]:
    """Of all passages of the files: each window once for its tasks and once for every task."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield from _of_passage(json.loads(line))


def without_owner(lessons: Sequence[Lesson], tagger: Tagger, drawn: random.Random) -> Iterator[Lesson]:
    """Second readings that are to find nothing: what the tagger as it is wrongly takes for a task, and stretches drawn
    by lot."""
    first = [lesson for lesson in lessons if not lesson.relation]
    for lesson, read in zip(first, tagger.tag([lesson.texts for lesson in first]), strict=True):
        tasks = [mark for mark in lesson.marks if mark.label == "task"]
        wrong = [mark for mark in read.marks if mark.label == "task"]
        wrong += [_drawn(lesson.texts, drawn)] if drawn.random() < _DRAWN else []
        for mark in wrong:
            if mark.end > mark.start and all(_common(mark, task) < _SAME for task in tasks):
                yield Lesson(marked(lesson.texts, mark), ())


def _drawn(texts: tuple[str, str], drawn: random.Random) -> Mark:
    """One to five words of the sentence."""
    words = [word.span() for word in re.finditer(r"[\w&/-]+", texts[1])] or [(0, 0)]
    at = drawn.randrange(len(words))
    end = min(len(words) - 1, at + drawn.choice([0, 0, 1, 1, 2, 3, 4]))
    return Mark(1, words[at][0], words[end][1], "task", 1.0)


def _common(a: Mark, b: Mark) -> float:
    """What two marks have in common, as a share of what they cover together."""
    inside = min(a.end, b.end) - max(a.start, b.start)
    return max(0, inside) / (max(a.end, b.end) - min(a.start, b.start)) if a.part == b.part else 0.0


def _of_passage(passage: dict[str, Any]) -> Iterator[Lesson]:
    text = str(passage["p"])
    document = Document("lesson", "lesson", "", Kind.OTHER, None, "", text)
    windows = windows_of(document)
    rows = [row for words in passage["rows"] if (row := _placed(text, windows, words)) is not None]
    for n, window in enumerate(windows):
        found: list[Mark] = []
        seconds: list[Lesson] = []
        for row in rows:
            task, others = _marks(text, window, row) if row.window == n else (None, [])
            if task is not None:
                found += [task, *others]
                relation = _RELATION.get(row.words["kind"], row.words["kind"])
                second = tuple(with_marks(task, mark) for mark in others)
                seconds.append(Lesson(marked(texts_of(text, window), task), second, relation))
        yield Lesson(texts_of(text, window), tuple(found))
        yield from seconds


def _placed(text: str, windows: Sequence[Window], words: dict[str, Any]) -> _Row | None:
    """The window that tells the row: the one with the cue or, below a lead-in with the cue, with the task; of several
    the one where most of its words stand."""
    found: list[tuple[int, float, int, int]] = []
    for n, window in enumerate(windows):
        first = min([window.here.start, *(piece.start for piece in window.before)])
        told = [words["task"], *words["to"]]

        def count(low: int, parts: Sequence[str], high: int = window.here.end) -> int:
            return sum(any(low <= at < high for at in _places(text, part)) for part in parts)

        for at in _places(text, words["cue"]):
            if window.here.start <= at < window.here.end:
                near = count(window.here.start, [*told, words.get("when", "")])
                found.append((count(first, told), near, -at, n))
        below = any(first <= at < window.here.start for at in _places(text, words["cue"]))
        for at in _places(text, words["task"]) if below else ():
            if window.here.start <= at < window.here.end:
                near = count(window.here.start, [*told, words.get("when", "")])
                found.append((count(first, told), near - 0.5, -at, n))
    if not found:
        return None
    _, _, cue, n = max(found)
    return _Row(n, -cue, words)


def _places(text: str, words: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(words), text)] if words else []


def _marks(text: str, window: Window, row: _Row) -> tuple[Mark | None, list[Mark]]:
    """The task and the other words of a row in a window; no task where task or owner stands outside it."""
    words = row.words
    task = _mark(text, window, words["task"], "task", row.cue)
    owners = [_mark(text, window, name, "to", row.cue) for name in words["to"]]
    if task is None or None in owners:
        return None, []
    others = [_mark(text, window, name, "source", row.cue) for name in words.get("from", [])]
    others += [_mark(text, window, words.get(label, ""), label, row.cue) for label in ("when", "until")]
    return task, [mark for mark in (*owners, *others) if mark is not None]


def _mark(text: str, window: Window, words: str, label: str, cue: int) -> Mark | None:
    """The occurrence nearest to the cue; one in the sentence before one in front of it."""
    best: tuple[int, Mark] | None = None
    for at in _places(text, words):
        end, offset = at + len(words), 0
        if window.here.start <= at and end <= window.here.end:
            found = abs(at - cue), Mark(1, at - window.here.start, end - window.here.start, label, 1.0)
            best = min(best or found, found, key=lambda one: one[0])
        for piece in window.before:
            if piece.start <= at and end <= piece.end:
                start = offset + at - piece.start
                found = abs(at - cue) + _IN_CONTEXT, Mark(0, start, start + len(words), label, 1.0)
                best = min(best or found, found, key=lambda one: one[0])
            offset += piece.end - piece.start + 1
    return best[1] if best else None
