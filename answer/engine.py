"""From question to answer: understand, retrieve, weigh sentences, compose, check, decide."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, cached_property, partial

from answer.compose.common import Context
from answer.deciding import composed
from answer.evidence import score as ranked_by_score
from answer.evidence import sentences
from answer.further import with_further
from answer.left_out import beyond_filters
from answer.lexicon import Lexicon
from answer.llm import rewrite
from answer.look import Look
from answer.overview import from_register
from answer.promote import ordered
from answer.question import Question, understand
from answer.refusal import refusal_text
from answer.understanding.places import narrowed, units_in
from answer.values import UnitNames
from core.errors import UsageError
from core.ports import CrossEncoder, LibraryReader, RegisterReader, Retriever
from core.schema import Answer, Conflict, Document, Filters, Hit, Responsibility
from core.settings import Settings

PASSAGES = 10  # passages whose sentences are weighed


class Answerer:
    """Answers questions from what the library holds. Stateless between questions but for word tables."""

    def __init__(
        self,
        library: LibraryReader,
        retriever: Retriever,
        register: RegisterReader,
        settings: Settings,
        cross_encoder: CrossEncoder | None = None,
    ) -> None:
        self._library, self._retriever, self._register = library, retriever, register
        self._settings, self._cross_encoder = settings, cross_encoder
        self._lexicon: tuple[object, int, Lexicon] | None = None
        self._names: dict[frozenset[str], UnitNames] = {}

    def answer(self, question: str, filters: Filters, previous: Answer | None = None) -> Answer:
        """A cited answer or a refusal. Raises UsageError for an empty or overlong question."""
        started = time.perf_counter()
        text = _checked_text(question, self._settings.max_question)
        result = self._answer(text, filters, previous)
        result = beyond_filters(result, filters, partial(self._answer, text, previous=previous))
        return replace(result, question=question, seconds=round(time.perf_counter() - started, 4))

    def search(self, query: str, filters: Filters, top: int) -> list[Hit]:
        """Ranked passages for a question or search words; what answering it showed settles the order of the
        first. Raises UsageError as ``answer`` does."""
        asked = self._understood(_checked_text(query, self._settings.max_question), filters, None)
        within = self._within(filters, asked)
        hits = self._retriever.search(asked.search, within, max(top, PASSAGES), asked.expansions)
        if not hits:
            return []
        context = self._context(asked, hits[:PASSAGES], filters, within)
        given = composed(context)
        cited = [self._library.document(citation.document_id) for citation in given.citations]
        return ordered(hits, context.ranked, given, cited)[:top]

    def _understood(self, text: str, filters: Filters, previous: Answer | None) -> Question:
        today = filters.as_of or date.today()
        return understand(text, self._words(), self._register.aliases(), previous, today, self._places)

    @cached_property
    def _places(self) -> frozenset[str]:
        """Keys of the municipalities whose papers are held; none where all are of one."""
        found = frozenset(self._register.places().values()) - {""}
        return found if len(found) > 1 else frozenset()

    def _unit_names(self, places: frozenset[str]) -> UnitNames:
        """Units by name; each municipality's own where papers of several are held, only theirs where a question names
        some."""
        if places not in self._names:
            whose = self._register.places() if self._places else {}
            self._names[places] = UnitNames(units_in(self._register.units(), places, whose), whose)
        return self._names[places]

    def _within(self, filters: Filters, asked: Question) -> Filters:
        """The filters, with the papers of the municipality that the question names."""
        return narrowed(filters, asked.places, self._register.places())

    def _answer(self, text: str, filters: Filters, previous: Answer | None) -> Answer:
        asked = self._understood(text, filters, previous)
        within = self._within(filters, asked)
        listed = from_register(asked, self._register, self._library, within, filters.as_of or date.today())
        if listed is not None:
            return listed
        hits = self._retriever.search(asked.search, within, PASSAGES, asked.expansions)
        if not hits:
            return self._nothing(asked, filters)
        context = self._context(asked, hits, filters, within)
        result = composed(context, self._cross_encoder)
        if not result.refused and self._settings.llm_url:
            result = replace(result, answer=rewrite(result, self._settings) or result.answer)
        return with_further(result, context)

    def _context(self, asked: Question, hits: Sequence[Hit], filters: Filters, within: Filters) -> Context:
        documents = self._documents(hits)
        names = self._unit_names(asked.places)
        read = partial(self._understood, filters=filters, previous=None)
        found = sentences(hits, documents)
        ranked = [ranked_by_score(found, asked, part, names) for part in asked.parts]
        rows, conflicts = self._told(within.documents if within is not filters else ())
        return Context(
            asked,
            hits,
            documents,
            ranked,
            names,
            rows,
            conflicts,
            self._register.name_on,
            filters.as_of or date.today(),
            None if filters.limits() else self._library.document,
            Look(self._retriever, self._library.document, read, names, within, partial(self._within, filters)),
            cache(self._on),  # one question asks of the same day for many rows
        )

    def _on(self, day: date) -> dict[str, Responsibility]:
        """The register's rows as of a day, by key."""
        return {row.key: row for row in self._register.responsibilities(as_of=day)}

    def _told(self, documents: Sequence[str]) -> tuple[tuple[Responsibility, ...], tuple[Conflict, ...]]:
        """The register's rows and conflicts, of these documents only where any are given."""
        rows, conflicts = self._register.responsibilities(), self._register.conflicts()
        if not documents:
            return tuple(rows), tuple(conflicts)
        held = frozenset(documents)
        return (
            tuple(row for row in rows if row.document_id in held),
            tuple(one for one in conflicts if {one.a[0], one.b[0]} <= held),
        )

    def _words(self) -> Lexicon:
        vocabulary = self._retriever.vocabulary()
        held = self._lexicon
        if held is None or held[0] is not vocabulary or held[1] != len(vocabulary):
            held = self._lexicon = (vocabulary, len(vocabulary), Lexicon(vocabulary))
        return held[2]

    def _documents(self, hits: Sequence[Hit]) -> dict[str, Document]:
        wanted = dict.fromkeys(hit.passage.document_id for hit in hits)
        return {document_id: self._library.document(document_id) for document_id in wanted}

    def _nothing(self, asked: Question, filters: Filters) -> Answer:
        """No passage at all: the library is empty, the filters leave nothing, or no word was found."""
        if filters.limits() and not self._library.documents(filters):
            reason = "filtered_away"
        elif not self._library.documents(Filters()):
            reason = "empty_library"
        else:
            reason = "not_in_documents"
        text = refusal_text(reason, asked)
        return Answer(
            asked.text, text, True, reason, kind=str(asked.kind), subject=asked.subject, understood=asked.mended
        )


def _checked_text(question: str, longest: int) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in question).split())
    if not text:
        raise UsageError("Spørgsmålet er tomt.", remedy="Skriv et spørgsmål eller nogle søgeord.")
    if len(question) > longest:
        raise UsageError(
            f"Spørgsmålet er på {len(question)} tegn; der er plads til {longest}.", remedy="Gør det kortere."
        )
    return text
