"""Who holds a post: the line of a paper that gives the chair, the minute-taker or the head of what is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answer.compose.common import Context, quoted
from answer.compose.labels import label
from answer.draft import Draft, Statement
from answer.matching import stems
from answer.polarity import strength
from answer.question import Part
from answer.understanding.posts import Post, after_post, bodies, post_asked
from answer.understanding.roles import is_frame
from answer.understanding.terms import Term
from answer.values import persons
from core.cases import case_at
from core.citations import collapse
from core.danish.dates import find_dates
from core.danish.sentences import sentence_spans
from core.danish.tokens import normal, stem, words
from core.schema import Block, BlockKind, Document, Span

_HEAD = 300  # characters of a paper that say whose it is
_HEAVY, _MET = 0.3, 0.5
_WORTH = (1.0, 0.9, 0.6)  # what a word counts that is met in the line, around it, and in the head of the paper
_BEFORE = 240  # characters
_HELD = re.compile(
    r"^\W*[\w-]+\s*:|\((?:[^()]*,\s*)?$|\b(?:er|bliver|blev|var|som|med [\w-]+ som|:)\s+(?:[\w-]+ )?$", re.I
)
_MOST = 30
_ALIKE = 0.06  # lines this near in fit tell of the same post
_OF_BODY = re.compile(r"(?<=\w{4})(?:chef|leder|formand)(?:e?n)?\b", re.IGNORECASE)  # "centerchef" is of a centre
_COMMA = re.compile(r"[,;]\s+(?:og |samt )?(?![^()]*\))")
_TO_BE_CHOSEN = re.compile(
    r"\b(?:vælge[rs]?|udpege[rs]?|indstille[rs]?|mulighed for|valg af|ved ikke|vides ikke|"
    r"ikke (?:afklaret|besluttet|afgjort))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that gives a post. role: where its word stands. fit: how much of what is asked about it and its paper
    speak of."""

    document: Document
    span: Span
    role: Span
    fit: float


def compose(context: Context) -> Draft | None:
    """For each part of the question that asks for a post: its line. None unless all of them are found."""
    asked = [(part, post_asked(part.text)) for part in context.question.parts]
    if any(post is None for _, post in asked) or len(set(context.question.when.years)) > 1:
        return None
    lines = [_best(context, part, post) for part, post in asked if post is not None]
    if not all(lines):
        return None
    found = [found[0] for found in lines]
    told = [quoted(line.document, line.span, [line.role], _MOST) for line in found]
    if len(lines) == 1:
        told += [_elsewhere(line, found[0]) for line in lines[0][1:2]]
    if after_post(context.question.mended):
        told += _presence(found[-1])
    statements = tuple({s.sources[0].key: s for s in reversed(told)}.values())[::-1]
    return Draft(statements, evidence={"particular": 1.0}, how="particular")


def _best(context: Context, part: Part, post: Post) -> list[Line]:
    """The line that fits best, and one of another paper that fits as well: it may tell of another holder."""
    topic = _topic(context, part, post)
    of_place = not topic and bool(context.question.places)  # its papers alone are searched
    lines = [line for document in papers(context) for line in _lines(document, part, post, topic, of_place)]
    best = max(lines, key=lambda line: line.fit, default=None)
    if best is None:
        return []
    others = [o for o in lines if o.document.id != best.document.id and o.fit >= best.fit - _ALIKE]
    return [best, *(o for o in others if _words_of(o) != _words_of(best))]


def _words_of(line: Line) -> frozenset[str]:
    return stems(collapse(line.document.cleaned[line.span.start : line.span.end]))


def _elsewhere(line: Line, best: Line) -> Statement:
    name = label(line.document, [best.document, line.document])
    said = quoted(line.document, line.span, [line.role], _MOST)
    return replace(said, label=f"Et andet sted ({name[:1].lower()}{name[1:]})")


def papers(context: Context) -> list[Document]:
    """The papers at hand, of the day that the question names where it names one."""
    days = [s.first for s in context.question.when.spans if s.first is not None and s.first == s.last]
    held = list(context.documents.values())
    return [d for d in held if d.date in days] or ([] if days else held)


