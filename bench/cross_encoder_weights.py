"""Learn what the cross-encoder adds to the built-in model (index/weights/cross_encoder.npz, decision 0107).

    python -m bench.cross_encoder_weights SQUAD.json ... PAIRS.jsonl@FOLDER ... CORPUS=QUESTIONS.jsonl ...
        [--shown ...] [--from OLD.pt] [--keep NEW.pt] [--times N] [--write]

A question and a text as one input of the model; its mean state brought to log odds by a learned head. Low-rank
differences (Hu et al. 2021, LoRA, arXiv:2106.09685) of the matrices of the upper layers are learned, the rest stays.
The loss of a question: softmax over its texts and "none of them", whose odds are 0, and the logistic loss of each text.
The lessons are those of ``bench._lessons``. ``--shown`` takes lessons of the same forms that are only looked at.

bf16 arithmetic; on two cores some 20 to 40 lessons of three texts a second were seen at best, a tenth of that beside
other work.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, linear

from bench._lessons import Lesson, of_collection, of_pairs, of_squad
from core.settings import load_settings
from index.cross_encoder import LONGEST, PADDING, pair
from index.models.build import MATRICES, ready_model
from index.models.tuned import WEIGHTS

RANK, FIRST = 32, 5  # of the differences; the first layer that is moved
RATE, DECAY, WARM = 6e-4, 0.02, 40  # of AdamW; steps until the full rate, which falls by a cosine after that
BATCH, TEXTS = 16, 48  # lessons of a step, and room for their texts: one shape for all steps
BUCKET = 20  # batches that are sorted by length together
WIDTH = 384


class Difference(torch.nn.Module):
    """A matrix that stays, and what is learned on top: up @ down, twice."""

    def __init__(self, plain: torch.nn.Linear) -> None:
        super().__init__()
        self.plain = plain
        self.down = torch.nn.Parameter(torch.randn(RANK, plain.in_features) / plain.in_features**0.5)
        self.up = torch.nn.Parameter(torch.zeros(plain.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        """As the matrix, moved."""
        return self.plain(x) + 2 * linear(linear(x, self.down), self.up)


class CrossEncoder(torch.nn.Module):
    """The built-in model with differences and a head."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.model = AutoModel.from_pretrained(folder, dtype=torch.float32)
        self.model.pooler = None
        for parameter in self.model.parameters():
            parameter.requires_grad = False
        for i, layer in enumerate(self.model.encoder.layer):
            for path in MATRICES.values() if i >= FIRST else ():
                holder, _, name = path.rpartition(".")
                parent = layer.get_submodule(holder)
                setattr(parent, name, Difference(getattr(parent, name)))
        self.head = torch.nn.Linear(WIDTH, 1)
        torch.nn.init.normal_(self.head.weight, std=0.02)
        torch.nn.init.zeros_(self.head.bias)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Log odds, shape (pairs,)."""
        with torch.autocast("cpu", torch.bfloat16):
            states = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
        shown = mask.unsqueeze(-1).float()
        odds: Tensor = self.head((states.float() * shown).sum(1) / shown.sum(1)).squeeze(-1)
        return odds

    def learned(self) -> dict[str, Tensor]:
        """What training moves, by name."""
        return {name: value for name, value in self.named_parameters() if value.requires_grad}


class Pairs:
    """Questions and texts as the model's input."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.enable_padding(pad_id=PADDING, pad_token="<pad>", pad_to_multiple_of=16)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor]:
        """Pieces and mask, shape (TEXTS, longest): as many empty pairs at the end as there is room."""
        read = self._tokenizer.encode_batch([*(pair(*one) for one in pairs), *[("", "")] * (TEXTS - len(pairs))])
        return torch.tensor([one.ids for one in read]), torch.tensor([one.attention_mask for one in read])


