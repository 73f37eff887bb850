"""Who has a thing until the day it moves, and what lies with a unit up to a day or from one."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis, Responsibility, Status
from tests.register.papers import rows as read_rows


def _told(rows: tuple[Responsibility, ...]) -> set[tuple[str, str, date | None, date | None]]:
    return {(r.task, r.to_unit, r.effective_from, r.until) for r in rows}


@pytest.mark.parametrize(
    "told",
    [
        "Indtil da varetages den af Havneudvalget.",
        "Den varetages indtil da af Havneudvalget.",
        "Frem til da har Havneudvalget opgaven.",
        "Frem til den dato ligger ansvaret fortsat hos Havneudvalget.",
        "Indtil da står Havneudvalget for den.",
        "Havneudvalget varetager den indtil da.",
    ],
)
def test_a_pronoun_until_then_is_what_the_sentence_before_moves(told: str) -> None:
    rows = read_rows(f"Bådudlejningen overgår til Fritidsudvalget den 1. maj 2027. {told}")
    assert _told(rows) == {
        ("Bådudlejningen", "Fritidsudvalget", date(2027, 5, 1), None),
        ("Bådudlejningen", "Havneudvalget", None, date(2027, 4, 30)),
    }
    assert [r.status for r in rows if r.until] == [Status.TEMPORARY]


def test_one_pronoun_is_not_two_moves() -> None:
    rows = read_rows(
        "Kajen overgår til Fritidsudvalget den 1. maj 2027, og slusen overgår til Byggeudvalget den 1. juni 2027. "
        "Indtil da varetages den af Havneudvalget."
    )
    assert "Havneudvalget" not in {r.to_unit for r in rows}


def test_what_lies_with_a_unit_up_to_a_day_and_moves_then() -> None:
    rows = read_rows(
        "Snerydning af stierne hører til og med den 30. juni 2027 under Vejudvalget. Fra den 1. juli 2027 overgår "
        "snerydningen til Fritidsudvalget, som skal holde et udbud."
    )
    assert _told(rows) == {
        ("Snerydning af stierne", "Vejudvalget", None, date(2027, 6, 30)),
        ("Snerydning af stierne", "Fritidsudvalget", date(2027, 7, 1), None),
    }


def test_lying_with_a_unit_from_a_day_is_a_move() -> None:
    rows = read_rows("Friluftsscenen hører fra den 1. april 2027 under Fritidsudvalget.")
    assert [(r.task, r.to_unit, r.relation, r.effective_from, r.basis) for r in rows] == [
        ("Friluftsscenen", "Fritidsudvalget", "transfer", date(2027, 4, 1), Basis.EXPLICIT)
    ]


def test_what_lay_with_a_unit_until_a_day_ended_then() -> None:
    assert _told(read_rows("Kolonihaverne hørte indtil den 31. december 2025 under Vejudvalget.")) == {
        ("Kolonihaverne", "Vejudvalget", None, date(2025, 12, 31))
    }
    assert read_rows("Kolonihaverne hørte indtil kommunesammenlægningen under Vejudvalget.") == ()
