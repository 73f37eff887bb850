"""Yes or no: the first word where a sentence settles it, then the sentences that say why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose.by_day import asks_of_a_move, by_its_day, by_register, too_late
from answer.compose.common import LONGEST_QUOTE, USUAL_WORDS, Context, choose, quote
from answer.compose.fitting import SURE, fitting
from answer.compose.gate import presentable
from answer.compose.owner import beside
from answer.compose.settles import MET, TOPIC, Weighed, met_by, says_nobody, share_met, sound, spoken_of
from answer.compose.side_papers import of_age
from answer.compose.wondered import what_came_of_it
from answer.draft import Draft
from answer.evidence import Sentence
from answer.polarity import read
from answer.quantities import claimed, other_number, thing_of, told_of
from answer.question import Question
from answer.understanding.claims import Claim, negates, read_claim
from answer.understanding.roles import is_frame
from answer.understanding.sides import Side, of_the_old
from answer.understanding.terms import Term
from core.schema import BlockKind

_OPEN = re.compile(  # a choice between two, and a comparison of amounts, are no yes or no
    r"\w eller \w|\b(?:flere|færre|mere|mindre|større|højere|lavere|længere|kortere)\b.* end\b", re.IGNORECASE
)
_MEMBER_OF = 0.6  # how well a point of a list meets "hører X til Y", Y standing in the list's lead-in
_LOOKED_AT = 25
_AROUND, _INSIDE, _PREDICATE, _SCORE = 1.0, 0.5, 0.9, 0.35  # what makes a sentence the one that settles
_THING = 0.4
_DENIAL = 0.3  # who writes that something does not happen answers a question somebody asks
_NAMED = 0.4  # of the document the question names
_SHORT_ITEM = 12  # words; longer points say something of their own
_NONE = 1.0  # who writes that nobody is answers whether anybody is
_RIVALS, _NEAR = 4, 0.85  # sentences that may settle it; those this near the best must not disagree
_UNSETTLED = 0.45  # predicate met below this everywhere: nothing found speaks of what is asked
_SECOND = 2  # sentences nearest to the claim that an answer without Ja or Nej brings besides the best found
_UNSETTLED_MOST, _UNSETTLED_WORDS = 4, 96  # of such an answer
_ON_TOPIC = 0.4  # share of the topic a sentence must meet to speak of what is asked
_FIRST = 0.01  # what puts the sentence that settles it first
_ENOUGH = 0.8  # of the best sentence's worth, for a further one


def compose(context: Context) -> Draft | None:
    """ "Ja" or "Nej" where a sentence settles it, and the sentences that say why. A choice between two
    ("2 eller 3?", "SOF eller BIF?") is no yes or no."""
    part, claim = context.question.parts[0], read_claim(context.question.mended)
    weighed = weigh(context, claim)
    if not weighed:
        return None
    settled = [w for w in weighed[:_RIVALS] if sound(context.question, claim, w)]
    open_ = _OPEN.search(context.question.mended) is not None or _left_open(weighed[0])
    word = "" if open_ else verdict(context.question, claim, settled)
    other = _other_number(context.question, claim, weighed) if not word and not open_ else None
    if other is not None:
        word, settled = "nej", [other]
    statements = tuple(quote(sentence, part) for sentence in _picked(context, weighed, settled, bool(word)))
    fell, told = what_came_of_it(claim, context.question, weighed[0].sentence)
    word, statements = (fell, told) if told else (word, statements)
    if context.question.when.spans or asks_of_a_move(claim):
        row = next((f.row for f in fitting(context, part, context.best) if f.row.effective_from), None)
        by_row = by_register(context, claim, row) if row else ""
        own = 1 if word and not by_row else 0  # what the word rests on comes first
        statements = (*statements[:own], *beside(context, part, context.best, SURE), *statements[own:2])
        word = by_row or word
    light = claim.verb and all(is_frame(verb) for verb in claim.predicate)  # "ligger", "gælder": says little
    said = max(w.reading.predicate * min(1.0, w.topic / _ON_TOPIC) for w in weighed)
    unsettled = 0.0 if word or light else float(said < _UNSETTLED)
    return Draft(statements, _lead(word, context.question), {"unsettled": unsettled}, how="yes_no")


def weigh(context: Context, claim: Claim) -> list[Weighed]:
    """Sentences of the hits and of what stands beside them, the one that settles the claim best first."""
    pool = list(context.best[:_LOOKED_AT])
    if context.look is not None:
        further = (*context.look.beside(context.hits[:4], context.question), *context.look.otherwise(context.question))
        for s in further:
            if not any(s.overlaps(held) for held in pool):
                pool.append(s)
    if of_the_old(claim.text):
        old = set(of_age(context, Side("", (), age="old"), ()))
        pool = [s for s in pool if s.document.id in old] or pool
    top = max((s.score for s in pool), default=1.0) or 1.0
    subject = spoken_of(context.question, claim)
    pool = [_looking_back(context, s) for s in pool]
    return sorted((_weighed(s, claim, context.question, subject, top) for s in pool), key=lambda w: -w.settles)


def _looking_back(context: Context, s: Sentence) -> Sentence:
    """The first sentence of a passage is also judged by the passage before it ("Ændringen medfører …")."""
    if s.place != 0:
        return s
    passages = s.document.passages
    at = next((i for i, passage in enumerate(passages) if passage.id == s.hit.passage.id), 0)
    if at and passages[at - 1].section == s.hit.passage.section:
        return replace(s, around=f"{s.around} {passages[at - 1].text}")
    return s


def _weighed(s: Sentence, claim: Claim, question: Question, subject: Sequence[Term], top: float) -> Weighed:
    reading = read(claim, question.terms, s.text)
    if reading.predicate < _MEMBER_OF and claim.belongs and _is_item(s):
        reading = replace(reading, verdict=reading.verdict or "ja", predicate=_MEMBER_OF)
    topic = share_met(subject, s.text, s.around)
    settles = (
        _AROUND * topic
        + _INSIDE * share_met(subject, s.text, "")
        + _PREDICATE * reading.predicate * min(1.0, topic / TOPIC)
        + _SCORE * s.score / top
        + _THING * max((met_by(t, s.text, "") for t in question.terms if t.word == claim.thing), default=0.0)
        + _NAMED * s.features.get("named", 0.0)
        + _NONE * says_nobody(claim, reading)
        + _DENIAL * (reading.denied and reading.predicate >= MET)
        - s.heading
    )
    return Weighed(s, reading, topic, settles)


def _is_item(s: Sentence) -> bool:
    """True for a point of a list, which belongs to what the list is introduced by."""
    return bool(s.lead_in) and s.hit.passage.kind is BlockKind.LIST_ITEM and len(s.text.split()) < _SHORT_ITEM


def verdict(question: Question, claim: Claim, settled: Sequence[Weighed]) -> str:
    """ "ja", "nej" or "" where nothing settles it, or where sentences that settle it as well disagree."""
    if not settled:
        return ""
    best = settled[0]
    if too_late(question, best.sentence.text):
        return "nej"
    near = {_on_its_day(claim, w) for w in settled if w.settles > _NEAR * best.settles}
    return near.pop() if len(near) == 1 else ""


def _on_its_day(claim: Claim, found: Weighed) -> str:
    """What a sentence says of the claim, its day counted in."""
    said, s = found.reading.verdict, found.sentence
    if said != "ja" or claim.negated or claimed(claim.text):
        return said
    return by_its_day(claim, found.reading.clause, s.text, s.document.date)


def _other_number(question: Question, claim: Claim, weighed: Sequence[Weighed]) -> Weighed | None:
    """The sentence that tells all of the thing and gives it another number than the claim; none where two do so with
    numbers of their own, or one gives it the claim's."""
    asked = claimed(claim.text)
    if claim.negated or asked is None:
        return None
    thing = thing_of(spoken_of(question, claim), claim.text)
    told = [(w, told_of(claim.text, thing, w.sentence.text)) for w in weighed[:_LOOKED_AT]]
    if any(t is not None and t.value == asked.value for w, t in told if w.topic >= TOPIC):
        return None
    found = [(w, t) for w, t in told if t is not None and other_number(claim.text, thing, w.sentence.text)]
    alone = len({t.value for _, t in found}) == 1
    return found[0][0] if alone and not negates(found[0][0].sentence.text) else None


