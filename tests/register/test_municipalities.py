"""What one municipality calls its committees holds in its own papers only."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Document
from register.register import Register
from tests.register.papers import paper, register

NORTH = """Nordby Kommune

Vej- og Parkudvalget får navnet Vej-, Park- og Havneudvalget (VPH) fra den 1. januar 2032.

Lystbådehavnen flyttes fra Kulturudvalget til Vej- og Parkudvalget (VPU) den 1. januar 2032.

Nordby Kommune, Din Nære Indgang (DNI) svarer telefonen. Nordby Kommune har tre havne."""
WEST = """Vestby Kommune

Badesøen flyttes fra Fritidsudvalget til Vej- og Parkudvalget den 1. maj 2032.

Vestby Kommune har en sø. Vestby Kommune har et badehus."""
NOBODYS = "Skøjtebanen flyttes fra Fritidsudvalget til Vej- og Parkudvalget den 1. juni 2032."
NEW = "Vej-, Park- og Havneudvalget"
OLD = "Vej- og Parkudvalget"
LATE = date(2033, 1, 1)


def papers(*texts: str) -> list[Document]:
    return [paper(text, name=f"{n}.txt", day=date(2031, 5, 3)) for n, text in enumerate(texts)]


def current(held: Register, task: str) -> str:
    (row,) = held.responsibilities(task=task)
    return row.to_current_name


def test_a_renaming_holds_in_the_papers_of_its_own_municipality() -> None:
    held = register(*papers(NORTH, WEST))
    assert (current(held, "lystbådehavnen"), current(held, "badesøen")) == (NEW, OLD)


def test_a_paper_that_names_no_municipality_is_its_own_where_there_are_several() -> None:
    assert current(register(*papers(NORTH, WEST, NOBODYS)), "skøjtebanen") == OLD


def test_a_paper_that_names_no_municipality_goes_with_the_only_one_there_is() -> None:
    assert current(register(*papers(NORTH, NOBODYS)), "skøjtebanen") == NEW


def test_a_name_on_a_day_is_that_of_the_papers_municipality() -> None:
    north, west = papers(NORTH, WEST)
    held = register(north, west)
    assert held.name_on(OLD, LATE, north.id) == NEW
    assert held.name_on(OLD, LATE, west.id) == OLD
    assert held.name_on(OLD, LATE) == OLD  # whose is not said, and they differ
    assert held.name_on("Kulturudvalget", LATE) == "Kulturudvalget"


def test_the_state_of_a_day_bears_the_name_of_its_own_municipality() -> None:
    held = register(*papers(NORTH, WEST))
    assert {s.owner for s in held.states(LATE, "badesøen")} == {OLD}
    assert {s.owner for s in held.states(LATE, "lystbådehavnen")} == {NEW}


def test_rows_of_a_new_name_are_those_of_the_municipality_that_gave_it() -> None:
    held = register(*papers(NORTH, WEST))
    assert [row.task for row in held.responsibilities(unit=NEW)] == ["Lystbådehavnen"]
    assert {row.task for row in held.responsibilities(unit=OLD)} == {"Lystbådehavnen", "Badesøen"}


def test_like_tasks_of_two_municipalities_are_two_entries() -> None:
    one, two = papers(WEST, WEST.replace("Vestby", "Sydby").replace("Vej- og Parkudvalget", "Havneudvalget"))
    held = register(one, two)
    assert [len(entry.rows) for entry in held.history("badesøen")] == [1, 1]
    assert not any(state.uncertain and "flere" in state.uncertain[-1] for state in held.states(LATE, "badesøen"))


def test_short_forms_belong_to_the_municipality_that_uses_them() -> None:
    units = register(*papers(NORTH, WEST)).units()
    shorts = [unit.abbreviations for unit in units if unit.name == OLD]
    assert sorted(shorts) == [(), ("VPU",)]


@pytest.mark.parametrize("spelt", ["Solbaek", "SOLBÆK"])
def test_a_name_without_its_letters_is_the_same_municipality(spelt: str) -> None:
    one, two = papers(WEST.replace("Vestby", "Solbæk"), NORTH.replace("Nordby", spelt))
    assert len(set(register(one, two).places().values())) == 1


def test_a_name_that_a_scan_damaged_is_the_same_place() -> None:
    whole = "Bøgesø Kommune\n\nKajen flyttes til Havneudvalget den 1. maj 2032."
    damaged = "Bøgese Kommune\n\nMolen hører under Havneudvalget."
    assert [u.name for u in register(*papers(whole, damaged, WEST)).units()].count("Havneudvalget") == 1


def test_names_that_differ_in_a_plain_letter_are_two_places() -> None:
    one, other = (
        "Nordby Kommune\n\nKajen hører under Havneudvalget.",
        "Nordly Kommune\n\nMolen hører under Havneudvalget.",
    )
    assert [u.name for u in register(*papers(one, other)).units()].count("Havneudvalget") == 2
