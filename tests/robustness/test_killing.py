"""``kill -9`` while files are read in: each document is whole or absent, the next run goes on to what a run without
a kill gives, and no child process stays behind."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.settings import Settings
from pipeline import KnowledgeBase
from tests.robustness import files

RUN = """
import sys
from dataclasses import replace
from pathlib import Path
from core.settings import Settings
from pipeline import KnowledgeBase
base = KnowledgeBase.open(replace(Settings(model="fake"), home=Path(sys.argv[1])))
base.ingest([Path(sys.argv[2])], progress=lambda done, total, name: print(done, flush=True))
base.close()
"""
_DOCUMENTS = 30


def start(home: Path, folder: Path) -> subprocess.Popen[str]:
    """A run that tells each file it is done with."""
    command = [sys.executable, "-c", RUN, str(home), str(folder)]
    return subprocess.Popen(command, cwd=files.ROOT, stdout=subprocess.PIPE, text=True)


def children(parent: int) -> list[int]:
    """Process ids of a process' children (Linux)."""
    return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if _stat(path)[1:2] == [str(parent)]]


def running(process: int) -> bool:
    """True for a process that lives; one that is dead and not yet collected doesn't."""
    return _stat(Path(f"/proc/{process}/stat"))[:1] not in ([], ["Z"])


def _stat(path: Path) -> list[str]:
    try:
        return path.read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def content(home: Path) -> dict[str, Counter[Any]]:
    """What the library holds, free of row numbers and times."""
    held = sqlite3.connect(home / "library.sqlite")
    try:
        return {name: Counter(held.execute(query).fetchall()) for name, query in _QUERIES.items()}
    finally:
        held.close()


_QUERIES = {
    "documents": "SELECT id, name, source, title, replaced_by FROM documents",
    "passages": "SELECT p.id, p.start, p.text, v.data FROM passages p JOIN vectors v ON v.passage = p.number",
    "facts": "SELECT document, kind, data FROM facts",
    "words": "SELECT form, passages FROM words",
    "files": "SELECT source, name, document FROM files",
}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Counter[Any]]]:
    """A folder of documents, and what a run without a kill makes of it."""
    base = tmp_path_factory.mktemp("clean")
    folder = base / "sager"
    folder.mkdir()
    for number in range(_DOCUMENTS):
        text = files.prose(number, 4 + number % 9)
        if number % 7:
            (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
        else:
            (folder / f"{number:02}.docx").write_bytes(files.docx(text))
    assert start(base / "home", folder).communicate()[0].split()[-1] == str(_DOCUMENTS)
    return folder, content(base / "home")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_killed_run_leaves_whole_documents_and_no_process(
    tmp_path: Path, clean: tuple[Path, dict[str, Counter[Any]]], seed: int
) -> None:
    folder, wanted = clean
    pick = random.Random(seed)
    run = start(tmp_path, folder)
    told = [run.stdout.readline() for _ in range(pick.randrange(1, _DOCUMENTS - 2))]  # type: ignore[union-attr]
    time.sleep(pick.uniform(0, 0.1))
    workers = children(run.pid)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    while any(running(worker) for worker in workers):
        time.sleep(0.05)

    left = content(tmp_path)
    assert len(left["documents"]) >= len(told)
    assert all(not left[part] - wanted[part] for part in ("documents", "passages", "facts"))
    base = KnowledgeBase.open(replace(Settings(model="fake"), home=tmp_path))
    report = base.verify(repair=True)
    assert report["ok"], report
    for document in base.documents():
        assert base.library.passages(document.id)
    results = base.ingest([folder])
    base.close()
    assert {result.status for result in results} <= {"added", "unchanged"}
    assert content(tmp_path) == wanted
