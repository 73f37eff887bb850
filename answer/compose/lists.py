"""Lists: whole, counted, in the order of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.clip import without_marker, without_that, words_in
from answer.compose.common import Context, choose, quote, quoted, source_of
from answer.compose.enumerations import Enumeration, enumerations
from answer.compose.listings import Listing, listings
from answer.danish_words import number_words
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.matching import coverage, match
from answer.question import Part
from core.citations import collapse
from core.danish.numbers import parse_word
from core.danish.tokens import is_stop_word, normal, words
from core.schema import Document, Span

_LEAST = 0.4  # fit of a list that is shown
_ROOM = 100  # words of a whole list
_LEAD_WORDS = 16
_NEAR_BEFORE, _NEAR_AFTER = 400, 1500  # characters around a hit where lists are looked for
_HEAD = 200  # characters that open a document and say whose it is
_COUNT = 0.3  # raised where a list has as many points as are asked for, lowered by half of it where not
_NAMED = 0.2  # raised where the list's introduction names the sort of thing asked for
_SEEN = 0.3  # raised by this share of the best score of a sentence within it
_BARE = 0.25  # lowered where two names with "og" between are all there is
_KIND = re.compile(r"\b(?:hvilke|hvilken slags|nævn|which|what)\s+((?:[\w-]+\s+){0,3}[\w-]+)", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:hvilke|nævn|de|which|the)\s+([\w]+)\b", re.IGNORECASE)
_WHO_IS_IN = re.compile(r"\bhvem (?:er|var|sidder|indgår|hører|kommer|deltager|skal) (?:med|i\b)|\bbemand|\bbestår|"
                        r"\bmedlem|\bsammensat|\bomfatte|\bindgår|\bindeholde", re.IGNORECASE)  # fmt: skip
_MARKS = re.compile(r"^#+\s*|\*\*|</?b>")  # marks of a heading that belong to the file's format
_MEMBERS = re.compile(
    r"\bhvem (?:er|var|bliver|sidder|skal sidde|kom) (?:med(?:lem(?:mer)?)?\b|i\b)|\bmedlemmer\b", re.IGNORECASE
)
_SURE_MEMBERS = 0.5
_MADE_OF = re.compile(
    r"\b(?:består|bestående|tilknyttet|indgår|medlem\w*|bemand\w*|deltag\w*|omfatte\w*|indehold\w*)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Found:
    """A list that may be meant. fit: share of the topic it meets, 0..1; worth: that with what else speaks
    for it."""

    listing: Listing
    fit: float
    worth: float


def compose(context: Context) -> Draft | None:
    """The list that fits the question best, else the sentence that enumerates."""
    part = context.question.parts[0]
    best = _best_listing(context, part)
    sentence, worth = _best_sentence(context, part)
    if best and (sentence is None or best.worth >= worth):
        return whole(best.listing, best.fit)
    return _of_sentence(context, part, sentence) if sentence else None


def members(context: Context) -> Draft | None:
    """For "hvem er medlem af": the list of those who are, where it stands under the body's name."""
    part = context.question.parts[0]
    best = _best_listing(context, part) if _MEMBERS.search(part.text) else None
    return whole(best.listing, best.fit) if best and best.fit >= _SURE_MEMBERS else None


def opened_by(document: Document, sentence: Sentence) -> Listing | None:
    """The list that a sentence introduces."""
    for listing in listings(document):
        if listing.opening and listing.opening.overlaps(sentence.span) and not sentence.heading:
            return None if any(item.overlaps(sentence.span) for item in listing.items) else listing
    return None


def opening(context: Context) -> Draft | None:
    """Where the best sentence introduces a list, that list."""
    if not context.best:
        return None
    first = context.best[0]
    listing = opened_by(first.document, first)
    return whole(listing, first.score) if listing else None


def _best_listing(context: Context, part: Part) -> Found | None:
    found = [
        _judged(context, part, listing)
        for document in context.documents.values()
        for listing in listings(document)
        if _near(context, listing)
    ]
    best = max(found, key=lambda one: one.worth, default=None)
    return best if best and best.worth >= _LEAST and best.fit > 0 else None


def _near(context: Context, listing: Listing) -> bool:
    """True for a list at or around a passage that was found."""
    return any(
        hit.passage.document_id == listing.document.id
        and hit.passage.start - _NEAR_BEFORE <= listing.end
        and listing.start <= hit.passage.end + _NEAR_AFTER
        for hit in context.hits
    )


def _judged(context: Context, part: Part, listing: Listing) -> Found:
    opened = listing.opened_by or " ".join(listing.section[-1:])
    document = listing.document
    about = f"{document.title} {document.name.replace('_', ' ')} {document.cleaned[:_HEAD]}"
    fit = coverage(part.terms, opened, f"{' '.join(listing.section)} {about} {listing.text()}")
    kind = _of_kind(part, opened)
    count = _of_count(part, len(listing.items), opened)
    worth = fit + (count if kind or count < 0 else count / 2) + kind + _seen(context, listing)
    return Found(listing, fit, worth)


