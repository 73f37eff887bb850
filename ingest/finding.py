"""Which files a set of paths holds: folders, zip archives, links — with a reason for each one left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from core.errors import system_reason
from core.settings import Settings
from ingest.archive import unpacked
from ingest.formats.sniff import ARCHIVES, refused_type, supported
from ingest.naming import shown, whole

_IGNORED = {".ds_store", "thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. name: how the library calls it: the path below what was given, archives included.
    source: what tells it from every other file, also where ``path`` is a member unpacked for the moment."""

    path: Path
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file left out. reason: one Danish line with what, which file and why. source: as in ``Found``."""

    path: Path
    reason: str
    name: str = ""
    source: str = ""


def discover(paths: Iterable[Path], settings: Settings) -> Iterator[Found | Skipped]:
    """Files in a stable order. Members of an archive lie in a file that is gone once the next item is
    asked for, so read each file before going on."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for item in _walk(Path(path), shown(Path(path).name), seen, settings, given=True):
            yield item if item.source else replace(item, source=whole(item.path, follow=False))


def _walk(
    path: Path, name: str, seen: set[tuple[int, int]], settings: Settings, *, given: bool = False
) -> Iterator[Found | Skipped]:
    try:
        status = path.stat()
    except FileNotFoundError:
        yield Skipped(
            path,
            f"{name}: filen findes ikke."
            if not path.is_symlink()
            else f"{name}: linket peger på en fil, der ikke findes.",
            name,
        )
        return
    except OSError as error:
        yield Skipped(path, f"{name}: kan ikke åbnes ({system_reason(error)}).", name)
        return
    identity = (status.st_dev, status.st_ino)
    if path.is_dir():
        if identity in seen:
            yield Skipped(path, f"{name}: mappen er allerede læst (et link går i ring).", name)
            return
        seen.add(identity)
        yield from _folder(path, "" if given else name, seen, settings)
    elif not path.is_file():
        yield Skipped(path, f"{name}: er ikke en almindelig fil.", name)
    elif path.suffix.lower() in ARCHIVES:
        yield from _archive(path, name, settings)
    elif supported(name):
        yield Found(path, name, whole(path))
    elif path.name.lower() not in _IGNORED:
        yield Skipped(path, refused_type(name, shown(path.suffix)), name)


def _folder(path: Path, name: str, seen: set[tuple[int, int]], settings: Settings) -> Iterator[Found | Skipped]:
    try:
        entries = sorted(os.listdir(path))
    except OSError as error:
        yield Skipped(path, f"{name or path.name}: mappen kan ikke læses ({system_reason(error)}).", name)
        return
    ignored = _ignored(path)
    for entry in entries:
        if entry.startswith((".", "~$")) or any(fnmatch(entry, pattern) for pattern in ignored):
            continue
        yield from _walk(path / entry, _below(name, entry), seen, settings)


def _below(folder: str, entry: str) -> str:
    return f"{folder}/{shown(entry)}" if folder else shown(entry)


def _ignored(folder: Path) -> list[str]:
    """Name patterns of the folder's ``.ressortignore``: one a line, # begins a comment."""
    try:
        lines = (folder / ".ressortignore").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [line.strip().rstrip("/") for line in lines if line.strip() and not line.startswith("#")]


def _archive(path: Path, name: str, settings: Settings) -> Iterator[Found | Skipped]:
    empty = True
    for member in unpacked(path, name, settings):
        empty = False
        if isinstance(member, str):
            yield Skipped(path, member, name, f"{whole(path)}!{member}")
        else:
            file, label = member
            if supported(label):
                yield Found(file, label, f"{whole(path)}!{label}")
            elif PurePosixPath(label).name.lower() not in _IGNORED:
                reason = refused_type(label, PurePosixPath(label).suffix)
                yield Skipped(file, reason, label, f"{whole(path)}!{label}")
    if empty:
        yield Skipped(path, f"{name}: der er ingen filer i arkivet.", name)
