"""The own questions: every kind, quotes that stand in the documents, answers that pass their own rules."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from evals.strings import faults
from tests.corpus.texts import all_sources, collapsed, rendered_text, source_text

FILE = Path(__file__).resolve().parents[2] / "evals" / "questions" / "corpus.jsonl"
ENTRIES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
FIELDS = {
    "id",
    "question",
    "kind",
    "difficulty",
    "topic",
    "answer",
    "must_include",
    "must_not_include",
    "sources",
}
KINDS = {
    "ownership", "ownership_temporal", "money", "table_cell", "number", "people", "date", "process",
    "comparison_across_documents", "conflict_between_documents", "definition", "list", "yes_no",
    "unanswerable", "typo_or_noisy", "english", "keyword",
}  # fmt: skip
QUOTES = [(entry["id"], source) for entry in ENTRIES for source in entry["sources"]]


def test_every_kind_is_asked() -> None:
    count = Counter(entry["kind"] for entry in ENTRIES)
    assert set(count) == KINDS
    assert len(ENTRIES) >= 70
    assert count["unanswerable"] >= 12


def test_ids_and_questions_are_unique() -> None:
    assert len({entry["id"] for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry["question"].lower() for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_entry_is_whole_and_its_answer_passes_its_own_rules(entry: dict) -> None:
    assert set(entry) == FIELDS
    assert entry["difficulty"] in (1, 2, 3)
    assert bool(entry["sources"]) == (entry["kind"] != "unanswerable")
    assert faults(entry["answer"], entry["must_include"], entry["must_not_include"]) == []


@pytest.mark.parametrize(("name", "source"), QUOTES)
def test_quotes_stand_in_the_documents(name: str, source: dict) -> None:
    assert source["doc"] in all_sources()
    assert collapsed(source["quote"]) in rendered_text(source["doc"])
    assert collapsed(source["corrected_quote"]) in source_text(source["doc"])
