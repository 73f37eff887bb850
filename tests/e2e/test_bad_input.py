"""Bad files get one Danish line each, the good ones are taken in, and the exit code says so."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from tests.e2e.conftest import ROOT, Ressort

GOOD = "Notat om vejene\n\nTeknikudvalget har ansvaret for vejene i kommunen fra den 1. marts 2027.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six bad files and a picture among two good ones."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a-godt.txt").write_text(GOOD, encoding="utf-8")
    (docs / "tom.txt").write_bytes(b"")
    pdf = (ROOT / "corpus" / "handleplan-udsatte-borgere-2016.pdf").read_bytes()
    (docs / "afkortet.pdf").write_bytes(pdf[: len(pdf) // 3])
    writer = pypdf.PdfWriter(clone_from=ROOT / "corpus" / "handleplan-udsatte-borgere-2016.pdf")
    writer.encrypt("hemmelig", algorithm="RC4-128")
    with (docs / "laast.pdf").open("wb") as out:
        writer.write(out)
    with zipfile.ZipFile(docs / "falsk.docx", "w") as archive:
        archive.writestr("noget/andet.txt", "ikke et Word-dokument")
    (docs / "stor.txt").write_bytes(b"Vejene er lange. " * (40 * 2**20 // 17 + 1))
    Image.new("RGB", (400, 300), (90, 140, 90)).save(docs / "billede.png")
    (docs / "laast-af.txt").write_text("kan ikke læses", encoding="utf-8")
    (docs / "laast-af.txt").chmod(0)
    (docs / "z-godt.txt").write_text(GOOD.replace("vejene", "broerne"), encoding="utf-8")
    return docs


def test_bad_files_are_named_and_the_good_ones_taken_in(ressort: Ressort, folder: Path):
    results = {row["name"]: row for row in ressort.json("ingest", str(folder), code=3)}
    assert results["a-godt.txt"]["status"] == results["z-godt.txt"]["status"] == "added"
    bad = ["tom.txt", "afkortet.pdf", "laast.pdf", "falsk.docx", "stor.txt", "billede.png"]
    if os.geteuid() != 0:  # root reads any file
        bad.append("laast-af.txt")
    for name in bad:
        assert results[name]["status"] == "failed", name
        assert name in results[name]["reason"]
        assert "\n" not in results[name]["reason"]
        assert "Traceback" not in results[name]["reason"]
    failed = {row["file"] for row in ressort.json("status")["failed"]}
    assert failed >= set(bad)
    assert "broerne" in ressort.run("show", "z-godt.txt").stdout


def test_a_path_that_is_not_there_is_named(ressort: Ressort, tmp_path: Path):
    done = ressort.run("ingest", str(tmp_path / "mangler"))
    assert done.returncode == 3
    assert "mangler" in done.stdout


@pytest.mark.parametrize("question", ["", "   ", "x" * 10_000])
def test_an_empty_or_endless_question_gets_a_clear_message(ressort: Ressort, question: str):
    done = ressort.run("ask", question)
    assert done.returncode == 2
    assert "Spørgsmålet er" in done.stderr


def test_an_empty_library_refuses_and_says_why(ressort: Ressort):
    answer = ressort.json("ask", "Hvem har ansvaret for vejene?")
    assert (answer["refused"], answer["reason"]) == (True, "empty_library")


def test_an_unusable_library_says_what_to_do(ressort: Ressort, folder: Path):
    ressort.home.mkdir()
    (ressort.home / "library.sqlite").write_bytes(b"ingen database" * 100)
    done = ressort.run("ask", "Hvem har vejene?")
    assert done.returncode == 4
    assert "library.sqlite" in done.stderr
    assert "Traceback" not in done.stderr
