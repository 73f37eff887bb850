"""Which sentences can stand in an answer by themselves: no lines of a table of contents, no stray cells, no bare
headings, no introduction to a list that is not shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answer.evidence import Sentence
from answer.matching import match
from answer.question import Part
from answer.understanding.kinds import Asked
from core.schema import BlockKind

_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")  # dots that lead to a page number
_FEW = 4  # words; fewer say something only with a value or beside what introduces them
_HEAVY = 0.3
_ROW = 8  # a row of a table with more words may stand on its own
_FIGURES = (Asked.AMOUNT, Asked.NUMBER)  # kinds that the label of a row without its cells never answers
_DIGIT = re.compile(r"\d")
_CAPTION = re.compile(r"^(?:Figur|Tabel|Billede|Diagram|Kort|Bilag)\s+\d+\w?\s*[:.–-]")
_EMPTY = re.compile(
    r"^.{0,20}\b(?:enige om|indstille[sr]|følgende|anbefale[sr]|foreslå[sr]?|besluttede?|nemlig)[^.]{0,25}:$",
    re.IGNORECASE,
)


def presentable(ranked: Sequence[Sentence], part: Part) -> list[Sentence]:
    """The sentences that can be shown, in their order; all of them where none can."""
    kept = [sentence for sentence in ranked if stands_alone(sentence, part)]
    return kept or list(ranked)


def stands_alone(sentence: Sentence, part: Part) -> bool:
    """True where a reader makes sense of the sentence without seeing the page."""
    text = sentence.text
    if _LEADERS.search(text) or _EMPTY.match(text) or (_CAPTION.match(text) and not sentence.found):
        return False
    if sentence.heading:
        return bool(sentence.found) or text.rstrip().endswith("?")
    if sentence.hit.passage.kind is BlockKind.TABLE and part.kind in _FIGURES and not _DIGIT.search(text):
        return False
    if sentence.hit.passage.kind is BlockKind.TABLE and len(text.split()) < _ROW:
        return bool(sentence.found) or _on_topic(text, part)
    if len(text.split()) > _FEW or sentence.found or sentence.lead_in:
        return True
    return text.endswith((".", "!", "?")) or _on_topic(text, part)


def _on_topic(text: str, part: Part) -> bool:
    return any(term.weight > _HEAVY and match(term, text) >= 0.6 for term in part.terms)
