"""A second opinion where the answer is in doubt: the cross-encoder reads question and sentence together, and tells
a sentence of the right topic from one that answers. Learned and measured in decision 0107."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from answer.citations import Checked
from answer.compose.common import Context
from answer.evidence import Sentence
from answer.learned import learned
from answer.refusal import answerable, answers, evidence_score
from core.ports import CrossEncoder
from core.schema import Citation

_CITED = 4  # cited sentences that are read
_SEEN = 12  # sentences of each part among which a cited one is sought
_SECTION, _LEAD, _TEXT, _AROUND = 80, 120, 400, 130  # characters, as in training
_SAME = 40  # opening characters by which a longer quote is known as a sentence
_MOST = 6.0  # log odds beyond which more means nothing


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
    if cross_encoder is None or not shown.citations or score >= weights()["sure"]:
        return Verdict(answers(score), answerable(score))
    read = opinion(cross_encoder, context, shown)
    table = weights()
    odds = table["bias"] + table["score"] * score + sum(table[name] * value for name, value in read.items())
    return Verdict(odds >= table["threshold"], 1 / (1 + math.exp(-odds)), read)


def opinion(cross_encoder: CrossEncoder, context: Context, shown: Checked) -> dict[str, float]:
    """read_first: log odds that the best sentence answers; read_shown: the same of the best of those cited. Cut to
    6 either way."""
    cited = [_cited_text(context, citation) for citation in shown.citations[:_CITED]]
    best = [reading_text(context.best[0])] if context.best else cited[:1]
    texts = list(dict.fromkeys((*best, *cited)))
    asked = context.question
    question = asked.search if asked.follows else asked.text
    odds = dict(zip(texts, cross_encoder.read(question, texts).tolist(), strict=True))
    return {
        "read_first": _cut(odds[best[0]]),
        "read_shown": _cut(max(odds[text] for text in cited)),
    }


def reading_text(sentence: Sentence) -> str:
    """A sentence as the cross-encoder takes it: under its heading, after its lead-in, before what stands beside it."""
    section = sentence.hit.passage.section
    head = f"{section[-1][:_SECTION]}: " if section and not sentence.heading else ""
    lead = f"{sentence.lead_in[-_LEAD:]} " if sentence.lead_in else ""
    beside = sentence.around.split("  ", 1)[-1].strip()
    return f"{head}{lead}{sentence.text[:_TEXT]}" + (f" … {beside[:_AROUND]}" if beside else "")


def _cited_text(context: Context, citation: Citation) -> str:
    """A citation's sentence with what stands around it, or its quote where it is none of those weighed."""
    quote = citation.quote
    for ranked in context.ranked:
        for sentence in ranked[:_SEEN]:
            if sentence.document.id == citation.document_id and _same(sentence.text, quote):
                return reading_text(sentence)
    return quote[:_TEXT]


def _same(text: str, quote: str) -> bool:
    return text in quote or quote in text or text[:_SAME] == quote[:_SAME]


def _cut(odds: float) -> float:
    return max(-_MOST, min(_MOST, odds))
