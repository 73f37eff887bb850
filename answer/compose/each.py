"""One value for each of two or more that a question names together ("hvilke dage mødes HR og BR?")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, product

from answer.compose.common import Context, alike, quote
from answer.draft import Draft
from answer.evidence import Sentence
from answer.matching import match
from core.danish.tokens import normal

_MOST = 3
_TOGETHER = re.compile(
    r"(?<![\w-])([A-ZÆØÅ][\wæøå]+(?:[-/][\wæøå]+)*)(?:, ([A-ZÆØÅ][\wæøå-]+))? og ([A-ZÆØÅ][\wæøå]+(?:[-/][\wæøå]+)*)"
)
_SOURCE_OF_VALUE = 0.25  # least share of the best score that a sentence for one of them must reach


def compose(context: Context) -> Draft | None:
    """For each one named, the best sentence that names it and holds the value asked for; None unless every
    one has a sentence of its own."""
    asked = context.question
    together = named_together(asked.mended)
    if not 2 <= len(together) <= _MOST or len(asked.parts) > 1:
        return None
    choices = [_of(context, name, [other for other in together if other != name]) for name in together]
    picked = max(product(*choices), key=_together, default=())
    if len({(s.document.id, s.span.start) for s in picked}) < len(together):
        return None
    return Draft(tuple(quote(sentence, asked.parts[0]) for sentence in picked), how="each")


def named_together(text: str) -> list[str]:
    """Names that stand together in a question ("SUD og BIU"); hyphenated lists ("Børne- og Ungdomsudvalget") are
    one name."""
    found = _TOGETHER.search(text[1:])
    names = [name for name in found.groups() if name] if found else []
    return [] if any(name.endswith("-") for name in names) else names


def _of(context: Context, name: str, others: list[str]) -> list[Sentence]:
    """Sentences that name the one and none of the others, and hold the sort of value asked for, best first."""
    terms = [term for term in context.question.terms if term.word == normal(name)]
    least = _SOURCE_OF_VALUE * context.best[0].score if context.best else 0.0
    held = (s for s in context.best if s.found and s.score >= least and not _names_any(s, others))
    return [s for s in held if _says(s, name) or any(match(t, s.text) >= 0.9 for t in terms)][:_MOST]


def _together(picked: Sequence[Sentence]) -> float:
    """How good the sentences are and how alike: what is told of each in the same words is told for a set."""
    return sum(s.score for s in picked) + sum(alike(a, b) for a, b in combinations(picked, 2))


def _names_any(sentence: Sentence, names: list[str]) -> bool:
    return any(_says(sentence, name) for name in names)


def _says(sentence: Sentence, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", sentence.text, re.IGNORECASE) is not None
