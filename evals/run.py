"""One evaluation run: take the corpus in, ask every question, judge, report, check the thresholds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from core.alignment import Alignment
from core.errors import UsageError
from core.schema import Filters, Hit, Span
from core.settings import Settings
from evals import outcome, report, thresholds
from evals.ablations import Ablation, chosen
from evals.places import find_place
from evals.questions import Question, load_questions
from evals.retrieval import Ranking, ndcg
from pipeline import KnowledgeBase

ROOT = Path(__file__).parent.parent
DEPTH = 10  # passages fetched for each question

Progress = Callable[[int, int, str], None]
ProgressMaker = Callable[[str], AbstractContextManager[Progress]]


def run(
    settings: Settings,
    progress: ProgressMaker,
    *,
    name: str,
    suite: str = "answers",
    questions: Path | None = None,
    corpus: Path | None = None,
    against: Path | None = None,
    ablate: str | None = None,
    peers: bool = False,
) -> tuple[dict[str, Any], list[str]]:
    """The report and the thresholds it misses (Danish lines). ablate: names of evals.ablations, with commas, or
    "all". Raises UsageError for a missing file or an unknown name."""
    if suite != "answers":
        result = _suite(suite, corpus)
        return result, thresholds.missed(suite, result["totals"])
    parts = chosen(ablate)
    asked = load_questions(questions or ROOT / "evals" / "questions" / "corpus.jsonl")
    folder = corpus or ROOT / "corpus"
    if not folder.exists():
        raise UsageError(f"Mappen {folder} findes ikke. Angiv dokumenterne med --corpus.")
    result = _answers(_home(settings, folder), progress, name, asked, folder, peers)
    for part in parts:
        result.setdefault("ablations", {})[part.name] = _without(part, settings, progress, asked, folder, result)
    if against:
        result["comparison"] = report.compare(json.loads(against.read_text(encoding="utf-8")), result)
    report.save(result, settings.home / "eval")
    return result, thresholds.missed(name, result["totals"])


def _home(settings: Settings, corpus: Path) -> Settings:
    """A library of its own for each corpus, beside the user's."""
    key = sha256(str(corpus.resolve()).encode()).hexdigest()[:8]
    return replace(settings, home=settings.home / "eval" / f"{corpus.name}-{key}")


def _without(
    part: Ablation,
    settings: Settings,
    progress: ProgressMaker,
    asked: list[Question],
    corpus: Path,
    whole: dict[str, Any],
) -> dict[str, Any]:
    """The same run without a part: its totals, and the questions that won and lost."""
    home = _home(settings, corpus)
    alone = replace(part.settings(home), home=home.home.with_name(f"{home.home.name}-{part.name}"))
    result = _answers(alone, progress, part.name, asked, corpus, False, part.base)
    moved = report.compare(whole, result)
    shutil.rmtree(alone.home, ignore_errors=True)
    return {"totals": result["totals"], "won": moved["won"], "lost": moved["lost"]}


def _answers(
    settings: Settings,
    progress: ProgressMaker,
    name: str,
    asked: list[Question],
    corpus: Path,
    peers: bool,
    base_type: type[KnowledgeBase] = KnowledgeBase,
) -> dict[str, Any]:
    shutil.rmtree(settings.home, ignore_errors=True)  # measured from nothing, as a new user would
    base = base_type.open(settings)
    try:
        with progress("Læser ind") as step:
            base.ingest([corpus], progress=step)
        documents = base.documents()
        with progress("Spørger") as step:
            outcomes = list(_ask_all(base, asked, step))
        others = _peers(base, asked) if peers else {}
    finally:
        base.close()
    about = {"name": name}
    return report.build(outcomes, documents, about | ({"peers": others} if others else {}))


def _peers(base: KnowledgeBase, asked: list[Question]) -> dict[str, Any]:
    from evals.peers import compare

    documents = base.documents()
    places = {q.id: tuple(p for s in q.sources if (p := find_place(s, documents))) for q in asked}
    return compare(documents, asked, places, base.embedder)


def _ask_all(base: KnowledgeBase, asked: list[Question], step: Progress) -> Iterator[outcome.Outcome]:
    documents = base.documents()
    by_id = {d.id: d for d in documents}
    alignments = {d.id: Alignment.of(d.changes) for d in documents}

    def received(hit: Hit) -> tuple[str, Span]:
        passage = hit.passage
        span = alignments[passage.document_id].to_received(Span(passage.start, passage.end))
        return passage.document_id, span

    rankings = {}
    for question in asked:
        places = tuple(p for s in question.sources if (p := find_place(s, documents)))
        hits = base.search(question.question, Filters(), DEPTH)
        rankings[question.id] = Ranking(question.id, tuple(map(received, hits)), places)
    gains = ndcg(list(rankings.values()))
    for number, question in enumerate(asked, 1):
        step(number, len(asked), question.id)
        answer = base.ask(question.question)
        result = outcome.judge(question, answer, rankings[question.id], by_id)
        result.retrieval["ndcg@10"] = gains.get(question.id, 0.0)
        yield result


def _suite(suite: str, corpus: Path | None) -> dict[str, Any]:
    if suite == "ocr":
        from evals.ocr.suite import run as run_ocr

        ocr: dict[str, Any] = run_ocr()
        return ocr
    from evals.register.suite import run as run_register

    register: dict[str, Any] = run_register(corpus)
    return register
