"""Comparisons: what each side says, side by side, each from a search of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.clip import words_in
from answer.compose.common import Context, choose, quote, quoted
from answer.compose.conflicts import registered
from answer.compose.flow import beside
from answer.compose.labels import label
from answer.compose.lists import with_points
from answer.compose.side_answers import VALUES, Told, answered
from answer.compose.views import View, views
from answer.compose.winner import winner
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.look import Sight
from answer.matching import coverage
from answer.polarity import strength
from answer.question import Question
from answer.understanding.claims import read_claim
from answer.understanding.kinds import Asked
from answer.understanding.roles import is_frame
from answer.understanding.sides import mentions
from answer.understanding.sources import codes, source_words
from answer.understanding.terms import Term
from answer.values import values
from core.schema import Document

_ROOM = 102  # words for all sides together
_CAPTION = re.compile(r"^(?:Figur|Tabel|Bilag|Billede|Figure|Table)\s*\d", re.IGNORECASE)
_FEW = 5  # words; fewer without a value are a heading, marked as one or not
_POINTS = 44  # words of one side that ends in the points of a list
_ENOUGH = 0.35  # of the best sentence's worth, for a second one of the same side
_SPEAKS = 0.15  # share of what is asked that a side's sentence must meet
_AROUND = 0.6  # what a word met around a sentence counts
_OWN = 0.5  # share of a side's own words that must be met
_BOTH = re.compile(r"\bbåde\b|\bbegge\b|\bboth\b", re.IGNORECASE)
_LACKS = 0.2  # what a sentence without the sort of value compared is worth
_WHOLE = 1.5  # raise for a sentence that tells the value of the whole
_OF_ALL = re.compile(r"\b(?:samle[td]e?|i alt|gennemsnit\w*|tilsammen)\b", re.IGNORECASE)
_FIRST = 0.5  # raise for a sentence that begins with the side
_CLEAR = 0.75  # share of the topic that says that a document speaks of it


def compose(context: Context) -> Draft | None:
    """For comparisons: each side the question names. For conflicts: both sides as registered, else the best
    of each document that speaks of it."""
    if context.question.kind is Asked.CONFLICT:
        return registered(context) or named_sides(context) or _by_document(context)
    return named_sides(context) or registered(context) or _by_document(context)


def asks_of_both(question: Question) -> bool:
    """True for "nævner både A og B …?"."""
    return question.kind is Asked.YES_NO and _BOTH.search(question.mended) is not None


def named_sides(context: Context) -> Draft | None:
    """What each side that the question names says; None where it names fewer than two or none speaks of it."""
    if context.look is None:
        return None
    found = views(context)
    if len(found) < 2:
        return None
    seen = [(view, context.look.ask(view.query, view.kind, view.documents)) for view in found]
    picked = [_side(context, view, sight, _ROOM // len(found)) for view, sight in seen]
    shown = [document for side in picked for document in side.documents]
    if not shown or not any(side.has_value for side in picked):
        return None
    statements = [s for side in picked for s in _said(side, shown, len(found))]
    sure = min(float(side.has_value) for side in picked)
    ahead = winner(context.question.mended, found[0].kind, _compared(context, found), picked)
    lead = " ".join(part for part in (ahead, _lead(context, picked)) if part)
    return Draft(tuple(dict.fromkeys(statements)), lead, {"sides": sure}, how="two_sides")


def _compared(context: Context, found: Sequence[View]) -> list[Term]:
    """The words for what is compared, without those that name a side."""
    sides = {word for view in found for word in view.called}
    return [t for t in context.question.terms if t.word not in sides and not t.word.isdigit() and not is_frame(t.word)]


def _side(context: Context, view: View, sight: Sight, room: int) -> Told:
    composed = answered(context, view, sight, room)
    chosen = [] if composed else _picked(view, sight, room)
    further = [s for kind in view.also if chosen for s in _further(context, replace(view, kind=kind), chosen, room)]
    return Told(view, sight.part, chosen, composed, further)


def _further(context: Context, view: View, chosen: Sequence[Sentence], room: int) -> list[Statement]:
    """What else is asked of the side, in one statement; [] where those chosen hold such a value."""
    if context.look is None or any(values(view.kind, s.text, context.names, view.query) for s in chosen):
        return []
    sight = context.look.ask(view.query, view.kind, view.documents)
    near = [(s.document, span) for s in chosen for step in (1, -1) if (span := beside(s.document, s.span, step))]
    told = [quoted(d, span) for d, span in near if values(view.kind, d.cleaned[span.start : span.end], context.names)]
    return (answered(context, view, sight, room) or told)[:1]


def _picked(view: View, sight: Sight, room: int) -> list[Sentence]:
    """The sentences of one side that speak of what is asked."""
    terms = sight.question.terms
    own = {word for words in view.side.own for word in words.split()}
    skip = own | set(view.called) | source_words(view.query)
    topic = [t for t in terms if t.word not in skip and not t.word.isdigit() and not is_frame(t.word)]
    named = [t for t in terms if t.word in view.side.own and not t.word.isdigit()]
    ranked = [
        replace(s, score=_worth(s, view, topic, named))
        for s in sight.ranked[:40]
        if s.document.id not in view.not_in and _speaks(s, view, topic, named)
    ]
    ranked = [s for s in ranked if not _bare(s, view)] or ranked
    return choose(sorted(ranked, key=lambda s: -s.score), sight.part, room, most=3, enough=_ENOUGH)


def _speaks(s: Sentence, view: View, topic: Sequence[Term], named: Sequence[Term]) -> bool:
    """True where the sentence tells of that side, and has the sort of value that is compared."""
    around = f"{s.text} {' '.join(s.hit.passage.section)} {s.document.title}"
    if not any(" " in word for word in view.side.own):  # "gruppe 1" must stand in the sentence or above it
        around = f"{around} {s.hit.passage.text}"
    if view.side.own and _mentioned(view, named, around) < _OWN:
        return False
    return bool(view.side.own) or not topic or _told(topic, s) >= _SPEAKS


def _told(topic: Sequence[Term], s: Sentence) -> float:
    """Share of what is asked that a sentence meets, by words of the same root too."""
    around = f"{s.around} {s.document.title}"
    met = sum(t.weight * max(strength(t, s.text), _AROUND * strength(t, around)) for t in topic)
    return max(met / (sum(t.weight for t in topic) or 1.0), coverage(topic, s.text, around))


def _mentioned(view: View, named: Sequence[Term], text: str) -> float:
    """How clearly a text names the side, by its words or by compounds of them."""
    return max(mentions(view.side, text), coverage(named, text) if named else 0.0)


def _worth(s: Sentence, view: View, topic: Sequence[Term], named: Sequence[Term]) -> float:
    """Its score, raised where the sentence itself names the side and speaks of what is compared."""
    inside = _mentioned(view, named, s.text)
    near = _mentioned(view, named, f"{s.text} {' '.join(s.hit.passage.section)}")
    asked = _told(topic, s) if topic else 1.0
    year = 1.5 if view.side.year and not view.documents and str(view.side.year) in s.text else 1.0
    first = _FIRST if view.side.own and _mentioned(view, named, " ".join(s.text.split()[:5])) >= _OWN else 0.0
    shared = 0.5 if any(mentions(other, s.text) >= 1 for other in view.others) else 1.0
    held = (1.5 if s.found else 1.0) * (1.0 + s.features.get("bigram", 0.0))
    if view.strict and view.kind in VALUES and (not s.found or s.features.get("counted", 0.0) < 0):
        held *= _LACKS
    if view.kind in VALUES and _OF_ALL.search(s.text):
        held *= _WHOLE
    return s.score * held * (0.4 + 0.4 * inside + 0.4 * near + first) * (0.5 + asked) * year * shared


def _bare(s: Sentence, view: View) -> bool:
    """True for headings, captions and rows of figures, which tell little by themselves."""
    short = len(s.text.split()) < _FEW and not s.found and not s.text.endswith((".", ":"))
    return s.heading or short or bool(_CAPTION.match(s.text)) or (view.kind not in VALUES and _figures(s.text))


def _figures(text: str) -> bool:
    """True for a row of figures."""
    held = text.split()
    return sum(any(c.isdigit() for c in word) for word in held) * 3 > len(held)


def _said(side: Told, shown: Sequence[Document], sides: int) -> list[Statement]:
    view, chosen = side.view, side.chosen
    if side.composed:
        first = replace(side.composed[0], label=_name(view, side.documents[0], shown))
        return [first, *side.composed[1:]]
    most = 34 if sides < 3 else 26
    out: list[Statement] = []
    for i, sentence in enumerate(chosen):
        said = quote(sentence, side.part, most)
        named = said if i else replace(said, label=_name(view, sentence.document, shown))
        room = _POINTS - sum(words_in(s.text) for s in (*out, named))
        out += with_points(sentence, [named], room) if sides < 3 else [named]
    return _once([*out, *side.further])


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """One place is quoted once, however it was come by."""
    unique: dict[object, Statement] = {}
    for statement in statements:
        unique.setdefault(statement.sources[0].key, statement)
    return list(unique.values())


def _name(view: View, document: Document, told: Sequence[Document]) -> str:
    paper = label(document, [document] if view.name else told)  # a side's name tells them apart by itself
    if view.side.year and not view.name:
        return f"{view.side.year} ({paper[:1].lower()}{paper[1:]})"
    if not view.name:
        return paper
    name = view.name[:1].upper() + view.name[1:]
    several = len({d.id for d in told}) > 1
    return f"{name} ({paper[:1].lower()}{paper[1:]})" if several else name


def _lead(context: Context, picked: Sequence[Told]) -> str:
    """ "Ja." or "Nej." where it is asked whether both do; the sides of which nothing was found."""
    silent = [_silent(context, side.view) for side in picked if not side.documents]
    note = f"Der er ikke fundet noget om det for {' og '.join(silent)}." if silent else ""
    if asks_of_both(context.question):
        return " ".join(part for part in (_whether_both(context, picked), note) if part)
    return note


def _silent(context: Context, view: View) -> str:
    if view.name or view.side.year:
        return f"»{view.name or view.side.year}«"
    documents = [context.document(key) for key in view.documents[:1]]
    return " og ".join(label(d, documents)[:1].lower() + label(d, documents)[1:] for d in documents) or "den ene side"


def _whether_both(context: Context, picked: Sequence[Told]) -> str:
    """Ja where every side has a sentence that clearly speaks of it; no word where that is not clear."""
    skip = source_words(context.question.mended) | codes(context.question.mended)
    verb = read_claim(context.question.mended).predicate
    topic = [t for t in context.question.terms if t.word not in {*skip, *verb} and not is_frame(t.word)]
    clear = [any(coverage(topic, s.text, "") >= _CLEAR for s in side.chosen) for side in picked]
    return "Ja." if clear and all(clear) else ""


def _by_document(context: Context) -> Draft | None:
    """The best sentences of each document that the evidence lies in."""
    part = context.question.parts[0]
    wanted: list[Document] = []
    for sentence in context.best:
        if len(wanted) < 2 and all(d.id != sentence.document.id for d in wanted):
            wanted.append(sentence.document)
    if len(wanted) < 2:
        return None
    statements: list[Statement] = []
    for document in wanted:
        picked = choose(_of_document(context, document), part, _ROOM // 2, most=2, enough=0.5)
        for i, sentence in enumerate(picked):
            said = quote(sentence, part, most=30)
            statements.append(said if i else replace(said, label=label(document, wanted)))
    return Draft(tuple(statements), how="two_sides") if statements else None


def _of_document(context: Context, document: Document) -> list[Sentence]:
    """Sentences of one document over all parts, best first."""
    every = {
        (s.span.start, s.span.end): s
        for ranked in context.ranked
        for s in reversed(ranked)
        if s.document.id == document.id
    }
    return sorted(every.values(), key=lambda s: -s.score)
