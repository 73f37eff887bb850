"""What the refusal decision looks at: numbers that say how well the evidence meets the question."""

from __future__ import annotations

from answer.citations import Checked
from answer.compose.common import Context
from answer.draft import Draft


def decision_features(context: Context, draft: Draft | None, shown: Checked) -> dict[str, float]:
    """Features by name."""
    return {"shown": float(bool(shown.text))}
