"""Tables of learned weights that lie in ``answer/weights``, read once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"


@cache
def learned(name: str) -> dict[str, float]:
    """The table of that name, by feature. Every caller gets the same dictionary."""
    loaded: dict[str, float] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded
