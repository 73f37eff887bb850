"""The commands' words: Danish, with the exit codes of docs/cli.md, and quick help."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def call(*words, home, stdin=None):
    env = {"PATH": "/usr/bin:/bin", "RESSORT_HOME": str(home), "HOME": str(home)}
    return subprocess.run([sys.executable, "-m", "cli", *words], cwd=ROOT, env=env, input=stdin,
                          capture_output=True, text=True, check=False)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["ask", "--nix"], "findes ikke"),
        (["nix"], "findes ikke"),
        (["ingest"], "mangler"),
        (["search", "vej", "--top", "mange"], "er ikke et tal"),
        (["ask", "vej", "--as-of", "i morgen"], "Datoen i --as-of »i morgen« kan ikke læses"),
        (["search", " "], "Søgningen er tom"),
        (["ask"], "Skriv enten"),
        (["ask", "vej", "--batch", "x"], "Skriv enten"),
        (["search", "--batch", "findes-ikke.jsonl"], "kan ikke læses: den findes ikke."),
        (["serve", "--host", "intet.invalid"], "kan ikke bruges"),
    ],
)
def test_a_wrong_call_says_so_in_danish_and_exits_with_2(words, message, tmp_path):
    done = call(*words, home=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert "åbner" not in done.stderr


def test_help_loads_no_heavy_library():
    code = "import sys, cli; cli.cli.main(['--help'], standalone_mode=False); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    for heavy in ("torch", "chromadb", "gradio", "sentence_transformers", "numpy", "wordfreq"):
        assert f"'{heavy}'" not in done.stdout
    assert "Hvem" in done.stdout or "hvem" in done.stdout
