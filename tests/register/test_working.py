"""Everyday work told in the present: each owner has the words of its own clause, and only one who works has any."""

from __future__ import annotations

import pytest

from tests.register.papers import rows

FOUND = [
    ("Havnekontoret udtager vandprøver hver uge.", "Havnekontoret", "udtage vandprøver"),
    ("Havnekontoret holder øje med afspærringerne.", "Havnekontoret", "holde øje med afspærringerne"),
    ("Fritidskontoret gør status en gang om året.", "Fritidskontoret", "gøre status"),
    ("Borgerservice svarer fra 1. maj 2027 på alle hovednumre.", "Borgerservice", "svare på alle hovednumre"),
    ("Det er Fritidskontoret, som i det daglige ser efter bådene.", "Fritidskontoret", "se efter bådene"),
    ("Ved storm planlægges turen i stedet af kajsekretæren.", "Kajsekretæren", "turen"),
    ("Kajsekretæren skal herefter blot godkende planen.", "Kajsekretæren", "godkende planen"),
    ("Det er Fritidskontoret, der ser efter bådene.", "Fritidskontoret", "se efter bådene"),
    ("Vandprøverne udtager Havnekontoret.", "Havnekontoret", "udtage vandprøverne"),
    ("Samtidig booker Havnekontoret lokaler til kurserne.", "Havnekontoret", "booke lokaler til kurserne"),
    ("Museet skaffer bådene, mens Havnekontoret ordner kajen.", "Museet", "skaffe bådene"),
    ("Museet skaffer bådene, mens Havnekontoret ordner kajen.", "Havnekontoret", "ordne kajen"),
    ("Formalia efterses af kajsekretæren, inden båden sejler.", "Kajsekretæren", "Formalia"),
    ("Pumperne prøvekøres hver måned af pedellerne.", "Pedellerne", "Pumperne"),
    ("Frem til årsskiftet vaskes sejlene af Havnekontoret.", "Havnekontoret", "sejlene"),
    ("Ring til Bådkontoret, som også fører listen over tov.", "Bådkontoret", "føre listen over tov"),
    ("Ring til Havnekontoret, som altid skal finde en afløser.", "Havnekontoret", "finde en afløser"),
    ("Det centrale køkken leverer saft.", "Det centrale køkken", "saft"),
    ("Sejlrådgivningen opsøger de nye sejlere.", "Sejlrådgivningen", "opsøge de nye sejlere"),
    ("Havnekontoret foretager i maj og juni eftersyn af kajen.", "Havnekontoret", "foretage eftersyn af kajen"),
    ("Havnekontoret gennemgår frem til januar alle pladser.", "Havnekontoret", "gennemgå alle pladser"),
    ("Trøst ydes efter ulykker af regionens faste beredskab.", "Regionens faste beredskab", "Trøst"),
]
NOTHING = [
    "Borgerne udtager vandprøver hver uge.",
    "Byrådet skaffer bådene.",
    "Tallet dækker over store forskelle.",
    "Hvis Havnekontoret booker lokaler, falder prisen.",
    "Havnekontoret lægger vægt på orden i kajens kroge.",
    "Havnekontoret skaffer ikke bådene.",
    "Ring til Havnekontoret, som tager imod.",
    "Kassen sendes ud af kommunen.",
    "På mødet foretages der valg af formand.",
    "På mødet gennemføres en drøftelse af kajsekretærens plan.",
    "Ring til Havnekontoret, som dækker alle tre kajer.",
]


@pytest.mark.parametrize(("text", "owner", "task"), FOUND)
def test_who_works_has_the_task(text: str, owner: str, task: str) -> None:
    found = [(r.to_unit, r.task) for r in rows(text)]
    assert [t for o, t in found if o == owner and t.lower().startswith(task.lower())], found


def test_each_clause_is_its_own() -> None:
    found = {r.to_unit: r.task for r in rows("Museet skaffer bådene, mens Havnekontoret ordner kajen.")}
    assert found == {"Museet": "skaffe bådene", "Havnekontoret": "ordne kajen"}


@pytest.mark.parametrize("text", NOTHING)
def test_no_work_gives_nobody_a_task(text: str) -> None:
    assert [(r.to_unit, r.task) for r in rows(text)] == []
