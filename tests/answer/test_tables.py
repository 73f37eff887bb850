"""Answers from tables and from numbers: cells, groups, columns named in words, sums, shares, counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from answer.counting import counts, numbers_for
from answer.understanding.kinds import Asked
from answer.values import UnitNames, values
from core.schema import Answer, BlockKind, Cell, Document, Filters, Kind, Passage, Span, Table
from tests.answer.fakes import make_answerer, make_document

BUDGET = [
    ["Opgave", "Styringsområde", "Bevilling", "2031", "2032", "2033", "I alt"],
    ["1. Kajplads", "Service", "12.34", "500", "700", "0", "1.200"],
    ["2. Svømmehal", "", "", "", "", "", ""],
    ["Løn til livreddere", "Service", "12.34", "300", "300", "300", "900"],
    ["Finansiering, egen ramme", "Service", "12.34", "-100", "-100", "-", "-200"],
    ["Udgifter i alt", "", "", "700", "900", "300", "1.900"],
]
FOLLOW_UP = [
    [
        "Regnskab (mio. kr.)",
        "Oprindeligt budget 2031",
        "Korrigeret budget 2031",
        "Forventet regnskab 2031",
        "Afvigelse i %",
    ],
    ["Driftsudgifter", "", "", "", ""],
    ["Havneudvalget", "60,0", "62,5", "61,0", "2,4"],
    ["Fritidsudvalget", "48,0", "47,0", "52,0", "10,6"],
    ["Driftsudgifter i alt", "108,0", "109,5", "113,0", "3,2"],
]
STAFF = [
    ["Aktivitet", "2031", "2032", "2033", "I alt"],
    ["Løn, vejlederteam", "900", "900", "900", "2.700"],
    ["Vejledning af team", "30", "30", "30", "90"],
    ["Dækning af vikarer", "400", "-", "-", "400"],
    ["Renovering af omklædning", "250", "150", "100", "500"],
]
PLAN = [
    ["Indsats", "Ansvarlig", "Frist", "Antal pladser", "Andel i %"],
    ["Kursus for roere", "Fritidsudvalget", "1. juni 2031", "40", "25"],
    ["Lejr for sejlere", "Teknikudvalget", "Ultimo 2032", "120", "75"],
    ["I alt", "", "", "160", "100"],
]


def numeric(text: str) -> float | None:
    bare = text.replace(".", "").replace(",", ".") if text != "12.34" else ""
    return float(bare) if bare.lstrip("-").replace(".", "").isdigit() else None


def with_table(name: str, intro: str, rows: Sequence[Sequence[str]], caption: str, unit: str) -> Document:
    """A document of an introduction and a table; each row is a passage with its heads."""
    text = f"{intro}\n\n{caption}\n\n"
    cells: list[Cell] = []
    passages: list[Passage] = []
    start = len(text)
    for number, row in enumerate(rows):
        first = len(text)
        for column, body in enumerate(row):
            if number:
                span = Span(len(text), len(text) + len(body))
                value = numeric(body) if column else None
                cells.append(Cell(number - 1, column, row[0], rows[0][column], body, value, span))
            text += f"{body} "
        said = "; ".join(f"{head}: {body}" for head, body in zip(rows[0], row, strict=True) if body)
        if number:
            passages.append(Passage(f"{name}-t{number}", name, first, len(text), said, kind=BlockKind.TABLE))
        text += "\n"
    made = make_document(name, text.strip(), Kind.BUDGET_NOTE)
    table = Table(caption, Span(start, len(text.strip())), unit, tuple(rows[0]), tuple(cells), confidence=0.9)
    return replace(made, tables=(table,), passages=(*made.passages[:1], *passages))


ANSWERER = make_answerer(
    documents=[
        with_table("budget.txt", "Budget for havnen", BUDGET, "Tabel 1. Udgifter til havnen", "1.000 kr."),
        with_table("plan.txt", "Plan for søsport", PLAN, "Tabel 2. Indsatser", ""),
        with_table("opfølgning.txt", "Opfølgning på budgettet", FOLLOW_UP, "Tabel 3. Opfølgning", "mio. kr."),
        with_table("personale.txt", "Vejledning i kommunen", STAFF, "Tabel 4. Personale", "1.000 kr."),
    ]
)


@pytest.fixture(autouse=True)
def _every_draft_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is composed is looked at here; whether it is sure enough is decided, and tested, elsewhere."""
    monkeypatch.setattr("answer.reading.answers", lambda score: True)


