"""A task beside its owner in one short line."""

from __future__ import annotations

import pytest

from register.forms.colon_owners import is_task
from tests.register.papers import rows

FOUND = [
    ("Forplejning: Det Kommunale Køkken. Det tager to timer.", "Forplejning", "Det Kommunale Køkken"),
    (
        "Flytning af bøjer – Havneholdet er nævnt.\n\n- Flytning af bøjer – Sejlværkstedet",
        "Flytning af bøjer",
        "Sejlværkstedet",
    ),
    ("Vi har aftalt det her.\n\nVask af sejl ......... skolens ledelse.", "Vask af sejl", "Skolens ledelse"),
    ("Eftersyn af moler (ansv.: Driftsgården).", "Eftersyn af moler", "Driftsgården"),
    ("Kurser for nye ledere. Ansvarlig: HR.", "Kurser for nye ledere", "HR"),
    ("Tovholder for nødvarme: Kommunale Ejendomme.", "nødvarme", "Kommunale Ejendomme"),
    ("Evaluering af øvelsen: beredskabschefen indkalder.", "Evaluering af øvelsen", "Beredskabschefen"),
]
NOTHING = [
    "Til stede: Borgmesteren",
    "Høring: Ældrerådet",
    "Oplæg om havnen: Havnechefen",
    "Forvaltning: Teknikforvaltningen",
    "Fornyelse af havnen: Husejerne bestemmer farven.",
    "Næste møde: 3. maj. Ordstyrer: ungechefen.",
    "Bilag: Notat om moler",
    "Vask af sejl: se nedenfor",
]


@pytest.mark.parametrize(("text", "task", "owner"), FOUND)
def test_the_task_and_its_owner(text: str, task: str, owner: str) -> None:
    assert (task, owner) in [(r.task, r.to_unit) for r in rows(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_labels_that_give_nobody_a_task(text: str) -> None:
    assert [(r.task, r.to_unit) for r in rows(text)] == []


def test_what_is_to_be_done() -> None:
    words = ["Rengøring", "Stikprøver på journaler", "Havnen er lukket af isen", "Bilag om moler"]
    assert [is_task(w) for w in words] == [True, True, False, False]
