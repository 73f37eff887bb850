"""Search over a small library: both arms, filters, spellings, compounds, hostile queries."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ModelMismatch
from core.schema import Filters, Kind
from core.settings import Settings
from index import FakeEmbedder, make_retriever, open_library, take_in
from tests.index.documents import document

TEXTS = {
    "pleje.txt": "Hjemmesygeplejen hører under Ældreudvalget.\n\nSygeplejen i hjemmet ydes hele døgnet.",
    "veje.txt": "Vejene fejes af driftsgården hver uge.\n\nCykelstierne saltes først om vinteren.",
    "budget.txt": "Der er afsat 1.357 t.kr. til cykelstier i 2026.\n\nI 2025 blev der brugt 900 t.kr.",
    "referat.txt": "Punkt 1. Udvalget drøftede belysning i Københavns parker.\n\nPunkt 2. Mødet sluttede kl. 17.",
}


@pytest.fixture(scope="module")
def retriever(tmp_path_factory):
    library = open_library(tmp_path_factory.mktemp("home"), Settings(model="fake"))
    for name, text in TEXTS.items():
        kind = Kind.MINUTES if name == "referat.txt" else Kind.MEMO
        day = date(2025, 11, 3) if name == "referat.txt" else None
        take_in(library, FakeEmbedder(), document(name, text, kind=kind, day=day))
    yield make_retriever(library, FakeEmbedder())
    library.close()


def first(retriever, query, filters=Filters(), **named):  # noqa: B008
    hits = retriever.search(query, filters, 5, **named)
    return hits[0].passage.text if hits else ""


@pytest.mark.parametrize(
    ("query", "start"),
    [
        ("Hvem fejer vejene?", "Vejene fejes"),
        ("cykelstier vinter", "Cykelstierne saltes"),
        ("hvor mange penge til cykelstier i 2026", "Der er afsat"),
        ("koebenhavns parker", "Punkt 1"),
        ("kobenhavn belysning", "Punkt 1"),
        ("aeldreudvalget", "Hjemmesygeplejen hører"),
        ("driftsgaarden", "Vejene fejes"),
        ("cykelstirne salt", "Cykelstierne saltes"),
        ("1357", "Der er afsat"),
    ],
)
def test_the_right_passage_comes_first(retriever, query, start):
    assert first(retriever, query).startswith(start)


def test_a_compound_is_met_by_its_parts_and_the_other_way(retriever):
    for query in ("hjemmesygepleje", "sygepleje"):
        hits = retriever.search(query, Filters(), 2)
        assert {hit.passage.text.split()[0] for hit in hits} == {"Hjemmesygeplejen", "Sygeplejen"}


def test_expansions_are_searched_as_whole_names(retriever):
    assert first(retriever, "VD", expansions={"vd": ["driftsgården"]}).startswith("Vejene")
    names = {"vd": ["belysning parker"]}
    hits = retriever.search("VD", Filters(), 5, expansions=names)
    assert hits[0].features["coverage"] == pytest.approx(0.9)
    assert all(hit.features["coverage"] == 0.0 for hit in hits[1:])


def test_documents_are_found_by_what_they_are_called(retriever):
    hits = retriever.search("referat november 2025", Filters(), 10)
    assert hits[0].features["document"] > 0
    assert hits[0].passage.text.startswith("Punkt")


def test_filters_limit_strictly(retriever):
    only = retriever.search("cykelstier", Filters(kinds=(Kind.MINUTES,)), 10)
    assert {hit.passage.text.split()[0] for hit in only} == {"Punkt"}
    assert retriever.search("cykelstier", Filters(kinds=(Kind.AGREEMENT,)), 10) == []
    assert retriever.search("cykelstier", Filters(documents=("findes-ikke",)), 10) == []
    assert len(retriever.search("cykelstier", Filters(date_from=date(2025, 11, 3)), 10)) == 2


def test_hits_carry_both_arms_and_a_score_within_bounds(retriever):
    hits = retriever.search("Hvem fejer vejene?", Filters(), 10)
    assert all(0.0 <= hit.score <= 1.0 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {"dense", "lexical", "coverage"} <= hits[0].features.keys()
    assert hits[0].features["coverage"] == 1.0
    assert hits[0].features["lexical"] > 0


@given(st.text(max_size=120))
@settings(max_examples=60, deadline=None)
def test_no_query_breaks_the_search(retriever, query):
    assert len(retriever.search(query, Filters(), 3)) <= 3


@pytest.mark.parametrize("query", ['"', "* OR NEAR(", "body:x AND", "'; DROP TABLE passages; --", "🚲🚲", "x" * 9000])
def test_syntax_is_only_text(retriever, query):
    retriever.search(query, Filters(), 3)
    assert first(retriever, "vejene").startswith("Vejene")


def test_an_empty_query_or_library_finds_nothing(retriever, tmp_path):
    assert retriever.search("  ", Filters(), 5) == []
    empty = make_retriever(open_library(tmp_path, Settings(model="fake")), FakeEmbedder())
    assert empty.search("veje", Filters(), 5) == []


def test_new_and_removed_documents_are_seen_at_once(tmp_path):
    library = open_library(tmp_path, Settings(model="fake"))
    search = make_retriever(library, FakeEmbedder())
    take_in(library, FakeEmbedder(), document("a.txt", TEXTS["veje.txt"]))
    assert first(search, "cykelstierne").startswith("Cykelstierne")
    library.remove("a.txt")
    assert search.search("cykelstierne", Filters(), 5) == []
    library.close()


def test_another_models_vectors_are_never_searched(tmp_path):
    library = open_library(tmp_path, Settings(model="fake"))
    take_in(library, FakeEmbedder(), document("a.txt", TEXTS["veje.txt"]))
    other = type("Other", (FakeEmbedder,), {"fingerprint": "other"})()
    with pytest.raises(ModelMismatch, match="anden model"):
        make_retriever(library, other).search("veje", Filters(), 3)
    library.close()


def test_units_hold_neighbours_once_and_keep_the_order(retriever):
    hits = retriever.search("cykelstierne fejes", Filters(), 10)
    units = retriever.units(hits)
    assert len(units) == len(TEXTS)
    assert units[0].passage.document_id == hits[0].passage.document_id
    held = next(unit.passage for unit in units if "Vejene" in unit.passage.text)
    assert "Cykelstierne" in held.text
    assert TEXTS["veje.txt"][held.start : held.end].split() == held.text.split()
