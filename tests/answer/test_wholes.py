"""Two sums are added only where both are part of what is asked."""

from __future__ import annotations

import pytest

from core.schema import Filters, Kind
from tests.answer.fakes import make_answerer, make_document

TEXTS = {
    "mole.txt": "Der afsættes 2 mio. kr. i 2031 til målinger ved molen og 3 mio. kr. i 2032 til målinger ved molen.",
    "fyr.txt": "Fyret får 4 mio. kr. i 2031 og derefter 5 mio. kr. årligt i 2032-2034.",
    "sluse.txt": "Der afsættes 6 mio. kr. til ansættelse af slusevagter samt 400.000 kr. til deres uddannelse.",
}
ANSWERER = make_answerer(documents=[make_document(name, f"Notat\n\n{text}", Kind.MEMO) for name, text in TEXTS.items()])


@pytest.fixture(autouse=True)
def _every_draft_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is composed is looked at here; whether it is sure enough is decided, and tested, elsewhere."""
    monkeypatch.setattr("answer.reading.answers", lambda score: True)


def _said(question: str) -> str:
    return ANSWERER.answer(question, Filters()).answer


def test_sums_of_one_thing_are_added() -> None:
    assert "I alt 5 mio. kr." in _said("Hvor meget afsættes der i alt til målinger ved molen?")


def test_things_named_side_by_side_are_added() -> None:
    assert "I alt 6,4 mio. kr." in _said("Hvad koster ansættelse og uddannelse af slusevagter i alt?")


@pytest.mark.parametrize(
    "question",
    [
        "Hvor meget afsættes der i alt til målinger ved molen i 2032?",  # one sum is of another year
        "Hvor meget får fyret i alt?",  # one is by the year
        "Hvad er den samlede udgift til uddannelse af slusevagter?",  # one is for something else
    ],
)
def test_sums_of_different_things_are_not(question: str) -> None:
    answer = _said(question)
    assert "I alt" not in answer
    assert "kr." in answer
