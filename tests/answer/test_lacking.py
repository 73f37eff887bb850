"""Refusals that a rule gives: what is asked for by name and the evidence does not hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answer import Answerer
from answer.lexicon import Lexicon
from answer.only_planned import only_planned
from answer.question import understand
from answer.unnamed import no_appointment, no_firm, no_name, not_enumerated, only_mentioned, opposite, other_edition
from answer.values import UnitNames
from core.schema import Answer, Basis, Facts, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from register.register import Register
from tests.answer.fakes import FakeLibrary, FakeRetriever, make_document, place

TEXT = """Plan for stranden

Redningskransene efterses af Havneudvalget til og med 2032.

Kystteamet placeres i Havnecentret.

Der har været foreslået en strandcafé hos Fritidsrådet.

Spor | Opgave | Ansvarlig | Frist

4 | Tømning af ruser | Ikke afklaret | 2033

Det er endnu ikke besluttet, hvem der skal måle badevandet."""
UNITS = (Unit("Havneudvalget", "udvalg"), Unit("Havnecentret", "center"), Unit("Fritidsrådet", "råd"))


def row(task: str, words: str, to: str) -> Responsibility:
    span = place(TEXT, words)
    return Responsibility(
        task, task, "Plan for stranden", "", to, None, Basis.NONE, Status.DECIDED, "strand.txt", span.start, span.end
    )


RINGS = replace(
    row("eftersyn af redningskransene", "Redningskransene efterses af Havneudvalget til og med 2032.", "Havneudvalget"),
    until=date(2032, 12, 31),
)


def ask(question: str) -> Answer:
    paper = make_document("strand.txt", TEXT, Kind.ACTION_PLAN, date(2031, 5, 3))
    library = FakeLibrary([paper])
    register = Register([Facts("strand.txt", UNITS, (RINGS,))], [paper])
    answerer = Answerer(library, FakeRetriever(library), register, Settings())
    return answerer.answer(question, Filters(as_of=date(2031, 6, 1)))


def test_who_has_it_after_the_row_ends_is_not_told() -> None:
    then = ask("Hvem efterser redningskransene i 2034?")
    assert then.refused
    assert "til og med den 31. december 2032" in then.answer
    assert "Havneudvalget" not in then.answer
    assert not then.citations
    assert then.near
    assert then.confidence > 0.9


def test_until_it_ends_it_is() -> None:
    assert "Havneudvalget" in ask("Hvem efterser redningskransene i 2032?").answer


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Hvem skal være leder af Kystteamet?", "hvem der leder det"),
        ("Hvem tager sig af tømning af ruser?", "ikke afklaret"),
        ("Hvem står for strandcaféen?", "ikke blev til noget"),
        ("Hvem skal måle badevandet?", "ikke afklaret"),
    ],
)
def test_the_refusal_says_what_lacks(question: str, why: str) -> None:
    answer = ask(question)
    assert answer.refused
    assert why in answer.answer


def test_a_firm_needs_a_name_that_is_no_unit() -> None:
    names = UnitNames(UNITS)
    asked = "Hvilket firma efterser molerne?"
    assert no_firm(asked, "Molerne efterses af et firma, som Havneudvalget vælger.", names)
    assert not no_firm(asked, "Molerne efterses af firmaet Bølgen.", names)
    assert not no_firm(asked, "molerne efterses af bølgen ApS.", names)
    assert not no_firm("Hvem efterser molerne?", "Molerne efterses af et firma.", names)


def test_a_named_officer_needs_a_name() -> None:
    asked = "Hvad hedder formanden for kystrådet?"
    assert no_name(asked, "Kystrådets formand vælges hvert år.")
    assert not no_name("Hvad hedder den nye stilling som kystkoordinator?", "Stillingen hedder kystkoordinator.")


def test_so_many_things_must_be_named() -> None:
    asked = "Hvilke tre strande renses?"
    assert not_enumerated(asked, ["Tre strande renses."], "sentences")
    assert not not_enumerated(asked, ["Nordstrand, Sydstrand og Vestre Bugt renses."], "sentences")
    assert not not_enumerated(asked, ["Nordstrand.", "Sydstrand.", "Vestre Bugt."], "sentences")
    assert not not_enumerated(asked, ["Tre strande renses."], "enumeration")


def test_the_opposite_is_not_the_thing() -> None:
    asked = "Hvem har de ubemandede strande?"
    assert "bemandede" in opposite(asked, "De bemandede strande hører under Havneudvalget.")
    assert not opposite(asked, "De ubemandede strande hører under Havneudvalget, de bemandede ikke.")
    assert not opposite(asked, "Strandene hører under Havneudvalget.")


def test_a_mention_does_not_explain() -> None:
    asked = "Hvad går strandvagten ud på?"
    assert only_mentioned(asked, "Rådet hjalp til med omtale af strandvagten.")
    assert not only_mentioned(asked, "Strandvagten er en ordning for badende.")
    assert not only_mentioned("Hvem har strandvagten?", "Rådet hjalp til med omtale af strandvagten.")


@pytest.mark.parametrize(
    ("question", "refused"),
    [("Blev der bygget et fyrtårn på molen?", True), ("Skal der bygges et fyrtårn på molen?", False)],
)
def test_a_wish_does_not_tell_that_it_came_about(question: str, refused: bool) -> None:
    paper = make_document("mole.txt", "Notat om molen\n\nDet foreslås, at der bygges et fyrtårn på molen.", Kind.MEMO)
    library = FakeLibrary([paper])
    answerer = Answerer(library, FakeRetriever(library), Register([], [paper]), Settings())
    answer = answerer.answer(question, Filters())
    assert answer.refused is refused
    assert ("ikke om det skete" in answer.answer) is refused


@pytest.mark.parametrize(
    ("question", "told", "lacks"),
    [
        ("Hvor mange badegæster var der i 2033?", "Antallet skal være højst 300 i 2033.", True),
        ("Hvor mange badegæster var der i 2033?", "Der kom 280 badegæster i 2033; målet var 300.", False),
        ("Hvor mange badegæster skal der være i 2033?", "Antallet skal være højst 300 i 2033.", False),
        ("Hvad stod der i rapporten om molen?", "Udvalget vil få en rapport om molen i maj.", True),
        ("Hvad stod der i rapporten om molen?", "Udvalget fik en rapport om molen; den er skæv.", False),
        ("Blev molen vedtaget?", "Hvis molen vedtages, bygges den i maj.", True),
        ("Blev molen vedtaget?", "Molen blev vedtaget i maj.", False),
    ],
)
def test_an_aim_is_not_what_came_about(question: str, told: str, lacks: bool) -> None:
    asked = understand(question, Lexicon({}))
    assert bool(only_planned(asked, [told], told)) is lacks


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("Kystpuljen 2031- 2032 gav 2 mio. kr.", True),
        ("Kystpuljen 2031-2032 gav 2 mio. kr., Kystpuljen 2033-2034 ingen.", False),
        ("Kystpuljen 2033-2034 gav 2 mio. kr.", False),
        ("Kystpuljen gav 2 mio. kr. i 2031.", False),
    ],
)
def test_the_one_of_other_years_is_another(told: str, lacks: bool) -> None:
    assert bool(other_edition("Hvad gav Kystpuljen 2033-2034?", told)) is lacks
    assert not other_edition("Hvad gav Kystpuljen?", told)


def test_a_post_needs_its_own_word_or_an_appointment() -> None:
    asked = "Hvem blev udpeget til kystchef?"
    assert no_appointment(asked, "Direktøren for Havn og Strand får ansvaret for kysten.")
    assert not no_appointment(asked, "Fyrmesteren er ny kystchef.")
    assert not no_appointment(asked, "Fyrmesteren blev valgt.")
    assert not no_appointment("Hvem er kystchef?", "Direktøren får ansvaret for kysten.")


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("Hvor mange sager om moler havde Kystrådet i 2031?", True),
        ("Hvor mange sager om moler havde Kystrådet i 2030?", False),
        ("Hvor mange sager om moler havde Kystrådet?", False),
    ],
)
def test_the_number_of_another_year_is_another(question: str, refused: bool) -> None:
    text = "Notat om moler\n\nKystrådet behandlede 62 sager om moler i 2030."
    library = FakeLibrary([make_document("moler.txt", text, Kind.MEMO)])
    answerer = Answerer(library, FakeRetriever(library), Register([], []), Settings())
    assert answerer.answer(question, Filters()).refused is refused
