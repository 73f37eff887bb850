"""Further places to look, named behind an answer that is not certain: the best passages that it does not cite."""

from __future__ import annotations

from dataclasses import replace

from answer.compose.common import Context
from core.alignment import Alignment
from core.citations import cite
from core.schema import Answer, Citation, Passage, Span

_CERTAIN = 0.9  # confidence from which an answer stands without further places
_MOST = 3


def with_further(answer: Answer, context: Context) -> Answer:
    """The answer with "Se også [4][5]." and at most three citations beside its own, numbered on from them; as it
    is where it is certain. They support no statement: the reader is only shown where else to look."""
    if answer.refused or answer.confidence >= _CERTAIN:
        return answer
    held = list(answer.citations)
    maps: dict[str, Alignment] = {}
    for passage in (hit.passage for hit in context.hits):
        if len(held) == len(answer.citations) + _MOST:
            break
        citation = _cited(len(held) + 1, passage, context, maps)
        if citation is not None and not any(_overlap(citation, other) for other in held):
            held.append(citation)
    marks = "".join(f"[{citation.n}]" for citation in held[len(answer.citations) :])
    if not marks:
        return answer
    pointer = f"{'See also' if context.question.english else 'Se også'} {marks}."
    return replace(answer, answer=f"{answer.answer} {pointer}", citations=tuple(held))


def _cited(n: int, passage: Passage, context: Context, maps: dict[str, Alignment]) -> Citation | None:
    document = context.documents[passage.document_id]
    if document.id not in maps:
        maps[document.id] = Alignment.of(document.changes)
    span = Span(passage.start, passage.end)
    try:
        return cite(n, document, span, passage.section, maps[document.id])
    except ValueError:
        return None  # no words of its own


def _overlap(one: Citation, other: Citation) -> bool:
    a, b = one.locator, other.locator
    return one.document_id == other.document_id and a.start < b.end and b.start < a.end
