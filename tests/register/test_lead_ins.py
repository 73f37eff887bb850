"""Bodies that are set up as a list, proposals above a list, and words that only look like an owner or a task."""

from __future__ import annotations

from core.schema import Status
from tests.register.papers import one, rows

_STATUTE = """§ 6.

Der nedsættes et Økonomiudvalg samt følgende stående udvalg:

- Havneudvalget
- Skov- og Parkudvalget

§ 7. Udvalgene holder møde hver måned.
"""


def created(text: str) -> list[str]:
    return [r.task for r in rows(text) if r.relation == "create"]


def test_every_body_of_the_list_is_set_up_and_the_one_in_the_lead_in() -> None:
    assert created(_STATUTE) == ["et Økonomiudvalg", "Havneudvalget", "Skov- og Parkudvalget"]
    assert all(not r.to_unit for r in rows(_STATUTE))


def test_a_lead_in_alone_sets_up_nothing() -> None:
    assert created("Følgende stående udvalg nedsættes:\n\n1. Havneudvalg\n2. Skovudvalg\n") == [
        "Havneudvalg",
        "Skovudvalg",
    ]
    assert not created("Der nedsættes to særlige temaudvalg i perioden.")
    assert not created("Der etableres flere nye enheder.")
    assert not created("Der kan nedsættes følgende udvalg:\n\n- Havneudvalget\n- Skovudvalget\n")


def test_who_has_set_a_body_up_is_not_what_is_set_up() -> None:
    (row,) = rows("Kommunalbestyrelsen har nedsat et havneudvalg.")
    assert (row.relation, row.task, row.to_unit) == ("create", "et havneudvalg", "Kommunalbestyrelsen")
    assert created("Derudover nedsættes et midlertidigt udvalg – Havneudvalget.") == [
        "et midlertidigt udvalg – Havneudvalget"
    ]


def test_what_a_proposal_lists_is_planned() -> None:
    text = "Det foreslås:\n\n- at der etableres 8 borgercentre – et ved hver mole\n- at Havneudvalget overtager fyret\n"
    assert {(r.task, r.status) for r in rows(text)} == {("8 borgercentre", Status.PLANNED), ("fyret", Status.PLANNED)}
    assert one("Der etableres 8 borgercentre – et ved hver mole.").status is Status.DECIDED


def test_who_makes_the_rules_is_no_owner() -> None:
    assert not rows("Regnskabet føres efter de af Havneudvalget fastsatte regler.")
    assert one("Regnskabet føres af Havneudvalget.").to_unit == "Havneudvalget"


def test_a_part_told_only_by_its_clause_is_no_task_of_its_own() -> None:
    text = "Ledelsen af den del af kommunens havne, der varetages i Fyrkontoret, ændres."
    assert "den del af kommunens havne" not in {r.task for r in rows(text)}


def test_a_page_word_names_no_case() -> None:
    text = "Referat\n\nResumé\n\nProjektet skal forankres i Havneudvalget, og der skal afrapporteres om det hvert år.\n"
    assert {r.task for r in rows(text) if r.relation == "transfer"} == {"Projektet"}


def test_a_lead_in_whose_letters_a_scan_damaged_leads_its_points() -> None:
    statute = (
        "§ 5. Havneudvalget\n\nHavneudvalget består af fem medlemmer og varetager folgende opgaver:\na) moler\nb) fyr\n"
    )
    assert [(r.task, r.to_unit) for r in rows(statute)] == [("moler", "Havneudvalget"), ("fyr", "Havneudvalget")]
