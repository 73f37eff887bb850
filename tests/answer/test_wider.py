"""A word of the question that the papers put wider: who has the wider thing has the narrower one."""

from __future__ import annotations

import pytest

from answer.lexicon import Lexicon
from answer.understanding.terms import Term, terms_of

LEXICON = Lexicon({"boldbaner": 2, "baner": 5, "havne": 3, "legepladser": 2, "rotter": 1})


def term(question: str, word: str) -> Term:
    return next(t for t in terms_of(question, LEXICON, {}, False) if t.word == word)


@pytest.mark.parametrize(
    ("word", "wider"),
    [
        ("fodboldbaner", ("boldban",)),
        ("fodboldbanerne", ("boldban",)),
        ("naturlegepladser", ("legeplad",)),
        ("lystbådehavne", ()),  # "havne" is a bare last part
        ("boldbaner", ()),
    ],
)
def test_the_compound_a_longer_one_ends_in(word: str, wider: tuple[str, ...]) -> None:
    assert LEXICON.wider(word) == wider


def test_a_question_on_the_owner_takes_the_wider_thing() -> None:
    assert term("Hvem passer fodboldbanerne?", "fodboldbanerne").known


def test_a_question_on_a_number_does_not() -> None:
    assert not term("Hvor mange fodboldbaner er der?", "fodboldbaner").known
