"""How many members a committee or council has: only sentences that count those of the body asked about. "Udvalget"
alone is the one named last before it, or the one of the heading or the paper."""

from __future__ import annotations

import re

from answer.compose.common import Context, quote
from answer.counting import counts, numbers_for
from answer.draft import Draft
from answer.evidence import Sentence
from answer.question import Part
from answer.understanding.kinds import Asked
from core.danish.tokens import normal

_KINDS = r"udvalg|råd|nævn|kommission|bestyrelse|forum|panel|gruppe|team"
_ENDING = r"(?:et|en|ets|ens|s)?"
_ASKED = re.compile(
    rf"\bhvor mange [\wæøå-]+ (?:har|er der i|er med i|sidder (?:der )?i|består|indgår i)\b.*?"
    rf"(?P<name>[\wæøå]*(?:{_KINDS})){_ENDING}\b[^\w]*$",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?P<name>[\wæøå]{{2,}}(?P<kind>{_KINDS})){_ENDING}\b", re.IGNORECASE)
_BARE = re.compile(rf"\b(?P<kind>{_KINDS})(?:et|en|ets|ens)\b", re.IGNORECASE)
_LOOKED_AT, _TOLD = 15, 2  # sentences
_OPENING = 600  # characters of a paper that tell which body it is about


def compose(context: Context) -> Draft | None:
    """The sentences that count what the body asked about has; None where no sentence is clearly of it."""
    question, part = context.question, context.question.parts[0]
    asked = _ASKED.search(question.mended)
    if question.kind is not Asked.NUMBER or len(question.parts) > 1 or asked is None:
        return None
    own = [s for s in context.best[:_LOOKED_AT] if _whole(s, part) and _body(s) == normal(asked["name"])]
    told = tuple(quote(sentence, part) for sentence in own[:_TOLD])
    return Draft(told, evidence={"particular": 1.0, "plain": 1.0}, how="particular") if told else None


def _whole(sentence: Sentence, part: Part) -> bool:
    """True where the sentence counts the thing asked for, and is no line of a list that adds up to its lead-in."""
    lead = sentence.lead_in
    return bool(counts(part.text, sentence.text, sentence.found)) and not (
        lead and counts(part.text, lead, numbers_for(part.text, lead))
    )


def _body(sentence: Sentence) -> str:
    """The body whose members the sentence counts, "" where it is not told."""
    own = _NAMED.search(sentence.text)
    if own:
        return normal(own["name"])
    bare = _BARE.search(sentence.text)
    return _last_named(sentence, normal(bare["kind"])) if bare else ""


def _last_named(sentence: Sentence, kind: str) -> str:
    """The last body of that kind named before the sentence in its passage or headings, or the first of the paper."""
    document, passage = sentence.document, sentence.hit.passage
    before = f"{' '.join(passage.section)} {document.cleaned[passage.start : sentence.span.start]}"
    opening = f"{document.title} {document.cleaned[:_OPENING]}"
    near, first = (
        [normal(m["name"]) for m in _NAMED.finditer(text) if normal(m["kind"]) == kind] for text in (before, opening)
    )
    return near[-1] if near else first[0] if first else ""