def ask(question: str) -> Answer:
    return ANSWERER.answer(question, Filters())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvad koster kajpladsen i 2032 ifølge tabel 1?", "700 t.kr."),
        ("Hvor meget er der til kajpladsen i 2033 ifølge tabellen?", "0 kr."),
        ("Hvad er finansieringen af egen ramme i 2033 ifølge tabel 1?", "intet beløb"),
        ("Hvad koster svømmehallen i alt ifølge tabel 1?", "900 - 200 = 700 t.kr."),
        ("Hvor meget koster kajpladsen i 2031 og 2032 tilsammen?", "500 + 700 = 1.200 t.kr."),
        ("Hvor meget stiger udgiften til kajpladsen fra 2031 til 2032?", "200 t.kr. højere"),
        ("Hvad er udgifterne i alt ifølge tabel 1?", "1.900 t.kr."),
        ("Hvor mange pladser er der på lejren for sejlere?", "120"),
        ("Hvilken bevilling er kajpladsen ført på i tabel 1?", "Bevilling: 12.34"),
        ("Hvilken frist har kursus for roere?", "1. juni 2031"),
        ("Hvilken opgave er den dyreste i tabel 1?", "Kajplads"),
        ("Hvad er Havneudvalgets korrigerede budget i 2031 ifølge tabel 3?", "62,5"),
        ("Hvor meget mere ventes Fritidsudvalget at bruge i 2031 end i det oprindelige budget?", "4 mio. kr. højere"),
        ("Hvilket udvalg afviger procentvis mest ifølge tabel 3?", "Fritidsudvalget"),
        ("Hvad koster det ifølge tabel 4 at vejlede vejlederteamet i alt?", "90 t.kr."),
        ("Hvad er der sat af til at dække vikarer i det første år ifølge tabel 4?", "400 t.kr."),
        ("Hvad er der til at dække vikarer i 2032-2033 ifølge tabel 4?", "intet beløb"),
        (
            "Hvad koster det at renovere omklædningen de sidste to år ifølge tabel 4?",
            "2032: 150 t.kr., 2033: 100 t.kr.",
        ),
        ("Hvad er nettoudgiften til svømmehallen i 2031 ifølge tabel 1?", "300 - 100 = 200 t.kr."),
        ("Hvor stor en andel i procent har lejren for sejlere?", "Andel i %: 75"),
        ("Hvad står der i I alt-kolonnen ud for dækning af vikarer?", "400 t.kr."),
        ("Hvad står der ud for kajplads i 2031, og hvad i 2032?", "2031: 500 t.kr., 2032: 700 t.kr."),
    ],
)
def test_the_cell_or_the_reckoning_asked_for(question: str, said: str) -> None:
    answer = ask(question)
    assert not answer.refused
    assert said in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    ["Hvad er timelønnen for livreddere ifølge tabel 1?", "Hvor stor en del af udgifterne i alt i tabel 1 er brugt?"],
)
def test_a_rate_or_a_share_is_no_sum_of_a_row(question: str) -> None:
    assert "pct" not in ask(question).answer
    assert "900 t.kr." not in ask(question).answer


def test_another_numbered_table_is_not_asked() -> None:
    assert "t.kr." not in ask("Hvad koster kajpladsen i 2032 ifølge tabel 7?").answer


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("Hvor mange svar kom der?", "Der kom 1149 høringssvar, heraf 20 fra foreninger.", True),
        ("Hvor mange høringssvar kom der?", "Der kom 1149 svar på høringen.", True),
        ("Hvor mange borgere er i gruppe 1?", "Figur 4: En uge for en borger i gruppe 1 i 15 timers praktik.", False),
        ("Hvor mange medarbejdere er der?", "Medarbejdere: 350", True),
        ("Hvor længe løber bevillingen?", "Bevillingen løber til og med 2031.", True),
        ("Hvor længe løber bevillingen?", "Bevillingen gives i tre år.", True),
        ("Hvor længe løber bevillingen?", "Bevillingen er på 300.000 kr.", False),
        ("Hvor ofte mødes rådet?", "Rådet mødes hver fjerde uge.", True),
        ("Hvor tit rapporteres der?", "Der rapporteres månedligt til udvalget.", True),
        ("Hvor stor en del af børnene svømmer?", "Halvdelen af børnene kan svømme.", True),
        ("Hvor stor en andel af roerne er med?", "80 % af roerne er med.", True),
        ("Hvor stor en del af midlerne er brugt?", "Rådet har brugt 30 mio. kr. ud af puljen.", True),
        ("Hvor stor en andel af roerne er med?", "Der er 80 roere.", False),
        ("Hvor lang er broen?", "Broen er 51 meter lang.", True),
        ("Hvor mange gange om året?", "Der holdes møde én gang om året.", True),
    ],
)
def test_what_counts_as_the_number_asked_for(question: str, text: str, holds: bool) -> None:
    assert counts(question, text, numbers_for(question, text)) is holds


