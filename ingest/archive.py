"""Zip archives unpacked member by member into a file without a name, nothing elsewhere, nothing too large."""

from __future__ import annotations

import re
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from core.errors import RefusedFile
from core.settings import Settings
from ingest.formats.packages import BROKEN, check_sizes
from ingest.naming import shown

UNPACKED = "tmp"  # folder in the library's home for members that need a name
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX|\.[^./][^/]*|Thumbs\.db|desktop\.ini)(?:/|$)", re.IGNORECASE)


def unpacked(path: Path, name: str, settings: Settings) -> Iterator[tuple[Path, str] | str]:
    """(file, name shown) of each member, or a Danish reason why the archive or a member is left out.

    A member's file is removed when the next one is asked for."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            check_sizes(members, name)
            for member in members:
                if not member.is_dir() and not _HIDDEN.search(member.filename):
                    yield from _member(archive, member, name, settings)
    except RefusedFile as error:
        yield str(error)
    except PermissionError:
        yield f"{name}: arkivet kan ikke læses, fordi der ikke er adgang til det."
    except BROKEN:
        yield f"{name}: arkivet er beskadiget og kan ikke pakkes ud."


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, settings: Settings
) -> Iterator[tuple[Path, str] | str]:
    inner = PurePosixPath(member.filename.replace("\\", "/"))
    label = f"{name}/{shown(str(inner))}"
    reason = _refusal(member, inner, settings)
    if reason:
        yield f"{label}: {reason}"
        return
    try:
        data = _read(archive, member, settings.max_file_mb << 20)
    except BROKEN:
        yield f"{label}: filen i arkivet er beskadiget eller låst med adgangskode."
        return
    if data is None:
        yield f"{label}: filen er større end {settings.max_file_mb} MB."
        return
    with _held(data, settings.home) as path:
        yield path, label


def _nameless() -> bool:
    """True where an open file can be read again without a name."""
    return Path("/proc/self/fd").is_dir()


@contextmanager
def _held(data: bytes, home: Path) -> Iterator[Path]:
    """The bytes as a file, without a name where the system allows it: after a crash nothing is left on disk.
    Elsewhere it lies in the library's own folder, which the next run empties."""
    if _nameless():
        with tempfile.TemporaryFile() as file:
            file.write(data)
            file.flush()
            yield Path(f"/proc/self/fd/{file.fileno()}")
        return
    (home / UNPACKED).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home / UNPACKED) as folder:
        path = Path(folder) / "member"
        path.write_bytes(data)
        yield path


def _refusal(member: zipfile.ZipInfo, inner: PurePosixPath, settings: Settings) -> str:
    if inner.is_absolute() or ".." in inner.parts or re.match(r"[A-Za-z]:", member.filename):
        return "filens sti peger ud af arkivet og er afvist."
    if stat.S_ISLNK(member.external_attr >> 16):
        return "et link i et arkiv følges ikke."
    if member.flag_bits & 0x1:
        return "filen i arkivet er låst med adgangskode."
    if inner.suffix.lower() == ".zip":
        return "et arkiv i et arkiv pakkes ikke ud."
    if member.file_size > settings.max_file_mb << 20:
        return f"filen er større end {settings.max_file_mb} MB."
    return ""


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes | None:
    """The member's bytes, None where there are more than its head and the limit say."""
    with archive.open(member) as stream:
        data = stream.read(limit + 1)
    return None if len(data) > limit else data
