"""Learns the weights of index/weights/rank.json and prints the table of docs/decisions/0102.

    python -m bench.rank_weights [--write] [FOLDER=QUESTIONS.jsonl ...]

Two collections with questions are taken in: ../shared (where it exists) and corpus/ with evals/questions;
further ones are named as folder of documents = file of questions.
A conditional logit (McFadden 1974) is fitted over each question's candidates: the probability that the best
candidate is one that overlaps a source quote. Judged by leaving out one document at a time; a document and
its retelling in corpus/ are left out together, since they tell the same facts."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.optimize import minimize

from core.alignment import Alignment
from core.schema import Filters, Passage, Span
from core.settings import load_settings
from index.features import NAMES
from index.fusion import Scores, reciprocal_rank, weighted_min_max
from pipeline import KnowledgeBase

ROOT = Path(__file__).resolve().parent.parent
COLLECTIONS = {
    "shared": (ROOT / "../shared/corpus", ROOT / "../shared/evals/questions.dev.jsonl"),
    "own": (ROOT / "corpus", ROOT / "evals/questions/corpus.jsonl"),
}
LEFT_OUT = ("coverage", "dense", "document")  # said by coverage_all and behind; kept for the answer room
RIDGE = 3.0


@dataclass
class Asked:
    """One question. x: (candidates, features); y: does the candidate overlap a quote; unit: number of the
    reading unit each candidate belongs to; fold: group of documents left out together."""

    collection: str
    question: str
    x: np.ndarray
    y: np.ndarray
    unit: np.ndarray
    fold: int
    lexical: np.ndarray  # FTS5's BM25 of each candidate


def main() -> None:
    """Table on standard output; weights to the file with --write."""
    for given in (one for one in sys.argv[1:] if "=" in one):
        folder, _, file = given.partition("=")
        COLLECTIONS[Path(file).stem] = (Path(folder), Path(file))
    asked = [one for name in COLLECTIONS for one in collect(name)]
    names = [name for name in NAMES if name not in LEFT_OUT]
    fused("BM25 (FTS5) alone", asked, lambda dense, lexical: lexical)
    fused("RRF, k 60", asked, lambda dense, lexical: reciprocal_rank([order(dense), order(lexical)]))
    for weight in (0.3, 0.5, 0.7):
        both = partial(halves, weight)
        fused(f"min-max, {weight} dense", asked, lambda dense, lexical, both=both: both(dense, lexical))
    report("all features", asked, names)
    for single in ("dense", "coverage_all", "letters"):
        report(f"only {single}", asked, [single])
    report("behind + coverage_all", asked, ["behind", "coverage_all"])
    for name in names:
        report(f"without {name}", asked, [n for n in names if n != name])
    if "--write" in sys.argv:
        weights = fit([one for one in asked if one.y.any()], names)
        held = {"bias": 0.0, "weights": {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}}
        held["bias"] = round(float(-middle(asked, names, weights)), 3)
        target = ROOT / "index/weights/rank.json"
        target.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def collect(name: str) -> list[Asked]:
    """Take a collection in and gather every answerable question's candidates."""
    folder, file = COLLECTIONS[name]
    if not folder.exists():
        return []
    with tempfile.TemporaryDirectory() as home:
        base = KnowledgeBase.open(replace(load_settings(), home=Path(home)))
        for result in base.ingest([p for p in sorted(folder.iterdir()) if p.suffix in (".txt", ".pdf", ".docx")]):
            assert result.status == "added", result
        questions = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        found = [gather(base, name, question) for question in questions if question["sources"]]
        base.close()
    return found


def gather(base: KnowledgeBase, collection: str, question: dict) -> Asked:
    """One question through the answer room's reading and the retriever's arms."""
    from answer.question import understand

    _, register, answerer = base._parts()
    read = understand(question["question"], answerer._words(), register.aliases(), None, date(2026, 1, 15))
    pool = base.retriever.candidates(read.search, Filters(), 50, read.expansions)
    places = [place for source in question["sources"] if (place := locate(base, source))]
    units = base.retriever.unit_of([hit.passage for hit in pool])
    return Asked(
        collection,
        question["question"],
        np.array([[hit.features[name] for name in NAMES] for hit in pool]),
        np.array([any(overlaps(base, hit.passage, place) for place in places) for hit in pool]),
        np.array([units[hit.passage.id] for hit in pool]),
        topic(question["sources"][0]["doc"]),
        np.array([hit.features["lexical"] for hit in pool]),
    )


def topic(document: str) -> int:
    """A document and its retelling share a fold; any other document has one of its own."""
    pairs = [("000", "implementeringsplan"), ("001", "aftale"), ("002", "referat")]
    pairs += [("003", "handleplan"), ("004", "budget")]
    own = len(pairs) + crc32(document.encode())
    return next((i for i, pair in enumerate(pairs) if document.startswith(pair)), own)


