"""From a rule's reading of a sentence to rows of the register."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.danish.amounts import find_amounts
from core.danish.tokens import ascii_key
from core.schema import Amount, Basis, Responsibility
from register.forms.cases import label_of, with_case
from register.names.naming import UNNAMED, all_tasks, by_name, general_thing, task_before
from register.names.unit_forms import Mention
from register.row_timing import timing_of
from register.sentences.frames import Draft
from register.sentences.item_words import item_words, proposal_above
from register.sentences.masking import plain
from register.sentences.next_clause import of_own_clause
from register.sentences.people import done_to_people
from register.sentences.place import Place
from register.sentences.qualifiers import conditions, exceptions, fte, status
from register.sentences.reading import Statement
from register.sentences.tasks import clean_task, split_acts, split_tasks
from register.sentences.timing import Timing

_SECTION_NOTE = re.compile(r"\s*\((?:\w+ )?(?:scenarie|revideret|nyt|variant)[^()]*\)\s*$", re.IGNORECASE)
_HEADING_UNDER = re.compile(
    r"\s+(?:under|hos|til)\s+(?:det |den )?(?:[A-ZÆØÅ][\wæøå]+-,?\s+(?:og\s+)?)*\w*(?:udvalget|forvaltningen)$"
)
_FIELDS = re.compile(r"\s+(?:Ansvarlig\w*|Tovholder|Tidsplan|Frist)\s*:\s.*$")  # lines a page set below a heading
_PROPOSES = re.compile(r"^\s*(?:forslag|indstilling)\b.*\b(?:om|til)\W*$", re.IGNORECASE | re.DOTALL)
_ACTS_ON = {
    "evalueres": "evaluering af",
    "bestilles": "bestilling af",
    "revideres": "revision af",
    "kontrolleres": "kontrol af",
    "undersøges": "undersøgelse af",
    "indkaldes": "indkaldelse af",
}
_THAT = re.compile(r"\s*(?:, at\s|(?:at )?[a-zæøå]+e(?: for| på)?, at\s)")
_NEXT_MAIN = re.compile(r", og (?=[a-zæøå]+(?:en|et|erne) (?!der\b|eller\b)[a-zæøå]+er\b)")
_LIMIT = re.compile(r",\s+(?P<limit>(?:for\s+så\s+vidt|hvad)\s+angår\s+[^,.;:]{3,80})(?=[,.;])")
_AND_BY = re.compile(r",?\s+(?:og|samt|mens)\s+(?:af|i|til|hos|under)\s+")
LONGEST_QUOTE = 700


def rows_of(draft: Draft, place: Place, item: Statement | None = None) -> Iterator[Responsibility]:
    """Rows of one draft; ``item``: the list item that holds the task where the lead-in holds the verb."""
    words = item_words(item.text) if item else plain(place.masked, place.document.cleaned, *draft.task)
    words = _without_recipient(words if item else of_own_clause(words, draft), draft, place)
    words = _NEXT_MAIN.split(words)[0] if _THAT.match(words) else words
    general = general_thing(draft, words, place)
    whole = (
        _cleaned(draft, words)
        or task_before(draft, words, place)
        or _bare_responsibility(draft, words)
        or general
        or all_tasks(draft, words, place)
    )
    told = _THAT.match(words) is not None  # "ansvaret for, at beslutninger, rådet har taget, følges" lists nothing
    single = told or draft.rule.relation == "merge" or (item and not _is_list(whole))
    split = split_acts if draft.rule.name == "skal-gøre" else split_tasks
    pieces = [whole] if single else split(whole)
    for piece in pieces:
        cleaned = piece if piece in UNNAMED or piece == general else _cleaned(draft, piece)
        told_of = _in_case(cleaned, draft, place)
        task = told_of if told_of != cleaned else _in_case(by_name(cleaned, draft, place), draft, place)
        if task and any(task == m.text for m in draft.to):
            continue
        if task and (draft.rule.prefix or not _is_unit_only(task, draft)):
            task = f"forslag om {task}" if item and _proposal(draft, place) else _prefixed(task, draft, place)
            yield _row(task, draft, place, item)
    if item and not whole and re.match(r"Opgaver\b.{12,}", item.text, re.DOTALL):
        yield _row(" ".join(item.text.split()).rstrip(".,;"), draft, place, item)
    for other in _other_part(draft, place):
        yield from rows_of(other, place, item)


def _in_case(task: str, draft: Draft, place: Place) -> str:
    label = label_of(place.statement.text, place.masked.origin[draft.verb[0]] - place.statement.start)
    return with_case(task, place.case, " ".join(place.document.title.split()), label)


def _cleaned(draft: Draft, words: str) -> str:
    """The task; behind a prefix ("myndighedsansvar for …") a preposition may open it."""
    if not draft.rule.prefix:
        return clean_task(words)
    if draft.rule.prefix.endswith(" med") and re.match(r"\s*,?\s*at\s", words):
        return f"at {clean_task(words)}"  # "tilsyn med, at bådene er tætte"
    if words.strip(" ,.").lower() in ("den", "det", "dem"):
        return words.strip(" ,.").lower()  # the sentence before may name it
    if re.match(r"\s*og (?:fører|står|holder|tager|har)\b", words):
        return ""  # "godkender og fører tilsyn" approves nothing named
    opened = re.match(r"\s*(?:på|for|om|over|af|i|til|mellem)\s+", words)
    return (opened.group().lstrip() if opened else "") + clean_task(words[opened.end() :] if opened else words)


def _bare_responsibility(draft: Draft, words: str) -> str:
    """ "Kommunens ansvar" alone is no task, but "myndighedsansvaret" is."""
    match = re.search(r"\b\w+ansvar(?:et)?\b", words, re.IGNORECASE)
    return match.group() if match and not draft.rule.prefix else ""


def _is_list(words: str) -> bool:
    return words.count(", ") > 1 and len(words) < 160


def _without_recipient(words: str, draft: Draft, place: Place) -> str:
    """ "<unit> ift. oplæring" after "står til rådighed for": the task is the training."""
    return re.sub(
        r"^\s*(?:[A-ZÆØÅ]{2,5}|[A-ZÆØÅ][\wæøå-]+(?:udvalget|forvaltningen))\s+(?:ift\.|i forhold til|med|"
        r"i forbindelse med)\s+",
        "",
        words,
    )


def _is_unit_only(task: str, draft: Draft) -> bool:
    return any(task == m.text for m in (*draft.to, *draft.source))


def _proposal(draft: Draft, place: Place) -> bool:
    """ "<unit> udarbejder forslag og foretager indstilling om:" before a list."""
    return _PROPOSES.search(plain(place.masked, place.document.cleaned, *draft.task)) is not None


def _limit(draft: Draft, place: Place) -> re.Match[str] | None:
    """ ", for så vidt angår moler" right behind the owner."""
    end = max((m.end for m in draft.to), default=0)
    return _LIMIT.match(place.document.cleaned, end) if draft.rule.form == "passive" else None


def _other_part(draft: Draft, place: Place) -> Iterator[Draft]:
    """ "…, og af <unit>, for så vidt angår stier": who has the other part of a task that is parted by limits."""
    limit = _limit(draft, place)
    joined = _AND_BY.match(place.document.cleaned, limit.end()) if limit else None
    to = [m for m in place.masked.units if joined and m.start == joined.end()]
    if to:
        yield replace(draft, to=to)


def _prefixed(task: str, draft: Draft, place: Place) -> str:
    act = _ACTS_ON.get(place.masked.text[slice(*draft.verb)].lower())
    if act and not draft.rule.prefix:  # "organisationen evalueres af <unit>" gives the evaluation, not the organisation
        return f"{act} {task[0].lower() + task[1:]}"
    done = done_to_people(task, place.masked.text[slice(*draft.verb)])
    if done and not draft.rule.prefix and draft.rule.form == "active":
        return done
    limit = _limit(draft, place)
    if limit:
        task = f"{task}, {' '.join(limit['limit'].split())}"
    if draft.rule.prefix == "afrapportering" and len(task.split()) > 8:
        return draft.rule.prefix
    named = any(task.startswith(m.text) for m in place.masked.units)
    return f"{draft.rule.prefix} {task if named else task[0].lower() + task[1:]}" if draft.rule.prefix else task


def _row(task: str, draft: Draft, place: Place, item: Statement | None) -> Responsibility:
    before = proposal_above(item or place.statement) + place.masked.text[: draft.verb[0]]
    timing = timing_of(draft, place, task)
    told = Told(task, _names(draft.to), _names(draft.source), draft.rule.relation, timing, before, draft.rule.state)
    return row_at(told, place, item)


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells. to, source: names, with "; " between several. before: its words up to the verb.
    state: True where it tells how things are, not a change."""

    task: str
    to: str
    source: str
    relation: str
    timing: Timing
    before: str
    state: bool = False


