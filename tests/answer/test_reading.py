"""The second opinion where the answer is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from answer import Answerer
from answer.reading import weights
from core.ports import Vectors
from core.schema import Answer, Filters, Kind
from core.settings import Settings
from tests.answer.fakes import AGREEMENT, FakeLibrary, FakeRegister, FakeRetriever, make_document

ASKED = "Hvor mange badegæster har badebroen plads til?"


class FakeCrossEncoder:
    """Says the same of every text, and keeps what it was given."""

    def __init__(self, odds: float) -> None:
        self.odds = odds
        self.read_texts: list[tuple[str, Sequence[str]]] = []

    def read(self, question: str, texts: Sequence[str]) -> Vectors:
        self.read_texts.append((question, texts))
        return np.full(len(texts), self.odds, np.float32)


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    """No score is plain enough."""
    monkeypatch.setitem(weights(), "sure", 99.0)
    monkeypatch.setattr("answer.features._counted_plainly", lambda *_: False)


def test_a_sentence_that_counts_the_very_thing_needs_no_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(weights(), "sure", 99.0)
    against = FakeCrossEncoder(-6.0)
    assert not ask(against).refused
    assert against.read_texts == []


def ask(cross_encoder: FakeCrossEncoder | None, question: str = ASKED) -> Answer:
    library = FakeLibrary([make_document("aftale.txt", AGREEMENT, Kind.AGREEMENT)])
    answerer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings(), cross_encoder)
    return answerer.answer(question, Filters())


@pytest.mark.usefixtures("doubtful")
def test_in_doubt_its_opinion_decides() -> None:
    for_it, against = FakeCrossEncoder(6.0), FakeCrossEncoder(-6.0)
    assert not ask(for_it).refused
    refused = ask(against)
    assert refused.refused
    assert refused.near
    assert not refused.citations
    assert 0 <= refused.confidence <= 1


@pytest.mark.usefixtures("doubtful")
def test_it_reads_the_answer_as_shown_without_its_marks() -> None:
    cross_encoder = FakeCrossEncoder(6.0)
    shown = ask(cross_encoder)
    ((question, (text,)),) = cross_encoder.read_texts
    assert question == ASKED
    assert "Badebroen har plads til 120 badegæster" in text
    assert "[1]" in shown.answer
    assert "[" not in text


@pytest.mark.usefixtures("doubtful")
def test_typing_errors_are_mended_before_it_reads() -> None:
    cross_encoder = FakeCrossEncoder(6.0)
    ask(cross_encoder, "Hvor mange badegæster har badebroem plads til?")
    assert "badebroen" in cross_encoder.read_texts[0][0].lower()


def test_a_plain_answer_is_given_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(weights(), "sure", -99.0)
    cross_encoder = FakeCrossEncoder(-6.0)
    assert not ask(cross_encoder).refused
    assert not cross_encoder.read_texts


@pytest.mark.usefixtures("doubtful")
def test_without_it_the_evidence_decides_alone() -> None:
    assert not ask(None).refused


@pytest.mark.usefixtures("doubtful")
def test_its_opinion_can_be_seen() -> None:
    features = ask(FakeCrossEncoder(2.0)).trace["features"]
    assert isinstance(features, dict)
    assert features["read"] == 2.0


@pytest.mark.usefixtures("doubtful")
def test_wild_odds_are_cut() -> None:
    features = ask(FakeCrossEncoder(1e6)).trace["features"]
    assert isinstance(features, dict)
    assert features["read"] == 6.0


@pytest.mark.usefixtures("doubtful")
def test_a_follow_up_is_read_with_its_subject() -> None:
    cross_encoder = FakeCrossEncoder(6.0)
    library = FakeLibrary([make_document("aftale.txt", AGREEMENT, Kind.AGREEMENT)])
    answerer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings(), cross_encoder)
    before = answerer.answer(ASKED, Filters())
    answerer.answer("Og hvornår?", Filters(), before)
    assert "badebro" in cross_encoder.read_texts[-1][0].lower()


@pytest.mark.usefixtures("doubtful")
@pytest.mark.parametrize(
    ("paper", "read_as"), [("aftalen", "Hvad står der om"), ("referatet", "Hvad siger referatet om")]
)
def test_what_a_paper_says_is_read_plainly_where_the_answer_is_from_it(paper: str, read_as: str) -> None:
    cross_encoder = FakeCrossEncoder(6.0)
    library = FakeLibrary([make_document("aftale.txt", AGREEMENT, Kind.AGREEMENT)])
    answerer = Answerer(library, FakeRetriever(library), FakeRegister(), Settings(), cross_encoder)
    answerer.answer(f"Hvad siger {paper} om badebroen?", Filters())
    assert cross_encoder.read_texts[-1][0].startswith(read_as)
