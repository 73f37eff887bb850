"""Bytes of a text file to text: UTF-8, UTF-16 with or without mark, Windows-1252."""

from __future__ import annotations

from core.errors import DamagedFile

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode_text(data: bytes, name: str = "Teksten") -> str:
    """The file's text without its byte order mark; line ends become \\n.

    Order: mark, UTF-8, UTF-16 without mark, then Windows-1252 (the usual Danish legacy encoding; Latin-1 is
    the same for every printable character). Raises DamagedFile where none fits."""
    text = _decode(data, name).replace("\x00", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def looks_utf16(data: bytes) -> bool:
    """UTF-16 without a mark: every second byte of Latin text is zero."""
    head = data[:8192]
    even, uneven = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    return max(even, uneven) > half * 0.4 and min(even, uneven) < half * 0.05


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    if looks_utf16(data):
        return _strict(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be", name)
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedFile(f"{name}: teksten er beskadiget og kan ikke læses som {encoding}.") from error
