"""What somebody is entrusted with: tasks that belong to a role, what one may approve, what is lent or handed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.register.papers import rows


@pytest.mark.parametrize(
    ("text", "owner", "task"),
    [
        ("Til havnefogedens opgaver hører tilsyn med kajen.", "Havnefogeden", "tilsyn med kajen"),
        ("I centerlederens opgaver indgår også kontakten til naboerne.", "Centerlederen", "kontakten til naboerne"),
        ("Centerlederen er bemyndiget til at leje både.", "Centerlederen", "leje både"),
        ("Pladsanvisningen har fået i opdrag at tælle både.", "Pladsanvisningen", "tælle både"),
        ("Museet stiller lokaler til rådighed for sejlerne.", "Museet", "stille lokaler til rådighed for sejlerne"),
        ("Souschefen er stedfortræder for centerlederen.", "Souschefen", "stedfortræder for centerlederen"),
        ("Planen er, at Sejlhuset fra 2028 har ledelsen af festugen.", "Sejlhuset", "ledelsen af festugen"),
        ("Den nye kaj er overdraget til drift i Havnekontoret.", "Havnekontoret", "Den nye kaj"),
        ("For små både er den årlige kontrol dog samlet i Havnekontoret.", "Havnekontoret", "den årlige kontrol"),
    ],
)
def test_who_is_entrusted_has_the_task(text: str, owner: str, task: str) -> None:
    assert [(r.to_unit, r.task) for r in rows(text)] == [(owner, task)]


@pytest.mark.parametrize(
    "text",
    [
        "Havnefogeden er ikke bemyndiget til at leje både.",
        "Borgeren stiller både til rådighed for sejlerne.",
        "Foreningen har i brev af 8. juni gjort gældende, at Museet er stedfortræder for Havnekontoret.",
    ],
)
def test_what_is_denied_or_a_citizen_s_is_none(text: str) -> None:
    assert rows(text) == ()


def test_a_chair_named_with_the_body_has_its_own_row() -> None:
    made = rows("Der nedsættes en havnegruppe med teknisk chef som formand.")
    assert {(r.task, r.to_unit) for r in made} == {
        ("en havnegruppe", ""),
        ("formand for en havnegruppe", "Teknisk chef"),
    }
    told = rows("Kajen ejes af kajgruppen, der har teknisk direktør som formand.")
    assert ("formand for kajgruppen", "Teknisk direktør") in {(r.task, r.to_unit) for r in told}


def test_whom_one_keeps_is_no_task() -> None:
    assert rows("Det er hensigten, at hver institution bevarer en kendt kontaktperson.") == ()


@given(
    st.lists(st.sampled_from(["kontrol", "rengøring", "snerydning", "udlejning"]), min_size=1, max_size=4, unique=True)
)
def test_every_task_listed_belongs_to_the_role(tasks: list[str]) -> None:
    listed = ", ".join(tasks[:-1]) + (" og " if len(tasks) > 1 else "") + tasks[-1]
    found = rows(f"Til havnefogedens opgaver hører {listed}.")
    assert {r.to_unit for r in found} == {"Havnefogeden"}
    assert set(tasks) == {w for r in found for w in r.task.replace(",", "").split() if w != "og"}
