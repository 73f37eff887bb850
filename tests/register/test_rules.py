from typing import Any

import pytest

from register.rules import FORMS, Rule, load_rules
from tests.register.papers import rows

CASES = [(rule, example) for rule in load_rules() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{r.name}-{n}" for n, (r, _) in enumerate(CASES)])
def test_every_example_of_a_rule_gives_its_row(rule: Rule, example: dict[str, Any]) -> None:
    found = [(r.task, r.from_unit, r.to_unit, r.relation) for r in rows(example["text"])]
    assert (example["task"], example.get("from", ""), example.get("to", ""), rule.relation) in found


def test_every_rule_names_a_known_form_and_has_verbs() -> None:
    for rule in load_rules():
        assert rule.form in FORMS
        assert rule.verbs


def test_every_rule_file_has_examples() -> None:
    assert len(CASES) >= 25
    assert {rule.relation for rule, _ in CASES} == {"transfer", "keep", "assign", "create", "merge"}


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in load_rules()]
    assert len(names) == len(set(names))
