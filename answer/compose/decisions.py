"""What a case decided: answers to what was decided and who voted how, and the decision beside a proposal quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.clip import words_in
from answer.compose.common import Context, quoted
from answer.draft import Draft, Source, Statement
from answer.matching import coverage, match
from answer.understanding.kinds import Asked
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from core.cases import Case, case_at, cases_of, is_proposal
from core.danish.rulings import Ruling, ruling_of, speaks_of
from core.danish.sentences import sentence_spans
from core.schema import Document, Span

_ADOPT = r"beslut\w*|vedtag\w*|vedtog|godkend\w*|tiltråd\w*|tiltræd\w*|imødekom\w*"
_REJECT = r"afvis\w*|forkast\w*|nedstem\w*"
_POSTPONE = r"udsat|udsatte|udsætte[ts]?|udskudt|udskød|udskyde[ts]?"
_VOTE = r"stemte|stemmer|stemt|forbehold"
_DEED = re.compile(rf"\b(?:{_ADOPT}|{_REJECT}|{_POSTPONE}|{_VOTE}|afgjort|udfaldet)\b", re.IGNORECASE)
_KINDS = (Asked.FACT, Asked.YES_NO, Asked.PERSON, Asked.PROCESS, Asked.LIST)
_WHETHER = re.compile(
    rf"^(?:blev|er|har|bliver)\b(?!.*\bikke\b).*?\b(?P<deed>{_ADOPT}|{_REJECT}|{_POSTPONE})(?:\W*$|,? at\b)",
    re.IGNORECASE,
)
_OF_PROPOSAL = re.compile(
    r"\b(?:foreslå\w*|foreslog|forslag\w*|indstil\w*|anbefal\w*|lægge[rs]? op til)\b", re.IGNORECASE
)
_VOTES = re.compile(r"\b(?:stemte|stemmer|forbehold|undlod)\b", re.IGNORECASE)
_SETTLED = (Ruling.ADOPTED, Ruling.REJECTED, Ruling.POSTPONED)
_COVERED, _MET, _HEAVY = 0.6, 0.5, 0.3  # share of the topic a case must meet; its heavy words all
_ROOM = 45  # words of a decision shown
_NUMBER = re.compile(r"^\W*(?:(?:Punkt|Pkt\.?|Sag(?:\s*nr\.?)?|Ad|Dagsordenspunkt)\s*)?\d{1,3}\s*[.:)–-]\s*")
_TITLE = 12  # words of a title shown
_BARE = 4  # words; a shorter decision ("Godkendt.") is shown under its name


@dataclass(frozen=True, slots=True)
class Found:
    """A case that a question is about. covered: share of the topic it meets, 0..1."""

    document: Document
    case: Case
    covered: float


def compose(context: Context) -> Draft | None:
    """For a question of what was decided, whether it was, or who voted how: the decision of the case it is about."""
    question = context.question
    if question.kind not in _KINDS or len(question.parts) > 1 or not _DEED.search(question.mended):
        return None
    topic = [t for t in question.terms if not _DEED.fullmatch(t.word) and not is_frame(t.word) and t.word != "imod"]
    found = _case_of(context, topic)
    if found is None:
        return None
    if question.kind is Asked.PERSON:
        return _voters(found, topic) if _VOTES.search(question.mended) else None
    lead = _lead(context, found, topic) if question.kind is Asked.YES_NO else ""
    told = _under_title(_decision(found.document, found.case), found.case, topic)
    proposed = [] if _whole_met(topic, " ".join(s.text for s in told)) else _proposal(context, found)
    return Draft((*told, *proposed), lead, {"decided": found.covered}, how="decision")


def _case_of(context: Context, topic: Sequence[Term]) -> Found | None:
    """The case that meets the topic best, the newest of those that meet it alike."""
    held = [(document, case) for document in context.documents.values() for case in cases_of(document)]
    found = [Found(document, case, _covered(document, case, topic)) for document, case in held if topic]
    fit = [f for f in found if f.covered >= _COVERED and _heavy_met(f, topic) and _says_something(f, topic)]
    return max(fit, key=lambda f: (round(f.covered, 1), f.document.date or date.min), default=None)


def _covered(document: Document, case: Case, topic: Sequence[Term]) -> float:
    return coverage(topic, f"{case.title} {_text(document, case.span)}")


def _heavy_met(found: Found, topic: Sequence[Term]) -> bool:
    text = f"{found.case.title} {_text(found.document, found.case.span)}"
    return all(match(term, text) >= _MET for term in topic if term.weight >= _HEAVY)


def _says_something(found: Found, topic: Sequence[Term]) -> bool:
    """A decision that settles the case, or one of a case that is about the topic as its title says."""
    return found.case.ruling in _SETTLED or coverage(topic, found.case.title) >= _COVERED


def _whole_met(topic: Sequence[Term], text: str) -> bool:
    return all(match(term, text) >= _MET for term in topic)


def _text(document: Document, span: Span) -> str:
    return " ".join(document.cleaned[span.start : span.end].split())


def _sentences(document: Document, case: Case) -> Iterator[Span]:
    """Sentences of the last body's decision."""
    last = case.decided[-1]
    for span in sentence_spans(document.cleaned[last.start : last.end]):
        yield Span(last.start + span.start, last.start + span.end)


