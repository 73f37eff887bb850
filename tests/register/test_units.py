from datetime import date

import pytest

from register.extract import extract
from register.names.unit_names import fits, initials, parts, same_unit
from register.names.units import read_units
from tests.register.papers import facts, paper, register


def names(text: str) -> dict[str, tuple[str, ...]]:
    return {u.name: u.abbreviations for u in read_units("x", text).units}


def test_hyphenated_lists_inflection_and_genitive_are_one_unit() -> None:
    found = read_units(
        "x",
        "Kultur-, Fritids- og Idrætsudvalget mødes. Kultur-, Fritids- og Idrætsudvalgets formand. "
        "Kultur-, Fritids- og\nIdrætsudvalg",
    )
    (unit,) = found.units
    assert unit.name == "Kultur-, Fritids- og Idrætsudvalget"
    assert len(unit.places) == 3


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("opgaver i Center for Byliv og Trafik i dag", "Center for Byliv og Trafik", "center"),
        ("sagen for Udvalget for Klima og Miljø.", "Udvalget for Klima og Miljø", "udvalg"),
        ("den nye Miljøforvaltning", "Miljøforvaltningen", "forvaltning"),
        ("Intern Revision har set på det", "Intern Revision", "funktion"),
        ("Byrådets beslutning", "Byrådet", "råd"),
    ],
)
def test_general_forms(text: str, name: str, kind: str) -> None:
    (unit,) = read_units("x", text).units
    assert (unit.name, unit.type) == (name, kind)


@pytest.mark.parametrize(
    "text", ["fagudvalget", "et udvalg", "personaleforvaltning er svært", "Indsatsen er i centrum"]
)
def test_words_that_are_no_unit(text: str) -> None:
    assert read_units("x", text).units == []


def test_short_forms_in_brackets_and_stated_pairs() -> None:
    text = "Skoleudvalget med ansvar for Skoleforvaltningen forkortet til SKU/SKF. Havneforvaltningen (HAF) hjælper."
    assert names(text) == {"Skoleudvalget": ("SKU",), "Skoleforvaltningen": ("SKF",), "Havneforvaltningen": ("HAF",)}


def test_a_pair_belongs_to_administration_and_committee() -> None:
    index = read_units("x", "Havneforvaltningen (HAF/HAU) og Havneudvalget. HAU mødes i maj.")
    committee = next(u for u in index.units if u.type == "udvalg")
    administration = next(u for u in index.units if u.type == "forvaltning")
    assert committee.abbreviations == ("HAU",)
    assert committee.inferred
    assert administration.serves == committee.name


def test_a_short_form_for_something_else_is_no_unit() -> None:
    assert names("Forberedende uddannelse for unge (FUU) er god. FUU og FUU i Skoleudvalget.") == {"Skoleudvalget": ()}


def test_damaged_names_join_the_undamaged() -> None:
    index = read_units("x", "Børne- og Ungdomsudvalget. Bgrne- og Ungdomsudvalget. Børne- og Ungdomsudvalget")
    (unit,) = index.units
    assert unit.name == "Børne- og Ungdomsudvalget"
    assert "Bgrne- og Ungdomsudvalget" in unit.aliases


def test_names_that_differ_in_a_word_stay_apart() -> None:
    assert not same_unit("Teknikudvalget", "Kulturudvalget")
    assert not same_unit("Kultur- og Fritidsudvalget", "Kultur-, Fritids- og Borgerudvalget")
    assert parts("Kultur- og Fritidsudvalget") == parts("Udvalget for Fritid og Kultur")


def test_letters_of_short_forms() -> None:
    assert fits("SOF", "Socialforvaltningen")
    assert not fits("SUD", "Socialforvaltningen")
    assert initials("Teknik- og Miljøforvaltningen") == "TMF"


def test_a_stated_renaming() -> None:
    units = {
        u.name: u
        for u in facts("Fritidsudvalget skifter navn til Kultur- og Fritidsudvalget fra 1. januar 2026.").units
    }
    assert units["Kultur- og Fritidsudvalget"].former == ("Fritidsudvalget",)
    assert not units["Kultur- og Fritidsudvalget"].inferred


def test_a_list_of_new_names_is_linked_to_old_ones_by_inference() -> None:
    text = (
        "Ændringerne i organiseringen gælder fra den 1. januar 2030.\n\nParterne er enige om, at navnene "
        "på de nye udvalg bliver:\n\n"
        "- Havne- og Kystudvalget med ansvar for Havne- og Kystforvaltningen forkortet til HKU/HKF\n- Skoleudvalget\n\n"
        "I dag har Havneudvalget ansvaret for broer, og Skoleudvalget varetager skolebusser."
    )
    units = {u.name: u for u in facts(text).units}
    assert units["Havne- og Kystudvalget"].former == ("Havneudvalget",)
    assert units["Havne- og Kystudvalget"].inferred
    assert units["Havne- og Kystudvalget"].renamed_on == date(2030, 1, 1)
    assert units["Skoleudvalget"].former == ()


