"""Learn the matrix that brings pieces of words to 64 numbers (index/weights/pieces.npz, decision 0104) from labelled
questions.

    python -m bench.piece_weights [--write] CORPUS=QUESTIONS.jsonl [CORPUS=QUESTIONS.jsonl ...]

Late interaction (Khattab & Zaharia 2020, ColBERT) over the last layer of the built-in model, which itself is not
trained: softmax over the ``CANDIDATES`` best sentences of a question, their odds without the likeness and the likeness
added; the loss is that of the right ones together. Shown for each collection left out in turn (for a single one: groups
of its topics): how often the first sentence is right and the mean reciprocal rank, with and without the likeness, and
the two weights that join them. The weight "alike" of passages is learned by ``bench.rank_weights``.

A new matrix has another digest: libraries are embedded anew by their next ``ressort ingest``.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from scipy.optimize import minimize
from torch import Tensor
from torch.nn.functional import normalize, softplus

from bench._piece_data import Asked, Candidate, Gathered, Key, gather
from core.likeness import Likeness
from index.pieces import DIM, Projection

TARGET = Path(__file__).resolve().parent.parent / "index/weights/pieces.npz"
EPOCHS, BATCH, CANDIDATES, FOLDS = 4, 16, 16, 4
RATE, DECAY, DROPPED = 3e-3, 0.05, 0.15  # of the matrix; DROPPED: share of the model's numbers left out of a step
WHOLE = 3.0  # what the cosine of the sums counts at the start, where the pieces count SCALE
SCALE = 10.0
SAMPLE = 20_000  # pieces that the principal components are taken from


class Pieces(torch.nn.Module):
    """The projection while it is learned. mean: (384,). matrix: (384, DIM), at first principal components."""

    def __init__(self, mean: Tensor, matrix: Tensor) -> None:
        super().__init__()
        self.mean = mean
        self.matrix = torch.nn.Parameter(matrix)
        self.heed = torch.nn.Linear(len(mean), 1)
        torch.nn.init.zeros_(self.heed.weight)
        torch.nn.init.zeros_(self.heed.bias)
        self.before, self.scale, self.whole = (torch.nn.Parameter(torch.tensor(x)) for x in (1.0, SCALE, WHOLE))

    def brought(self, states: Tensor) -> Tensor:
        """(n, 384) to unit rows (n, DIM)."""
        kept = (torch.rand(len(self.mean)) > DROPPED) / (1 - DROPPED)
        return normalize((states - self.mean) * kept @ self.matrix, dim=-1)

    def forward(
        self, question: Tensor, passages: dict[Key, Tensor], rows: Sequence[tuple[Key, slice, float]]
    ) -> Tensor:
        """Odds of the rows (passage, its pieces, odds before), shape (rows,)."""
        heard = softplus(self.heed(question - self.mean)).squeeze(-1)
        importance, asked = heard / heard.sum(), self.brought(question)
        pooled = normalize(importance @ asked, dim=0)
        low = {key: self.brought(states) for key, states in passages.items()}
        near = {key: asked @ states.T for key, states in low.items()}
        likeness = [near[key][:, own].max(1).values @ importance for key, own, _ in rows]
        together = [normalize(low[key][own].sum(0), dim=0) @ pooled for key, own, _ in rows]
        before = torch.tensor([odds for _, _, odds in rows])
        return self.before * before + self.scale * torch.stack(likeness) + self.whole * torch.stack(together)

    def done(self) -> Projection:
        """Rounded as it is kept."""
        with torch.no_grad():
            parts = [self.mean, self.matrix, self.heed.weight[0]]
            mean, matrix, heed = (part.numpy().astype(np.float16).astype(np.float32) for part in parts)
            return Projection(mean, matrix, heed, float(self.heed.bias), float(self.whole / self.scale))


def train(data: Gathered, asked: list[Asked]) -> Projection:
    """Learned from these questions and the passages of their collections."""
    torch.manual_seed(0)
    drawn = random.Random(0)
    lessons = [one for one in asked if len({row.right for row in one.candidates[:CANDIDATES]}) == 2]
    model = Pieces(*_start(data, {one.collection for one in asked}))
    steps = max(EPOCHS * len(lessons) // BATCH, 1)
    rates = [
        {"params": [model.matrix], "lr": RATE, "weight_decay": DECAY},
        {"params": model.heed.parameters(), "lr": RATE * 0.3},
        {"params": [model.before, model.scale, model.whole], "lr": 0.02, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(rates)
    falling = [lambda step: max(0.02, 1 - step / steps)] * 2
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, [*falling, lambda _step: 1.0])
    for _ in range(EPOCHS):
        drawn.shuffle(lessons)
        for at in range(0, len(lessons), BATCH):
            optimizer.zero_grad()
            for one in lessons[at : at + BATCH]:
                _learn(model, data, one)
            optimizer.step()
            schedule.step()
    return model.done()


def _start(data: Gathered, collections: set[str]) -> tuple[Tensor, Tensor]:
    """Mean over passages, and principal components (384, DIM)."""
    held = [states for (name, _), (_, states) in data.passages.items() if name in collections and len(states)]
    mean = np.mean([states.astype(np.float32).mean(0) for states in held], axis=0)
    every = np.vstack(held)
    some = every[:: max(len(every) // SAMPLE, 1)].astype(np.float32)
    axes = torch.linalg.svd(torch.from_numpy(some - mean), full_matrices=False)[2]
    return torch.from_numpy(mean), axes[:DIM].T.clone()


def _learn(model: Pieces, data: Gathered, one: Asked) -> None:
    """Add one question's share to the slopes."""
    best = [(row, own) for row in one.candidates[:CANDIDATES] if (own := _pieces(data, row)) is not None]
    right = torch.tensor([row.right for row, _ in best])
    if not right.any() or right.all():
        return
    passages = {row.key: torch.from_numpy(data.passages[row.key][1].astype(np.float32)) for row, _ in best}
    odds = model(torch.from_numpy(one.states.astype(np.float32)), passages, [(r.key, own, r.odds) for r, own in best])
    loss = torch.logsumexp(odds, 0) - torch.logsumexp(odds[right], 0)
    (loss / BATCH).backward()  # type: ignore[no-untyped-call]


