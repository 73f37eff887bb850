"""A body that is set up has the task it is set up for."""

from __future__ import annotations

import pytest

from tests.register.papers import rows


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Der nedsættes et molepanel med fem medlemmer, som skal vurdere forslag til kunst.", "Et molepanel"),
        ("En arbejdsgruppe nedsættes i maj for at vurdere forslag til kunst.", "En arbejdsgruppe"),
        (
            "Der oprettes en havnegruppe med det formål at vurdere forslag til kunst, og den mødes i maj.",
            "En havnegruppe",
        ),
    ],
)
def test_a_body_made_has_what_it_is_made_for(text: str, owner: str) -> None:
    assert ("vurdere forslag til kunst", owner) in {(r.task, r.to_unit) for r in rows(text)}


@pytest.mark.parametrize(
    "text",
    ["Der nedsættes en havnegruppe, som skal mødes to gange.", "Der nedsættes en havnegruppe, der ledes af formanden."],
)
def test_a_body_without_a_purpose_has_no_task(text: str) -> None:
    assert not [r for r in rows(text) if "havnegruppe" in r.to_unit]


def test_that_task_is_named_by_the_row_before() -> None:
    text = "Havnekontoret står for kranvagten. Fra 1. maj 2027 overgår den opgave til Driftsgården."
    assert [r.task for r in rows(text) if r.to_unit == "Driftsgården"] == ["kranvagten"]
    assert not rows("Fra 1. maj 2027 overgår den opgave til Driftsgården.")
    far = "Havnekontoret står for kranvagten. Filtrene skal skiftes. Siden overgår den opgave til Driftsgården."
    assert "kranvagten" not in {r.task for r in rows(far) if r.to_unit == "Driftsgården"}
