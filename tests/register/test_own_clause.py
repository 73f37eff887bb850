"""A task, its owner and its giver are those of the verb's own clause."""

from __future__ import annotations

import pytest

from tests.register.papers import one, rows


@pytest.mark.parametrize("aside", ["efter nedlæggelsen af Strandrådet ", ""])
def test_the_body_that_was_closed_is_not_the_owner(aside: str) -> None:
    row = one(f"Strandpuljen fordeles {aside}af Økonomiudvalget.")
    assert (row.task, row.to_unit) == ("Strandpuljen", "Økonomiudvalget")


@pytest.mark.parametrize("word", ["området", "opgaven", "det"])
def test_what_was_done_elsewhere_before_names_what_moves(word: str) -> None:
    row = one(f"Udlejning af både er tidligere blevet håndteret i Kulturafdelingen, men {word} blev i 2024 flyttet til "
              "Økonomiafdelingen.")  # fmt: skip
    assert (row.task, row.from_unit, row.to_unit) == ("Udlejning af både", "Kulturafdelingen", "Økonomiafdelingen")


def test_what_belongs_to_a_unit_is_the_noun_right_before() -> None:
    row = one("Anmeldelse af både behandles i Bådregisteret, der organisatorisk hører til Havnekontoret.")
    assert (row.task, row.to_unit) == ("Bådregisteret", "Havnekontoret")


def test_a_name_with_an_adjective_and_a_role_is_one_owner() -> None:
    assert one("Vagtplanen er overdraget til Borgerservices faglige koordinator.").to_unit == (
        "Borgerservices faglige koordinator"
    )


def test_a_number_of_things_opens_a_clause_of_its_own() -> None:
    assert [r.task for r in rows("Holdet flyttes, og to bådpladser overføres til Havnekontoret.")] == ["to bådpladser"]


@pytest.mark.parametrize(
    "said",
    [
        "Havneplanen er vedtaget af Havneudvalget.",
        "De to førstnævnte tilbud er aktuelt placeret i Havnekontoret.",
        "Sejlerforbundets lokalafdeling har i høringsfasen opfordret til, at puljen øges, og at Havnekontoret ansætter "
        "en molekoordinator.",
        "Den varslede havnelov kan medføre, at Havnekontoret overtager molerne.",
    ],
)
def test_what_was_done_nor_named_nor_decided_is_no_row(said: str) -> None:
    assert rows(said) == ()
