"""Names of places: one key for the ways a municipality's name is written."""

from __future__ import annotations

from core.danish.tokens import ascii_key


def place_key(name: str) -> str:
    """One key for "Københavns" and "København", "Aarhus" and "Århus", "Holbæk" and "Holbaek"."""
    return ascii_key(name).removesuffix("s")
