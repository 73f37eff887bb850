"""Whose a thing is, told without a verb of work."""

from __future__ import annotations

import pytest

from tests.register.papers import rows

FOUND = [
    ("Bøjepuljen er Havnekontorets.", "Bøjepuljen", "Havnekontoret"),
    ("Bådskabet er kajformandens domæne.", "Bådskabet", "Kajformanden"),
    ("Tilladelser til moler er en sag for Park & Vej.", "Tilladelser til moler", "Park & Vej"),
    ("Slæbesteder forbliver et anliggende for Driftsgården.", "Slæbesteder", "Driftsgården"),
    ("Klager over tov stiles til Havnekontoret.", "Klager over tov", "Havnekontoret"),
    ("Uenighed om tov lander hos kajlederen.", "Uenighed om tov", "Kajlederen"),
    ("Håndtering af tang påhviler fortsat Strandafdelingen.", "Håndtering af tang", "Strandafdelingen"),
    ("Kontakten til fonden går gennem projektlederen.", "Kontakten til fonden", "Projektlederen"),
    ("Påtegningen tager økonomikonsulenten sig af.", "Påtegningen", "Økonomikonsulenten"),
    ("Sejladsplanen bestemmer havnechefen over.", "Sejladsplanen", "Havnechefen"),
    ("Tovholder på Bådnatten bliver museets formidlingsleder.", "Bådnatten", "Museets formidlingsleder"),
]
NOTHING = [
    "Bådskabet er ikke kajformandens domæne.",
    "Bøjepuljen er borgerens.",
    "Håndbogen er Sandby Kommunes.",
    "Breve om tov stiles til Havnekontoret.",
    "I dag er det ingens opgave.",
    "Formanden er museets leder.",
]


@pytest.mark.parametrize(("text", "task", "owner"), FOUND)
def test_whose_it_is(text: str, task: str, owner: str) -> None:
    assert [(r.task, r.to_unit) for r in rows(text)] == [(task, owner)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_nobodys(text: str) -> None:
    assert [(r.task, r.to_unit) for r in rows(text)] == []
