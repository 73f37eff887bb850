"""Who was away from a meeting, from what its minutes say of themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answer import Answerer
from core.schema import Answer, Document, Filters, Kind, Meta
from core.settings import Settings
from register.register import Register
from tests.answer.fakes import FakeLibrary, FakeRetriever, make_document, place


def minutes(body: str, away: str = "") -> Document:
    text = f"Referat af møde i {body}\n\n{body} drøftede molen.\n\nGodkendt. Fraværende: {away or 'ingen'}."
    paper = make_document(f"{body}.txt", text, Kind.MINUTES, date(2031, 5, 3))
    return replace(paper, meta=(Meta("apology", away, place(text, away)),)) if away else paper


PAPERS = [minutes("Havneudvalget", "Anna Prøve"), minutes("Kystrådet")]


def ask(question: str) -> Answer:
    library = FakeLibrary(PAPERS)
    return Answerer(library, FakeRetriever(library), Register([], PAPERS), Settings()).answer(question, Filters())


@pytest.mark.parametrize(
    "question",
    [
        "Hvem manglede ved mødet i Havneudvalget?",
        "Hvem var ikke med i Havneudvalget den 3. maj 2031?",
        "Hvem havde meldt afbud til Havneudvalgets møde?",
    ],
)
def test_who_was_away_is_named(question: str) -> None:
    assert "Anna Prøve" in ask(question).answer


def test_who_was_away_elsewhere_is_no_answer() -> None:
    assert "Anna Prøve" not in ask("Hvem manglede ved mødet i Kystrådet?").answer
