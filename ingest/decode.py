"""Bytes of a text file to text: UTF-8, UTF-16 with or without mark, and the old Danish encodings."""

from __future__ import annotations

from core.errors import DamagedFile
from ingest.encodings import from_old, undo_twice

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


_OLD_NAMES = {"cp850": "DOS (cp850)", "mac_roman": "gammel Macintosh"}


def decode_text(data: bytes, name: str = "Teksten") -> str:
    """The file's text without its byte order mark; line ends become \\n. As ``decode_noted`` without the notes."""
    return decode_noted(data, name)[0]


def decode_noted(data: bytes, name: str = "Teksten") -> tuple[str, tuple[str, ...]]:
    """The text, and in Danish what a person should know of how it was read.

    Order: mark, UTF-8, UTF-16 without mark, then the old encoding that gives most Danish (Windows-1252, of which
    Latin-1 is a part, before DOS and Macintosh). UTF-8 that was read wrongly and saved again is undone.
    Raises DamagedFile where none fits."""
    text, old = _decode(data, name)
    text, twice = undo_twice(text.replace("\x00", " "))
    notes = []
    if old in _OLD_NAMES:
        notes.append(f"Filen er ikke i UTF-8, men læst som {_OLD_NAMES[old]}. Se efter, om æ, ø og å er rigtige.")
    if twice:
        signs = "Et tegn" if twice == 1 else f"{twice} tegn"
        notes.append(f"{signs} var gemt i forkert tegnkodning (»Ã¦« for »æ«) og er rettet.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), tuple(notes)


def looks_utf16(data: bytes) -> bool:
    """UTF-16 without a mark: every second byte of Latin text is zero."""
    head = data[:8192]
    even, uneven = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    return max(even, uneven) > half * 0.4 and min(even, uneven) < half * 0.05


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the old encoding it was in, "" for Unicode."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), ""
    if looks_utf16(data):
        return _strict(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be", name), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return from_old(data)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedFile(f"{name}: teksten er beskadiget og kan ikke læses som {encoding}.") from error
