"""Sums and days that two papers tell differently: told where they are asked for, and only there."""

from __future__ import annotations

from datetime import date

import pytest

from answer import Answerer
from core.schema import Answer, Conflict, Filters, Kind
from core.settings import Settings
from tests.answer.fakes import FakeLibrary, FakeRegister, FakeRetriever, make_document, place

TERMS = """Kommissorium for Havnerådet, § 17, stk. 4

Havnerådets første møde holdes den 3. februar 2031 på havnekontoret.

Havnerådet ophører den 31. marts 2033.

Der afsættes 7,5 mio. kr. til renovering af østmolen, heraf 2,5 mio. kr. i 2031.

For hver af de otte broer er der skrevet en vedligeholdelsesplan."""

MINUTES = """Referat af Teknikudvalgets møde

Formanden fortalte, at Havnerådet holdt sit første møde den 12. februar 2031.

Der er afsat 6,5 mio. kr. til renovering af østmolen.

Havnen har 11 broer."""


def _conflict(kind: str, about: str, one: tuple[str, str], other: tuple[str, str]) -> Conflict:
    """one, other: a sentence of the terms and of the minutes, each with its value."""
    a, b = ("vilkaar.txt", place(TERMS, one[0])), ("referat.txt", place(MINUTES, other[0]))
    return Conflict(about, kind, a, b, (one[1], other[1]))


CONFLICTS = [
    _conflict(
        "date",
        "Havnerådet holdt sit første møde",
        ("Havnerådets første møde holdes den 3. februar 2031 på havnekontoret.", "den 3. februar 2031"),
        ("Formanden fortalte, at Havnerådet holdt sit første møde den 12. februar 2031.", "den 12. februar 2031"),
    ),
    _conflict(
        "number",
        "renovering af østmolen",
        ("Der afsættes 7,5 mio. kr. til renovering af østmolen, heraf 2,5 mio. kr. i 2031.", "7,5 mio. kr."),
        ("Der er afsat 6,5 mio. kr. til renovering af østmolen.", "6,5 mio. kr."),
    ),
    _conflict(
        "number",
        "antal broer",
        ("For hver af de otte broer er der skrevet en vedligeholdelsesplan.", "otte"),
        ("Havnen har 11 broer.", "11"),
    ),
]


def ask(question: str) -> Answer:
    documents = [
        make_document("vilkaar.txt", TERMS, Kind.OTHER, date(2030, 11, 3)),
        make_document("referat.txt", MINUTES, Kind.MINUTES, date(2031, 2, 20)),
    ]
    library = FakeLibrary(documents)
    return Answerer(library, FakeRetriever(library), FakeRegister([], CONFLICTS), Settings()).answer(
        question, Filters(as_of=date(2031, 3, 1))
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvornår holdt Havnerådet sit første møde?", ("3. februar 2031", "12. februar 2031")),
        ("Hvor meget er der afsat til renovering af østmolen?", ("7,5 mio. kr.", "6,5 mio. kr.")),
        ("Hvor mange broer er der?", ("otte", "11")),
    ],
)
def test_both_values_are_told_where_they_are_asked_for(question: str, told: tuple[str, str]) -> None:
    answer = ask(question).answer
    assert "uenige" in answer
    assert all(value in answer for value in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvornår ophører Havnerådet?", "31. marts 2033"),
        ("Hvor meget er der afsat til østmolen i 2031?", "2,5 mio. kr."),
        ("Hvor mange broer har en vedligeholdelsesplan?", "otte"),
    ],
)
def test_something_else_of_the_same_matter_is_no_dispute(question: str, told: str) -> None:
    answer = ask(question).answer
    assert "uenige" not in answer
    assert told in answer


def test_a_list_of_disputes_counts_what_it_shows_also_of_papers_with_figures_in_their_title() -> None:
    answer = ask("Hvor er dokumenterne uenige?").answer
    assert "3 punkter" in answer
    assert all(value in answer for value in ("»7,5 mio. kr.«", "»den 12. februar 2031«", "»otte«"))
