"""Answers to questions about the whole library, from what the register has read of all documents."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from answer.citations import checked
from answer.compose import all_conflicts, all_dates, all_names
from answer.draft import Draft
from answer.question import Question
from answer.understanding.overview import Overview, overview
from answer.understanding.sources import named_strength
from core.ports import LibraryReader, RegisterReader
from core.schema import Answer, Filters

_SURE = 0.85  # confidence of such an answer: what it lists is cited, but the register may not have read all
_NAMED_MORE = 1.0  # what a code or title beside the kind adds to how clearly a document is named


def from_register(
    asked: Question, register: RegisterReader, library: LibraryReader, within: Filters, today: date
) -> Answer | None:
    """What the register holds of what is asked, of the documents that pass the filters and are named in the question.
    None where the question has a topic of its own or the register holds nothing of the sort."""
    sort = overview(asked)
    draft = _draft(sort, asked, register, library, within, today) if sort else None
    shown = checked(draft) if draft else None
    if draft is None or shown is None or not shown.text:
        return None
    return Answer(
        asked.text,
        shown.text,
        confidence=_SURE,
        citations=shown.citations,
        kind=str(asked.kind),
        trace={"kind": str(asked.kind), "how": draft.how, "dropped": list(shown.dropped)},
    )


def _draft(
    sort: Overview, asked: Question, register: RegisterReader, library: LibraryReader, within: Filters, today: date
) -> Draft | None:
    held = _held(asked, library, within)
    if sort is Overview.CONFLICTS:
        conflicts = [one for one in register.conflicts() if one.a[0] in held and one.b[0] in held]
        return all_conflicts.compose(conflicts, library.document)
    if sort is Overview.RENAMED:
        return all_names.compose(asked.mended, register.units(), held, library.document, today)
    events = [event for event in register.timeline() if event.document_id in held]
    rows = [row for row in register.responsibilities() if row.document_id in held]
    return all_dates.compose(sort, asked.when, events, rows, library.document, today)


class _Every:
    """Holds every document."""

    def __contains__(self, document_id: object) -> bool:
        return True


def _held(asked: Question, library: LibraryReader, within: Filters) -> Container[str]:
    """Ids of the documents that pass, of the kind that the question names ("i aftalen") where it names one."""
    if not asked.kinds and not within.limits():
        return _Every()
    documents = library.documents(within)
    if not asked.kinds:
        return {document.id for document in documents}
    strengths = {d.id: named_strength(asked.mended, d, asked.when.spans) for d in documents}
    best = max(strengths.values(), default=0.0)
    return {key for key, strength in strengths.items() if strength > max(best - _NAMED_MORE, 0.0)}
