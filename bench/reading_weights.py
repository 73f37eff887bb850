"""Learn how the cross-encoder's opinion joins the evidence's score (answer/weights/reading.json, decision 0107).

    python -m bench.reading_weights [--write] CORPUS=QUESTIONS.jsonl [CORPUS=QUESTIONS.jsonl ...]

Logistic regression over the score and the feature of ``answer.reading.opinion``, on the questions in doubt: the
lower ``DOUBT`` of the scores. Use questions that neither the cross-encoder nor the evidence weights were learned from:
both say of those they know that all is plain. The threshold is where ``REFUSED`` of the answerable questions are
refused, cross-validated.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from answer.learned import FOLDER
from answer.refusal import evidence_score
from bench.refusal_weights import gather

DOUBT = 0.45  # share of questions in doubt: the median question is answered without the second opinion
REFUSED = 0.05  # share of answerable questions that may be refused
READ = "read"
FOLDS, TIMES = 6, 8


def learn(scores: np.ndarray, opinions: np.ndarray, y: np.ndarray) -> dict[str, float]:
    """Weights, threshold and "sure". scores: (n,). opinions: (n,). y: (n,), are they answerable?"""
    sure = float(np.quantile(scores, DOUBT))
    doubt = scores < sure
    x = np.column_stack([scores, opinions])[doubt]
    odds = np.full(len(y), np.inf)
    odds[doubt] = _crossed(x, y[doubt])
    model = LogisticRegression(C=1).fit(x, y[doubt])
    threshold = float(np.quantile(odds[y], REFUSED))
    joined = np.where(doubt, odds, 50 + scores)
    print(f"{len(y)} questions: AUC {roc_auc_score(y, scores):.3f} without, {roc_auc_score(y, joined):.3f} with")
    for share in (0.03, 0.04, 0.05, 0.06, 0.08):
        before, after = (np.mean(s[~y] < np.quantile(s[y], share)) for s in (scores, joined))
        print(f"{share:.0%} of the answerable refused: unanswerable refused {before:.2f} without, {after:.2f} with")
    table = {"bias": float(model.intercept_[0]), "threshold": threshold, "sure": sure}
    return table | dict(zip(("score", READ), map(float, model.coef_[0]), strict=True))


def _crossed(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Log odds, each learned without its own fold, the mean of several ways to fold."""
    found = [
        cross_val_predict(
            LogisticRegression(C=1),
            x,
            y,
            cv=StratifiedKFold(FOLDS, shuffle=True, random_state=i),
            method="decision_function",
        )
        for i in range(TIMES)
    ]
    mean: np.ndarray = np.mean(found, axis=0)
    return mean


def main() -> None:
    """Learn, print the figures and, with --write, keep the weights."""
    rows = []
    for word in (word for word in sys.argv[1:] if "=" in word):
        corpus, questions = word.split("=", 1)
        rows += [row for row in gather(Path(corpus), [Path(questions)], read=True) if READ in row["x"]]
    scores = np.array([evidence_score(row["x"]) for row in rows])
    opinions = np.array([row["x"][READ] for row in rows])
    table = learn(scores, opinions, np.array([row["y"] for row in rows]))
    print(table)
    if "--write" in sys.argv:
        text = json.dumps({name: round(value, 4) for name, value in sorted(table.items())}, indent=1)
        (FOLDER / "reading.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
