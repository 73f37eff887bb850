"""All that a unit has, gets or gives away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answer import Answerer
from answer.compose import portfolio
from answer.compose.portfolio_words import _tasks, _that_fit
from answer.draft import Draft
from answer.understanding.portfolios import GAINS, HAS, LOSES, asks_portfolio, wanted
from core.schema import Basis, Facts, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from register.register import Register
from tests.answer.fakes import FakeLibrary, FakeRetriever, make_document, place

TEXT = """Aftale om skov og strand

Driften af skovene flyttes fra Vejudvalget til Naturudvalget den 1. juli 2032.

Pleje af strandenge flyttes fra Vejudvalget til Naturudvalget den 1. juli 2032.

Turistkontoret flyttes fra Naturudvalget til Erhvervsudvalget den 1. januar 2033.

Mark og Skov passer fuglereservatet."""
DAY = date(2032, 7, 1)


def row(task: str, words: str, source: str, to: str, day: date | None, text: str) -> Responsibility:
    span = place(TEXT, words)
    basis = Basis.EXPLICIT if day else Basis.NONE
    held = Responsibility(task, task, "", source, to, day, basis, Status.DECIDED, "skov.txt", span.start, span.end)
    return replace(held, effective_text=text, relation="transfer" if day else "assign")


ROWS = (
    row("skovene", "Driften af skovene flyttes", "Vejudvalget", "Naturudvalget", DAY, "den 1. juli 2032"),
    row("strandenge", "Pleje af strandenge flyttes", "Vejudvalget", "Naturudvalget", DAY, "den 1. juli 2032"),
    row("turistkontoret", "Turistkontoret flyttes", "Naturudvalget", "Erhvervsudvalget", date(2033, 1, 1),
        "den 1. januar 2033"),
    row("fuglereservatet", "Mark og Skov passer fuglereservatet.", "", "Mark og Skov", None, ""),
)  # fmt: skip
UNITS = tuple(Unit(name, "udvalg") for name in ("Vejudvalget", "Naturudvalget", "Erhvervsudvalget"))


def drafted(question: str, today: date) -> Draft | None:
    paper = make_document("skov.txt", TEXT, Kind.AGREEMENT, date(2031, 5, 3))
    library = FakeLibrary([paper])
    asks = Answerer(library, FakeRetriever(library), Register([Facts("skov.txt", UNITS, ROWS)], [paper]), Settings())
    filters = Filters(as_of=today)
    understood = asks._understood(question, filters, None)
    hits = asks._retriever.search(question, filters, 10)
    return portfolio.compose(asks._context(understood, hits, filters, filters))


def told(question: str, today: date = date(2032, 1, 1)) -> str:
    draft = drafted(question, today)
    assert draft is not None
    return " ".join(statement.text for statement in draft.statements)


def tasks(question: str, today: date = date(2032, 1, 1)) -> set[str]:
    draft = drafted(question, today)
    return {row.task for row in draft.responsibilities} if draft else set()


FOREST, TOURISM = {"skovene", "strandenge"}, {"turistkontoret"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Hvilke opgaver får Naturudvalget?", FOREST),
        ("Hvilke opgaver mister Naturudvalget?", TOURISM),
        ("Hvad afgiver Vejudvalget?", FOREST),
        ("Hvilke områder flytter fra Vejudvalget?", FOREST),
        ("Hvilke opgaver flyttes fra Naturudvalget til Erhvervsudvalget?", TOURISM),
        ("Hvilke opgaver flyttes fra Vejudvalget til Erhvervsudvalget?", set()),
        ("Hvilke opgaver får og mister Naturudvalget?", FOREST | TOURISM),
        ("Hvilke opgaver får Naturudvalget i 2033?", set()),
        ("Hvilke opgaver har Mark og Skov?", {"fuglereservatet"}),
        ("Hvilke opgaver har Naturudvalget?", TOURISM),
        ("Hvilke opgaver har Naturudvalget i august 2032?", FOREST | TOURISM),
        ("Hvilke opgaver har Naturudvalget til næste år?", FOREST),
        ("Hvilke opgaver har Naturudvalget i klimaplanen?", set()),
    ],
)
def test_tasks_by_what_becomes_of_them_and_by_the_day(question: str, found: set[str]) -> None:
    assert tasks(question) == found


def test_a_shared_day_is_told_once_and_the_other_unit_with_its_tasks() -> None:
    assert told("Hvilke opgaver får Naturudvalget?") == (
        "Naturudvalget får 2 opgaver den 1. juli 2032. Fra Vejudvalget: skovene; strandenge."
    )
    assert told("Hvilke opgaver får Naturudvalget?", date(2033, 5, 1)).startswith("Naturudvalget har fået 2 opgaver")


def test_what_is_to_move_stands_with_what_a_unit_has() -> None:
    assert "Flyttes til Erhvervsudvalget den 1. januar 2033: turistkontoret" in told(
        "Hvilke opgaver har Naturudvalget?"
    )


def test_what_there_is_no_room_for_is_counted() -> None:
    many = [replace(ROWS[0], key=str(n), task=f"{n} lange ord om en opgave") for n in range(40)]
    shown = _that_fit(many, 60)
    assert 0 < len(shown) < len(many)
    assert len(_tasks(shown).split()) <= 60


def test_what_stands_before_a_colon_is_told_once() -> None:
    lines = [replace(ROWS[0], task=f"telefonlinjer: {name}") for name in ("skov", "strand")]
    assert _tasks(lines) == "telefonlinjer: skov, strand"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Hvad står Mark og Skov for?", True),
        ("Hvilke ansvarsområder afgiver Vejudvalget?", True),
        ("Hvad koster skovene?", False),
        ("Hvilke skove er fredet?", False),
    ],
)
def test_what_asks_for_all_of_a_unit(text: str, asks: bool) -> None:
    assert asks_portfolio(text) is asks


def test_prepositions_settle_who_gives_and_who_gets() -> None:
    text = "Hvilke opgaver flyttes fra A-udvalget til B-udvalget?"
    places = [(text.index("A-u"), "A"), (text.index("B-u"), "B")]
    assert wanted(text, places) == [(("A", LOSES), ("B", GAINS))]
    assert wanted("Hvilke opgaver har A?", [(20, "A")]) == [(("A", HAS),)]
    assert wanted("Hvilke opgaver har A i B?", [(20, "A"), (24, "B")]) == []
