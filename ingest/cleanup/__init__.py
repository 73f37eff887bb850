"""OCR clean-up as a noisy channel: ``Cleaner.load().clean(text, join_hyphens=…)``."""

from ingest.cleanup.cleaner import Cleaner, CleanResult

__all__ = ["CleanResult", "Cleaner"]
