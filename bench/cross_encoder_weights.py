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
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from bench._lessons import Lesson, of_collection, of_pairs, of_squad
from bench._tuning import Tuned, of_like_length, train
from core.settings import load_settings
from index.cross_encoder import LONGEST, NAME, pair
from index.models.build import ready_model
from index.models.session import PADDING

RANK, FIRST = 32, 5  # of the differences; the first layer that is moved
RATE, WARM = 6e-4, 40  # of training; steps until the full rate
BATCH, TEXTS = 16, 48  # lessons of a step, and room for their texts: one shape for all steps


class CrossEncoder(Tuned):
    """The built-in model with differences and a head for the mean state."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, FIRST, RANK, 1)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Log odds, shape (pairs,)."""
        states, shown = self.states(ids, mask), mask.unsqueeze(-1).float()
        odds: Tensor = self.head((states * shown).sum(1) / shown.sum(1)).squeeze(-1)
        return odds


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


def _lessons(words: Sequence[str], drawn: random.Random) -> list[Lesson]:
    found: list[Lesson] = []
    for word in words:
        if "=" in word:
            corpus, questions = word.split("=", 1)
            found += of_collection(Path(corpus), [Path(questions)])
        elif "@" in word:
            file, folder = word.split("@", 1)
            found += of_pairs(Path(file), Path(folder))
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
    lessons = _lessons(given.lessons, drawn)
    batches = [b for _ in range(given.times) for b in of_like_length(lessons, BATCH, drawn)]
    train(model.learned().values(), batches, lambda batch: _loss(model, read, batch), rate=RATE, warm=WARM)
    if given.keep:
        torch.save(model.learned(), given.keep)
    if given.shown:
        show(model, read, _lessons(given.shown, drawn))
    if given.write:
        model.keep(NAME)


if __name__ == "__main__":
    main()
