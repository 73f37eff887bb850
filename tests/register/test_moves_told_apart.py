"""Who gets a thing and who had it, on which day, and what is no task at all."""

from __future__ import annotations

from datetime import date

import pytest

from register.names.unit_names import same_unit, whole_names
from tests.register.papers import facts, one, register, rows
from tests.register.papers import paper as text_of


def test_hertil_is_the_unit_that_opens_the_paragraph() -> None:
    text = (
        "Center for Natur og Sti får kildeparken. Bådene flyttes hertil fra Center for Sejlads.\n\n"
        "Center for Havn, Strand og Kaj får mole, ral og fyr. Saunaer og badebroer, der i dag drives af Center for "
        "Leg og Sport, flyttes hertil den 1. maj 2027."
    )
    row = next(r for r in rows(text) if r.task.startswith("Saunaer"))
    assert (row.from_unit, row.to_unit) == ("Center for Leg og Sport", "Center for Havn, Strand og Kaj")
    assert row.effective_from == date(2027, 5, 1)
    boats = next(r for r in rows(text) if r.task == "Bådene")
    assert (boats.from_unit, boats.to_unit) == ("Center for Sejlads", "Center for Natur og Sti")


def test_who_has_it_today_is_the_giver() -> None:
    text = (
        "Der oprettes en ny enhed, Kystens Ejendomme, under direktøren for Vand og Vej. Enheden får fra den "
        "1. april 2027 den tekniske drift af fyrene, som i dag løses af Havnekontoret."
    )
    row = next(r for r in rows(text) if "fyrene" in r.task)
    assert (row.from_unit, row.to_unit) == ("Havnekontoret", "Kystens Ejendomme")


def test_each_stage_has_its_own_day() -> None:
    text = (
        "Etape 1 træder i kraft den 1. januar 2027 sammen med den nye vedtægt. Fra den dato hører fyrene til "
        "Havneudvalget.\n\n"
        "Etape 2 træder i kraft den 1. august 2027. Saltlageret flyttes fra Vejudvalget til Havneudvalget.\n\n"
        "Etape 3 træder i kraft den 1. januar 2028. Bådpladserne overgår til Fritidsudvalget."
    )
    days = {r.task: (r.effective_from, r.relation) for r in rows(text)}
    assert days["fyrene"] == (date(2027, 1, 1), "assign")
    assert days["Saltlageret"][0] == date(2027, 8, 1)
    assert days["Bådpladserne"][0] == date(2028, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Under arbejdet har det været foreslået, at fyrene skulle lægges under Havneudvalget.",
        "Det har undervejs været overvejet, at Havneudvalget overtager fyrene.",
        "Der har været drøftet, at fyrene flyttes til Havneudvalget.",
        "Havnekontoret tager sig af det, man kan se fra kajen.",
        "Center for Havn og Center for Sti lægges sammen den 1. maj 2027.",
        "Otte montører flytter til Havnekontoret.",
    ],
)
def test_no_rows(text: str) -> None:
    assert not rows(text)


def test_a_name_with_og_is_not_split() -> None:
    text = (
        "Hegn og Sti har i dag rydning af alle stier. Åteamet planlægger oprensningen, og selve arbejdet udføres af "
        "Hegn og Sti, bortset fra molen."
    )
    owners = {(r.task, r.to_unit) for r in rows(text)}
    assert ("oprensningen", "Åteamet") in owners
    assert not {task for task, _ in owners} & {"Sti", "selve arbejdet udføres af Hegn"}


def test_any_unit_is_no_unit() -> None:
    text = (
        "Center for Havn leder arbejdet. Kommer en enhed bagud to gange, udarbejder lederen af enheden en lokal plan."
    )
    assert "Center for Havn" not in {r.to_unit.removeprefix("Lederen af ") for r in rows(text) if "plan" in r.task}


def test_until_then_has_a_last_day() -> None:
    found = rows(
        "Driften af broen går over til Brolauget A/S den 1. januar 2027. Frem til da er det Driftsgården, "
        "der bemander broen."
    )
    assert {r.to_unit: r.until for r in found}["Driftsgården"] == date(2026, 12, 31)


def test_today_ends_where_the_next_sentence_moves_it() -> None:
    found = rows("Fyret ligger i dag i Havnekontoret. Det overtages af Kystudvalget den 1. maj 2027.")
    assert {r.to_unit: r.until for r in found}["Havnekontoret"] == date(2027, 4, 30)


def test_offices_of_other_kinds_are_other_units() -> None:
    assert not same_unit("Havnekontoret", "Havnesekretariatet")
    book = register(
        text_of("Havnekontoret driver fyret.", name="a.txt"),
        text_of("Havnesekretariatet skriver planen.", name="b.txt"),
    )
    assert {r.to_unit for r in book.responsibilities()} == {"Havnekontoret", "Havnesekretariatet"}


def test_a_company_is_not_its_director() -> None:
    assert not whole_names({"Åby Vand A/S", "Direktøren for Åby Vand A/S"})


def test_the_body_a_place_is_under_gets_no_task() -> None:
    assert one("Kystvagten samles i Havnelauget, som hører under Teknikudvalget.").to_unit == "Havnelauget"
    assert facts("Kystvagten samles i Havnelauget, som hører under Teknikudvalget.").units


def test_the_staff_that_goes_along_is_no_task() -> None:
    row = one("Ved flytningen af kajakhallen følger 14 årsværk med til Fritidsforvaltningen.")
    assert (row.task, row.to_unit, row.fte) == ("kajakhallen", "Fritidsforvaltningen", 14.0)
