"""The encoder's matrices with what the cross-encoder learned on top: low-rank differences (Hu et al. 2021, LoRA,
arXiv:2106.09685), kept with one byte a number in ``index/weights/cross_encoder.npz``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.models.q4file import Floats, Q4File

WEIGHTS = Path(__file__).parent.parent / "weights" / "cross_encoder.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """differences: by matrix name, down (rank, inputs) and up (outputs, rank). head: (hidden,) and bias bring the
    mean state of a pair to log odds. digest: of all of it."""

    differences: dict[str, tuple[Floats, Floats]]
    head: Floats
    bias: float
    digest: str


@cache
def learned() -> Learned:
    """As ``bench.cross_encoder_weights`` left them (decision 0107)."""
    with np.load(WEIGHTS) as held:
        parts = {name: held[name] for name in held.files}
    names = sorted({name.partition("|")[0] for name in parts if "|" in name})
    differences = {name: (_floats(parts, f"{name}|down"), _floats(parts, f"{name}|up")) for name in names}
    digest = hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()[:12]
    return Learned(differences, parts["head"].astype(np.float32), float(parts["bias"]), digest)


def _floats(parts: dict[str, np.ndarray], name: str) -> Floats:
    """Codes of one byte times the scale of their row, shape (rows, 1)."""
    found: Floats = (parts[name].astype(np.float32) * parts[f"{name}|scale"]).astype(np.float32)
    return found


class TunedFile(Q4File):
    """The packed model, its matrices moved by what the cross-encoder learned."""

    def matrix(self, name: str, columns: int) -> Floats:
        """As of the file, with the learned difference where there is one, shape (rows, columns)."""
        plain = super().matrix(name, columns)
        change = learned().differences.get(name)
        return plain if change is None else plain + change[1] @ change[0]