def _of_count(part: Part, count: int, opened: str) -> float:
    """Up where the question's number is the list's, or the one its introduction gives; down where not."""
    wanted = count_asked(part.text)
    if wanted is None:
        return 0.0
    return _COUNT if wanted == count or wanted in _numbers(opened) else -_COUNT / 2


def _of_kind(part: Part, opened: str) -> float:
    """Up where the introduction names the sort of thing asked for, or says that something consists of it."""
    if _WHO_IS_IN.search(part.text) and _MADE_OF.search(opened):
        return 2 * _NAMED
    return _NAMED * max((match(term, opened) for term in part.terms if term.word in kind_asked(part.text)), default=0.0)


def _seen(context: Context, listing: Listing) -> float:
    place = Span(listing.start, listing.end)
    scores = (s.score for s in context.best[:12] if s.document.id == listing.document.id and s.span.overlaps(place))
    return _SEEN * max(scores, default=0.0)


def count_asked(text: str) -> int | None:
    """ "hvilke fem principper" → 5; a number that counts something else in the question does not count."""
    for found in _COUNTED.finditer(text):
        word = found.group(1)
        value = int(word) if word.isdigit() and len(word) < 3 else parse_word(word)
        if value and value > 1:
            return value
    return None


def _numbers(text: str) -> set[int]:
    return {value for word in words(text) if (value := parse_word(word.text)) and value > 1}


def kind_asked(text: str) -> frozenset[str]:
    """Words that may name the sort of thing asked for: "hvilke tværgående principper" → both words."""
    found = _KIND.search(text)
    if not found:
        return frozenset()
    said = [normal(word) for word in found.group(1).split() if parse_word(word) is None and not is_stop_word(word)]
    return frozenset(said[:2])


def _best_sentence(context: Context, part: Part) -> tuple[Sentence | None, float]:
    """The sentence that enumerates what is asked for, and its worth."""
    best, most = None, 0.0
    for sentence in context.best[:12]:
        for found in enumerations(sentence.text)[:3]:
            worth = _worth(part, sentence, found)
            if worth > most:
                best, most = sentence, worth
    return best, most


def _worth(part: Part, sentence: Sentence, found: Enumeration) -> float:
    fit = coverage(part.terms, sentence.text, sentence.around) + _SEEN * sentence.score - 0.1
    before = sentence.text[: found.span.start + 30]
    kinds = [term for term in part.terms if term.word in kind_asked(part.text)]
    fit += _NAMED * max((match(term, before) for term in kinds), default=0.0) - (_BARE if found.bare else 0.0)
    wanted = count_asked(part.text)
    if wanted is None:
        return fit
    return fit + _COUNT if found.count == wanted or wanted in _numbers(before) else fit - _COUNT / 2


def whole(listing: Listing, fit: float) -> Draft:
    """All points of a list, counted, after what introduces it."""
    statements = points(listing, _ROOM)
    lead = f"{_MARKS.sub('', collapse(listing.opened_by)).strip(':,. ')} ({number_words(len(listing.items))} punkter):"
    if not listing.opened_by or words_in(lead) > _LEAD_WORDS:
        lead = f"{number_words(len(listing.items))} punkter:"
        if listing.opening and sum(words_in(s.text) for s in statements) < _ROOM - 25:
            statements = [quoted(listing.document, listing.opening, most=24), *statements]
    return Draft(tuple(statements), lead, {"list": min(fit, 1.0)}, how="list")


def points(listing: Listing, room: int) -> list[Statement]:
    """The points of a list, each trimmed to its share where they are long."""
    lengths = [words_in(listing.document.cleaned[i.start : i.end]) for i in listing.items]
    most = max(lengths) if sum(lengths) <= room - 6 else max(6, (room - 6) // len(lengths))
    return [quoted(listing.document, item, most=most) for item in listing.items]


def _of_sentence(context: Context, part: Part, sentence: Sentence) -> Draft:
    bare = without_that(sentence.document, without_marker(sentence.document, sentence.span))
    text = collapse(sentence.document.cleaned[bare.start : bare.end])
    if words_in(text) > 70:
        first = quote(sentence, part, most=70)
    else:
        first = Statement(text, (source_of(sentence.document, bare),), quoted=True)
    others = [s for s in context.best if not s.overlaps(sentence)]
    room = 60 - words_in(first.text)
    more = [quote(s, part) for s in choose(others, part, room, most=1) if words_in(s.text) <= room]
    return Draft((first, *more), how="enumeration")


def first_points(listing: Listing, room: int) -> list[Statement]:
    """As many points as fit in so many words, two at least where any fit; none where not even two do."""
    shown: list[Statement] = []
    for statement in points(listing, max(room, 12 * len(listing.items))):
        room -= words_in(statement.text)
        if room < 0:
            break
        shown.append(statement)
    return shown if len(shown) > 1 else []


def with_points(sentence: Sentence, said: Sequence[Statement], room: int) -> list[Statement]:
    """What is said of a sentence, and where it introduces a list, the points of that list."""
    listing = opened_by(sentence.document, sentence)
    return [*said, *(first_points(listing, room) if listing else ())]
