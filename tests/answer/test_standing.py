"""Who has a task on the day asked about: by the day in the question, the day it is asked as of, and its tense."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answer import Answerer
from answer.compose import owner
from answer.compose.owner_words import when_words
from core.schema import Basis, Document, Facts, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from register.extract import extract
from register.register import Register
from tests.answer.fakes import FakeLibrary, FakeRetriever, make_document, place

TEXT = """Aftale om kystens anlæg

I dag er visitationen af bådpladser delt mellem Strandforvaltningen og Havneforvaltningen.

Visitationen af bådpladser samles hos Havneudvalget senest den 1. august 2032.

Ansvaret for fyrtårnet flyttes fra Strandudvalget til Havneudvalget den 1. juli 2032.

Ansvaret for molerne flyttes fra Strandudvalget til Havneudvalget, når loven er ændret.

Havnefogeden tømmer ruserne senest den 1. oktober 2032."""
AREA = "Aftale om kystens anlæg"


def row(task: str, words: str, to: str, source: str = "", **more: Any) -> Responsibility:
    span = place(TEXT, words)
    held = Responsibility(
        task, task, AREA, source, to, None, Basis.NONE, Status.DECIDED, "kyst.txt", span.start, span.end
    )
    return replace(held, **more)


LIGHT = row(
    "fyrtårnet", "Ansvaret for fyrtårnet flyttes fra Strandudvalget til Havneudvalget den 1. juli 2032.",
    "Havneudvalget", "Strandudvalget", effective_from=date(2032, 7, 1), basis=Basis.EXPLICIT,
    effective_text="den 1. juli 2032",
)  # fmt: skip
BEFORE = row(
    "visitationen af bådpladser",
    "I dag er visitationen af bådpladser delt mellem Strandforvaltningen og Havneforvaltningen.",
    "Strandforvaltningen; Havneforvaltningen", relation="keep", status=Status.UNCHANGED,
)  # fmt: skip
BERTHS = row(
    "visitationen af bådpladserne", "Visitationen af bådpladser samles hos Havneudvalget senest den 1. august 2032.",
    "Havneudvalget", effective_from=date(2032, 8, 1), basis=Basis.DEADLINE, effective_text="senest den 1. august 2032",
)  # fmt: skip
MOLES = row(
    "molerne", "Ansvaret for molerne flyttes fra Strandudvalget til Havneudvalget, når loven er ændret.",
    "Havneudvalget", "Strandudvalget", conditions=("først når loven er ændret",),
)  # fmt: skip
TRAPS = row(
    "tømning af ruserne", "Havnefogeden tømmer ruserne senest den 1. oktober 2032.", "Havnefogeden",
    relation="assign", effective_from=date(2032, 10, 1), basis=Basis.DEADLINE,
    effective_text="senest den 1. oktober 2032",
)  # fmt: skip
UNITS = (
    Unit("Strandudvalget", "udvalg", later=("Kyst- og Strandudvalget",)),
    Unit("Kyst- og Strandudvalget", "udvalg", ("KSU",), former=("Strandudvalget",), renamed_on=date(2032, 1, 1)),
    Unit("Havneudvalget", "udvalg", ("HAU",)),
    Unit("Strandforvaltningen", "forvaltning"),
    Unit("Havneforvaltningen", "forvaltning"),
)


def answerer() -> Answerer:
    paper: Document = make_document("kyst.txt", TEXT, Kind.AGREEMENT, date(2031, 5, 3))
    library = FakeLibrary([paper])
    register = Register([Facts("kyst.txt", UNITS, (LIGHT, BEFORE, BERTHS, MOLES, TRAPS))], [paper])
    return Answerer(library, FakeRetriever(library), register, Settings())


def drafted(question: str, today: date) -> Any:
    asks = answerer()
    filters = Filters(as_of=today)
    understood = asks._understood(question, filters, None)
    hits = asks._retriever.search(question, filters, 10)
    draft = owner.compose(asks._context(understood, hits, filters, filters))
    assert draft is not None
    return draft


def told(question: str, today: date) -> str:
    return str(drafted(question, today).statements[0].text)


EARLY, BETWEEN, LATE = date(2031, 9, 1), date(2032, 3, 1), date(2032, 12, 1)
OLD, NEW = "Fyrtårnet: Strandudvalget", "Fyrtårnet: Havneudvalget"
RENAMED = "Fyrtårnet: Kyst- og Strandudvalget"


@pytest.mark.parametrize(
    ("question", "today", "opens"),
    [
        ("Hvem har fyrtårnet?", EARLY, OLD),
        ("Hvem har fyrtårnet?", BETWEEN, RENAMED),
        ("Hvem har fyrtårnet?", LATE, NEW),
        ("Hvem har fyrtårnet i dag?", BETWEEN, RENAMED),
        ("Hvem overtager fyrtårnet?", EARLY, NEW),
        ("Hvem havde fyrtårnet før?", LATE, RENAMED),
        ("Hvem drev fyrtårnet?", LATE, RENAMED),
        ("Hvem har ansvaret for fyrtårnet den 30. juni 2032?", LATE, RENAMED),
        ("Hvem har ansvaret for fyrtårnet den 1. juli 2032?", EARLY, NEW),
        ("Hvem havde fyrtårnet før 2032?", LATE, OLD),
        ("Hvem havde fyrtårnet sidste år?", LATE, OLD),
        ("Hvem har fyrtårnet til næste år?", LATE, NEW),
        ("Hvem har fyrtårnet til efteråret?", BETWEEN, NEW),
        ("Hvem har fyrtårnet i 2032?", EARLY, NEW),
    ],
)
def test_the_owner_of_the_day_comes_first_under_the_name_of_the_day(question: str, today: date, opens: str) -> None:
    assert told(question, today).startswith(opens)


def test_what_changes_next_and_what_was_before_stand_beside_it() -> None:
    assert "flyttes til Havneudvalget (HAU) den 1. juli 2032" in told("Hvem har fyrtårnet?", BETWEEN)
    assert "fra den 1. juli 2032; før: Kyst- og Strandudvalget" in told("Hvem har fyrtårnet?", LATE)
    assert "derefter: Havneudvalget" in told("Hvem havde fyrtårnet i maj 2032?", LATE)
    assert "flyttes til" not in told("Hvem har fyrtårnet?", LATE)


def test_the_row_beside_an_answer_is_that_of_the_day() -> None:
    (early,), (late,) = (drafted("Hvem har fyrtårnet?", day).responsibilities for day in (EARLY, LATE))
    assert (early.to_unit, late.to_unit) == ("Strandudvalget", "Havneudvalget")
    assert early.effective_text == ""
    assert early.until == date(2032, 6, 30)


def test_a_statement_of_today_gives_way_to_the_move_that_ended_it() -> None:
    question = "Hvem har visitationen af bådpladser?"
    assert "flyttes til Havneudvalget (HAU) senest den 1. august 2032" in told(question, BETWEEN)
    assert told(question, LATE).startswith("Visitationen af bådpladserne: Havneudvalget (HAU) (overtaget senest")


def test_what_waits_for_a_condition_stays_where_it_is_on_every_day() -> None:
    assert told("Hvem har molerne?", LATE).startswith("Molerne: Kyst- og Strandudvalget")
    assert "flyttes først til Havneudvalget" in told("Hvem har molerne?", LATE)
    assert told("Hvem overtager molerne?", LATE).startswith("Molerne: Havneudvalget")


def test_a_deadline_of_somebodys_own_task_is_no_day_of_taking_over() -> None:
    assert told("Hvem tømmer ruserne?", BETWEEN).startswith("Tømning af ruserne: Havnefogeden frist senest")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1. juli 2032", "fra den 1. juli 2032"),
        ("2032-07-01", "fra den 1. juli 2032"),
        ("pr. 1. juli 2032", "pr. 1. juli 2032"),
        ("i 2032", "i 2032"),
        ("", "fra den 1. juli 2032"),
    ],
)
def test_a_bare_day_gets_its_preposition(said: str, shown: str) -> None:
    assert when_words(replace(LIGHT, effective_text=said)) == shown


_CRANES = """Aftale om havnens materiel