def _pieces(data: Gathered, row: Candidate) -> slice | None:
    """Which pieces of its passage a sentence has."""
    if row.stretch is None:
        return None
    first, last = np.searchsorted(data.passages[row.key][0], row.stretch)
    return slice(int(first), int(last)) if first < last else None


def alike(projection: Projection, data: Gathered, one: Asked) -> np.ndarray:
    """How far each candidate lies behind the likest, as ``answer.evidence`` has it."""
    asked, held = projection.asked(one.states.astype(np.float32)), {}
    for key in {row.key for row in one.candidates}:
        places, states = data.passages[key]
        held[key] = Likeness(asked, places, projection.brought(states.astype(np.float32)))
    found = [None if row.stretch is None else held[row.key].of(*row.stretch) for row in one.candidates]
    known = [like for like in found if like is not None] or [0.0]
    return np.array([min(known) if like is None else like for like in found]) - max(known)


def crossed(data: Gathered) -> list[np.ndarray]:
    """Likeness of every question's candidates by a matrix learned without its group."""
    several = len({one.collection for one in data.asked}) > 1
    groups = [one.collection if several else str(one.fold) for one in data.asked]
    found: dict[int, np.ndarray] = {}
    for group in sorted(set(groups)):
        learned = train(data, [one for one, other in zip(data.asked, groups, strict=True) if other != group])
        found |= {i: alike(learned, data, data.asked[i]) for i, other in enumerate(groups) if other == group}
    return [found[i] for i in range(len(data.asked))]


def joined(asked: list[Asked], likeness: list[np.ndarray]) -> np.ndarray:
    """The weights of the odds and of the likeness: most likely the right sentences."""
    held = [
        (_odds(one), like, right) for one, like in zip(asked, likeness, strict=True) if (right := _right(one)).any()
    ]

    def loss(pair: np.ndarray) -> float:
        sums = [(pair[0] * odds + pair[1] * like, right) for odds, like, right in held]
        return float(sum(np.logaddexp.reduce(s) - np.logaddexp.reduce(s[right]) for s, right in sums))

    found: np.ndarray = minimize(loss, np.array([1.0, 5.0]), method="Nelder-Mead").x
    return found


def _odds(one: Asked) -> np.ndarray:
    return np.array([row.odds for row in one.candidates])


def _right(one: Asked) -> np.ndarray:
    return np.array([row.right for row in one.candidates])


def figures(asked: list[Asked], scores: list[np.ndarray]) -> str:
    """Share whose first sentence is right / mean reciprocal rank."""
    reciprocal = []
    for one, own in zip(asked, scores, strict=True):
        right = _right(one)[np.argsort(-own, kind="stable")]
        reciprocal.append(1 / (1 + right.argmax()) if right.any() else 0.0)
    return f"{np.mean(np.array(reciprocal) == 1):.3f} / {np.mean(reciprocal):.3f}"


def report(data: Gathered) -> None:
    """One row a collection, without and with the likeness."""
    likeness = crossed(data)
    pair = joined(data.asked, likeness)
    print(f"{len(data.asked)} questions; odds x {pair[0]:.2f}, alike x {pair[1]:.2f}")
    names = sorted({one.collection for one in data.asked})
    for label, kept in [*((name, {name}) for name in names), ("all", set(names))]:
        rows = [(one, like) for one, like in zip(data.asked, likeness, strict=True) if one.collection in kept]
        asked = [one for one, _ in rows]
        with_it = [pair[0] * _odds(one) + pair[1] * like for one, like in rows]
        print(f"| {label} | {figures(asked, [_odds(one) for one in asked])} | {figures(asked, with_it)} |", flush=True)


def main() -> None:
    """Table on standard output; with --write the matrix learned from all."""
    collections: dict[Path, list[Path]] = {}
    for corpus, found, questions in (word.partition("=") for word in sys.argv[1:]):
        if found:
            collections.setdefault(Path(corpus), []).append(Path(questions))
    if not collections:
        print("no CORPUS=QUESTIONS.jsonl given, so there is nothing to learn from")
        return
    torch.set_num_threads(1)  # the matrices are small
    data = gather(collections, FOLDS)
    report(data)
    if "--write" in sys.argv:
        _keep(train(data, data.asked))


def _keep(made: Projection) -> None:
    parts = {name: getattr(made, name).astype(np.float16) for name in ("mean", "matrix", "heed")}
    np.savez(TARGET, bias=np.float32(made.bias), whole=np.float32(made.whole), **parts)


if __name__ == "__main__":
    main()