@pytest.mark.parametrize(
    "text", ["Vedtaget. Byrådet 10. juni", "Svaret kommer før sommerferien", "hvert fjerde år", "inden for 52 uger"]
)
def test_a_time_without_a_year_answers_when(text: str) -> None:
    assert values(Asked.DATE, text, UnitNames(()))


def test_how_much_without_money_takes_measures_but_with_money_only_sums() -> None:
    text = "Tiden kortes med 5,5 timer."
    assert values(Asked.AMOUNT, text, UnitNames(()), "Hvor meget kortes tiden?")
    assert not values(Asked.AMOUNT, text, UnitNames(()), "Hvor meget koster det?")


def test_rows_of_one_word_are_counted_and_named() -> None:
    rows = [
        ["Navn", "Stilling", "Til stede"],
        ["Første Deltager", "Chef", "Ja"],
        ["Anden Deltager", "Konsulent", "Afbud"],
        ["Tredje Deltager", "Lærer", "Afbud"],
    ]
    one = make_answerer(documents=[with_table("referat.txt", "Referat af havnemødet", rows, "Deltagere", "")])
    said = one.answer("Hvor mange afbud?", Filters())
    assert said.answer.startswith("2 (afbud): Anden Deltager, Tredje Deltager")


def test_the_total_of_one_year_stands_under_that_year() -> None:
    """Vikarer have money in 2031 alone; "2031-2033" would promise three years."""
    told = ask("Hvor meget er afsat til dækning af vikarer i alt?").answer
    assert "Dækning af vikarer, 2031: 400" in told


def test_a_row_is_not_read_for_another_thing_it_does_not_name() -> None:
    assert "1.200 t.kr." in ask("Hvor meget er der afsat til kajplads på havnen?").answer
    assert "1.200 t.kr." not in ask("Hvor meget er der afsat til kajplads på Vandtårnsvej?").answer


def test_the_only_total_there_is_is_what_the_proposal_costs_in_a_year() -> None:
    held = [
        with_table("budget.txt", "Budgetforslag om havnen", BUDGET, "Tabel 1. Udgifter til havnen", "1.000 kr."),
        with_table("personale.txt", "Vejledning i kommunen", STAFF, "Tabel 4. Personale", "1.000 kr."),
    ]
    answer = make_answerer(documents=held).answer("Hvor meget koster forslaget i alt i 2032?", Filters())
    assert answer.answer.startswith("Udgifter i alt, 2032: 900 t.kr.")


def test_the_total_of_a_paper_is_no_total_of_a_thing_it_does_not_name() -> None:
    asked = "Hvad koster uddannelsen af styrmænd samlet ifølge BX12?"
    held = [with_table("BX12.txt", "BX12 Budget for havnen", BUDGET, "Tabel 1. Udgifter til havnen", "1.000 kr.")]
    assert not make_answerer(documents=held).answer(asked, Filters()).answer.startswith("Udgifter i alt, ")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Negative tal er besparelser.", "-100 t.kr., dvs. en besparelse ["),
        ("Tal med minus betyder en indtægt.", "-100 t.kr., dvs. en indtægt ["),
        ("Tallene er afrundede.", "-100 t.kr. ["),
    ],
)
def test_a_negative_sum_is_told_by_what_the_paper_says_of_it(said: str, told: str) -> None:
    held = [with_table("budget.txt", f"Budget for havnen. {said}", BUDGET, "Tabel 1. Udgifter til havnen", "1.000 kr.")]
    answer = make_answerer(documents=held).answer("Hvor stor er finansieringen af egen ramme i 2032?", Filters(), None)
    assert told in answer.answer
    assert any(said.rstrip(".") in c.quote for c in answer.citations) == ("dvs." in told)


def test_a_sum_that_is_no_saving_is_not_called_one() -> None:
    intro = "Budget for havnen. Negative tal er besparelser."
    held = [with_table("budget.txt", intro, BUDGET, "Tabel 1. Udgifter til havnen", "1.000 kr.")]
    answer = make_answerer(documents=held).answer("Hvad koster kajpladsen i 2032?", Filters(), None)
    assert "700 t.kr. [" in answer.answer
    assert "besparelse" not in answer.answer
