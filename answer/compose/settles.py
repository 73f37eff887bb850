"""Whether a sentence settles a yes/no question: how it stands to the claim, and whether it speaks of all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.evidence import Sentence
from answer.matching import coverage
from answer.polarity import Reading, contrary, strength
from answer.quantities import claimed, thing_of, told_of
from answer.question import Question
from answer.understanding.claims import Claim, plain_noun
from answer.understanding.roles import is_frame
from answer.understanding.sources import codes
from answer.understanding.terms import Term
from core.danish.tokens import stem, words

TOPIC = 0.55  # share of the topic a sentence must meet, its surroundings counted, for a yes or no
MET, _SAID = 0.45, 0.65  # how well a word is met by one like it, and by itself
_CLEAR = 0.6  # share of the topic inside a sentence that says yes
_HALF = 0.5  # the same for a sentence that says "ingen" where it is asked whether anybody is
_NOBODY = re.compile(r"^\W*(?:ingen|der (?:bliver|er|sker|vil) (?:\w+ )?ingen)\b", re.IGNORECASE)
_MOVES = re.compile(r"(?:flytter|flyttes|overgår|overføres|overdrages)\s+(?P<what>[\wæøåÆØÅ-]+)\b", re.IGNORECASE)
_IT = re.compile(r"\bit\b", re.IGNORECASE)
_COMPUTING = re.compile(r"\bit\b|\bdigital", re.IGNORECASE)
_HEAVY = 0.45  # weight of a topic word that must not be missing
_BESIDE = 0.9  # what a word met around a sentence counts


@dataclass(frozen=True)
class Weighed:
    """A sentence with how it stands to the claim, and how well it settles it."""

    sentence: Sentence
    reading: Reading
    topic: float
    settles: float


def spoken_of(question: Question, claim: Claim) -> list[Term]:
    """The terms a sentence must speak of, whatever it says of them; not the name of a document."""
    named = codes(question.mended) | plain_noun(question.mended)
    topic = [term for term in question.terms if term.word not in named]
    rest = [term for term in topic if not claim.verb or term.word not in claim.predicate]
    own = [term for term in rest if not is_frame(term.word) or term.word == claim.thing]
    return own or rest or topic or list(question.terms)


def sound(question: Question, claim: Claim, found: Weighed) -> bool:
    """True where the sentence speaks of all that the question does: a yes must say it itself, a no may deny
    what stands around it."""
    s, no = found.sentence, found.reading.verdict == "nej"
    around = f"{s.around} {s.document.title}" if no else f"{' '.join(s.hit.passage.section)} {s.document.title}"
    topic = spoken_of(question, claim)
    if says_nobody(claim, found.reading):
        return share_met(topic, s.text, f"{around} {s.hit.passage.text}") >= _HALF
    if found.topic < TOPIC or not found.reading.verdict:
        return False
    least = MET if no else _SAID
    heavy = [term for term in topic if term.weight >= _HEAVY or term.word == claim.thing]
    lacking = [term for term in heavy if met_by(term, s.text, around) < least]
    if any(term.word == claim.thing or not (found.reading.turned and no) for term in lacking):
        return False
    if not no and (
        share_met(topic, s.text, around) < _CLEAR
        or not _all_claimed(question, claim, f"{s.text if claimed(claim.text) else found.reading.clause} {around}")
    ):
        return False
    if not no and not (_number_told(claim, topic, s.text) and _of_computing(question, claim, s.text)):
        return False
    if not no and _gives_away(claim, s.text):
        return False
    return _numbers_met(claim, f"{s.text} {around}") and _whole_met(claim, s.text)


def _number_told(claim: Claim, topic: Sequence[Term], text: str) -> bool:
    """True where the claim's number, if it states one, is told of the thing it names."""
    asked = claimed(claim.text)
    if asked is None:
        return True
    told = told_of(claim.text, thing_of(topic, claim.text), text)
    return told is not None and told.value == asked.value


def _gives_away(claim: Claim, text: str) -> bool:
    """True where what the claim says moves is only named as who has or gives ("fra Vejkontoret", "hos Vejkontoret")."""
    found = _MOVES.match(claim.text)
    if found is None:
        return False
    what = re.escape(found["what"])
    named = re.findall(rf"\b{what}\b", text, re.IGNORECASE)
    giving = re.findall(rf"\b(?:fra|af|hos|under) {what}\b", text, re.IGNORECASE)
    return bool(named) and len(named) == len(giving)


def _of_computing(question: Question, claim: Claim, text: str) -> bool:
    """True where a Danish claim about "it" meets a sentence about it: as a word of two letters it is no term."""
    return question.english or not _IT.search(claim.text) or _COMPUTING.search(text) is not None


def says_nobody(claim: Claim, reading: Reading) -> bool:
    """True for "ingen afskediges" where it is asked whether anybody is."""
    return claim.anybody and reading.verdict == "nej" and _NOBODY.search(reading.clause) is not None


def _all_claimed(question: Question, claim: Claim, text: str) -> bool:
    """True where everything that is said of the subject is met: "historisk høje" is not met by "historisk lave"."""
    said = [t for t in question.terms if t.word in claim.predicate and not claim.verb]
    return all(strength(term, text) >= MET for term in said if not is_frame(term.word))


def _numbers_met(claim: Claim, text: str) -> bool:
    return all(w.text in text for w in words(claim.text) if w.text[0].isdigit())


def _whole_met(claim: Claim, text: str) -> bool:
    said = {stem(w.text) for w in words(text)}
    return all(stem(word) in said or contrary(word, text) for word in claim.whole)


def share_met(terms: Sequence[Term], text: str, around: str) -> float:
    """Share of the terms that a text meets, what stands around it counted for less."""
    whole = sum(term.weight for term in terms)
    if not whole:
        return coverage(terms, text, around)
    return sum(term.weight * met_by(term, text, around) for term in terms) / whole


def met_by(term: Term, text: str, around: str) -> float:
    """How well one term is met, also by its contrary."""
    inside = max(strength(term, text), 0.9 if contrary(term.word, text) else 0.0)
    return max(inside, _BESIDE * strength(term, around)) if around else inside
