"""Learn the weights of the refusal decision and of the confidence (answer/weights/{refusal,confidence}.json) from
labelled questions.

    python -m bench.refusal_weights [--write] CORPUS=QUESTIONS.jsonl [CORPUS=QUESTIONS.jsonl ...]

Logistic regression over the features of ``answer.features``; the label is whether the documents answer the question.
Features that add nothing to the cross-validated AUC are dropped one by one. Scores for threshold and calibration are
cross-validated over groups of questions of one collection and topic, and shown for each collection left out in turn.
The threshold is where ``REFUSED`` of the answerable questions are refused. The confidence is learned on the questions
that are answered then; its label is whether the answer was right.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from answer import reading, refusal
from answer.learned import FOLDER
from core.settings import Settings
from evals.questions import load_questions
from evals.strings import faults
from pipeline import KnowledgeBase

REFUSED = 0.05  # share of answerable questions that may be refused, cross-validated
FOLDS = 6
PENALTY = 0.1  # sklearn's C on standardised features: small weights, chosen by cross-validation
CAREFUL = 0.03  # the same for the confidence, which has all features and fewer questions
_MADE = ("by_", "length", "cites")  # features of the answer's making, for the confidence only
WORTH = 0.0005  # cross-validated AUC that a feature must add to stay

Row = dict[str, Any]


def gather(corpus: Path, files: list[Path], *, read: bool = False) -> list[Row]:
    """One row a question: features, whether it is answerable, and whether the composed answer is right. read: with the
    cross-encoder's opinion among the features."""
    refusal.weights()["threshold"] = reading.weights()["threshold"] = -99.0  # every question gets its answer here
    reading.weights()["sure"] = 99.0 if read else -99.0
    rows = []
    with tempfile.TemporaryDirectory() as home:
        base = KnowledgeBase.open(Settings(home=Path(home)))
        base.ingest([corpus])
        for question in (q for file in files for q in load_questions(file)):
            given = base.ask(question.question)
            features = given.trace.get("features")
            if features:
                right = question.answerable and not faults(
                    given.answer, question.must_include, question.must_not_include
                )
                fold = zlib.crc32(f"{corpus}{question.topic or question.id}".encode()) % FOLDS
                rows.append(
                    {"x": features, "y": question.answerable, "right": right, "fold": fold, "corpus": str(corpus)}
                )
        base.close()
    return rows


def learn(
    rows: list[Row], names: list[str], label: str = "y", penalty: float = PENALTY, balance: str | None = "balanced"
) -> dict[str, float]:
    """Weights by name and "bias" for raw features: logistic regression on standardised ones."""
    x = _matrix(rows, names)
    mean, spread = x.mean(0), x.std(0)
    spread[spread == 0] = 1.0
    model = LogisticRegression(C=penalty, class_weight=balance, max_iter=3000)
    model.fit((x - mean) / spread, [row[label] for row in rows])
    raw = model.coef_[0] / spread
    return {"bias": float(model.intercept_[0] - raw @ mean), **dict(zip(names, map(float, raw), strict=True))}


def _matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    return np.array([[row["x"].get(name, 0.0) for name in names] for row in rows])


def crossed(rows: list[Row], names: list[str], group: Callable[[Row], Any], **how: Any) -> np.ndarray:
    """Scores of shape (rows,), each by weights learned without its group. how: as ``learn`` takes it."""
    scores, groups = np.zeros(len(rows)), [group(row) for row in rows]
    for one in sorted(set(groups)):
        held = np.array([g == one for g in groups])
        table = learn([row for row, out in zip(rows, held, strict=True) if not out], names, **how)
        scores[held] = _matrix(rows, names)[held] @ [table[name] for name in names] + table["bias"]
    return scores


def _names(rows: list[Row]) -> list[str]:
    return sorted({name for row in rows for name in row["x"]})


def by_topic(row: Row) -> Any:
    """Questions of one collection and topic stay together."""
    return row["fold"]


def chosen(rows: list[Row], y: np.ndarray) -> list[str]:
    """Names of the features worth keeping: the least useful dropped while the AUC does not fall by ``WORTH``."""
    names = [name for name in _names(rows) if not name.startswith(_MADE)]
    best = roc_auc_score(y, crossed(rows, names, by_topic))
    while len(names) > 1:
        tried = [(roc_auc_score(y, crossed(rows, [n for n in names if n != name], by_topic)), name) for name in names]
        auc, name = max(tried)
        if auc < best - WORTH:
            break
        best = max(best, auc)
        names.remove(name)
    return names


def main() -> None:
    """Learn, print the figures and, with --write, keep the weights."""
    groups: dict[Path, list[Path]] = {}
    for word in sys.argv[1:]:
        if "=" in word:
            corpus, questions = word.split("=", 1)
            groups.setdefault(Path(corpus), []).append(Path(questions))
    rows = [row for corpus, files in groups.items() for row in gather(corpus, files)]
    y = np.array([row["y"] for row in rows])
    names = chosen(rows, y)
    scores = crossed(rows, names, by_topic)
    _report(rows, names, scores, y)
    threshold = float(np.quantile(scores[y], REFUSED))
    platt = LogisticRegression(C=10).fit(scores[:, None], y)
    table = learn(rows, names)
    table |= {"threshold": threshold, "slope": float(platt.coef_[0][0]), "offset": float(platt.intercept_[0])}
    given = [row for row, score in zip(rows, scores, strict=True) if score >= threshold]
    sure = confident(given)
    if "--write" in sys.argv:
        _keep("refusal", table)
        _keep("confidence", sure)


def confident(rows: list[Row]) -> dict[str, float]:
    """The confidence's weights, learned on answered questions; prints how well it keeps its word."""
    how: dict[str, Any] = {"label": "right", "penalty": CAREFUL, "balance": None}
    odds = crossed(rows, _names(rows), by_topic, **how)
    right, stated = np.array([row["right"] for row in rows]), 1 / (1 + np.exp(-odds))
    print(f"{len(rows)} answered, {right.mean():.1%} right; AUC of the confidence {roc_auc_score(right, odds):.3f}")
    for low, high in pairwise((0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)):
        held = (stated >= low) & (stated < high)
        if held.any():
            print(f"stated {low:.1f}-{high:.1f}: {held.sum()} answers, {right[held].mean():.1%} right")
    return learn(rows, _names(rows), **how)


def _keep(name: str, table: dict[str, float]) -> None:
    rounded = {key: round(value, 4) for key, value in table.items()}
    (FOLDER / f"{name}.json").write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def _report(rows: list[Row], names: list[str], scores: np.ndarray, y: np.ndarray) -> None:
    print(f"{len(rows)} questions, {int(y.sum())} answerable; AUC {roc_auc_score(y, scores):.3f}")
    for share in (0.03, 0.05, 0.08, 0.12):
        cut = np.quantile(scores[y], share)
        print(f"answerable refused {share:.0%}: unanswerable refused {(scores[~y] < cut).mean():.1%}")
    apart = crossed(rows, names, lambda row: row["corpus"])
    for corpus in sorted({row["corpus"] for row in rows}):
        held = np.array([row["corpus"] == corpus for row in rows])
        print(f"{corpus} left out: AUC {roc_auc_score(y[held], apart[held]):.3f}")


if __name__ == "__main__":
    main()
