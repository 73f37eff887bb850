"""The tuned model that marks who does what."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.settings import Settings
from index.tagger import LABELS, Word, make_tagger, marks_of

SENTENCE = "Tilsynet med bådebroerne rykker pr. 1. marts 2033 fra Parkafdelingen over til Havnekontoret."


def words(text: str, *labels: str, weak: float = 0.0) -> list[Word | None]:
    """The words of a text, each sure of its label ("" for none, "?" for none with a weak "task")."""
    found: list[Word | None] = []
    at = 0
    for word, label in zip(text.split(), labels, strict=True):
        shares = np.zeros(1 + len(LABELS), np.float32)
        shares[0 if label in ("", "?") else 1 + LABELS.index(label)] = 1.0
        if label == "?":
            shares[:2] = 1 - weak, weak
        start = text.index(word, at)
        at = start + len(word)
        found.append(Word(1, start, at, shares))
    return found


def marked(text: str, *labels: str, weak: float = 0.0) -> list[tuple[str, str]]:
    """What is marked, with its label."""
    found = marks_of(iter(words(text, *labels, weak=weak)), ("", text))
    return [(text[mark.start : mark.end], mark.label) for mark in found]


def test_the_fake_model_has_none() -> None:
    assert make_tagger(Settings(model="fake")) is None


def test_words_of_one_label_are_one_mark() -> None:
    assert marked("drift af broer går til Havnen.", "task", "task", "task", "", "", "to") == [
        ("drift af broer", "task"),
        ("Havnen", "to"),
    ]


def test_a_weaker_word_inside_belongs_to_the_mark_and_one_at_its_end_does_not() -> None:
    text = "drift af broer og"
    assert marked(text, "task", "?", "task", "?", weak=0.3) == [("drift af broer", "task")]
    assert marked(text, "task", "?", "task", "?", weak=0.1) == [("drift", "task"), ("broer", "task")]


def test_marks_do_not_reach_over_the_end_of_a_text() -> None:
    found = [*words("drift", "task"), None, *words("broer", "task")]
    assert len(list(marks_of(iter(found), ("", "drift")))) == 2


@pytest.mark.slow
def test_task_owner_giver_and_day_are_marked(model_cache: Path) -> None:
    tagger = make_tagger(Settings(cache=model_cache))
    assert tagger is not None
    (found,) = tagger.tag([("", SENTENCE)])
    told = {mark.label: SENTENCE[mark.start : mark.end] for mark in found.marks}
    assert told["task"] == "Tilsynet med bådebroerne"
    assert (told["to"], told["source"]) == ("Havnekontoret", "Parkafdelingen")
    assert "1. marts 2033" in told["when"]
    assert tagger.tag([]) == []


@pytest.mark.slow
def test_a_text_is_marked_the_same_beside_others(model_cache: Path) -> None:
    tagger = make_tagger(Settings(cache=model_cache))
    assert tagger is not None
    alone = tagger.tag([("", SENTENCE)])[0]
    beside = tagger.tag([("", SENTENCE), (SENTENCE, "Det drøftede udvalget.")])[0]
    assert [(m.start, m.end, m.label) for m in alone.marks] == [(m.start, m.end, m.label) for m in beside.marks]
