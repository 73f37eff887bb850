"""Checks on zip packages (docx, odt, xlsx, archives) before anything is unpacked."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from io import BytesIO

from core.errors import DamagedFile, RefusedFile

MAX_UNPACKED = 300 * 2**20  # bytes a package may hold unpacked
MAX_RATIO = 200  # unpacked size over packed size, for members over 1 MB
MAX_MEMBERS = 10_000
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError, ValueError, RuntimeError,
)  # fmt: skip  # what zipfile raises for damaged, locked or odd packages
_BOMB = "pakket på en måde, der ligner et angreb (zip-bombe)"


def check_package(data: bytes, name: str) -> tuple[str, ...]:
    """Danish warnings for what is left out (macros, outside links). Raises RefusedFile for a bomb,
    DamagedFile for a broken package."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            check_sizes(members, name)
            _check_xml(package, members, name)
            names = [member.filename.lower() for member in members]
            outside = _outside(package)
    except BROKEN as error:
        raise DamagedFile(f"{name}: filen er beskadiget eller låst og kan ikke pakkes ud.") from error
    warnings = []
    if any("vbaproject" in member for member in names):
        warnings.append("Filen indeholder makroer. De er ikke læst.")
    if outside:
        warnings.append("Filen henviser til indhold uden for filen. Det er ikke hentet.")
    return tuple(warnings)


def check_sizes(members: list[zipfile.ZipInfo], name: str) -> None:
    """Raises RefusedFile for too many members, too much unpacked, or a compression no text reaches."""
    total = sum(member.file_size for member in members)
    ratio = any(
        member.file_size > 2**20 and member.file_size > MAX_RATIO * max(1, member.compress_size) for member in members
    )
    if len(members) > MAX_MEMBERS or total > MAX_UNPACKED or ratio:
        raise RefusedFile(f"{name}: filen er {_BOMB} og er afvist.")


def _check_xml(package: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> None:
    """No part of an Office package has a document type; one with entities is an attack."""
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")) and _declares(package.read(member)):
            raise RefusedFile(f"{name}: filens xml indeholder entiteter og er afvist.")


def _declares(xml: bytes) -> bool:
    """True where xml in any encoding of the same letters declares a document type or an entity: in content
    these signs can't stand unescaped, so it doesn't matter where they do."""
    letters = xml.replace(b"\x00", b"")
    return b"<!DOCTYPE" in letters or b"<!ENTITY" in letters


def _outside(package: zipfile.ZipFile) -> bool:
    """True where a picture, template or object is to be fetched from elsewhere; plain links don't count."""
    for member in package.namelist():
        if not member.endswith(".rels"):
            continue
        text = package.read(member)[:200_000]
        for part in text.split(b"<Relationship ")[1:]:
            if b'TargetMode="External"' in part and b"/hyperlink" not in part:
                return True
    return False