def row_at(told: Told, place: Place, item: Statement | None = None) -> Responsibility:
    """The row of what is told at a place, with conditions, exceptions and amounts of its sentence. item: the list
    item that holds the task where the place is its lead-in."""
    statement, timing = place.statement, told.timing
    words = " ".join((item or statement).text.split())
    sentence = words if item is None else " ".join(statement.text.split()) + " " + words
    start, end = _span(statement, item)
    extra = (timing.condition,) if timing.condition else ()
    row = Responsibility(
        key="",
        task=told.task,
        area=area_of((item or statement).section),
        from_unit=told.source,
        to_unit=told.to,
        effective_from=timing.start,
        basis=timing.basis,
        status=status(sentence, told.before, timing.basis, told.state, timing.until is not None),
        document_id=place.document.id,
        start=start,
        end=end,
        relation=told.relation,
        until=timing.until,
        effective_text=timing.text,
        effective_span=timing.span,
        conditions=tuple(dict.fromkeys((*conditions(sentence, place.following), *extra))),
        exceptions=exceptions(sentence),
        amounts=_amounts(statement if item is None else item),
        fte=fte(words),
    )
    return replace(row, key=row_key(row))


def _amounts(statement: Statement) -> tuple[Amount, ...]:
    return tuple(
        replace(a, start=a.start + statement.start, end=a.end + statement.start) for a in find_amounts(statement.text)
    )


