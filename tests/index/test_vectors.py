"""One contract for both vector stores."""

import numpy as np
import pytest

from core.errors import LibraryError
from index.embedder import normalized
from index.vectors import ChromaStore, NumpyStore, best


def some_vectors(n, seed=0, dim=48):
    return normalized(np.random.default_rng(seed).normal(size=(n, dim)).astype(np.float32))


@pytest.fixture(params=["numpy", pytest.param("chroma", marks=pytest.mark.slow)])
def store(request, tmp_path):
    held = NumpyStore() if request.param == "numpy" else ChromaStore(tmp_path / "v")
    yield held
    held.close()


def test_empty(store):
    assert store.search(some_vectors(1)[0], 5) == []
    assert store.numbers() == set()
    assert store.vectors([1]) == {}


def test_nearest_is_itself_and_scores_are_cosines(store):
    vectors = some_vectors(40)
    store.add(range(1, 41), vectors)
    found = store.search(vectors[6], 5)
    assert found[0] == (7, pytest.approx(1.0, abs=1e-3))
    assert dict(found) == {n: pytest.approx(float(vectors[6] @ vectors[n - 1]), abs=1e-3) for n, _ in found}
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_adding_a_known_number_keeps_its_vector(store):
    first, second = some_vectors(2)
    store.add([5], first[None])
    store.add([5], second[None])
    assert np.allclose(store.vectors([5])[5], first, atol=1e-3)
    assert store.numbers() == {5}


def test_deleted_numbers_are_gone_and_unknown_ones_ignored(store):
    vectors = some_vectors(6)
    store.add(range(6), vectors)
    store.delete([0, 1, 77])
    assert store.numbers() == {2, 3, 4, 5}
    assert {n for n, _ in store.search(vectors[0], 10)} == {2, 3, 4, 5}


def test_more_asked_than_held(store):
    store.add([1, 2], some_vectors(2))
    assert len(store.search(some_vectors(1, seed=3)[0], 50)) == 2


@pytest.mark.slow
def test_chroma_keeps_its_vectors_and_agrees_with_exact_search(tmp_path):
    vectors, asked = some_vectors(9000), some_vectors(20, seed=4)
    first = ChromaStore(tmp_path / "v")
    first.add(range(9000), vectors)
    first.settle()
    first.close()
    again, exact = ChromaStore(tmp_path / "v"), NumpyStore()
    exact.add(range(9000), vectors)
    same = [len(dict(again.search(q, 10)).keys() & dict(exact.search(q, 10)).keys()) for q in asked]
    assert np.mean(same) > 8
    again.close()


@pytest.mark.slow
def test_a_damaged_folder_is_a_library_error(tmp_path):
    folder = tmp_path / "v"
    folder.mkdir()
    (folder / "chroma.sqlite3").write_bytes(b"no database " * 500)
    with pytest.raises(LibraryError, match="svarer ikke"):
        ChromaStore(folder)


def test_best_is_a_sorted_prefix():
    assert best([10, 11, 12, 13], np.array([0.1, 0.9, 0.5, 0.7], np.float32), 3) == [
        (11, pytest.approx(0.9)),
        (13, pytest.approx(0.7)),
        (12, pytest.approx(0.5)),
    ]
