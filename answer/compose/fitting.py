"""Which rows of the register a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.compose.common import Context
from answer.compose.topic import Topic, covered, main_clause, named_share, says_little
from answer.evidence import Sentence
from answer.matching import coverage, match
from answer.question import Part
from answer.understanding.deeds import meets_deed, same_deed
from answer.understanding.limits import outside
from answer.understanding.terms import Term
from core.danish.numbers import parse_ordinal
from core.schema import Responsibility, Span

SURE = 0.55  # fit from which a row answers by itself
_MET = 0.3  # share of the fit that says how much of the row's own task the question names
_SEEN = 0.15  # raise for a row that stands in one of the best sentences
_SENTENCES = 4
_OTHER_DEED = 0.6  # fall for a row about something else than the question wants done
_OTHER_HEAD = 0.45  # fall for a row whose task is another thing for the one asked about
_POINTS_BACK = re.compile(
    r"^(?:den|det|de|denne|dette|disse)(?: (?:nye|ny|samlede?|sammenlagte|fælles|nævnte))*"
    r" (?:funktion|ordning|enhed|team|opgave|indsats|instans|korps|gruppe|løsning|center)\w*$",
    re.IGNORECASE,
)
_BEFORE = 350  # characters before a row that tell what its task points back to
_STAYING = re.compile(
    r"\b(?:bliver|blive|bliv\w*) .*\bliggende\b|\bforbliv\w*|\bbevare[rs]?\b|\bbehold\w*|\bfortsætte[rs]?\b|"
    r"\bfortsat\b|\bstadig\w*|\bbliver hos\b|\bremains?\b|\bkeeps?\b",
    re.IGNORECASE,
)
_KEEPS = 0.1
_HALF, _NO_SYNONYM, _HEAVY = 0.5, 0.6, 0.3
_SAME_DEED = 0.08
_MOST_ROWS = 3000
_AROUND = 250  # characters around a row that tell what it is about
_ORDINAL = re.compile(r"(\d\.|første|anden|andet|tredje|fjerde)\s+(?:rul|del|bølge|runde|fase|etape)", re.IGNORECASE)
_CLOSE = 0.85  # rows this near the best in fit are told together


@dataclass(frozen=True, slots=True)
class Fit:
    """A register row and how well it is what the question is about: 0 and up, 1 where every word meets."""

    row: Responsibility
    fit: float


def fitting(context: Context, part: Part, ranked: Sequence[Sentence] = ()) -> list[Fit]:
    """Rows that fit, best first: of the documents found, or of the others where those have none."""
    topic = Topic(context, part)
    for rows in (_found(context), _others(context)):
        fits = [Fit(row, fit) for row in rows if (fit := _fit(context, part, row, topic, ranked)) >= SURE]
        if fits:
            return sorted(fits, key=lambda f: (-round(f.fit, 2), f.row.effective_from is None, len(f.row.task)))
    return []


def _found(context: Context) -> list[Responsibility]:
    return [r for r in context.rows if r.document_id in context.documents and (r.to_unit or r.from_unit)]


def _others(context: Context) -> list[Responsibility]:
    """Rows of documents that the search did not find, in a register that can be gone through at once."""
    if context.load is None or len(context.rows) > _MOST_ROWS:
        return []
    return [r for r in context.rows if r.document_id not in context.documents and (r.to_unit or r.from_unit)]


def _fit(context: Context, part: Part, row: Responsibility, topic: Topic, ranked: Sequence[Sentence]) -> float:
    if topic.rules_out(row.task) or outside(part.text, row.task):
        return 0.0
    terms = topic.of(row)
    thing = topic.is_thing(row)
    cleaned = context.document(row.document_id).cleaned
    if not thing and coverage(terms, _task(row, cleaned)) < 0.2:
        return 0.0
    said = cleaned[row.start : row.end]
    inside = 1.0 if thing else covered(terms, row, cleaned[max(0, row.start - _AROUND) : row.end + _AROUND])
    share = 1.0 if thing else named_share(context, row.task, terms)
    fit = (1 - _MET) * inside + _MET * share
    if (
        share < _HALF
        and max((match(term, row.task) for term in terms if term.weight > _HEAVY), default=1.0) < _NO_SYNONYM
        and not thing
    ):
        fit -= _SEEN  # met by a word of like meaning only, and that is not what the task is about
    fit += (
        _stays(part.text, row) + _wave(context.question.mended, row) + topic.agreement(row, said) + _raise(row, ranked)
    )
    if not thing and _misses_head(terms, f"{row.task} {row.area} {said}"):
        fit -= _SEEN
    if _other_head(terms, row.task):
        fit -= _OTHER_HEAD
    if not _of_the_whole(context, row):
        fit -= 2 * _SEEN
    return fit + _deed(main_clause(part.text), f"{row.task} {row.area} {said} {' '.join(row.conditions)}")


def _deed(question: str, text: str) -> float:
    if not meets_deed(question, text):
        return -_OTHER_DEED
    return _SAME_DEED if same_deed(question, text) else 0.0


def _task(row: Responsibility, cleaned: str) -> str:
    """The row's task; with the words before it, where it only points back ("Den nye funktion")."""
    if not _POINTS_BACK.match(row.task):
        return row.task
    return f"{cleaned[max(0, row.start - _BEFORE) : row.start]} {row.task}"


