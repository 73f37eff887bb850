"""Who is told to have a thing that nobody has decided yet."""

from __future__ import annotations

import pytest

from answer.compose.owner_words import undecided
from core.schema import Basis, Responsibility, Status


def row(status: Status, *conditions: str, basis: Basis = Basis.NONE) -> Responsibility:
    return Responsibility("k", "Molen", "", "", "Havneudvalget", None, basis, status, "d", 0, 5, conditions=conditions)


@pytest.mark.parametrize(
    ("status", "conditions", "told"),
    [
        (Status.DECIDED, ("hvis vandet står højt",), []),
        (Status.PLANNED, (), ["foreslået eller planlagt"]),
        (Status.PLANNED, ("så vidt muligt",), ["foreslået eller planlagt"]),
        (Status.PLANNED, ("hvis Byrådet godkender planen",), ["kun hvis Byrådet godkender planen"]),
        (Status.PLANNED, ("Forvaltningen anbefaler ikke tiltag 2.",), ["foreslået, men anbefales ikke"]),
    ],
)
def test_what_is_not_settled_is_told_so(status: Status, conditions: tuple[str, ...], told: list[str]) -> None:
    assert undecided(row(status, *conditions)) == told


def test_stages_tell_themselves_when() -> None:
    assert undecided(row(Status.PLANNED, basis=Basis.PHASE)) == []
