"""Every command once, on a small library with the fake model: the forms that others script against."""

from __future__ import annotations

from tests.e2e.conftest import Ressort

ROADS = """Notat om veje og broer

12. marts 2026

Ansvaret for drift af cykelstier flyttes fra Teknikudvalget til Trafikudvalget den 1. januar 2027.

Der afsættes 4,5 mio. kr. til vedligehold af broer i 2027.
"""


def test_a_document_from_ingest_to_removal(ressort: Ressort, write, tmp_path):
    path = write("veje.txt", ROADS)
    assert [row["status"] for row in ressort.json("ingest", str(path.parent))] == ["added"]
    assert [row["status"] for row in ressort.json("ingest", str(path.parent))] == ["unchanged"]

    [document] = ressort.json("documents")
    assert (document["document"], document["date"]) == ("veje.txt", "2026-03-12")
    assert ressort.run("show", "veje.txt", "--raw").stdout == ROADS + "\n"

    [hit, *_] = ressort.json("search", "cykelstier")
    assert hit["source_text"] in ROADS
    assert {"document", "title", "locator", "section", "text", "source_text", "score"} <= hit.keys()

    assert ressort.json("verify", "--repair")["ok"]
    assert ressort.run("remove", "veje.txt").returncode == 0
    assert ressort.json("documents") == []
    leftovers = [f for f in ressort.home.rglob("*") if f.is_file() and b"cykelstier" in f.read_bytes()]
    assert leftovers == []


def test_batches_answer_line_by_line_in_order(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    rows = [{"id": "a", "question": "Hvem har cykelstierne i 2027?"}, {"id": "b", "question": ""}]
    first, second = ressort.batch("ask", rows, tmp_path)
    assert (first["id"], second["id"]) == ("a", "b")
    assert all(c["source_quote"] in ROADS for c in first["citations"])
    assert "tomt" in second["error"]
    [found] = ressort.batch("search", [{"id": 7, "query": "broer"}], tmp_path)
    assert found["id"] == 7
    assert found["hits"]


def test_filters_are_strict(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    assert ressort.json("search", "cykelstier", "--from", "2027-01-01") == []
    assert ressort.json("search", "cykelstier", "--from", "2026-01-01") != []
    answer = ressort.json("ask", "Hvem har cykelstierne?", "--kind", "referat")
    assert answer["reason"] == "filtered_away"


def test_a_corrected_field_survives_reading_again(ressort: Ressort, write, tmp_path):
    path = write("veje.txt", ROADS)
    ressort.json("ingest", str(path))
    ressort.run("documents", "set", "veje.txt", "title", "Veje og broer", "--person", "arkivaren")
    path.write_text(ROADS + "\nDer er ti broer.\n", encoding="utf-8")
    assert ressort.json("ingest", str(path))[0]["status"] == "updated"
    assert ressort.json("documents")[0]["title"] == "Veje og broer"
    assert ressort.run("documents", "set", "veje.txt", "date", "i går").returncode == 2


def test_a_changed_text_replaces_the_old_one_in_search(ressort: Ressort, write):
    path = write("veje.txt", ROADS)
    ressort.json("ingest", str(path))
    path.write_text(ROADS.replace("cykelstier", "gangstier"), encoding="utf-8")
    ressort.json("ingest", str(path))
    assert all("cykelstier" not in hit["text"] for hit in ressort.json("search", "cykelstier"))


def test_the_register_and_its_views(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    [row] = ressort.json("register", "--task", "cykelstier")
    assert (row["from"], row["to"], row["effective_from"]) == ("Teknikudvalget", "Trafikudvalget", "2027-01-01")
    assert row["citation"]["source_quote"] in ROADS
    assert {unit["name"] for unit in ressort.json("units")} >= {"Teknikudvalget", "Trafikudvalget"}
    assert any(event["when"]["first"] == "2027-01-01" for event in ressort.json("timeline"))
    assert ressort.json("conflicts") == []
    assert "Trafikudvalget" in ressort.run("register", "--csv").stdout
    book = tmp_path / "register.xlsx"
    assert ressort.run("register", "--xlsx", str(book)).returncode == 0
    assert book.read_bytes()[:2] == b"PK"


def test_a_rejected_row_stays_away(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    [row] = ressort.json("register", "--task", "cykelstier")
    assert ressort.json("register", "--reject", row["key"], "--person", "arkivaren", "--task", "cykelstier") == []
    assert ressort.run("register", "--confirm", "findes-ikke").returncode == 2


def test_clean_mends_damaged_text_and_leaves_clean_text_alone(ressort: Ressort):
    damaged = "Udvalget droftede, hvordan borgerne kan fa bedre hjaelp til at soge om stotte pa omradet.\n" * 3
    assert "drøftede" in ressort.run("clean", "-", stdin=damaged).stdout
    assert ressort.run("clean", "-", stdin=ROADS).stdout == ROADS
