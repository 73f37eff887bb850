"""What code and data made a stored result: when they change, the result is made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_LEFT_OUT = ("__pycache__", ".pyc")


@cache
def code_of(*packages: str) -> str:
    """Twelve hex digits over every file of the packages, subfolders included; another version gives others.

    A thousand files of a few kB take about 10 ms, once a process."""
    digest = hashlib.sha256()
    for package in packages:
        for file in _files(package):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _files(package: str) -> list[Path]:
    found = find_spec(package)
    folders = [Path(folder) for folder in (found.submodule_search_locations or ())] if found else []
    return sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not any(part in str(path) for part in _LEFT_OUT)
    )
