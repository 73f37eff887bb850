"""Small things put into Danish words: lists, sums of money."""

from __future__ import annotations

import re


def number_words(value: float, decimals: int = 2) -> str:
    """Danish spelling of a number: 1357.0 → "1.357", 7.8 → "7,8"."""
    text = f"{round(value, decimals):,.{decimals}f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return text.rstrip("0").rstrip(",") if "," in text else text


def crowns(value: float) -> str:
    """ "7,8 mio. kr.", "175.000 kr." """
    if abs(value) >= 1_000_000:
        return f"{number_words(value / 1_000_000, 3)} mio. kr."
    return f"{number_words(value, 0)} kr."


def numbers_in(text: str) -> list[str]:
    """Numbers as written."""
    return re.findall(r"\d+(?:[.,]\d+)*", text)
