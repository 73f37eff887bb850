"""Vectors of the pieces of words: what late interaction compares. They fall out of embedding a passage, are brought
from the model's 384 numbers to DIM by a learned matrix, and are kept with one byte a number."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from core.likeness import Asked, Floats, Likeness
from core.ports import Embedder, Vectors

DIM = 64
_WEIGHTS = Path(__file__).parent / "weights" / "pieces.npz"
_FULL = 127.0  # the largest code
_MOST = (1 << 16) - 1  # places are kept in 16 bits


@dataclass(frozen=True, slots=True, eq=False)
class Hidden:
    """What the model's last layer says of each piece of a text. starts: (n,) where it begins in the text. states:
    (n, 384)."""

    starts: npt.NDArray[np.int64]
    states: Floats


@runtime_checkable
class PieceEmbedder(Embedder, Protocol):
    """An embedder that tells what it makes of each piece, too."""

    def embed_pieces(self, texts: Sequence[str]) -> tuple[Vectors, list[Hidden]]:
        """As ``embed_passages``, with the pieces of each text, prompt and marks left out."""
        ...

    def query_pieces(self, text: str) -> Hidden:
        """Pieces of a question."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """mean: (384,). matrix: (384, DIM). heed: (384,), bias: how a piece's importance follows from its state. whole:
    what the likeness of all pieces in one counts. Learned by ``bench.piece_weights`` (decision 0104)."""

    mean: Floats
    matrix: Floats
    heed: Floats
    bias: float
    whole: float
    digest: str = ""  # of all of it

    def brought(self, states: Floats) -> Floats:
        """(n, 384) to unit rows (n, DIM)."""
        low = (states - self.mean) @ self.matrix
        unit: Floats = (low / np.maximum(np.linalg.norm(low, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        return unit

    def asked(self, states: Floats) -> Asked:
        """A question's side. A piece's importance is the softplus of a weighted sum, as a share of all."""
        low = self.brought(states)
        heard = np.logaddexp(0.0, (states - self.mean) @ self.heed + self.bias).astype(np.float32)
        importance = heard / max(float(heard.sum()), 1e-9)
        together = importance @ low
        pooled = (together / max(float(np.linalg.norm(together)), 1e-9)).astype(np.float32)
        return Asked(low, importance, pooled, self.whole)


@cache
def projection() -> Projection:
    """The one in the repository."""
    with np.load(_WEIGHTS) as held:
        parts = {name: held[name].astype(np.float32) for name in ("mean", "matrix", "heed")}
        bias, share = float(held["bias"]), float(held["whole"])
    return Projection(**parts, bias=bias, whole=share, digest=hashlib.sha256(_WEIGHTS.read_bytes()).hexdigest()[:12])


def packed(texts: Sequence[str], lead_ins: Sequence[str], hidden: Sequence[Hidden]) -> list[bytes]:
    """A blob for each passage. texts: what was embedded. lead_ins: what of it stands before the passage itself."""
    return [
        _packed(text, len(lead) + 1 if lead else 0, one)
        for text, lead, one in zip(texts, lead_ins, hidden, strict=True)
    ]


def _packed(text: str, before: int, hidden: Hidden) -> bytes:
    places, states = own_pieces(text, before, hidden)
    codes = np.rint(projection().brought(states) * _FULL).astype(np.int8)
    return bytes(places.tobytes() + codes.tobytes())


def own_pieces(text: str, before: int, hidden: Hidden) -> tuple[npt.NDArray[np.uint16], Floats]:
    """Places (n,), as a Likeness counts them, and states (n, 384) of the pieces of a passage itself. before: length of
    what was embedded before it."""
    ordinals = np.concatenate([[0], np.cumsum([not sign.isspace() for sign in text[before:]])])
    own = (hidden.starts >= before) & (hidden.starts < len(text))
    places = ordinals[hidden.starts[own] - before]
    kept = places < _MOST
    return places[kept].astype(np.uint16), hidden.states[own][kept]


def unpacked(blob: bytes) -> tuple[npt.NDArray[np.uint16], Floats]:
    """Places (n,) and states (n, DIM)."""
    count = len(blob) // (2 + DIM)
    places, codes = np.frombuffer(blob, np.uint16, count), np.frombuffer(blob, np.int8, offset=2 * count)
    return places, codes.reshape(count, DIM).astype(np.float32) / _FULL


def likeness(question: Hidden, blobs: Sequence[bytes]) -> list[Likeness]:
    """Of the question to each passage, what can be worked out for all in one. Their products are small, one a passage:
    a large one would be shared among threads, which costs more than it gains on a busy machine."""
    asked = projection().asked(question.states)
    counts = np.array([len(blob) // (2 + DIM) for blob in blobs], np.int64)
    codes = b"".join(blob[2 * count :] for blob, count in zip(blobs, counts, strict=True))
    states = np.frombuffer(codes, np.int8).reshape(-1, DIM).astype(np.float32) / _FULL
    runs = np.split(states, np.cumsum(counts)[:-1])
    near = [asked.states @ run.T for run in runs]
    totals = _totals(asked, states, near, counts)
    places = (np.frombuffer(blob, np.uint16, count) for blob, count in zip(blobs, counts.tolist(), strict=True))
    return [Likeness(asked, *one) for one in zip(places, runs, near, totals, strict=True)] if blobs else []


def _totals(asked: Asked, states: Floats, near: Sequence[Floats], counts: npt.NDArray[np.int64]) -> list[float]:
    """``Likeness.all`` of each run of pieces; 0 for one without any."""
    totals = np.zeros(len(counts), np.float32)
    some = counts > 0
    if some.any():
        starts = (np.cumsum(counts) - counts)[some]
        best = asked.importance @ np.maximum.reduceat(np.concatenate(near, axis=1), starts, axis=1)
        together = np.add.reduceat(states, starts, axis=0)
        lengths = np.maximum(np.linalg.norm(together, axis=1), 1e-9)
        totals[some] = best + asked.whole * (together @ asked.pooled / lengths)
    found: list[float] = totals.tolist()
    return found
