"""Answers to questions about the whole library or a whole paper, and to messages that ask nothing of either."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from answer.citations import checked
from answer.compose import all_conflicts, all_dates, all_names, gist
from answer.draft import Draft
from answer.question import Question
from answer.understanding.gist import gist_asked, papers_meant, purpose_asked
from answer.understanding.idle import asks_nothing
from answer.understanding.overview import Overview, overview
from answer.understanding.sources import named_strength
from core.ports import LibraryReader, RegisterReader
from core.schema import Answer, Filters

_SURE = 0.85  # confidence of such an answer: what it lists is cited, but the register may not have read all
_NAMED_MORE = 1.0  # what a code or title beside the kind adds to how clearly a document is named
_NOTHING_ASKED = (
    "Spørg om noget, der kan stå i dokumenterne, fx hvem der har en opgave, hvornår noget gælder, "
    "eller hvad det koster."
)


def from_register(
    asked: Question, register: RegisterReader, library: LibraryReader, within: Filters, today: date
) -> Answer | None:
    """What the register holds of what is asked, of the documents that pass the filters and are named in the question;
    the gist of a paper named; a refusal where nothing is asked. None where the question has a topic of its own or
    nothing of the sort is held."""
    sort = overview(asked)
    draft = _draft(sort, asked, register, library, within, today) if sort else _gist(asked, library, within)
    if draft is None and not sort and asks_nothing(asked) and library.documents(Filters()):
        return Answer(asked.text, _NOTHING_ASKED, True, "not_in_documents", confidence=_SURE, kind=str(asked.kind))
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


def _gist(asked: Question, library: LibraryReader, within: Filters) -> Draft | None:
    """What the paper named is about; None where none is named, or a sentence of it tells the purpose asked for."""
    papers = papers_meant(asked, library.documents(within)) if gist_asked(asked) else []
    if len({paper.kind for paper in papers}) != 1 or (purpose_asked(asked) and gist.tells_purpose(papers[0])):
        return None
    return gist.compose(papers)


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
