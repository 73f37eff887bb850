"""Who did or said something: the person, party or unit that a sentence of minutes is about, by name. A sentence that
names nobody takes the speaker of its paragraph; a first name alone is filled in from the participants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.clip import words_in
from answer.compose.common import USUAL_WORDS, Context, quote, source_of
from answer.draft import Draft, Source, Statement
from answer.evidence import Sentence
from answer.matching import coverage, match
from answer.question import Part
from answer.values import persons
from core.danish.tokens import fold, normal
from core.schema import Document, Meta, Span

_WHO = re.compile(r"\bhvem\b|\bhvilke[nt]? \w+", re.IGNORECASE)
_DID = re.compile(r"\bhvem(?: (?:af|i|fra|på) (?:[\w-]+ ){1,3}?)?\s+([\wæøå]+)(?:\s+([\wæøå]+))?", re.IGNORECASE)
_HELPING = frozenset("er var har havde blev bliver kan kunne skal skulle vil ville må måtte ikke".split())  # noqa: SIM905
_AGAINST = re.compile(
    r"\bimod\b|\bikke (?:være )?(?:med|tiltræde|støtte|bakke|gå|stemme|godkende)|\bmodsatte|\bmodstand|\bforbehold|"
    r"\bafvis|\bnej\b|\bkunne ikke tiltræde|\bkan ikke tiltræde|\btiltrådte ikke|\bstøttede ikke",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\bforhindret|\bfravær|\bafbud|\bdeltog ikke|\bikke (?:deltage|komme|være til stede|med til|til stede)",
    re.IGNORECASE,
)
_PARTY = re.compile(  # the parties of the Folketing and of most councils
    r"\b(?:Socialdemokrat(?:iet|erne)\w*|Socialistisk Folkeparti\w*|SF|Enhedslisten\w*|Radikale Venstre\w*|Venstres?|"
    r"(?:Det )?[Kk]onservative(?: Folkeparti)?\w*|Dansk Folkeparti\w*|Danmarksdemokraterne\w*|Liberal Alliance\w*|"
    r"Alternativet\w*|Moderaterne\w*|Nye Borgerlige\w*|Kristendemokraterne\w*|Borgernes Parti)\b"
)
_SUBJECT = 60  # characters from its start within which a sentence names its subject
_TITLE_WORDS = 4
_LEADS_AWAY = re.compile(r"\b(?:at|fra|af|for|med|til|hos|ifølge|om|som|der|den|det|i|på|ved)\b", re.IGNORECASE)
_QUOTE = re.compile(r"[:\"»”]")
_NEAR = 400  # characters around a sentence that tell what it is about
_LEAST = 0.45
_IN_PLACE = re.compile(r"\b(?:i|på|fra) ([A-ZÆØÅ][a-zæøå]{2,})(?![\w-])")
_FEW = 5  # words; fewer tell no deed by themselves
_SAME_VERB, _SAME_SIDE, _SCORE = 0.25, 0.3, 0.3
_MET = 0.5
_ALSO = 0.9  # others this near the best are told too


@dataclass(frozen=True, slots=True)
class Deed:
    """A sentence and who did what it tells. place: where the name stands outside the sentence."""

    sentence: Sentence
    name: str
    place: Source | None
    fit: float
    worth: float


def compose(context: Context) -> Draft | None:
    """The sentence whose person or party did what is asked, with the full name."""
    part = context.question.parts[0]
    if not _WHO.search(part.text) or _of_unknown_place(part):
        return None
    deeds = [deed for sentence in context.best if (deed := _deed(part, sentence)) is not None]
    best = max(deeds, key=lambda deed: deed.worth, default=None)
    if best is None or best.worth < _LEAST:
        return None
    told = _told(best, deeds)
    return Draft(tuple(_statement(deed, part) for deed in told), evidence={"actor": best.fit}, how="actor")


def _of_unknown_place(part: Part) -> bool:
    """True for "hvem er borgmester i Y-by?" where no paper has that name: whoever does it is somebody else's."""
    named = {normal(name) for name in _IN_PLACE.findall(part.text)}
    return any(not term.known and normal(term.word) in named for term in part.terms)


def _told(best: Deed, deeds: list[Deed]) -> list[Deed]:
    """The best, and others as good who did the same."""
    told = [best]
    room = USUAL_WORDS - words_in(best.sentence.text)
    for deed in sorted(deeds, key=lambda d: -d.worth):
        again = any(deed.sentence.overlaps(d.sentence) or deed.name == d.name for d in told)
        if again or deed.worth < _ALSO * best.worth or len(told) > 2:
            continue
        room -= words_in(deed.sentence.text)
        if room < 0:
            break
        told.append(deed)
    return told


