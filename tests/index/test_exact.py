"""Vectors of a small library in memory, and of a larger one in its store."""

import numpy as np
import pytest

from core.schema import Filters
from core.settings import Settings
from index import FakeEmbedder, make_retriever, open_library, take_in
from index.embedder import normalized
from index.exact import Held
from index.library.store import Library
from index.vectors import NumpyStore
from tests.index.documents import document

TEXTS = {
    f"vej{i}.txt": f"Vej nummer {i} fejes i uge {i}.\n\nCykelstien ved vej {i} saltes af hold {i}." for i in range(6)
}
VECTORS = normalized(np.random.default_rng(5).normal(size=(30, 16)).astype(np.float32))
HELD = Held(np.arange(2, 62, 2), np.repeat(np.arange(3), 10), VECTORS)


@pytest.fixture
def home(tmp_path):
    library = open_library(tmp_path, Settings(model="fake"))
    for name, text in TEXTS.items():
        take_in(library, FakeEmbedder(), document(name, text))
    library.close()
    return tmp_path


def test_it_finds_what_an_exact_store_finds():
    store = NumpyStore()
    store.add(HELD.numbers.tolist(), VECTORS)
    assert HELD.search(VECTORS[4], 7) == store.search(VECTORS[4], 7)
    assert HELD.cosines([10, 4], VECTORS[4]) == [pytest.approx(1.0), pytest.approx(float(VECTORS[1] @ VECTORS[4]))]


def test_documents_limit_strictly():
    assert {number for number, _ in HELD.search(VECTORS[4], 99, [2, 7])} == set(range(42, 62, 2))
    assert HELD.search(VECTORS[4], 9, []) == []


def test_an_empty_library_finds_nothing(tmp_path):
    library = open_library(tmp_path, Settings(model="fake"))
    assert library.dense.search(VECTORS[0], 5) == []
    library.close()


def test_a_small_library_is_searched_without_its_store(home):
    def none_at_hand(_folder):
        raise AssertionError("asked for the store")

    library = Library(home, make_store=none_at_hand)
    hits = make_retriever(library, FakeEmbedder()).search("hvem salter cykelstien ved vej 4", Filters(), 3)
    assert "vej 4" in hits[0].passage.text
    library.close()


def test_a_larger_library_gives_the_same_from_its_store(home, monkeypatch):
    question, few = FakeEmbedder().embed_query("cykelstien saltes"), (1, 2)
    library = open_library(home, Settings(model="fake"))
    small = [library.dense.search(question, 20), library.dense.search(question, 20, few)]
    small_cosines = library.dense.cosines([3, 1], question)
    monkeypatch.setattr("index.exact.SMALL", 3)
    other = open_library(home, Settings(model="fake"))
    take_in(other, FakeEmbedder(), document("ny.txt", "Noget helt andet om havnen."))
    large = [other.dense.search(question, 20), other.dense.search(question, 20, few)]
    assert [dict(one) for one in small] == [
        {n: pytest.approx(s, abs=2e-3) for n, s in one if n <= 12} for one in large
    ]  # fmt: skip
    assert other.dense.cosines([3, 1], question) == pytest.approx(small_cosines, abs=2e-3)
    assert 13 in dict(large[0])
    library.close()
    other.close()


def test_what_left_and_what_came_is_known_at_the_next_search(home):
    library = open_library(home, Settings(model="fake"))
    question = FakeEmbedder().embed_query("cykelstien saltes")
    assert len(library.dense.search(question, 99)) == 12
    library.remove("vej3.txt")
    take_in(library, FakeEmbedder(), document("ny.txt", "Noget helt andet om havnen."))
    found = library.dense.search(question, 99)
    assert {number for number, _ in found} == {*range(1, 7), *range(9, 14)}
    assert dict(found) == dict(Library(home).dense.search(question, 99))
    library.remove(*(info.name for info in library.infos()))
    assert library.dense.search(question, 99) == []
    take_in(library, FakeEmbedder(), document("ny.txt", "Igen noget om havnen."))
    assert len(library.dense.search(question, 99)) == 1
    library.close()


def test_another_models_vectors_are_read_anew(home):
    class Turned(FakeEmbedder):
        fingerprint = "turned"

        def embed_query(self, text):
            return np.roll(super().embed_query(text), 1)

    library = open_library(home, Settings(model="fake"))
    library.dense.search(FakeEmbedder().embed_query("havnen"), 3)
    library.reembed(Turned())
    wanted, _ = library.embedded_of(library.infos()[0].id, [p.text for p in library.passages(library.infos()[0].id)])
    assert library.dense.search(wanted[0], 1)[0][1] == pytest.approx(1.0, abs=1e-3)
    library.close()


@pytest.mark.slow
def test_a_large_library_waits_with_its_store_after_a_removal(home, monkeypatch):
    monkeypatch.setattr("index.exact.SMALL", 2)
    monkeypatch.setattr("index.dense._QUICK", 4)
    library = Library(home)
    library.dense.rebuild()
    library.remove("vej0.txt")
    take_in(library, FakeEmbedder(), document("ny.txt", "Noget helt andet om havnen."))
    assert list(home.glob("vectors-*")) == []  # one of eleven passages is new
    assert len(library.dense.search(FakeEmbedder().embed_query("havnen"), 99)) == 11
    assert library.verify(FakeEmbedder()).ok
    take_in(library, FakeEmbedder(), document("ny2.txt", "Mere om havnen og kajen."))
    assert len(list(home.glob("vectors-*"))) == 1
    assert len(library.dense.search(FakeEmbedder().embed_query("havnen"), 99)) == 12
    assert library.dense.compare() == ([], [], [])
    library.close()
