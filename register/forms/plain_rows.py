"""Rows read from a form instead of a sentence: owner and task stand beside each other, without a verb or a date."""

from __future__ import annotations

import re
from dataclasses import replace

from core.schema import Basis, Responsibility, Status
from register.rows import row_key

_SHORT = re.compile(r"^[A-ZÆØÅ]{2,6}$")
_NAME = re.compile(r"^[A-ZÆØÅ][\wæøåé-]+(?:(?:,\s|\s(?:og|&|for|samt|i)\s)[\wæøåÆØÅé-]+)*$")
_MOST_WORDS = 8


def named_owner(words: str) -> str:
    """The words as a unit's name, "" where they are a person, a date or more than a name. Two capitalised words
    side by side without a link are a person's name."""
    words = " ".join(words.split()).strip(" .;,")
    if not words or len(words.split()) > _MOST_WORDS or re.search(r"\d", words):
        return ""
    if re.fullmatch(r"[A-ZÆØÅ][\wæøå-]+ (?:Team|Skole|Center|Kommune|Fond|Hus|Museum|Bibliotek|Klub)", words):
        return words
    return words if _SHORT.match(words) or _NAME.match(words) else ""


def plain_row(
    task: str, owner: str, document_id: str, span: tuple[int, int], area: str, conditions: tuple[str, ...] = ()
) -> Responsibility:
    """An assignment without a date."""
    row = Responsibility(
        key="",
        task=task,
        area=area,
        from_unit="",
        to_unit=owner,
        effective_from=None,
        basis=Basis.NONE,
        status=Status.DECIDED,
        document_id=document_id,
        start=span[0],
        end=span[1],
        relation="assign",
        conditions=conditions,
    )
    return replace(row, key=row_key(row))
