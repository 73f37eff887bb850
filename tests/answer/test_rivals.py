"""A second place that says another value of the very same is shown beside the first."""

from __future__ import annotations

from datetime import date

from answer import Answerer
from core.schema import Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

_AGREEMENT = """Aftale om kajen

Rengøringen af kajen og broen overtages af kommunen den 1. april 2032."""


def ask(question: str, note: str) -> str:
    papers = [
        make_document("aftale.txt", _AGREEMENT, Kind.AGREEMENT, date(2031, 6, 4)),
        make_document("notat.txt", f"Notat om kajen\n\n{note}", Kind.MEMO, date(2031, 9, 1)),
    ]
    library = FakeLibrary(papers)
    return Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters()).answer


def test_another_day_for_the_same_is_told() -> None:
    told = ask(
        "Hvornår overtager kommunen rengøringen af broen?", "Kommunen overtager rengøringen af broen 1. maj 2032."
    )
    assert "1. april 2032" in told
    assert "1. maj 2032" in told


def test_the_day_of_something_else_is_no_rival() -> None:
    told = ask("Hvornår overtager kommunen rengøringen af broen?", "Kommunen overtager salget af is den 1. maj 2032.")
    assert "Et andet sted" not in told


def test_the_same_day_told_again_is_no_rival() -> None:
    told = ask("Hvornår overtager kommunen rengøringen af broen?", "Rengøringen af broen overtages 1. april 2032.")
    assert "Et andet sted" not in told
