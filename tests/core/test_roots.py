"""Words of one verb, and what people do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish.roots import activities, same_root


@pytest.mark.parametrize(
    ("person", "activity"),
    [
        ("sundhedsplejerskerne", "sundhedspleje"),
        ("sygeplejersken", "sygepleje"),
        ("rådgiverne", "rådgivning"),
        ("sagsbehandler", "sagsbehandling"),
        ("hjemmehjælperne", "hjemmehjælp"),
    ],
)
def test_people_do_what_they_are_called_after(person: str, activity: str) -> None:
    assert activity in activities(person)


@pytest.mark.parametrize("word", ["havnen", "udvalget", "is", ""])
def test_things_do_nothing(word: str) -> None:
    assert activities(word) == ()


@given(st.text(max_size=30))
def test_any_word_can_be_asked(word: str) -> None:
    assert all(activities(word))


@pytest.mark.parametrize(("a", "b", "same"), [("dække", "dækning", True), ("dække", "dagning", False)])
def test_a_noun_of_a_verb(a: str, b: str, same: bool) -> None:
    assert same_root(a, b) == same
