"""Ja or Nej to "var X til stede?", from who the minutes say was there and who was away; never from anybody else's."""

from __future__ import annotations

import re

from answer.compose.common import Context, quoted
from answer.compose.persons import as_told, line_of, meant, told
from answer.draft import Draft
from answer.understanding.kinds import Asked
from core.danish.tokens import fold
from core.schema import Document, Meta

_ASKED = re.compile(
    r"^(?:og |men )?(?:var|deltog|mødte|kom|er|sad|was|did)\b.*\b(?:til stede|tilstede|til mødet|"
    r"med (?:til|i|på)\b.*\bmøde\w*|deltage\w*|på mødet|i mødet|op\b|fraværende|fravær|væk|present|absent|attend\w*)|"
    r"^(?:og |men )?(?:deltog\b|(?:har |havde )?(?:[\w.-]+ ){1,4}(?:meldt )?afbud|meldte\b.*\bafbud)",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\bfravær\w*|\bafbud\b|\bvæk\b|\babsent\b|\bikke\b", re.IGNORECASE)
_MOST = 40  # words of the line that names the person


def compose(context: Context) -> Draft | None:
    """The verdict and the line with the name, for each of the minutes meant that names the person."""
    text = context.question.mended
    if context.question.kind is not Asked.YES_NO or not _ASKED.search(text):
        return None
    found = _places(context, "apology") or _places(context, "participant")
    if not found:
        return None
    was_there = all(meta.name == "participant" for _, meta in found)
    lead = "Ja." if was_there is not bool(_AWAY.search(text)) else "Nej."
    lines = (as_told(quoted(d, line_of(d, m.span, _MOST), most=_MOST), m.name) for d, m in found if m.span is not None)
    return Draft(tuple(dict.fromkeys(lines)), lead, {"particular": 1.0}, how="particular")


def _places(context: Context, name: str) -> list[tuple[Document, Meta]]:
    """Where the papers the question may mean say that of the person it names."""
    asked = fold(context.question.text)
    return [
        (document, meta)
        for document in meant(context, name)
        for meta in told(document, name)
        if re.search(rf"(?<!\w){re.escape(fold(meta.value))}(?:s)?(?!\w)", asked)
    ]
