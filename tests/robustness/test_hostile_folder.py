"""A folder of broken, hostile and odd files: each one reported, all good ones in, nothing hangs or falls over."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from core.settings import Settings
from pipeline import FileResult, KnowledgeBase
from tests.robustness import files

LIMITS = Settings(model="fake", parse_seconds=20, ocr_page_seconds=20)


def taken_in(home: Path, folder: Path) -> dict[str, FileResult]:
    """Name → what became of each file of a folder."""
    base = KnowledgeBase.open(replace(LIMITS, home=home))
    try:
        results = base.ingest([folder])
    finally:
        base.close()
    assert all("\n" not in result.name + result.reason for result in results)
    assert not any("uventet" in result.reason for result in results)
    return {result.name: result for result in results}


def write_all(folder: Path, held: dict[str, bytes]) -> None:
    """The files in a new folder."""
    folder.mkdir()
    for name, data in held.items():
        (folder / name).write_bytes(data)


def test_odd_places_are_named_and_never_read(tmp_path: Path) -> None:
    left_out = files.odd_places(tmp_path / "sager")
    results = taken_in(tmp_path / "home", tmp_path / "sager")
    assert results["god\\xff.txt"].status == "added"
    assert sum(result.status == "failed" for result in results.values()) == left_out
    assert all(name in result.reason for name, result in results.items() if result.status == "failed")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads any file")
def test_files_and_folders_without_access_are_named(tmp_path: Path) -> None:
    write_all(tmp_path / "sager", {"laast.txt": b"x", "god.txt": files.prose(1).encode()})
    (tmp_path / "sager" / "laast.txt").chmod(0)
    (tmp_path / "sager" / "mappe").mkdir(mode=0)
    results = taken_in(tmp_path / "home", tmp_path / "sager")
    assert {name: result.status for name, result in results.items()} == {
        "god.txt": "added", "laast.txt": "failed", "mappe": "failed",
    }  # fmt: skip


def test_odd_but_good_files_are_taken_in(tmp_path: Path) -> None:
    good = files.good_files()
    write_all(tmp_path / "sager", good)
    results = taken_in(tmp_path / "home", tmp_path / "sager")
    wanted = {name.replace("\n", "\ufffd") for name in good if not name.endswith(".zip")}
    assert {name for name, result in results.items() if result.status == "added"} == wanted | {
        "arkiv.zip/mappe/a\ufffdb.txt"
    }
    assert "peger ud af arkivet" in results["arkiv.zip"].reason
    held = sqlite3.connect(tmp_path / "home" / "library.sqlite")
    stored = " ".join(row[0] for row in held.execute("SELECT text FROM passages"))
    held.close()
    assert "1234" not in stored
    assert "XXXXXX-XXXX" in stored


@pytest.mark.slow
def test_bad_files_are_each_named_and_the_good_one_is_in(tmp_path: Path) -> None:
    write_all(tmp_path / "sager", {**files.bad_files(), "god.txt": files.prose(9).encode()})
    results = taken_in(tmp_path / "home", tmp_path / "sager")
    assert results.pop("god.txt").status == "added"
    assert {name for name, result in results.items() if result.status != "failed"} == set()
    assert set(files.bad_files()) <= set(results)
    assert all(name in result.reason for name, result in results.items())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_damaged_copies_of_real_files_never_stop_a_run(tmp_path: Path, seed: int) -> None:
    sources = [*sorted((files.ROOT / "corpus").glob("*.pdf"))[:2], *sorted((files.ROOT / "corpus").glob("*.docx"))]
    damaged = {
        f"{count}-{source.name}": files.flipped(source.read_bytes(), count, seed)
        for source in sources
        for count in (3, 60, 2000)
    }
    damaged |= {f"halv-{source.name}": source.read_bytes()[: 9000 * (seed + 1)] for source in sources}
    write_all(tmp_path / "sager", {**damaged, "god.txt": files.prose(seed).encode()})
    results = taken_in(tmp_path / "home", tmp_path / "sager")
    assert results["god.txt"].status == "added"
    assert set(results) == {*damaged, "god.txt"}
