"""A part of a task with another owner in the same sentence, and roles told by what they are."""

from __future__ import annotations

import pytest

from tests.register.papers import rows


def owners(text: str) -> dict[str, str]:
    return {r.task: r.to_unit for r in rows(text)}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "Broerne passes af Havnekontoret, bortset fra gangbroerne, som Skovteamet står for.",
            "gangbroerne",
            "Broerne",
        ),
        ("Broerne passes af Havnekontoret, dog tager Skovteamet sig af gangbroerne.", "gangbroerne", "Broerne"),
        ("Broerne passes af Havnekontoret, dog vedligeholder Skovteamet gangbroerne.", "gangbroerne", "Broerne"),
    ],
)
def test_the_part_has_its_own_owner(text: str, part: str, whole: str) -> None:
    found = owners(text)
    assert found[part] == "Skovteamet"
    assert found[whole] == "Havnekontoret"


def test_behind_dog_the_next_verb_has_a_subject_of_its_own() -> None:
    found = owners("Havnekontoret passer broerne, dog passer Skovteamet gangbroerne.")
    assert found == {"broerne": "Havnekontoret", "gangbroerne": "Skovteamet"}


def test_what_is_left_out_without_an_owner_is_no_task() -> None:
    found = owners("Broerne passes af Havnekontoret, bortset fra de dage, som Skovteamet har bedt om.")
    assert "Skovteamet" not in found.values()


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("Systemejer er havnechefen.", "Systemejer", "Havnechefen"),
        ("Havnekontoret er kommunens kontaktpunkt for sejlere.", "kommunens kontaktpunkt for sejlere", "Havnekontoret"),
        (
            "Havnekontoret er den ene indgang for sejlere fra den 1. maj 2026.",
            "den ene indgang for sejlere",
            "Havnekontoret",
        ),
        (
            "Havneudvalget har den umiddelbare forvaltning af kommunens moler.",
            "kommunens moler",
            "Havneudvalget",
        ),
    ],
)
def test_roles_are_read(text: str, task: str, owner: str) -> None:
    assert owners(text) == {task: owner}


@pytest.mark.parametrize("text", ["Tovholder er endnu ikke udpeget.", "Bygherre er i den slags sager ejeren selv."])
def test_a_role_nobody_has_gives_no_row(text: str) -> None:
    assert not rows(text)
