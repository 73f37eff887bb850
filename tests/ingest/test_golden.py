"""Samples of our own against what was reviewed. Rewrite: python -m tests.ingest.show"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.show import GOLDEN, SAMPLES, analysed, shown


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_reading_of_sample_is_as_reviewed(path: Path) -> None:
    assert shown(analysed(path)) == (GOLDEN / path.name).read_text(encoding="utf-8")
