"""What an answer on an owner leaves out of the question: the sentence that meets a weighty word of it which neither the
row nor the words it rests on meet."""

from __future__ import annotations

from collections.abc import Sequence

from answer.clip import words_in
from answer.compose.common import USUAL_WORDS, Context, quote
from answer.draft import Statement
from answer.evidence import Sentence
from answer.matching import match
from answer.understanding.roles import is_frame
from answer.understanding.ruled_out import ruled_out
from core.schema import Responsibility

_WEIGHTY = 0.4  # weight of a word that must be met
_LOOKED_AT, _SCORE = 2, 0.25  # best sentences, and the score they need
_MET, _MISSED = 0.6, 0.5
_LEAST_ROOM = 25  # words of a short sentence that is told in any case


def uncovered(context: Context, told: Sequence[Statement], rows: Sequence[Responsibility]) -> list[Statement]:
    """The best sentence on what the row is silent of ("…, og ligger det fast?"), where there is room."""
    part = context.question.parts[0]
    said = " ".join((*(one.text for one in told), *(f"{row.task} {row.area}" for row in rows)))
    apart = ruled_out(part.text)
    things = [t for t in part.terms if t.weight >= _WEIGHTY and not is_frame(t.word) and t.word not in apart]
    open_words = [t for t in things if context.names.unit(t.word) is None and match(t, said) < _MISSED]
    room = max(USUAL_WORDS - sum(words_in(one.text) for one in told), _LEAST_ROOM)
    for sentence in context.best[:_LOOKED_AT]:
        fits = sentence.score >= _SCORE and words_in(sentence.text) <= room and not _is_told(sentence, told)
        if fits and any(match(term, sentence.text) >= _MET for term in open_words):
            return [quote(sentence, part)]
    return []


def _is_told(sentence: Sentence, told: Sequence[Statement]) -> bool:
    places = (source for one in told for source in one.sources)
    return any(s.document.id == sentence.document.id and s.span.overlaps(sentence.span) for s in places)
