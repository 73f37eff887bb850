"""What is only proposed: it bears no Ja or Nej of what will be, and what advises against it stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from answer.compose.common import Context, quoted
from answer.draft import Draft, Source, Statement
from answer.understanding.claims import read_claim
from answer.understanding.sources import codes
from core.cases import case_at, cases_of
from core.citations import collapse
from core.danish.rulings import Ruling
from core.danish.sentences import sentence_spans
from core.schema import Block, Document, Kind, Span

# "forslag til en plan" is a thing to be made; "forslaget indebærer" puts something forward
_PUTS = re.compile(
    r"\b(?:foreslå[sr]?|foreslået|foreslog|indstille[rs]|anbefale[rs]|lægge[rs] op til|bør|påtænke[rs]|overveje[rs]|"
    r"forslag(?:et|ene)? (?:indebærer|medfører|betyder|går ud på|omfatter|vil|er, at|om, at|om at))\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:godkendte|vedtog|besluttede|tiltrådte|godkendt|vedtaget|besluttet|tiltrådt|(?:er|blev|bliver) enige om)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(r"^\W*(?:\d+[.)]?\s*)?(?:forslag\w*|indstilling\w*|anbefaling\w*|alternativ\w*)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:foreslå\w*|foreslog|forslag\w*|indstil\w*|anbefal\w*|lægge[rs]? op til|ifølge|bør|\w*notat(?:et)?)\b",
    re.IGNORECASE,
)
# what a paper that only proposes says of how things are is no proposal
_STATE = re.compile(
    r"^(?:og |men |mon )?(?:er|var|har|havde|findes|fandtes|kan|kunne|koster|kostede|udgør|forventes?|gælder|deltager)"
    r"\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:\*\*)?(?P<n>\d{1,2})[.)]\s")
_NAMES = r"(?:tiltag|forslag|punkt|model|initiativ|indsats|løsning|alternativ|scenarie)(?:et)?"
_AGAINST = re.compile(
    r"\b(?:anbefale[rs]|indstille[rs]|støtte[rs]|foreslå[rs]?) (?:\w+ )?ikke\b|"
    r"\bikke (?:\w+ )?(?:anbefale[st]|støtte[st])\b|\bfrarå\w+",
    re.IGNORECASE,
)
_LEADS = ("Ja.", "Nej.", "Yes (ja).", "No (nej).")


def as_proposed(context: Context, draft: Draft) -> Draft:
    """The draft without its Ja or Nej where that rests on a proposal of which no decision is known, the proposal named
    as one, and behind it what advises against it."""
    question = context.question
    if draft.lead not in _LEADS or _ASKS.search(question.mended) or question.kinds or codes(question.mended):
        return draft
    source = _rests_on(draft)
    if source is None or not _only_proposed(source, acts=_STATE.match(read_claim(question.mended).text) is None):
        return draft
    first = [replace(s, label=s.label or _label(s)) for s in draft.statements[:1]]
    against = [quoted(source.document, span) for span in _against(source)][:1]
    shown = [s.span for statement in draft.statements for s in statement.sources]
    against = [s for s in against if not any(s.sources[0].span.overlaps(span) for span in shown)]
    return replace(draft, lead="", statements=(*first, *against, *draft.statements[1:]))


def _rests_on(draft: Draft) -> Source | None:
    return draft.statements[0].sources[0] if draft.statements and draft.statements[0].sources else None


def _label(said: Statement) -> str:
    return "" if _PUTS.search(said.text) or re.search(r"\bforslag|\bindstil", said.text, re.IGNORECASE) else "Forslag"


def _only_proposed(source: Source, *, acts: bool) -> bool:
    """True for a place that puts something forward, no decision of its case being told. acts: it is asked whether
    something comes about, so that all a paper of proposals says of it is one."""
    document, at = source.document, source.span.start
    case = case_at(document, at)
    if case is not None and (not case.proposes(at) or case.ruling is Ruling.ADOPTED):
        return False
    block = _block(document, at)
    words, lead_in = _text(document, source.span), block.lead_in if block else ""
    if _SETTLED.search(words) or _SETTLED.search(lead_in):
        return False
    heads = any(_HEADS.match(head) for head in (block.section[-1:] if block else ()))
    return heads or _PUTS.search(f"{lead_in} {words}") is not None or (acts and _proposes_all(document))


@lru_cache(maxsize=64)
def _proposes_all(document: Document) -> bool:
    """True for a note that puts proposals forward and tells no decision."""
    if document.kind not in (Kind.BUDGET_NOTE, Kind.MEMO, Kind.CASE_PAPER) or cases_of(document):
        return False
    return _PUTS.search(document.cleaned) is not None


def _block(document: Document, at: int) -> Block | None:
    return next((b for b in document.blocks if b.start <= at < b.end), None)


def _against(source: Source) -> Iterator[Span]:
    """Sentences of the paper that advise against the numbered point the source stands in."""
    document, block = source.document, _block(source.document, source.span.start)
    found = _NUMBER.match(document.cleaned[block.start : block.end]) if block else None
    if found is None:
        return
    named = re.compile(rf"\b{_NAMES} (?:\d+(?:,| og) )*{found['n']}\b", re.IGNORECASE)
    for span in sentence_spans(document.cleaned):
        words = _text(document, Span(span.start, span.end))
        if _AGAINST.search(words) and named.search(words):
            yield Span(span.start, span.end)


def _text(document: Document, span: Span) -> str:
    return collapse(document.cleaned[span.start : span.end])
