"""Files sent by a browser: what arrived, checked on the server, and wiped when it has been taken in."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

# what the browser offers is only a hint: Gradio does not check it
SUFFIXES = (
    *(".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".xlsx"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".eml", ".zip"),
)


def refusal(path: Path, max_mb: int) -> str | None:
    """Why a file is not taken in, in Danish; None where it may be tried."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return f"Filtypen »{suffix or 'uden endelse'}« læses ikke."
    octets = path.stat().st_size
    if octets == 0:
        return "Filen er tom."
    if octets > max_mb * 1_000_000:
        return f"Filen er over {max_mb} MB."
    return None


def wipe(paths: Iterable[Path]) -> None:
    """Delete the server's copies: the library holds what it needs. Gradio keeps each file in a folder of its
    own, and an empty file beside those folders."""
    for path in paths:
        shutil.rmtree(path.parent, ignore_errors=True)
        for stray in path.parent.parent.glob("tmp*"):
            if stray.is_file() and not stray.stat().st_size:
                stray.unlink(missing_ok=True)
