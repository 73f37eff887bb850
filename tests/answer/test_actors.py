"""Who said or did it, and what may not stand in an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answer import Answerer
from answer.understanding.kinds import Asked, asked
from answer.values import persons
from core.schema import Answer, Filters, Kind, Meta, Span
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

MINUTES = """Referat fra havneudvalget

Deltagere: Formand Første Efternavn, Næstformand Anden Mellem

Anden Mellem spørger, om bådpladserne bliver dyrere. Der er brug for klare takster for bådpladserne.

Første opfordrer til, at vagten på molen får en ny kikkert.

Venstre kunne ikke tiltræde indstillingen om slæbestedet.

Indholdsfortegnelse over slæbestedet ........................ 4"""


def minutes() -> Answerer:
    paper = make_document("referat.txt", MINUTES, Kind.MINUTES, date(2031, 5, 3))
    names = ("Første Efternavn", "Anden Mellem")
    meta = [Meta("participant", name, Span(MINUTES.index(name), MINUTES.index(name) + len(name))) for name in names]
    start = MINUTES.index("Anden Mellem spørger")
    meta.append(Meta("speaker", "Anden Mellem", Span(start, MINUTES.index("\n\nFørste opfordrer"))))
    library = FakeLibrary([replace(paper, meta=tuple(meta))])
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings())


def ask(question: str) -> Answer:
    return minutes().answer(question, Filters())


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem spurgte, om bådpladserne bliver dyrere?", "Anden Mellem"),
        ("Hvem bad om en ny kikkert til vagten på molen?", "Første Efternavn"),
        ("Hvem var imod indstillingen om slæbestedet?", "Venstre"),
    ],
)
def test_who_did_it_is_told_by_full_name(question: str, name: str) -> None:
    answer = ask(question)
    assert not answer.refused
    assert name in answer.answer


def test_a_line_of_a_table_of_contents_is_no_answer() -> None:
    assert "...." not in ask("Hvem var imod indstillingen om slæbestedet?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvem bad om en ny bro?",
        "Hvem stemte imod?",
        "Hvilke partier tog forbehold?",
        "Hvem kunne ikke deltage i mødet?",
    ],
)
def test_who_spoke_or_voted_asks_for_a_person(question: str) -> None:
    assert asked(question) is Asked.PERSON


def test_a_title_is_no_part_of_a_name() -> None:
    assert [value.text for value in persons("Rådmand Første Efternavn var forhindret.")] == ["Første Efternavn"]
