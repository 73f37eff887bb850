"""Texts in old encodings, texts that were saved twice as UTF-8, and the formats that are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UnsupportedFile
from core.settings import Settings
from ingest import read_document
from ingest.decode import decode_noted, decode_text
from ingest.encodings import undo_twice
from ingest.formats.sniff import ARCHIVES, READABLE, refused_type, supported

ROOT = Path(__file__).parents[2]
TEXT = "Notat om færgelejet på Sprogø\n\nØkonomiafdelingen står for årets eftersyn af Ærøruten – og for én båd.\n"
PLAIN = TEXT.replace("–", "-")  # DOS has no dash


@pytest.mark.parametrize("encoding", ["cp850", "cp865", "mac_roman"])
def test_a_text_in_an_old_encoding_keeps_its_letters_and_says_so(encoding: str) -> None:
    text, notes = decode_noted(PLAIN.encode(encoding))
    assert text == PLAIN
    assert len(notes) == 1
    assert "ikke i UTF-8" in notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_usual_encoding_needs_no_note(encoding: str) -> None:
    assert decode_noted(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize(
    "text",
    ["Peters ‘gamle’ kaj – i alt 5 m²…", "Båden’s ejer betaler 7 €", "›Kajen‹ og «molen» ved § 4", "Søen: 20° i juli"],
)
def test_signs_of_windows_are_not_taken_for_letters_of_another_encoding(text: str) -> None:
    assert decode_noted(text.encode("cp1252")) == (text, ())


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp850"])
def test_utf8_read_wrongly_and_saved_again_is_undone(encoding: str) -> None:
    twice = PLAIN.encode().decode(encoding, errors="strict").encode()
    text, notes = decode_noted(twice)
    assert text == PLAIN
    assert "forkert tegnkodning" in notes[0]


def test_one_bad_byte_does_not_spoil_the_rest_of_a_utf8_file() -> None:
    assert decode_text(PLAIN.encode() + b"M\xf8de\n") == PLAIN + "Møde\n"


@given(st.text(st.sampled_from("abcABC æøåÆØÅéü.,:;!?()\"'»«–’%§1234567890\n"), max_size=80))
def test_danish_text_passes_untouched(text: str) -> None:
    assert undo_twice(text) == (text, 0)
    assert decode_text(text.encode()) == text


def test_a_letter_that_can_not_be_read_asks_for_an_eye(tmp_path: Path) -> None:
    (tmp_path / "tabt.txt").write_bytes("Havnefogeden f\ufffdrer tilsyn med molen.".encode())
    document = read_document(tmp_path / "tabt.txt", Settings())
    assert "tegnkodning" in (document.pages[0].attention or "")
    (tmp_path / "hel.txt").write_bytes("\ufffd Havnefogeden fører tilsyn med molen.".encode())
    assert read_document(tmp_path / "hel.txt", Settings()).pages[0].attention is None


def test_how_a_file_was_read_is_told_with_the_document(tmp_path: Path) -> None:
    (tmp_path / "dos.txt").write_bytes(PLAIN.encode("cp865"))
    document = read_document(tmp_path / "dos.txt", Settings())
    assert "færgelejet" in document.cleaned
    assert "DOS" in document.warnings[0]


def test_a_refused_type_names_the_types_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_bytes(b"a;b")
    with pytest.raises(UnsupportedFile, match=r"»\.csv« kan Ressort ikke læse\. Det læser pdf, docx"):
        read_document(tmp_path / "liste.csv", Settings())
    assert "»uden endelse«" in refused_type("liste", "")


def test_the_types_named_are_those_read_and_stand_in_the_docs() -> None:
    named = set(re.findall(r"[a-zæøå]+", READABLE)) - {"billeder", "og", "med", "sådanne", "filer"}
    assert all(supported(f"fil.{name}") or f".{name}" in ARCHIVES for name in named)
    for page in ("README.md", "docs/cli.md"):
        words = set(re.findall(r"[a-zæøå]+", (ROOT / page).read_text(encoding="utf-8")))
        assert named <= words, page