def _picked(context: Context, weighed: Sequence[Weighed], settled: Sequence[Weighed], said: bool) -> list[Sentence]:
    """The sentences that settle it, and what adds to them; the best found where nothing does. said: whether Ja or Nej
    stands before them, so that the one it rests on comes first."""
    part = context.question.parts[0]
    if not settled:
        denials = [w for w in weighed[:_LOOKED_AT] if _denies(w, context.question)]
        lifted = [replace(w.sentence, score=1.0) for w in denials[:1]]
        plain = choose([*lifted, *context.best], part, USUAL_WORDS, most=3, enough=0.45)
        return _mixed(plain, presentable([w.sentence for w in weighed[:_SECOND]], part))
    ranked = [replace(w.sentence, score=max(w.settles, 0.0)) for w in (*settled, *weighed)]
    if said:
        ranked[0] = replace(ranked[0], score=max(s.score for s in ranked) + _FIRST)
    return choose(ranked, part, USUAL_WORDS, most=3, enough=_ENOUGH)


def _mixed(plain: Sequence[Sentence], near: Sequence[Sentence]) -> list[Sentence]:
    """The best found, and the best of those that stand nearest to the claim, while there is room."""
    out: list[Sentence] = []
    for s in (*plain[:2], *near, *plain[2:]):
        room = _UNSETTLED_WORDS - sum(_length(other) for other in out)
        if len(out) < _UNSETTLED_MOST and _length(s) <= room and not any(s.overlaps(other) for other in out):
            out.append(s)
    return out or list(plain)


def _length(s: Sentence) -> int:
    return min(words_in(s.text), LONGEST_QUOTE)


def _denies(found: Weighed, question: Question) -> bool:
    """True for a sentence that denies what is asked, of a subject it names in other words ("forvaltningerne")."""
    thing = read_claim(question.mended).thing
    named = any(met_by(t, found.sentence.text, "") >= MET for t in question.terms if t.word == thing)
    return bool(thing) and named and found.reading.denied and found.reading.predicate >= MET


def _lead(word: str, question: Question) -> str:
    if question.english:
        return {"ja": "Yes (ja).", "nej": "No (nej).", "": ""}[word]
    return {"ja": "Ja.", "nej": "Nej.", "": ""}[word]


def _left_open(best: Weighed) -> bool:
    """True where the sentence that settles it best speaks of all that is asked and yet says neither: weaker ones
    don't decide over it."""
    return not best.reading.verdict and best.topic >= TOPIC and best.reading.predicate >= MET
