"""Clean-up of one text file alone: what ``ressort clean`` does."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import InputError, system_reason
from core.schema import Change
from core.settings import Settings
from core.wire import change_object
from ingest.cleanup.cleaner import Cleaner
from ingest.decode import decode_text


@dataclass(frozen=True, slots=True)
class CleanedText:
    """Result of ``ressort clean``."""

    text: str
    changes: tuple[Change, ...]
    health: float
    damaged: bool

    def as_dict(self) -> dict[str, Any]:
        """JSON-able form."""
        changes = [change_object(change) for change in self.changes]
        return {"text": self.text, "changes": changes, "health": self.health, "damaged": self.damaged}


def clean_text(file: str, settings: Settings, *, join_hyphens: bool = False) -> CleanedText:
    """OCR clean-up of one text file ("-" is standard input). Raises InputError for an unreadable file."""
    if file == "-":
        raw = sys.stdin.buffer.read()
    else:
        try:
            raw = Path(file).read_bytes()
        except OSError as error:
            raise InputError(f"Filen {file} kan ikke læses: {system_reason(error)}.") from None
    result = Cleaner.load(settings.cache_dir).clean(decode_text(raw), join_hyphens=join_hyphens)
    return CleanedText(result.text, result.changes, result.health, result.damaged)
