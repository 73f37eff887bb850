"""Precision and recall of the register, per field, on labelled documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from core.danish.tokens import ascii_key, stem, tokenize
from core.schema import Conflict, Document, Responsibility
from core.settings import load_settings
from evals.register.labels import ANY, NONE, Label, labelled_conflicts, labelled_rows, labelled_units

ROOT = Path(__file__).resolve().parents[2]
PLACES = {"corpus": ROOT / "corpus", "shared": ROOT.parent / "shared" / "corpus"}
FIELDS = ("owner", "from", "date", "basis")
_SUFFIXES = (".pdf", ".docx", ".txt")


@dataclass
class Tally:
    """labels: rows that should be found; found: with right owner, date and basis; wrong: rows read that fit
    no label; right: per field, among the rows whose task was found."""

    labels: int = 0
    named: int = 0
    found: int = 0
    read: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))


def run(corpus: Path | None = None) -> dict[str, Any]:
    """The report: totals per set and for all, and every missed and wrong row. corpus: another folder for the
    set "corpus". A set whose folder is missing is left out and named under "skipped"."""
    places = {**PLACES, **({"corpus": corpus} if corpus else {})}
    report: dict[str, Any] = {"suite": "register", "sets": {}, "skipped": []}
    for name, folder in places.items():
        documents = read_folder(folder)
        if documents:
            report["sets"][name] = measure(name, documents)
        else:
            report["skipped"].append(name)
    report["totals"] = _totals(report["sets"])
    return report


def read_folder(folder: Path) -> list[Document]:
    """All readable documents of a folder, by name."""
    from ingest import read_document

    if not folder.is_dir():
        return []
    paths = sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES)
    return [read_document(path, load_settings()) for path in paths]


def measure(which: str, documents: Sequence[Document]) -> dict[str, Any]:
    """Figures of one set."""
    from index import make_tagger
    from intake import register_facts
    from register.register import Register

    settings = load_settings()
    tagger = make_tagger(settings)
    facts = [register_facts(document, settings, tagger) for document in documents]
    labels = labelled_rows(which)
    tally = Tally(labels=len(labels))
    for document, fact in zip(documents, facts, strict=True):
        own = [label for label in labels if document.name.startswith(label.document)]
        if own:
            _compare(own, list(fact.responsibilities), tally)
    register = Register(facts, documents)
    return {
        "rows": _figures(tally),
        "units": _units(register, labelled_units(which)),
        "conflicts": _conflicts(register.conflicts(), documents, labelled_conflicts(which)),
        "missed": tally.missed,
        "wrong": tally.wrong,
    }


def _compare(labels: Sequence[Label], rows: list[Responsibility], tally: Tally) -> None:
    left = list(rows)
    tally.read += len(rows)
    for label in sorted(labels, key=lambda item: -len(item.words.split())):
        fitting = [row for row in left if _names(label, row)]
        if not fitting:
            tally.missed.append(f"{label.document}: {label.words} → {label.to_unit}")
            continue
        best = max(fitting, key=lambda row: sum(_fields(label, row).values()))
        left.remove(best)
        verdict = _fields(label, best)
        tally.named += 1
        for name, right in verdict.items():
            tally.right[name] += right
        if verdict["owner"] and verdict["date"] and verdict["basis"]:
            tally.found += 1
        else:
            got = f"{best.to_unit} {best.effective_from} {best.basis.value}"
            tally.missed.append(f"{label.document}: {label.words}: {got}")
    for row in left:
        if not any(_names(label, row) and _fields(label, row)["owner"] for label in labels):
            tally.wrong.append(f"{row.task} → {row.to_unit}")


def _names(label: Label, row: Responsibility) -> bool:
    """True where every labelled word stands in the row's task."""
    if label.relation not in (ANY, row.relation):
        return False
    words = _keys(row.task)
    return all(any(w == k or k in w or w in k for w in words) for k in _keys(label.words))


def _keys(text: str) -> set[str]:
    return {ascii_key(stem(word)) for word in tokenize(text) if len(word) > 2}


def _fields(label: Label, row: Responsibility) -> dict[str, bool]:
    day = row.effective_from.isoformat() if row.effective_from else NONE
    return {
        "owner": _same(label.to_unit, row.to_unit),
        "from": _same(label.from_unit, row.from_unit),
        "date": label.day in (ANY, day),
        "basis": label.basis in (ANY, row.basis.value),
    }


def _same(label: str, unit: str) -> bool:
    return label == ANY or unit == ("" if label == NONE else label)


def _figures(tally: Tally) -> dict[str, Any]:
    named = tally.named or 1
    return {
        "labels": tally.labels,
        "recall": round(tally.found / max(tally.labels, 1), 4),
        "read": tally.read,
        "wrong_share": round(len(tally.wrong) / max(tally.read, 1), 4),
        **{name: round(count / named, 4) for name, count in tally.right.items()},
    }


def _units(register: Any, labels: Sequence[tuple[str, str, str]]) -> dict[str, Any]:
    right = 0
    for old, new, day in labels:
        if day == NONE:
            right += register.name_on(old, date.max) == new
        else:
            then = date.fromisoformat(day)
            right += register.name_on(old, then) == new and register.name_on(new, date.min) == old
    return {"labels": len(labels), "right": right}


def _conflicts(
    found: Sequence[Conflict], documents: Sequence[Document], labels: Sequence[tuple[str, str, str]]
) -> dict[str, Any]:
    texts = {d.id: d.cleaned for d in documents}
    hit = {label for label in labels for conflict in found if _is(label, conflict, texts)}
    real = [c for c in found if any(_is(label, c, texts) for label in labels)]
    return {
        "labels": len(labels),
        "found": len(hit),
        "reported": len(found),
        "precision": round(len(real) / max(len(found), 1), 4),
        "missed": [f"{kind}: {a} / {b}" for kind, a, b in labels if (kind, a, b) not in hit],
    }


def _is(label: tuple[str, str, str], conflict: Conflict, texts: dict[str, str]) -> bool:
    kind, one, other = label
    sides = [
        f"{value} {texts[document][span.start : span.end]}".lower()
        for (document, span), value in zip((conflict.a, conflict.b), conflict.differs, strict=True)
    ]
    a, b = one.lower(), other.lower()
    return conflict.type == kind and ((a in sides[0] and b in sides[1]) or (b in sides[0] and a in sides[1]))


def _totals(sets: dict[str, Any]) -> dict[str, Any]:
    rows = [s["rows"] for s in sets.values()]
    labels = sum(r["labels"] for r in rows) or 1
    read = sum(r["read"] for r in rows) or 1
    labelled = sum(s["units"]["labels"] for s in sets.values())
    conflicts = [s["conflicts"] for s in sets.values()]
    return {
        "recall": round(sum(r["recall"] * r["labels"] for r in rows) / labels, 4),
        "wrong_share": round(sum(r["wrong_share"] * r["read"] for r in rows) / read, 4),
        "units": round(sum(s["units"]["right"] for s in sets.values()) / max(labelled, 1), 4),
        "conflicts": round(sum(c["found"] for c in conflicts) / max(sum(c["labels"] for c in conflicts), 1), 4),
        "conflict_precision": round(
            sum(c["precision"] * c["reported"] for c in conflicts) / max(sum(c["reported"] for c in conflicts), 1), 4
        ),
    }
