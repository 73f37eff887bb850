"""The tuned model that reads question and text together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import LibraryError
from core.settings import Settings
from index.cross_encoder import NAME, make_cross_encoder
from index.models.build import packed_file
from index.models.q4file import Q4File
from index.models.tuned import TunedFile, learned, ready_tuned

ANSWERS = "Havnekontoret overtager tilsynet med bådebroerne fra Parkafdelingen den 1. marts 2033."


def test_the_fake_model_has_none() -> None:
    assert make_cross_encoder(Settings(model="fake")) is None


def test_only_the_learned_matrices_move() -> None:
    plain, tuned = Q4File(packed_file()), TunedFile(packed_file(), NAME)
    names = list(learned(NAME).differences)
    assert names
    name = names[0]
    assert not np.array_equal(tuned.matrix(name, 384), plain.matrix(name, 384))
    assert np.array_equal(tuned.matrix("l0.q.w", 384), plain.matrix("l0.q.w", 384)) == ("l0.q.w" not in names)


@pytest.mark.slow
def test_a_sentence_that_answers_stands_above_one_of_the_same_topic(model_cache: Path) -> None:
    model = make_cross_encoder(Settings(cache=model_cache))
    assert model is not None
    beside = "Havnekontoret ligger ved bådebroerne og har åbent alle hverdage."
    odds = model.read("Hvem får tilsynet med bådebroerne i 2033?", [ANSWERS, beside])
    assert odds.shape == (2,)
    assert odds[0] > odds[1]
    assert model.read("Hvem får tilsynet?", []).shape == (0,)


@pytest.mark.slow
def test_a_question_it_answers_stands_above_a_near_miss(model_cache: Path) -> None:
    model = make_cross_encoder(Settings(cache=model_cache))
    assert model is not None
    met = model.read("Hvornår skifter tilsynet med bådebroerne hænder?", [ANSWERS])[0]
    missed = model.read("Hvad koster tilsynet med bådebroerne om året?", [ANSWERS])[0]
    assert met > missed


@pytest.mark.slow
def test_a_text_reads_the_same_beside_others(model_cache: Path) -> None:
    model = make_cross_encoder(Settings(cache=model_cache))
    assert model is not None
    alone = model.read("Hvem får tilsynet?", [ANSWERS])[0]
    beside = model.read("Hvem får tilsynet?", [ANSWERS, ANSWERS * 9])[0]
    assert alone == pytest.approx(beside, abs=0.05)


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(LibraryError, match="Læsemodellen"):
        ready_tuned(tmp_path, NAME)
