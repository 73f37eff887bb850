"""Names of units that a scan has cut apart."""

from __future__ import annotations

import pytest

from tests.register.papers import facts, rows

_NAMED = "Havne- og Fritidsudvalget holder møde i maj. "


@pytest.mark.parametrize(
    "damaged", ["Hav ne- og Fritidsudvalget", "Havn e- og Fritidsudvalget", "Havne- og Fritids udvalget"]
)
def test_a_cut_name_is_the_one_named_elsewhere(damaged: str) -> None:
    (row,) = rows(f"{_NAMED}{damaged} fordeler fortsat bådpladserne til og med 2027.")
    assert row.to_unit == "Havne- og Fritidsudvalget"


def test_the_end_of_a_longer_name_may_be_a_unit_of_its_own() -> None:
    found = facts(f"{_NAMED}Tidligere hed det Skole- og Fritidsudvalget. Fritidsudvalget fordeler bådpladserne.")
    assert [r.to_unit for r in found.responsibilities] == ["Fritidsudvalget"]
