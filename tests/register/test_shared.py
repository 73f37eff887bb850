"""The register on the real documents, which lie outside the repository."""

from __future__ import annotations

from typing import Any

import pytest

from core.schema import Document
from evals.register.suite import PLACES, measure, read_folder

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    if not PLACES["shared"].is_dir():
        pytest.skip("de rigtige dokumenter i ../shared/corpus mangler")
    return read_folder(PLACES["shared"])


@pytest.fixture(scope="module")
def figures(documents: list[Document]) -> dict[str, Any]:
    return measure("shared", documents)


def test_rows_with_right_owner_date_and_basis(figures: dict[str, Any]) -> None:
    assert figures["rows"]["recall"] >= 0.85, figures["missed"]
    assert figures["rows"]["wrong_share"] <= 0.06, figures["wrong"]


def test_every_committee_has_its_old_and_new_name(figures: dict[str, Any]) -> None:
    assert figures["units"]["right"] == figures["units"]["labels"]


def test_conflicts_are_found_and_real(figures: dict[str, Any]) -> None:
    conflicts = figures["conflicts"]
    assert conflicts["found"] / conflicts["labels"] >= 0.6, conflicts["missed"]
    assert conflicts["precision"] >= 0.8


def test_every_quote_is_verbatim(documents: list[Document]) -> None:
    from register.extract import extract
    from register.library.export import objects

    for document in documents:
        for item in objects(extract(document).responsibilities, {document.id: document}):
            assert item["citation"]["source_quote"] in document.received