def train(model: CrossEncoder, read: Pairs, lessons: list[Lesson], times: int) -> None:
    """Go through the lessons so many times."""
    drawn = random.Random(1)
    batches = [batch for _ in range(times) for batch in _batches(lessons, drawn)]
    learned = list(model.learned().values())
    optimizer = torch.optim.AdamW(learned, lr=RATE, weight_decay=DECAY)

    def rate(step: int) -> float:
        return min(1.0, (step + 1) / WARM) * (0.03 + 0.485 * (1 + np.cos(np.pi * min(1.0, step / len(batches)))))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for step, batch in enumerate(batches):
        loss = _loss(model, read, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        if step % 50 == 49:
            print(f"step {step + 1} of {len(batches)}: loss {loss.item():.3f}", flush=True)


def _batches(lessons: list[Lesson], drawn: random.Random) -> Iterator[list[Lesson]]:
    """Of like length, so that little is padding, in any order."""
    drawn.shuffle(lessons)
    for at in range(0, len(lessons), BATCH * BUCKET):
        some = sorted(lessons[at : at + BATCH * BUCKET], key=lambda one: sum(map(len, one.texts)))
        batches = [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
        drawn.shuffle(batches)
        yield from batches


def _loss(model: CrossEncoder, read: Pairs, batch: Sequence[Lesson]) -> Tensor:
    pairs = [(one.question, text) for one in batch for text in one.texts]
    odds = model(*read(pairs))[: len(pairs)]
    total, at, right = torch.zeros(()), 0, torch.zeros(len(pairs))
    for one in batch:
        right[at] = float(one.answered)
        choices = torch.cat([torch.zeros(1), odds[at : at + len(one.texts)]])
        total = total - torch.log_softmax(choices, 0)[int(one.answered)]
        at += len(one.texts)
    return total / len(batch) + binary_cross_entropy_with_logits(odds, right)


def show(model: CrossEncoder, read: Pairs, lessons: Sequence[Lesson]) -> None:
    """How well the best text of a question parts the answered from the others, and how often it is the right one."""
    best, first = [], []
    with torch.no_grad():
        for one in lessons:
            odds = model(*read([(one.question, text) for text in one.texts]))[: len(one.texts)]
            best.append(float(odds.max()))
            if one.answered:
                first.append(int(odds.argmax()) == 0)
    answered = [one.answered for one in lessons]
    print(f"{len(lessons)} shown: AUC {roc_auc_score(answered, best):.3f}, right text first {np.mean(first):.3f}")


def keep(model: CrossEncoder) -> None:
    """Write the weights, one byte a number and a scale a row."""
    parts: dict[str, np.ndarray] = {}
    short = {path: name for name, path in MATRICES.items()}
    for name, value in model.learned().items():
        if name.startswith("model.encoder.layer."):
            layer, path = name.removeprefix("model.encoder.layer.").split(".", 1)
            path, end = path.rsplit(".", 1)
            key = f"l{layer}.{short[path]}.w|{end}"
            numbers = value.detach().numpy() * (2 if end == "up" else 1)
            scale = np.maximum(np.abs(numbers).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
            parts[key], parts[key + "|scale"] = np.rint(numbers / scale).astype(np.int8), scale
    parts["head"] = model.head.weight[0].detach().numpy()
    parts["bias"] = np.float32(model.head.bias.item())
    np.savez_compressed(WEIGHTS, **parts)  # type: ignore[arg-type]


def _lessons(words: Sequence[str], drawn: random.Random) -> list[Lesson]:
    found: list[Lesson] = []
    for word in words:
        if "=" in word:
            corpus, questions = word.split("=", 1)
            found += of_collection(Path(corpus), [Path(questions)], drawn)
        elif "@" in word:
            file, folder = word.split("@", 1)
            found += of_pairs(Path(file), Path(folder), drawn)
        else:
            found += of_squad(Path(word), drawn)
    return [one for one in found if one.texts]


def main() -> None:
    """Learn, show and, with --write, keep the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lessons", nargs="+")
    parser.add_argument("--shown", nargs="*", default=[])
    parser.add_argument("--from", dest="old", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    torch.manual_seed(1)
    drawn = random.Random(1)
    folder = ready_model(load_settings().cache_dir)
    model, read = CrossEncoder(folder), Pairs(folder)
    if given.old:
        model.load_state_dict(torch.load(given.old), strict=False)
    train(model, read, _lessons(given.lessons, drawn), given.times)
    if given.keep:
        torch.save(model.learned(), given.keep)
    if given.shown:
        show(model, read, _lessons(given.shown, drawn))
    if given.write:
        keep(model)


if __name__ == "__main__":
    main()
