"""Owners by their place in the sentence, whatever they are called; tasks that only point back; tables set in text."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from register.owners.owner_names import heading_owner
from register.owners.owner_slots import owners_by_place
from tests.register.papers import facts, one, rows


def owners(sentence: str, *known: str) -> set[str]:
    return {sentence[a:b] for a, b, _ in owners_by_place(sentence, frozenset(known))}


def moves(text: str) -> set[tuple[str, str, str]]:
    return {(r.task, r.from_unit, r.to_unit) for r in rows(text)}


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Badebroerne sættes op af Strandvagten.", "Strandvagten"),
        ("Ventetiden nedbringes ved hjælp af frivillige.", ""),
        ("Pladserne dækkes i form af leverandøraftaler.", ""),
        ("Badebroerne vedligeholdes fortsat af Driftsgården.", "Driftsgården"),
        ("Bådpladserne udlejes om sommeren af havnefogeden.", "havnefogeden"),
        ("Græsset passes i dag af private vognmænd.", "private vognmænd"),
        ("Afgørelserne træffes af visitatorerne.", "visitatorerne"),
        ("Rydning af stien påhviler den enkelte institution.", "den enkelte institution"),
        ("Udgiften ligger hos de grundejere, der får ny kyst.", "de grundejere, der får ny kyst"),
        ("Dagplejen overgår fra staben til de fire områdeledere.", "de fire områdeledere"),
        ("Cykelløbet flyttes til Mariager.", ""),
        ("Stillingerne ligger i Teknik og Havne.", "Teknik og Havne"),
        ("Klasserne ligger i Hadsund og Arden.", ""),
        ("Når banen åbner, overtager idrætsforeningen driften.", "idrætsforeningen"),
        ("Havnefonden har påtaget sig at male skuret.", "Havnefonden"),
        ("I år har havnefonden påtaget sig at male skuret.", "havnefonden"),
        ("Tovholder på indsatsen er sundhedskonsulenten.", "sundhedskonsulenten"),
    ],
)
def test_owners_stand_where_only_an_owner_can_stand(sentence: str, owner: str) -> None:
    assert owners(sentence) - {"staben"} == ({owner} if owner else set())


def test_a_name_the_document_gives_an_owner_elsewhere_is_one_at_the_start_too() -> None:
    assert owners("Kommunikation udarbejder en folder.") == set()
    assert owners("Kommunikation udarbejder en folder.", "Kommunikation") == {"Kommunikation"}


def test_a_plan_a_statute_or_a_project_owns_nothing() -> None:
    for subject in ("Handleplanen", "Vedtægten", "Projektet", "Strategien", "Ordningen"):
        assert not rows(f"{subject} varetager borgernes interesser.")


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("Private stier er grundejernes ansvar.", "Private stier", "Grundejerne"),
        ("Nøglebokse er en opgave for Ejendomsservice.", "Nøglebokse", "Ejendomsservice"),
        ("Bygherre på klubhuset er Ejendomsservice.", "Bygherre på klubhuset", "Ejendomsservice"),
        ("Styregruppens formand er uændret kulturchefen.", "Styregruppens formand", "Kulturchefen"),
        ("Til Fritidsudvalgets område hører haller og baner.", "haller og baner", "Fritidsudvalget"),
        ("Fritidsudvalget har ansvaret for, at hallerne holdes åbne.", "hallerne holdes åbne", "Fritidsudvalget"),
        ("Udvalget pålagde centerchefen at skaffe tre tilbud.", "skaffe tre tilbud", "Centerchefen"),
        ("Administrationen bedes undersøge muligheden for læ.", "undersøge muligheden for læ", "Administrationen"),
        ("Demensvejlederne skal undervise vikarerne.", "undervise vikarerne", "Demensvejlederne"),
        ("Lederen har den daglige ledelse og fastsætter mødeplaner.", "mødeplaner", "Lederen"),
        ("Økonomidirektøren bliver direktør for vej og park.", "ledelse af vej og park", "Økonomidirektøren"),
        ("I Drift og Anlæg beskæftiger vi os med byrum og vejdrift.", "byrum og vejdrift", "Drift og Anlæg"),
        ("Driften overgår til det fælles selskab Kyst I/S.", "Driften", "Kyst I/S"),
        ("Slæbestedet holdes åbent, mens kajen bliver selskabets ansvar.", "kajen", "Selskabet"),
        ("Alle indkøb koordineres gennem Indkøbskontoret.", "Alle indkøb", "Indkøbskontoret"),
    ],
)  # fmt: skip
def test_forms_of_who_has_what(text: str, task: str, owner: str) -> None:
    assert (task, owner) in {(r.task, r.to_unit) for r in rows(text)}


def test_the_giver_may_stand_in_a_clause_of_the_task() -> None:
    row = one("Turismen, som i dag varetages af Havnekontoret, flyttes den 1. maj 2031 til Erhvervskontoret.")
    assert (row.task, row.from_unit, row.to_unit) == ("Turismen", "Havnekontoret", "Erhvervskontoret")
    row = one("Kulturchefen overtager ansvaret for arkivet, som siden 2020 har sorteret under skolechefen.")
    assert (row.from_unit, row.effective_from) == ("Skolechefen", None)


def test_what_points_back_is_named_by_the_sentences_before() -> None:
    text = "Grødeskæring i Lilleåen udføres i dag af kommunen. Udførelsen overdrages til pumpelaget den 1. maj 2031."
    assert ("Grødeskæring i Lilleåen", "Kommunen", "Pumpelaget") in moves(text)
    closed = "Havneudvalget nedlægges den 1. maj 2031. Opgaverne overgår til Teknikudvalget."
    (row,) = (r for r in rows(closed) if r.to_unit == "Teknikudvalget")
    assert (row.task, row.from_unit) == ("opgaver fra Havneudvalget", "Havneudvalget")
    assert (row.effective_from, row.basis) == (date(2031, 5, 1), Basis.EXPLICIT)
    assert not rows("Opgaverne overgår til Teknikudvalget.")


def test_a_heading_that_breaks_off_opens_its_list() -> None:
    text = "Havnen bliver et selskab.\n\nSelskabet overtager\n- moler og bolværker\n- udlejning af bådpladser\n"
    assert {(r.task, r.to_unit) for r in rows(text)} == {
        ("moler og bolværker", "Selskabet"),
        ("udlejning af bådpladser", "Selskabet"),
    }


def test_a_phase_gives_its_day() -> None:
    (row,) = rows("Fase 1 (1. maj 2031): Bådpladserne samles i Havnekontoret.")
    assert (row.effective_from, row.to_unit) == (date(2031, 5, 1), "Havnekontoret")


def test_a_school_that_closes_gives_its_district_away() -> None:
    text = "Kær Skole nedlægges den 31. juli 2031. Skoledistriktet overgår til Byskolen."
    assert ("skoledistriktet: Kær Skole", "Kær Skole", "Byskolen") in moves(text)


def test_a_last_day_is_no_first_day() -> None:
    row = one("Gadelyset varetages af elselskabet indtil aftalens udløb den 30. juni 2031.")
    assert (row.effective_from, row.until) == (None, date(2031, 6, 30))
    row = one("Gadelyset varetages af elselskabet til udgangen af 2031.")
    assert (row.effective_from, row.until) == (None, date(2031, 12, 31))


def test_lists_of_moves_set_with_spaces_are_tables() -> None:
    text = (
        "Opgaver der flytter\n\n"
        "Opgave                  Fra                  Til                     Dato\n"
        "Bådplader og moler      Center for Teknik    Center for Kyst         1. maj 2031\n"
        "Foreningstilskud        Borgerservice        Sekretariat og Udvikling\n"
    )
    found = {(r.task, r.from_unit, r.to_unit, r.effective_from, r.relation) for r in rows(text)}
    assert ("Bådplader og moler", "Center for Teknik", "Center for Kyst", date(2031, 5, 1), "transfer") in found
    assert ("Foreningstilskud", "Borgerservice", "Sekretariat og Udvikling", None, "transfer") in found


def test_bars_and_tabs_set_tables_too() -> None:
    for bar in (" | ", "\t"):
        text = "\n".join(bar.join(line) for line in (
            ("Indsats", "Ansvarlig", "Frist"),
            ("Maling af skure", "Driftsgården", "1. maj 2031"),
            ("Nye redningskranse", "Havnefogeden", "Løbende"),
        ))  # fmt: skip
        assert {(r.task, r.to_unit) for r in rows(text)} == {
            ("Maling af skure", "Driftsgården"),
            ("Nye redningskranse", "Havnefogeden"),
        }


def test_numbers_set_with_spaces_are_no_table_of_owners() -> None:
    assert not rows(
        "Projekt             2031      2032\nNyt badehus       8.500    14.000\nMole              3.100     1.400\n"
    )


@pytest.mark.parametrize("paper", ["Styrelsesvedtægt", "Kommissorium for havnens råd"])
def test_a_statute_or_remit_dates_what_it_gives(paper: str) -> None:
    text = f"{paper}\nGældende fra 1. januar 2031\n\nHavneudvalget varetager lystbådehavnen."
    (row,) = rows(text)
    assert (row.effective_from, row.basis) == (date(2031, 1, 1), Basis.GENERAL_CLAUSE)
    assert (
        rows("Notat\nGældende fra 1. januar 2031\n\nHavneudvalget varetager lystbådehavnen.")[0].effective_from is None
    )


def test_lines_that_set_a_task_before_its_owner_speak_for_each_other() -> None:
    lines = (
        "Ansættelse af lærere: Skolens leder",
        "Fastlæggelse af ferier: Skolechefen",
        "Godkendelse af planer: Byrådet",
    )
    assert {(r.task, r.to_unit) for r in rows("\n".join(lines))} >= {
        ("Ansættelse af lærere", "Skolens leder"),
        ("Fastlæggelse af ferier", "Skolechefen"),
    }
    assert not rows("Indretning af lokaler: Skolechefen")


def test_a_department_may_be_the_heading_of_its_tasks() -> None:
    assert heading_owner("2. Økonomi og Løn") == "Økonomi og Løn"
    assert not heading_owner("Baggrund")
    assert not heading_owner("Havnen")
    text = (
        "Økonomi og Løn\n\nAfdelingen står for regnskabet.\n\nPlan og Byg\n\nAnsvarlig for skilte, byggesager og ler."
    )
    assert {(r.task, r.to_unit) for r in rows(text)} >= {
        ("regnskabet", "Økonomi og Løn"),
        ("byggesager", "Plan og Byg"),
    }


def test_a_project_names_its_owner_and_leader() -> None:
    text = (
        "PROJEKTBESKRIVELSE\nNy badebro ved Kær\n\nProjektejer: Kulturchefen\nProjektleder: Driftsgården (Team Kyst)\n"
    )
    found = {(r.task, r.to_unit) for r in facts(text).responsibilities}
    assert ("projektejerskab: Ny badebro ved Kær", "Kulturchefen") in found


def test_quotes_are_verbatim_and_long_lines_are_quick() -> None:
    text = "Skuret passes af " + "Ab og " * 3000 + "ende."
    for row in facts(text).responsibilities:
        assert 0 <= row.start < row.end <= len(text)
