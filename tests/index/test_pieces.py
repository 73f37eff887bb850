"""Pieces of words: places in the text, packing, and the likeness of a stretch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.likeness import Asked, Likeness, signs
from core.settings import Settings
from index.embedder import make_embedder
from index.pieces import DIM, Hidden, PieceEmbedder, likeness, packed, projection, unpacked

TEXT = "Havnen passes af\nvagten på kajen."


def hidden(starts: list[int], seed: int = 1) -> Hidden:
    states = np.random.default_rng(seed).normal(size=(len(starts), 384)).astype(np.float32)
    return Hidden(np.array(starts, np.int64), states)


def test_places_count_signs_without_white_space_behind_the_lead_in() -> None:
    whole = f"Følgende gælder:\n{TEXT}"
    before = whole.index(TEXT)
    starts = [0, 9, *(before + TEXT.index(word) for word in ("Havnen", "passes", "vagten"))]
    (blob,) = packed([whole], ["Følgende gælder:"], [hidden(starts)])
    places, states = unpacked(blob)
    assert places.tolist() == [0, signs("Havnen"), signs("Havnen passes af")]
    assert states.shape == (3, DIM)


@settings(deadline=None)  # the first reads the matrix
@given(st.integers(0, 40), st.integers(0, 9))
def test_packing_keeps_directions(count: int, seed: int) -> None:
    one = hidden(list(range(count)), seed)
    (blob,) = packed(["x" * count], [""], [one])
    places, states = unpacked(blob)
    assert places.tolist() == list(range(count))
    assert np.allclose(states, projection().brought(one.states), atol=0.01)


def test_a_stretch_is_likest_where_the_same_pieces_stand() -> None:
    axes = np.eye(4, DIM, dtype=np.float32)
    asked = Asked(axes[:2], np.array([0.75, 0.25], np.float32), axes[0], 0.0)
    found = Likeness(asked, np.array([0, 5, 9, 14], np.uint16), axes[[3, 0, 1, 2]])
    assert found.of(5, 14) == pytest.approx(1.0)
    assert found.of(5, 9) == pytest.approx(0.75)
    assert found.of(0, 5) == pytest.approx(0.0)
    assert found.of(15, 20) is None
    assert found.all() == pytest.approx(1.0)


@given(st.lists(st.integers(0, 12), max_size=5), st.integers(1, 6))
def test_all_passages_in_one_are_as_each_alone(counts: list[int], asked: int) -> None:
    blobs = packed(["x" * n for n in counts], [""] * len(counts), [hidden(list(range(n)), n) for n in counts])
    question = hidden(list(range(asked)), 77)
    own = projection().asked(question.states)
    for blob, found in zip(blobs, likeness(question, blobs), strict=True):
        alone = Likeness(own, *unpacked(blob))
        assert found.all() == pytest.approx(alone.all(), abs=1e-5)
        assert found.of(1, 4) == (alone.of(1, 4) and pytest.approx(alone.of(1, 4), abs=1e-5))


def test_models_without_pieces_are_known() -> None:
    assert not isinstance(make_embedder(Settings(model="fake")), PieceEmbedder)


@pytest.mark.slow
def test_the_built_in_model_tells_of_each_piece() -> None:
    embedder = make_embedder(Settings())
    assert isinstance(embedder, PieceEmbedder)
    texts = [TEXT, "Skolens gård åbner klokken otte."]
    vectors, read = embedder.embed_pieces(texts)
    assert np.allclose(vectors, embedder.embed_passages(texts), atol=1e-6)
    assert read[0].starts[0] == 0
    assert all(not TEXT[start].isspace() for start in read[0].starts)
    question = embedder.query_pieces("Hvem holder øje med kajen ved havnen?")
    near, far = likeness(question, packed(texts, ["", ""], read))
    assert near.all() > far.all()
