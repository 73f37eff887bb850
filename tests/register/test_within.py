"""Differences inside one document, and papers of different municipalities kept apart."""

from __future__ import annotations

import pytest

from core.schema import Conflict, Document
from register.names.municipality import by_place, place_of
from tests.register.papers import facts, paper, register

_HEAD = "Havneudvalget i {} Kommune behandlede sagen om lystbådehavnen i {} Kommune.\n\n"


def conflicts(*documents: Document) -> list[Conflict]:
    return register(*documents).conflicts()


def test_two_measures_for_one_thing_in_one_document() -> None:
    text = (
        "Selskabet påtænker at pumpe 50.000 m3/år fra brønden.\n\nNordhavn Vand har søgt om at bore en "
        "brønd, hvorfra de påtænker at pumpe 45.000 m3/år fra selskabets grund."
    )
    (found,) = conflicts(paper(text))
    assert (found.type, found.differs) == ("number", ("50.000 m3/år", "45.000 m3/år"))


@pytest.mark.parametrize(
    "other",
    [
        "Selskabet påtænkte tidligere at pumpe 45.000 m3/år fra brønden.",  # another time
        "Selskabet påtænker at pumpe 45.000 m3/år fra brønden i 2031.",
        "Selskabet påtænker at rense 45.000 m3/år fra søen.",  # another thing
        "Selskabet påtænker at pumpe 50.000 m3/år fra brønden.",  # the same
        "Selskabet påtænker at pumpe 45.000 pct. fra brønden.",  # another unit
    ],
)
def test_measures_of_other_times_and_things_are_no_conflict(other: str) -> None:
    assert conflicts(paper(f"Selskabet påtænker at pumpe 50.000 m3/år fra brønden.\n\n{other}")) == []


def test_measures_of_different_places_are_no_conflict() -> None:
    one = "I {} påtænker selskabet at pumpe {} m3/år fra brønden."
    told = [
        f"Der er planer. {one.format(place, count)}" for place, count in (("Nordby", "50.000"), ("Sydby", "45.000"))
    ]
    assert conflicts(paper("\n\n".join(told))) == []


def test_a_name_spelt_in_two_ways_that_sound_alike() -> None:
    (found,) = conflicts(paper("Formand er Nikolai Testmand.\n\nMedlem er også Nikolaj Testmand."))
    assert (found.type, set(found.differs)) == ("wording", {"Nikolai Testmand", "Nikolaj Testmand"})


def test_names_that_sound_different_are_two_persons() -> None:
    assert conflicts(paper("Formand er Nikolai Testmand.\n\nMedlem er også Nikoline Testmand.")) == []


def test_papers_of_two_municipalities_are_not_set_against_each_other() -> None:
    one = "Der nedsættes et opsøgende havneteam, som skal hjælpe 500 udsatte personer med at finde plads i havnen."
    two = "Der er nedsat et opsøgende havneteam, som hjælper 420 udsatte personer med at finde plads i havnen."
    assert conflicts(paper(_HEAD.format("Nordby", "Nordby") + one), paper(_HEAD.format("Nordby", "Nordby") + two))
    assert not conflicts(paper(_HEAD.format("Nordby", "Nordby") + one), paper(_HEAD.format("Sydby", "Sydby") + two))


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("Budget for Nordby Kommune", "Havnen får 3 mio. kr.", "nordby"),
        ("Notat", "Sagen er behandlet i Nordbys Kommune. Nordby Kommune ejer havnen.", "nordby"),
        ("Notat", "Byrådet i Sydby vedtog planen for havnen.", "sydby"),
        ("Referat", "Region Havland støtter havnen.", "region havland"),
        ("Notat", "Havnen er kommunens. Den nye kommune får en havn.", ""),
        ("Notat", "Nordby Kommune og Sydby Kommune ejer havnen sammen.", ""),
    ],
)
def test_whose_paper_it_is(title: str, text: str, place: str) -> None:
    assert place_of(paper(text, title=title)) == place


def test_a_municipality_named_in_passing_is_not_the_papers_own() -> None:
    assert place_of(paper("Havnen er ny. " * 80 + "Sådan gør Sydby Kommune også.")) == ""


def test_a_paper_without_a_name_goes_with_the_only_one_or_stands_alone() -> None:
    north, south = (paper("x", title=f"Plan for {place} Kommune", name=place) for place in ("Nordby", "Sydby"))
    bare, told = paper("Havnen er fuld.", name="bare"), paper("Havnen i Sydby er fuld.", name="told")
    assert by_place([north, bare], []) == [[north, bare]]
    assert by_place([north, south, bare, told], []) == [[north], [south, told], [bare]]


def test_a_paper_without_a_name_goes_with_its_units() -> None:
    units = "Havneudvalget (HAU) og Strandudvalget (STU) har ansvaret for broen. "
    others = "Skoleudvalget (SKU) og Byudvalget (BYU) har ansvaret for parken. "
    texts = [("Plan for Nordby Kommune", units), ("Plan for Sydby Kommune", others), ("Plan", units)]
    papers = [paper(text, title=title, name=title) for title, text in texts]
    read = [facts(d.cleaned, title=d.title, name=d.name) for d in papers]
    assert [len(group) for group in by_place(papers, read)] == [2, 1]
