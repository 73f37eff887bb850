"""The register's rows in order, in groups and in pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.schema import Basis, Responsibility, Status
from ui import sheets
from ui.sheets import BY_DAY, BY_DOCUMENT, BY_OWNER, BY_TASK, BY_YEAR, UNGROUPED, Group, arranged

TITLES = {"ny": "Aftale om havnen", "gammel": "Notat om havnen"}


def row(
    task: str, to: str = "Havneudvalget", day: date | None = None, document: str = "ny", start: int = 0
) -> Responsibility:
    return Responsibility(
        f"{task}{to}{start}", task, "", "", to, day, Basis.NONE, Status.DECIDED, document, start, start + 1
    )


def names(groups: tuple[Group, ...]) -> list[str]:
    return [group.name for group in groups]


def tasks(groups: tuple[Group, ...]) -> list[str]:
    return [row.task for group in groups for row in group.rows]


def test_groups_of_owners_come_in_danish_order_and_the_nameless_last() -> None:
    found = arranged([row("a", "Åudvalget"), row("b", ""), row("c", "Ældreudvalget"), row("d", "byens råd")], TITLES)
    assert names(found.groups) == ["Byens råd", "Ældreudvalget", "Åudvalget", "Ingen ansvarlig nævnt"]


def test_the_name_of_today_gathers_a_unit() -> None:
    moved = Responsibility("k", "broer", "", "", "Vejudvalget", None, Basis.NONE, Status.DECIDED, "ny", 0, 1,
                           to_current_name="Havneudvalget")  # fmt: skip
    [group] = arranged([moved, row("bolværker")], TITLES).groups
    assert (group.name, tasks((group,))) == ("Havneudvalget", ["bolværker", "broer"])


def test_a_row_of_two_owners_stands_under_both_and_counts_once() -> None:
    found = arranged([row("fyr", "Lodsudvalget; Havneudvalget")], TITLES)
    assert names(found.groups) == ["Havneudvalget", "Lodsudvalget"]
    assert found.total == 1


def test_years_and_documents_come_in_their_own_order() -> None:
    rows = [row("a"), row("b", day=date(2031, 5, 1), document="gammel"), row("c", day=date(2029, 1, 1))]
    assert names(arranged(rows, TITLES, group=BY_YEAR).groups) == ["2029", "2031", "Uden dato"]
    assert names(arranged(rows, TITLES, group=BY_DOCUMENT).groups) == ["Aftale om havnen", "Notat om havnen"]


def test_rows_are_sorted_by_task_day_or_place() -> None:
    rows = [row("østmole", start=9), row("ankerplads", start=5), row("æblehave", day=date(2030, 1, 1), start=7)]
    for sort, expected in (
        (BY_TASK, ["ankerplads", "æblehave", "østmole"]),
        (BY_DAY, ["æblehave", "ankerplads", "østmole"]),
        (sheets.AS_WRITTEN, ["ankerplads", "æblehave", "østmole"]),
    ):
        assert tasks(arranged(rows, TITLES, group=UNGROUPED, sort=sort).groups) == expected


def test_a_group_goes_on_over_the_page() -> None:
    many = [row(f"opgave {n:04}") for n in range(sheets.IN_GROUPS + 3)]
    first, second = (arranged(many, TITLES, page=n) for n in (1, 2))
    assert (first.pages, first.groups[0].continued, second.groups[0].continued) == (2, False, True)
    assert second.groups[0].total == len(many)
    assert tasks(second.groups) == [f"opgave {n:04}" for n in range(sheets.IN_GROUPS, sheets.IN_GROUPS + 3)]


def test_few_rows_are_unfolded_and_many_are_folded() -> None:
    few = [row(str(n), f"Udvalg {n % 2}") for n in range(sheets.SHORT)]
    assert arranged(few, TITLES).unfolded
    assert not arranged([*few, row("en til")], TITLES).unfolded


def _pages(rows: list[Responsibility], group: str, sort: str) -> Iterator[str]:
    for number in range(1, arranged(rows, TITLES, group=group).pages + 1):
        yield from (r.key for g in arranged(rows, TITLES, group=group, sort=sort, page=number).groups for r in g.rows)


@given(
    st.lists(st.tuples(st.text("abæøåÅ", max_size=2), st.sampled_from(["", "A", "å", "A; Ø"])), max_size=200),
    st.sampled_from(sheets.GROUPS),
    st.sampled_from(sheets.SORTS),
)
def test_no_row_is_lost_between_pages(made: list[tuple[str, str]], group: str, sort: str) -> None:
    rows = [row(task, to, start=n) for n, (task, to) in enumerate(made)]
    shown = list(_pages(rows, group, sort))
    assert set(shown) == {r.key for r in rows}
    twice = sum(";" in r.to_unit for r in rows) if group == BY_OWNER else 0
    assert len(shown) == len(rows) + twice


def test_a_page_beyond_the_last_is_the_last() -> None:
    found = arranged([row("kaj")], TITLES, page=7)
    assert (found.number, tasks(found.groups)) == (1, ["kaj"])
    assert arranged([], TITLES, page=0).groups == ()
