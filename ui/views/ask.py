"""Spørg: a question, its answer with sources, and the conversation so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr
from markupsafe import Markup

from core.errors import UsageError
from core.schema import Answer, Citation, Filters, Kind, Span
from ui import format as fmt
from ui import places
from ui.desk import Desk
from ui.errors import attempt, guarded
from ui.examples import examples
from ui.parts import QUIET, html
from ui.render import render
from ui.rows import RegisterRow, register_rows
from ui.texts import KINDS

FIRST = "Skriv dit spørgsmål, fx: Hvem har ansvaret for …?"
NEXT = "Spørg videre, fx: Og hvornår? – eller stil et nyt spørgsmål"
SLOTS = 4  # example buttons

_MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Source:
    """A citation as shown. verbatim: the file's own words where they differ from the cleaned quote."""

    n: int
    place: places.Place
    kind: Kind
    section: tuple[str, ...]
    verbatim: str


@dataclass(frozen=True, slots=True)
class Near:
    """A passage of a refusal."""

    place: places.Place | None
    section: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer, ready for the template. words: text and (n, url) for each [n]."""

    answer: Answer
    words: list[str | tuple[int, str]]
    sources: list[Source]
    near: list[Near]
    rows: list[RegisterRow]
    level: str
    sureness: str
    follows: str


def build(desk: Desk) -> None:
    """Lay out the tab and wire it."""
    html(render("intro.html"))
    question = gr.Textbox(label="Dit spørgsmål", placeholder=FIRST, lines=1, max_lines=5, elem_id="spoergsmaal")
    with gr.Row(elem_classes="knapper"):
        send = gr.Button("Spørg", variant="primary", scale=0, min_width=140)
        again = gr.Button("Ny samtale", visible=False, scale=0, min_width=140)
    limits = _limits()
    with gr.Column() as samples:
        html('<p class="lille">Eksempler, du kan prøve:</p>')
        with gr.Row():
            buttons = [gr.Button("", visible=False, size="sm", elem_classes="eksempel") for _ in range(SLOTS)]
    answers = html(elem_id="svar")
    turns = gr.State([])

    @guarded
    def ask(text: str, *given: Any) -> Iterator[Any]:
        *limits, past = given
        asked = (text or "").strip()
        # the box is emptied at once, so that what is typed meanwhile stays
        yield conversation(desk, past, waiting=asked), past, "", gr.skip(), gr.skip()
        answer, problem = attempt(lambda: _answer(desk, asked, read_filters(*limits), past))
        if answer is None:
            yield conversation(desk, past, problem=problem), past, asked, gr.skip(), gr.skip()
            return
        past = [*past, answer]
        box = gr.Textbox(placeholder=NEXT)
        yield conversation(desk, past), past, box, gr.Button(visible=True), gr.Column(visible=False)

    def start_over() -> tuple[Any, ...]:
        box = gr.Textbox(placeholder=FIRST)
        return "", [], box, gr.Button(visible=False), gr.Column(visible=True)

    shown = [answers, turns, question, again, samples]
    given = [question, *limits, turns]
    for event in (question.submit, send.click):
        event(ask, given, shown, concurrency_limit=4, concurrency_id="ask", **QUIET)
    for button in buttons:
        button.click(lambda label: label, button, question, **QUIET).then(
            ask, given, shown, concurrency_id="ask", **QUIET
        )
    again.click(start_over, None, shown, **QUIET)
    gr.on(None, lambda: _labels(desk), None, buttons, **QUIET)


def _limits() -> list[gr.components.Component]:
    """The filters: kinds, the day the answer is for, and the documents' own dates."""
    with gr.Accordion("Afgræns søgningen", open=False):
        kinds = gr.CheckboxGroup(
            [(label, kind.value) for kind, label in KINDS.items()],
            label="Dokumenttyper",
            info="Ingen afkrydsning betyder alle typer.",
        )
        with gr.Row():
            hint = "Fx 1. januar 2026"
            as_of = gr.Textbox(label="Svar pr. dato", info="Hvem har ansvaret den dag?", placeholder=hint)
            first = gr.Textbox(label="Dokumenter fra", info="Dokumentets egen dato", placeholder=hint)
            last = gr.Textbox(label="Dokumenter til", info="Dokumentets egen dato", placeholder=hint)
    return [kinds, as_of, first, last]


def read_filters(kinds: Sequence[str], as_of: str, first: str, last: str) -> Filters:
    """The filters as typed. Raises UsageError for a date that can't be read."""
    return Filters(
        kinds=tuple(Kind(kind) for kind in kinds or ()),
        as_of=fmt.parse_day(as_of, "Datoen i »Svar pr. dato«"),
        date_from=fmt.parse_day(first, "Datoen i »Dokumenter fra«"),
        date_to=fmt.parse_day(last, "Datoen i »Dokumenter til«"),
    )


def _labels(desk: Desk) -> list[gr.Button]:
    found = examples(desk.kb)[:SLOTS]
    shown = [gr.Button(value=text, visible=True) for text in found]
    return shown + [gr.Button(visible=False)] * (SLOTS - len(found))


def _answer(desk: Desk, asked: str, filters: Filters, past: Sequence[Answer]) -> Answer:
    if not asked:
        raise UsageError("Skriv et spørgsmål først.")
    return desk.kb.ask(asked, filters, previous=past[-1] if past else None)


def conversation(desk: Desk, past: Sequence[Answer], *, waiting: str = "", problem: str = "") -> Markup:
    """The turns, newest first; waiting: a question without an answer yet; problem: why there is none."""
    turns = [turn(desk, answer) for answer in reversed(past)]
    return render("conversation.html", turns=turns, waiting=waiting, problem=problem)


def turn(desk: Desk, answer: Answer) -> Turn:
    """An answer made ready for the template."""
    level, words = fmt.sureness(answer.confidence)
    return Turn(
        answer=answer,
        words=linked(answer.answer, answer.citations),
        sources=[_source(citation) for citation in answer.citations],
        near=[_near(desk, hit.passage) for hit in answer.near],
        rows=register_rows(desk.kb, answer.responsibilities),
        level=level,
        sureness=words,
        follows=str(answer.trace.get("follows", "")),
    )


def linked(text: str, citations: Sequence[Citation]) -> list[str | tuple[int, str]]:
    """The answer's text, list points on lines of their own, with each [n] of a known source as (n, its address)."""
    urls = {c.n: places.of_citation(c).url for c in citations}
    text = text.replace(" • ", "\n• ")
    words: list[str | tuple[int, str]] = []
    at = 0
    for match in _MARK.finditer(text):
        n = int(match[1])
        if n in urls:
            words += [text[at : match.start()], (n, urls[n])]
            at = match.end()
    return [*words, text[at:]]


def _source(citation: Citation) -> Source:
    verbatim = " ".join(citation.source_quote.split())
    return Source(
        n=citation.n,
        place=places.of_citation(citation),
        kind=citation.kind,
        section=citation.section,
        verbatim=verbatim if verbatim != citation.quote else "",
    )


def _near(desk: Desk, passage: Any) -> Near:
    place = places.of_span(desk.kb, passage.document_id, Span(passage.start, passage.end))
    return Near(place, passage.section, passage.text)
