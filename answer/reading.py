"""A second opinion where the answer is in doubt: the cross-encoder reads question and answer together, and tells
an answer of the right topic from one that answers. Learned and measured in decision 0107."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from answer.citations import Checked
from answer.compose.common import Context
from answer.evidence import Sentence
from answer.learned import learned
from answer.matching import match
from answer.refusal import answerable, answers, evidence_score
from answer.table_line import row_text
from answer.understanding.broad import plain_form
from answer.understanding.kinds import Asked
from answer.understanding.sources import codes, named_strength
from core.ports import CrossEncoder
from core.schema import Citation

_FIGURES = (Asked.DATE, Asked.AMOUNT, Asked.NUMBER)  # what the head of a column says the sort of
_SEEN = 12  # sentences of each part among which the first cited one is sought
_SECTION, _LEAD = 80, 100  # characters, as in training
_MET, _NAMED = 0.5, 0.9  # where a text meets a word, and where it says it
_SAME = 40  # opening characters by which a longer quote is known as a sentence
_MOST = 6.0  # log odds beyond which more means nothing
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b")
_YEARS = 6  # years of a range that are told one by one
_MARK = re.compile(r"\s*\[\d+\]")


def weights() -> dict[str, float]:
    """Weights of the decision with the second opinion, its threshold, and "sure": the score from which it is
    not asked."""
    return learned("reading")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to answer. share: 0..1, of such questions that the documents answer. read: the second opinion,
    where it was asked."""

    answers: bool
    share: float
    read: dict[str, float] = field(default_factory=dict)


def decide(
    context: Context, shown: Checked, features: Mapping[str, float], cross_encoder: CrossEncoder | None
) -> Verdict:
    """By the evidence alone where that is plain or there is no cross-encoder, else with its opinion."""
    score = evidence_score(features)
    plain = features.get("plain", 0.0) > 0 and answers(score)
    if cross_encoder is None or not shown.citations or plain or score >= weights()["sure"]:
        return Verdict(answers(score), answerable(score))
    read = opinion(cross_encoder, context, shown)
    table = weights()
    odds = table["bias"] + table["score"] * score + sum(table[name] * value for name, value in read.items())
    return Verdict(odds >= table["threshold"], 1 / (1 + math.exp(-odds)), read)


def opinion(cross_encoder: CrossEncoder, context: Context, shown: Checked) -> dict[str, float]:
    """read: log odds that the answer as shown answers the question. Cut to 6 either way."""
    odds = float(cross_encoder.read(_read_question(context, shown), [reading_text(context, shown)])[0])
    return {"read": max(-_MOST, min(_MOST, odds))}


def _read_question(context: Context, shown: Checked) -> str:
    """The question as it is read: in its plain form where the answer is from the paper it names, if it names one."""
    asked = context.question
    text = asked.search if asked.follows else asked.mended
    if not asked.kinds and not codes(text):
        return plain_form(text)
    source = context.document(shown.citations[0].document_id)
    meant = bool(named_strength(text, source)) and codes(text) <= codes(f"{source.title} {source.name}")
    return plain_form(text) if meant else text


def reading_text(context: Context, shown: Checked) -> str:
    """The answer as the cross-encoder takes it: under the heading of its first citation, after the lead-in of the list
    that stands in, without its [n]."""
    said = _MARK.sub("", shown.text).strip()
    said = _with_heads(context, shown, said) if context.question.kind in _FIGURES else said
    said = _RANGE.sub(partial(_years_within, context.question.when.years), said)
    sentence = _sentence(context, shown.citations[0])
    section = sentence.hit.passage.section[-1:] if sentence else ()
    lead = sentence.lead_in if sentence and sentence.lead_in[-_SAME:] not in said else ""
    under = f"{section[0][:_SECTION]}: " if section else ""
    under = f"{_title(context, shown.citations[0], f'{under}{shown.citations[0].quote}')}{under}"
    after = f"{lead[-_LEAD:]} " if lead else ""
    return f"{under}{after}{said}"


def _title(context: Context, citation: Citation, text: str) -> str:
    """The paper's title, where that and not the text names what the question is about."""
    head = max(context.question.terms, key=lambda term: term.weight, default=None)
    title = context.document(citation.document_id).title
    told = head is None or match(head, text) >= _MET or match(head, title) < _NAMED
    return "" if told else f"{title[:_LEAD]}: "


def _with_heads(context: Context, shown: Checked, said: str) -> str:
    """The rows of tables among what is said with their cells under the heads of their columns."""
    for sentence in filter(None, (_sentence(context, citation) for citation in shown.citations)):
        bare = row_text(sentence.document, sentence.span)
        said = said.replace(bare, row_text(sentence.document, sentence.span, heads=True)) if bare else said
    return said


def _years_within(asked: Sequence[int], found: re.Match[str]) -> str:
    """ "2031-2033" as "2031, 2032 og 2033" where a year asked about lies between the two."""
    first, last = int(found[1]), int(found[2])
    if not (last - first <= _YEARS and any(first < year < last for year in asked)):
        return found.group()
    return f"{', '.join(str(year) for year in range(first, last))} og {last}"


def _sentence(context: Context, citation: Citation) -> Sentence | None:
    """The sentence weighed that a citation quotes."""
    near = (sentence for ranked in context.ranked for sentence in ranked[:_SEEN])
    same = (s for s in near if s.document.id == citation.document_id and _same(s.text, citation.quote))
    return next(same, None)


def _same(text: str, quote: str) -> bool:
    return text in quote or quote in text or text[:_SAME] == quote[:_SAME]
