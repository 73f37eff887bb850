"""The municipality a question names: then only its papers are asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer import Answerer
from answer.understanding.places import narrowed, places_named, without_place
from core.danish.places import place_key
from core.schema import Answer, Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

NORTH = "Nordby Kommune\n\nBadebroen i havnen vedligeholdes af Havnekontoret. Den har plads til 40 gæster."
WEST = "Vejen Kommune\n\nBadebroen ved søen vedligeholdes af Søkontoret. Den har plads til 90 gæster."
KNOWN = {"nordby", "vejen", "arhu"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hvem passer badebroen i Nordby?", {"nordby"}),
        ("Hvor mange gæster er der plads til på Nordbys badebro?", {"nordby"}),
        ("hvem passer badebroen i nordby", {"nordby"}),
        ("Hvem passer vejen ved havnen i Nordby?", {"nordby"}),
        ("Hvem passer vejen?", set()),
        ("Har Aarhus eller Vejen flest gæster?", {"arhu", "vejen"}),
        ("Hvem passer badebroen?", set()),
    ],
)
def test_places_are_known_by_capital_or_by_the_word_before(text: str, found: set[str]) -> None:
    assert set(places_named(text, KNOWN)) == found


def test_a_name_of_two_words_is_one_place() -> None:
    known = {"store nordby", "nordby"}
    assert set(places_named("Hvem ejer hallen i Store Nordby?", known)) == known


def test_a_place_is_taken_out_with_what_joins_it() -> None:
    assert without_place("Hvem passer broen i Nordby Kommune?", "Nordby") == "Hvem passer broen ?"
    assert without_place("Hvem passer Nordbys bro?", "Nordbys") == "Hvem passer bro?"


def test_papers_of_nobody_are_asked_too_and_chosen_ones_stay() -> None:
    of = {"a": "nordby", "b": "vejen", "c": ""}
    assert narrowed(Filters(), {"nordby"}, of).documents == ("a", "c")
    assert narrowed(Filters(documents=("b",)), {"nordby"}, of).documents == ("b",)
    assert narrowed(Filters(), (), of) == Filters()


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert set(places_named(text, KNOWN)) <= KNOWN


@pytest.mark.parametrize("name", ["Københavns", "København", "KØBENHAVN"])
def test_one_key_for_a_place(name: str) -> None:
    assert place_key(name) == place_key("København")


def ask(question: str) -> Answer:
    library = FakeLibrary([make_document("nord.txt", NORTH, Kind.MEMO), make_document("vest.txt", WEST, Kind.MEMO)])
    register = FakeRegister(of_place={"nord.txt": "nordby", "vest.txt": "vejen"})
    return Answerer(library, FakeRetriever(library), register, Settings()).answer(question, Filters())


def test_where_all_papers_are_of_one_place_its_name_limits_nothing() -> None:
    library = FakeLibrary([make_document("nord.txt", NORTH, Kind.MEMO), make_document("nabo.txt", WEST, Kind.MEMO)])
    register = FakeRegister(of_place={"nord.txt": "nordby", "nabo.txt": ""})
    answerer = Answerer(library, FakeRetriever(library), register, Settings())
    answer = answerer.answer("Hvor mange gæster er der plads til på badebroen i Nordby?", Filters())
    assert {citation.document for citation in answer.citations} >= {"nord.txt"}
    assert not answerer._places


@pytest.mark.parametrize(("place", "paper"), [("Nordby", "nord.txt"), ("Vejen", "vest.txt")])
def test_only_the_papers_of_the_place_answer(place: str, paper: str) -> None:
    answer = ask(f"Hvor mange gæster er der plads til på badebroen i {place}?")
    assert not answer.refused
    assert {citation.document for citation in answer.citations} == {paper}
