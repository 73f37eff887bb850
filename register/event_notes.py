"""What a reader must know of a dated event beside its day: that it comes every year, that it is only put forward, and
what a decision made of it."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import replace
from datetime import date

from core.cases import Case, case_at
from core.danish.rulings import Ruling, ruling_of
from core.danish.sentences import sentence_spans
from core.danish.tokens import is_stop_word, normal, word_texts
from core.schema import DateSpan, Document, Event, Precision
from register.sentences.reading import Statement

YEARLY, PROPOSED, REJECTED = "hvert år", "forslag", "ikke godkendt"
_EVERY_YEAR = r"(?:hvert\s+år|årligt|(?:en|én|to|tre|fire)\s+gange?\s+om\s+året|hvert\s+(?:for|efter)år)"
_BEFORE = re.compile(rf"\b{_EVERY_YEAR}\b[^.;:]{{0,40}}$", re.IGNORECASE)
_AFTER = re.compile(r"^\W{0,3}hvert\s+år\b", re.IGNORECASE)
_PROPOSES = re.compile(  # the verbs alone: "Forslaget var i høring i maj" tells of something that was
    r"\b(?:foreslå[sr]?|foreslået|foreslog|indstille[rs]|anbefale[rs]|lægge[rs] op til)\b", re.IGNORECASE
)
_SET_FORTH = re.compile(r"^\W*(?:indstilling|anbefaling|forslag)", re.IGNORECASE)
_ROOT = 5  # opening letters by which two words are taken for kin ("lukkeperioden", "lukket")
_OF_RULING = {Ruling.REJECTED: REJECTED, Ruling.POSTPONED: "sagen er udsat", Ruling.SENT_ON: "ikke endeligt besluttet"}


def noted(event: Event, text: str, document: Document, statement: Statement) -> Event:
    """The event with its note, and a yearly one on its first day from the document's own on. text: the sentence, in
    which the event's time was read."""
    if _yearly(event.when, text, event.start):
        return replace(event, when=_first_time(event.when, document.date), note=YEARLY)
    heads = any(_SET_FORTH.match(head) for head in statement.section[-1:])
    before = re.split(r"\b(?:da|fordi|idet|eftersom)\b", text[: event.when.start - event.start])[-1]
    if not heads and not _PROPOSES.search(f"{statement.lead_in} {before}"):
        return event
    case = case_at(document, event.start)
    if case is None:
        return replace(event, note=PROPOSED)
    return replace(event, note=_decided(case, event, document) if case.proposes(event.start) else event.note)


def _yearly(when: DateSpan, text: str, start: int) -> bool:
    """True for a time without a year that its clause says comes every year."""
    if re.search(r"(?:19|20)\d\d", when.text) or when.precision is Precision.YEAR:
        return False
    before, after = text[: when.start - start], text[when.end - start :]
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def _first_time(when: DateSpan, own: date | None) -> DateSpan:
    """A time read in the document's year, in the next where that has gone by."""
    last = when.last or when.first
    if own is None or last is None or last >= own:
        return when
    return replace(when, first=_next_year(when.first), last=_next_year(when.last))


def _next_year(day: date | None) -> date | None:
    if day is None:
        return None
    end_of_february = (day.month, day.day) in ((2, 28), (2, 29))
    return date(day.year + 1, 2, 28 + isleap(day.year + 1)) if end_of_february else day.replace(year=day.year + 1)


def _decided(case: Case, event: Event, document: Document) -> str:
    """What became of it: the case's ruling, else the refusal of the very part the event tells of."""
    if case.ruling is not Ruling.OPEN:
        return _OF_RULING.get(case.ruling, "")
    own = {normal(word)[:_ROOT] for word in word_texts(event.what) if _tells(word)}
    refused = (text for span in case.decided for text in _refusals(document.cleaned[span.start : span.end]))
    return REJECTED if any({normal(w)[:_ROOT] for w in word_texts(t) if _tells(w)} & own for t in refused) else PROPOSED


def _tells(word: str) -> bool:
    return len(word) >= _ROOT and not is_stop_word(word)


def _refusals(text: str) -> list[str]:
    """The subjects of clauses that refuse something ("Lukkeperioden" of "Lukkeperioden blev ikke godkendt")."""
    found = []
    for span in sentence_spans(text):
        for clause in re.split(r"[;:]", text[span.start : span.end]):
            if ruling_of(clause) is Ruling.REJECTED:
                found.append(re.split(r"\b(?:blev|bliver|er|kan|skal|ikke)\b", clause)[0])
    return found
