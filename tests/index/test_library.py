"""The library: what goes in comes out, versions, duplicates, facts, corrections."""

import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import date

import pytest

from core.errors import LibraryError, LibraryLocked, ModelMismatch, UsageError
from core.schema import Filters, Kind
from core.settings import Settings
from index import Correction, open_library, take_again, take_in
from index.library.journal import file_stamp
from index.library.passages import embedded
from tests.index.documents import LIBRARY, PARK, document, noisy


def test_a_document_comes_back_as_it_went_in(library, embedder):
    for put in (document("park.txt", PARK, day=date(2026, 3, 1)), noisy()):
        take_in(library, embedder, put)
        assert library.document(put.id) == put


def test_found_by_id_name_and_stem_of_name(library, embedder):
    put = document("park.txt", PARK)
    take_in(library, embedder, put)
    assert {library.document(key).id for key in (put.id, "park.txt", "park")} == {put.id}
    with pytest.raises(UsageError, match="intet dokument"):
        library.document("par_")


def test_a_changed_file_becomes_a_new_version_and_the_old_stays_readable(library, embedder):
    old, new = document("park.txt", PARK), document("park.txt", PARK.replace("forår", "efterår"))
    assert take_in(library, embedder, old).status == "added"
    assert take_in(library, embedder, new).status == "updated"
    assert library.document("park.txt").id == new.id
    assert library.document(old.id).received == PARK
    assert [info.id for info in library.infos()] == [new.id]
    assert {info.id for info in library.infos(all_versions=True)} == {old.id, new.id}
    assert library.passage_count() == len(new.passages)


def test_the_same_file_again_is_unchanged(library, embedder):
    put = document("park.txt", PARK)
    take_in(library, embedder, put)
    assert take_in(library, embedder, put).status == "unchanged"
    assert len(library.infos()) == 1


def test_the_same_content_under_two_names_is_one(library, embedder):
    take_in(library, embedder, document("park.txt", PARK), source="/a/park.txt")
    again = take_in(library, embedder, document("kopi.txt", PARK), source="/b/kopi.txt")
    assert again.status == "duplicate"
    assert len(library.infos()) == 1
    assert library.names(again.document_id) == ["kopi.txt", "park.txt"]
    assert library.document("kopi.txt").id == again.document_id


def test_a_duplicate_that_changes_leaves_the_other_file_alone(library, embedder):
    take_in(library, embedder, document("a.txt", PARK))
    take_in(library, embedder, document("b.txt", PARK))
    assert take_in(library, embedder, document("b.txt", LIBRARY)).status == "added"
    assert {library.document(name).received for name in ("a.txt", "b.txt")} == {PARK, LIBRARY}
    assert len(library.infos()) == 2


def test_a_file_changed_back_is_current_again(library, embedder):
    first, second = document("park.txt", PARK), document("park.txt", LIBRARY)
    for put in (first, second, first):
        take_in(library, embedder, put)
    assert [info.id for info in library.infos()] == [first.id]
    assert library.passage_count() == len(first.passages)
    assert library.verify(embedder).ok


def test_filters_are_strict(library, embedder):
    take_in(library, embedder, document("a.txt", PARK, kind=Kind.MINUTES, day=date(2025, 5, 1)))
    take_in(library, embedder, document("b.txt", LIBRARY, kind=Kind.MEMO))

    def names(**limits):
        return [info.name for info in library.infos(Filters(**limits))]

    assert names() == ["a.txt", "b.txt"]
    assert names(kinds=(Kind.MEMO,)) == ["b.txt"]
    assert names(documents=("a.txt",)) == ["a.txt"]
    assert names(documents=("findes-ikke",)) == []
    assert names(date_from=date(2025, 5, 1), date_to=date(2025, 5, 1)) == ["a.txt"]
    assert names(date_from=date(2025, 5, 2)) == []


