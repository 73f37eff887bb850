"""The decision of a case beside what an answer quotes from its proposal, and what it makes of a "Ja."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.compose.common import Context, quoted
from answer.compose.decisions import SETTLED, asks_what_was_proposed, named, sentences_of, text_of
from answer.compose.proposed import as_proposed
from answer.draft import Draft, Source, Statement
from answer.understanding.kinds import Asked
from core.cases import Case, case_at, is_proposal
from core.danish.rulings import Ruling, ruling_of, speaks_of
from core.danish.tokens import is_stop_word, normal, word_texts
from core.schema import Document, Span

_DOWN = (Ruling.REJECTED, Ruling.POSTPONED)
_ROOT = 5  # opening letters by which two words are taken for kin
_OF_ANY = re.compile(  # words of every case
    r"^(?:forvaltning|udvalg|byråd|forsla|forslå|foresl|indstil|godken|beslut|kommun|januar|februar|marts|april|august|"
    r"september|oktober|november|december|møde)"
)


@dataclass(frozen=True, slots=True)
class _Ruled:
    """How a case ruled on some words of its proposal, and the sentences that say so."""

    ruling: Ruling
    spans: tuple[Span, ...]


def with_decision(context: Context, draft: Draft) -> Draft:
    """The draft with the decision of the case of each proposal it quotes: before it where the decision sets another
    day, rejects or puts off, else behind it. A "Ja." on a proposal nobody decided is taken away."""
    if draft.how in ("decision", "conflict") or asks_what_was_proposed(context.question.mended):
        return draft
    for n, statement in enumerate(draft.statements):
        ruled = next(((s, c) for s in statement.sources if (c := _open_case(s, draft.statements, n)) is not None), None)
        if ruled is not None:
            return _beside(context, draft, n, *ruled)
    return as_proposed(context, draft)


def _open_case(source: Source, statements: Sequence[Statement], n: int) -> Case | None:
    """The decided case in which the quote at place n proposes, where its decision is not shown yet, or behind it
    although it turns the proposal down."""
    document, case = source.document, case_at(source.document, source.span.start)
    if case is None or not case.proposes(source.span.start):
        return None
    ruled = _ruled(document, case, text_of(document, source.span))
    if not ruled.spans and not case.moved:
        return None
    shown = statements[:n] if ruled.ruling in _DOWN and ruled.spans else statements
    if any(_shows(s, document, ruled.spans or case.decided) for s in shown):
        return None
    return case if is_proposal(f"{_lead_in(source)} {text_of(document, source.span)}") else None


def _shows(statement: Statement, document: Document, spans: Sequence[Span]) -> bool:
    places = statement.sources if statement.quoted else ()
    return any(p.document.id == document.id and p.span.overlaps(s) for p in places for s in spans)


def _lead_in(source: Source) -> str:
    blocks = source.document.blocks
    return next((b.lead_in for b in blocks if b.start <= source.span.start < b.end), "")


def _ruled(document: Document, case: Case, words: str) -> _Ruled:
    """The ruling of the whole case; where its sentences rule differently, that of those which speak of the words, or of
    none. Nothing where nothing is settled."""
    told = [(s, ruling_of(text_of(document, s))) for s in sentences_of(document, case)]
    settled = [(s, r) for s, r in told if r in SETTLED]
    if case.ruling in SETTLED:
        return _Ruled(case.ruling, tuple(s for s, _ in settled))
    rulings = {r for _, r in settled}
    own = [(s, r) for s, r in settled if _kin(text_of(document, s), words)] if len(rulings) > 1 else []
    if len({r for _, r in own}) == 1:
        return _Ruled(own[0][1], tuple(s for s, _ in own))
    return _Ruled(Ruling.OPEN, tuple(s for s, _ in settled) if len(rulings) > 1 else ())


def _kin(decided: str, words: str) -> bool:
    """True where the decision's first clause names something of the words ("Lukkeperioden" of "holder lukket")."""
    return bool(_roots(decided.split(";")[0]) & _roots(words))


def _roots(text: str) -> set[str]:
    held = (normal(word) for word in word_texts(text) if not is_stop_word(word))
    return {word[:_ROOT] for word in held if len(word) >= _ROOT and not _OF_ANY.match(word)}


def _beside(context: Context, draft: Draft, n: int, source: Source, case: Case) -> Draft:
    document, words = source.document, text_of(source.document, source.span)
    ruled = _ruled(document, case, words)
    moved = [m for m in case.moved if speaks_of(m, words)]
    days = [m.span for m in moved if not any(m.span.overlaps(s) for s in ruled.spans)]
    told = [named(quoted(document, span)) for span in (*ruled.spans[:2], *days)]
    if not told:
        return draft
    other_day = bool(moved) and context.question.kind is Asked.DATE and draft.statements[n].quoted
    first = other_day or ruled.ruling in _DOWN
    if first and days:
        told = [quoted(document, span) for span in days]
    at = n if first else n + 1
    places = [p.span for s in told for p in s.sources]
    rest = [s for s in draft.statements[at:] if not _shows(s, document, places)]
    statements = (*draft.statements[:at], *told, *rest)
    return replace(draft, statements=statements, lead=_turned(draft.lead, ruled.ruling) if n == 0 else draft.lead)


def _turned(lead: str, ruling: Ruling) -> str:
    """A "Ja." that rests on a proposal holds only where it was adopted."""
    if lead not in ("Ja.", "Yes (ja).") or ruling is Ruling.ADOPTED:
        return lead
    rejected = {"Ja.": "Nej.", "Yes (ja).": "No (nej)."}[lead]
    return rejected if ruling is Ruling.REJECTED else ""
