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


ATTENDED = "Referat af møde i Molerådet\n\nTil stede: Bo Eksempel (A); Lise Prøve (B).\n\nAfbud: Anna Prøve (C)."


@pytest.mark.parametrize(
    ("question", "verdict", "line"),
    [
        ("Var Bo Eksempel til stede på mødet i Molerådet?", "Ja.", "Til stede"),
        ("Deltog Lise Prøve i Molerådets møde?", "Ja.", "Til stede"),
        ("Var Anna Prøve til stede i Molerådet?", "Nej.", "Afbud"),
        ("Var Anna Prøve fraværende fra mødet i Molerådet?", "Ja.", "Afbud"),
        ("Var Bo Eksempel fraværende fra mødet i Molerådet?", "Nej.", "Til stede"),
    ],
)
def test_whether_somebody_was_there(question: str, verdict: str, line: str) -> None:
    paper = make_document("mole.txt", ATTENDED, Kind.MINUTES, date(2031, 5, 3))
    names = (("participant", "Bo Eksempel"), ("participant", "Lise Prøve"), ("apology", "Anna Prøve"))
    paper = replace(paper, meta=tuple(Meta(name, who, place(ATTENDED, who)) for name, who in names))
    library = FakeLibrary([paper])
    answerer = Answerer(library, FakeRetriever(library), Register([], [paper]), Settings())
    answer = answerer.answer(question, Filters()).answer
    assert answer.startswith(verdict)
    assert line in answer.split(".")[1] + answer.split(".")[2]


def test_of_somebody_unnamed_no_verdict_is_given() -> None:
    paper = make_document("mole.txt", ATTENDED, Kind.MINUTES, date(2031, 5, 3))
    paper = replace(paper, meta=(Meta("apology", "Anna Prøve", place(ATTENDED, "Anna Prøve")),))
    library = FakeLibrary([paper])
    answerer = Answerer(library, FakeRetriever(library), Register([], [paper]), Settings())
    answer = answerer.answer("Var Karl Tredje til stede på mødet i Molerådet?", Filters()).answer
    assert not answer.startswith(("Ja", "Nej"))
