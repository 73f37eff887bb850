"""Numbers that an answer works out from sentences, shown with what they are worked out from."""

from __future__ import annotations

import pytest

from core.danish.roots import same_root
from core.schema import Filters, Kind
from tests.answer.fakes import make_answerer, make_document

TEXTS = {
    "vandtårn.txt": "Byrådet har afsat 1,5 mio. kr. årligt i 2031-2034 til vandtårnet. Vandtårnet er fra 1904.",
    "skov.txt": "Skovhuset har 3 ansatte gartnere i nord samt 4 ansatte gartnere og 2 ansatte skovfogeder i syd.",
    "fjord.txt": "Fjordrådet har i maj fået svar fra 17 ud af 25 lodsejere om stien langs fjorden.",
    "øer.txt": "Aftalen om færgedrift gælder alle 12 øer. Indtil nu har 9 øer tilsluttet sig aftalen om færgedrift.",
    "pumper.txt": "Der er 400 pumper i byen. Pumpeplanen når 70 pct. af pumperne i 2031.",
}
ANSWERER = make_answerer(documents=[make_document(name, f"Notat\n\n{text}", Kind.MEMO) for name, text in TEXTS.items()])


@pytest.fixture(autouse=True)
def _every_draft_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is composed is looked at here; whether it is sure enough is decided, and tested, elsewhere."""
    monkeypatch.setattr("answer.reading.answers", lambda score: True)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange penge får vandtårnet sammenlagt over alle år?", "I alt 6 mio. kr. (4 år à 1,5 mio. kr.)"),
        ("Hvor mange ansatte har skovhuset i alt?", "I alt 9 (3 + 4 + 2)"),
        ("Hvor mange lodsejere mangler Fjordrådet svar fra?", "8 (25 - 17)"),
        ("Hvor mange øer mangler at tilslutte sig aftalen om færgedrift?", "3 (12 - 9)"),
        ("Hvor mange pumper er tilbage efter pumpeplanen i 2031?", "30 pct. af 400 er 120"),
    ],
)
def test_worked_out_from_sentences(question: str, said: str) -> None:
    answer = ANSWERER.answer(question, Filters())
    assert said in answer.answer
    assert answer.citations


def test_a_yearly_sum_is_left_alone_where_one_year_is_asked_for() -> None:
    assert "I alt" not in ANSWERER.answer("Hvad får vandtårnet i 2032?", Filters()).answer


@pytest.mark.parametrize(
    ("a", "b"), [("koordinere", "koordinationen"), ("dække", "dækning"), ("styrke", "styrkelse"), ("bygges", "bygning")]
)
def test_a_verb_and_its_noun_share_a_root(a: str, b: str) -> None:
    assert same_root(a, b)
    assert same_root(b, a)


@pytest.mark.parametrize(("a", "b"), [("kommune", "kommunikation"), ("station", "statens"), ("team", "tema")])
def test_words_that_only_look_alike_do_not(a: str, b: str) -> None:
    assert not same_root(a, b)
