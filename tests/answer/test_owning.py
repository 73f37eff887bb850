"""Owner questions: what asks for one, which row of the register answers, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answer import Answerer
from answer.compose import holding, owner
from answer.compose.common import Context
from answer.compose.course import left_behind, unknown_then
from answer.compose.fitting import fitting
from answer.lexicon import Lexicon, light_first, respelled
from answer.question import understand
from answer.understanding.deeds import meets_deed, same_deed
from answer.understanding.kinds import Asked, asked
from answer.understanding.owning import asks_choice, points_back
from answer.understanding.times import read_times
from core.schema import Basis, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

TEXT = """Aftale om byens færger og broer

Ændringerne gælder så vidt muligt fra den 1. januar 2032.

I dag er færgerne og redningsbådene delt mellem Teknikudvalget og Fritidsudvalget efter havnens størrelse.

Ansvaret for færgerne samles hos Havneudvalget. Tilsynet med kajerne kan dog først flyttes, når loven er ændret.

Ansvaret for broer og kajanlæg flyttes fra Teknikudvalget til Havneudvalget.

Havneudvalget overtager også redningsbådene senest den 1. juli 2032.

Havnefogeden har fortsat ansvaret for bådenes liggeplads.

Havneudvalget skal godkende takster for kajanlæg.

