"""One writer at a time: a second run says so and changes nothing, while questions go on."""

from __future__ import annotations

from pathlib import Path

from index import open_library
from tests.e2e.conftest import Ressort
from tests.robustness import files


def test_a_second_writer_waits_its_turn_and_readers_go_on(tmp_path: Path) -> None:
    ressort = Ressort(tmp_path / "home", {"RESSORT_MODEL": "fake"})
    (tmp_path / "a.txt").write_text(files.prose(1), encoding="utf-8")
    (tmp_path / "b.txt").write_text(files.prose(2), encoding="utf-8")
    ressort.json("ingest", str(tmp_path / "a.txt"))
    library = open_library(tmp_path / "home")
    with library.writing():
        refused = ressort.run("ingest", str(tmp_path / "b.txt"))
        found = ressort.json("search", "Hvem overtager ansvaret for broerne?")
        answer = ressort.run("ask", "Hvem overtager ansvaret for broerne?", "--json")
    library.close()
    assert refused.returncode == 4
    assert "anden kørsel skriver" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert found
    assert answer.returncode == 0
    assert [row["status"] for row in ressort.json("ingest", str(tmp_path / "b.txt"))] == ["added"]
