"""The passages the tagger learns from, and how they become lessons."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench._tag_lessons import Lesson, lessons_of, without_owner
from core.ports import Mark, Marks

LESSONS = Path(__file__).parents[2] / "bench" / "lessons"
PASSAGE = {
    "p": "Havnen bliver delt. Broerne går til Kystlauget, mens kajen bliver hos Havnekontoret.",
    "rows": [
        {
            "task": "Broerne",
            "to": ["Kystlauget"],
            "from": [],
            "when": "",
            "until": "",
            "cue": "går til",
            "kind": "move",
        },
        {
            "task": "kajen",
            "to": ["Havnekontoret"],
            "from": [],
            "when": "",
            "until": "",
            "cue": "bliver hos",
            "kind": "keep",
        },
    ],
}


def of(passage: object, folder: Path) -> list[Lesson]:
    file = folder / "a.jsonl"
    file.write_text(json.dumps(passage), encoding="utf-8")
    return list(lessons_of([file]))


def words(lesson: Lesson) -> list[tuple[str, str]]:
    return [(mark.label, lesson.texts[mark.part][mark.start : mark.end]) for mark in lesson.marks]


@pytest.mark.parametrize("file", sorted(LESSONS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_label_stands_in_its_passage(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        for row in passage["rows"]:
            told = [
                row["task"],
                row.get("when", ""),
                row.get("until", ""),
                row["cue"],
                *row["to"],
                *row.get("from", []),
            ]
            assert all(one in passage["p"] for one in told), line
            assert all((row["task"], row["to"], row["cue"])), line


def test_a_window_is_read_for_its_tasks_and_once_for_each(tmp_path: Path) -> None:
    first, tasks, bridge, quay = of(PASSAGE, tmp_path)
    assert words(first) == []
    assert {("task", "Broerne"), ("to", "Kystlauget"), ("task", "kajen"), ("to", "Havnekontoret")} == set(words(tasks))
    assert (words(bridge), bridge.relation) == ([("to", "Kystlauget")], "transfer")
    assert "« kajen »" in quay.texts[1]
    assert (words(quay), quay.relation) == ([("to", "Havnekontoret")], "keep")


class Wrong:
    """Takes "Havnen" for a task everywhere."""

    def tag(self, texts: Sequence[tuple[str, str]]) -> list[Marks]:
        found = [(part, pair[part].find("Havnen ")) for pair in texts for part in (1,)]
        return [Marks((Mark(part, at, at + 6, "task", 0.9),) if at >= 0 else ()) for part, at in found]


def test_what_is_wrongly_taken_for_a_task_is_to_find_no_owner(tmp_path: Path) -> None:
    lessons = of(PASSAGE, tmp_path)
    found = list(without_owner(lessons, Wrong(), random.Random(1)))
    assert any("« Havnen »" in lesson.texts[1] for lesson in found)
    assert all(not lesson.marks for lesson in found)
