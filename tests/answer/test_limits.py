"""A figure in a question against the limits of a task."""

from __future__ import annotations

import pytest

from answer import Answerer
from answer.understanding.limits import outside
from core.schema import Basis, Filters, Kind, Responsibility, Status, Unit
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

TEXT = """Regler for lån af både

Havneudvalget giver lån af både over 14 dage.

Havnefogeden giver lån af både til og med 14 dage."""


def row(task: str, words: str, to: str) -> Responsibility:
    said = place(TEXT, words)
    return Responsibility(
        task, task, "", "", to, None, Basis.NONE, Status.DECIDED, "r.txt", said.start, said.end, relation="assign"
    )


@pytest.mark.parametrize(("days", "who"), [("10", "Havnefogeden"), ("20", "Havneudvalget")])
def test_the_row_whose_limits_hold_the_figure_answers(days: str, who: str) -> None:
    rows = [
        row("lån af både over 14 dage", "Havneudvalget giver lån af både over 14 dage.", "Havneudvalget"),
        row("lån af både til og med 14 dage", "Havnefogeden giver lån af både til og med 14 dage.", "Havnefogeden"),
    ]
    library = FakeLibrary([make_document("r.txt", TEXT, Kind.OTHER)])
    register = FakeRegister(rows, [], [Unit("Havneudvalget", "udvalg"), Unit("Havnefogeden", "")])
    answerer = Answerer(library, FakeRetriever(library), register, Settings())
    told = answerer.answer(f"Hvem giver lån af både i {days} dage?", Filters())
    assert [one.to_unit for one in told.responsibilities] == [who]


@pytest.mark.parametrize(
    ("question", "task", "is_outside"),
    [
        ("Hvem bevilger et tilskud på 18.000 kr.?", "tilskud over 25.000 kr.", True),
        ("Hvem bevilger et tilskud på 18.000 kr.?", "tilskud til og med 25.000 kr.", False),
        ("Hvem bevilger et tilskud på 25.000 kr.?", "tilskud under 25.000 kroner", True),
        ("Hvem bevilger 60 døgns leje af båden?", "leje af båden", False),
        ("Hvem bevilger leje i 60 døgn?", "leje til og med 48 døgn", True),
        ("Hvem har sejlture for en 20-årig?", "sejlture for unge mellem 15 og 18 år", True),
        ("Hvem har sejlture for en 17-årig?", "sejlture for 15-18-årige", False),
        ("Hvem har tilskud over 10.000 kr.?", "tilskud over 25.000 kr.", False),  # a bound of its own
        ("Hvem giver 60 kr.?", "leje til og med 48 døgn", False),  # another unit
        ("Hvem har sejlture i 2032?", "sejlture for unge under 25 år", False),
    ],
)
def test_figures_and_limits(question: str, task: str, is_outside: bool) -> None:
    assert outside(question, task) is is_outside
