"""Papers of other municipalities: departments by their field, remits as lists, cases sent on, owners in tables."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis, Cell, Span, Table
from register.extract import extract
from register.names.units import read_units
from tests.register.papers import facts, paper, rows


def tasks(text: str) -> set[tuple[str, str]]:
    return {(r.task, r.to_unit) for r in rows(text)}


def units(text: str) -> set[str]:
    return {u.name for u in read_units("d", text).units}


def test_a_department_goes_by_its_field_once_the_text_has_said_whose_field_it_is() -> None:
    text = "Magistratsafdelingen for Havn og Kyst har modtaget sagen.\n\nHavn og Kyst udarbejder en plan for molerne.\n"
    assert tasks(text) == {("en plan for molerne", "Magistratsafdelingen for Havn og Kyst")}


def test_a_field_nobody_has_named_is_no_unit() -> None:
    assert units("Havn og Kyst er smukke om sommeren. Vi holder af Havn og Kyst.") == set()


def test_a_genitive_of_a_department_is_the_department() -> None:
    assert units("Byrådet tiltræder Magistratsafdelingen for Havn og Kysts indstilling af 1. maj.") >= {
        "Magistratsafdelingen for Havn og Kyst"
    }


def test_two_departments_in_a_row_are_two() -> None:
    text = "Sagen sendes til Magistratsafdelingen for Havn og Kyst og Magistratsafdelingen for Skov og Land."
    assert units(text) == {"Magistratsafdelingen for Havn og Kyst", "Magistratsafdelingen for Skov og Land"}


def test_the_chair_of_a_committee_is_not_the_committee() -> None:
    text = "Kommunen repræsenteres i havnerådet ved rådmanden for Havn og Kyst samt formanden for Havneudvalget."
    assert ("repræsentation i havnerådet", "Rådmanden for Havn og Kyst; Formanden for Havneudvalget") in tasks(text)


@pytest.mark.parametrize("word", ["Hjemmeplejeområdet", "Demensområdet"])
def test_an_area_is_no_council(word: str) -> None:
    assert units(f"{word} får flere midler, og {word} følges tæt.") == set()


def test_letters_of_parties_are_no_units() -> None:
    assert units("Forslag fra V, SF og M om socialforvaltning. SF og M stemte for.") == {"Socialforvaltningen"}


def test_a_committee_in_small_letters_keeps_all_its_parts() -> None:
    assert "Vej- og Havneudvalget" in units("Det henlægges under vej- og havneudvalget.")


def test_a_committee_named_in_passing_does_not_own_the_remit() -> None:
    text = (
        "Udvalgets opgaver\n\nUdvalget varetager opgaver vedrørende:\n\n- dagpleje\n"
        "- bygninger bortset fra dem, som ved beslutning henlægges under vej- og havneudvalget\n"
    )
    assert {owner for _, owner in tasks(text)} == {"Udvalget"}


def test_points_below_a_heading_of_tasks() -> None:
    text = "Havneudvalget\n\nHavneudvalgets ansvarsområder\n\n- Moler og kajer\n- Lystbåde\n"
    assert tasks(text) == {("Moler og kajer", "Havneudvalget"), ("Lystbåde", "Havneudvalget")}


def test_members_below_a_heading_are_no_tasks() -> None:
    assert rows("Havneudvalget\n\nHavneudvalgets medlemmer\n\n- Formand: A. Andersen (V)\n") == ()


def test_a_list_goes_on_after_a_new_lead_in() -> None:
    text = "Udvalget varetager opgaver vedrørende:\n\n- moler\n\nsamt drift og vedligeholdelse af:\n\n- kirkegårde\n"
    assert {task for task, _ in tasks(text)} >= {"moler", "kirkegårde"}


def test_proposals_before_a_list_are_proposals() -> None:
    text = "Havneudvalget udarbejder forslag og foretager indstilling til byrådet om:\n\n- takster for bådpladser\n"
    assert tasks(text) == {("forslag om takster for bådpladser", "Havneudvalget")}


def test_a_case_sent_on_carries_its_title() -> None:
    text = (
        "Punkt 4: Ny mole ved Sønderhavnen\n\nBeslutning\n\nFremsendes til Magistratsafdelingen for Havn og Kyst "
        "med henblik på udarbejdelse af en indstilling.\n"
    )
    owner = "Magistratsafdelingen for Havn og Kyst"
    assert tasks(text) == {("udarbejdelse af en indstilling: Ny mole ved Sønderhavnen", owner)}


def test_a_case_sent_on_without_a_title_or_a_purpose_gives_no_row() -> None:
    assert rows("Fremsendes til Havneudvalget til behandling.") == ()
    assert rows("Punkt 4: Ny mole\n\nFremsendes til Magistraten. Havneudvalget har ingen bemærkninger.") == ()


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("Byrådet pålægger Havneforvaltningen at rense molen.", "rense molen", "Havneforvaltningen"),
        ("Det delegeres til Havneudvalget at fastsætte takster.", "fastsætte takster", "Havneudvalget"),
        (
            "Det godkendes, at Havneforvaltningen efter høringen bemyndiges til at rense molen.",
            "rense molen",
            "Havneforvaltningen",
        ),
        ("Molerådet sekretariatsbetjenes af Center for Kyst.", "sekretariatsbetjening af Molerådet", "Center for Kyst"),
    ],
)
def test_duties_and_powers(text: str, task: str, owner: str) -> None:
    assert (task, owner) in tasks(text)


def test_what_a_meeting_is_asked_to_approve_is_nobodys_task() -> None:
    assert rows("Indstilling\n\nDet indstilles, at Byrådet godkender planen for molerne.") == ()


def test_a_task_named_by_a_pronoun_takes_the_name_before_it() -> None:
    text = (
        "Udvalget orienteres om koordinatorfunktionen for moler. Funktionen overgår fra Havneudvalget til Vejudvalget."
    )
    assert [r.task for r in rows(text)] == ["koordinatorfunktionen for moler"]


def test_units_that_become_one_name_the_new_one() -> None:
    text = "Center for Kyst og Center for Havn lægges sammen til Center for Vand. Molerne flyttes til det nye center."
    merged, moved = rows(text)
    assert (merged.relation, merged.to_unit) == ("merge", "Center for Vand")
    assert (moved.task, moved.to_unit) == ("Molerne", "Center for Vand")


@pytest.mark.parametrize(
    "text",
    [
        "Planen beskriver, hvordan ansvaret er fordelt mellem Havneudvalget og Vejudvalget.",
        "Opgaven løses lokalt, medmindre den varetages af Havneudvalget.",
        "Opgaven var egentlig flyttet til Havneudvalget.",
        "Havneudvalgets opgaver er beskrevet i styrelsesvedtægten.",
    ],
)
def test_what_is_only_described_or_excepted_gives_no_row(text: str) -> None:
    assert rows(text) == ()


def test_the_object_of_a_verb_is_no_owner() -> None:
    assert {r.to_unit for r in rows("Byrådssekretariatet servicerer borgmesteren og udfører valghandlinger.")} == {
        "Byrådssekretariatet"
    }


def test_the_responsible_below_a_measure() -> None:
    text = "Indsats 2: Rene moler\n\nFormål: Færre fald.\n\nAnsvarlig: Center for Kyst\nTidsplan: 2026\n"
    assert ("Rene moler", "Center for Kyst") in tasks(text)
    assert rows("Indsats 2: Rene moler\n\nAnsvarlig: Hanne Hansen\n") == ()


def _table(*lines: tuple[str, str]) -> tuple[str, Table]:
    text, cells = "", []
    for n, line in enumerate((("Indsats", "Ansvarlig"), *lines)):
        for column, word in enumerate(line):
            cells.append(Cell(n, column, line[0], "", word, None, Span(len(text), len(text) + len(word))))
            text += word + "\t"
        text += "\n"
    return text, Table("", Span(0, len(text)), "", ("", ""), tuple(cells))


def test_a_table_with_a_column_of_owners() -> None:
    from dataclasses import replace

    text, table = _table(("Rens molerne", "Center for Kyst"), ("Mål vandet", "Hanne Hansen"), ("Byg stien", "Plan"))
    found = extract(replace(paper(text), tables=(table,))).responsibilities
    assert {(r.task, r.to_unit) for r in found} == {("Rens molerne", "Center for Kyst"), ("Byg stien", "Plan")}
    assert all(text[r.start : r.end].startswith(r.task) for r in found)


def test_the_words_that_fix_a_date_are_pointed_at() -> None:
    text = "Molerne flyttes til Havneudvalget. Ændringerne i ansvarsfordelingen træder i kraft den 1. maj 2031."
    row = facts(text).responsibilities[0]
    assert (row.effective_from, row.basis) == (date(2031, 5, 1), Basis.GENERAL_CLAUSE)
    assert row.effective_span is not None
    assert " ".join(text[row.effective_span.start : row.effective_span.end].split()) == row.effective_text


@pytest.mark.parametrize(
    "text",
    [
        "I aftalen fra den 3. maj 2031 er det besluttet, at molerne flyttes til Havneudvalget.",
        "Havneudvalget udarbejder en plan for at nå målet i 2031.",
    ],
)
def test_the_date_of_another_thing_or_of_a_goal_dates_no_row(text: str) -> None:
    assert [r.effective_from for r in rows(text)] == [None]
