"""Moves and stays told by two places at once, short roles, and what only looks like a task."""

from __future__ import annotations

from datetime import date

import pytest

from core.danish.dates import find_dates
from core.schema import Basis
from tests.register.papers import one, rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bådpuljen uddeles fremover ikke længere af Havneudvalget, men af Kulturudvalget.",
         ("transfer", "Bådpuljen", "Havneudvalget", "Kulturudvalget")),
        ("Fakturaarkivet udgår af Havneforvaltningen og indgår i Økonomiforvaltningen.",
         ("transfer", "Fakturaarkivet", "Havneforvaltningen", "Økonomiforvaltningen")),
        ("De ældste broer bliver derimod, hvor de er, i Havneafdelingen, fordi de er slidte.",
         ("keep", "De ældste broer", "", "Havneafdelingen")),
        ("Indtil kranen er flyttet, sidder Havneafdelingen fortsat med kransagerne.",
         ("keep", "kransagerne", "", "Havneafdelingen")),
        ("Det blev aftalt, at udlån af kajakker er Fritidsafdelingens bord.",
         ("assign", "udlån af kajakker", "", "Fritidsafdelingen")),
        ("Havnebladet udkommer to gange om året med Havnesekretariatet som redaktør.",
         ("assign", "Havnebladet", "", "Havnesekretariatet")),
        ("Fyrsynet, som tidligere blev udført af de enkelte fyrvagter, overgår til en konsulent i Havneafdelingen.",
         ("transfer", "Fyrsynet", "De enkelte fyrvagter", "Havneafdelingen")),
    ],
)  # fmt: skip
def test_two_places_and_short_roles(text: str, told: tuple[str, str, str, str]) -> None:
    row = one(text)
    assert (row.relation, row.task, row.from_unit, row.to_unit) == told


@pytest.mark.parametrize(
    "text",
    [
        "Byen står over for meget: flere skibe og en havnereform, der flytter opgaver til regionen.",
        "Havneafdelingen har regnet på tallet og vurderer det som rimeligt.",
        "Boligforeningerne skal selv sørge for, at cyklerne fjernes.",
        "Det overvejes, om Havneafdelingen fortsat har kontrakten med færgen.",
    ],
)
def test_nobody_here_gets_a_task(text: str) -> None:
    assert rows(text) == ()


def test_those_who_name_members_do_not_own_the_body() -> None:
    row = one("Der nedsættes et havneudvalg med 7 medlemmer, heraf 3 udpeget af kommunalbestyrelsen.")
    assert (row.relation, row.to_unit) == ("create", "")


def test_likewise_copies_the_move_just_before() -> None:
    text = "Kranerne flyttes fra Havneudvalget til Teknikudvalget den 1. maj 2026. Det samme gælder slæbestederne."
    row = next(r for r in rows(text) if "slæbe" in r.task)
    assert (row.from_unit, row.to_unit, row.effective_from) == ("Havneudvalget", "Teknikudvalget", date(2026, 5, 1))


def test_likewise_copies_nothing_of_rules() -> None:
    text = "Kranerne flyttes fra Havneudvalget til Teknikudvalget. Det samme gælder for ansøgninger om tilskud."
    assert [r.task for r in rows(text)] == ["Kranerne"]


def test_who_has_it_today_is_no_owner_beside_the_next() -> None:
    text = (
        "Sejlerskolen drives i dag af en frivillig forening. Når aftalen ophører ved udgangen af 2027, hjemtages "
        "driften til Fritidsafdelingen."
    )
    row = one(text)
    assert (row.task, row.from_unit, row.to_unit) == ("Sejlerskolen", "En frivillig forening", "Fritidsafdelingen")


def test_the_day_of_a_second_act_is_not_the_first_ones() -> None:
    row = one("Havnegruppen ledes af Havnesekretariatet og kommer med et forslag senest 1. april 2027.")
    assert (row.effective_from, row.basis) == (None, Basis.NONE)


@pytest.mark.parametrize(
    ("words", "last"),
    [("inden jul 2025", date(2025, 12, 23)), ("senest 12. jul 2025", date(2025, 7, 12))],
)
def test_christmas_is_no_month(words: str, last: date) -> None:
    (day,) = find_dates(words)
    assert day.last == last
    assert find_dates("Sagen tages op efter jul i udvalget", date(2025, 1, 1)) == []


def test_the_chair_of_each_listed_body_is_nobodys_task() -> None:
    text = (
        "Der nedsættes følgende udvalg:\n1. Udvalget for Havn\n2. Udvalget for Broer\n"
        "Udvalgenes medlemmer vælges for fire år. Udvalget vælger selv sin formand."
    )
    assert not [r for r in rows(text) if r.task.startswith("valg")]


def test_until_then_is_told_with_its_end() -> None:
    text = (
        "Efter reformen overdrager kommunen redningsbådene til Region Fjordland den 1. januar 2027. "
        "Indtil da har Havneudvalget fortsat ansvaret for begge dele."
    )
    moved, kept = rows(text)
    assert (moved.task, moved.to_unit, moved.effective_from) == ("redningsbådene", "Region Fjordland", date(2027, 1, 1))
    assert (kept.relation, kept.task, kept.to_unit, kept.until) == (
        "keep", "redningsbådene", "Havneudvalget", date(2026, 12, 31),
    )  # fmt: skip


def test_until_then_holds_nothing_where_no_move_is_told() -> None:
    assert rows("Havnen er gammel. Indtil da har Havneudvalget fortsat ansvaret for begge dele.") == ()
