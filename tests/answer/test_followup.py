"""What a follow-up takes from the turn before."""

from __future__ import annotations

import pytest

from answer.lexicon import Lexicon
from answer.question import Question, understand
from core.schema import Answer

LEXICON = Lexicon({})


def follow(*turns: str) -> Question:
    """The last of several questions as understood, each after the one before."""
    previous: Answer | None = None
    for turn in turns:
        question = understand(turn, LEXICON, previous=previous)
        previous = Answer(turn, "", kind=str(question.kind), subject=question.subject, understood=question.mended)
    return question


@pytest.mark.parametrize(
    ("turns", "taken"),
    [
        (("Hvem har havnen?", "Og badestrandene?"), "Hvem har badestrandene?"),
        (("Hvem har havnen?", "Hvad med fyrtårnet?"), "Hvem har fyrtårnet?"),
        (("Hvem har havnen?", "Hvad med fyrtårnet?", "Og slusen?"), "Hvem har slusen?"),
        (("Hvem har havnen?", "Hvornår evalueres den?"), "Hvornår evalueres havnen?"),
        (("Hvem har havnen?", "Hvad koster den i 2034?"), "Hvad koster havnen i 2034?"),
        (("Hvor mange penge er afsat til molen i 2033?", "Og i 2034?"), "Hvor mange penge er afsat til molen i 2034?"),
        (("Hvem har havnen?", "Og hvornår?"), "Og hvornår? (havnen)"),
        (("Hvem har havnen?", "Hvornår sker det?"), "Hvornår sker det? (havnen)"),
    ],
)
def test_what_is_missing_comes_from_the_turn_before(turns: tuple[str, ...], taken: str) -> None:
    assert follow(*turns).mended == taken


def test_the_same_question_of_another_thing_stands_alone() -> None:
    question = follow("Hvem har havnen?", "Og hvem har fyrtårnet?")
    assert (question.follows, question.subject) == ("", "fyrtårnet")


def test_another_question_leans_on_the_subject() -> None:
    assert follow("Hvem har havnen?", "Og hvor mange både?").follows == "havnen"


def test_a_determiner_is_no_pronoun() -> None:
    assert "havnen nye" not in follow("Hvem har havnen?", "Hvem får det nye ansvar?").mended


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Hvor mange penge er afsat til molen?", "molen"),
        ("Hvor mange bådpladser er der i havnen?", "havnen"),
        ("Hvornår evalueres fyrtårnet?", "fyrtårnet"),
        ("Bliver badebroen bredere?", "badebroen"),
        ("Hvem har ansvaret for drift af slusen?", "drift af slusen"),
    ],
)
def test_the_subject_is_neither_the_verb_nor_what_is_counted(question: str, subject: str) -> None:
    assert follow(question).subject.startswith(subject)


@pytest.mark.parametrize(
    ("turns", "taken"),
    [
        (("Hvem er formand for Havnerådet?", "Hvor mange medlemmer har det?"), "Hvor mange medlemmer har Havnerådet?"),
        (("Hvem er formand for Havnerådet?", "Og Moleudvalget?"), "Hvem er formand for Moleudvalget?"),
        (("Hvem er formand for Havnerådet?", "Og næstformand?"), "Hvem er næstformand for Havnerådet?"),
        (("Hvem er leder af fyret?", "Hvornår begyndte han?"), "Hvornår begyndte han? (leder af fyret)"),
        (("Hvem har havnen?", "Og før det?"), "Hvem har havnen før?"),
        (("Hvem har havnen?", "What does it cost?"), "What does havnen cost?"),
        (("Hvem har havnen i 2034?", "Og bagefter?"), "Hvem har havnen bagefter?"),
    ],
)
def test_more_is_asked_of_the_body_or_of_another_time(turns: tuple[str, ...], taken: str) -> None:
    assert follow(*turns).mended == taken
