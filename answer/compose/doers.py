"""Who does a thing that no row of the register has: the sentence that names its doer or its place, whatever sort of
name that is ("frivillige", "en koordinator", "centralforvaltningen")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.clip import words_in
from answer.compose.antecedent import named
from answer.compose.common import USUAL_WORDS, Context, quote
from answer.compose.topic import municipalities
from answer.draft import Draft
from answer.evidence import Sentence
from answer.matching import match
from answer.question import Part
from answer.understanding.agents import agents
from answer.understanding.deeds import Deed, said_deeds, says_verb
from answer.understanding.roles import is_frame
from answer.understanding.ruled_out import ruled_out
from answer.understanding.terms import Term
from core.danish.tokens import fold

_LOOKED_AT = 25
_LEAST = 0.4  # share of the question's topic that the sentence and what stands around it meet
_AROUND, _NEAR = 0.6, 400  # what a word counts that stands around the sentence; characters that is
_SCORE = 0.4
_LATER = re.compile(r",| (?:at|om|når|mens|indtil) ")  # what comes then is no longer the deed itself
_SAME = 0.6
_APART = 0.5
_VERB = re.compile(
    r"\bhvem(?: \w+)?? (?:(?:skal|skulle|kan|kunne|vil|ville|bør|må|har|havde|er|bliver|blev) )?([\wæøå]+)",
    re.IGNORECASE,
)
_OWN = 0.3  # weight from which a topic word must be met


@dataclass(frozen=True, slots=True)
class Doing:
    """A sentence that names a doer; fit: share of the topic it meets, 0..1; worth: what ranks it."""

    sentence: Sentence
    fit: float
    worth: float


def compose(context: Context) -> Draft | None:
    """The sentence that says who does it, where one speaks of that thing."""
    part = context.question.parts[0]
    found = doings(context, part, context.best)
    if not found:
        return None
    best = found[0]
    told = [best.sentence]
    room = USUAL_WORDS - words_in(best.sentence.text)
    for other in context.best[:2]:
        apart = _ruled_out(part, other.text) or any(other.overlaps(s) for s in told)
        if not apart and words_in(other.text) <= room:
            told.append(other)
            room -= words_in(other.text)
    return Draft(tuple(named(context, quote(s, part)) for s in told), evidence={"doer": best.fit}, how="doer")


def doings(context: Context, part: Part, ranked: Sequence[Sentence]) -> list[Doing]:
    """Sentences that name who does what the part asks of, the best first."""
    empty = ruled_out(part.text) | municipalities(context, part.text)
    topic = [t for t in part.terms if not is_frame(t.word) and t.word not in empty]
    if not topic:
        return []
    found = (_doing(part, topic, sentence) for sentence in ranked[:_LOOKED_AT])
    return sorted((doing for doing in found if doing is not None), key=lambda doing: -doing.worth)


def _doing(part: Part, topic: Sequence[Term], sentence: Sentence) -> Doing | None:
    text = sentence.text
    who = [agent for agent in agents(text) if fold(agent.who.text) not in fold(part.text)]
    if sentence.heading or _ruled_out(part, text) or not any(_does(part, topic, agent.deed) for agent in who):
        return None
    span = sentence.span
    near = sentence.document.cleaned[max(0, span.start - _NEAR) : span.end + _NEAR]
    around = f"{sentence.around} {near}"
    deeds = said_deeds(_LATER.split(part.text)[0])
    met = [max(_met(term, text, deeds), _AROUND * match(term, around)) for term in topic]
    fit = sum(m * t.weight for m, t in zip(met, topic, strict=True)) / sum(t.weight for t in topic)
    heavy = any(t.weight > _OWN and _met(t, text, deeds) >= 0.5 for t in topic) or _goes_on(part, topic, text, near)
    return Doing(sentence, fit, fit + _SCORE * sentence.score) if fit >= _LEAST and heavy else None


def _ruled_out(part: Part, text: str) -> bool:
    """True for a sentence on what the question sets apart from what it asks of."""
    apart = ruled_out(part.text)
    return any(match(term, text) >= _APART for term in part.terms if term.word in apart)


def _met(term: Term, text: str, deeds: Sequence[Deed]) -> float:
    """How well a topic word is met; a word for what is done by any other word for that, or by its noun."""
    done = any(asked.search(term.word) and said.search(text) for asked, said in deeds) or says_verb(term.word, text)
    return 1.0 if done else match(term, text)


def _goes_on(part: Part, topic: Sequence[Term], text: str, near: str) -> bool:
    """True where the sentence says the question's verb as a noun, and what stands around it the rest of the topic."""
    rest = [term for term in topic if term.weight > _OWN]
    return any(says_verb(verb, text) for verb in _verbs(part)) and all(match(t, near) >= _SAME for t in rest)


def _verbs(part: Part) -> set[str]:
    asked = _VERB.search(part.text)
    return {word.lower() for word in asked.groups() if word} if asked else set()


def _does(part: Part, topic: Sequence[Term], deed: str) -> bool:
    """True where what the doer does is what the question wants done, or is told in its verb."""
    if any(said.search(deed) for _, said in said_deeds(_LATER.split(part.text)[0])):
        return True
    verbs = _verbs(part)
    if any(says_verb(verb, deed) for verb in verbs):
        return True
    return any(term.word in verbs and match(term, deed) >= _SAME for term in topic)