Kranerne overgår til Havneudvalget den 1. juli 2032. Indtil da varetages de af Strandudvalget.

Slæbestederne overgår til Havneudvalget den 1. juli 2032.

Fra den 1. januar 2031 har Strandudvalget ansvaret for lodsernes arbejde, som er placeret i Lodskontoret."""


def _of_cranes(question: str, today: date) -> str:
    paper = make_document("kran.txt", _CRANES, Kind.AGREEMENT, date(2031, 5, 3))
    facts = replace(extract(paper), document_id=paper.id)
    library = FakeLibrary([paper])
    asks = Answerer(library, FakeRetriever(library), Register([facts], [paper]), Settings())
    understood = asks._understood(question, Filters(as_of=today), None)
    hits = asks._retriever.search(question, Filters(as_of=today), 10)
    draft = owner.compose(asks._context(understood, hits, Filters(as_of=today), Filters(as_of=today)))
    assert draft is not None
    return " ".join(str(statement.text) for statement in draft.statements)


def test_who_has_it_until_the_move_comes_before_the_move() -> None:
    said = _of_cranes("Hvem har kranerne?", BETWEEN)
    assert said.startswith("Kranerne: Strandudvalget til og med 30. juni 2032")
    assert "Kranerne: Havneudvalget" in said
    assert _of_cranes("Hvem har kranerne?", LATE).startswith("Kranerne: Havneudvalget")


def test_that_nobody_is_named_before_the_move_is_said() -> None:
    assert owner.UNTIL_THEN in _of_cranes("Hvem har slæbestederne?", BETWEEN)
    assert owner.UNTIL_THEN not in _of_cranes("Hvem har slæbestederne?", LATE)
    assert owner.UNTIL_THEN not in _of_cranes("Hvem får slæbestederne?", BETWEEN)


def test_where_a_thing_lies_is_not_who_had_it() -> None:
    assert _of_cranes("Hvor er lodsernes arbejde placeret?", LATE).startswith("Lodsernes arbejde: Lodskontoret")
    assert "før: Lodskontoret" not in _of_cranes("Hvem har lodsernes arbejde?", LATE)