def test_a_failed_file_is_known_and_tried_again(library, embedder, tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(b"%PDF")
    library.failed(str(file), "x.pdf", file_stamp(file), "Filen er afkortet.")
    assert [(r.status, r.reason) for r in library.files()] == [("failed", "Filen er afkortet.")]
    assert library.seen(str(file), file_stamp(file)) is None


def test_an_unchanged_stamp_is_enough(library, embedder, tmp_path):
    file = tmp_path / "park.txt"
    file.write_text(PARK, encoding="utf-8")
    take_in(library, embedder, document("park.txt", PARK), source=str(file), stamp=file_stamp(file))
    assert library.seen(str(file), file_stamp(file)) is not None
    file.write_text(LIBRARY, encoding="utf-8")
    assert library.seen(str(file), file_stamp(file)) is None


def test_facts_follow_the_current_version(library, embedder):
    old, new = document("a.txt", PARK), document("a.txt", LIBRARY)
    take_in(library, embedder, old)
    library.put_facts(old.id, "units", [{"name": "Parkudvalget"}])
    assert library.facts("units") == [(old.id, [{"name": "Parkudvalget"}])]
    take_in(library, embedder, new)
    assert library.facts("units") == []
    assert library.facts("units", old.id) != []


def test_corrections_survive_a_new_version(library, embedder):
    take_in(library, embedder, document("a.txt", PARK))
    library.correct_document("a.txt", "kind", "referat", "en medarbejder")
    library.correct_document("a.txt", "date", "2026-01-31", "en medarbejder")
    take_in(library, embedder, document("a.txt", LIBRARY))
    held = library.document("a.txt")
    assert (held.kind, held.date) == (Kind.MINUTES, date(2026, 1, 31))
    assert [info.kind for info in library.infos()] == [Kind.MINUTES]
    assert [m.corrected_by for m in held.meta if m.name == "kind"] == ["en medarbejder"]


def test_a_wrong_correction_is_refused(library, embedder):
    take_in(library, embedder, document("a.txt", PARK))
    with pytest.raises(UsageError, match="dokumenttype"):
        library.correct_document("a.txt", "kind", "sang", "en medarbejder")
    with pytest.raises(UsageError, match="dato"):
        library.correct_document("a.txt", "date", "i går", "en medarbejder")
    assert library.document("a.txt").kind is Kind.MEMO


def test_register_corrections_are_kept_with_person_and_time(library):
    library.correct(Correction("row", "k1", "to_unit", "Parkudvalget", "en medarbejder", ""))
    (held,) = library.corrections("row")
    assert (held.key, held.value, held.person) == ("k1", "Parkudvalget", "en medarbejder")
    assert held.at


def test_page_images(library, embedder):
    put = document("a.txt", PARK)
    take_in(library, embedder, put)
    library.put_image(put.id, 0, b"png bytes")
    assert library.image("a.txt", 0) == ("image/png", b"png bytes")
    assert library.image("a.txt", 1) is None


def test_another_model_is_refused_and_rebuilt(library, embedder):
    take_in(library, embedder, document("a.txt", PARK))
    other = type("Other", (type(embedder),), {"fingerprint": "other"})()
    with pytest.raises(ModelMismatch, match="anden model"):
        take_in(library, other, document("b.txt", LIBRARY))
    assert not library.verify(other).ok
    assert library.verify(other, repair=True).ok
    assert take_in(library, other, document("b.txt", LIBRARY)).status == "added"


def test_a_vector_too_few_changes_nothing(library, embedder):
    put = document("a.txt", PARK)
    with pytest.raises(ValueError, match="one vector a passage"):
        library.add(put, embedder.embed_passages(["en"]), fingerprint="fake-64")
    assert library.infos() == []
    assert library.verify(embedder).ok


def test_two_processes_cannot_write_at_once_but_reading_goes_on(library, embedder):
    take_in(library, embedder, document("a.txt", PARK))
    code = f"""
        from pathlib import Path
        from core.errors import LibraryLocked
        from core.settings import Settings
        from index import open_library
        held = open_library(Path({str(library.home)!r}), Settings(model="fake"))
        assert held.document("a.txt").name == "a.txt"
        try:
            held.failed("x", "x", "", "y")
        except LibraryLocked:
            raise SystemExit(7)
    """
    with library.writing():
        done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=False)
    assert done.returncode == 7
    library.failed("x", "x", "", "y")  # free again


def test_the_lock_is_reentrant(library):
    with library.writing(), library.writing():
        library.failed("x", "x", "", "y")


