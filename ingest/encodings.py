"""Which of the old encodings a Danish text is in, and UTF-8 that was read as something else and saved again."""

from __future__ import annotations

import re

_OLD = ("cp1252", "cp850", "mac_roman")
"""Windows; DOS (cp865 has the Danish letters at the same places); the old Macintosh. The first wins a tie."""
_LETTERS = re.compile(r"(?<![a-zæøå])[ÆØÅ](?=\w)|(?<=\w)[æøå]|[æøå](?=\w)|(?<!\S)[åø](?!\S)|(?<=[A-ZÆØÅ])[ÆØÅ]")
_STRANGE = re.compile(
    r"[\x80-\x9f]|(?<=\w)[^\x00-\x7f\w’´·–\xad](?=\w)|(?<=[a-zæøå])[ÆØÅ]|[^\W\x00-\x7fæøåÆØÅéÉèàáäöüÄÖÜ²³½¼¾ªº]"
)
_USUAL = "æøåÆØÅéÉèáàäöüÄÖÜ§°«»–—“”„’‘…•€½·´²³\xa0"  # what such text is looked through for


def from_old(data: bytes) -> tuple[str, str]:
    """(text, encoding) of bytes that are no UTF-8: the reading with most Danish letters at places where they
    can stand and fewest signs where none can."""
    readings = [(_points(text), -rank, text) for rank, text in enumerate(_read(data, name) for name in _OLD)]
    _, rank, text = max(readings)
    return text, _OLD[-rank]


def _points(text: str) -> int:
    text = undo_twice(text)[0]  # a UTF-8 file with a bad byte in it
    return len(_LETTERS.findall(text)) - len(_STRANGE.findall(text))


def _read(data: bytes, encoding: str) -> str:
    """Bytes the encoding leaves open stay themselves, as in Latin-1."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return "".join(_sign(byte, encoding) for byte in data)


def _sign(byte: int, encoding: str) -> str:
    try:
        return bytes((byte,)).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def _twice() -> dict[str, str]:
    """What each usual sign becomes when its UTF-8 is read as an old encoding: "Ã¦", "├ª" → "æ"."""
    return {
        "".join(_sign(byte, encoding) for byte in sign.encode()): sign
        for encoding in (*_OLD, "latin-1")
        for sign in _USUAL
    }


_TWICE = _twice()
_WRONG = re.compile("|".join(map(re.escape, sorted(_TWICE, key=len, reverse=True))))


def undo_twice(text: str) -> tuple[str, int]:
    """The text with such pieces mended, and how many there were."""
    return _WRONG.subn(lambda m: _TWICE[m.group()], text)
