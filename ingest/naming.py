"""Names of files as they can be shown and stored: file systems and archives allow any bytes in a name."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # Unicode categories: control, format, surrogate, separators


def shown(name: str) -> str:
    r"""The name on one line: bytes that are no UTF-8 as \xNN, signs that steer the screen or turn the writing
    direction as U+FFFD."""
    readable = name.encode("utf-8", "surrogateescape" if _escaped(name) else "replace").decode(
        "utf-8", "backslashreplace"
    )
    return "".join("\ufffd" if unicodedata.category(sign) in _STEERING else sign for sign in readable)


def _escaped(name: str) -> bool:
    """True where every lone surrogate stands for a byte of a file name (PEP 383)."""
    return all(not "\ud800" <= sign <= "\udfff" or "\udc80" <= sign <= "\udcff" for sign in name)


def whole(path: Path, *, follow: bool = True) -> str:
    """The whole path as text that tells it from every other. follow: links replaced by what they point to."""
    full = os.path.realpath(path) if follow else os.path.abspath(path)
    return os.fsencode(full).decode("utf-8", "backslashreplace")
