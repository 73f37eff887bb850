"""Who does a thing by any name, and what bodies are called before and after a renaming."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from answer.compose.fitting import _other_head
from answer.lexicon import Lexicon
from answer.question import understand
from answer.understanding.agents import agents
from answer.understanding.kinds import Asked, asked
from answer.understanding.owning import points_back
from core.schema import Answer, Filters, Kind, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

TEXT = """Plan for kanalrundfarten

Rundvisningerne forestås af lokale sejlerveteraner hver sommer.

Billetkontoret forankres i havnens driftsgård ved slusen.

Udvalgene skifter navn fra den 1. januar 2032.

Kanal- og Broudvalget bliver til Kanal-, Bro- og Badeudvalget, forkortet til KBB."""
OLD, NEW = "Kanal- og Broudvalget", "Kanal-, Bro- og Badeudvalget"


def units() -> list[Unit]:
    at = ("plan.txt", place(TEXT, NEW))
    short = ("plan.txt", place(TEXT, "KBB"))
    return [
        Unit(OLD, "udvalg", later=(NEW,), places=(("plan.txt", place(TEXT, OLD)),)),
        Unit(NEW, "udvalg", ("KBB",), former=(OLD,), renamed_on=date(2032, 1, 1), places=(at, short)),
    ]


def answer(question: str) -> Answer:
    library = FakeLibrary([make_document("plan.txt", TEXT, Kind.ACTION_PLAN)])
    return Answerer(library, FakeRetriever(library), FakeRegister(held=units()), Settings()).answer(question, Filters())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rundvisningerne forestås af lokale sejlerveteraner.", "lokale sejlerveteraner"),
        ("Rapporten er skrevet i 2031 af havnens 3. kontor.", "havnens 3. kontor"),
        ("Indtil da varetager viceformanden opgaven.", "viceformanden"),
        ("Kontoret forankres i havnens driftsgård.", "havnens driftsgård"),
        ("Sejladsen planlægges fortsat centralt.", "centralt"),
    ],
)
def test_doers_of_any_name(text: str, who: str) -> None:
    assert who in [agent.who.text for agent in agents(text)]


@pytest.mark.parametrize("text", ["Gruppen består af fem skippere.", "Antallet af både stiger."])
def test_of_is_no_agent(text: str) -> None:
    assert agents(text) == []


def test_doer_is_told() -> None:
    assert "sejlerveteraner" in answer("Hvem forestår rundvisningerne?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvad kommer kanal og broudvalget til at hede?",
        "Hvad hed KBB før?",
        "Hvornår skifter Kanal- og Broudvalgt navn?",
    ],
)
def test_renamed_body(question: str) -> None:
    told = answer(question)
    assert all(said in told.answer for said in (OLD, NEW, "2032"))
    assert told.citations


def test_short_form_of_a_body() -> None:
    assert "KBB" in answer("Hvad forkortes Kanal-, Bro- og Badeudvalget?").answer


def test_leader_of_a_renamed_body_is_no_naming() -> None:
    assert "nyt navn" not in answer("Hvad hedder formanden for Kanal- og Broudvalget?").answer


def test_what_is_told_first_is_no_question() -> None:
    assert asked("En skipper på 70 år sejler i kanalen. Hvem leverer båden?") is Asked.OWNER
    assert asked("Båden sejler i marts 2032. Kan man regne med det?") is Asked.YES_NO


def test_month_points_back() -> None:
    assert points_back("hvem får det fra den 1. august 2032?")


def test_task_about_another_thing() -> None:
    words = Lexicon({"følgegruppe": 1, "kanalplanen": 1, "kanalplan": 1})
    terms = understand("Hvem laver kanalplanen?", words).terms
    assert _other_head(terms, "følgegruppe for kanalplanen")
    assert not _other_head(terms, "ansvaret for kanalplanen")
