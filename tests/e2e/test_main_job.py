"""The main job on the five documents of corpus/: real model, real Chroma, real tesseract."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.e2e.conftest import ROOT, Ressort

pytestmark = pytest.mark.slow


def test_who_has_the_cemeteries_after_2026(real: Ressort):
    answer = real.json("ask", "Hvem har ansvaret for kirkegårdene efter 2026?")
    assert not answer["refused"]
    assert "Kultur" in answer["answer"]
    assert "[1]" in answer["answer"]
    for citation in answer["citations"]:
        received = real.run("show", citation["document"], "--raw").stdout
        assert citation["source_quote"] in received


def test_a_question_the_documents_do_not_answer_is_refused(real: Ressort):
    answer = real.json("ask", "Hvad koster et årskort til zoologisk have?")
    assert answer["refused"]
    assert answer["reason"] == "not_in_documents"
    assert "fremgår" in answer["answer"]


def test_the_scan_is_read_and_can_be_cited(real: Ressort):
    [hit, *_] = real.json("search", "overtagelse af to årsværk i udsatteteamet", "--kind", "implementeringsplan")
    assert hit["locator"]["page"] >= 1
    assert hit["document"].startswith("implementeringsplan")


def test_a_second_run_takes_nothing_in(real: Ressort):
    assert {row["status"] for row in real.json("ingest", str(ROOT / "corpus"))} == {"unchanged"}


def test_library_and_indexes_agree(real: Ressort):
    assert real.json("verify")["ok"]


def test_removal_leaves_no_sentence_behind(real: Ressort, tmp_path):
    copy = Ressort(tmp_path / "home", real.settings)
    shutil.copytree(real.home, copy.home)
    name = "handleplan-udsatte-borgere-2016.pdf"
    sentences = [p["text"] for p in real.json("search", "gruppe 1", "--document", name, "--top", "5")]
    assert copy.run("remove", name).returncode == 0
    needles = [s.encode()[:60] for s in sentences]
    left = [f for f in copy.home.rglob("*") if f.is_file() and any(n in f.read_bytes() for n in needles)]
    assert left == []
    assert copy.json("verify")["ok"]
    assert name not in json.dumps(copy.json("documents"))