def _misses_head(terms: Sequence[Term], text: str) -> bool:
    """True where the topic's rarest word, which the collection holds, stands nowhere in the row: the
    documents speak of it elsewhere."""
    head = max(terms, key=lambda term: term.weight, default=None)
    return head is not None and head.known and head.weight > 0.5 and match(head, text) < 0.5


def _other_head(terms: Sequence[Term], task: str) -> bool:
    """True for "følgegruppe for skoleplanen" or "beslutning om planen" where the question asks of the plan alone."""
    head, *more = re.split(r" (?:for|om) ", task, maxsplit=1)
    rest = " ".join(more)
    if not rest or says_little(head) or any(match(term, head) >= _HALF for term in terms):
        return False
    return any(match(term, rest) >= _HALF for term in terms)


def _of_the_whole(context: Context, row: Responsibility) -> bool:
    """False for a row "telephone lines: parking" when the question speaks of parking alone: who answers the
    telephone on a task does not own the task."""
    whole, _, one = row.task.partition(": ")
    if not one or _ORDINAL.search(context.question.mended):
        return True
    named = whole if "selve" in context.question.mended else f"{whole} {row.to_unit}"
    return any(match(term, named) >= _MET for term in context.question.terms)


def _stays(question: str, row: Responsibility) -> float:
    """For a question on who goes on having a task: up for rows that say so, down for moves."""
    if not _STAYING.search(question):
        return 0.0
    return _KEEPS if row.relation == "keep" else -_KEEPS


def _wave(question: str, row: Responsibility) -> float:
    """For tasks that move in waves: up for the wave the question names, down for the others."""
    named = _ORDINAL.search(question)
    ordinal = parse_ordinal(named.group(1)) if named else None
    waves = [parse_ordinal(m.group(1)) for c in row.conditions if (m := _ORDINAL.match(c))]
    if ordinal is None or not waves:
        return 0.0
    return _SEEN if ordinal in waves else -2 * _SEEN


def _raise(row: Responsibility, ranked: Sequence[Sentence]) -> float:
    place = Span(row.start, row.end)
    top = ranked[:_SENTENCES]
    return _SEEN if any(s.document.id == row.document_id and s.span.overlaps(place) for s in top) else 0.0


def told(fits: Sequence[Fit]) -> list[Responsibility]:
    """The best row, and another only where it fits as well and names another owner for it."""
    rows: list[Responsibility] = []
    for found in fits:
        if found.fit < _CLOSE * fits[0].fit or len(rows) == 2:
            break
        if not any(_same(found.row, row) for row in rows):
            rows.append(found.row)
    return rows


def _same(a: Responsibility, b: Responsibility) -> bool:
    return a.to_unit == b.to_unit or (a.document_id == b.document_id and bool({a.relation, b.relation} - {"keep"}))
