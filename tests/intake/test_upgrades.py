"""What an older Ressort read is read again by a newer one; what a person said stays; gone failures are forgotten."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

import intake
from core.errors import ModelMismatch
from core.fingerprint import code_of
from core.schema import Document, Facts
from core.settings import Settings
from index import FakeEmbedder
from pipeline import KnowledgeBase

TEXT = (
    "Notat om kajen\n\nDato: 3. maj 2026\n\nHavneforvaltningen har ansvaret for kajen, og hvert forår bliver den set "
    "efter for huller. Ansvaret for pullerterne flyttes fra Vejforvaltningen til Havneforvaltningen den 1. juli 2026.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sager"
    made.mkdir()
    (made / "kaj.txt").write_text(TEXT, encoding="utf-8")
    return made


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    opened = KnowledgeBase.open(Settings(model="fake", home=tmp_path / "home"))
    yield opened
    opened.close()


def statuses(base: KnowledgeBase, folder: Path) -> list[str]:
    return [result.status for result in base.ingest([folder])]


def test_a_newer_reader_reads_the_files_again_once(
    base: KnowledgeBase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert statuses(base, folder) == ["added"]
    base.set_meta("kaj.txt", "title", "Kajen, rettet", person="Anna")
    monkeypatch.setattr(intake, "reader_version", lambda _settings: "nyere")
    monkeypatch.setattr("ingest.read_document", titled("Ny læsning"), raising=False)
    assert statuses(base, folder) == ["updated"]
    held = base.document("kaj.txt")
    assert held.title == "Kajen, rettet"
    assert "Ny læsning" in held.warnings
    assert statuses(base, folder) == ["unchanged"]
    assert base.verify()["ok"]


def titled(warning: str) -> Any:
    """A reader whose documents bear a warning."""
    from ingest.reader import read_document

    def read(path: Path, settings: Settings, *, name: str | None = None) -> Document:
        return replace(read_document(path, settings, name=name), warnings=(warning,))

    return read


def test_the_same_reader_does_not_open_the_files(
    base: KnowledgeBase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statuses(base, folder)
    monkeypatch.setattr("ingest.read_document", None, raising=False)
    assert statuses(base, folder) == ["unchanged"]


def test_newer_rules_read_the_facts_again_at_once_and_are_stored_by_the_next_run(
    base: KnowledgeBase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statuses(base, folder)
    (document,) = base.documents()
    assert intake.stored_facts(base.library, document.id) is not None
    asked: list[str] = []

    def facts(document: Document, *_others: object) -> Facts:
        asked.append(document.id)
        return Facts(document.id)

    monkeypatch.setattr(intake, "rules_version", lambda: "nyere")
    monkeypatch.setattr(intake, "register_facts", facts)
    monkeypatch.setattr("pipeline.register_facts", facts)
    assert base.register().responsibilities() == []
    assert asked == [document.id]
    assert intake.stored_facts(base.library, document.id) is None
    assert statuses(base, folder) == ["unchanged"]
    assert intake.stored_facts(base.library, document.id) == Facts(document.id)
    assert len(asked) == 2
    assert statuses(base, folder) == ["unchanged"]
    assert len(asked) == 2


def test_failed_files_that_are_gone_are_not_shown_and_then_forgotten(base: KnowledgeBase, folder: Path) -> None:
    (folder / "tom.txt").write_bytes(b"")
    assert statuses(base, folder) == ["added", "failed"]
    assert [row["file"] for row in base.status()["failed"]] == ["tom.txt"]
    (folder / "tom.txt").unlink()
    assert base.status()["failed"] == []
    assert base.status()["files"] == 2
    statuses(base, folder)
    assert base.status()["files"] == 1


@pytest.mark.parametrize(
    ("source", "gone"),
    [("upload:kaj.txt", False), ("/findes/ikke/kaj.txt", True), ("/findes/ikke/a.zip!a.zip/kaj.txt", True)],
)
def test_gone_is_a_path_with_nothing_there(source: str, gone: bool) -> None:
    assert intake.is_gone(source) is gone
    assert not intake.is_gone(str(Path(__file__)))
    assert not intake.is_gone(f"{__file__}!arkiv/kaj.txt")


def test_code_of_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "et_proeverum"
    (room / "data").mkdir(parents=True)
    (room / "__init__.py").write_text("")
    (room / "data" / "ord.txt").write_text("kaj")
    monkeypatch.syspath_prepend(str(tmp_path))
    before = code_of.__wrapped__("et_proeverum")
    (room / "data" / "ord.txt").write_text("kajer")
    assert code_of.__wrapped__("et_proeverum") != before
    assert code_of("ingest", "core") == code_of("ingest", "core")


def test_what_a_killed_run_unpacked_is_cleared(base: KnowledgeBase, folder: Path) -> None:
    left = base.settings.home / "tmp" / "x"
    left.mkdir(parents=True)
    (left / "member").write_text("rest")
    statuses(base, folder)
    assert not left.exists()


def test_members_that_need_a_name_lie_in_the_librarys_folder(
    base: KnowledgeBase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(folder / "sager.zip", "w") as archive:
        archive.writestr("kaj2.txt", TEXT.replace("huller", "revner"))
    monkeypatch.setattr("ingest.archive._nameless", lambda: False)
    places: list[Path] = []
    monkeypatch.setattr("ingest.read_document", noting(places), raising=False)
    assert statuses(base, folder) == ["added", "added"]
    assert [path.is_relative_to(base.settings.home / "tmp") for path in places] == [False, True]
    assert not list((base.settings.home / "tmp").iterdir())


def noting(places: list[Path]) -> Any:
    """A reader that notes where files lie."""
    from ingest.reader import read_document

    def read(path: Path, settings: Settings, *, name: str | None = None) -> Document:
        places.append(path)
        return read_document(path, settings, name=name)

    return read


def test_what_an_older_make_of_the_model_embedded_is_embedded_anew_at_the_next_run(
    base: KnowledgeBase, folder: Path
) -> None:
    statuses(base, folder)
    base.library.reembed(other_embedder("fake-63"))
    with pytest.raises(ModelMismatch, match="en anden udgave af Ressort"):
        base.search("kajen")
    assert statuses(base, folder) == ["unchanged"]
    assert base.search("kajen")
    assert base.verify()["ok"]


def test_vectors_of_another_model_stay_until_one_asks(base: KnowledgeBase, folder: Path) -> None:
    statuses(base, folder)
    base.library.reembed(other_embedder("anden-64"))
    (folder / "mole.txt").write_text(TEXT.replace("kaj", "mole"), encoding="utf-8")
    with pytest.raises(ModelMismatch):
        base.ingest([folder])
    assert base.verify(repair=True)["ok"]
    assert statuses(base, folder) == ["unchanged", "added"]


def other_embedder(fingerprint: str) -> FakeEmbedder:
    return cast(FakeEmbedder, type("Other", (FakeEmbedder,), {"fingerprint": fingerprint})())
