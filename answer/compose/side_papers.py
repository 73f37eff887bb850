"""Which documents a side of a comparison may be told by: those it names by kind, code or title, those of its place,
its year or its age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from answer.compose.common import Context
from answer.compose.labels import year_of
from answer.understanding.roles import is_frame
from answer.understanding.sides import Side
from answer.understanding.sources import codes, named_kinds, named_strength, without_others
from core.danish.tokens import content_words, normal, stem
from core.schema import Document, Kind

_NAME = re.compile(r"[A-ZÆØÅ][a-zæøå]{3,}")
_APART = 3  # years between what is called old and new
# what a paper is called, whatever its kind: "sagen om …", "indkaldelsescirkulæret"
_PAPER = re.compile(
    r"\w*(?:sag|rapport|cirkulære|vedtægt|plan|protokol|oversigt|redegørelse|beskrivelse|strategi|politik|forslag|notat|"
    r"referat|dagsorden|punkt|dokument|papir|regulativ|vejledning|kontrakt|aftale|indstilling|budget|analyse|bilag)"
    r"(?:k?en|e?t|k?er(?:ne)?|n|s)?",
    re.IGNORECASE,
)
_HEAD = 200  # characters of a document that may name it beside its title


def told_by(context: Context, text: str) -> list[Document]:
    """Documents that a side names by kind or code, else the one whose title its words stand in."""
    own = _of_the_library(context, text)
    if not own.strip():
        return []
    return named(context, own) if named_kinds(own) or codes(own) else titled(context, text)


def _of_the_library(context: Context, text: str) -> str:
    """The text without words for papers that are none of those met."""
    heads = " ".join(f"{d.title} {d.name} {d.cleaned[:_HEAD]}" for d in context.documents.values())
    return without_others(text, heads)


def titled(context: Context, text: str) -> list[Document]:
    """The one document whose title holds what a paper is said to be about ("sagen om servicecentre")."""
    held = [normal(word.text) for word in content_words(text)]
    if context.look is None or not any(_PAPER.fullmatch(word) for word in held):
        return []
    own = [word for word in held if not _is_paper(word) and not is_frame(word) and not word.isdigit()]
    found = {s.document.id: s.document for s in context.look.ask(text).ranked} | dict(context.documents)
    fits = [d for d in found.values() if own and all(_in_title(word, d) for word in own)]
    return fits if len(fits) == 1 else []


def _is_paper(word: str) -> bool:
    """A bare word for a paper; of "indkaldelsescirkulæret" the first part says which."""
    return _PAPER.fullmatch(word) is not None and len(word) < 10


def _in_title(word: str, document: Document) -> bool:
    own = stem(word)
    heads = {stem(w.text) for w in content_words(f"{document.title} {document.cleaned[:_HEAD]}")}
    return own in heads or (len(own) > 5 and any(own in head or (len(head) > 5 and head in own) for head in heads))


def of_place(context: Context, side: Side, sides: Sequence[Side]) -> list[str]:
    """The documents that speak of a side's place or other name, and more of it than of the other sides'."""
    names = {other: _names(other.text) for other in sides}
    if context.look is None or not all(names.values()) or len(set(names.values())) < len(sides):
        return []
    sight = context.look.ask(" ".join((*names[side], side.text)))
    held = {s.document.id: s.document for s in sight.ranked} | dict(context.documents)
    told = {key: {other: _said_of(d, names[other]) for other in sides} for key, d in held.items()}
    return [key for key, counts in told.items() if counts[side] and counts[side] == max(counts.values())]


def _names(text: str) -> tuple[str, ...]:
    """The names in a side, without the s of the genitive."""
    return tuple(re.sub(r"(?<=[^s])s$", "", name) for name in _NAME.findall(text))


def _said_of(document: Document, names: Sequence[str]) -> int:
    """How often a document says the names, its title counted as ten."""
    text, title = document.cleaned.lower(), document.title.lower()
    return sum(text.count(name.lower()) + 10 * title.count(name.lower()) for name in names)


def of_age(context: Context, side: Side, taken: Iterable[str]) -> list[str]:
    """The documents of a side's year, or the oldest or newest of those that speak of the matter."""
    held = [d for d in context.documents.values() if d.id not in set(taken)]
    years = {d.id: year_of(d) for d in held}
    known = [year for year in years.values() if year]
    if side.year:
        return of_year(held, side.year)
    if not side.age or not known or max(known) - min(known) < _APART:
        return []
    wanted = min(known) if side.age == "old" else max(known)
    return [key for key, year in years.items() if year and abs(year - wanted) <= 1]


def of_year(documents: Iterable[Document], year: int) -> list[str]:
    """Documents of that year; those without a date that speak of it."""
    return [d.id for d in documents if (d.date.year == year if d.date else str(year) in d.cleaned)]


def named(context: Context, text: str) -> list[Document]:
    """Documents that the text names, in its order of kinds; of two of a kind the one named best."""
    text = _of_the_library(context, text)
    found: list[Document] = []
    spans = context.question.when.spans
    coded = codes(text)
    ranked = sorted(
        ((named_strength(text, d, spans), d) for d in context.documents.values()), key=lambda pair: -pair[0]
    )
    for kind in named_kinds(text):
        best = next((d for strength, d in ranked if strength >= 1 and _is(d, kind)), None)
        best = best or _searched(context, text, kind)
        if best is not None and all(d.id != best.id for d in found):
            found.append(best)
    for strength, document in ranked:
        if strength >= 1 and coded & codes(f"{document.title} {document.name}") and document not in found:
            found.append(document)
    return sorted(found, key=lambda d: _place(text, d))


def _is(document: Document, kind: Kind) -> bool:
    return document.kind is kind or (kind is Kind.MEMO and document.kind is Kind.BUDGET_NOTE)


def _searched(context: Context, text: str, kind: Kind) -> Document | None:
    """A document of that kind which the first search did not meet."""
    if context.look is None:
        return None
    sight = context.look.ask(context.question.mended, kinds=(kind,))
    best = max(sight.ranked, key=lambda s: s.hit.score, default=None)
    return best.document if best else None


def _place(text: str, document: Document) -> int:
    kinds = named_kinds(text)
    return next((i for i, kind in enumerate(kinds) if _is(document, kind)), len(kinds))
