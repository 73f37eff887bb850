"""What is left out of the day on which all changes begin."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from tests.register.papers import rows

_GENERAL = (date(2031, 1, 1), Basis.GENERAL_CLAUSE)
_MOVES = (
    "Havnekajerne flyttes fra Havneudvalget til Kystudvalget. Bøjerne flyttes fra Havneudvalget til Kystudvalget. "
    "Tilsyn med broer og moler flyttes fra Havneudvalget til Kystudvalget."
)


def _days(text: str) -> dict[str, tuple[date | None, Basis]]:
    return {r.task: (r.effective_from, r.basis) for r in rows(text)}


@pytest.mark.parametrize(
    "clause",
    [
        "Ændringerne træder i kraft den 1. januar 2031, dog først den 1. april 2031 for havnekajerne.",
        "Ændringerne træder i kraft den 1. januar 2031. For havnekajerne sker det dog først den 1. april 2031.",
    ],
)
def test_one_thing_has_another_day_than_all(clause: str) -> None:
    days = _days(f"{clause}\n\n{_MOVES}")
    assert days["Havnekajerne"] == (date(2031, 4, 1), Basis.EXPLICIT)
    assert days["Bøjerne"] == _GENERAL


def test_points_that_are_left_out_tell_their_own_days() -> None:
    days = _days(
        f"{_MOVES}\n\nÆndringerne træder i kraft den 1. januar 2031, medmindre andet følger.\n\nUndtaget er:\n\n"
        "- Bøjerne, der samles i to trin.\n\n"
        "- Havnekajerne, der overgår senest den 1. april 2031.\n\n"
        "- Molerne, hvor overgangen afventer en byggesag. Den ventes at ske i 2. halvår 2031.\n"
    )
    assert days["Bøjerne"] == (None, Basis.NONE)
    assert days["Havnekajerne"] == (date(2031, 4, 1), Basis.DEADLINE)
    assert {task: days[task] for task in days if task.endswith("moler")} == {
        "Tilsyn med moler": (date(2031, 7, 1), Basis.EXPECTED)
    }
    assert days["Tilsyn med broer"] == _GENERAL


def test_what_is_agreed_on_or_told_as_coming_begins_on_the_general_day() -> None:
    days = _days(
        "Partierne er enige om,\nat bøjerne drives af Kystudvalget.\nat bådpuljen på 2 mio. kr. administreres af "
        "Kystudvalget. Puljen hører i dag under Havneudvalget.\nat havnekajerne fortsat drives af Havneudvalget.\n\n"
        "Isvagten varetages fremover af Havneudvalget. Kiosken varetages af Havneudvalget.\n\n"
        "Ændringerne træder i kraft den 1. januar 2031."
    )
    assert days["bøjerne"] == days["bådpuljen"] == days["Isvagten"] == _GENERAL
    assert days["havnekajerne"][0] is days["Kiosken"][0] is None


def test_who_has_it_today_may_be_told_afterwards() -> None:
    text = "Bådpuljen administreres fremover af Kystudvalget. Puljen hører i dag under Havneudvalget."
    assert [(r.task, r.from_unit, r.to_unit) for r in rows(text)] == [("Bådpuljen", "Havneudvalget", "Kystudvalget")]


def test_a_day_proposed_for_a_case_is_that_of_what_comes_in_it() -> None:
    case = (
        "Punkt {n}. {what}\n\nSagsfremstilling: Forvaltningen foreslår, at {what} fremover passes af Havnekontoret.\n\n"
        "Indstilling: At forslaget godkendes{when}.\n\nBeslutning: Godkendt.\n\n"
    )
    days = _days(
        case.format(n=1, what="isvagten", when=", og at den får virkning fra den 1. maj 2031")
        + case.format(n=2, what="kiosken", when="")
        + case.format(n=3, what="bøjerne", when="")
    )
    assert days == {
        "isvagten": (date(2031, 5, 1), Basis.GENERAL_CLAUSE),
        "kiosken": (None, Basis.NONE),
        "bøjerne": (None, Basis.NONE),
    }
