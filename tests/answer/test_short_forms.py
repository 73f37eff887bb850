"""What a body's short form stands for: told of questions that ask that and nothing else, where the papers spell it."""

from __future__ import annotations

import pytest

from answer import Answerer
from answer.compose.short_forms import asked_for
from core.schema import Answer, Document, Filters, Kind, Span, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

PAPER = """Aftale om havne

Havne- og Strandudvalget (HSU) behandler sagen om molen.

Fyrudvalget får et nyt navn, og FYU skal drøfte det.

Sagen om bolværket går videre til HSU i marts, og HSU har fire pladser.

Molevagten hører under Havne- og Strandudvalget, se også bilag 4 om LTU."""
HELD: Document = make_document("aftale.txt", PAPER, Kind.AGREEMENT)


def unit(name: str, short: str, **more: object) -> Unit:
    """A committee with the places of its name and its short form in the paper."""
    found = [(said, at) for said in (name, short) for at in range(len(PAPER)) if PAPER.startswith(said, at)]
    places = tuple((HELD.id, Span(at, at + len(said))) for said, at in found)
    return Unit(name, "udvalg", abbreviations=(short,), places=places, **more)  # type: ignore[arg-type]


UNITS = [unit("Havne- og Strandudvalget", "HSU"), unit("Fyrudvalget", "FYU"), unit("Lodstjenesteudvalget", "LTU")]


def ask(question: str, *units: Unit) -> Answer:
    library = FakeLibrary([HELD])
    register = FakeRegister(held=[*(units or UNITS)])
    return Answerer(library, FakeRetriever(library), register, Settings()).answer(question, Filters(), None)


@pytest.mark.parametrize("question", ["Hvad betyder HSU?", "what does HSU mean", "hvad står hsu for", "Hvem er HSU?"])
def test_the_full_name_comes_alone_with_the_place_that_introduces_it(question: str) -> None:
    answer = ask(question)
    assert "HSU står for Havne- og Strandudvalget [1]." in answer.answer
    assert [citation.quote for citation in answer.citations] == ["Havne- og Strandudvalget (HSU)"]


def test_a_short_form_that_no_sentence_introduces_is_only_used_of_the_body() -> None:
    assert "HSU bruges om Fyrudvalget [1][2]." in ask("Hvad betyder HSU?", unit("Fyrudvalget", "HSU")).answer


def test_a_name_that_the_papers_never_spell_is_not_made_up() -> None:
    assert "Lodstjenesteudvalget" not in ask("Hvad betyder LTU?").answer


def test_the_older_name_stands_behind_the_new_one() -> None:
    new = unit("Havne- og Strandudvalget", "HSU", former=("Fyrudvalget",))
    told = ask("Hvad betyder HSU?", unit("Fyrudvalget", "HSU"), new).answer
    assert "HSU står for Havne- og Strandudvalget (tidligere Fyrudvalget)" in told
    assert told.count("HSU ") == 1


@pytest.mark.parametrize(
    ("question", "shorts"),
    [
        ("Hvad betyder HSU og FYU?", ["HSU", "FYU"]),
        ("Hvilket udvalg dækker forkortelsen HSU?", ["HSU"]),
        ("Hvad er HSU for en forkortelse?", ["HSU"]),
        ("Hvad betyder HSU for havnen?", []),
        ("Hvad er HSU's opgaver?", []),
        ("Hvad står HSU for at betale?", []),
    ],
)
def test_only_what_asks_for_the_meaning(question: str, shorts: list[str]) -> None:
    assert asked_for(question) == shorts
