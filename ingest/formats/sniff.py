"""What a file is, by its first bytes and its name."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePath

from core.errors import DamagedFile, UnsupportedFile
from ingest.decode import looks_utf16

_BY_SUFFIX = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".eml": "eml",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}
ARCHIVES = frozenset({".zip"})
READABLE = "pdf, docx, odt, xlsx, txt, md, html, eml, billeder (png, jpg, tif) og zip med sådanne filer"
_ZIP_KINDS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_NAMES = {
    "docx": "Word-dokument",
    "xlsx": "Excel-ark",
    "odt": "OpenDocument-tekst",
    "pdf": "pdf",
    "image": "billede",
}


def supported(name: str) -> bool:
    """True for a name whose suffix a reader knows."""
    return PurePath(name).suffix.lower() in _BY_SUFFIX


def refused_type(name: str, suffix: str) -> str:
    """One Danish line on a file left out for its type. suffix: as it can be shown."""
    return f"{name}: filtypen »{suffix or 'uden endelse'}« kan Ressort ikke læse. Det læser {READABLE}."


def format_of(data: bytes, name: str) -> str:
    """The reader's name. Raises UnsupportedFile for other kinds, DamagedFile where content and name differ."""
    kind = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if kind is None:
        raise UnsupportedFile(refused_type(name, PurePath(name).suffix))
    if not data.strip(b"\x00 \t\r\n"):
        raise DamagedFile(f"{name}: filen er tom.")
    _check(kind, data, name)
    return kind


def _check(kind: str, data: bytes, name: str) -> None:
    if kind == "pdf" and b"%PDF-" not in data[:1024]:
        raise DamagedFile(f"{name}: filen hedder pdf, men indholdet er ikke en pdf.")
    if kind == "image" and not data.startswith(_IMAGES):
        raise DamagedFile(f"{name}: filen hedder som et billede, men indholdet er det ikke.")
    if kind in _ZIP_KINDS:
        _check_package(kind, data, name)
    if kind in ("text", "markdown", "html", "eml") and _is_binary(data):
        raise DamagedFile(f"{name}: filen indeholder ikke tekst, men binære data.")


def _check_package(kind: str, data: bytes, name: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DamagedFile(f"{name}: filen er låst med adgangskode eller i det gamle Office-format.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise DamagedFile(f"{name}: filen er beskadiget og kan ikke åbnes som {_NAMES[kind]}.") from error
    if _ZIP_KINDS[kind] not in members:
        raise DamagedFile(f"{name}: filen er ikke et {_NAMES[kind]}, men et andet zip-arkiv.")


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_utf16(head):
        return False
    if head.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", *_IMAGES)):
        return True
    odd = sum(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head)
    return odd > len(head) * 0.05
