"""Settings come from RESSORT_* variables, once, and say in Danish what is wrong."""

from pathlib import Path

import pytest

from core.errors import UsageError
from core.settings import Settings, load_settings, option_help


def test_defaults_without_variables():
    assert load_settings({}) == Settings()


def test_values_take_the_type_of_the_field():
    got = load_settings({"RESSORT_HOME": "arkiv", "RESSORT_PORT": "8080", "RESSORT_OCR_CONFIDENCE": "0.5"})
    assert (got.home, got.port, got.ocr_confidence) == (Path("arkiv"), 8080, 0.5)


@pytest.mark.parametrize(("name", "value"), [("RESSORT_PORT", "otte"), ("RESSORT_CPR", "gem")])
def test_a_wrong_value_names_its_variable(name, value):
    with pytest.raises(UsageError, match=name):
        load_settings({name: value})


def test_help_lists_every_variable():
    text = option_help()
    assert all(f"RESSORT_{name.upper()}" in text for name in Settings.__dataclass_fields__)
