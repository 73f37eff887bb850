"""What looks like a responsibility and is none, whose paragraph an owner comes from, and dates of other things."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.schema import Responsibility
from register.forms.aligned import aligned_tables
from register.names.unitbook import UnitBook
from register.no_task import without_non_tasks
from tests.register.papers import facts, one, rows


def owners(text: str) -> set[tuple[str, str]]:
    return {(r.task, r.to_unit) for r in rows(text)}


_STATUTE = """§ 4. Havneudvalget består af 5 medlemmer. Udvalget varetager opgaver vedrørende

1) fyrtårne, og
2) molevedligeholdelse.

Stk. 2. Udvalget mødes hver måned.
§ 5. Skov- og Parkudvalget består af 7 medlemmer. Udvalget varetager opgaver
vedrørende

1) plantning af allétræer, og
2) hundeskove.
"""


def test_a_new_paragraph_has_its_own_committee_and_every_number_its_own_row() -> None:
    assert owners(_STATUTE) >= {
        ("molevedligeholdelse", "Havneudvalget"),
        ("plantning af allétræer", "Skov- og Parkudvalget"),
        ("hundeskove", "Skov- og Parkudvalget"),
    }


def test_the_same_words_in_another_order_are_another_municipality_s_committee() -> None:
    book = UnitBook([facts("Skov- og Havneudvalget varetager fyr."), facts("Havne- og Skovudvalget varetager stier.")])
    assert {u.name for u in book.units()} == {"Skov- og Havneudvalget", "Havne- og Skovudvalget"}


@pytest.mark.parametrize(
    "text",
    [
        "I dag hører ca. 40 medarbejdere under Havneforvaltningen.",
        "Det har været overvejet at samle al skiltning i Havneforvaltningen.",
        "Faste makkerpar udrulles i resten af kommunen inden udgangen af 2027.",
        "Begge dele ligger i Havneforvaltningen.",
        "Styregruppen følger fremdriften og rapporterer til Havneudvalget hvert halve år.",
    ],
)
def test_no_owner_is_read(text: str) -> None:
    assert not [r for r in rows(text) if r.to_unit != "Styregruppen"]


def only(text: str) -> Responsibility:
    (row,) = rows(text)
    return row


@pytest.mark.parametrize(
    "text",
    [
        "Havneforvaltningen udarbejder en oversigt over bolværker til møderne i april og oktober.",
        "Havneforvaltningen overtager lystbådehavnen, og der afsættes 2 mio. kr. årligt hertil fra 2029.",
    ],
)
def test_meetings_and_budget_years_date_nothing(text: str) -> None:
    assert only(text).effective_from is None


def test_a_dated_heading_dates_the_moves_below_it() -> None:
    text = (
        "2. Flytninger\n\n2.1 Pr. 1. marts 2026\n- Bådpladser flyttes fra Skovforvaltningen til Havneforvaltningen.\n\n"
        "2.2 Pr. 1. august 2026\n- Badebroer flyttes fra Skovforvaltningen til Havneforvaltningen.\n\n"
        "3. Andet\n\nKajakker flyttes fra Skovforvaltningen til Havneforvaltningen.\n"
    )
    days = {r.task: r.effective_from for r in rows(text)}
    assert days == {"Bådpladser": date(2026, 3, 1), "Badebroer": date(2026, 8, 1), "Kajakker": None}


def test_the_heading_of_a_stage_dates_the_moves_below_it() -> None:
    text = (
        "2. Etaperne\n\nEtape 1 - fra den 1. maj 2026\n"
        "Bådpladser flyttes fra Skovforvaltningen til Havneforvaltningen.\n\n"
        "Etape 2 (1. oktober 2026)\nBadebroer flyttes fra Skovforvaltningen til Havneforvaltningen.\n\n"
        "3. Andet\n\nKajakker flyttes fra Skovforvaltningen til Havneforvaltningen.\n"
    )
    days = {r.task: r.effective_from for r in rows(text)}
    assert days == {"Bådpladser": date(2026, 5, 1), "Badebroer": date(2026, 10, 1), "Kajakker": None}


def test_a_cell_one_space_before_the_next_column_is_parted() -> None:
    text = (
        "Opgave                 Fra            Til                Dato\n"
        "Bådpladser             Skov           Havn, Fyrvæsen mv. 01.03.2026\n"
        "Badebroer              Skov           Havn               01.08.2026\n"
    )
    (table,) = aligned_tables(text)
    assert [c.text for c in table.lines[0]] == ["Bådpladser", "Skov", "Havn, Fyrvæsen mv.", "01.03.2026"]


def test_a_task_parted_by_limits_gives_each_owner_its_part() -> None:
    text = (
        "Gamle sager behandles af Havneudvalget, for så vidt angår moler, og af Skovudvalget, for så vidt angår stier."
    )
    assert owners(text) == {
        ("Gamle sager, for så vidt angår moler", "Havneudvalget"),
        ("Gamle sager, for så vidt angår stier", "Skovudvalget"),
    }


def test_who_evaluates_a_thing_does_not_own_it() -> None:
    assert owners("Ordningen evalueres af Havneudvalget.") == {("evaluering af ordningen", "Havneudvalget")}
    text = "Vinduespudsning udføres som hidtil. Kontrakten løber til 30. juni 2028 og administreres af Havneudvalget."
    assert owners(text) == {("kontrakten: Vinduespudsning", "Havneudvalget")}


@pytest.mark.parametrize("task", ["og går", "følgende opgaver", "udskilles", "3,9 mio. kr", "Arkivet løses af dem"])
def test_what_is_left_of_a_cut_sentence_is_no_task(task: str) -> None:
    (row,) = rows("Havneudvalget varetager lystbådehavnen.")
    assert without_non_tasks([row], "") == [row]
    assert not without_non_tasks([replace(row, task=task)], "")


@pytest.mark.parametrize(
    "text",
    [
        "Juraen får adgang fra den dag, Havneudvalget fastsætter, dog senest 1. juli 2027.",
        "Foreningen Broen udpeger tre, og to vælges af gæsterne.",
        "Der nedsættes et økonomiudvalg og fem stående udvalg.",
        "Regattaen blev arrangeret af Havnekontoret.",
        "Selve sandsækkene er den enkelte beboers ansvar.",
        "Havneforvaltningen vurderer, at flere hegn næppe ville have hjulpet.",
    ],
)
def test_what_is_left_of_a_sentence_is_no_task(text: str) -> None:
    assert rows(text) == ()


def test_only_a_body_has_a_secretariat() -> None:
    assert owners("Vagttelefonen betjenes af Havnekontoret.") == {("betjening af vagttelefonen", "Havnekontoret")}


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Havnebad ved molen: Havnekontoret er projektejer.", "projektejer: Havnebad ved molen"),
        ("Støjkort: Arbejdet ledes af Havnekontoret.", "ledelse af arbejdet: Støjkort"),
    ],
)
def test_a_role_is_about_what_stands_before_the_colon(text: str, task: str) -> None:
    assert owners(text) == {(task, "Havnekontoret")}


def test_possible_ways_give_nobody_a_task() -> None:
    ways = "- Bøjerne flyttes til Kystudvalget.\n\n- Kajerne sælges. Havnekontoret står for salget."
    assert not rows(f"Staben peger på følgende muligheder:\n\n{ways}")
    assert {r.to_unit for r in rows(f"Det er besluttet:\n\n{ways}")} == {"Kystudvalget", "Havnekontoret"}


def test_what_is_done_to_people_is_the_task() -> None:
    assert one("Havnekontoret uddanner eleverne.").task == "uddanne eleverne"
    assert one("Havnekontoret oplærer de frivillige.").task == "oplære de frivillige"


def test_when_it_is_done_every_year_is_no_part_of_the_task() -> None:
    row = one("Havneudvalget udpeger hvert år senest den 1. oktober modtageren af havneprisen.")
    assert row.task == "udpegning af modtageren af havneprisen"


def test_a_clause_beside_the_task_it_tells_is_no_second_task() -> None:
    text = "Kystrådet sekretariatsbetjenes af Havneforvaltningen."
    row = one(text)
    again = replace(row, key="again", task="Kystrådet sekretariatsbetjenes", origin="tagger")
    assert without_non_tasks([row, again], text) == [row]
    assert without_non_tasks([again], text) == [again]
