"""Owners known by their place: roles and companies, bodies with their tasks beside them, labels, lists."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from register.names.units import read_units
from tests.register.papers import facts, rows


def tasks(text: str) -> set[tuple[str, str]]:
    return {(r.task, r.to_unit) for r in rows(text)}


def units(text: str) -> set[str]:
    return {u.name for u in read_units("d", text).units}


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("Vintertjenesten udføres af entreprenøren.", "Vintertjenesten", "Entreprenøren"),
        ("Havnebussen vil blive drevet af MOVIA.", "Havnebussen", "MOVIA"),
        ("Tilsynet varetages af teamlederne i hjemmeplejen.", "Tilsynet", "Teamlederne i hjemmeplejen"),
        ("Rengøringen vil blive løftet i fællesskab mellem enhederne.", "Rengøringen", "Enhederne"),
        ("Klinikkerne varetager visiterede sårbehandlinger.", "visiterede sårbehandlinger", "Klinikkerne"),
        ("Desuden overtager politiet vagten ved havnen.", "vagten ved havnen", "Politiet"),
        ("Strand & Skov, ledet af en enhedschef, står også for driften af badebroer.", "badebroer", "Strand & Skov"),
        ("Det påhviler lederne i kredsene at holde planen ajour.", "holde planen ajour", "Lederne i kredsene"),
        (
            "Et team af to gartnere og en biolog varetager plejen af enge.",
            "plejen af enge",
            "Et team af to gartnere og en biolog",
        ),
    ],
)
def test_roles_and_companies_are_owners_where_only_one_who_does_the_work_can_stand(
    text: str, task: str, owner: str
) -> None:
    assert (task, owner) in tasks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Transporten står for 30 procent af udledningen.",
        "Desuden overtager byen gerne ansvaret.",
        "Planen har ansvaret for intet.",
        "Det drives af lyst.",
    ],
)
def test_what_only_looks_like_an_owner_gives_no_row(text: str) -> None:
    assert not rows(text)


def test_a_municipality_that_took_something_over_is_its_owner_from_that_year() -> None:
    (row,) = rows("Nordby Kommune overtog i 2009 svømmehallen på Havnevej.")
    assert (row.relation, row.task, row.to_unit) == ("transfer", "svømmehallen på Havnevej", "Nordby Kommune")
    assert row.effective_from == date(2009, 1, 1)


def test_tasks_in_brackets_behind_a_body_are_its_own_under_the_general_date() -> None:
    text = (
        "Fra 1. januar 2030 får kommunen tre nye udvalg.\n\n"
        "Fritidsudvalget (uændrede opgaver) formand: (A)\n\n"
        "Kyst og havneudvalg: (lystbådehavne, badestrande og moler, redningsposter mv)\n\n"
        "Socialudvalget (SU) har syv medlemmer.\n\nSkoleudvalget: Formanden kommer fra liste A.\n"
    )
    found = rows(text)
    assert {(r.relation, r.task, r.to_unit) for r in found} >= {
        ("keep", "Fritidsudvalgets opgaver", "Fritidsudvalget"),
        ("assign", "lystbådehavne", "Kyst og havneudvalget"),
        ("assign", "redningsposter", "Kyst og havneudvalget"),
    }
    assert {(r.effective_from, r.basis) for r in found} == {(date(2030, 1, 1), Basis.GENERAL_CLAUSE)}
    assert not {r.to_unit for r in found} & {"Socialudvalget", "Skoleudvalget"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Plan, Havn – og Landdistriktsudvalget mødes.", "Plan, Havn- og Landdistriktsudvalget"),
        ("Kultur og fritidsudvalget mødes.", "Kultur og fritidsudvalget"),
        ("Udvalget for havn, byliv og kultur mødes.", "Udvalget for havn, byliv og kultur"),
        ("Unge og Trivsel-udvalget mødes.", "Unge og Trivsel-udvalget"),
        ("Et udvalg for Udvikling af Havnefronten mødes.", "Udvalg for Udvikling af Havnefronten"),
        ("Miljø- og Grøn Vækstudvalget mødes.", "Miljø- og Grøn Vækstudvalget"),
    ],
)
def test_committees_keep_their_whole_name_however_it_is_joined(text: str, name: str) -> None:
    assert units(text) == {name}


def test_two_bodies_joined_by_og_stay_two() -> None:
    assert units("Byrådet og Kulturudvalget mødes.") == {"Byrådet", "Kulturudvalget"}


def test_joined_clauses_each_keep_their_own_task_and_receiver() -> None:
    text = (
        "Hele parkområdet samles i Havneudvalget, hele skoleområdet samles i Børneudvalget, "
        "og voksenområdet flyttes til Socialudvalget."
    )
    assert tasks(text) == {
        ("Hele parkområdet", "Havneudvalget"),
        ("hele skoleområdet", "Børneudvalget"),
        ("voksenområdet", "Socialudvalget"),
    }


def test_a_list_below_they_are_tasks_belongs_to_the_one_named_before() -> None:
    text = (
        "Medlemmerne af Havneudvalget varetager den umiddelbare forvaltning af kommunens havne.\n\n"
        "Det er opgaver vedrørende:\n\n- bolværker\n- lystbåde\n"
    )
    assert {("bolværker", "Havneudvalget"), ("lystbåde", "Havneudvalget")} <= tasks(text)


def test_duties_listed_below_skal_are_the_bodys() -> None:
    text = "Trafikrådet skal blandt andet:\n\n- Udarbejde lokale kampagner\n- Samarbejde med pressen\n"
    assert {owner for _, owner in tasks(text)} == {"Trafikrådet"}
    assert len(tasks(text)) == 2


def test_udvalget_after_a_change_of_name_is_the_new_one() -> None:
    text = "Derudover ændres Bygge- og Havneudvalget til By- og Havneudvalget. Udvalgets opgave bliver at lave oplæg."
    assert ("lave oplæg", "By- og Havneudvalget") in tasks(text)


def test_labels_say_who_leads_a_project_and_who_decides_a_case() -> None:
    project = "Projektbeskrivelse for ny havnesti\n\nProjektleder: Vejchef Nordby\nAfdeling: Center for Havn\n"
    (row,) = facts(project, title="Projektbeskrivelse for ny havnesti").responsibilities
    assert (row.task, row.to_unit) == ("projektledelse: ny havnesti", "Vejchef Nordby (Center for Havn)")
    case = "Punkt 4: Takster for bådpladser\n\nResumé følger.\n\nSagen afgøres i:  Havneudvalget\n"
    assert tasks(case) == {("beslutning om Takster for bådpladser", "Havneudvalget")}


def test_items_that_repeat_their_lead_in_lose_it() -> None:
    text = (
        "Havneudvalget varetager opgaver vedrørende:\n\n- lystbåde\n"
        "- Udvalget varetager tilsynet med moler\n"
        "- Udarbejder forslag og foretager indstilling til Byrådet om takster\n"
    )
    assert {task for task, _ in tasks(text)} == {"lystbåde", "tilsynet med moler", "forslag om takster"}


def test_a_pair_of_plain_words_behind_a_preposition_is_one_task() -> None:
    text = "Havneudvalget varetager bådskoler, redning og sejlads for børn og unge."
    assert "unge" not in {task for task, _ in tasks(text)}


def test_how_many_bodies_there_will_be_names_none() -> None:
    assert not rows("Der nedsættes to særlige temaudvalg i perioden.")


def test_a_case_sent_on_for_treatment_is_told_only_where_it_delegates_nothing() -> None:
    sent = "Punkt 7: Ramme for bådtilsyn\n\nFremsendes til Havneudvalget til behandling.\n\n"
    delegated = "Det delegeres fremover til Havnechefen at justere rammen for bådtilsyn.\n"
    assert tasks(sent) == {("behandling: Ramme for bådtilsyn", "Havneudvalget")}
    assert tasks(sent + delegated) == {("justere rammen for bådtilsyn", "Havnechefen")}
