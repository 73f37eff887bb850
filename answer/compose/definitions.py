"""Definitions: what a short form stands for, and the sentences that say what a word means."""

from __future__ import annotations

import re
from dataclasses import replace

from answer.compose.common import USUAL_WORDS, Context, choose, quote, source_of
from answer.compose.owner import find
from answer.draft import Draft, Statement
from core.danish.tokens import normal
from core.schema import Document, Span, Unit

_SHORT = re.compile(r"(?<![\w])[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,3}[A-ZÆØÅ](?![\w])")
_SHORT_ASKED = re.compile(r"\bforkort|\bstår\b.*\bfor\b|\bstand for\b", re.I)
_STANDS = re.compile(r"\bstår\b.*\bfor\b|\bforkort|\bbetyder\b|\bstand for\b|\bmean\b|\bhvad er\b", re.I)


def compose(context: Context) -> Draft | None:
    """Every short form in the question with its full name; else sentences that define."""
    text = context.question.mended
    shorts = [m.group() for m in _SHORT.finditer(text)] if _STANDS.search(text) else []
    statements = [s for short in dict.fromkeys(shorts) if (s := _full_name(context, short))]
    if statements and len(statements) == len(set(shorts)):
        return Draft(tuple(statements), evidence={"short_form": 1.0}, how="short_form")
    draft = _sentences(context)
    if shorts and draft is not None and _SHORT_ASKED.search(text):
        return replace(draft, evidence={"past_unknown": 1.0})  # the short form is used, but nowhere explained
    return draft


def _full_name(context: Context, short: str) -> Statement | None:
    """ "DSI: Din Sociale Indgang", where both stand together in a document."""
    unit = context.names.unit(short)
    for document in context.documents.values():
        place = _together(document, short, unit)
        if place:
            said = " ".join(document.cleaned[place.start : place.end].split())
            return Statement(said, (source_of(document, place),), quoted=True, label=short)
    return None


def _together(document: Document, short: str, unit: Unit | None) -> Span | None:
    """The place where name and short form stand beside each other: "Name Of It (NOI)" or "NOI (Name Of It)"."""
    for name in (unit.name, *unit.aliases) if unit else ():
        if normal(name) == normal(short):
            continue
        for pattern in (f"{name} ({short})", f"{short} ({name})", f"{name} {short}"):
            place = find(document.cleaned, pattern)
            if place:
                return place
    if not re.search(rf"\(\s*{re.escape(short)}[\s,)]", document.cleaned):
        return None
    words = r"(?:[\wæøå]+[\s-]+){1,8}"
    before = re.search(rf"[A-ZÆØÅ]?{words}\(\s*{re.escape(short)}[\s,)]", document.cleaned)
    return _initials(document, before, short) if before else None


def _initials(document: Document, found: re.Match[str], short: str) -> Span | None:
    """The fewest words before the bracket whose first letters spell the short form."""
    text = found.group()
    head = text[: text.rindex("(")]
    starts = [m.start() for m in re.finditer(r"(?<![^\s-])[\wæøå]", head)]
    for start in reversed(starts):
        letters = "".join(w[0] for w in re.findall(r"[\wæøå]+", head[start:]) if w not in ("og", "for", "i", "af"))
        if letters.upper() == short.upper():
            return Span(found.start() + start, found.end())
    return None


def _sentences(context: Context) -> Draft | None:
    part = context.question.parts[0]
    picked = choose(context.best, part, USUAL_WORDS, most=4, enough=0.2)
    if not picked:
        return None
    return Draft(tuple(quote(sentence, part) for sentence in picked), how="definition")
