"""One subject with several verbs, and what it sees to."""

from __future__ import annotations

import pytest

from tests.register.papers import rows


def owned(text: str) -> set[tuple[str, str]]:
    return {(r.task, r.to_unit) for r in rows(text)}


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            "Havnegruppen skal dermed sørge for rene broer, sikrer ro på molen og stå for en årlig havnedag.",
            {"rene broer", "ro på molen", "en årlig havnedag"},
        ),
        (
            "Havneudvalget forbereder regattaen og har dermed ansvaret for de både, der ligger i bassinet.",
            {"forberedelse af regattaen", "de både, der ligger i bassinet"},
        ),
        (
            "Havneudvalget står for havnen, sikrer fyret og vedligeholder molen.",
            {"havnen", "fyret", "molen"},
        ),
        (
            "Havneudvalget skal koordinere dykningen og sikre, at fyret lyser.",
            {"dykningen", "fyret lyser"},
        ),
        (
            "Havneudvalget drager omsorg for, at der om moler, der skal rives ned, indhentes udtalelser.",
            {"at der om moler, der skal rives ned, indhentes udtalelser"},
        ),
    ],
)
def test_every_verb_of_the_subject_gives_its_task(text: str, tasks: set[str]) -> None:
    assert {task for task, _ in owned(text)} == tasks
    assert len({owner for _, owner in owned(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Havneudvalget roser planen, som beskriver fyret, varetager molen og sikrer broen.",
        "Havneudvalget mener, at dykkerne, varetager molen.",
        "Havneudvalget drager ikke omsorg for molen.",
    ],
)
def test_a_verb_of_another_subject_is_not_shared(text: str) -> None:
    assert not owned(text)


def test_tasks_that_somebody_is_given_are_no_move() -> None:
    (row,) = rows("Det er aftalt, at havneudvalget får tillagt de opgaver, der står i bilaget.")
    assert (row.relation, row.to_unit) == ("assign", "Havneudvalget")


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("Hvis formanden er bortrejst, overtager næstformanden roret.", "roret", "Næstformanden"),
        ("På det første møde vælger havneudvalget sin næstformand.", "valg af sin næstformand", "Havneudvalget"),
        (
            "Det er godkendt, at styregruppen træffer lokale beslutninger inden for budgettet.",
            "lokale beslutninger inden for budgettet",
            "Styregruppen",
        ),
        ("Der forudsættes en tæt opfølgning forankret i HR-afdelingen.", "en tæt opfølgning", "HR-afdelingen"),
        (
            "Formanden er ansvarlig for forberedelse, indkaldelse og ledelse af regattaen.",
            "forberedelse, indkaldelse og ledelse af regattaen",
            "Formanden",
        ),
        (
            "Havneudvalget fastsætter farten i bassinet gennem skilte, bøjer og flag.",
            "farten i bassinet gennem skilte, bøjer og flag",
            "Havneudvalget",
        ),
        (
            "Rådmændene har det øverste politiske og faglige ansvar for hver deres havnebassin.",
            "hver deres havnebassin",
            "Rådmændene",
        ),
    ],
)
def test_other_orders_of_words(text: str, task: str, owner: str) -> None:
    assert owned(text) == {(task, owner)}


def test_a_noun_with_its_own_verb_behind_og_is_a_clause_of_its_own() -> None:
    text = "Arbejdet skal foregå ved alle moler og arbejdet forankres i Havneudvalget."
    assert owned(text) == {("arbejdet", "Havneudvalget")}


def test_a_body_is_set_up_by_a_body() -> None:
    (row,) = rows("Arbejdsgrupperne nedsættes af Havneudvalget.")
    assert (row.relation, row.task, row.to_unit) == ("create", "Arbejdsgrupperne", "Havneudvalget")


@pytest.mark.parametrize(
    "text",
    [
        "Hvis havneudvalget overtager molen, ændres taksten.",
        "Havneudvalget vælger at vente.",
        "Beslutningen om, hvorvidt næstformanden overtager roret, er udsat.",
    ],
)
def test_what_is_only_supposed_gives_no_row(text: str) -> None:
    assert not owned(text)


def test_a_second_that_clause_is_told_too_unless_another_has_it() -> None:
    text = "Havneudvalget har ansvaret for, at fyret lyser hver nat, og at tovene holder til storm."
    assert {t for t, _ in owned(text)} == {"fyret lyser hver nat", "tovene holder til storm"}
    text = "Havneudvalget har ansvaret for, at fyret lyser, og at Skovudvalget varetager alle stierne."
    assert ("alle stierne", "Skovudvalget") in owned(text)
    assert ("fyret lyser", "Havneudvalget") in owned(text)
    assert len(owned(text)) == 2


def test_the_ground_a_body_stands_on_sets_up_none() -> None:
    assert not rows("Ældrerådet er nedsat i henhold til lovens § 30.")
    assert [r.relation for r in rows("Der nedsættes et ældreråd i henhold til lovens § 30.")] == ["create"]
