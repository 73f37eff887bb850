"""The labels of the evaluation: well formed, and no sentence of a document among them."""

from __future__ import annotations

from datetime import date

import pytest

from core.schema import Basis
from evals.register.labels import ANY, NONE, labelled_conflicts, labelled_rows, labelled_units

SETS = ("corpus", "shared")
RELATIONS = {"transfer", "keep", "assign", "create", "merge", ANY}


@pytest.mark.parametrize("which", SETS)
def test_rows_are_well_formed(which: str) -> None:
    for label in labelled_rows(which):
        assert label.relation in RELATIONS
        assert label.basis in {ANY, *(basis.value for basis in Basis)}
        assert label.day in (ANY, NONE) or date.fromisoformat(label.day)


@pytest.mark.parametrize("which", SETS)
def test_labels_hold_names_and_no_sentences(which: str) -> None:
    texts = [label.words for label in labelled_rows(which)]
    texts += [value for label in labelled_conflicts(which) for value in label[1:]]
    assert all(len(text.split()) <= 6 for text in texts)


def test_every_committee_of_the_real_documents_is_labelled() -> None:
    assert len(labelled_units("shared")) == 7
