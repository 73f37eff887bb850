"""A refusal within filters, told apart from one by all documents: papers that were left out may hold the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.schema import Answer, Filters

_NONE_LEFT = "Ingen dokumenter passer til de valgte filtre"
_NOT_THERE = "Det fremgår ikke af de dokumenter, som filtrene lader tilbage"


def beyond_filters(refusal: Answer, filters: Filters, ask: Callable[[Filters], Answer]) -> Answer:
    """The refusal as it is where the documents left out don't answer either, else with word of where it stands.
    ask: the same question within other filters."""
    if not refusal.refused or not filters.limits() or refusal.reason == "empty_library":
        return refusal
    found = ask(Filters(as_of=filters.as_of))
    if found.refused or not found.citations:
        return refusal
    return replace(refusal, answer=_told(refusal, filters, found), reason="filtered_away")


def _told(refusal: Answer, filters: Filters, found: Answer) -> str:
    first = found.citations[0]
    dated = filters.date_from or filters.date_to
    undated = ", som ingen dato har og derfor er udeladt," if dated and first.date is None else ""
    text = _NONE_LEFT if refusal.reason == "filtered_away" else _NOT_THERE
    return f"{text}. »{first.document}«{undated} siger noget om det: fjern et filter, og spørg igen."