def _decision(document: Document, case: Case) -> list[Statement]:
    """The decision in its own words, within the room."""
    out: list[Statement] = []
    for span in _sentences(document, case):
        said = _named(quoted(document, span))
        if out and sum(words_in(s.text) for s in (*out, said)) > _ROOM:
            break
        out.append(said)
    return out


def _named(said: Statement) -> Statement:
    return replace(said, label="Beslutning") if words_in(said.text) < _BARE else said


def _under_title(told: Sequence[Statement], case: Case, topic: Sequence[Term]) -> list[Statement]:
    """The decision under the title of its case, where it does not say itself what it is about."""
    title = _NUMBER.sub("", case.title)
    if not told or _whole_met(topic, told[0].text) or not 0 < words_in(title) <= _TITLE:
        return list(told)
    return [replace(told[0], label=title), *told[1:]]


def _proposal(context: Context, found: Found) -> list[Statement]:
    """The best sentence of the case that says what was put forward."""
    inside = (
        s for s in context.best
        if s.document.id == found.document.id and not s.heading and found.case.proposes(s.span.start)
    )  # fmt: skip
    best = next((s for s in inside if is_proposal(f"{s.lead_in} {s.text}")), None)
    return [quoted(best.document, best.span)] if best else []


def _voters(found: Found, topic: Sequence[Term]) -> Draft | None:
    spans = [s for s in _sentences(found.document, found.case) if _VOTES.search(_text(found.document, s))]
    told = tuple(_under_title([quoted(found.document, span) for span in spans[:3]], found.case, topic))
    return Draft(told, evidence={"decided": found.covered, "actor": found.covered}, how="decision") if told else None


def _lead(context: Context, found: Found, topic: Sequence[Term]) -> str:
    """ "Ja." or "Nej." where the ruling settles whether it was adopted, rejected or put off as asked."""
    asked = _WHETHER.search(context.question.mended)
    whole = f"{found.case.title} {_text(found.document, found.case.span)}"
    if asked is None or found.case.ruling not in _SETTLED or not _whole_met(topic, whole):
        return ""
    if context.question.when.spans and found.case.moved:
        return ""
    forms = ((_ADOPT, Ruling.ADOPTED), (_REJECT, Ruling.REJECTED), (_POSTPONE, Ruling.POSTPONED))
    wanted = next(ruling for form, ruling in forms if re.fullmatch(form, asked["deed"], re.IGNORECASE))
    yes, no = ("Yes (ja).", "No (nej).") if context.question.english else ("Ja.", "Nej.")
    return yes if found.case.ruling is wanted else no


def with_decision(context: Context, draft: Draft) -> Draft:
    """The draft with the decision of the case of each proposal it quotes: before it where the decision sets another
    day, rejects or puts off, else behind it."""
    if draft.how in ("decision", "conflict") or _OF_PROPOSAL.search(context.question.mended):
        return draft
    shown = [source for statement in draft.statements if statement.quoted for source in statement.sources]
    for n, statement in enumerate(draft.statements):
        ruled = next(((s, c) for s in statement.sources if (c := _open_case(s, shown)) is not None), None)
        if ruled is not None:
            return _beside(context, draft, n, *ruled)
    return draft


def _open_case(source: Source, shown: Sequence[Source]) -> Case | None:
    """The decided case in which a quote proposes, where its decision is not shown yet."""
    document, case = source.document, case_at(source.document, source.span.start)
    if case is None or not case.proposes(source.span.start) or (case.ruling not in _SETTLED and not case.moved):
        return None
    if any(s.document.id == document.id and s.span.overlaps(d) for s in shown for d in case.decided):
        return None
    return case if is_proposal(f"{_lead_in(source)} {_text(document, source.span)}") else None


def _lead_in(source: Source) -> str:
    blocks = source.document.blocks
    return next((b.lead_in for b in blocks if b.start <= source.span.start < b.end), "")


def _beside(context: Context, draft: Draft, n: int, source: Source, case: Case) -> Draft:
    document, words = source.document, _text(source.document, source.span)
    moved = [m for m in case.moved if speaks_of(m, words)]
    spans = [s for s in _sentences(document, case) if ruling_of(_text(document, s)) in _SETTLED]
    days = [m.span for m in moved if not any(m.span.overlaps(s) for s in spans)]
    told = [_named(quoted(document, span)) for span in (*spans[:2], *days)]
    if not told:
        return draft
    other_day = bool(moved) and context.question.kind is Asked.DATE and draft.statements[n].quoted
    first = other_day or case.ruling in (Ruling.REJECTED, Ruling.POSTPONED)
    if first and days:
        told = [quoted(document, span) for span in days]
    at = n if first else n + 1
    statements = (*draft.statements[:at], *told, *draft.statements[at:])
    return replace(draft, statements=statements, lead=_turned(draft.lead, case) if n == 0 else draft.lead)


def _turned(lead: str, case: Case) -> str:
    """A "Ja." that rests on a proposal holds only where it was adopted."""
    if lead not in ("Ja.", "Yes (ja).") or case.ruling not in (Ruling.REJECTED, Ruling.POSTPONED):
        return lead
    rejected = {"Ja.": "Nej.", "Yes (ja).": "No (nej)."}[lead]
    return rejected if case.ruling is Ruling.REJECTED else ""
