"""How like the words of a question are to the words of a passage, read in their sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question's side. states: (q, dim), unit rows, one a piece of a word. importance: (q,), sum 1. pooled: (dim,),
    unit, all pieces in one. whole: what the likeness of the whole counts against that of the pieces."""

    states: Floats
    importance: Floats
    pooled: Floats
    whole: float


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """places: (n,) rising; where each piece of a word begins in the passage, counted in signs that are no white space.
    states: (n, dim), unit rows. near: (q, n), the cosine of each of the question's pieces and each of these; total: the
    likeness of the whole passage; both None where they are to be worked out here."""

    asked: Asked
    places: npt.NDArray[np.uint16]
    states: Floats
    near: Floats | None = None
    total: float | None = None

    def of(self, start: int, end: int) -> float | None:
        """For the stretch from start to end (counted as ``places``): each piece of the question at its likest piece
        there, weighted by importance (late interaction, Khattab & Zaharia 2020, ColBERT, arXiv:2004.12832), and the
        cosine of the two sums. None where no piece begins in the stretch."""
        first, last = np.searchsorted(self.places, (start, end))
        if first >= last:
            return None
        there = self.states[first:last]
        near = self.asked.states @ there.T if self.near is None else self.near[:, first:last]
        best = near.max(axis=1) @ self.asked.importance
        together = there.sum(axis=0)
        cosine = together @ self.asked.pooled / max(float(np.linalg.norm(together)), 1e-9)
        return float(best + self.asked.whole * cosine)

    def all(self) -> float:
        """The same for the whole passage, 0 for one of no words."""
        return (self.of(0, 1 << 16) or 0.0) if self.total is None else self.total


def signs(text: str) -> int:
    """How many signs of a text are no white space."""
    return len("".join(text.split()))
