"""Words by which a sentence answers "hvorfor" (a cause) or "hvornår kan", "hvilke krav" (a condition)."""

from __future__ import annotations

import re

_ASKS_CAUSE = re.compile(r"\bhvorfor\b|\bårsag|\bbegrund|\bhvad skyldes|\bformål|\bwhy\b", re.IGNORECASE)
_ASKS_CONDITION = re.compile(
    r"\bhvornår (?:kan|må|skal|bliver|får|er)\b|\bhvad skal der til|\bbetingelse|\bkrav\b|\bkræve|\bforudsætning|"
    r"\bkriteri|\bunder hvilke",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:fordi|skyldes|pga\.?|grundet|på grund af|idet|eftersom|begrundelse\w*|årsag\w*|hensyn til|som følge af)\b",
    re.I,
)
_AIM = re.compile(
    r"\b(?:da|i lyset af|derfor|derved|hensigt\w*|begrund\w*|med henblik på|for at|formål\w*|grunden)\b", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\b(?:når|hvis|såfremt|forudsat|forudsætning\w*|medmindre|betinge\w*|krav|kræves|kræver|kriteri\w*)\b",
    re.IGNORECASE,
)
_NEED = re.compile(r"\b(?:inden|senest|skal)\b", re.IGNORECASE)
_WEAK = 0.6


def cause(question: str, text: str) -> float:
    """1 where a cause asked for is given by name, less where only an aim is; 0 where none is asked for."""
    return _degree(_CAUSE, _AIM, text) if _ASKS_CAUSE.search(question) else 0.0


def condition(question: str, text: str) -> float:
    """1 where a condition asked for is given by name, less where only something is required."""
    return _degree(_CONDITION, _NEED, text) if _ASKS_CONDITION.search(question) else 0.0


def _degree(strong: re.Pattern[str], weak: re.Pattern[str], text: str) -> float:
    return 1.0 if strong.search(text) else _WEAK if weak.search(text) else 0.0
