"""Low-rank differences on top of the built-in model (Hu et al. 2021, LoRA, arXiv:2106.09685): what the cross-encoder
and the tagger learn, and how it is kept."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import linear

from index.models.build import MATRICES
from index.models.tuned import weights_file

WIDTH = 384
DECAY = 0.02  # of AdamW
_BUCKET = 20  # batches that are sorted by length together
_T = TypeVar("_T")


class HasTexts(Protocol):
    """A lesson: what the model is given."""

    @property
    def texts(self) -> Sequence[str]: ...


_Lesson = TypeVar("_Lesson", bound=HasTexts)


class Difference(torch.nn.Module):
    """A matrix that stays, and what is learned on top: up @ down, twice."""

    def __init__(self, plain: torch.nn.Linear, rank: int) -> None:
        super().__init__()
        self.plain = plain
        self.down = torch.nn.Parameter(torch.randn(rank, plain.in_features) / plain.in_features**0.5)
        self.up = torch.nn.Parameter(torch.zeros(plain.out_features, rank))

    def forward(self, x: Tensor) -> Tensor:
        """As the matrix, moved."""
        return self.plain(x) + 2 * linear(linear(x, self.down), self.up)


class Tuned(torch.nn.Module):
    """The built-in model with differences in its layers from ``first`` on, and a head of so many outputs."""

    def __init__(self, folder: Path, first: int, rank: int, outputs: int) -> None:
        super().__init__()
        from transformers import AutoModel

        self.model = AutoModel.from_pretrained(folder, dtype=torch.float32)
        self.model.pooler = None
        for parameter in self.model.parameters():
            parameter.requires_grad = False
        for i, layer in enumerate(self.model.encoder.layer):
            for path in MATRICES.values() if i >= first else ():
                holder, _, name = path.rpartition(".")
                parent = layer.get_submodule(holder)
                setattr(parent, name, Difference(getattr(parent, name), rank))
        self.head = torch.nn.Linear(WIDTH, outputs)
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.zeros_(self.head.bias)

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Of each piece, shape (texts, pieces, width), in bf16 arithmetic."""
        with torch.autocast("cpu", torch.bfloat16):
            states: Tensor = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
        return states.float()

    def learned(self) -> dict[str, Tensor]:
        """What training moves, by name."""
        return {name: value for name, value in self.named_parameters() if value.requires_grad}

    def keep(self, name: str) -> None:
        """Write the weights of the reader of that name, one byte a number and a scale a row."""
        parts: dict[str, np.ndarray] = {}
        short = {path: key for key, path in MATRICES.items()}
        for key, value in self.learned().items():
            if key.startswith("model.encoder.layer."):
                layer, path = key.removeprefix("model.encoder.layer.").split(".", 1)
                path, end = path.rsplit(".", 1)
                numbers = value.detach().numpy() * (2 if end == "up" else 1)
                scale = np.maximum(np.abs(numbers).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
                stored = f"l{layer}.{short[path]}.w|{end}"
                parts[stored], parts[stored + "|scale"] = np.rint(numbers / scale).astype(np.int8), scale
        parts["head"], parts["bias"] = self.head.weight.detach().numpy(), self.head.bias.detach().numpy()
        np.savez_compressed(weights_file(name), **parts)  # type: ignore[arg-type]


def of_like_length(lessons: list[_Lesson], batch: int, drawn: random.Random) -> Iterator[list[_Lesson]]:
    """Once through the lessons in batches of like length, so that little is padding, in any order."""
    drawn.shuffle(lessons)
    for at in range(0, len(lessons), batch * _BUCKET):
        some = sorted(lessons[at : at + batch * _BUCKET], key=lambda lesson: sum(map(len, lesson.texts)))
        batches = [some[i : i + batch] for i in range(0, len(some), batch)]
        drawn.shuffle(batches)
        yield from batches


def train(
    learned: Iterable[Tensor], batches: Sequence[_T], loss_of: Callable[[_T], Tensor], *, rate: float, warm: int
) -> None:
    """Go through the batches once with AdamW. rate: reached after ``warm`` steps, then falling by a cosine to 3%."""
    moved = list(learned)
    optimizer = torch.optim.AdamW(moved, lr=rate, weight_decay=DECAY)

    def share(step: int) -> float:
        return min(1.0, (step + 1) / warm) * (0.03 + 0.485 * float(1 + np.cos(np.pi * min(1.0, step / len(batches)))))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, share)
    for step, batch in enumerate(batches):
        loss = loss_of(batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(moved, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % 50 == 49:
            print(f"step {step + 1} of {len(batches)}: loss {loss.item():.3f}", flush=True)
