"""A second deed asked of beside a task ("og hvem låser op?"), and verbs that the papers say as nouns."""

from __future__ import annotations

import pytest

from answer import Answerer
from answer.understanding.agents import agents
from answer.understanding.deeds import meets_deed, says_verb
from core.schema import Basis, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

TEXT = """Regler for bådhuset

Fritidsudvalget har ansvaret for udlån af bådhuset. Frivilligt mandskab ved broen sørger uændret for aflåsning.

Isen på kanalen måles af vagten."""


def answer(question: str) -> str:
    said = place(TEXT, "Fritidsudvalget har ansvaret for udlån af bådhuset.")
    row = Responsibility(
        "1", "udlån af bådhuset", "", "", "Fritidsudvalget", None, Basis.NONE, Status.DECIDED, "r.txt",
        said.start, said.end, relation="assign",
    )  # fmt: skip
    library = FakeLibrary([make_document("r.txt", TEXT, Kind.OTHER)])
    register = FakeRegister([row], [], [Unit("Fritidsudvalget", "udvalg")])
    return Answerer(library, FakeRetriever(library), register, Settings()).answer(question, Filters()).answer


def test_the_second_deed_is_told_from_the_same_paragraph() -> None:
    told = answer("Hvem har ansvaret for udlån af bådhuset, og hvem låser af?")
    assert told.startswith("Udlån af bådhuset: Fritidsudvalget")
    assert "Frivilligt mandskab ved broen sørger uændret for aflåsning" in told


def test_a_second_deed_nobody_does_is_given_to_nobody() -> None:
    assert "mandskab" not in answer("Hvem har ansvaret for udlån af bådhuset, og hvem maler det?")


@pytest.mark.parametrize(
    ("verb", "text", "said"),
    [
        ("udbetaler", "Kontoret forestår udbetaling af tilskud.", True),
        ("låser", "Vagten sørger for aflåsning.", True),
        ("maler", "Vagten sørger for aflåsning.", False),
    ],
)
def test_a_verb_said_as_a_noun(verb: str, text: str, said: bool) -> None:
    assert says_verb(verb, text) is said


def test_a_subject_of_several_words_opens_its_sentence() -> None:
    assert "Frivilligt mandskab ved broen" in [
        agent.who.text for agent in agents("Frivilligt mandskab ved broen sørger uændret for aflåsning.")
    ]
    assert "Fra broen" not in [agent.who.text for agent in agents("Fra broen varetager vagten udkig.")]


def test_who_keeps_it_up_is_not_who_builds_it() -> None:
    asked = "Hvem skal holde den nye bro ved lige?"
    assert not meets_deed(asked, "Projektering af den nye bro: Anlægskontoret")
    assert meets_deed(asked, "Vejlauget står for vedligeholdelsen")
