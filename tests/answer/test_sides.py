"""The sides of a comparison as a question names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.understanding.sides import mentions, of_the_old, read_sides
from answer.understanding.sources import without_documents


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Hvad er forskellen på gruppe 1 og gruppe 2?", ["gruppe 1", "gruppe 2"]),
        ("Hvad er forskellen på første og anden etape af broen?", ["første etape af broen", "anden etape af broen"]),
        ("Hvordan adskiller havnen sig fra strandparken?", ["havnen", "strandparken"]),
        ("Hvad koster henholdsvis havnen, broen og strandparken?", ["havnen", "broen", "strandparken"]),
        ("kajakker vs. robåde på havnen", ["kajakker", "robåde på havnen"]),
        ("Hvem mødtes om havnen i 2031 og i 2034?", ["2031", "2034"]),
        ("Sammenlign brugen af livreddere i badeanstalten og i strandparken.", ["badeanstalten", "strandparken"]),
        ("Hvad kostede broen i Nordby i 2031 og i Sydby?", ["Nordby i 2031", "Sydby"]),
        ("Hvordan er takst og pris i Nordby sammenlignet med Sydby?", ["Nordby", "Sydby"]),
        ("Hvem ejer havnen?", []),
    ],
)
def test_sides_are_read(question: str, sides: list[str]) -> None:
    assert [side.text for side in read_sides(question)] == sides


def test_a_number_goes_with_its_noun() -> None:
    one, two = read_sides("Hvad er forskellen på gruppe 1 og 2?")
    assert (one.text, two.text) == ("gruppe 1", "gruppe 2")
    assert mentions(one, "Borgere i gruppe 1 får et kursus på 12 uger.") == 1.0
    assert mentions(one, "Borgere i gruppe 2 får 1 kursus.") == 0.0


def test_old_and_new() -> None:
    old, new = read_sides("Hvad kan den nye færge, som den gamle ikke kan?")
    assert (old.age, new.age) == ("old", "new")
    assert of_the_old("Havde den tidligere færge en salon?")
    assert not of_the_old("Har den nye færge en salon?")


def test_document_words_are_left_out_of_a_search() -> None:
    text = without_documents("Hvem leder arbejdet i henholdsvis handleplanen, budgetnotatet XY12 og aftalen?")
    assert text == "Hvem leder arbejdet ?"


@given(st.text(alphabet="abc og mellem på i henholdsvis forskellen,:? 12", max_size=80))
def test_any_text_gives_no_side_or_at_least_two(text: str) -> None:
    assert len(read_sides(text)) != 1
