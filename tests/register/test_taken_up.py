"""What a task is called where its clause, or the sentence, only takes it up."""

from __future__ import annotations

import pytest

from tests.register.papers import rows

_HIRED = "Kajen passes af havnefogeden, som er ansat i Havnekontoret."
_MOVED = "Vagtplanen har hidtil været lavet af en planlægger i hvert afsnit. Fra 1. maj 2027 samles den hos "


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        (
            "Planen koster ikke noget, bortset fra hegnet på tre grunde, hvilket håndteres af Driftsgården.",
            "hegnet på tre grunde",
            "Driftsgården",
        ),
        ("For så vidt angår puljen, som administreres af Havnekontoret, er der ro.", "puljen", "Havnekontoret"),
        ("Vask sker hjemme eller via vaskeordningen, der drives af Driftsgården.", "vaskeordningen", "Driftsgården"),
        (
            "Kajen hører under Havnekontoret, hvorimod vedligeholdelsen af haverne udføres af Driftsgården.",
            "vedligeholdelsen af haverne",
            "Driftsgården",
        ),
        (
            "I de første uger ligger ansvaret for båden hos Havnekontoret. Derefter overgår det til Driftsgården.",
            "båden",
            "Driftsgården",
        ),
        (_MOVED + "planlæggerne i Vagtcentralen, som dækker alle huse.", "Vagtplanen", "Planlæggerne i Vagtcentralen"),
    ],
)
def test_the_task_is_what_is_taken_up(text: str, task: str, owner: str) -> None:
    found = [(r.task, r.to_unit) for r in rows(text)]
    assert (task, owner) in found
    assert len({t for t, o in found if o == owner}) == 1


def test_who_gave_the_task_up_is_told_by_the_sentence_before() -> None:
    assert [r.from_unit for r in rows(_MOVED + "planlæggerne i Vagtcentralen.")] == ["En planlægger i hvert afsnit"]


def test_whom_somebody_hires_is_no_task() -> None:
    assert [r.task for r in rows("Kajen passes af kajens leder, som er placeret i Havnekontoret.")] == ["Kajen"]
    assert [(r.task, r.to_unit) for r in rows(_HIRED)] == [("Kajen", "Havnefogeden")]


def test_a_secretariat_is_no_unit_of_another_kind() -> None:
    text = "Enheden passer alle bygninger i byen. Enheden samler affald. Salg af grunde bliver i Sekretariatet."
    assert ("Salg af grunde", "Sekretariatet") in [(r.task, r.to_unit) for r in rows(text)]


def test_what_was_made_is_not_kept_by_who_keeps_another_thing() -> None:
    text = "Endelig har Økonomi lavet en tavle, der viser forbruget, og som passes af områdets controller."
    assert not [r for r in rows(text) if "," in r.task]
