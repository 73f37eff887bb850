"""What else may be meant and where else to look: only behind uncertain answers, word for word, never a place
cited already, every mark with its citation."""

from __future__ import annotations

import re

import pytest

from answer import deciding, further
from answer.draft import Source
from core.schema import Answer, Filters, Kind, Span
from tests.answer.fakes import make_answerer, make_document

ANSWERER = make_answerer()
QUESTIONS = (
    "Hvem har ansvaret for lystbådehavnen efter 2031?",
    "Er livredderkorpset en varig ordning?",
    "Hvor mange badegæster er der plads til på badebroen?",
)


def ask(question: str) -> Answer:
    return ANSWERER.answer(question, Filters(), None)


def doubt(monkeypatch: pytest.MonkeyPatch, certain: float, doubtful: float) -> None:
    monkeypatch.setattr(further, "_CERTAIN", certain)
    monkeypatch.setattr(further, "_ALONE", certain)
    monkeypatch.setattr(further, "_UNSURE", certain)
    monkeypatch.setattr(further, "_DOUBTFUL", doubtful)


@pytest.mark.parametrize("question", QUESTIONS)
def test_uncertain_answers_name_further_places_that_they_do_not_cite(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt(monkeypatch, certain=2.0, doubtful=-1.0)
    monkeypatch.setattr(further, "_LEAST", 2.0)
    answer = ask(question)
    marks = [int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)]
    assert set(marks) == {citation.n for citation in answer.citations}
    pointer = re.search(r" (?:Se også|See also) ((?:\[\d+\])+)\.$", answer.answer)
    assert pointer
    beside = [int(n) for n in re.findall(r"\d+", pointer.group(1))]
    assert 1 <= len(beside) <= 3
    own = [c for c in answer.citations if c.n not in beside]
    for extra in (c for c in answer.citations if c.n in beside):
        for held in own:
            apart = extra.locator.end <= held.locator.start or held.locator.end <= extra.locator.start
            assert extra.document_id != held.document_id or apart


@pytest.mark.parametrize("question", QUESTIONS)
def test_doubtful_answers_bring_what_else_may_be_meant_word_for_word(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt(monkeypatch, certain=2.0, doubtful=2.0)
    monkeypatch.setattr(further, "_LEAST", 0.0)
    answer = ask(question)
    own, _, perhaps = answer.answer.partition(" Måske også: ")
    quotes = re.split(r" \[\d+\][.!?]?\s*", re.sub(r"Se også .*$", "", perhaps))
    assert own
    assert any(quotes)
    shown = " ".join(citation.quote for citation in answer.citations)
    for quote in filter(None, quotes):
        assert quote.strip(" .…") in shown
        assert quote not in own
    assert len(answer.answer.split()) <= 120
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_ordinary_answer_stays_one_unless_it_is_doubtful(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt(monkeypatch, certain=2.0, doubtful=-1.0)
    monkeypatch.setattr(further, "_LEAST", 0.0)
    assert len(ask(question).answer.split()) <= 60


@pytest.mark.parametrize("question", QUESTIONS)
def test_certain_answers_stand_alone(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt(monkeypatch, certain=-1.0, doubtful=-1.0)
    assert not re.search("Se også|See also|Måske også|Perhaps also", ask(question).answer)


def test_a_certain_answer_of_plain_sentences_is_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    question = "Hvorfor er der en badebro?"
    monkeypatch.setattr(further, "_ALONE", -1.0)
    monkeypatch.setattr(deciding, "SURE", 2.0)
    full = ask(question)
    monkeypatch.setattr(deciding, "SURE", -1.0)
    short = ask(question)
    assert full.trace["how"] == "sentences"
    assert len(short.citations) < len(full.citations)
    assert short.confidence == full.confidence


def test_a_refusal_names_none() -> None:
    answer = ask("Hvem driver zoologisk have i Aalborg?")
    assert answer.refused
    assert answer.citations == ()


def test_a_sentence_that_points_back_stands_only_behind_the_one_it_points_to(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Notat\n\nBroen er lukket. Dette gælder hele vinteren. Færgen sejler hver time."
    document = make_document("notat", text, Kind.MEMO)
    place = Span(text.index("Dette"), text.index(" Færgen"))
    bare = further._Extra(Answer("?", "Færgen sejler.", confidence=0.5))
    assert further._hangs(bare, Source(document, place))
    first = bare.citation(Source(document, Span(text.index("Broen"), text.index(" Dette"))))
    assert first is not None
    bare.cited.append(first)
    assert not further._hangs(bare, Source(document, place))


def test_a_passage_of_something_else_is_shown_only_behind_a_doubtful_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    doubt(monkeypatch, certain=2.0, doubtful=-1.0)
    monkeypatch.setattr(further, "_LEAST", 2.0)
    monkeypatch.setattr(further, "_UNSURE", 0.0)
    surer = ask("Hvem har ansvaret for lystbådehavnen?")
    monkeypatch.setattr(further, "_UNSURE", 2.0)
    doubtful = ask("Hvem har ansvaret for lystbådehavnen?")
    assert len(surer.citations) < len(doubtful.citations)
    assert all("lystbådehavn" in c.quote or "Fritidsudvalg" in c.quote for c in surer.citations)