def _span(statement: Statement, item: Statement | None) -> tuple[int, int]:
    """The sentence; for a list item with its lead-in where both fit one quote."""
    if item is None:
        return statement.start, statement.end
    if 0 < item.end - statement.start <= LONGEST_QUOTE:
        return statement.start, item.end
    return item.start, item.end


def _names(mentions: Sequence[Mention]) -> str:
    return "; ".join(dict.fromkeys(m.text for m in mentions))


def area_of(section: Sequence[str]) -> str:
    """The innermost heading without "(scenarie 2)" and without "under <unit>" at its end."""
    if not section:
        return ""
    heading = _SECTION_NOTE.sub("", _FIELDS.sub("", " ".join(section[-1].split())))
    return _HEADING_UNDER.sub("", heading) or heading


def row_key(row: Responsibility) -> str:
    """Stable id: document, relation, task words and units, spelling and place forgiven."""
    task = " ".join(ascii_key(w) for w in re.findall(r"\w+", row.task))
    parts = (row.document_id, row.relation, task, row.from_unit, row.to_unit)
    return hashlib.sha1("|".join(parts).encode()).hexdigest()[:12]


def is_open(row: Responsibility) -> bool:
    """True where the row says nothing of its date and waits for nothing stated."""
    return row.basis is Basis.NONE and row.effective_from is None
