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
from answer.compose.fitting import Fit, _other_head, fitting
from answer.compose.topic import Topic
from answer.compose.uncovered import uncovered
from answer.lexicon import Lexicon, light_first, respelled
from answer.question import understand
from answer.signs import lasts
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
    return answerer._context(understood, retriever.search(question, Filters(), 10), Filters(), Filters())


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


def test_a_verb_of_having_is_no_topic() -> None:
    terms = {term.word: term.weight for term in context_of("Hvem skal stå for færgerne?").question.terms}
    assert terms.get("stå", 0.0) < terms["færgerne"]


def test_the_municipality_is_no_topic() -> None:
    text = TEXT.replace("Aftale om byens færger og broer", "Aftale om Vesterhavns Kommunes færger og broer")
    library = FakeLibrary([make_document("aftale.txt", text, Kind.AGREEMENT, date(2031, 5, 3))])
    context = replace(
        context_of("Hvem har ansvaret for færgerne i Vesterhavn?"), documents={"aftale.txt": library.held["aftale.txt"]}
    )
    assert "vesterhavn" not in [term.word for term in Topic(context, context.question.parts[0]).of(FERRIES)]


def test_a_decision_on_a_thing_is_not_the_thing() -> None:
    terms = context_of("Hvem har ansvaret for færgerne?").question.terms
    assert _other_head(terms, "beslutning om færgerne")
    assert not _other_head(terms, "ansvaret for færgerne")


def test_a_move_to_come_speaks_for_the_years_before_it() -> None:
    context = replace(context_of("Hvem har ansvaret for broerne i 2028?"), today=date(2027, 1, 1))
    undated = replace(context.documents["aftale.txt"], date=None)
    context = replace(context, documents={"aftale.txt": undated}, load=None)
    assert not unknown_then(context, BRIDGES, has_former=True)


def test_what_the_row_is_silent_of_is_told_beside_it() -> None:
    context = context_of("Hvem overtager redningsbådene, og hvad siger loven om kajerne?")
    part = replace(context.question.parts[0], terms=context.question.terms)
    context = replace(context, question=replace(context.question, parts=(part,)))
    law = next(s for s in context.best if "loven" in s.text)
    context = replace(context, ranked=((replace(law, score=0.6),),))
    (beside,) = uncovered(context, [], [BOATS])
    assert "loven" in beside.text
    assert not uncovered(context, [beside], [BOATS])


def test_a_choice_of_two_units_tells_what_each_has() -> None:
    fits = [Fit(BERTHS, 0.9), Fit(FERRIES, 0.85)]
    context = context_of("Har Havnefogeden eller Havneudvalget ansvaret for bådene i 2033?")
    assert owner._other_choice(context, [BERTHS], fits) == [FERRIES]
    assert not owner._other_choice(context_of("Har HAU eller TEU bådene i 2031?"), [BERTHS], fits)


@pytest.mark.parametrize(
    ("text", "asked_of", "held"),
    [
        ("Vagten planlægges fra havnen indtil 1. januar 2033.", "i efteråret 2032", True),
        ("Vagten planlægges fra havnen indtil 1. januar 2033.", "i 2025", False),
        ("Vagten planlægges fra havnen fra 1. maj 2032.", "i 2033", True),
        ("Vagten planlægges fra havnen fra 1. maj 2032.", "i 2030", False),
        ("Vagten blev nedlagt den 1. maj 2032.", "i 2033", False),
    ],
)
def test_an_open_time_holds_the_years_beside_it(text: str, asked_of: str, held: bool) -> None:
    assert lasts(text, read_times(f"Hvem planlægger vagten {asked_of}?")) is held


@pytest.mark.parametrize("text", ["hvordan var det før", "og hvordan var det tidligere?", "hvor lå opgaven hidtil?"])
def test_how_it_was_before_asks_who_had_it(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize("text", ["hvordan var mødet før ferien?", "hvor lå huset?", "hvordan var det at flytte?"])
def test_other_questions_of_the_past_do_not(text: str) -> None:
    assert not points_back(text)
