"""Days that two papers give one event, and those of other events."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Conflict
from tests.register.papers import paper, register


def found(one: str, other: str, title: str = "Kommissorium for Havnerådet") -> list[Conflict]:
    """The conflicts of two papers of one year."""
    first = paper(one, name="a.txt", day=date(2031, 1, 15), title=title)
    second = paper(other, name="b.txt", day=date(2031, 6, 1), title="Referat af Teknikudvalgets møde")
    return register(first, second).conflicts()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Første møde holdes den 3. februar 2031 kl. 17 på Havnekontoret, lokale 4.",
            "Formanden fortalte, at Havnerådet holdt sit første møde den 12. februar 2031.",
        ),
        ("Rådet ophører den 31. marts 2032.", "Havnerådet ophører den 31. december 2031."),
        ("Den nye slæbestation ved østmolen åbner den 1. maj 2031.", "Slæbestationen ved østmolen åbner i juni 2031."),
        ("Østmolens kran skal være færdig senest den 1. maj 2031.", "Østmolens kran står færdig den 9. juli 2031."),
    ],
)
def test_two_days_of_one_event(one: str, other: str) -> None:
    (conflict,) = found(one, other)
    assert conflict.type == "date"
    assert all("2031" in value or "2032" in value for value in conflict.differs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Første møde holdes den 3. februar 2031.", "Bådrådet holdt sit første møde den 12. februar 2031."),
        ("Første møde holdes den 3. februar 2031.", "Havnerådet holdt sit andet møde den 12. april 2031."),
        ("Første møde holdes den 3. februar 2031.", "Havnerådet holdt møde den 12. februar 2031."),
        ("Kranen ved østmolen åbner den 1. maj 2031.", "Kranen ved vestmolen åbner den 1. juni 2031."),
        ("Kranen ved østmolen åbner den 1. maj 2031.", "Kranen ved østmolen åbner i maj 2031."),
        ("Kranen ved østmolen åbner den 1. maj 2031.", "Kranen ved østmolen lukker den 1. oktober 2031."),
        ("Kranen ved østmolen åbner den 1. maj 2031.", "Kranen ved østmolen foreslås åbnet den 1. juni 2031."),
        ("Kranen ved østmolen åbner den 1. maj 2031.", "Det foreslås, at kranen ved østmolen åbner 1. juni 2031."),
        ("Kranen ved østmolen åbner den 1. maj 2029.", "Kranen ved østmolen åbner den 1. juni 2031."),
        ("Kranen ved østmolen åbner hvert år den 1. maj.", "Kranen ved østmolen åbner den 1. juni 2031."),
        ("Østmolens kran skal være færdig senest den 1. maj 2031.", "Østmolens kran står færdig den 9. april 2031."),
        ("Kontrakten udløber den 1. maj 2031.", "Kontrakten udløber den 1. juni 2031."),
    ],
)
def test_other_events_and_days_that_agree_are_no_conflict(one: str, other: str) -> None:
    assert found(one, other) == []


def test_a_row_whose_task_is_cut_short_is_of_the_same_task() -> None:
    (conflict,) = found(
        "Rengøring af skoler og daginst flyttes fra Teknikudvalget til Driftsudvalget den 1. maj 2031.",
        "Rengøring af skoler og daginstitutioner flyttes fra Teknikudvalget til Driftsudvalget den 1. marts 2031.",
    )
    assert conflict.type in ("date", "update")


@pytest.mark.parametrize("one", ["Rådet har ni medlemmer.", "Havnerådet får 9 medlemmer, der vælges for fire år."])
def test_two_numbers_of_members_of_one_body(one: str) -> None:
    (conflict,) = found(one, "Havnerådet har 11 medlemmer.")
    assert (conflict.about, conflict.type) == ("Havnerådet: antal medlemmer", "number")


@pytest.mark.parametrize(
    "other",
    [
        "Bådrådet har 11 medlemmer.",
        "Havnerådet har ni medlemmer.",
        "Udvalget har 11 medlemmer.",
        "Der har 11 medlemmer meldt afbud.",
    ],
)
def test_members_of_other_bodies_are_no_conflict(other: str) -> None:
    assert found("Rådet har 9 medlemmer.", other) == []
