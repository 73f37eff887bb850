"""What ``bench.cross_encoder_weights`` learns from: questions, each with the text that answers it and texts of the same
topic that don't, or with such texts only."""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answer.evidence import Sentence
from answer.reading import reading_text
from bench._piece_data import Quote, holds, weighed
from core.danish.tokens import stem, tokenize
from core.settings import load_settings
from evals.questions import Question, load_questions
from pipeline import KnowledgeBase

WRONG = 2  # texts that don't answer, beside the one that does; one more where none does
NEAR = 8  # best sentences among which the wrong ones are drawn
_LONG, _BESIDE, _TITLE = 320, 130, 80  # characters of a text, its neighbours and its title
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÆØ0-9\"«])|\n+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """texts: the first answers the question where ``answered``, none of the others does."""

    question: str
    texts: Sequence[str]
    answered: bool


def of_collection(corpus: Path, files: Sequence[Path], drawn: random.Random) -> Iterator[Lesson]:
    """Labelled questions over a folder of documents, with the sentences that Ressort weighs for them."""
    with tempfile.TemporaryDirectory() as home:
        base = KnowledgeBase.open(replace(load_settings(), home=Path(home)))
        base.ingest([corpus])
        documents = base.documents()
        for question in (q for file in files for q in load_questions(file)):
            _, quotes, ranked = weighed(base, question, documents)
            found = _lesson(question, ranked, quotes, drawn)
            if found is not None:
                yield found
        base.close()


def _lesson(
    question: Question, ranked: Sequence[Sentence], quotes: Sequence[Quote], drawn: random.Random
) -> Lesson | None:
    if not question.answerable:
        return (
            Lesson(question.question, [reading_text(s) for s in ranked[: WRONG + 1]], answered=False)
            if ranked
            else None
        )
    right = [s for s in ranked if any(s.document.id == key and holds(s.span, quote) for key, quote in quotes)]
    wrong = [s for s in ranked[:NEAR] if s not in right]
    if not right:
        return None
    drawn.shuffle(wrong)
    return Lesson(question.question, [reading_text(s) for s in (right[0], *wrong[:WRONG])], answered=True)


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


def of_pairs(file: Path, folder: Path, drawn: random.Random) -> Iterator[Lesson]:
    """Pairs written by hand, a JSON object a line: doc (a file of the folder), sentence (verbatim), answerable (a
    question it answers), near_misses (questions that the document does not answer)."""
    for line in file.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        text = Text((folder / pair["doc"]).read_text(encoding="utf-8", errors="replace"), "", drawn)
        at = text.sentence_like(pair["sentence"])
        if at is not None:
            yield text.lesson(pair["answerable"], at, answered=True, without="")
            for question in pair["near_misses"]:
                yield text.lesson(question, at, answered=False, without="")


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

    def sentence_like(self, quote: str) -> int | None:
        """The sentence that shares most with a quote."""
        wanted = _stems(quote)
        shares = [len(wanted & own) / (len(wanted | own) or 1) for own in self._stems]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        return best if best is not None and shares[best] > 0.3 else None

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
