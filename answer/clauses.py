"""What keeps a sentence from holding outright: a condition, and a denial of only some of those it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable

_IF = re.compile(
    r"\b(?:hvis|såfremt|forudsat|medmindre|med mindre|under forudsætning|betinget af|afhænger af|afhængigt? af|"
    r"med forbehold for)\b",
    re.IGNORECASE,
)
# ", der ikke er fyldt 18," in the midst of what is said of the rest
_RELATIVE = re.compile(r",\s+(?:der|som)\s(?P<said>[^,;:()]{3,160}),\s+", re.IGNORECASE)


def conditional(text: str, asked: str) -> bool:
    """True for a sentence that ties what it says to something that may not come about, where the question does not.

    >>> conditional("Færgen sejler, hvis vinden lægger sig.", "Sejler færgen?")
    True
    """
    return _IF.search(text) is not None and _IF.search(asked) is None


def of_some_only(text: str, negates: Callable[[str], bool]) -> bool:
    """True where only a clause set in denies ("gæster, der ikke er medlemmer, betaler"): it tells who is meant, and
    denies nothing of them."""
    if not any(negates(found["said"]) for found in _RELATIVE.finditer(text)):
        return False
    return not negates(_RELATIVE.sub(" ", text))
