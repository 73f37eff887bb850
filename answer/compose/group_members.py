"""Who sits in a group: the list or the sentence that says what it is made up of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.compose.common import Context, quoted
from answer.compose.listings import Listing, listings
from answer.compose.lists import whole
from answer.compose.posts import around, fit_of, of_other_body, papers, spans_of
from answer.draft import Draft
from answer.question import Part
from answer.understanding.posts import bodies
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from core.schema import BlockKind, Document, Span

_ASKED = re.compile(
    r"\bhvem (?:sidder|sad|er med|var med|indgår|indgik) i\b|\bhvem (?:er|var|bliver) medlem(?:mer)? af\b|"
    r"\bhvem består\b.*\baf\b",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    r"\b(?:best[åa]r|bestod|best[åa]r desuden) af\b|\bmedlemmer(?:ne)?(?: er)?:|\bsammensættes af\b", re.I
)
_HEAD = 300
_MOST = 60  # words of a sentence that names them all


def compose(context: Context) -> Draft | None:
    """The members of the group asked for; None where no paper at hand says what that group is made up of."""
    part = context.question.parts[0]
    asked = _ASKED.search(part.text)
    if asked is None or not bodies(part.text):
        return None
    known = [t for t in part.terms if not t.word.isdigit() and t.word not in asked.group().lower()]
    topic = [t for t in known if not is_frame(t.word) or bodies(t.word)]
    found = [one for document in papers(context) for one in _told(document, part, topic)]
    best = max(found, key=lambda one: one[0], default=None)
    if best is None:
        return None
    fit, document, place = best
    if isinstance(place, Listing):
        return replace(whole(place, fit), evidence={"particular": 1.0}, how="particular")
    return Draft((quoted(document, place, most=_MOST),), evidence={"particular": 1.0}, how="particular")


def _told(document: Document, part: Part, topic: Sequence[Term]) -> Iterator[tuple[float, Document, Listing | Span]]:
    """Sentences that say what a group is made up of, each with how well it fits; its list where it opens one."""
    head = f"{document.title} {document.cleaned[:_HEAD]}"
    opened = [listing for listing in listings(document) if listing.opening]
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            continue
        for span in spans_of(document, block):
            text = document.cleaned[span.start : span.end]
            if not _MADE_OF.search(text) or of_other_body(text, part.text):
                continue
            fit = fit_of(topic, (text, around(document, block, span), head))
            own = next((one for one in opened if one.opening and one.opening.overlaps(span)), None)
            if fit > 0 and (own is not None or not text.rstrip().endswith(":")):
                yield fit, document, own or span
