"""A second look: searches of its own for one side of a question, for one document, or just beside what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from answer.evidence import Sentence, score, sentences
from answer.question import Part, Question
from answer.understanding.glossary import contraries, synonyms
from answer.understanding.kinds import Asked
from answer.values import UnitNames
from core.danish.tokens import content_words
from core.ports import Retriever
from core.schema import Document, Filters, Hit, Kind

_PASSAGES = 8
_BESIDE = 0.7  # what a passage beside a hit is worth of the hit's score
_NEIGHBOURS = 2  # passages after and before a hit, of the same section


@dataclass(frozen=True)
class Sight:
    """What a further question found. question: as understood. ranked: its sentences, best first. hits: the
    passages they stand in."""

    question: Question
    ranked: Sequence[Sentence]
    hits: Sequence[Hit] = ()

    @property
    def part(self) -> Part:
        """The further question's only part."""
        return self.question.parts[0]


@dataclass(frozen=True)
class Look:
    """Searches again within the limits of the question. load: a document by id. read: a text as a question. within: the
    limits of a further question that names a place of its own."""

    retriever: Retriever
    load: Callable[[str], Document]
    read: Callable[[str], Question]
    names: UnitNames
    filters: Filters
    within: Callable[[Question], Filters]

    def ask(
        self, text: str, kind: Asked | None = None, documents: Sequence[str] = (), kinds: Sequence[Kind] = ()
    ) -> Sight:
        """Sentences for a further question, in these documents or kinds of document only where any are named.
        kind: the sort of value its sentences should hold, where the text itself does not tell."""
        asked = self.read(text)
        part = replace(asked.parts[0], terms=asked.terms, kind=kind or asked.parts[0].kind)
        asked = replace(asked, parts=(part,), kind=part.kind)
        limits = self.within(asked) if asked.places else self.filters
        limits = replace(limits, documents=tuple(documents)) if documents else limits
        limits = replace(limits, kinds=tuple(kinds)) if kinds and not self.filters.kinds else limits
        hits = self.retriever.search(asked.search, limits, _PASSAGES, asked.expansions)
        return Sight(asked, self._ranked(hits, asked), hits)

    def otherwise(self, asked: Question) -> list[Sentence]:
        """Sentences found by words of the same meaning as the question's, whatever unit it names."""
        wider = {
            **{term.word: (*synonyms(term.word), *contraries(term.word)) for term in asked.terms},
            **asked.expansions,
        }
        hits = self.retriever.search(self._without_units(asked.search), self.filters, _PASSAGES, wider)
        return self._ranked(hits, asked)

    def _without_units(self, text: str) -> str:
        """The text without names of units, which stand everywhere; as it is where little would be left."""
        left = text
        for unit in sorted(self.names.find(text), key=lambda value: -value.start):
            left = f"{left[: unit.start]} {left[unit.end :]}"
        return left if len(content_words(left)) > 1 else text

    def beside(self, hits: Sequence[Hit], asked: Question) -> list[Sentence]:
        """Sentences of the passages that stand beside the hits under the same heading."""
        held = {hit.passage.id for hit in hits}
        found: dict[str, Hit] = {}
        for hit in hits:
            passages = self.load(hit.passage.document_id).passages
            at = next((i for i, p in enumerate(passages) if p.id == hit.passage.id), 0)
            for passage in passages[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]:
                if passage.id not in held and passage.section == hit.passage.section:
                    found.setdefault(passage.id, Hit(passage, _BESIDE * hit.score, hit.features))
        return self._ranked(list(found.values()), asked)

    def _ranked(self, hits: Sequence[Hit], asked: Question) -> list[Sentence]:
        documents = {key: self.load(key) for key in dict.fromkeys(hit.passage.document_id for hit in hits)}
        return score(sentences(hits, documents), asked, asked.parts[0], self.names)
