"""Where a rule read something: the sentence with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.schema import Document
from register.sentences.masking import Masked
from register.sentences.reading import Statement
from register.sentences.timing import Clause


@dataclass(frozen=True)
class Place:
    """Where a draft was read: the statement, its mask, and the sentences behind it in the same block."""

    document: Document
    statement: Statement
    masked: Masked
    following: tuple[str, ...]
    clauses: Sequence[Clause]
    before: str = ""  # the sentences before
    case: str = ""  # title of the case
