"""Questions that ask the same of several days: which days, and each day answered by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answer import Answerer
from answer.understanding.days_apart import times_apart
from answer.understanding.kinds import split_parts
from core.schema import Answer, Basis, Document, Facts, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from register.register import Register
from tests.answer.fakes import FakeLibrary, FakeRetriever, make_document, place

TODAY = date(2031, 9, 1)
TEXT = """Vedtægt for havnens anlæg

Ansvaret for fyrtårnet flyttes fra Strandudvalget til Havneudvalget den 1. juli 2032.

Redningsbåden har siden 2028 været passet af et privat vagtselskab. Bådkontoret passer redningsbåden fra 2033.

Isvagten hører fra 1. januar 2032 under Bådkontoret. Frem til den dato er Tangkontoret ansvarlig.

Havneudvalget varetager opgaverne ved kajerne. Udvalget har desuden slæbestedet. Indtil udgangen af 2032 varetager
udvalget også kranerne. Fra den 1. januar 2033 varetages kranerne af Strandudvalget.

Tangen samles af Tangkontoret.

Bøjerne har Strandudvalget haft. Den opgave flyttes den 1. juli 2032 til Havneudvalget.

Det er foreslået, at badebroen fra 2032 passes af Bådkontoret."""


def row(task: str, words: str, to: str, source: str = "", **more: Any) -> Responsibility:
    span = place(TEXT, words)
    held = Responsibility(task, task, "", source, to, None, Basis.NONE, Status.DECIDED, "v.txt", span.start, span.end)
    return replace(held, **more)


ROWS = (
    row(
        "fyrtårnet", "Ansvaret for fyrtårnet flyttes fra Strandudvalget til Havneudvalget den 1. juli 2032.",
        "Havneudvalget", "Strandudvalget", effective_from=date(2032, 7, 1), basis=Basis.EXPLICIT,
        effective_text="den 1. juli 2032",
    ),
    row("redningsbåden", "Bådkontoret passer redningsbåden fra 2033", "Bådkontoret", relation="assign",
        effective_from=date(2033, 1, 1), basis=Basis.EXPLICIT, effective_text="fra 2033"),
    row("bøjerne", "Den opgave flyttes den 1. juli 2032 til Havneudvalget.", "Havneudvalget", "Strandudvalget",
        effective_from=date(2032, 7, 1), basis=Basis.EXPLICIT, effective_text="den 1. juli 2032"),
    row("tangen", "Tangen samles af Tangkontoret.", "Tangkontoret", relation="assign"),
)  # fmt: skip
UNITS = tuple(Unit(name, "") for name in ("Havneudvalget", "Strandudvalget", "Bådkontoret", "Tangkontoret"))


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    document: Document = make_document("v.txt", TEXT, Kind.OTHER, date(2031, 5, 1))
    register = Register([Facts("v.txt", UNITS, ROWS)], [document])
    library = FakeLibrary([document])
    return Answerer(library, FakeRetriever(library), register, Settings())


def asked(answerer: Answerer, question: str) -> Answer:
    return answerer.answer(question, Filters(as_of=TODAY))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Hvem passer slusen i marts 2031, og hvem gør det i september samme år?",
            ["i marts 2031", "i september 2031"],
        ),
        ("Hvilket udvalg har slusen i 2030, og hvilket i 2033?", ["i 2030", "i 2033"]),
        ("Hvem har slusen i 2030 og i 2033?", ["i 2030", "i 2033"]),
        ("Hvem har bådsager i 2030, og hvem har dem i 2033?", ["i 2030", "i 2033"]),  # no papers of 2030
        ("Hvem havde slusen i 2030, og hvem gør det nu?", ["i 2030", "nu"]),
        ("Hvem passer slusen, og hvem passede den i 2030?", ["i dag", "i 2030"]),
        ("Hvem passer slusen i 2033, og hvem gør det indtil da?", ["i 2033", "indtil da"]),
    ],
)
def test_the_days_of_a_question(question: str, said: list[str]) -> None:
    assert [one.said for one in times_apart(split_parts(question), TODAY)] == said


@pytest.mark.parametrize(
    "question",
    [
        "Hvem passer slusen i 2032, og hvem åbner broen?",  # another task
        "Hvem passer slusen i 2032, og hvem betaler bådejernes pladsleje i 2033?",
        "Hvem passede slusen fra 2029 til 2031?",  # one time
        "Hvem passer slusen i 2032, og hvornår åbner den i 2033?",
        "Hvem passer slusen i dag, og hvem malede den i 2030?",  # another deed
        "Hvem har slusen nu, og hvem overtager den?",  # which day, only the papers know
    ],
)
def test_other_questions_ask_of_no_two_days(question: str) -> None:
    assert not times_apart(split_parts(question), TODAY)


def test_a_move_is_told_on_both_its_sides(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem har ansvaret for fyrtårnet i marts 2032, og hvem har det i marts 2033?").answer
    assert "i marts 2032: Strandudvalget" in told
    assert "i marts 2033: Havneudvalget den 1. juli 2032" in told or "i marts 2033: Havneudvalget fra" in told


def test_a_year_from_which_is_asked_takes_the_move_within_it(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem har fyrtårnet nu, og hvem har det fra 2032?").answer
    assert "nu: Strandudvalget" in told
    assert "fra 2032: Havneudvalget" in told
    assert "før: Strandudvalget" in told


def test_a_row_that_only_points_back_cites_what_it_points_to(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem har bøjerne i 2031, og hvem har dem i 2033?")
    assert "i 2031: Strandudvalget" in told.answer
    assert "i 2033: Havneudvalget" in told.answer
    assert any("Bøjerne har Strandudvalget haft" in citation.quote for citation in told.citations[:2])


def test_a_day_without_a_row_is_told_by_the_sentence_of_that_time(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem passer redningsbåden i 2033, og hvem gjorde det i 2030?")
    assert "i 2033: Bådkontoret" in told.answer
    assert "I 2030: Redningsbåden har siden 2028 været passet af et privat vagtselskab" in told.answer
    assert len({citation.quote for citation in told.citations[:2]}) == 2


def test_until_that_date_means_the_day_just_told(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem har isvagten i december 2031, og hvem har den i marts 2032?").answer
    assert "I december 2031: Frem til den dato er Tangkontoret ansvarlig" in told
    assert "I marts 2032: Isvagten hører fra 1. januar 2032 under Bådkontoret" in told


def test_a_bare_udvalget_is_named_outside_the_quote(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem varetager kranerne i marts 2032, og hvem i marts 2033?").answer
    assert "I marts 2032 (Havneudvalget): Indtil udgangen af 2032 varetager udvalget også kranerne" in told


def test_the_day_nobody_tells_of_is_said_to_be_open(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem passer redningsbåden i 2033, og hvem gjorde det i 2020?").answer
    assert "i 2033: Bådkontoret" in told
    assert "Hvem der har det i 2020, er ikke fundet i dokumenterne" in told


def test_what_is_only_proposed_settles_no_day(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem passer badebroen i 2030, og hvem i 2033?").answer
    assert "I 2033: " not in told


def test_a_row_without_a_day_does_not_part_two_days(answerer: Answerer) -> None:
    told = asked(answerer, "Hvem samler tangen i 2032, og hvem i 2033?").answer
    assert "i 2032: " not in told
    assert "Tangkontoret" in told