De opgaver, som hørte under Bådudvalget, overføres til Fritidsudvalget."""

COMMON = "fra den 1. januar 2032"
UNITS = [
    Unit("Havneudvalget", "udvalg", ("HAU",)),
    Unit("Teknikudvalget", "udvalg", ("TEU",)),
    Unit("Fritidsudvalget", "udvalg", ("FRU",)),
    Unit("Bådudvalget", "udvalg"),
]


def row(task: str, words: str, to: str, before: str = "", **more: Any) -> Responsibility:
    span = place(TEXT, words)
    held = Responsibility(
        task, task, "Aftale om byens færger og broer", before, to, date(2032, 1, 1), Basis.GENERAL_CLAUSE,
        Status.DECIDED, "aftale.txt", span.start, span.end, effective_text=COMMON,
    )  # fmt: skip
    return replace(held, **more)


UNDATED: dict[str, Any] = {"effective_from": None, "effective_text": "", "basis": Basis.NONE}
FERRIES = row("færgerne", "Ansvaret for færgerne samles hos Havneudvalget.", "Havneudvalget")
QUAYS = row(
    "tilsynet med kajerne",
    "Tilsynet med kajerne kan dog først flyttes, når loven er ændret.",
    "Havneudvalget",
    **UNDATED,
)
BRIDGES = row(
    "broer og kajanlæg",
    "Ansvaret for broer og kajanlæg flyttes fra Teknikudvalget til Havneudvalget.",
    "Havneudvalget",
    "Teknikudvalget",
)
BOATS = row(
    "redningsbådene",
    "Havneudvalget overtager også redningsbådene senest den 1. juli 2032.",
    "Havneudvalget",
    effective_from=date(2032, 7, 1),
    basis=Basis.DEADLINE,
    effective_text="senest den 1. juli 2032",
)
BERTHS = row(
    "bådenes liggeplads",
    "Havnefogeden har fortsat ansvaret for bådenes liggeplads.",
    "Havnefogeden",
    relation="keep",
    **UNDATED,
)
FEES = row(
    "takster for kajanlæg",
    "Havneudvalget skal godkende takster for kajanlæg.",
    "Havneudvalget",
    relation="assign",
    **UNDATED,
)
OLD = row(
    "De opgaver, som hørte under Bådudvalget",
    "De opgaver, som hørte under Bådudvalget, overføres til Fritidsudvalget.",
    "Fritidsudvalget",
    "Bådudvalget",
    **UNDATED,
)
ROWS = [FERRIES, QUAYS, BRIDGES, BOATS, BERTHS, FEES, OLD]


def context_of(question: str) -> Context:
    library = FakeLibrary([make_document("aftale.txt", TEXT, Kind.AGREEMENT, date(2031, 5, 3))])
    retriever = FakeRetriever(library)
    answerer = Answerer(library, retriever, FakeRegister(ROWS, [], UNITS), Settings())
    understood = answerer._understood(question, Filters(), None)
    return answerer._context(understood, retriever.search(question, Filters(), 10), Filters())


def best(question: str) -> Responsibility:
    context = context_of(question)
    return fitting(context, context.question.parts[0], context.best)[0].row


def told(question: str) -> str:
    draft = owner.compose(context_of(question))
    assert draft is not None
    return " ".join(statement.text for statement in draft.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Hvem driver færgerne henholdsvis i 2031 og i 2033?",
        "Hvor længe beholder Teknikudvalget ansvaret for broerne?",
        "Hvor endte bådene?",
        "hvem gjorde det før?",
        "Har TEU eller HAU ansvaret for broerne?",
        "Hvilken bølge hører færgerne til?",
    ],
)
def test_owner_is_asked_for_behind_other_words(text: str) -> None:
    assert asked(text) is Asked.OWNER


def test_a_choice_is_between_two_names_and_about_having() -> None:
    assert asks_choice("Ligger broerne hos TEU eller HAU?")
    assert not asks_choice("Er broen rød eller blå?")


def test_pointing_back_has_no_topic_of_its_own() -> None:
    assert points_back("hvem havde det tidligere?")
    assert points_back("who had it before?")
    assert not points_back("hvem havde ansvaret for broerne?")


def test_a_year_beside_other_words_is_a_time() -> None:
    when = read_times("Hvem behandlede i 2031 sager om broer?")
    assert when.days() == [date(2031, 12, 31)]


def test_row_is_found_by_a_word_that_says_the_same_and_by_compound_parts() -> None:
    assert best("Hvem har færgeområdet på sit bord?") == FERRIES
    assert best("Hvem overtager broerne?") == BRIDGES


def test_task_told_by_a_unit_is_found_by_that_unit() -> None:
    assert best("Hvem fik opgaverne fra Bådudvalget?") == OLD


def test_the_deed_asked_for_chooses_the_row() -> None:
    assert best("Hvem skal godkende takster for kajanlæg?") == FEES
    context = context_of("Hvem betaler for broer og kajanlæg?")
    assert not fitting(context, context.question.parts[0], context.best)


def test_deeds_in_any_form_and_in_the_same_word() -> None:
    assert meets_deed("Hvem godkender planen?", "Planen vedtages af udvalget")
    assert not meets_deed("Hvem betaler for planen?", "Udvalget har planen")
    assert same_deed("Hvem godkender planen?", "Udvalget skal godkende planen")


def test_common_date_is_told_as_such() -> None:
    assert "fælles dato" in told("Hvem får ansvaret for broer og kajanlæg?")


def test_what_stays_behind_stands_beside_the_owner() -> None:
    assert left_behind(context_of("færgerne"), FERRIES) == QUAYS
    assert "kan dog først flyttes" in told("Hvem overtager ansvaret for færgerne?")


def test_who_goes_on_having_a_task_is_no_move() -> None:
    assert best("Hos hvem bliver bådenes liggeplads liggende?") == BERTHS


def test_who_has_it_today_is_told_where_asked() -> None:
    assert "I dag" in told("Hvem overtager redningsbådene, og hvem havde dem før?")
    assert "I dag" not in told("Hvem overtager redningsbådene?")


def test_times_long_before_a_document_are_unknown() -> None:
    assert unknown_then(context_of("Hvem havde broerne i 2019?"), BRIDGES, has_former=False)
    assert not unknown_then(context_of("Hvem havde broerne i 2031?"), BRIDGES, has_former=False)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Hører broerne under Havneudvalget i 2033?", "Ja."),
        ("Hører broerne under Teknikudvalget i 2033?", "Nej."),
        ("Hører broerne under Teknikudvalget i 2031?", "Ja."),
    ],
)
def test_whether_a_unit_has_it_that_day(question: str, word: str) -> None:
    draft = holding.compose(context_of(question))
    assert draft is not None
    assert draft.lead == word


def test_a_deadline_leaves_the_day_open() -> None:
    assert holding.compose(context_of("Ligger redningsbådene hos Havneudvalget i marts 2032?")) is None


def test_empty_last_parts_and_spellings_without_danish_keys() -> None:
    assert light_first("færgeområdet").startswith("færge")
    assert light_first("badebro") == ""
    assert respelled("kirkegaardene") == "kirkegårdene"
    assert respelled("banan") == ""


def test_words_a_scan_misread_stand_for_the_word() -> None:
    words = Lexicon({"lystbådehavngn": 1, "og": 9})
    assert words.misread("lystbådehavnen")
    assert not Lexicon({"lystbådehavnen": 1}).misread("lystbådehavnens")


def test_a_word_that_opens_held_compounds_is_known() -> None:
    terms = understand("Hvem har turismen?", Lexicon({"turismemæssige": 1, "og": 9})).terms
    assert all(term.known for term in terms if term.word == "turismen")
