"""Runs without a part: each is built through the ports, and the report says what the part was worth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.errors import UsageError
from core.schema import Filters
from core.settings import Settings
from evals import report
from evals.ablations import ABLATIONS, chosen
from evals.run import run

KAJ = (
    "Notat om kajen\n\nDato: 3. maj 2026\n\nHavneforvaltningen har ansvaret for vedligeholdelse af bådpladserne på "
    "kajen. Lejen for en plads er 1.200 kr. om året.\n"
)
STI = (
    "Notat om stierne\n\nDato: 4. maj 2026\n\nVejforvaltningen har ansvaret for stierne i skoven. Snerydning begynder "
    "den 1. november 2026, når frosten kommer.\n"
)
ASKED = [
    {"id": "q1", "kind": "ownership", "question": "Hvem har ansvaret for bådpladserne?", "answerable": True,
     "must_include": ["Havneforvaltningen"], "must_not_include": [],
     "sources": [{"doc": "kaj.txt", "quote": "Havneforvaltningen har ansvaret for vedligeholdelse af bådpladserne"}]},
    {"id": "q2", "kind": "amount", "question": "Hvad er lejen for en plads?", "answerable": True,
     "must_include": ["1.200"], "must_not_include": [],
     "sources": [{"doc": "kaj.txt", "quote": "Lejen for en plads er 1.200 kr. om året."}]},
]  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "sager"
    folder.mkdir()
    (folder / "kaj.txt").write_text(KAJ, encoding="utf-8")
    (folder / "sti.txt").write_text(STI, encoding="utf-8")
    return folder


@contextmanager
def silent(_label: str) -> Iterator[Any]:
    yield lambda _done, _total, _name: None


def test_every_part_is_measured_and_reported(tmp_path: Path, corpus: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text("\n".join(json.dumps(row) for row in ASKED), encoding="utf-8")
    settings = Settings(home=tmp_path / "home", model="fake")
    result, _ = run(settings, silent, name="proeve", questions=questions, corpus=corpus, ablate="all")
    assert list(result["ablations"]) == list(ABLATIONS)
    for row in result["ablations"].values():
        assert set(row) == {"totals", "won", "lost"}
        assert set(row["totals"]) == set(result["totals"])
    written = (tmp_path / "home" / "eval" / "proeve.md").read_text(encoding="utf-8")
    assert all(f"| {name} |" in written for name in ("alt", *ABLATIONS))
    libraries = [path for path in (tmp_path / "home" / "eval").iterdir() if path.is_dir()]
    assert len(libraries) == 1  # those of the ablations are gone


def opened(name: str, home: Path, corpus: Path) -> Any:
    base = ABLATIONS[name].base.open(ABLATIONS[name].settings(Settings(home=home, model="fake")))
    base.ingest([corpus])
    return base


@pytest.mark.parametrize(("name", "key"), [("dense-only", "dense"), ("lexical-only", "lexical")])
def test_one_arm_ranks_by_its_own_score(name: str, key: str, tmp_path: Path, corpus: Path) -> None:
    base = opened(name, tmp_path / "home", corpus)
    hits = base.retriever.search("lejen for en plads", Filters(), 10)
    assert hits
    assert [hit.score for hit in hits] == sorted((hit.features[key] for hit in hits), reverse=True)
    base.close()


def test_without_compounds_a_word_is_met_only_as_itself(tmp_path: Path, corpus: Path) -> None:
    base = opened("no-compounds", tmp_path / "home", corpus)
    words = base.retriever._vocabulary()
    assert words.compounds("plads") == words.parts("bådpladserne") == words.some_parts("bådplads") == []
    assert base.retriever.search("plads", Filters(), 5)
    base.close()


def test_without_register_no_responsibility_is_known(tmp_path: Path, corpus: Path) -> None:
    base = opened("no-register", tmp_path / "home", corpus)
    assert base.register().responsibilities() == []
    base.close()


def test_without_cleanup_the_text_stays_as_received(tmp_path: Path, corpus: Path) -> None:
    noisy = KAJ.replace("å", "a").replace("ø", "o").replace("æ", "ae") * 4
    (corpus / "kaj.txt").write_text(noisy, encoding="utf-8")
    base = opened("no-cleanup", tmp_path / "home", corpus)
    document = base.document("kaj.txt")
    assert (document.cleaned, document.changes) == (document.received, ())
    base.close()


def test_names_are_chosen_with_commas_and_unknown_ones_refused() -> None:
    assert [one.name for one in chosen("dense-only, no-register")] == ["dense-only", "no-register"]
    assert len(chosen("all")) == len(ABLATIONS)
    assert chosen(None) == []
    with pytest.raises(UsageError, match="no-such"):
        chosen("no-such")


def test_a_report_without_ablations_has_no_table_of_them() -> None:
    assert report._ablations({"totals": {}}) == []
