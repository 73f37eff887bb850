"""Owners whose verb stands further off, and everyday verbs."""

from __future__ import annotations

from datetime import date

import pytest

from tests.register.papers import facts, one, rows


@pytest.mark.parametrize(
    ("text", "owner", "task"),
    [
        ("Projektlederen, der ansættes i staben, står for mødeplanen.", "Projektlederen", "mødeplanen"),
        ("Vej og Park i Teknikforvaltningen sørger for skiltene.", "Vej og Park", "skiltene"),
        ("Indtil da er Vej og Park ansvarlig for såvel skilte som bænke.", "Vej og Park", "skilte og bænke"),
        ("Stab og Udvikling udfærdiger en årlig status.", "Stab og Udvikling", "en årlig status"),
        ("Vejledning ydes til og med 30. juni 2026 af Havnekontoret.", "Havnekontoret", "Vejledning"),
        ("Et fælles stabsteam betjener museerne.", "Et fælles stabsteam", "betjening af museerne"),
        ("Havnekontoret, som ligger ved kajen, udarbejder en bådplan.", "Havnekontoret", "en bådplan"),
        ("Klager modtages og vurderes fortsat af Modtagelsen i Nyby.", "Modtagelsen", "Klager"),
        (
            "Udgifter til flytning, anslået 850.000 kr., afholdes af Havnekontoret.",
            "Havnekontoret",
            "Udgifter til flytning",
        ),
        ("Vagtplanen, som i dag laves centralt, lægges ud til de enkelte teams.", "De enkelte teams", "Vagtplanen"),
        ("Klinikken lukkes ikke, men hører fremover under Område Øst i Plejen.", "Område Øst", "Klinikken"),
        ("Byfesten føres således videre i Kulturudvalget.", "Kulturudvalget", "Byfesten"),
    ],
)
def test_the_owner_is_found(text: str, owner: str, task: str) -> None:
    assert (owner, task) in [(r.to_unit, r.task) for r in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ribe og Tønder samler mange gæster.",
        "Regnen, der faldt i maj, står for en del af skaden.",
        "Det betyder, at Skagen inden sommer fylder mere.",
        "Indtil da er Aarhus og Odense lige store.",
    ],
)
def test_places_and_things_own_nothing(text: str) -> None:
    assert rows(text) == ()


def test_new_year_is_a_day() -> None:
    text = "Fra nytår overtager Havnekontoret i Nyby udlejningen af både fra Bådudlejningsdepotet."
    (row,) = facts(text, day=date(2025, 9, 9)).responsibilities
    assert (row.task, row.from_unit) == ("udlejningen af både", "Bådudlejningsdepotet")
    assert row.effective_from == date(2026, 1, 1)


def test_the_act_before_names_the_task() -> None:
    text = "Behandlingen af klager indgår ikke i flytningen. Opgaven løses fortsat af Havnekontoret."
    assert one(text).task == "Behandlingen af klager"
    assert one("Udvalget bad om en evaluering. Den udføres af Havnekontoret.").task == "evaluering"


def test_a_body_is_placed_where_its_clause_says() -> None:
    text = "Der etableres et byteam på to årsværk, som organisatorisk indplaceres i PPR. Det ledes af lederen af PPR."
    made = next(r for r in rows(text) if r.relation == "create")
    assert made.to_unit == "PPR"


def test_this_department_is_the_one_of_the_heading() -> None:
    text = "Afdelingen for Havn og Strand\n\nKajer og moler hører under denne afdeling."
    assert ("Afdelingen for Havn og Strand", "Kajer og moler") in [(r.to_unit, r.task) for r in rows(text)]


def test_a_pronoun_is_the_unit_that_opens_the_sentence_before() -> None:
    text = "Styregruppen mødes hver sjette uge. Den godkender budget og tidsplan."
    assert [(r.to_unit, r.task) for r in rows(text)] == [("Styregruppen", "godkendelse af budget og tidsplan")]


def test_a_pronoun_of_another_gender_or_place_is_nobody() -> None:
    assert rows("Styregruppen mødes hver sjette uge. Det udarbejder en plan.") == ()
    assert rows("Planen drøftes med styregruppen. Den fastsætter tre mål.") == ()


def test_later_verbs_keep_the_subject_over_its_clause() -> None:
    text = "Projektlederen, der ansættes i staben, står for mødeplanen og udarbejder statusrapporter."
    assert {"mødeplanen", "statusrapporter"} <= {r.task for r in rows(text)}


def test_here_is_the_unit_of_the_heading() -> None:
    text = "Afdelingen for Havn og Strand\n\nHer samles kajer, moler og badebroer. "
    text += "Klager over larm behandles ligeledes her."
    assert {(r.to_unit, r.task) for r in rows(text)} == {
        ("Afdelingen for Havn og Strand", task) for task in ("kajer", "moler", "badebroer", "Klager over larm")
    }
    assert rows("Baggrund\n\nHer samles kajer og moler.") == ()
