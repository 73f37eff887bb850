"""Which of two has the most is told where both tell one value of the same sort."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from answer.understanding.contests import wanted
from answer.understanding.kinds import Asked
from core.schema import Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document

_NORTH = """NORDBY KOMMUNE

Fraværet på havnen er 5,9 pct. mod 5,1 pct. i landet som helhed.

Nordby har 12 havnevagter, og kajen koster 40.000 kr. om året."""

_SOUTH = """SYDBY KOMMUNE

Det samlede fravær på havnen var 6,4 pct., og målet er 5 pct.

På kajen arbejder 3 havnevagter fra Sydby. På broen arbejder 20 havnevagter fra Sydby.

Kajen i Sydby koster 900 kr. pr. båd."""


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Hvor er fraværet på havnen højest: i Nordby eller i Sydby?", "Højest: Sydby."),
        ("Hvor er fraværet på havnen lavest: i Nordby eller i Sydby?", "Lavest: Nordby."),
        ("Er fraværet på havnen højere i Nordby end i Sydby?", "Nej."),
        ("Er fraværet på havnen højere i Sydby end i Nordby?", "Ja."),
        ("Hvor er der flest havnevagter: i Nordby eller i Sydby?", ""),  # one side tells parts
        ("Hvor er kajen dyrest: i Nordby eller i Sydby?", ""),  # by the year, and by the boat
    ],
)
def test_the_winner_is_told_where_both_tell_one_value(question: str, lead: str) -> None:
    papers = [
        make_document("nord.txt", _NORTH, Kind.MINUTES, date(2031, 6, 4)),
        make_document("syd.txt", _SOUTH, Kind.AGREEMENT, date(2031, 9, 1)),
    ]
    library = FakeLibrary(papers)
    answer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings()).answer(question, Filters()).answer
    assert answer.startswith(lead)
    if not lead:
        assert not answer.startswith(("Flest", "Dyrest", "Ja", "Nej"))


def test_a_degree_of_size_asks_for_a_number() -> None:
    assert wanted("Hvor er fraværet højest: i Nordby eller i Sydby?") is Asked.NUMBER
    assert wanted("Hvad er smukkest: havnen eller broen?") is Asked.FACT
