"""What two places tell of: the words they share, as the first of them writes them."""

from __future__ import annotations

import re

from core.danish.tokens import is_stop_word, words
from register.library.claims import pieces, shared

_MOST = 5  # words of a subject
_LITTLE = frozenset(["ca", "cirka", "der", "hvor"])
_MADE = re.compile(r"^(?:nedsat|nedsættes|nedsætter|oprettet|oprettes|etableret|etableres)\s+(?:(?:en|et)\s+)?", re.I)
_LONG = 6  # letters of a word that the other text may write in two


def common_words(text: str, other: str, without: str = "") -> str:
    """The longest run of words in text that the other text has, too, with the small words between them; "" where they
    share none. without: words that name the value itself.

    >>> common_words("Der er tre broer over den gamle havn.", "Over byens gamle havn fører to broer.", "broer")
    'gamle havn'
    """
    theirs, skip, squeezed = pieces(other), pieces(without), re.sub(r"[\s-]", "", other.lower())
    runs: list[list[str]] = [[]]
    pending: list[str] = []
    for word in words(text):
        if is_stop_word(word.text) or word.text.lower() in _LITTLE:
            pending.append(word.text)
            continue
        own = pieces(word.text) - skip
        if not own or not (shared(own, theirs) or (len(word.text) >= _LONG and word.text.lower() in squeezed)):
            runs.append([])
        elif runs[-1]:
            runs[-1] += [*pending, word.text]
        else:
            runs[-1] = [word.text]
        pending = []
    best = max(runs, key=len)
    return _MADE.sub("", " ".join(best[:_MOST]))
