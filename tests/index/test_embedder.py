"""Embedders: the fake, batching, prompts; the built-in model marked slow."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.settings import Settings
from index.embedder import FakeEmbedder, batches_by_length, make_embedder, normalized

TEXTS = ["Kommunen passer parkerne.", "Skolen har nye vinduer.", "Udvalget mødes i maj om budgettet."]


@given(st.lists(st.integers(0, 600), max_size=60), st.integers(1, 2000))
def test_batches_hold_every_text_once_and_stay_within_the_limit(lengths, limit):
    batches = batches_by_length(lengths, limit)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= limit


def test_fake_vectors_are_unit_and_follow_stems():
    fake = FakeEmbedder()
    near = fake.embed_query("parkernes") @ fake.embed_query("park")
    far = fake.embed_query("parkernes") @ fake.embed_query("vinduet")
    assert near > 0.99 > far
    assert np.allclose(np.linalg.norm(fake.embed_passages(TEXTS), axis=1), 1.0)


def test_normalized_leaves_zero_rows():
    rows = normalized(np.array([[3.0, 4.0], [0.0, 0.0]], np.float32))
    assert rows.tolist() == [[np.float32(3 / 5), np.float32(4 / 5)], [0.0, 0.0]]


def test_fingerprints_tell_settings_apart():
    made = [
        make_embedder(Settings()),
        make_embedder(Settings(precision="fp32")),
        make_embedder(Settings(precision="bf16")),
        make_embedder(Settings(query_prompt="spørgsmål: ")),
        make_embedder(Settings(model="some/model")),
    ]
    assert len({embedder.fingerprint for embedder in made}) == 5
    assert make_embedder(Settings()).fingerprint == made[0].fingerprint


@pytest.mark.slow
def test_int8_agrees_with_sentence_transformers(model_cache):
    fast = make_embedder(Settings(cache=model_cache))
    plain = make_embedder(Settings(cache=model_cache, precision="fp32"))
    assert (fast.embed_passages(TEXTS) * plain.embed_passages(TEXTS)).sum(axis=1).min() > 0.999
    assert fast.embed_query("Hvem passer parken?") @ plain.embed_query("Hvem passer parken?") > 0.999


@pytest.mark.slow
def test_a_vector_does_not_depend_on_its_batch(model_cache):
    fast = make_embedder(Settings(cache=model_cache))
    alone = np.concatenate([fast.embed_passages([text]) for text in TEXTS])
    assert (fast.embed_passages(TEXTS) * alone).sum(axis=1).min() > 0.9998


@pytest.mark.slow
def test_an_own_folder_with_its_own_prompts_works(model_cache):
    from index.models.build import ready_model

    own = make_embedder(Settings(model=str(ready_model(model_cache))))
    built_in = make_embedder(Settings(cache=model_cache, precision="fp32"))
    assert np.allclose(own.embed_query("park"), built_in.embed_query("park"), atol=1e-5)
    assert own.fingerprint != built_in.fingerprint


@pytest.mark.slow
def test_an_interrupted_build_is_made_again(tmp_path, monkeypatch):
    from index.models import build

    monkeypatch.setattr(build, "_write_onnx", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        build.ready_model(tmp_path)
    assert list((tmp_path / "models").iterdir()) == []
