"""Thresholds of the evaluation, all in ``thresholds.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("thresholds.toml")


def missed(name: str, totals: Mapping[str, Any], file: Path = FILE) -> list[str]:
    """Danish lines, one for each threshold of the section that the totals miss; empty when all are met."""
    section = tomllib.loads(file.read_text(encoding="utf-8")).get(name, {})
    lines = []
    for key, bound in section.items():
        if key.startswith("max_"):
            value = totals.get(key.removeprefix("max_"))
            if value is None or value > bound:
                lines.append(f"{key.removeprefix('max_')} er {value}, højst {bound}")
        else:
            value = totals.get(key)
            if value is None or value < bound:
                lines.append(f"{key} er {value}, mindst {bound}")
    return lines
