"""What the command line prints for people: Danish, to standard output; notes and progress to standard error."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from core.danish.labels import BASES
from core.errors import RessortError
from core.schema import Basis
from ui import format as fmt
from ui.condition import bare_reason
from ui.texts import CONFLICTS, UNIT_TYPES

if TYPE_CHECKING:
    from core.schema import Document
    from pipeline import FileResult

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

_STATUS = {"added": "læst ind", "updated": "ny version", "unchanged": "uændret", "failed": "ikke læst ind"}


def note(text: str) -> None:
    """One line to standard error."""
    err.print(escape(text))


def keep_log() -> None:
    """Log records, tracebacks included, go to standard error with ``RESSORT_DEBUG=1`` and nowhere without."""
    if os.environ.get("RESSORT_DEBUG"):
        logging.basicConfig(level=logging.INFO)
    else:
        logging.getLogger().addHandler(logging.NullHandler())


def complain(error: BaseException) -> int:
    """Show an error without a traceback and return its exit code. ``RESSORT_DEBUG=1`` logs the traceback."""
    if os.environ.get("RESSORT_DEBUG"):
        logging.getLogger("ressort").exception("uventet fejl", exc_info=error)
    if isinstance(error, RessortError):
        note(error.for_user())
        return error.exit_code
    note(f"Der skete en uventet fejl ({type(error).__name__}: {error}). Prøv »ressort verify --repair«.")
    return 4


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on standard error. Call the yielded function with (done, total, what now)."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(title, total=None)

        def step(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=escape(f"{title}: {what[:50]}"))

        yield step


def _table(*heads: str) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _row(table: Table, *values: Any) -> None:
    table.add_row(*(escape("" if value is None else str(value)) for value in values))


def show_ingest(results: Sequence[FileResult]) -> None:
    """One line for each file, then the count of each status."""
    for result in results:
        line = f"{_STATUS[result.status]}: {result.name}"
        if result.reason:
            line += f" – {bare_reason(result.name, result.reason)}"
        style = "red" if result.status == "failed" else None
        out.print(escape(line), style=style)
        for warning in result.warnings:
            out.print(escape(f"  obs: {warning}"), style="yellow")
    counts = {key: sum(r.status == key for r in results) for key in _STATUS}
    out.print(", ".join(f"{n} {_STATUS[key]}" for key, n in counts.items() if n) or "Ingen filer fundet.")


def place(locator: Mapping[str, Any]) -> str:
    """ "side 3" or "linje 98-104"."""
    if locator["page"] is not None:
        return f"side {locator['page']}"
    if locator["lines"]:
        first, last = locator["lines"]
        return f"linje {first}" if first == last else f"linje {first}-{last}"
    return ""


def show_answer(answer: Mapping[str, Any]) -> None:
    """The answer with its numbered sources, or the refusal with the nearest passages."""
    out.print(escape(answer["answer"]), style="yellow" if answer["refused"] else "bold")
    for citation in answer["citations"]:
        head = f"[{citation['n']}] {citation['title']} ({citation['document']}, {place(citation['locator'])})"
        out.print()
        out.print(escape(head), style="cyan")
        out.print(escape(f"    »{citation['quote']}«"))
    if answer["refused"] and answer["near"]:
        out.print("\nMåske relevant:")
        show_hits(answer["near"])


def show_hits(hits: Sequence[Mapping[str, Any]]) -> None:
    """Ranked passages."""
    if not hits:
        out.print("Ingen afsnit fundet.")
    for rank, hit in enumerate(hits, 1):
        section = " › ".join(hit["section"])
        head = f"{rank}. {hit['title']} ({hit['document']}, {place(hit['locator'])}) {hit['score']:.2f}"
        out.print(escape(head), style="cyan")
        if section:
            out.print(escape(f"   {section}"), style="dim")
        out.print(escape(f"   {hit['text']}"))


def show_documents(found: Sequence[Document]) -> None:
    """The library: each paper's name and id whole on a line, so that they can be copied."""
    for doc in found:
        pages = fmt.count(len(doc.pages), "side", "sider") if doc.paged() else ""
        said = (doc.kind.value, str(doc.date or "ingen dato"), pages, f"id {doc.id}")
        out.print(escape(doc.name), style="bold")
        out.print(escape(f"   {doc.title}"))
        out.print(escape(f"   {', '.join(filter(None, said))}"), style="dim")
    if not found:
        out.print("Biblioteket er tomt. Læs filer ind med »ressort ingest MAPPE«.")


