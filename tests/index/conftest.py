"""Shared pieces of the index tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings, load_settings
from index import FakeEmbedder, Library, open_library


@pytest.fixture(scope="session")
def model_cache() -> Path:
    """The ordinary cache, so that the model is made ready only once on a machine."""
    return load_settings().cache_dir


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library with vectors in numpy."""
    held = open_library(tmp_path / "home", Settings(model="fake"))
    yield held
    held.close()
