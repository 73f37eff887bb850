"""Rows of what nobody has decided yet: below a heading "Forslag", in a table of what is proposed, in a paper that is
only a draft, and moves under "hvis …". They are planned; what the paper itself advises against is told so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.cases import case_at, is_proposal
from core.danish.sentences import sentence_spans
from core.schema import Block, BlockKind, Document, Kind, Responsibility, Status

_SET_FORTH = re.compile(
    r"^\W*(?:\d+[.)]?\s+)?(?:[a-zæøå]+s\s+)?(?:indstilling|anbefaling|forslag|mulige?\s|scenarie|model\s[a-z\d]\b)"
    r"(?!\w*(?:stiller|givning))",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"^\W*(?:forslag til|udkast til|høringsudkast|høringsversion|oplæg til)\b|\budkast\W*$", re.IGNORECASE
)
_ADOPTED = re.compile(
    r"\b(?:vedtaget|godkendt|tiltrådt|besluttet)\s+(?:af\s|på\s|i\s|den\s|d\.|\d)|\bforslaget er vedtaget\b",
    re.IGNORECASE,
)
_BINDS = (Kind.AGREEMENT, Kind.MINUTES, Kind.IMPLEMENTATION_PLAN)
_IF = re.compile(r"^(?:dog )?(?:hvis|såfremt|forudsat|under forudsætning|med forbehold|betinget)\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:anbefaler|anbefales|indstiller|indstilles|foreslår|foreslås|støtter|støttes)\s+ikke\b|\bfraråde[rs]\b|"
    r"\bikke\s+(?:anbefale[rst]*|anbefalet|indstillet)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:tiltag|forslag|initiativ|punkt|indsats|løsning|model|scenarie)(?:et|en)?\s+(?:nr\.\s*)?(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
_HEAD = 800  # characters in which a paper says that it is adopted


def as_proposed(rows: Sequence[Responsibility], document: Document) -> list[Responsibility]:
    """The rows, those not yet decided as planned. A case with a decision of its own is left to that."""
    draft = _is_draft(document)
    against = list(_advised_against(document))
    out = []
    for row in rows:
        block = next((b for b in document.blocks if b.start <= row.start < b.end), None)
        if case_at(document, row.start) is not None:
            out.append(row)
            continue
        if row.status is Status.DECIDED and (draft or _is_conditional(row) or _is_put_forward(block, document)):
            row = replace(row, status=Status.PLANNED)
        out.append(_told_against(row, rows, block, against))
    return out


def _is_draft(document: Document) -> bool:
    """True for a paper that calls itself a draft or a proposal and is not adopted."""
    return _DRAFT.search(document.title) is not None and not _ADOPTED.search(document.cleaned[:_HEAD])


def _is_conditional(row: Responsibility) -> bool:
    """True for a move or a new body that comes only if something else does."""
    return row.relation in ("transfer", "create", "merge") and any(_IF.match(c) for c in row.conditions)


def _is_put_forward(block: Block | None, document: Document) -> bool:
    """True below a heading of proposals, and for a table that such a sentence right above it opens."""
    if block is None or document.kind in _BINDS:
        return False
    if any(_SET_FORTH.match(head) for head in block.section[-1:]):
        return True
    return block.kind is BlockKind.TABLE and is_proposal(_above(block, document))


def _above(table: Block, document: Document) -> str:
    """The last paragraph above a table under the same heading, "" where there is none."""
    before = [b for b in document.blocks if b.end <= table.start and b.section == table.section]
    told = [b for b in before if b.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]
    return f"{told[-1].lead_in} {document.cleaned[told[-1].start : told[-1].end]}" if told else ""


def _advised_against(document: Document) -> Iterator[tuple[int, str]]:
    """Number and sentence of each numbered proposal that the paper advises against."""
    for block in document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        words = document.cleaned[block.start : block.end]
        if not _AGAINST.search(words):
            continue
        for span in sentence_spans(words):
            sentence = " ".join(words[span.start : span.end].split())
            denied = _AGAINST.search(sentence)
            for found in _NUMBERED.finditer(sentence, denied.start()) if denied else ():
                yield int(found["number"]), sentence


def _told_against(
    row: Responsibility, rows: Sequence[Responsibility], block: Block | None, against: Sequence[tuple[int, str]]
) -> Responsibility:
    """The row of a table's line with such a number, with the sentence that advises against it."""
    if block is None or block.kind is not BlockKind.TABLE or not against:
        return row
    lines = sorted({r.start for r in rows if block.start <= r.start < block.end})
    said = [sentence for number, sentence in against if lines.index(row.start) == number - 1]
    return replace(row, status=Status.PLANNED, conditions=(*row.conditions, *said)) if said else row
