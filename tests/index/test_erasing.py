"""Removing a document leaves no byte of it; verify finds and mends every difference."""

import pytest

from core.errors import UsageError
from core.schema import Filters
from index import Correction, make_retriever, open_library, take_in
from tests.index.documents import LIBRARY, PARK, document


def bytes_of(folder):
    """All bytes of all files under a folder."""
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def fill(library, embedder):
    """Two documents, the first with everything that can hang on it."""
    park = document("park.txt", PARK, title="Parkdrift og legepladser")
    take_in(library, embedder, park)
    take_in(library, embedder, document("bib.txt", LIBRARY))
    library.put_facts(park.id, "units", [{"name": "Byens Rum-enheden"}])
    library.put_image(park.id, 0, b"IMAGE-OF-A-PAGE" * 5000)
    library.correct(Correction("row", "k", "task", "Eftersyn af gynger", "en medarbejder", "", park.id))
    library.correct_document("park.txt", "title", "Parkernes årsplan", "en medarbejder")
    return park


GONE = [
    "parkerne",
    "Legepladserne",
    "driftsgård",
    "legeplads",
    "Byens Rum",
    "IMAGE-OF-A-PAGE",
    "gynger",
    "årsplan",
]


def test_no_byte_is_left(library, embedder):
    fill(library, embedder)
    library.remove("park.txt")
    left = bytes_of(library.home)
    assert [word for word in GONE if word.encode() in left] == []
    assert b"biblioteket" in left
    assert library.verify(embedder).ok
    assert [info.name for info in library.infos()] == ["bib.txt"]


@pytest.mark.slow
def test_no_byte_is_left_with_chroma(tmp_path, embedder):
    library = open_library(tmp_path)
    fill(library, embedder)
    folder = library.connections.get().execute("SELECT value FROM state WHERE key = 'dense_folder'").fetchone()[0]
    assert (tmp_path / folder).is_dir()
    assert library.dense.compare() == ([], [], [])
    library.remove("park.txt")
    assert [word for word in GONE if word.encode() in bytes_of(tmp_path)] == []
    assert not (tmp_path / folder).exists()
    assert library.dense.compare() == ([], [], [])
    library.close()


def test_a_removal_killed_half_way_is_finished_by_the_next_writer(library, embedder, monkeypatch):
    fill(library, embedder)
    with monkeypatch.context() as patched:
        patched.setattr("index.library.erase.traces", lambda _db: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            library.remove("park.txt")
    with library.writing():
        pass
    assert [word for word in GONE if word.encode() in bytes_of(library.home)] == []
    assert library.verify(embedder).ok


def test_removing_by_name_takes_all_versions(library, embedder):
    for text in (PARK, LIBRARY):
        take_in(library, embedder, document("park.txt", text))
    assert len(library.remove("park.txt")) == 2
    assert library.infos(all_versions=True) == []
    assert b"parkerne" not in bytes_of(library.home)


def test_removing_the_newest_version_brings_the_one_before_back(library, embedder):
    old, new = document("park.txt", PARK), document("park.txt", LIBRARY)
    for put in (old, new):
        take_in(library, embedder, put)
    library.remove(new.id)
    assert [info.id for info in library.infos()] == [old.id]
    hits = make_retriever(library, embedder).search("legepladser", Filters(), 5)
    assert hits[0].passage.document_id == old.id
    assert library.verify(embedder).ok


def test_a_removed_file_can_be_taken_in_again(library, embedder):
    fill(library, embedder)
    library.remove("park.txt")
    assert take_in(library, embedder, document("park.txt", PARK)).status == "added"


def test_an_unknown_name_erases_nothing(library, embedder):
    fill(library, embedder)
    with pytest.raises(UsageError):
        library.remove("bib.txt", "findes-ikke.txt")
    assert len(library.infos()) == 2


@pytest.mark.parametrize(
    ("damage", "index", "what"),
    [
        ("DELETE FROM fulltext WHERE rowid = 1", 0, "missing"),
        ("INSERT INTO fulltext(rowid, body) VALUES (77, 'spøgelse')", 0, "extra"),
        ("UPDATE fulltext SET body = 'andet' WHERE rowid = 2", 0, "different"),
    ],
)
def test_verify_finds_and_mends_fulltext(library, embedder, damage, index, what):
    fill(library, embedder)
    assert library.verify(embedder).ok
    library.connections.get().execute(damage)
    found = library.verify(embedder)
    assert len(getattr(found.indexes[index], what)) == 1
    assert not found.ok
    mended = library.verify(embedder, repair=True)
    assert mended.ok
    assert mended.repaired == ("fuldtekst",)


def test_verify_finds_and_mends_vectors(library, embedder):
    fill(library, embedder)
    store = library.dense._ready(library.connections.get())
    vectors = store.vectors([1, 2])
    store.delete([1, 2, 3])
    store.add([2, 99], -1 * embedder.embed_passages(["andet", "fremmed"]))
    assert vectors
    found = library.verify(embedder).indexes[1]
    assert (found.missing, found.extra, found.different) == ((1, 3), (99,), (2,))
    assert library.verify(embedder, repair=True).ok


@pytest.mark.slow
def test_after_a_removal_all_are_found_without_a_store_and_the_next_writer_builds_one(tmp_path, embedder, monkeypatch):
    monkeypatch.setattr("index.exact.SMALL", 1)
    library = open_library(tmp_path)
    fill(library, embedder)
    library.remove("park.txt")
    assert list(tmp_path.glob("vectors-*")) == []
    hits = make_retriever(library, embedder).search("biblioteket", Filters(), 9)
    assert {hit.passage.document_id for hit in hits} == {info.id for info in library.infos()}
    assert library.verify(embedder).ok
    take_in(library, embedder, document("park.txt", PARK))
    assert [folder.name for folder in tmp_path.glob("vectors-*")] == ["vectors-0002"]
    assert library.dense.compare() == ([], [], [])
    assert len(make_retriever(library, embedder).search("parkerne", Filters(), 99)) > len(hits)
    library.close()
