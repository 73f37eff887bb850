"""Lead-ins that give their points an owner, or each point its own day."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from tests.register.papers import rows

LEADS = [
    "Til Havneudvalgets område henhører:",
    "Under Havneudvalget hører:",
    "Havneudvalgets område omfatter:",
    "Havneudvalget har den umiddelbare forvaltning af opgaver på havneområdet, herunder:",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("marks", [("1)", "2)"), ("-", "-"), ("a)", "b)")])
def test_each_point_is_a_task_of_the_committee(lead: str, marks: tuple[str, str]) -> None:
    found = rows(f"{lead}\n\n{marks[0]} moler og sluser\n\n{marks[1]} fiskekasser")
    assert [(r.task, r.to_unit) for r in found] == [
        ("moler og sluser", "Havneudvalget"),
        ("fiskekasser", "Havneudvalget"),
    ]


def test_a_sentence_without_points_gives_none() -> None:
    assert rows("Til Havneudvalgets møde hører:\n\n- et referat\n\n- en dagsorden") == ()


def test_the_receiver_stands_in_the_sentence_before() -> None:
    text = (
        "Ansvaret for kajer flyttes til Havneudvalget. Det indebærer, at følgende opgaver overgår fra Teknikudvalget:"
        "\n\n- moler og sluser\n\n- fiskekasser"
    )
    found = [(r.task, r.from_unit, r.to_unit) for r in rows(text)]
    assert ("moler og sluser", "Teknikudvalget", "Havneudvalget") in found
    assert ("fiskekasser", "Teknikudvalget", "Havneudvalget") in found
    alone = "Følgende opgaver overgår fra Teknikudvalget:\n\n- moler og sluser\n\n- fiskekasser"
    assert not [r for r in rows(alone) if r.to_unit]


def test_each_step_has_its_own_day() -> None:
    text = (
        "Al vask af fiskekasser samles i Havneafdelingen trinvist:\n\n- Nordhavn: 1. maj 2026\n\n"
        "- Sydhavn: forventeligt i løbet af 2027\n\n- Østhavn: afventer"
    )
    steps = [r for r in rows(text) if r.task.startswith("vask: ")]
    assert [(r.task, r.to_unit, r.effective_from, r.basis) for r in steps] == [
        ("vask: Nordhavn", "Havneafdelingen", date(2026, 5, 1), Basis.EXPLICIT),
        ("vask: Sydhavn", "Havneafdelingen", date(2027, 1, 1), Basis.EXPECTED),
    ]
