"""Two set against each other by more and less, and papers that a side is told by."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from answer.understanding.contests import contest, wanted, without_degree
from answer.understanding.kinds import Asked, aspect
from answer.understanding.sources import names_several, without_others
from core.schema import Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Hvad koster mest: havnen i 2031 eller den nye bro?", ["havnen i 2031", "nye bro"]),
        ("Hvad er størst, havnen eller broen?", ["havnen", "broen"]),
        ("Er der flere både i Nordhavnen end i Sydhavnen?", ["Nordhavnen", "Sydhavnen"]),
        ("Er prisen på havnen højere end prisen på broen?", ["prisen på havnen", "prisen på broen"]),
        ("Har Nordby flere medlemmer i byrådet end Sydby?", ["Nordby", "Sydby"]),
        ("Har udvalget flere end 7 medlemmer?", []),
        ("Er det mere end 5 år siden?", []),
        ("Er beløbet højere i 2031 end i 2032?", []),
        ("Hvem ejer havnen eller broen?", []),
    ],
)
def test_contests_are_read(question: str, sides: list[str]) -> None:
    assert [side.text for side in contest(question)] == sides


def test_what_is_asked_of_each() -> None:
    assert without_degree("Har Nordby flere medlemmer end Sydby?") == "Har Nordby hvor mange medlemmer Sydby?"
    assert wanted("Hvad kom først: havnen eller broen?") is Asked.DATE
    assert wanted("Hvad er dyrest: havnen eller broen?") is Asked.AMOUNT
    assert wanted("Er der flere både i havnen end i søen?") is Asked.NUMBER


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hvem er målgruppen", Asked.FACT),
        ("hvem har ansvaret for havnen", Asked.OWNER),
        ("Hvordan så de ansatte på at flytte ansvaret", Asked.PROCESS),
        ("udgifterne til havnen", Asked.AMOUNT),
    ],
)
def test_the_aspect_of_a_comparison(text: str, kind: Asked) -> None:
    assert aspect(text) is kind


_HARBOUR = """Aftale om havnen

Havnen har plads til 80 både, og driften koster 3 mio. kr. om året."""

_LAKE = """Sag om søbadet

Søen har plads til 45 både, og driften koster 5 mio. kr. om året.

Planen evalueres den 1. maj 2032."""

_FAIR = """Handleplan for markedet

Markedet åbner den 3. juni 2031.

Planen evalueres den 9. marts 2033."""


def ask(question: str) -> str:
    papers = [
        make_document("havn.txt", _HARBOUR, Kind.AGREEMENT, date(2031, 6, 4)),
        make_document("sø.txt", _LAKE, Kind.CASE_PAPER, date(2031, 9, 1)),
        make_document("marked.txt", _FAIR, Kind.ACTION_PLAN, date(2031, 9, 1)),
    ]
    library = FakeLibrary(papers)
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters()).answer


def test_both_values_of_a_contest_are_told() -> None:
    told = ask("Hvad koster mest om året: havnen eller søen?")
    assert "3 mio. kr." in told
    assert "5 mio. kr." in told


def test_a_paper_is_named_by_what_its_title_holds() -> None:
    told = ask("Hvornår evalueres planen i henholdsvis sagen om søbadet og handleplanen?")
    assert "1. maj 2032" in told
    assert "9. marts 2033" in told


_TOWNS = """Budget for {town}

{town} Kommune evaluerer ordningen med lånecykler den {day} 2033. Arbejdet ledes af {unit}.

Der er desuden kaj og mole i {town}."""


def test_what_a_later_part_asks_is_told_of_each_side() -> None:
    told = [("Nordby", "1. maj", "Havneudvalget"), ("Sydby", "9. juni", "Parkudvalget")]
    papers = [
        make_document(f"{town}.txt", _TOWNS.format(town=town, day=day, unit=unit), Kind.CASE_PAPER, date(2031, 6, 4))
        for town, day, unit in told
    ]
    library = FakeLibrary(papers)
    question = "Hvornår evalueres ordningen med lånecykler i Nordby og i Sydby, og hvem leder arbejdet?"
    answer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters()).answer
    assert all(day in answer and unit in answer for _, day, unit in told)


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Hvad koster det ifølge referatet fra 2031 og budgetnotatet XY12?", True),
        ("Hvor bygges der i handleplanen og i XY12?", True),
        ("Hvem har ansvaret for handleplanen ifølge aftalen?", False),
        ("Hvad koster budgetnotatet XY12?", False),
    ],
)
def test_two_papers_named_in_one_breath(question: str, several: bool) -> None:
    assert names_several(question) is several


def test_a_word_for_a_paper_that_is_none_of_these_is_a_thing() -> None:
    titles = "Aftale om havnen. Referat fra Havneudvalget"
    assert without_others("Hvornår udløber samarbejdsaftalen?", titles).split() == ["Hvornår", "udløber", "?"]
    for text in ("Hvad står der i havneaftalen?", "Hvad siger aftalen og havneudvalgsreferatet?"):
        assert without_others(text, titles) == text


def test_sides_without_the_value_compared_are_no_answer() -> None:
    told = ask("Hvor stor en andel af gæsterne svømmer i havnen sammenlignet med søen?")
    assert "plads til" not in told


def test_a_row_of_years_between_two_papers_is_read_at_once() -> None:
    """A hundred years between two papers took longer than anybody waits where a year could be read in two ways."""
    years = " ".join(str(year) for year in range(1900, 2000))
    assert not names_several(f"Hvad står der i aftalen {years} notatet?")
    assert names_several(f"Hvad står der i aftalen {years} og notatet?")