def test_a_file_that_is_no_database_gives_a_clear_error(tmp_path):
    (tmp_path / "library.sqlite").write_bytes(b"not a database, just some bytes " * 200)
    with pytest.raises(LibraryError, match="kan ikke læses"):
        open_library(tmp_path, Settings(model="fake"))


def test_a_newer_library_is_refused(tmp_path):
    held = open_library(tmp_path, Settings(model="fake"))
    held.connections.get().execute("PRAGMA user_version = 99")
    held.close()
    with pytest.raises(LibraryError, match="nyere udgave"):
        open_library(tmp_path, Settings(model="fake"))


def test_locked_error_names_the_remedy():
    assert "prøv igen" in LibraryLocked("x").for_user()


def test_a_document_read_anew_keeps_corrections_names_and_place(library, embedder):
    old = document("park.txt", PARK)
    take_in(library, embedder, old, source="/a/park.txt", stamp="1")
    take_in(library, embedder, document("kopi.txt", PARK), source="/b/kopi.txt", stamp="1")
    library.correct_document(old.id, "title", "Parken, rettet", "Anna")
    new = replace(old, title="Parkens plan", kind=Kind.ACTION_PLAN, passages=old.passages[:1])
    assert take_again(library, embedder, new, source="/a/park.txt", stamp="2").status == "updated"
    held = library.document(old.id)
    assert (held.title, held.kind, held.passages) == ("Parken, rettet", Kind.ACTION_PLAN, old.passages[:1])
    assert library.names(old.id) == ["kopi.txt", "park.txt"]
    assert library.passage_count() == 1
    assert library.seen("/a/park.txt", "2")
    assert library.verify().ok


def test_what_reads_the_same_is_not_embedded_again(library, embedder):
    put = document("park.txt", PARK)
    take_in(library, embedder, put, source="/a/park.txt")
    before = library.embedded_of(put.id, [embedded(passage) for passage in put.passages])
    assert before is not None
    take_again(library, Never(embedder.fingerprint), replace(put, title="Ny titel"), source="/a/park.txt", stamp="2")
    assert library.document(put.id).title == "Ny titel"
    assert library.verify().ok


def test_an_older_content_read_anew_becomes_current(library, embedder):
    old, new = document("park.txt", PARK), document("park.txt", PARK.replace("forår", "efterår"))
    for put in (old, new):
        take_in(library, embedder, put, source="/a/park.txt")
    take_again(library, embedder, replace(old, title="Igen"), source="/a/park.txt", stamp="3")
    assert [info.title for info in library.infos()] == ["Igen"]
    assert library.verify().ok


def test_records_of_files_that_are_gone_are_forgotten(library, embedder):
    library.failed("/a/x.pdf", "x.pdf", "", "x.pdf: filen er tom.")
    take_in(library, embedder, document("park.txt", PARK), source="/a/park.txt")
    library.forget(["/a/x.pdf", "/a/park.txt"])
    assert [record.source for record in library.files()] == ["/a/park.txt"]


class Never:
    """An embedder that must not be asked."""

    dim = 0

    def __init__(self, fingerprint):
        self.fingerprint = fingerprint

    def embed_passages(self, texts):
        raise AssertionError("embedded again")


def test_a_library_from_before_pieces_were_kept_gets_their_table(library, embedder):
    take_in(library, embedder, document("park.txt", PARK))
    with library.connections.transaction() as db:
        db.execute("DROP TABLE pieces")
    library.connections.get().execute("PRAGMA user_version = 1")
    for _ in range(2):
        opened = open_library(library.home, Settings(model="fake"))
        assert opened.document("park.txt").received == PARK
        assert opened.connections.get().execute("SELECT count(*) FROM pieces").fetchone()[0] == 0
        opened.close()


def test_the_full_text_lies_in_one_piece_after_each_run(library, embedder):
    def segments() -> int:
        return library.connections.get().execute("SELECT count(DISTINCT segid) FROM fulltext_idx").fetchone()[0]

    for number in range(4):
        take_in(library, embedder, document(f"park{number}.txt", f"{PARK}\n\nBilag {number}."))
        assert segments() == 1
    with library.writing():
        for number in range(4, 8):
            take_in(library, embedder, document(f"park{number}.txt", f"{PARK}\n\nBilag {number}."))
    assert segments() == 1
    library.remove("park0")
    assert segments() == 1
