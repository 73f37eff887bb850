"""How the library is, in Danish lines: its counts, and what a check of the indexes found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ui import format as fmt
from ui.texts import COUNTS, INDEXES, STATUS_FACTS, STATUS_LISTS


def status_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Counts, pages that need a look, files that failed, and what runs."""
    for name, label in COUNTS.items():
        if name in report:
            yield f"{label.capitalize()}: {fmt.number(report[name])}"
    for name, label in STATUS_LISTS.items():
        items = report.get(name) or ()
        yield f"{label}: {len(items) or 'ingen'}"
        yield from (f"  {item_words(item)}" for item in items)
    for name, label in STATUS_FACTS.items():
        if report.get(name):
            yield f"{label}: {words(report[name])}"


def bare_reason(name: str, reason: str) -> str:
    """A file's reason without its name before it, for lists that name the file themselves."""
    return reason.removeprefix(f"{name}: ")


def item_words(item: Mapping[str, Any]) -> str:
    """One file or page with what is said of it."""
    name = str(item.get("file") or item.get("document") or "")
    page = f", side {item['page']}" if item.get("page") else ""
    same = item.get("document") if item.get("file") else ""
    reason = bare_reason(name, str(item.get("reason") or "")) or (f"samme indhold som {same}" if same else "")
    return f"{name}{page}{f' – {reason}' if reason else ''}"


def verify_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """What a check found, what was mended, and what to do."""
    if report["ok"]:
        yield "Indekserne svarer til biblioteket."
    else:
        yield "Indekserne afviger fra biblioteket. Kør »ressort verify --repair«."
    yield f"  Databasen: {'i orden' if report['integrity'] == 'ok' else report['integrity']}"
    for index in report["indexes"]:
        yield f"  {INDEXES.get(index['index'], index['index'])}: {_differences(index)}"
    yield f"  Sprogmodel: {'passer til indekset' if report['model_ok'] else 'indekset er lavet med en anden'}"
    if report["trouble"]:
        yield f"  Vektorindekset kan ikke bruges: {report['trouble']}"
    yield f"  {COUNTS['documents'].capitalize()}: {fmt.number(report['documents'])}"
    yield f"  {COUNTS['passages'].capitalize()}: {fmt.number(report['passages'])}"
    if report["repaired"]:
        yield f"  Bygget igen: {', '.join(report['repaired'])}"


def _differences(index: Mapping[str, Any]) -> str:
    found = {"mangler": index["missing"], "for mange": index["extra"], "afviger": index["different"]}
    return ", ".join(f"{len(numbers)} {what}" for what, numbers in found.items() if numbers) or "i orden"


def words(value: Any) -> str:
    """A fact as one line of text."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {words(inner)}" for name, inner in value.items())
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)
