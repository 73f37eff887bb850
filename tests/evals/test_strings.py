"""The string rules, and the same rules as the published grader where that is at hand."""

import importlib.util
import json
from pathlib import Path

import pytest

from evals.strings import faults, holds

SHARED = Path(__file__).parents[3] / "shared" / "evals"


@pytest.mark.parametrize(
    ("wanted", "answer", "expected"),
    [
        ("7,8", "Der er 7,8 mio. kr.", True),
        ("7,8", "Der er 17,8 mio. kr.", False),
        ("40", "Der er 400 pladser.", False),
        ("40", "Der er 40 pladser.", True),
        ("SOF", "det er SOFs opgave", True),
        ("SOF", "i sofaen", False),
        ("ja", "Ja, det er rigtigt", True),
        ("ja", "januar", False),
        ("Økonomiudvalg", "oekonomiudvalget", True),
        ("", "noget", False),
    ],
)
def test_holds(wanted, answer, expected):
    assert holds(wanted, answer) is expected


def test_either_alternative_is_enough_and_forbidden_words_count():
    assert faults("Det er kultur", ["sundhed|kultur"], []) == []
    assert faults("Det er kultur", ["sundhed"], ["kultur"]) == ["mangler: sundhed", "forkert: kultur"]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="../shared is missing")
def test_agrees_with_the_published_grader():
    spec = importlib.util.spec_from_file_location("grade", SHARED / "grade.py")
    grade = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(grade)
    rows = [json.loads(line) for line in (SHARED / "questions.dev.jsonl").read_text("utf-8").splitlines()]
    answers = [row["answer"] for row in rows]
    for row, other in zip(rows, answers[1:] + answers[:1], strict=True):
        for answer in (row["answer"], other):
            ours = not faults(answer, row["must_include"], row["must_not_include"])
            assert ours == grade.grade(row, answer)["ok"]
