"""Where else to look: only behind uncertain answers, never a place cited already, every mark with its citation."""

from __future__ import annotations

import re

import pytest

from answer import further
from core.schema import Answer, Filters
from tests.answer.fakes import make_answerer

ANSWERER = make_answerer()
QUESTIONS = (
    "Hvem har ansvaret for lystbådehavnen efter 2031?",
    "Er livredderkorpset en varig ordning?",
    "Hvor mange badegæster er der plads til på badebroen?",
)


def ask(question: str) -> Answer:
    return ANSWERER.answer(question, Filters(), None)


@pytest.mark.parametrize("question", QUESTIONS)
def test_uncertain_answers_name_further_places_that_they_do_not_cite(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(further, "_CERTAIN", 2.0)
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
def test_certain_answers_stand_alone(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(further, "_CERTAIN", -1.0)
    assert "Se også" not in ask(question).answer
    assert "See also" not in ask(question).answer


def test_a_refusal_names_none() -> None:
    answer = ask("Hvem driver zoologisk have i Aalborg?")
    assert answer.refused
    assert answer.citations == ()
