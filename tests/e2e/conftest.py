"""The installed command run as a user runs it, on a library of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ressort:
    """``ressort`` with a home and settings of its own."""

    home: Path
    settings: dict[str, str]

    def run(self, *words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        """One call of the command."""
        env = {**os.environ, **self.settings, "RESSORT_HOME": str(self.home)}
        command = [sys.executable, "-m", "cli", *words]
        return subprocess.run(command, cwd=ROOT, env=env, input=stdin, capture_output=True, text=True, check=False)

    def json(self, *words: str, code: int = 0) -> Any:
        """What ``--json`` prints, after checking the exit code."""
        done = self.run(*words, "--json")
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def batch(self, command: str, rows: list[dict[str, Any] | str], tmp: Path, code: int = 0) -> list[dict[str, Any]]:
        """Lines out for lines in, after checking the exit code; a text is a line as it is."""
        file = tmp / "batch.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        file.write_text("\n".join(lines), encoding="utf-8")
        done = self.run(command, "--batch", str(file))
        assert done.returncode == code, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def ressort(tmp_path: Path) -> Ressort:
    """An empty library with the small fake model."""
    return Ressort(tmp_path / "home", {"RESSORT_MODEL": "fake"})


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Ressort:
    """The five documents of corpus/ taken in with the real model, Chroma and tesseract."""
    base = Ressort(tmp_path_factory.mktemp("real") / "home", {"RESSORT_MODEL": ""})
    results = base.json("ingest", str(ROOT / "corpus"))
    assert [row["status"] for row in results] == ["added"] * 5
    return base


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a text file into a folder of documents."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put
