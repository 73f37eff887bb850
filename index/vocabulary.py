"""The words of the collection, held in memory while it is unchanged: what a typed word may have meant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from core.danish.tokens import ascii_key


class Vocabulary:
    """counts: word form (lower case) → passages. passages: how many there are. revision: the library's."""

    def __init__(self, counts: Mapping[str, int], passages: int, revision: int) -> None:
        self.counts, self.passages, self.revision = counts, passages, revision

    @cached_property
    def by_key(self) -> dict[str, list[str]]:
        """ASCII key → the forms that share it, most frequent first."""
        found: dict[str, list[str]] = {}
        for form in sorted(self.counts, key=lambda form: -self.counts[form]):
            found.setdefault(ascii_key(form), []).append(form)
        return found
