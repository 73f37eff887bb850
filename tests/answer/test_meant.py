"""Which number, sum or day is meant: that of the body, the thing, the row asked for."""

from __future__ import annotations

import pytest

from answer.counting import numbers
from answer.fields import field_spans
from answer.understanding.roles import infinitives
from core.schema import Answer, Document, Filters, Kind, Span
from tests.answer.fakes import make_answerer, make_document
from tests.answer.test_tables import with_table

_REMIT = """Kommissorium for Broudvalget

Sammensætning
Udvalget har 11 medlemmer.

Havneudvalget mødes i maj. Udvalget har syv medlemmer.

Der nedsættes et moleråd med ni medlemmer."""
_COSTS = [
    ["Aktivitet", "2031", "2032", "I alt"],
    ["Løn, livredderhold", "900", "900", "1.800"],
    ["Livreddning af hold", "30", "30", "60"],
    ["Bådførere", "600", "600", "1.200"],
    ["Udgifter i alt", "1.530", "1.530", "3.060"],
    ["Nettoudgift", "1.000", "930", "1.930"],
]


def ask(question: str, *documents: Document) -> Answer:
    return make_answerer(documents=documents).answer(question, Filters())


def costs() -> Document:
    intro = "Budgetnotat om badestranden. Det foreslås, at der ansættes fire bådførere fra foråret."
    return with_table("notat.txt", intro, _COSTS, "Tabel 1. Udgifter til badestranden", "1.000 kr.")


@pytest.mark.parametrize(
    ("body", "said", "others"),
    [
        ("Broudvalget", "11", ("syv", " ni ")),
        ("Havneudvalget", "syv", ("11", " ni ")),
        ("Molerådet", "ni", ("11", "syv")),
    ],
)
def test_the_members_of_the_body_asked_about_alone(body: str, said: str, others: tuple[str, ...]) -> None:
    told = ask(f"Hvor mange medlemmer har {body}?", make_document("kom.txt", _REMIT, Kind.ACTION_PLAN))
    assert told.trace["how"] == "particular"
    assert said in told.answer
    assert not any(other in told.answer for other in others)


def test_the_net_row_is_told_where_the_net_is_asked_for() -> None:
    assert "1.000" in ask("Hvad er nettoudgiften til badestranden i 2031?", costs()).answer
    assert "1.530" in ask("Hvad er udgifterne i alt til badestranden i 2031?", costs()).answer


def test_how_many_there_are_is_not_what_they_cost() -> None:
    told = ask("Hvor mange bådførere skal ansættes?", costs()).answer
    assert "fire" in told
    assert "1.200" not in told


def test_fields_are_sentences_of_their_own() -> None:
    text = "Ansvarlig: Havnen\nØkonomi: 3 mio. kr. om\nåret\nTidsplan: 2031"
    parts = [text[s.start : s.end] for s in field_spans(text, Span(0, len(text)))]
    assert parts == ["Ansvarlig: Havnen", "Økonomi: 3 mio. kr. om\nåret", "Tidsplan: 2031"]
    assert field_spans("Havnen males i 2031.", Span(0, 20)) == [Span(0, 20)]


def test_the_number_of_a_heading_counts_nothing() -> None:
    assert [value.text for value in numbers("Indsats 4: Tre moler")] == ["Tre"]
    assert [value.text for value in numbers("De får 4: tre moler")] == ["4", "tre"]


def test_what_is_done_is_no_word_to_be_mentioned() -> None:
    assert infinitives("Hvem stemte imod at lægge broen hos Havneudvalget?") == {"lægge"}
    assert infinitives("Hvem ejer broen?") == set()
