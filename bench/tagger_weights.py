"""Learn what the tagger adds to the built-in model (index/weights/tagger.npz, decision 0108).

    python -m bench.tagger_weights LESSONS.jsonl ... [--shown MORE.jsonl ...] [--from OLD.pt] [--keep NEW.pt]
        [--times N] [--against] [--write]

Each piece of a window gets a label (none, or the first or a further piece of task, to, source, when, until), the mean
state the relation of the task that stands between marks. Low-rank differences of the matrices of the upper layers are
learned with two heads in one; the loss is the cross entropy of the labels and a tenth of that of the relation.
``--against`` adds second readings of what the present weights wrongly take for a task, which are to find no owner; they
are worth most on lessons those weights have not seen. ``--shown`` takes passages
that are only looked at. The lessons lie in ``bench/lessons``; their form is told in ``bench._tag_lessons``."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Encoding
from torch import Tensor
from torch.nn.functional import cross_entropy

from bench._tag_lessons import Lesson, lessons_of, without_owner
from bench._tuning import Tuned, of_like_length, train
from core.settings import Settings, load_settings
from index.models.build import ready_model
from index.models.session import PADDING, open_tokenizer
from index.tagger import LABELS, LONGEST, NAME, RELATIONS, TAGS, make_tagger

RANK, FIRST = 24, 3  # of the differences; the first layer that is moved
RATE, WARM = 7e-4, 60  # of training; steps until the full rate
BATCH = 32  # lessons of a step
DROPPED = 0.1  # share of the states' numbers left out
RELATION = 0.1  # weight of the relation's loss
_LEFT_OUT = -100  # no label is asked for here


class Model(Tuned):
    """The built-in model with differences and a head for labels and relation."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, FIRST, RANK, TAGS + len(RELATIONS))
        self.dropped = torch.nn.Dropout(DROPPED)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Log odds of the labels, shape (texts, pieces, tags), and of the relations, shape (texts, relations)."""
        odds, shown = self.head(self.dropped(self.states(ids, mask))), mask.unsqueeze(-1).float()
        return odds[..., :TAGS], (odds[..., TAGS:] * shown).sum(1) / shown.sum(1)


def labels(read: Encoding, lesson: Lesson) -> list[int]:
    """The label of each piece, _LEFT_OUT for what is no word."""
    found = []
    for i, part in enumerate(read.sequence_ids):
        start, end = read.offsets[i]
        if part is None or end <= start:
            found.append(_LEFT_OUT)
            continue
        own = [m for m in lesson.marks if m.part == part and m.start < end and start < m.end]
        opens = own and (read.sequence_ids[i - 1] != part or read.offsets[i - 1][1] <= own[-1].start)
        found.append(2 + 2 * LABELS.index(own[-1].label) - bool(opens) if own else 0)
    return found


def _loss(model: Model, tokenizer: object, batch: Sequence[Lesson]) -> Tensor:
    read = tokenizer.encode_batch([lesson.texts for lesson in batch])  # type: ignore[attr-defined]
    ids, mask = (torch.tensor([getattr(one, name) for one in read]) for name in ("ids", "attention_mask"))
    odds, relations = model(ids, mask)
    asked = torch.tensor([labels(one, lesson) for one, lesson in zip(read, batch, strict=True)])
    loss = cross_entropy(odds.flatten(0, 1), asked.flatten(), ignore_index=_LEFT_OUT)
    told = [i for i, lesson in enumerate(batch) if lesson.relation]
    if told:
        right = torch.tensor([RELATIONS.index(batch[i].relation) for i in told])
        loss = loss + RELATION * cross_entropy(relations[told], right)
    return loss


def main() -> None:
    """Learn, show and, with --write, keep the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lessons", nargs="+", type=Path)
    parser.add_argument("--shown", nargs="*", type=Path, default=[])
    parser.add_argument("--from", dest="old", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--times", type=int, default=6)
    parser.add_argument("--against", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    torch.manual_seed(1)
    drawn = random.Random(1)
    settings: Settings = load_settings()
    folder = ready_model(settings.cache_dir)
    tokenizer = open_tokenizer(folder, LONGEST)
    tokenizer.enable_padding(pad_id=PADDING, pad_token="<pad>", pad_to_multiple_of=16)
    model = Model(folder)
    if given.old:
        model.load_state_dict(torch.load(given.old), strict=False)
    lessons = list(lessons_of(given.lessons))
    known = make_tagger(settings) if given.against else None
    lessons += without_owner(lessons, known, drawn) if known else []
    batches = [b for _ in range(given.times) for b in of_like_length(lessons, BATCH, drawn)]
    print(f"{len(lessons)} lessons, {len(batches)} steps", flush=True)
    train(model.learned().values(), batches, lambda batch: _loss(model, tokenizer, batch), rate=RATE, warm=WARM)
    if given.keep:
        torch.save(model.learned(), given.keep)
    if given.shown:
        model.eval()
        with torch.no_grad():
            held = of_like_length(list(lessons_of(given.shown)), BATCH, drawn)
            losses = [float(_loss(model, tokenizer, batch)) for batch in held]
        print(f"shown: mean loss {sum(losses) / len(losses):.3f}")
    if given.write:
        model.keep(NAME)


if __name__ == "__main__":
    main()
