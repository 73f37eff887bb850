"""The library's condition in Danish lines."""

from __future__ import annotations

from typing import Any

from ui.condition import bare_reason, item_words, status_lines, verify_lines

SOUND: dict[str, Any] = {
    "integrity": "ok",
    "indexes": [{"index": "fulltext", "missing": [], "extra": [], "different": []}],
    "documents": 1,
    "passages": 1_200,
    "model_ok": True,
    "trouble": "",
    "repaired": [],
    "ok": True,
}


def test_a_sound_library_is_told_in_a_few_lines() -> None:
    first, *rest = verify_lines(SOUND)
    assert first == "Indekserne svarer til biblioteket."
    assert "  Ordindeks: i orden" in rest
    assert "  Tekststykker: 1.200" in rest


def test_differences_are_counted_and_the_remedy_is_named() -> None:
    index = {"index": "vectors", "missing": [3, 4], "extra": [], "different": [9]}
    told = "\n".join(
        verify_lines({**SOUND, "indexes": [index], "ok": False, "model_ok": False, "trouble": "Mappen mangler."})
    )
    assert "Vektorindeks: 2 mangler, 1 afviger" in told
    assert "ressort verify --repair" in told
    assert "lavet med en anden" in told
    assert "Mappen mangler." in told
    assert "Bygget igen: fuldtekst" in "\n".join(verify_lines({**SOUND, "repaired": ["fuldtekst"]}))


def test_lists_of_the_status_are_told_item_by_item() -> None:
    report = {"documents": 2, "failed": [], "attention": [{"document": "a.pdf", "page": 3, "reason": "Svag tryk."}]}
    lines = list(status_lines(report))
    assert lines[0] == "Dokumenter: 2"
    assert "Filer, der ikke er taget ind: ingen" in lines
    assert "  a.pdf, side 3 – Svag tryk." in lines


def test_a_file_is_named_once() -> None:
    assert item_words({"file": "a.txt", "reason": "a.txt: filen er tom."}) == "a.txt – filen er tom."
    assert item_words({"file": "kopi.txt", "document": "4711"}) == "kopi.txt – samme indhold som 4711"
    assert bare_reason("a.txt", "arkiv/a.txt: filen er tom.") == "arkiv/a.txt: filen er tom."
