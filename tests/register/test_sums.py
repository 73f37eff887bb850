"""Sums of money that two papers give one purpose, and those that only look so."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Conflict, Kind
from tests.register.papers import paper, register


def found(one: str, other: str, *, kinds: tuple[Kind, Kind] = (Kind.AGREEMENT, Kind.MINUTES)) -> list[Conflict]:
    """The conflicts of two papers of one year."""
    first = paper(one, name="a.txt", kind=kinds[0], day=date(2031, 9, 1), title="Aftale om lystbådehavnen")
    second = paper(other, name="b.txt", kind=kinds[1], day=date(2032, 2, 1), title="Sag om havnen")
    return register(first, second).conflicts()


def test_two_sums_set_aside_for_one_purpose() -> None:
    (conflict,) = found(
        "Der afsættes 7,5 mio. kr. til renovering af østmolen, heraf 2,5 mio. kr. i 2031 og 5,0 mio. kr. i 2032.",
        "I aftalen er der afsat 6,5 mio. kr. til renovering af østmolen. Det billigste tilbud er på 8,1 mio. kr.",
    )
    assert (conflict.type, set(conflict.differs), conflict.newer != "") == (
        "number",
        {"7,5 mio. kr.", "6,5 mio. kr."},
        True,
    )
    assert conflict.about == "renovering af østmolen"


def test_the_purpose_may_stand_before_the_sum() -> None:
    (conflict,) = found(
        "Til renovering af østmolen er der afsat 7,5 mio. kr.", "Der er afsat 6,5 mio. kr. til renovering af østmolen."
    )
    assert set(conflict.differs) == {"7,5 mio. kr.", "6,5 mio. kr."}


def test_a_word_in_a_title_is_purpose_enough() -> None:
    (conflict,) = found(
        "Der afsættes 400.000 kr. årligt til lystbådehavnen.", "Der er afsat 450.000 kr. om året til lystbådehavnen."
    )
    assert set(conflict.differs) == {"400.000 kr.", "450.000 kr."}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Der afsættes 7 mio. kr. til drift af moler.", "Der er afsat 6 mio. kr. til anlæg af moler."),
        ("Der afsættes 7 mio. kr. til nye moler i 2031.", "Der er afsat 6 mio. kr. til nye moler i 2032."),
        ("Der afsættes 7 mio. kr. til moler og broer.", "Der afsættes 2 mio. kr. i 2032 til moler og broer."),
        ("Der afsættes 7 mio. kr. årligt til moler og broer.", "Der er afsat 6 mio. kr. til moler og broer."),
        ("Der afsættes 7 mio. kr. til moler og broer.", "Der afsættes yderligere 6 mio. kr. til moler og broer."),
        ("Der afsættes 7 mio. kr. til moler og broer.", "Tilbuddet på 6 mio. kr. til moler og broer er afvist."),
        ("Der afsættes 7 mio. kr. til moler og broer.", "Der er afsat 6,95 mio. kr. til moler og broer."),
        ("Der afsættes 7 mio. kr. til moler og broer.", "Der er afsat 7.000.000 kr. til moler og broer."),
        ("Der afsættes 700.000 kr. til udvalgets arbejde.", "Der er afsat 600.000 kr. til udvalgets arbejde."),
        ("Der afsættes 700.000 kr. til kompetenceudvikling.", "Der er afsat 600.000 kr. til kompetenceudvikling."),
        ("Der afsættes 9 mio. kr. til moler og broer.", "Der er afsat 1 mio. kr. til moler og broer."),
    ],
)
def test_sums_of_other_things_years_or_sorts_are_no_conflict(one: str, other: str) -> None:
    assert found(one, other) == []


def test_each_agreement_sets_aside_its_own() -> None:
    told = ("Der afsættes 7 mio. kr. til moler og broer.", "Der afsættes 6 mio. kr. til moler og broer.")
    assert found(*told, kinds=(Kind.AGREEMENT, Kind.AGREEMENT)) == []
    assert len(found(*told)) == 1
