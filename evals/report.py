"""One run's figures: totals, per kind, per failing stage, as JSON, Markdown and a file for comparison."""

from __future__ import annotations

import hashlib
import json
import statistics
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.schema import Document
from evals.outcome import Outcome
from evals.plots import plots

ABLATED = ("hit@1", "hit@5", "quote_recall@5", "mrr@10", "right", "refused_unanswerable", "refused_answerable")
RETRIEVAL = ("hit@1", "hit@5", "quote_recall@5", "mrr@10", "ndcg@10")


def summarise(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Totals. Shares are 0..1; ``median_words`` and ``median_seconds`` belong to answered questions."""
    answerable = [o for o in outcomes if o.kind != "unanswerable"]
    unanswerable = [o for o in outcomes if o.kind == "unanswerable"]
    answered = [o for o in answerable if not o.refused]
    totals = {key: _mean([o.retrieval.get(key, 0.0) for o in answerable]) for key in RETRIEVAL}
    totals |= {
        "right": _mean([o.right for o in answerable]),
        "right_ownership": _mean([o.right for o in answerable if o.kind.startswith("ownership")]),
        "cited": _mean([o.cited for o in answered]),
        "verbatim": _mean([o.verbatim for o in outcomes], empty=1.0),
        "refused_unanswerable": _mean([o.refused for o in unanswerable], empty=1.0),
        "refused_answerable": _mean([o.refused for o in answerable]),
        "over_120_words": _mean([o.words > 120 for o in outcomes]),
        "median_words": statistics.median([o.words for o in answered]) if answered else 0.0,
        "median_seconds": statistics.median([o.seconds for o in outcomes]) if outcomes else 0.0,
    }
    return {key: round(value, 4) for key, value in totals.items()}


def _mean(values: Sequence[float], empty: float = 0.0) -> float:
    return sum(values) / len(values) if values else empty


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Right answers, hit@5 and count of each kind."""
    rows = {}
    for kind in sorted({o.kind for o in outcomes}):
        own = [o for o in outcomes if o.kind == kind]
        rows[kind] = {
            "n": len(own),
            "right": round(_mean([o.right for o in own]), 3),
            "hit@1": round(_mean([o.retrieval.get("hit@1", 0.0) for o in own]), 3),
            "hit@5": round(_mean([o.retrieval.get("hit@5", 0.0) for o in own]), 3),
        }
    return rows


def build(outcomes: Sequence[Outcome], documents: Sequence[Document], about: dict[str, Any]) -> dict[str, Any]:
    """The whole report."""
    corpus = hashlib.sha256("".join(sorted(d.id for d in documents)).encode()).hexdigest()[:16]
    return {
        **about,
        "commit": _commit(),
        "corpus": corpus,
        "documents": len(documents),
        "questions": len(outcomes),
        "totals": summarise(outcomes),
        "kinds": by_kind(outcomes),
        "stages": dict(Counter(o.stage for o in outcomes if o.stage)),
        "reliability": reliability(outcomes),
        "outcomes": [o.as_dict() for o in outcomes],
    }


def reliability(outcomes: Sequence[Outcome], bins: int = 5) -> list[dict[str, float]]:
    """Confidence against the share right, over answered questions, in equal-width bins."""
    rows = []
    for i in range(bins):
        low, high = i / bins, (i + 1) / bins
        own = [o for o in outcomes if not o.refused and low <= o.confidence < high + (i == bins - 1)]
        if own:
            mean = _mean([o.confidence for o in own])
            rows.append({"from": low, "to": high, "n": len(own), "confidence": round(mean, 3),
                         "right": round(_mean([o.right for o in own]), 3)})  # fmt: skip
    return rows


def _commit() -> str:
    root = Path(__file__).parent.parent
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "ukendt"


def markdown(report: dict[str, Any]) -> str:
    """A table of totals, one of kinds, and every question that went wrong."""
    lines = [f"# Evaluering: {report['name']}", "",
             f"{report['questions']} spørgsmål over {report['documents']} dokumenter, "
             f"version {report['commit']}.", "", "| mål | værdi |", "|---|---|"]  # fmt: skip
    lines += [f"| {key} | {value} |" for key, value in report["totals"].items()]
    lines += ["", "| slags | antal | rigtige | hit@1 | hit@5 |", "|---|---|---|---|---|"]
    lines += [
        f"| {kind} | {row['n']} | {row['right']} | {row['hit@1']} | {row['hit@5']} |"
        for kind, row in report["kinds"].items()
    ]
    lines += _ablations(report)
    lines += ["", "## Forkerte svar", "", "| id | hvor det gik galt | spørgsmål | fejl |", "|---|---|---|---|"]
    for row in report["outcomes"]:
        if row["stage"]:
            found = "; ".join(row["faults"])[:160].replace("|", "/")
            lines.append(f"| {row['id']} | {row['stage']} | {row['question'].replace('|', '/')} | {found} |")
    return "\n".join(lines) + "\n"


def _ablations(report: dict[str, Any]) -> list[str]:
    """What each part is worth: the same run without it."""
    rows = {"alt": {"totals": report["totals"], "won": [], "lost": []}} | report.get("ablations", {})
    if len(rows) == 1:
        return []
    lines = ["", "## Uden en del", "", f"| uden | {' | '.join(ABLATED)} | vundet | tabt |",
             "|---" * (len(ABLATED) + 3) + "|"]  # fmt: skip
    for name, row in rows.items():
        figures = " | ".join(str(row["totals"][key]) for key in ABLATED)
        lines.append(f"| {name} | {figures} | {len(row['won'])} | {len(row['lost'])} |")
    return lines


def save(report: dict[str, Any], folder: Path) -> Path:
    """Write NAME.json, NAME.md and two plots into the folder and return the JSON file's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report['name']}.json"
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    path.with_suffix(".md").write_text(markdown(report), encoding="utf-8")
    for name, picture in plots(report).items():
        (folder / f"{report['name']}-{name}.svg").write_text(picture, encoding="utf-8")
    return path


def compare(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """What two runs differ in: totals that moved, questions won and lost."""
    before = {row["id"]: row["right"] for row in old["outcomes"]}
    after = {row["id"]: row["right"] for row in new["outcomes"]}
    shared = before.keys() & after.keys()
    return {
        "totals": {
            key: [old["totals"].get(key), value]
            for key, value in new["totals"].items()
            if old["totals"].get(key) != value and key != "median_seconds"
        },
        "won": sorted(i for i in shared if after[i] and not before[i]),
        "lost": sorted(i for i in shared if before[i] and not after[i]),
    }
