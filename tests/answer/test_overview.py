"""Questions about the whole library, answered from the register; refusals within filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from answer import Answerer
from answer.lexicon import Lexicon
from answer.question import understand
from answer.understanding.overview import Overview, overview
from core.danish.dates import find_dates
from core.schema import Answer, Cell, Conflict, Document, Event, Filters, Kind, Span, Table, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

ORDER = """Vedtægt for torvene

Ansøgninger om stadeplads skal være indsendt senest den 1. marts 2033.

Boderne skal være taget ned senest den 15. november 2034.

Torvedagene flyttes fra lørdag til søndag fra den 1. maj 2033.

Torveudvalget skifter navn til Markedsudvalget, og der er plads til 40 boder."""

NOTE = """Notat om torvene

Der er plads til 55 boder på torvene.

Høringssvar sendes senest den 10. april 2033 til forvaltningen."""

TEXTS = {"vedtaegt.txt": ORDER, "notat.txt": NOTE}


def events(texts: Mapping[str, str]) -> list[Event]:
    """Every dated paragraph, as the register would hold it."""
    found = []
    for name, text in texts.items():
        at = 0
        for paragraph in text.split("\n\n"):
            for when in find_dates(paragraph):
                kind = "deadline" if when.bound == "by" else "event"
                found.append(Event(paragraph, when, kind, name, at, at + len(paragraph)))
            at += len(paragraph) + 2
    return found


def register() -> FakeRegister:
    named = ("vedtaegt.txt", place(ORDER, "Markedsudvalget"))
    old = ("vedtaegt.txt", place(ORDER, "Torveudvalget"))
    units = [
        Unit("Markedsudvalget", "udvalg", former=("Torveudvalget",), renamed_on=date(2033, 1, 1), places=(named,)),
        Unit("Torveudvalget", "udvalg", later=("Markedsudvalget",), places=(old,)),
        Unit("Skoleudvalget", "udvalg"),
    ]
    differ = Conflict(
        "40 boder",
        "number",
        ("vedtaegt.txt", place(ORDER, "der er plads til 40 boder.")),
        ("notat.txt", place(NOTE, "Der er plads til 55 boder på torvene.")),
        ("40", "55"),
    )
    return FakeRegister([], [differ], units, {}, events(TEXTS))


def answerer() -> Answerer:
    documents: Sequence[Document] = [
        make_document("vedtaegt.txt", ORDER, Kind.AGREEMENT, date(2032, 5, 3)),
        make_document("notat.txt", NOTE, Kind.MEMO),
    ]
    library = FakeLibrary(documents)
    return Answerer(library, FakeRetriever(library), register(), Settings())


def ask(question: str, filters: Filters | None = None) -> Answer:
    return answerer().answer(question, filters or Filters(as_of=date(2033, 3, 15)))


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Hvilke frister er aftalt?", Overview.DEADLINES),
        ("Hvilke deadlines gælder i 2033?", Overview.DEADLINES),
        ("Hvad er de vigtigste datoer?", Overview.DATES),
        ("Hvad skal der ske i maj 2033?", Overview.DATES),
        ("Hvor er kilderne uenige?", Overview.CONFLICTS),
        ("Er der modstrid mellem papirerne?", Overview.CONFLICTS),
        ("Hvilke udvalg har skiftet navn?", Overview.RENAMED),
        ("Hvilke forvaltninger hedder noget andet i dag?", Overview.RENAMED),
    ],
)
def test_a_question_without_a_topic_asks_the_whole_library(question: str, sort: Overview) -> None:
    assert overview(understand(question, Lexicon({}))) is sort


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken frist gælder for stadepladser?",
        "Hvad sker der?",
        "Hvad sker der med boderne i 2033?",
        "Er kilderne uenige om antallet af boder?",
        "Hvad er de enige om i aftalen?",
        "Har Torveudvalget skiftet navn?",
        "Hvad hedder udvalgene?",
    ],
)
def test_a_topic_is_left_to_the_search(question: str) -> None:
    assert overview(understand(question, Lexicon({}))) is None


def test_deadlines_ahead_come_first_and_passed_ones_are_called_so() -> None:
    answer = ask("Hvilke frister er aftalt?")
    said = ("2 kommende og 1 passeret pr. 15. marts 2033", "Senest 10. april 2033:", "Senest 15. november 2034:")
    places = [answer.answer.index(words) for words in (*said, "Senest 1. marts 2033 (passeret):")]
    assert places == sorted(places)
    assert [c.document for c in answer.citations] == ["notat.txt", "vedtaegt.txt", "vedtaegt.txt"]


def test_a_year_limits_the_deadlines() -> None:
    assert "november" not in ask("Hvilke frister er der i 2033?").answer
    assert ask("Hvilke frister er der i 2034?").citations[0].quote.startswith("Boderne")


def test_a_document_named_by_kind_limits_them() -> None:
    assert {c.document for c in ask("Hvilke frister står der i notatet?").citations} == {"notat.txt"}


def test_a_year_without_deadlines_is_refused() -> None:
    assert ask("Hvilke frister er der i 2041?").refused


def test_all_dates_hold_events_too() -> None:
    assert "Fra 1. maj 2033: Torvedagene" in ask("Hvad er de vigtigste datoer?").answer


def test_conflicts_are_listed_with_both_values_and_without_either_as_their_subject() -> None:
    answer = ask("Hvad er konflikterne mellem dokumenterne?")
    assert "Boder: »40« (aftalen) mod »55« (notatet)" in answer.answer
    assert len(answer.citations) == 2


def test_a_conflict_outside_the_filter_is_not_told() -> None:
    limited = Filters(documents=("notat.txt",))
    assert "»40«" not in ask("Hvad er konflikterne mellem dokumenterne?", limited).answer


def test_only_units_with_a_former_name_are_renamed() -> None:
    answer = ask("Hvilke udvalg har skiftet navn?")
    assert "Torveudvalget hedder fra 1. januar 2033 Markedsudvalget" in answer.answer
    assert "Skoleudvalget" not in answer.answer


def test_before_the_day_the_new_name_is_still_to_come() -> None:
    assert "får navnet" in ask("Hvilke udvalg skifter navn?", Filters(as_of=date(2032, 12, 31))).answer


def test_a_long_timeline_says_how_much_it_leaves_out() -> None:
    lines = [f"Bod nummer {n} skal synes af brandvæsenet hvert sted senest den {n}. juni 2033." for n in range(1, 29)]
    text = "\n\n".join(["Syn af boder", *lines])
    library = FakeLibrary([make_document("syn.txt", text, Kind.MEMO)])
    asked = Answerer(library, FakeRetriever(library), FakeRegister(dated=events({"syn.txt": text})), Settings())
    answer = asked.answer("Hvilke frister er der?", Filters(as_of=date(2033, 6, 20)))
    assert "28 frister i dokumenterne, 9 kommende og 19 passeret pr. 20. juni 2033" in answer.answer
    assert f"Her er {len(answer.citations)}; resten" in answer.answer
    assert "Senest 20. juni 2033" in answer.answer
    assert "Senest 19. juni 2033" not in answer.answer


def test_a_filter_that_hides_the_answer_says_which_document_holds_it() -> None:
    within = Filters(documents=("vedtaegt.txt",))
    answer = ask("Hvor mange boder er der plads til på torvene ifølge notatet?", Filters(documents=("notat.txt",)))
    assert not answer.refused
    answer = ask("Hvem modtager høringssvar?", within)
    assert (answer.refused, answer.reason) == (True, "filtered_away")
    assert "»notat.txt« siger noget om det" in answer.answer


def test_a_question_nobody_answers_is_refused_alike_within_filters() -> None:
    answer = ask("Hvad koster en isvaffel i svømmehallen?", Filters(documents=("notat.txt",)))
    assert (answer.refused, answer.reason) == (True, "not_in_documents")


def test_a_deadline_in_a_table_is_told_with_its_heads() -> None:
    heads, line = ("Opgave", "Ansvarlig", "Frist"), ("Maling af boder", "Torvekontoret", "1. juni 2033")
    text = "Torvets opgaver\n\n" + "\t".join(heads) + "\n" + "\t".join(line) + "\n"
    cells, at = [], text.index(line[0])
    for column, words in enumerate(line):
        cells.append(Cell(0, column, line[0], heads[column], words, None, Span(at, at + len(words))))
        at += len(words) + 1
    table = Table("", Span(text.index("Opgave"), len(text) - 1), "", heads, tuple(cells))
    document = replace(make_document("opgaver.txt", text, Kind.OTHER), tables=(table,))
    (when,) = find_dates(text)
    what = "Opgave: Maling af boder; Ansvarlig: Torvekontoret; Frist: 1. juni 2033"
    event = Event(what, when, "deadline", "opgaver.txt", cells[0].span.start, at - 1)
    library = FakeLibrary([document])
    told = Answerer(library, FakeRetriever(library), FakeRegister([], [], [], {}, [event]), Settings())
    found = told.answer("Hvilke frister er der?", Filters(as_of=date(2033, 3, 15)))
    assert not found.refused
    assert "Maling af boder – Ansvarlig: Torvekontoret; Frist: 1. juni 2033" in found.answer
