"""Behind an answer that is not certain: the sentences that might answer instead, and further places to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from answer.citations import MOST_WORDS, fault_of, marked
from answer.clip import words_in
from answer.compose.common import USUAL_WORDS, Context, quote, quoted
from answer.compose.flow import beside, leans_on
from answer.compose.gate import stands_alone
from answer.draft import Source, Statement
from answer.evidence import Sentence
from answer.matching import coverage
from answer.question import Part
from core.alignment import Alignment
from core.citations import cite, collapse
from core.schema import Answer, Citation, Document, Hit, Span

_CERTAIN, _ALONE = 0.88, 0.97  # confidence from which no further sentences are given, and no passages
_DOUBTFUL = 0.55  # confidence below which an answer may take all the words there are
_LEAST = 0.04  # what a further sentence's share of the best score, times the doubt, must reach
_AFTER = 0.6  # what the sentence after one of the first counts of that one's score
_FIRST, _LOOKED_AT = 3, 25  # sentences whose next one is looked at; all that are
_MOST, _PASSAGES = 5, 3  # further sentences, further passages
_WHOLE = frozenset({"portfolio"})  # composers that tell all there is
_DONE = frozenset({"stands_for"})  # and those behind which there is nothing to look for
_UNSURE = 0.7  # confidence below which a passage is shown whatever it speaks of
_TOPIC = 0.15  # share of the question's topic that it must speak of otherwise: 776 fewer of 2900, 9 of 89 sources lost
_FAIRLY, _SOME, _BESIDE = 0.8, 0.1, 300  # the like for a sentence, unless so many characters from one cited
_SHORTEST = 4  # words with the mark; less is the rest of a broken line
_APART = 10**9  # characters between two papers
_POINTER = 6  # words that both headings and the pointer take


class _Extra:
    """An answer with what is added behind it; citations are numbered on from its own."""

    def __init__(self, answer: Answer) -> None:
        self.cited = list(answer.citations)
        self.confidence = answer.confidence
        self.left = _room(answer) - words_in(answer.answer) - _POINTER
        self._maps: dict[str, Alignment] = {}

    def citation(self, source: Source) -> Citation | None:
        """The next citation; None for a place without words of its own."""
        document = source.document
        maps = self._maps.setdefault(document.id, Alignment.of(document.changes))
        try:
            return cite(len(self.cited) + 1, document, source.span, source.section, maps)
        except ValueError:
            return None


def with_further(answer: Answer, context: Context) -> Answer:
    """The answer with "Måske også: …" (sentences nearly as good as those it gives, the more the less certain
    it is) and "Se også [6][7]." (passages); as it is where it is certain. They support no statement: the reader
    is shown what else may be meant."""
    if answer.refused or answer.confidence >= _ALONE or answer.trace.get("how") in _DONE:
        return answer
    extra = _Extra(answer)
    whole = answer.confidence >= _CERTAIN or answer.trace.get("how") in _WHOLE
    said = [] if whole else _said(extra, context, 1 - answer.confidence)
    pointer = _pointer(extra, context)
    english = context.question.english
    perhaps = f" {'Perhaps also' if english else 'Måske også'}: {' '.join(said)}" if said else ""
    see = f" {'See also' if english else 'Se også'} {pointer}." if pointer else ""
    return replace(answer, answer=f"{answer.answer}{perhaps}{see}", citations=tuple(extra.cited))


def _room(answer: Answer) -> int:
    """Words it may have in all: an ordinary answer stays one unless it is doubtful."""
    ordinary = words_in(answer.answer) <= USUAL_WORDS and answer.confidence >= _DOUBTFUL
    return USUAL_WORDS if ordinary else MOST_WORDS


def _said(extra: _Extra, context: Context, doubt: float) -> list[str]:
    """Further sentences with their marks, the likeliest first."""
    lines: list[str] = []
    for statement in _likely(context, doubt):
        length = words_in(statement.text) + 1
        if len(lines) == _MOST or length > extra.left or length <= _SHORTEST:
            continue
        citation = extra.citation(statement.sources[0])
        if citation is None or _hangs(extra, statement.sources[0]) or fault_of(statement, [citation]):
            continue
        if any(_repeats(citation, held) for held in extra.cited) or _strays(citation, extra, context):
            continue
        extra.cited.append(citation)
        extra.left -= length
        lines.append(marked(statement.text, [citation.n]))
    return lines


def _strays(citation: Citation, extra: _Extra, context: Context) -> bool:
    """True for a sentence of something else behind a fairly certain answer; the neighbour of a cited one goes on
    from it."""
    if extra.confidence < _FAIRLY or any(_shared(citation, held) > -_BESIDE for held in extra.cited):
        return False
    return coverage(context.question.terms, citation.quote, " ".join(citation.section)) < _SOME


def _hangs(extra: _Extra, source: Source) -> bool:
    """True for a sentence that points back ("Dette …") to one that is not shown."""
    before = leans_on(source.document, source.span)
    citation = extra.citation(Source(source.document, before)) if before else None
    return citation is not None and not any(_overlap(citation, held) for held in extra.cited)


def _likely(context: Context, doubt: float) -> Iterator[Statement]:
    """Sentences worth showing at such doubt (0..1), each with its share of the best score, best first."""
    found: list[tuple[float, Statement]] = []
    for part, ranked in zip(context.question.parts, context.ranked, strict=True):
        shown = [sentence for sentence in ranked[:_LOOKED_AT] if stands_alone(sentence, part)]
        top = shown[0].score if shown else 1.0
        for place, sentence in enumerate(shown):
            share = sentence.score / top if top else 0.0
            found.append((share, quote(sentence, part)))
            after = _after(sentence, part) if place < _FIRST else None
            found += [(_AFTER * share, after)] if after else []
    found.sort(key=lambda pair: -pair[0])
    return (statement for share, statement in found if share * doubt > _LEAST)


def _after(sentence: Sentence, part: Part) -> Statement | None:
    document, place = sentence.document, beside(sentence.document, sentence.span, 1)
    if place is None:
        return None
    text = collapse(document.cleaned[place.start : place.end])
    shown = stands_alone(replace(sentence, span=place, text=text, found=()), part)
    return quoted(document, place) if shown else None


def _pointer(extra: _Extra, context: Context) -> str:
    """Marks of the best passages that nothing above stands in."""
    marks: list[str] = []
    for rank, hit in enumerate(context.hits):
        if rank and not _on_topic(hit, extra, context):
            continue
        document: Document = context.documents[hit.passage.document_id]
        place = Source(document, Span(hit.passage.start, hit.passage.end), hit.passage.section)
        citation = extra.citation(place) if len(marks) < _PASSAGES else None
        if citation is not None and not any(_overlap(citation, held) for held in extra.cited):
            extra.cited.append(citation)
            marks.append(f"[{citation.n}]")
    return "".join(marks)


def _on_topic(hit: Hit, extra: _Extra, context: Context) -> bool:
    """True for a passage that speaks of the topic at all, and where the answer is so doubtful that any may help."""
    passage = hit.passage
    around = " ".join((*passage.section, passage.lead_in))
    return extra.confidence < _UNSURE or coverage(context.question.terms, passage.text, around) >= _TOPIC


def _overlap(one: Citation, other: Citation) -> bool:
    return _shared(one, other) > 0


def _repeats(one: Citation, other: Citation) -> bool:
    """True where one stands for the most part within the other."""
    lengths = (c.locator.end - c.locator.start for c in (one, other))
    return _shared(one, other) > 0.6 * min(lengths)


def _shared(one: Citation, other: Citation) -> int:
    """Characters that both hold; less than 0: so many lie between them."""
    a, b = one.locator, other.locator
    return min(a.end, b.end) - max(a.start, b.start) if one.document_id == other.document_id else -_APART
