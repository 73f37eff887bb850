"""What came of something that was only weighed: the sentence after "Det har været drøftet, om …"."""

from __future__ import annotations

import re

from answer.compose.common import quote, quoted
from answer.compose.flow import beside
from answer.draft import Statement
from answer.evidence import Sentence
from answer.polarity import only_wondered
from answer.question import Question
from answer.understanding.claims import Claim
from core.citations import collapse
from core.schema import Document, Span

_BACK = re.compile(
    r"^(?:det\b|dette\b|denne\b|forslage[tn]|idé?en|tanken|ønsket|muligheden|men\b|der (?:er|var|blev)|parterne|"
    r"udvalget|flertallet)",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"\bikke (?:\w+ )?(?:enig\w*|flertal|opbakning|støtte|vedtaget|imødekommet|del af|gennemfør\w*|medtag\w*|"
    r"tilslut\w*)|\bindgår (?:\w+ )?ikke\b|\bforkast\w*|\bafvist?\b|\bafviste[s]?\b|\bnedstemt\b|\bstemt ned\b|"
    r"\bopgive[st]\b|\bfrafald\w*|\b(?:forslaget|det) faldt\b|\bikke (?:til )?noget\b|\bstøttes ikke\b",
    re.IGNORECASE,
)


def what_came_of_it(claim: Claim, question: Question, s: Sentence) -> tuple[str, tuple[Statement, ...]]:
    """The sentence that only weighs the claim with the one that carries it on, and "nej" where that one says that it
    fell; no word and nothing for any other sentence."""
    part = question.parts[0]
    if not only_wondered(claim, question.terms, s.text):
        return "", ()
    after = beside(s.document, s.span, 1)
    if after is None or not _BACK.match(_text(s.document, after)):
        return "", ()
    word = "nej" if not claim.negated and _FELL.search(_text(s.document, after)) else ""
    return word, (quote(s, part), quoted(s.document, after))


def _text(document: Document, span: Span) -> str:
    return collapse(document.cleaned[span.start : span.end]).lstrip(" -–•")