def show_lines(lines: Iterable[str]) -> None:
    """Lines as they are."""
    for line in lines:
        out.print(escape(line))


def show_register(rows: Sequence[Mapping[str, Any]]) -> None:
    """Responsibilities, each with what it rests on."""
    for row in rows:
        owners = " → ".join(name for name in (row["from"], row["to"]) if name)
        out.print(escape(f"{row['task']}: {owners or 'ingen ejer nævnt'}"), style="bold")
        out.print(escape(f"   {_when(row)}"))
        for condition in (*row["conditions"], *row["exceptions"]):
            out.print(escape(f"   – {condition}"))
        if row["citation"]:
            cited = row["citation"]
            out.print(escape(f"   {cited['document']}, {place(cited['locator'])}: »{cited['quote']}«"), style="dim")
        judged = f", vurderet af {row['confirmed_by']}" if row["confirmed_by"] else ""
        out.print(escape(f"   nøgle {row['key']}{judged}"), style="dim")
    out.print(f"{rows_said(len(rows))}." if rows else "Registret har ingen rækker, der passer.")


def rows_said(number: int) -> str:
    """ "3 rækker"."""
    return fmt.count(number, "række", "rækker")


def _when(row: Mapping[str, Any]) -> str:
    """The first day with what it rests on, and the last."""
    when = fmt.iso_day(row["effective_from"] or "") or row["effective_text"]
    basis = Basis(row["effective_basis"])
    told = f" ({BASES[basis]})" if basis is not Basis.NONE else ""
    until = f", til og med {fmt.iso_day(row['until'])}" if row["until"] else ""
    if not when and until:
        return until.removeprefix(", ")
    return (when + told if when else BASES[basis]) + until


_VIEWS = {
    "units": (("Navn", "name"), ("Type", "type"), ("Forkortelser", "abbreviations"), ("Tidligere", "former"),
              ("Omdøbt", "renamed_on"), ("Nyt navn", "later"), ("Betjener", "serves")),
    "timeline": (("Fra", "first"), ("Til", "last"), ("Tekst", "text"), ("Hvad", "what"),
                 ("Bemærk", "note"), ("Kilde", "document")),
    "conflicts": (("Om", "about"), ("Type", "type"), ("Forskel", "differs"), ("Nyest", "newer")),
}  # fmt: skip


_TYPES = {"units": UNIT_TYPES, "conflicts": CONFLICTS}  # Danish words for what the JSON names by code


def show_view(name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Units, timeline or conflicts."""
    columns = _VIEWS[name]
    table = _table(*(head for head, _ in columns))
    for row in rows:
        flat = {**row, **row.get("when", {})}
        flat["type"] = _TYPES.get(name, {}).get(str(row["type"]), row["type"])
        cells = [flat.get(key) for _, key in columns]
        _row(table, *(", ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in cells))
        if name == "conflicts":
            for side in ("a", "b"):
                quote = row[side]["quote"]
                _row(table, "", side.upper(), f"»{quote}« ({row[side]['document']})", "")
    out.print(table if rows else "Intet fundet.")


def show_evaluation(report: Mapping[str, Any]) -> None:
    """Totals, kinds and failing stages."""
    table = _table("Mål", "Værdi")
    for key, value in report.get("totals", {}).items():
        _row(table, key, value)
    out.print(table)
    if report.get("kinds"):
        kinds = _table("Slags", "Antal", "Rigtige", "hit@1", "hit@5")
        for kind, row in report["kinds"].items():
            _row(kinds, kind, row["n"], row["right"], row["hit@1"], row["hit@5"])
        out.print(kinds)
    if report.get("peers"):
        peers = _table("Til sammenligning", *next(iter(report["peers"].values())))
        for name, row in report["peers"].items():
            _row(peers, name, *row.values())
        out.print(peers)
    if report.get("ablations"):
        measured = ("hit@1", "hit@5", "mrr@10", "right", "refused_unanswerable", "refused_answerable")
        ablated = _table("Uden en del", *measured, "vundet", "tabt")
        for name, row in report["ablations"].items():
            _row(ablated, name, *(row["totals"][key] for key in measured), len(row["won"]), len(row["lost"]))
        out.print(ablated)
    for key in ("stages", "comparison"):
        if report.get(key):
            out.print(escape(f"{key}: {report[key]}"))
    if report.get("table"):
        out.print(escape(report["table"]))