def _deed(part: Part, sentence: Sentence) -> Deed | None:
    found = next(_actors(sentence), None)
    if found is None:
        return None
    name, place = found
    if (place is not None and words_in(sentence.text) < _FEW) or _asked_about(part.text, name):
        return None
    around = f"{' '.join(sentence.hit.passage.section)} {sentence.around} {_beside(sentence)}"
    fit = coverage(part.terms, sentence.text, around)
    if not _of_the_matter(part, f"{sentence.text} {around}"):
        return None
    inside = coverage(part.terms, sentence.text)
    worth = (fit + inside) / 2 + _SCORE * sentence.score + _verb(part, sentence) + _side(part.text, sentence.text)
    return Deed(sentence, name, place, fit, worth)


def _asked_about(question: str, name: str) -> bool:
    """True for a name that the question itself holds: it cannot be the answer."""
    return fold(name) in fold(question)


def _of_the_matter(part: Part, text: str) -> bool:
    """False where the rarest thing the question names stands neither in the sentence nor around it: another
    body has its chairman too."""
    known = [term for term in part.terms if term.known]
    return not known or match(max(known, key=lambda term: term.weight), text) >= _MET


def _beside(sentence: Sentence) -> str:
    span = sentence.span
    return sentence.document.cleaned[max(0, span.start - _NEAR) : span.end + _NEAR]


def _actors(sentence: Sentence) -> Iterator[tuple[str, Source | None]]:
    """Who the sentence is about: named in it, by a first name, by its paragraph or by its heading."""
    head = sentence.text[:_SUBJECT]
    named = [(v.start, v.text) for v in persons(head)] + [(m.start(), m.group()) for m in _PARTY.finditer(head)]
    if named and (sentence.heading or _is_subject(head[: min(named)[0]])):
        yield min(named)[1], None
        return
    document = sentence.document
    yield from _in_lead(sentence)
    first = _first_name(document, sentence.text)
    if first is not None:
        yield first.value, _place(document, first)
    for meta in document.meta:
        if meta.name == "speaker" and meta.span and meta.span.start <= sentence.span.start < meta.span.end:
            known = _participant(document, meta.value) or _opens(document, meta)
            if known is not None:
                yield known.value, _place(document, known)
    if sentence.heading:
        return
    for found in persons(" ".join(sentence.hit.passage.section[-1:])):
        place = document.cleaned.rfind(found.text, 0, sentence.span.start)
        if place >= 0:
            yield found.text, source_of(document, Span(place, place + len(found.text)))


def _in_lead(sentence: Sentence) -> Iterator[tuple[str, Source | None]]:
    """Who the introduction of a list is about: "A foreslår, at:", for each of its points."""
    for block in sentence.document.blocks:
        place = block.lead_in_span
        if place and block.start <= sentence.span.start < block.end and not place.overlaps(sentence.span):
            named = [(v.start, v.text) for v in persons(block.lead_in)]
            named += [(m.start(), m.group()) for m in _PARTY.finditer(block.lead_in)]
            if named and _is_subject(block.lead_in[: min(named)[0]]):
                yield min(named)[1], source_of(sentence.document, place)


def _is_subject(before: str) -> bool:
    """True where only a title or a mark stands before the name, not "fra", "ifølge" or a clause."""
    before = _QUOTE.split(before)[-1]
    return len(before.split()) <= _TITLE_WORDS and not _LEADS_AWAY.search(before)


def _participant(document: Document, name: str) -> Meta | None:
    return next((m for m in document.meta if m.name in ("participant", "apology") and m.value == name), None)


def _opens(document: Document, speaker: Meta) -> Meta | None:
    """The full name that opens the speaker's paragraph, for minutes without a list of participants."""
    start = speaker.span.start if speaker.span else 0
    if not persons(speaker.value) or not document.cleaned.startswith(speaker.value, start):
        return None
    return Meta("participant", speaker.value, Span(start, start + len(speaker.value)))


def _first_name(document: Document, text: str) -> Meta | None:
    """The one participant whose first name opens the sentence."""
    opening = re.match(r"[A-ZÆØÅ][\wæøå]+", text)
    if not opening:
        return None
    known = (m for m in document.meta if m.name in ("participant", "apology"))
    people = [m for m in known if m.value.split()[0] == opening.group()]
    return people[0] if len({m.value for m in people}) == 1 else None


def _place(document: Document, meta: Meta) -> Source | None:
    return source_of(document, meta.span) if meta.span else None


def _verb(part: Part, sentence: Sentence) -> float:
    """Raised where the sentence begins with the question's verb."""
    asked = _DID.search(part.text)
    if not asked:
        return 0.0
    said = {word.lower() for word in asked.groups() if word} - _HELPING
    opening = " ".join(sentence.text.split()[:7])
    return _SAME_VERB if any(term.word in said and match(term, opening) >= 0.5 for term in part.terms) else 0.0


def _side(question: str, text: str) -> float:
    """Raised where both speak of being against, or away; lowered where only the question does."""
    for sort in (_AWAY, _AGAINST):
        if sort.search(question):
            return _SAME_SIDE if sort.search(text) else -_SAME_SIDE
    return 0.0


def _statement(deed: Deed, part: Part) -> Statement:
    said = quote(deed.sentence, part)
    if deed.place is None:
        return said
    return Statement(said.text, (*said.sources, deed.place), quoted=True, label=deed.name)