def _topic(context: Context, part: Part, post: Post) -> list[Term]:
    """What the post is of: the part's words without those for the post and the day, or the first part's."""
    dated = {normal(w.text) for d in find_dates(part.text) for w in words(part.text[d.start : d.end])}
    after = {normal(w.text) for w in words(after_post(part.text))}
    held = [t for t in part.terms if t.word not in dated | after and not post.words.fullmatch(t.word)]
    others = [p for other in context.question.parts if (p := post_asked(other.text)) is not None]
    held = [t for t in held if not any(other.words.fullmatch(t.word) for other in others)]
    return [t for t in held if t.weight >= _HEAVY and not t.word.isdigit() and (not is_frame(t.word) or bodies(t.word))]


def _lines(document: Document, part: Part, post: Post, topic: Sequence[Term], of_place: bool) -> Iterator[Line]:
    head = f"{document.title} {document.cleaned[:_HEAD]}"
    for block in document.blocks:
        if block.kind is BlockKind.HEADING or not post.told.search(document.cleaned, block.start, block.end):
            continue
        for span in spans_of(document, block):
            beside = around(document, block, span)
            for own, role in _holders(document, span, post):
                text = document.cleaned[own.start : own.end]
                told = 1.0 if of_place else fit_of(topic, (text, beside, head))
                fit = 0.0 if of_other_body(text, part.text) else told
                if fit > 0:
                    yield Line(document, own, role, fit)


def _holders(document: Document, span: Span, post: Post) -> Iterator[tuple[Span, Span]]:
    """Each place of a line where the post is held, with its word; of a line that gives it to several, the piece between
    commas."""
    text = document.cleaned[span.start : span.end]
    roles = list(post.told.finditer(text))
    for role in roles:
        if not _is_held(text, role):
            continue
        start, end = 0, len(text)
        if len(roles) > 1:
            start = max((m.end() for m in _COMMA.finditer(text, 0, role.start())), default=0)
            end = next((m.start() for m in _COMMA.finditer(text, role.end())), len(text))
        place = Span(span.start + role.start(), span.start + role.end())
        yield Span(span.start + start, span.start + end), place


def around(document: Document, block: Block, span: Span) -> str:
    """The headings, the lead-in and the case a line stands in, and what stands right before it."""
    case = case_at(document, span.start)
    before = document.cleaned[max(0, span.start - _BEFORE) : span.start]
    return " ".join((*block.section[-2:], block.lead_in, case.title if case else "", before))


def spans_of(document: Document, block: Block) -> Iterator[Span]:
    """Sentences of running text; lines of a table."""
    text = document.cleaned[block.start : block.end]
    if block.kind is BlockKind.TABLE:
        for line in re.finditer(r"[^\n]+", text):
            yield Span(block.start + line.start(), block.start + line.end())
        return
    for found in sentence_spans(text):
        yield Span(block.start + found.start, block.start + found.end)


def _is_held(text: str, role: re.Match[str]) -> bool:
    """True where the line names a person, or sets the post beside its holder ("direktøren (formand)")."""
    if _TO_BE_CHOSEN.search(text):
        return False
    return bool(persons(collapse(text))) or _HELD.search(text[: role.start()]) is not None


def fit_of(topic: Sequence[Term], texts: Sequence[str]) -> float:
    """Share of the topic met in the line, around it for a little less, or in the head of its paper for less still; 0
    where a word is met in none of them."""
    whole = sum(t.weight for t in topic)
    told = [max((w for w, text in zip(_WORTH, texts, strict=True) if _said(t, text)), default=0.0) for t in topic]
    return sum(t.weight * met for t, met in zip(topic, told, strict=True)) / whole if whole and all(told) else 0.0


def _said(term: Term, text: str) -> bool:
    """True for the word, one like it, or all parts of a compound with hyphens."""
    if strength(term, text) >= _MET:
        return True
    parts = [stem(piece) for piece in term.word.split("-") if len(piece) > 2]
    held = stems(text)
    return len(parts) > 1 and all(any(own.startswith(part) for own in held) for part in parts)


def of_other_body(text: str, question: str) -> bool:
    """True where the line speaks of another body than the question does: each has its own chair."""
    asked = [stem(body) for body in bodies(question)]
    own = [stem(body) for body in bodies(_OF_BODY.sub(" ", text))]
    return bool(asked and own) and not any(a in o or o in a for a in asked for o in own)


def _presence(line: Line) -> list[Statement]:
    """Whether the holder was at the meeting, as its minutes list them."""
    text = line.document.cleaned[line.span.start : line.span.end]
    for meta in line.document.meta:
        if meta.name in ("participant", "apology") and meta.span and meta.value in collapse(text):
            label = "Afbud" if meta.name == "apology" else "Til stede"
            return [replace(quoted(line.document, meta.span), label=label)]
    return []
