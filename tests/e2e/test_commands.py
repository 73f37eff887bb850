"""Every command once, on a small library with the fake model: the forms that others script against."""

from __future__ import annotations

import re

from tests.e2e.conftest import Ressort

ENGLISH = re.compile(
    r"\b(documents|passages|pages|files|attention|duplicates|model_ok|indexes|explicit|decided|none)\b"
)

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
    removed = ressort.json("remove", "veje.txt")
    assert (removed["document"], removed["id"], removed["status"]) == ("veje.txt", document["id"], "removed")
    assert ressort.json("documents") == []
    leftovers = [f for f in ressort.home.rglob("*") if f.is_file() and b"cykelstier" in f.read_bytes()]
    assert leftovers == []


def test_batches_answer_line_by_line_in_order(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    rows = [{"id": "a", "question": "Hvem har cykelstierne i 2027?"}, {"id": "b", "question": "Hvem har broerne?"}]
    first, second = ressort.batch("ask", rows, tmp_path)
    assert (first["id"], second["id"]) == ("a", "b")
    assert all(c["source_quote"] in ROADS for c in first["citations"])
    assert not {"error"} & (first.keys() | second.keys())
    [found] = ressort.batch("search", [{"id": 7, "query": "broer"}], tmp_path)
    assert found["id"] == 7
    assert found["hits"]


def test_a_bad_line_of_a_batch_gets_its_error_and_stops_no_other(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    rows = [
        "ikke json",
        {"id": 2, "question": ""},
        '["en liste"]',
        {"id": 4},
        r'{"id": "\ud800"}',
        {"id": 6, "question": "Hvem har cykelstierne i 2027?"},
    ]
    *bad, good = ressort.batch("ask", rows, tmp_path, code=3)
    assert [line["id"] for line in bad] == [None, 2, None, 4, None]
    for line, said in zip(bad, ("Linje 1", "tomt", "Linje 3", "»question«", "Linje 5"), strict=True):
        assert said in line["error"]
        assert (line["refused"], line["reason"], line["citations"]) == (True, None, [])
    assert (good["id"], "error" in good) == (6, False)
    *bad, good = ressort.batch(
        "search", ["{", {"id": 2, "query": "bro", "top": "mange"}, {"query": "broer"}], tmp_path, code=3
    )
    assert ["Linje 1" in bad[0]["error"], "»top«" in bad[1]["error"], bool(good["hits"])] == [True, True, True]


def test_filters_are_strict(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    ressort.json("ingest", str(tmp_path / "docs"))
    assert ressort.json("search", "cykelstier", "--from", "2027-01-01") == []
    assert ressort.json("search", "cykelstier", "--from", "2026-01-01") != []
    assert ressort.json("search", "cykelstier", "--from", "1. januar 2026") != []
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


def test_a_word_on_a_row_gets_a_receipt_and_shows_only_that_row(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS + "\nDriften af havnen flyttes fra Teknikudvalget til Havneudvalget den 1. maj 2027.\n")
    ressort.json("ingest", str(tmp_path / "docs"))
    assert len(ressort.json("register")) == 2
    [key] = [row["key"] for row in ressort.json("register", "--task", "cykelstier")]
    done = ressort.run("register", "--confirm", key, "--person", "arkivaren")
    assert "er bekræftet af arkivaren" in done.stderr
    assert "1 række." in done.stdout
    assert f"nøgle {key}, vurderet af arkivaren" in done.stdout
    for field, value, told in (
        ("to", "Vejudvalget", "Til er »Vejudvalget« (før: »Trafikudvalget«)"),
        ("effective_from", "1.2.2027", "Gælder fra er »1. februar 2027« (før: »1. januar 2027«)"),
        ("status", "forventet", "Status er »Forventet« (før: »"),
    ):
        assert told in ressort.run("register", "--edit", key, field, value).stderr
    [row] = ressort.json("register", "--task", "cykelstier")
    assert (row["to"], row["effective_from"], row["status"]) == ("Vejudvalget", "2027-02-01", "expected")
    unknown = ressort.run("register", "--edit", key, "nix", "x")
    assert (unknown.returncode, "effective_from" in unknown.stderr) == (2, True)
    done = ressort.run("register", "--reject", key)
    assert "vises ikke mere" in done.stderr
    assert done.stdout == ""
    assert len(ressort.run("register", "--csv").stdout.splitlines()) == 2


def test_what_people_read_is_danish(ressort: Ressort, write, tmp_path):
    write("veje.txt", ROADS)
    (tmp_path / "docs" / "tal.bin").write_bytes(b"x")
    done = ressort.run("ingest", str(tmp_path / "docs"))
    assert "tal.bin – filtypen" in done.stdout
    status, verified = ressort.run("status").stdout, ressort.run("verify").stdout
    assert "Dokumenter: 1" in status
    assert "  tal.bin – filtypen" in status
    assert "Databasen: i orden" in verified
    table = ressort.run("register", "--csv").stdout
    assert "datoen står i teksten" in table
    for text in (status, verified, table):
        assert not ENGLISH.search(text)


def test_clean_mends_damaged_text_and_leaves_clean_text_alone(ressort: Ressort):
    damaged = "Udvalget droftede, hvordan borgerne kan fa bedre hjaelp til at soge om stotte pa omradet.\n" * 3
    assert "drøftede" in ressort.run("clean", "-", stdin=damaged).stdout
    assert ressort.run("clean", "-", stdin=ROADS).stdout == ROADS


LONG = "udkast-til-kommissorium-for-arbejdet-med-broer-og-cykelstier-i-hele-havneomraadet-2026.txt"


def test_what_people_copy_and_write_by_hand(ressort: Ressort, write, tmp_path):
    assert "findes ikke" not in ressort.run("ingest", str(write(LONG, ROADS))).stderr
    done = ressort.run("documents", "set", LONG, "date", "2. marts 2026")
    assert done.returncode == 0
    [document] = ressort.json("documents")
    assert document["date"] == "2026-03-02"

    narrow = Ressort(ressort.home, {**ressort.settings, "COLUMNS": "60"})
    lines = narrow.run("documents").stdout.splitlines()
    assert LONG in lines
    assert any(line.endswith(document["id"]) for line in lines)

    sheet = tmp_path / "ansvar.xlsx"
    assert f"skrevet til {sheet}" in ressort.run("register", "--xlsx", str(sheet)).stderr
    assert sheet.exists()


def test_a_folder_that_is_not_there_is_told(ressort: Ressort):
    assert f"{ressort.home} findes ikke endnu" in ressort.run("ask", "Hvem har broerne?").stderr
    assert "findes ikke endnu" not in ressort.run("ask", "Hvem har broerne?").stderr