def locate(base: KnowledgeBase, source: dict) -> tuple[str, Span] | None:
    """Document id and received span of a quote, white space collapsed."""
    for info in base.library.infos():
        if info.name.startswith(source["doc"]):
            document = base.library.document(info.id)
            kept = [(i, c) for i, c in enumerate(document.received) if not c.isspace()]
            text, quote = "".join(c for _, c in kept), "".join(source["quote"].split())
            at = text.find(quote)
            return None if at < 0 else (info.id, Span(kept[at][0], kept[at + len(quote) - 1][0] + 1))
    return None


def overlaps(base: KnowledgeBase, passage: Passage, place: tuple[str, Span]) -> bool:
    """Does a passage share a character with a place?"""
    if passage.document_id != place[0]:
        return False
    changes = base.library.document(passage.document_id).changes
    return Alignment.of(changes).to_received(Span(passage.start, passage.end)).overlaps(place[1])


def fit(asked: list[Asked], names: list[str]) -> np.ndarray:
    """Weights per raw feature. Features are scaled to unit deviation for the ridge."""
    columns = [NAMES.index(name) for name in names]
    scale = np.concatenate([one.x[:, columns] for one in asked]).std(axis=0) + 1e-9
    data = [(one.x[:, columns] / scale, one.y) for one in asked if one.y.any()]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = RIDGE * (w @ w) / 2, RIDGE * w
        for x, y in data:
            p = np.exp(x @ w - (x @ w).max())
            p /= p.sum()
            right = p[y].sum() + 1e-12
            value -= np.log(right)
            slope = slope - x.T @ (np.where(y, p / right, 0) - p)
        return float(value), slope

    return minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B").x / scale


def middle(asked: list[Asked], names: list[str], weights: np.ndarray) -> float:
    """Mean weighted sum of the first candidates, so that the logistic function spreads scores."""
    columns = [NAMES.index(name) for name in names]
    return float(np.mean([(one.x[:, columns] @ weights).max() for one in asked]))


def report(label: str, asked: list[Asked], names: list[str]) -> None:
    """One row: hit@1, hit@5, MRR@10 for passages and for reading units, per collection."""
    columns = [NAMES.index(name) for name in names]
    ranks: dict[str, list[tuple[int, int]]] = {name: [] for name in COLLECTIONS}
    for fold in sorted({one.fold for one in asked}):
        weights = fit([one for one in asked if one.fold != fold], names)
        for one in (one for one in asked if one.fold == fold):
            scores = one.x[:, columns] @ weights
            ranks[one.collection].append((rank(scores, one.y), rank(*by_unit(scores, one))))
    show(label, ranks)


def order(scores: Scores) -> list[int]:
    """Items, best first."""
    return sorted(scores, key=lambda item: -scores[item])


def halves(weight: float, dense: Scores, lexical: Scores) -> Scores:
    """Weighted min-max of the two arms."""
    return weighted_min_max([(dense, weight), (lexical, 1 - weight)])


def fused(label: str, asked: list[Asked], rule: Callable[[Scores, Scores], Scores]) -> None:
    """One row for a rule without learned weights."""
    ranks: dict[str, list[tuple[int, int]]] = {name: [] for name in COLLECTIONS}
    for one in asked:
        dense = dict(enumerate(one.x[:, NAMES.index("dense")].tolist()))
        lexical = {i: score for i, score in enumerate(one.lexical.tolist()) if score > 0}
        joined = rule(dense, lexical)
        scores = np.array([joined.get(i, 0.0) for i in range(len(one.y))])
        ranks[one.collection].append((rank(scores, one.y), rank(*by_unit(scores, one))))
    show(label, ranks)


def show(label: str, ranks: dict[str, list[tuple[int, int]]]) -> None:
    """One row of the table."""
    cells = [figures([pair[i] for pair in held]) for held in ranks.values() for i in (0, 1) if held]
    print(f"| {label} | {' | '.join(cells)} |", flush=True)


def by_unit(scores: np.ndarray, one: Asked) -> tuple[np.ndarray, np.ndarray]:
    """Best score and any relevance of each reading unit."""
    units = np.unique(one.unit)
    best = np.array([scores[one.unit == unit].max() for unit in units])
    return best, np.array([one.y[one.unit == unit].any() for unit in units])


def rank(scores: np.ndarray, y: np.ndarray) -> int:
    """1-based rank of the first relevant, 0 where there is none among ten."""
    order = np.argsort(-scores, kind="stable")[:10]
    return next((i for i, j in enumerate(order, 1) if y[j]), 0)


def figures(ranks: list[int]) -> str:
    """hit@1 / hit@5 / MRR@10."""
    held = np.array(ranks)
    reciprocal = np.where(held > 0, 1 / np.maximum(held, 1), 0).mean()
    return f"{(held == 1).mean():.2f} / {((held > 0) & (held <= 5)).mean():.2f} / {reciprocal:.3f}"


if __name__ == "__main__":
    main()
