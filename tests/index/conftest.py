"""Shared pieces of the index tests."""

from pathlib import Path

import pytest

from core.settings import load_settings


@pytest.fixture(scope="session")
def model_cache() -> Path:
    """The ordinary cache, so that the model is made ready only once on a machine."""
    return load_settings().cache_dir
