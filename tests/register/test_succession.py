"""Who is next, told in a sentence of its own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.register.papers import rows

NOW, NEXT = "Havnekontoret", "Fritidskontoret"
TOLD = [
    f"Bøjerne efterses i dag af {NOW}. Fra 1. maj 2027 er det {NEXT}.",
    f"Bøjerne efterses i dag af {NOW}. Fra 1. maj 2027 bliver det {NEXT}, der står for det.",
    f"I dag er det {NOW}, der efterser bøjerne. Fra 1. maj 2027 overtager {NEXT} opgaven.",
    f"Bøjerne efterses indtil 1. maj 2027 af {NOW}. Derefter overtager {NEXT}.",
    f"{NOW} passer bøjerne. Fra 1. maj 2027 er det {NEXT}, som passer bøjerne.",
    f"Bøjerne: hidtil {NOW}. Fra 1. maj 2027 er det {NEXT}, der låser op.",
    f"I dag er det {NOW}, der efterser bøjerne. Fra 1. maj 2027 efterser i stedet {NEXT}.",
    f"Hidtil har {NOW} efterset bøjerne. Fra 1. maj 2027 er det {NEXT}, der efterser dem.",
]


@pytest.mark.parametrize("text", TOLD)
def test_the_next_holder_takes_over_from_the_first(text: str) -> None:
    moved = [r for r in rows(text) if r.to_unit == NEXT]
    assert [(r.task.lower().removeprefix("efterse "), r.from_unit) for r in moved] == [("bøjerne", NOW)]
    assert moved[0].effective_from == date(2027, 5, 1)


def test_a_task_of_its_own_is_taken_from_nobody() -> None:
    text = f"{NOW} passer bøjerne. Fra 1. maj 2027 er det {NEXT}, der udlejer bådene."
    assert {(r.to_unit, r.from_unit) for r in rows(text)} == {(NOW, ""), (NEXT, "")}


def test_who_goes_on_takes_nothing_over() -> None:
    assert [r.to_unit for r in rows(f"{NOW} passer bøjerne. Fremover er det stadig {NOW}.")] == [NOW]


def test_a_new_paragraph_is_about_something_else() -> None:
    found = rows(f"{NOW} passer bøjerne.\n\nFremover er det {NEXT}.")
    assert not [r for r in found if r.to_unit == NEXT]
