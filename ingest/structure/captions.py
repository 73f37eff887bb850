"""Captions of figures and tables."""

from __future__ import annotations

import re

_CAPTION = re.compile(r"^(?:figur|tabel|boks|diagram|graf|kilde|billede|foto|note)\b\s*(?:\d|:)", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """True where the text starts as a caption does ("Tabel 2 – Udgifter")."""
    return bool(_CAPTION.match(text))
