"""Of the sentences that tell a time, those of the thing asked about: another thing's deadline is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.evidence import Sentence
from answer.matching import coverage, match
from answer.question import Part
from answer.understanding.kinds import Asked
from answer.understanding.roles import no_subject
from answer.understanding.terms import Term
from core.danish.tokens import normal, stem, tokenize

_NAME = re.compile(r"(?<!^)\b[A-ZÆØÅ][\wæøå]+")  # of a place or a body: it stands in few sentences of its own papers
_HEAVY, _MET = 0.5, 0.5  # weight of a word that says which thing is meant, and where a text meets it
_SHORT = 4  # letters of the last part of a compound that stands for the whole
_NAMED = 0.9  # and where the title of the paper names the thing itself
_LOOKED_AT = 12
_ABOUT = 0.6  # share of the question from which the best sentence is about it whatever it calls the thing
_LEAST = 0.05  # share of the best score that a sentence of the thing must have


def of_thing(ranked: Sequence[Sentence], part: Part) -> list[Sentence]:
    """Those beside the thing's name, where one of them tells a time and the best sentence is of another thing."""
    passed_over = no_subject(part.text) | {normal(name) for name in _NAME.findall(part.text)}
    things = (t for t in part.terms if not t.word.isdigit() and t.word not in passed_over)
    head = max(things, key=lambda term: term.weight, default=None)
    if part.kind is not Asked.DATE or head is None or head.weight < _HEAVY or not ranked:
        return list(ranked)
    best = ranked[0]
    about = coverage(part.terms, best.text, best.around)
    if about >= _ABOUT or _has_short_form(head, best.text) or _speaks_of(head, best):
        return list(ranked)
    held = [sentence for sentence in ranked[:_LOOKED_AT] if sentence.found]
    least = _LEAST * best.score
    if not any(_speaks_of(head, sentence) and sentence.score >= least for sentence in held):
        return list(ranked)
    return [sentence for sentence in ranked if _speaks_of(head, sentence)]


def _speaks_of(head: Term, sentence: Sentence) -> bool:
    if _by_short_form(head, sentence):
        return True
    near = f"{sentence.text} {sentence.around} {' '.join(sentence.hit.passage.section)}"
    return match(head, near) >= _MET or match(head, sentence.document.title) >= _NAMED


def _by_short_form(head: Term, sentence: Sentence) -> bool:
    """ "Planen skal ligge klar" after a sentence of its passage on "en samlet skoleplan"."""
    before = sentence.document.cleaned[sentence.hit.passage.start : sentence.span.start]
    return _has_short_form(head, sentence.text) and match(head, before) >= _NAMED


def _has_short_form(head: Term, text: str) -> bool:
    """True where the text says the last part of a compound alone."""
    own = stem(head.word)
    return any(len(w) >= _SHORT and w != head.word and own.endswith(stem(w)) for w in tokenize(text))
