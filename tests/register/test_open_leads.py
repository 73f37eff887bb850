"""Numbered lists below a sentence that breaks off without a colon."""

from __future__ import annotations

from tests.register.papers import rows

_STATUTE = """Styrelsesvedtægt

§ 4. Havneudvalget består af 3 medlemmer.

Stk. 2. Udvalget varetager opgaver vedrørende

1) moler og kajer,

2) fyr, og

3) redning til søs.

Stk. 3. Udvalget fastsætter takster for bådpladser.
"""


def owners(text: str) -> dict[str, str]:
    return {r.task: r.to_unit for r in rows(text)}


def test_every_point_is_a_task_of_the_committee_the_paragraph_names() -> None:
    found = owners(_STATUTE)
    assert found["moler og kajer"] == "Havneudvalget"
    assert found["fyr"] == "Havneudvalget"
    assert found["redning til søs"] == "Havneudvalget"
    assert found["takster for bådpladser"] == "Havneudvalget"


def test_the_lead_in_heads_no_section() -> None:
    assert not any("vedrørende" in r.area for r in rows(_STATUTE))


def test_more_tasks_of_the_one_the_sentence_before_names() -> None:
    text = (
        "§ 7. Havneudvalget varetager driften af fyrene. Udvalget har endvidere opgaver vedrørende\n"
        "1) moler og kajer,\n2) redning til søs."
    )
    found = owners(text)
    assert found["moler og kajer"] == "Havneudvalget"
    assert found["redning til søs"] == "Havneudvalget"


def test_what_a_field_includes_is_told_beside_the_field() -> None:
    text = "Havneudvalget varetager kommunens opgaver på kystområdet, herunder\n1) moler og kajer,\n2) redning til søs."
    found = owners(text)
    assert found["moler og kajer"] == "Havneudvalget"
    assert found["redning til søs"] == "Havneudvalget"


def test_a_sentence_without_a_list_below_stays_as_it_is() -> None:
    assert not owners("Havneudvalget har opgaver vedrørende\n\nSommeren blev våd i år.")
