"""What a question sets apart from what it asks of speaks against a row and a sentence."""

from __future__ import annotations

import pytest

from answer import Answerer
from answer.understanding.deeds import meets_deed
from answer.understanding.ruled_out import ruled_out
from core.schema import Basis, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

TEXT = """Regler for bænke

Havneudvalget sørger for bænkene ved havnens kajer.

Øvrige bænke i byen hører under Parkudvalget."""


def answer(question: str) -> str:
    said = place(TEXT, "Havneudvalget sørger for bænkene ved havnens kajer.")
    row = Responsibility(
        "1", "bænkene ved havnens kajer", "", "", "Havneudvalget", None, Basis.NONE, Status.DECIDED, "r.txt",
        said.start, said.end, relation="assign",
    )  # fmt: skip
    units = [Unit("Havneudvalget", "udvalg"), Unit("Parkudvalget", "udvalg")]
    library = FakeLibrary([make_document("r.txt", TEXT, Kind.OTHER)])
    register = FakeRegister([row], [], units)
    return Answerer(library, FakeRetriever(library), register, Settings()).answer(question, Filters()).answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hvem har ansvaret for en bænk i byen og ikke på havnen?", {"havnen"}),
        ("Hvem passer bænke, men ikke de kommunale?", {"kommunale"}),
        ("Hvem passer alle bænke bortset fra havnens?", {"havnens"}),
        ("Hvem passer bænke, og ikke bare på havnen?", set()),
        ("Hvem har bænke, der ikke er malet?", set()),
        ("Hvem må ikke male bænke?", set()),
    ],
)
def test_what_is_ruled_out(text: str, words: set[str]) -> None:
    assert ruled_out(text) == words


def test_a_row_of_what_is_ruled_out_is_not_told() -> None:
    assert answer("Hvem har ansvaret for bænke i byen og ikke ved kajerne?").startswith(
        "Øvrige bænke i byen hører under"
    )


def test_without_the_words_the_row_is_told() -> None:
    assert answer("Hvem har ansvaret for bænke ved kajerne?").startswith("Bænkene ved havnens kajer: Havneudvalget")


def test_who_decides_is_not_who_has_it() -> None:
    asked = "Hvem afgør, om et barn kan blive optaget i havnens skole?"
    assert not meets_deed(asked, "Havnens skole drives af en fond")
    assert meets_deed(asked, "Skolens leder træffer afgørelse om optagelse")
    assert meets_deed("Hvem bestemmer over havnens skole?", "Havnens skole drives af en fond")
