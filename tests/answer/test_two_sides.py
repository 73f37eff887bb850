"""Comparisons, conflicts and order in time, answered over the small library."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from core.schema import Answer, Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_answerer, make_document

_FERRY = """Aftale om færgen

Den 4. juni 2031 godkendte byrådet aftalen om færgen til øen.

Færgen sejler hver time fra havnen om sommeren, og billetten koster 40 kr.

Personalet på færgen skifter ikke arbejdsgiver."""

_BUS = """Handleplan for busserne

Byggeriet af den nye busterminal startede i marts 2031 ved torvet.

Bussen kører hvert kvarter fra torvet hele året, og billetten koster 24 kr.

Busserne er midlertidigt flyttet til torvet."""


def ask(question: str) -> Answer:
    papers = [
        make_document("faerge.txt", _FERRY, Kind.AGREEMENT, date(2031, 6, 4)),
        make_document("bus.txt", _BUS, Kind.ACTION_PLAN, date(2031, 9, 1)),
    ]
    library = FakeLibrary(papers)
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters())


def test_two_things_compared_stand_side_by_side() -> None:
    answer = ask("Hvad er forskellen på færgen og bussen?")
    assert "Færgen (aftalen):" in answer.answer
    assert "Bussen (handleplanen):" in answer.answer
    assert {c.document for c in answer.citations} == {"faerge.txt", "bus.txt"}


def test_two_documents_compared_are_named() -> None:
    answer = ask("Hvad koster billetten i henholdsvis aftalen og handleplanen?")
    assert "40 kr." in answer.answer
    assert "24 kr." in answer.answer


def test_which_came_first_is_told_with_both_dates() -> None:
    answer = ask("Var byggeriet af busterminalen i gang, før byrådet godkendte aftalen om færgen?")
    assert answer.answer.startswith("Ja.")
    assert "marts 2031" in answer.answer
    assert "4. juni 2031" in answer.answer


def test_a_denial_says_no() -> None:
    assert ask("Skifter personalet på færgen arbejdsgiver?").answer.startswith("Nej.")


def test_a_choice_between_two_is_no_yes_or_no() -> None:
    assert not ask("Er det Færgen eller Bussen, der sejler hver time?").answer.startswith(("Ja", "Nej"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvor mange badegæster har badebroen plads til?", True),
        ("Er dokumenterne enige om antallet af badegæster på badebroen?", True),
        ("Hvad er badebroen bygget af?", False),
    ],
)
def test_a_conflict_is_told_only_where_what_differs_is_asked(question: str, told: bool) -> None:
    answer = make_answerer().answer(question, Filters())
    assert ("uenige" in answer.answer) is told
    if told:
        assert "120" in answer.answer
        assert "150" in answer.answer


_NORTH = """Budget for Nordby

Nordby Kommune sætter 3 mio. kr. af til havnen i Nordby.

Der er desuden kaj og mole."""

_SOUTH = """Budget for Sydby

Kommunen sætter 7 mio. kr. af til havnen."""


def test_sides_named_by_place_are_looked_for_in_the_papers_of_that_place() -> None:
    papers = [
        make_document("nord.txt", _NORTH, Kind.CASE_PAPER, date(2031, 6, 4)),
        make_document("syd.txt", _SOUTH, Kind.CASE_PAPER, date(2031, 9, 1)),
    ]
    library = FakeLibrary(papers)
    asked = "Hvor mange penge sættes af til havnen i Nordbys budget og i Sydbys?"
    answer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(asked, Filters())
    assert "3 mio. kr." in answer.answer
    assert "7 mio. kr." in answer.answer


def test_where_nothing_settles_it_no_word_is_said() -> None:
    answer = ask("Kan børn køre gratis med færgen?")
    assert not answer.answer.startswith(("Ja", "Nej"))


_SCHOOL = """Aftale om fritid

Det har været drøftet, om sejlerskolen skal flytte til Havneudvalget. {after}

Rostræningen flytter til Havneudvalget den 1. januar 2032."""


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        ("Det er der ikke flertal for.", "Nej."),
        ("Forslaget indgår derfor ikke i aftalen.", "Nej."),
        ("Det tages op igen i foråret.", "Det har været drøftet"),
        ("Bådene er røde.", ""),
    ],
)
def test_what_was_only_weighed_is_told_with_what_came_of_it(after: str, opens: str) -> None:
    paper = make_document("skole.txt", _SCHOOL.format(after=after), Kind.AGREEMENT, date(2031, 6, 4))
    library = FakeLibrary([paper])
    answerer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings())
    answer = answerer.answer("Flytter sejlerskolen til Havneudvalget?", Filters())
    assert not answer.answer.startswith("Ja")
    assert answer.answer.startswith(opens)
    assert (after.rstrip(".") in answer.answer) is bool(opens)
