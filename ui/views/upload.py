"""Adding files: sent by the browser, checked, taken in one after the other with a progress bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr
from markupsafe import Markup

from core.errors import UsageError
from ui.condition import bare_reason
from ui.desk import Desk, Step
from ui.errors import guarded
from ui.parts import QUIET, html
from ui.render import render
from ui.texts import FILE_RESULTS
from ui.uploads import SUFFIXES, refusal, wipe


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, in Danish. document: id, empty where it was not taken in."""

    name: str
    status: str
    words: str
    reason: str
    warnings: tuple[str, ...] = ()
    document: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """The parts of the box for new files."""

    box: gr.File
    add: gr.Button
    report: gr.HTML


def layout(desk: Desk) -> Sending:
    """The box for new files, folded away once there are documents."""
    empty = not desk.kb.library.passage_count()
    with gr.Accordion("Tilføj dokumenter", open=empty, elem_id="tilfoej"):
        html(render("upload_head.html", max_mb=desk.kb.settings.max_file_mb, suffixes=SUFFIXES))
        box = gr.File(label="Vælg filer, eller træk dem hertil", file_count="multiple", height=150)
        with gr.Row(elem_classes="knapper"):
            add = gr.Button("Tilføj filerne", variant="primary", scale=0, min_width=150)
        return Sending(box, add, html())


def wire(desk: Desk, sending: Sending, table: gr.HTML, fill: Callable[..., Any], given: list[Any]) -> None:
    """Take the files in on a click, report as it goes, and show the list anew."""

    @guarded
    def take(sent: list[str] | None) -> Iterator[Any]:
        if not sent:
            raise UsageError("Vælg mindst én fil først.")
        paths = [Path(path) for path in sent]
        try:
            for shown in take_in(desk, paths):
                yield shown, gr.skip()
            yield gr.skip(), None
        finally:
            wipe(paths)

    shown = [sending.report, sending.box]
    taken = sending.add.click(take, sending.box, shown, concurrency_id="write", **QUIET)
    taken.then(fill, given, table, **QUIET)


def take_in(desk: Desk, paths: list[Path]) -> Iterator[Markup]:
    """The report as it grows: refused files at once, the others when the knowledge base has them."""
    reasons = {path: refusal(path, desk.kb.settings.max_file_mb) for path in paths}
    outcomes = [_failed(path.name, reason) for path, reason in reasons.items() if reason]
    fine = [path for path, reason in reasons.items() if not reason]
    yield _report(outcomes, Step(0, len(fine), fine[0].name) if fine else None)
    if not fine:
        return
    for step in desk.ingest(fine, {path: path.name for path in fine}):
        if isinstance(step, Step):
            yield _report(outcomes, step)
        else:
            yield _report(outcomes + [_outcome(result) for result in step], None)


def _report(outcomes: list[Outcome], step: Step | None) -> Markup:
    return render("upload_report.html", outcomes=outcomes, step=step)


def _failed(name: str, reason: str) -> Outcome:
    return Outcome(name, "failed", FILE_RESULTS["failed"], reason)


def _outcome(result: Any) -> Outcome:
    return Outcome(
        name=result.name,
        status=result.status,
        words=FILE_RESULTS.get(result.status, result.status),
        reason=bare_reason(result.name, result.reason or ""),
        warnings=tuple(result.warnings or ()),
        document=result.document_id or "",
    )
