"""What units give away, and what a move leaves behind for a while."""

from __future__ import annotations

from datetime import date

from core.schema import Basis
from tests.register.papers import one, rows

_LIST = (
    "Arbejdet med turister samles hos Erhvervsudvalget pr. 1. maj 2026. Det betyder, at\n\n"
    "- Kulturudvalget afgiver turistkontoret\n\n"
    "- billetkontorets samlede opgaver følger med fra Havneudvalget, bortset fra fyrtårnene, som først flytter, når "
    "tårnene er sat i stand, forventeligt i 2028."
)


def test_points_give_away_to_the_receiver_of_the_lead_in() -> None:
    found = {r.task: (r.from_unit, r.to_unit, r.effective_from) for r in rows(_LIST)}
    day = date(2026, 5, 1)
    assert found["turistkontoret"] == ("Kulturudvalget", "Erhvervsudvalget", day)
    assert found["billetkontorets samlede opgaver"] == ("Havneudvalget", "Erhvervsudvalget", day)


def test_what_moves_later_is_a_move_of_its_own() -> None:
    later = next(r for r in rows(_LIST) if r.task == "fyrtårnene")
    assert (later.from_unit, later.to_unit) == ("Havneudvalget", "Erhvervsudvalget")
    assert (later.effective_from, later.basis) == (date(2028, 1, 1), Basis.EXPECTED)
    assert later.conditions == ("når tårnene er sat i stand",)
    others = [r for r in rows(_LIST) if r.task != "fyrtårnene"]
    assert not any("2028" in c for r in others for c in r.conditions)


def test_the_task_given_away_is_told_in_the_clause_before() -> None:
    row = one("Havneudvalget, der hidtil har haft ansvaret for broerne, afgiver opgaven til Teknikudvalget.")
    assert (row.task, row.from_unit, row.to_unit) == ("broerne", "Havneudvalget", "Teknikudvalget")


def test_to_give_an_answer_gives_nothing_away() -> None:
    assert rows("Havneudvalget afgiver en udtalelse til Teknikudvalget.") == ()


def test_outside_a_list_nobody_receives() -> None:
    text = "Turismen samles hos Erhvervsudvalget. Kulturudvalget afgiver festugen."
    assert "festugen" not in {r.task for r in rows(text)}
