"""What ``bench.cross_encoder_weights`` learns from: questions with the answer that Ressort shows, and whether it is
one; and questions with the sentence that answers and sentences of the same topic that don't."""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from answer import reading
from core.danish.tokens import stem, tokenize
from core.ports import Vectors
from core.settings import load_settings
from evals.questions import load_questions
from evals.strings import faults
from pipeline import KnowledgeBase

WRONG = 2  # texts that don't answer, beside the one that does; one more where none does
_HELD = 0.7  # share of a sentence's longer words that an answer must hold to be that sentence
_LONG, _BESIDE, _TITLE = 320, 130, 80  # characters of a text, its neighbours and its title
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÆØ0-9\"«])|\n+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """texts: the first answers the question where ``answered``, none of the others does."""

    question: str
    texts: Sequence[str]
    answered: bool


class Asking:
    """A folder of documents that is asked, and what the cross-encoder is given to read of each answer."""

    def __init__(self, corpus: Path) -> None:
        self._home = tempfile.TemporaryDirectory()
        self._base = KnowledgeBase.open(replace(load_settings(), home=Path(self._home.name)))
        self._base.ingest([corpus])
        self._base.cross_encoder = self  # type: ignore[misc, assignment]  # a cached property, so it can be set
        self._read: tuple[str, str] | None = None

    def read(self, question: str, texts: Sequence[str]) -> Vectors:
        """Keeps what there is to read, and says nothing of it."""
        self._read = (question, texts[0])
        return np.zeros(len(texts), np.float32)

    def __call__(self, question: str) -> tuple[str, str, str] | None:
        """Question and text as the cross-encoder is given them, and the answer shown; None where there is none."""
        self._read = None
        shown = self._base.ask(question).answer
        return (*self._read, shown) if self._read else None

    def close(self) -> None:
        """Close the library and remove it."""
        self._base.close()
        self._home.cleanup()


@contextmanager
def _asking(corpus: Path) -> Iterator[Asking]:
    """Every question is read and answered."""
    table = reading.weights()
    kept = dict(table)
    table |= {"sure": 99.0, "threshold": -99.0}
    asked = Asking(corpus)
    try:
        yield asked
    finally:
        asked.close()
        table |= kept


def of_collection(corpus: Path, files: Sequence[Path]) -> Iterator[Lesson]:
    """Labelled questions over a folder of documents, each with the answer that Ressort shows; a wrong answer to an
    answerable question teaches nothing."""
    with _asking(corpus) as asked:
        for question in (q for file in files for q in load_questions(file)):
            given = asked(question.question)
            wrong = given and faults(given[2], question.must_include, question.must_not_include)
            if given and not (question.answerable and wrong):
                yield Lesson(given[0], [given[1]], question.answerable)


def of_pairs(file: Path, folder: Path) -> Iterator[Lesson]:
    """Pairs written by hand, a JSON object a line: sentence (verbatim in a document of the folder), answerable (a
    question it answers), near_misses (questions that the document does not answer). Asked of the folder."""
    with _asking(folder) as asked:
        for line in file.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            told = asked(pair["answerable"])
            if told and _holds(told[2], pair["sentence"]):
                yield Lesson(told[0], [told[1]], answered=True)
            for question in pair["near_misses"]:
                missed = asked(question)
                if missed:
                    yield Lesson(missed[0], [missed[1]], answered=False)


def _holds(answer: str, sentence: str) -> bool:
    wanted, told = _stems(sentence), _stems(answer)
    return len(wanted & told) >= _HELD * len(wanted)


def of_squad(file: Path, drawn: random.Random) -> Iterator[Lesson]:
    """Questions in the form of SQuAD 2.0 (Rajpurkar et al. 2018, arXiv:1806.03822), near misses among them."""
    for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
        title = str(article.get("title", "")).replace("_", " ")
        for paragraph in article["paragraphs"]:
            text = Text(paragraph["context"], title, drawn)
            for asked in paragraph["qas"]:
                missed = bool(asked.get("is_impossible"))
                answers: list[dict[str, Any]] = asked.get("plausible_answers" if missed else "answers") or []
                at = text.sentence_at(answers[0]["answer_start"]) if answers else None
                if at is not None or missed:
                    yield text.lesson(asked["question"], at, answered=not missed, without=_words(answers))


def _words(answers: Sequence[dict[str, Any]]) -> str:
    return str(answers[0]["text"]).lower() if answers else ""


class Text:
    """A text in sentences, from which lessons are made."""

    def __init__(self, text: str, title: str, drawn: random.Random) -> None:
        self._title, self._drawn = title[:_TITLE], drawn
        self._starts: list[int] = []
        self._sentences: list[str] = []
        at = 0
        for end in [*(m.start() for m in _SENTENCE.finditer(text)), len(text)]:
            if end - at >= 20:
                self._starts.append(at)
                self._sentences.append(" ".join(text[at:end].split()))
                at = end
        self._stems = [_stems(sentence) for sentence in self._sentences]

    def sentence_at(self, place: int) -> int | None:
        """The sentence that holds a place."""
        return next((i for i in reversed(range(len(self._starts))) if self._starts[i] <= place), None)

    def lesson(self, question: str, at: int | None, *, answered: bool, without: str) -> Lesson:
        """at: the sentence that answers, or looks as if it did. without: words of the answer, which no wrong text may
        hold."""
        asked = _stems(question)
        rest = [
            i
            for i, sentence in enumerate(self._sentences)
            if i != at and not (answered and without and without in sentence.lower())
        ]
        rest.sort(key=lambda i: -len(self._stems[i] & asked) / (len(asked) + 1) - self._drawn.random() * 0.15)
        wanted = ([at] if at is not None else []) + rest
        return Lesson(question, [self._shown(i) for i in wanted[: WRONG + 1]], answered)

    def _shown(self, i: int) -> str:
        """As a sentence of a document is shown: at times under a title, at times with its neighbours."""
        shown = self._sentences[i][:_LONG]
        if self._drawn.random() < 0.3:
            shown += " … " + " ".join(self._sentences[max(0, i - 1) : i] + self._sentences[i + 1 : i + 2])[:_BESIDE]
        return f"{self._title}: {shown}" if self._title and self._drawn.random() < 0.3 else shown


def _stems(text: str) -> set[str]:
    return {stem(word) for word in tokenize(text) if len(word) > 3}
