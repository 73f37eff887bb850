"""Learn the weights of the refusal decision (answer/weights/refusal.json) from labelled questions.

    python -m bench.refusal_weights [--write] CORPUS=QUESTIONS.jsonl [CORPUS=QUESTIONS.jsonl ...]

Logistic regression over the features of ``answer.features``; the label is whether the documents answer the question.
Scores for the threshold and the calibration are cross-validated over groups of questions with one topic. The
threshold is where ``REFUSED`` of the answerable questions are refused.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from answer import refusal
from core.settings import Settings
from evals.questions import load_questions
from evals.strings import faults
from pipeline import KnowledgeBase

FILE = Path(refusal.__file__).parent / "weights" / "refusal.json"
REFUSED = 0.08  # share of answerable questions that may be refused, cross-validated
FOLDS = 6


def gather(corpus: Path, files: list[Path]) -> list[dict[str, Any]]:
    """One row a question: features, whether it is answerable, and whether the composed answer is right."""
    refusal.weights()["threshold"] = -99.0  # every question gets its answer here
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
                fold = zlib.crc32((question.topic or question.id).encode()) % FOLDS
                rows.append({"x": features, "y": question.answerable, "right": right, "fold": fold})
        base.close()
    return rows


def learn(rows: list[dict[str, Any]], names: list[str]) -> LogisticRegression:
    """Balanced, with a ridge that keeps the weights small."""
    x = np.array([[row["x"].get(name, 0.0) for name in names] for row in rows])
    return LogisticRegression(C=5, class_weight="balanced", max_iter=2000).fit(x, [row["y"] for row in rows])


def main() -> None:
    """Learn, print the figures and, with --write, keep the weights."""
    groups: dict[Path, list[Path]] = {}
    for word in sys.argv[1:]:
        if "=" in word:
            corpus, questions = word.split("=", 1)
            groups.setdefault(Path(corpus), []).append(Path(questions))
    rows = [row for corpus, files in groups.items() for row in gather(corpus, files)]
    names = sorted({name for row in rows for name in row["x"]})
    x = np.array([[row["x"].get(name, 0.0) for name in names] for row in rows])
    y, right, fold = (np.array([row[key] for row in rows]) for key in ("y", "right", "fold"))
    scores = np.zeros(len(rows))
    for one in range(FOLDS):
        scores[fold == one] = learn([r for r in rows if r["fold"] != one], names).decision_function(x[fold == one])
    threshold = float(np.quantile(scores[y], REFUSED))
    given = scores >= threshold
    platt = LogisticRegression(C=10).fit(scores[given][:, None], right[given])
    model = learn(rows, names)
    print(f"{len(rows)} questions, {int(y.sum())} answerable; AUC {roc_auc_score(y, scores):.3f}")
    for share in (0.03, 0.05, 0.08, 0.12):
        cut = np.quantile(scores[y], share)
        print(f"answerable refused {share:.0%}: unanswerable refused {(scores[~y] < cut).mean():.1%}")
    table = {"bias": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}
    table |= {"threshold": threshold, "slope": float(platt.coef_[0][0]), "offset": float(platt.intercept_[0])}
    table = {name: round(value, 4) for name, value in table.items()}
    print(json.dumps(table, indent=1))
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
