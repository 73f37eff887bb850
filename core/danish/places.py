"""Names of places: one key for the ways a municipality's name is written."""

from __future__ import annotations


def place_key(name: str) -> str:
    """One key for "Københavns" and "København", "Aarhus" and "Århus"."""
    return name.lower().replace("aa", "å").removesuffix("s")