def test_a_chain_of_renamings_is_followed_by_day() -> None:
    first = paper(
        "Havneudvalget skifter navn til Kystudvalget. Ændringen af styrelsesvedtægten gælder fra den 1. januar 2020.",
        name="a",
    )
    second = paper(
        "Kystudvalget skifter navn til Vandudvalget. Ændringen af styrelsesvedtægten gælder fra den 1. januar 2024.",
        name="b",
    )
    book = register(first, second)
    assert book.name_on("Havneudvalget", date(2019, 6, 1)) == "Havneudvalget"
    assert book.name_on("Havneudvalget", date(2021, 6, 1)) == "Kystudvalget"
    assert book.name_on("Vandudvalget", date(2021, 6, 1)) == "Kystudvalget"
    assert book.name_on("Kystudvalget", date(2025, 6, 1)) == "Vandudvalget"
    assert "Vandudvalget" in book.aliases()["havneudvalget"]


def test_one_short_form_of_two_units_shows_both() -> None:
    book = register(
        paper("Socialudvalget (SU) mødes. SU er enige.", name="a"), paper("Skoleudvalget (SU) mødes.", name="b")
    )
    assert sorted(book.meanings("SU")) == ["Skoleudvalget", "Socialudvalget"]
    assert set(book.aliases()["su"]) == {"Skoleudvalget", "Socialudvalget"}


def test_places_are_spans_of_the_document() -> None:
    document = paper("Socialforvaltningen (SOF) hjælper. SOF har ansvaret for herberger.")
    for unit in extract(document).units:
        for _, span in unit.places:
            assert document.cleaned[span.start : span.end].strip()


def test_a_centre_answers_to_the_administration_it_lies_in() -> None:
    text = (
        "Center for Byliv (CBL) i Teknikforvaltningen passer torvene. "
        "Borgerservice, som hører under Kulturudvalget, svarer."
    )
    serves = {u.name: u.serves for u in read_units("x", text).units}
    assert serves["Center for Byliv"] == "Teknikforvaltningen"
    assert serves["Borgerservice"] == "Kulturudvalget"


@pytest.mark.parametrize(
    "text",
    [
        "Havneudvalget skifter navn til Kystudvalget fra 1. maj 2027. Næste møde holdes den 3. juni 2027.",
        "Mødet var den 2. marts 2027. Pr. 1. maj 2027 ændrer Havneudvalget navn til Kystudvalget.",
        "Havneudvalget ændrer fra den 1. maj 2027 navn til Kystudvalget.",
    ],
)
def test_a_renaming_has_the_day_of_its_own_sentence(text: str) -> None:
    new = next(u for u in facts(text).units if u.name == "Kystudvalget")
    assert (new.former, new.renamed_on) == (("Havneudvalget",), date(2027, 5, 1))


def test_a_renaming_without_a_day_leads_from_the_old_name_to_the_new() -> None:
    text = "Broerne overgår til Kystudvalget den 1. maj 2027. Havneudvalget skifter navn til Kystudvalget."
    held = register(paper(text))
    assert held.name_on("Havneudvalget", date(2028, 1, 1)) == "Kystudvalget"
    assert held.name_on("Kystudvalget", date(2028, 1, 1)) == "Kystudvalget"


@pytest.mark.parametrize(
    "text",
    [
        "Stiudvalget har fem medlemmer. Formand er Grethe Holm (SF).",
        "Stiudvalget blev aftalt af Venstre, SF og Bylisten.",
        "Stiudvalget blev aftalt af SF og Enhedslisten.",
    ],
)
def test_a_partys_letters_make_no_administration(text: str) -> None:
    assert [u.name for u in read_units("x", text).units] == ["Stiudvalget"]


def test_letters_that_the_paper_explains_are_an_administration_whatever_party_bears_them() -> None:
    text = "Socialforvaltningen (SF) mødes med Venstre, SF og Bylisten. Formand er Grethe Holm (SF)."
    assert names(text) == {"Socialforvaltningen": ("SF",)}


def test_a_company_is_no_function() -> None:
    (unit,) = read_units("x", "Tilbuddet fra Bøgelund Beton A/S var lavest.").units
    assert (unit.name, unit.type) == ("Bøgelund Beton A/S", "selskab")


def test_owners_of_several_rows_stand_beside_the_units() -> None:
    text = (
        "Vandværket drives af Bøgelund Forsyning. Renseanlægget drives af Bøgelund Forsyning. "
        "Kiosken drives af Enkelt Service. Kajen hører under Havneudvalget. Molen hører under Havneudvalget."
    )
    held = register(paper(text))
    assert [u.name for u in held.units_and_owners()] == ["Havneudvalget", "Bøgelund Forsyning"]
    _, span = held.units_and_owners()[1].places[0]
    assert text[span.start : span.end] == "Bøgelund Forsyning"
