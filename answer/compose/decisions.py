"""What a case decided: answers to what was decided and who voted how, and the decision beside a proposal quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.clip import words_in
from answer.compose.common import Context, quoted
from answer.draft import Draft, Statement
from answer.matching import coverage, match
from answer.understanding.kinds import Asked
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from core.cases import Case, cases_of, is_proposal
from core.danish.rulings import Ruling
from core.danish.sentences import sentence_spans
from core.schema import Document, Span

_ADOPT = r"beslut\w*|vedtag\w*|vedtog|godkend\w*|tiltråd\w*|tiltræd\w*|imødekom\w*|fulgt"
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
_OUTCOME = re.compile(r"\b(?:fulgt|vedtaget|godkendt|tiltrådt|imødekommet|afvist|forkastet|udsat)\b", re.IGNORECASE)
_VOTES = re.compile(r"\b(?:stemte|stemmer|forbehold|undlod)\b", re.IGNORECASE)
SETTLED = (Ruling.ADOPTED, Ruling.REJECTED, Ruling.POSTPONED)
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
    if question.kind not in _KINDS or len(question.parts) > 1 or not _asks_of_a_ruling(question.mended):
        return None
    topic = about_case(question.terms)
    topic = [t for t in topic if not _OF_PROPOSAL.fullmatch(t.word)] or topic
    found = _case_of(context, topic)
    if found is None:
        return None
    if question.kind is Asked.PERSON:
        return _voters(found, topic) if _VOTES.search(question.mended) else None
    lead = _lead(context, found, topic) if question.kind is Asked.YES_NO else ""
    told = _under_title(_decision(found.document, found.case), found.case, topic)
    proposed = [] if _whole_met(topic, " ".join(s.text for s in told)) else _proposal(context, found)
    return Draft((*told, *proposed), lead, {"decided": found.covered}, how="decision")


def _asks_of_a_ruling(text: str) -> bool:
    """True where a deed of those who decide is asked about; "fulgt" only of a proposal."""
    deeds = [m.group().lower() for m in _DEED.finditer(text)]
    return any(deed != "fulgt" for deed in deeds) or bool(deeds and _OF_PROPOSAL.search(text))


def asks_what_was_proposed(text: str) -> bool:
    """True where the question is what was put forward, not what became of it."""
    return _OF_PROPOSAL.search(text) is not None and _OUTCOME.search(text) is None


def about_case(terms: Sequence[Term]) -> list[Term]:
    """What a question of a decision is about: its words without those for deciding, which the decision itself is."""
    return [t for t in terms if not _DEED.fullmatch(t.word) and not is_frame(t.word) and t.word != "imod"]


def _case_of(context: Context, topic: Sequence[Term]) -> Found | None:
    """The case that meets the topic best, the newest of those that meet it alike."""
    held = [(document, case) for document in context.documents.values() for case in cases_of(document)]
    found = [Found(document, case, _covered(document, case, topic)) for document, case in held if topic]
    fit = [f for f in found if f.covered >= _COVERED and _heavy_met(f, topic) and _says_something(f, topic)]
    return max(fit, key=lambda f: (round(f.covered, 1), f.document.date or date.min), default=None)


def _covered(document: Document, case: Case, topic: Sequence[Term]) -> float:
    return coverage(topic, f"{case.title} {text_of(document, case.span)}")


def _heavy_met(found: Found, topic: Sequence[Term]) -> bool:
    text = f"{found.case.title} {text_of(found.document, found.case.span)}"
    return all(match(term, text) >= _MET for term in topic if term.weight >= _HEAVY)


def _says_something(found: Found, topic: Sequence[Term]) -> bool:
    """A decision that settles the case, or one of a case that is about the topic as its title says."""
    return found.case.ruling in SETTLED or coverage(topic, found.case.title) >= _COVERED


def _whole_met(topic: Sequence[Term], text: str) -> bool:
    return all(match(term, text) >= _MET for term in topic)


def text_of(document: Document, span: Span) -> str:
    """The words of a place, white space collapsed."""
    return " ".join(document.cleaned[span.start : span.end].split())


def sentences_of(document: Document, case: Case) -> Iterator[Span]:
    """Sentences of the last body's decision."""
    last = case.decided[-1]
    for span in sentence_spans(document.cleaned[last.start : last.end]):
        yield Span(last.start + span.start, last.start + span.end)


def _decision(document: Document, case: Case) -> list[Statement]:
    """The decision in its own words, within the room."""
    out: list[Statement] = []
    for span in sentences_of(document, case):
        said = named(quoted(document, span))
        if out and sum(words_in(s.text) for s in (*out, said)) > _ROOM:
            break
        out.append(said)
    return out


def named(said: Statement) -> Statement:
    """A very short decision ("Godkendt.") under its name."""
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
    spans = [s for s in sentences_of(found.document, found.case) if _VOTES.search(text_of(found.document, s))]
    told = tuple(_under_title([quoted(found.document, span) for span in spans[:3]], found.case, topic))
    return Draft(told, evidence={"decided": found.covered, "actor": found.covered}, how="decision") if told else None


def _lead(context: Context, found: Found, topic: Sequence[Term]) -> str:
    """ "Ja." or "Nej." where the ruling settles whether it was adopted, rejected or put off as asked."""
    asked = _WHETHER.search(context.question.mended)
    whole = f"{found.case.title} {text_of(found.document, found.case.span)}"
    if asked is None or found.case.ruling not in SETTLED or not _whole_met(topic, whole):
        return ""
    if context.question.when.spans and found.case.moved:
        return ""
    forms = ((_ADOPT, Ruling.ADOPTED), (_REJECT, Ruling.REJECTED), (_POSTPONE, Ruling.POSTPONED))
    wanted = next(ruling for form, ruling in forms if re.fullmatch(form, asked["deed"], re.IGNORECASE))
    yes, no = ("Yes (ja).", "No (nej).") if context.question.english else ("Ja.", "Nej.")
    return yes if found.case.ruling is wanted else no
