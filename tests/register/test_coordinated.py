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
            {"regattaen", "de både, der ligger i bassinet"},
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
