"""Replies of the kinds that a small model gave when it was tried: each makes the answer worse, none is shown."""

from __future__ import annotations

import pytest

from answer.reworded import may_reword, verified
from core.schema import Answer, Citation, Kind, Locator


def answer(text: str, *quotes: str) -> Answer:
    cited = tuple(
        Citation(n, "d", "aftale.txt", "Aftale", None, Kind.AGREEMENT, Locator(None, (n, n), 0, 1), (), quote, quote)
        for n, quote in enumerate(quotes, 1)
    )
    return Answer("Hvem driver svømmehallen?", text, citations=cited)


MOVE = "Driften af svømmehallen flyttes fra Teknikudvalget til Fritidsudvalget den 1. marts 2031."
MONEY = "Der er afsat 7,5 mio. kr. til et nyt tag, og badmintonhallen lukker ikke."
BOTH = answer(
    f"Svømmehallen: Fritidsudvalget fra den 1. marts 2031; før: Teknikudvalget [1]. {MONEY[:-1]} [2].", MOVE, MONEY
)
ONE = answer("Svømmehallen: Fritidsudvalget fra den 1. marts 2031; før: Teknikudvalget [1].", MOVE)
TRUE_ONE = "Fritidsudvalget overtager svømmehallen fra Teknikudvalget den 1. marts 2031 [1]."
TRUE_TWO = "Der er 7,5 mio. kr. til taget, og badmintonhallen lukker ikke [2]."


@pytest.mark.parametrize("said", [TRUE_ONE, "Driften flyttes til Fritidsudvalget den 1. marts 2031. [1]"])
def test_the_same_in_other_words_is_shown(said: str) -> None:
    assert "Fritidsudvalget" in verified(said, ONE)


def test_all_sources_are_kept() -> None:
    assert verified(f"{TRUE_ONE} {TRUE_TWO}", BOTH) == f"{TRUE_ONE} {TRUE_TWO}"


@pytest.mark.parametrize(
    "said",
    [
        "Svømmehallen nedlægges af Fritidsudvalget den 1. marts 2031 [1].",  # a word of its own
        "Driften af svømmehallen flyttes fra Teknikudvalget til Fritidsudvalget prællerne den 1. marts 2031 [1].",
        "Driften flyttes ikke til Fritidsudvalget den 1. marts 2031 [1].",  # denied
        "Driften flyttes til Teknikudvalget fra Fritidsudvalget den 1. marts 2031 [1].",  # turned round
        "[1] <kilde>Driften af svømmehallen flyttes til Fritidsudvalget den 1. marts 2031 [1].",  # the prompt's marks
        "Kilder: Driften af svømmehallen flyttes til Fritidsudvalget den 1. marts 2031 [1].",  # its headings
        "[1] Driften af svømmehallen flyttes til Fritidsudvalget den 1. marts 2031 fra",  # cut off
        "Svømmehall | Driften flyttes til Fritidsudvalget den 1. marts 2031 [1].",  # a table's line
        "Driften af svømmehallen flyttes [1].",  # neither whom nor when
        "Driften flyttes til Fritidsudvalget [1].",  # no day
        "The pool moves to Fritidsudvalget den 1. marts 2031 [1].",  # English
        f"Ja. {TRUE_ONE}",  # a Ja the extract does not give
        " ".join(["Hvem driver svømmehallen?"] * 20),
    ],
)  # fmt: skip
def test_what_makes_the_answer_worse_is_not_shown(said: str) -> None:
    assert verified(said, ONE) == ""


@pytest.mark.parametrize("said", [TRUE_ONE, TRUE_TWO, f"{TRUE_ONE} Badmintonhallen lukker [2]."])
def test_a_reply_that_leaves_a_source_out_is_not_shown(said: str) -> None:
    assert verified(said, BOTH) == ""


def test_a_repeated_sentence_is_said_once() -> None:
    assert verified(" ".join([TRUE_ONE] * 4), ONE) == TRUE_ONE


@pytest.mark.parametrize("said", ["Svømmehallen", "Nej, svømmehallen", "Nej. Svømmehallen"])
def test_the_extracts_own_no_stands_in_front(said: str) -> None:
    asked = answer("Nej. Svømmehallen lukker ikke [1].", "Svømmehallen lukker ikke.")
    assert verified(f"{said} lukker ikke [1].", asked) == "Nej. Svømmehallen lukker ikke [1]."


@pytest.mark.parametrize("said", ["Ja. Svømmehallen lukker ikke [1].", "Nej. Svømmehallen lukker [1]."])
def test_another_verdict_is_not_shown(said: str) -> None:
    assert verified(said, answer("Nej. Svømmehallen lukker ikke [1].", "Svømmehallen lukker ikke.")) == ""


def test_a_disagreement_is_never_reworded() -> None:
    assert not may_reword(answer("Dokumenterne er uenige: Aftalen: 4 haller [1].", "4 haller"))
    assert may_reword(ONE)
