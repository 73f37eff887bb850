"""What a comparison looks at: one view for each side, with the documents it may be told by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.compose.common import Context
from answer.compose.side_papers import named, of_age, of_place, of_year, told_by
from answer.question import Part
from answer.understanding.contests import contest, wanted, without_degree
from answer.understanding.kinds import Asked, aspect
from answer.understanding.roles import is_frame
from answer.understanding.sides import Side, read_sides, rest, side_age
from answer.understanding.sources import source_words, without_documents
from core.danish.tokens import content_words, normal
from core.schema import Document

_MOST = 3
_TWO = re.compile(
    r"^.*?\bforskel\w*\s+(?:på|mellem|i)?|\b(?:sammen(?:lign|hold)\w*|henholdsvis|både)\b|\bog\b|\bi\s+i\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:den|det|de) (?:nye|nyere|gamle|tidligere|ældre|anden|andet|seneste)\b"
    r"(?=\s+(?:fra|i|efter|for|ved|under)\b|[?,]|$)",
    re.IGNORECASE,
)
_NO_SIDE = Side("", ())
_FROM_YEAR = re.compile(r"\b(?:fra|i|af) (?:19|20)\d\d\b")
_VALUES = {Asked.OWNER, Asked.PERSON, Asked.DATE, Asked.AMOUNT, Asked.NUMBER}
_SOFT = {Asked.FACT, Asked.PROCESS, Asked.REASON, Asked.LIST, Asked.DEFINITION}


@dataclass(frozen=True)
class View:
    """One side. name: as the answer calls it, "" for a document. query: the further question. kind: the value
    wanted. documents: ids it is limited to, () for any. not_in: ids of the other sides. strict: a
    sentence without such a value says little of it. called: words that name the side, no topic of its own. also:
    further sorts of value asked for ("…, og hvornår?")."""

    name: str
    query: str
    kind: Asked
    side: Side = _NO_SIDE
    documents: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    others: tuple[Side, ...] = ()
    strict: bool = False
    called: tuple[str, ...] = ()
    also: tuple[Asked, ...] = ()


def views(context: Context) -> list[View]:
    """The sides of the question: its double questions, the documents it names, or the groups it names."""
    text = context.question.mended
    sides = read_sides(text) or contest(text)
    by_parts = of_parts(context)
    if by_parts:
        return by_parts
    after = named(context, text.partition(":")[2])
    if len(after) > 1:
        return [_of_document(context, document, sides) for document in after[:_MOST]]
    papers = named(context, text)
    mixed = sides and any(not told_by(context, side.text) for side in sides)
    if len(papers) > 1 and not mixed:
        return [_of_document(context, document, sides) for document in papers[:_MOST]]
    if sides:
        return [_with_also(context, _of_side(context, side, sides)) for side in sides[:_MOST]]
    return []


def _with_also(context: Context, view: View) -> View:
    """The view, with what a later part asks of each side."""
    kinds = dict.fromkeys(part.kind for part in context.question.parts) if len(context.question.parts) > 1 else ()
    return replace(view, also=tuple(kind for kind in kinds if kind in _VALUES and kind is not view.kind))


def _asked_of_each(text: str, sides: Sequence[Side]) -> str:
    """What is asked of each side: what follows a colon, else the question without its sides."""
    _, colon, after = text.partition(":")
    if contest(text):
        return without_degree(rest(text, tuple(sides))).replace(":", " ")
    each = after.strip() if colon and "?" in after else _TWO.sub(" ", rest(text, tuple(sides)))
    return each if any(not is_frame(normal(word.text)) for word in content_words(each)) else ""


def _of_document(context: Context, document: Document, sides: Sequence[Side]) -> View:
    text = context.question.mended
    both = context.question.kind is Asked.YES_NO
    each = _asked_of_each(text, sides)
    kind = Asked.FACT if both else aspect(each) if aspect(each) is not Asked.FACT else aspect(rest(text, tuple(sides)))
    return View("", without_documents(text), kind, documents=(document.id,), strict=True)


def _of_side(context: Context, side: Side, sides: Sequence[Side]) -> View:
    text = context.question.mended
    each = _asked_of_each(text, sides)
    own = told_by(context, side.text)
    taken = [d.id for other in sides if other is not side for d in told_by(context, other.text)]
    placed = [] if own else of_place(context, side, sides)
    aged = [] if own or placed else _of_its_age(context, side, sides, taken)
    documents = [d.id for d in own] or placed or aged
    called = tuple(part for word in side.own for part in word.split())
    side = replace(side, own=()) if placed else side  # the documents are its own; its sentences need not name it
    if aged:
        side = replace(side, own=tuple(word for word in side.own if word != str(side.year)))
    name = side.text if side.text and not own else ""
    query = f"{each} {_without_year(side.text, side.year if aged else 0)}"
    kind = wanted(text) if contest(text) else aspect(each)
    return View(name, query, kind, side, tuple(documents), tuple(taken), _others(side, sides), True, called)


def _of_its_age(context: Context, side: Side, sides: Sequence[Side], taken: Sequence[str]) -> list[str]:
    """The documents of its year or age; none where two years stand in one document, or the question names it."""
    found = of_age(context, side, taken)
    bare = [other for other in sides if other.year and other.text == str(other.year)]
    if len(bare) < len(sides):
        return found
    shared = {key for other in sides if other is not side for key in of_age(context, other, taken)} & set(found)
    inside = [d.id for d in told_by(context, rest(context.question.mended, tuple(sides)))]
    return [] if shared or inside else found


def _others(side: Side, sides: Sequence[Side]) -> tuple[Side, ...]:
    return tuple(other for other in sides if other is not side and other.own)


def of_parts(context: Context) -> list[View]:
    """The parts of a double question, where they look into different documents, or one into one it names."""
    parts = context.question.parts
    if len(parts) < 2:
        return []
    found = [_of_part(context, part, parts) for part in parts[:_MOST]]
    papers = [view.documents for view in found if view.documents]
    told = any(told_by(context, part.text) for part in parts) or _ages_apart(parts)
    alike = {part.kind for part in parts} <= _SOFT or len({part.kind for part in parts}) == 1
    whole = len(papers) == len(found) or (bool(papers) and alike)
    return found if told and whole and len(set(papers)) == len(papers) else []


def _ages_apart(parts: Sequence[Part]) -> bool:
    """ "taskforcen fra 2016 … den nye": the parts speak of things of different age."""
    told = [side_age(part.text) or (_FROM_YEAR.search(part.text) is not None and "year") for part in parts]
    return all(told) and len(set(told)) == len(told)


def _of_part(context: Context, part: Part, parts: Sequence[Part]) -> View:
    first = parts[0]
    text = part.text if part is first else _filled(part, first)
    documents = [d.id for d in told_by(context, part.text)]
    year = part.when.years[0] if part.when.years else 0
    if not documents and year:
        documents = of_year(context.documents.values(), year)
    age = side_age(part.text)
    if not documents and age:
        taken = [d.id for other in parts if other is not part for d in told_by(context, other.text)]
        documents = of_age(context, Side("", (), age=age), taken)
    side = Side("", (), year)
    return View("", _without_year(text, year) if documents else text, part.kind, side, tuple(documents))


def _without_year(text: str, year: int) -> str:
    """A year that has chosen the documents is no topic inside them."""
    return re.sub(rf"\b(?:fra|i|for|af) {year}\b|\b{year}\b", " ", text) if year else text


def _filled(part: Part, first: Part) -> str:
    """A later part with what it leaves out: "den nye fra 2025", or where it has no topic of its own."""
    own = {normal(word.text) for word in content_words(part.text)} - source_words(part.text)
    if any(not is_frame(word) for word in own) and not _LEFT_OUT.search(part.text):
        return part.text
    named = source_words(first.text)
    return " ".join((part.text, *(t.word for t in first.terms if t.word not in named)))
