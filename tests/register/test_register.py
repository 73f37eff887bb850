from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UsageError
from core.schema import Kind
from register.library import corrections
from register.register import Register
from tests.register.papers import facts, paper, register

MOVES = "Havnebade flyttes fra Teknikudvalget til Fritidsudvalget den 1. marts 2026."


def owner(book: Register, task: str, day: date) -> str:
    (state,) = book.states(day, task)
    return state.owner


def test_owner_before_and_after() -> None:
    book = register(paper(MOVES))
    assert owner(book, "havnebad", date(2026, 2, 28)) == "Teknikudvalget"
    assert owner(book, "havnebadene", date(2026, 3, 1)) == "Fritidsudvalget"
    (state,) = book.states(date(2026, 2, 1), "havnebade")
    assert (state.next_day, state.next_owner) == (date(2026, 3, 1), "Fritidsudvalget")


def test_the_owner_stands_under_the_name_of_the_day() -> None:
    text = (
        "Fritidsudvalget skifter navn til Kultur- og Fritidsudvalget. Ændringen af styrelsesvedtægten "
        "gælder fra den 1. januar 2028.\n\n"
        "Havnebade flyttes fra Teknikudvalget til Fritidsudvalget pr. 1. marts 2026."
    )
    book = register(paper(text))
    assert owner(book, "havnebade", date(2027, 12, 31)) == "Fritidsudvalget"
    assert owner(book, "havnebade", date(2028, 1, 1)) == "Kultur- og Fritidsudvalget"
    (row,) = book.responsibilities(task="havnebade")
    assert row.to_unit == "Fritidsudvalget"
    assert row.to_current_name == "Kultur- og Fritidsudvalget"


def test_a_deadline_leaves_its_year_open() -> None:
    book = register(paper("Havnebade flyttes fra Teknikudvalget til Fritidsudvalget senest den 1. august 2026."))
    (spring,) = book.states(date(2026, 4, 1), "havnebade")
    assert set(spring.candidates) == {"Teknikudvalget", "Fritidsudvalget"}
    assert spring.uncertain
    (year_before,) = book.states(date(2025, 4, 1), "havnebade")
    assert year_before.candidates == ()
    assert owner(book, "havnebade", date(2026, 8, 1)) == "Fritidsudvalget"


def test_a_condition_never_leaves_a_bare_owner() -> None:
    book = register(
        paper(
            "Myndighedsansvaret for havnebade kan dog først flyttes fra Teknikudvalget til "
            "Fritidsudvalget efter indfasningen af havneloven."
        )
    )
    for year in (2024, 2034):
        (state,) = book.states(date(year, 1, 1), "havnebade")
        assert state.owner == "Teknikudvalget"
        assert any("havneloven" in reason for reason in state.uncertain)


def test_two_owners_never_stand_without_a_reason() -> None:
    book = register(
        paper("Havnebade flyttes fra Teknikudvalget til Fritidsudvalget den 1. marts 2026.", name="a"),
        paper("Havnebade flyttes fra Teknikudvalget til Skoleudvalget den 1. marts 2026.", name="b"),
    )
    states = book.states(date(2026, 6, 1), "havnebade")
    assert {s.owner for s in states} == {"Fritidsudvalget", "Skoleudvalget"}
    assert all(any("flere" in reason for reason in s.uncertain) for s in states)


UNITS = ("Teknikudvalget", "Fritidsudvalget", "Skoleudvalget", "Socialforvaltningen")
TASKS = ("havnebade", "skolebusser", "legepladser og parker")
WHEN = ("den 1. marts 2026", "senest den 1. juni 2027", "frem mod 2028", "", "forventeligt i 2029")
move = st.tuples(st.sampled_from(TASKS), st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from(WHEN))


@settings(max_examples=40, deadline=None)
@given(st.lists(move, min_size=1, max_size=6), st.dates(date(2024, 1, 1), date(2031, 1, 1)))
def test_as_of_tells_why_whatever_the_documents_say(moves: list[tuple[str, str, str, str]], day: date) -> None:
    text = "\n\n".join(f"{t.capitalize()} flyttes fra {a} til {b} {w}.".replace(" .", ".") for t, a, b, w in moves)
    book = register(paper(text))
    for entry in book.entries():
        states = book.course_of(entry).on(day)
        owners = {s.owner for s in states if s.owner}
        assert len(owners) < 2 or all(s.uncertain for s in states if s.owner)


def test_circular_moves_are_told_by_date() -> None:
    book = register(
        paper(
            "Havnebade flyttes fra Teknikudvalget til Fritidsudvalget den 1. marts 2024.\n\n"
            "Havnebade flyttes fra Fritidsudvalget til Teknikudvalget den 1. marts 2026."
        )
    )
    assert {s.owner for s in book.states(date(2023, 1, 1), "havnebade")} >= {"Teknikudvalget"}
    later = book.states(date(2027, 1, 1), "havnebade")
    assert "Teknikudvalget" in {s.owner for s in later}
    assert len({s.owner for s in later}) == 1 or all(s.uncertain for s in later)


def test_newer_documents_rank_first_and_both_stay() -> None:
    old = paper("Teknikudvalget varetager havnebade.", name="gammel", day=date(2020, 1, 1))
    new = paper("Fritidsudvalget varetager havnebade.", name="ny", day=date(2024, 1, 1), kind=Kind.AGREEMENT)
    (entry,) = register(old, new).history("havnebade")
    assert [row.to_unit for row in entry.rows] == ["Fritidsudvalget", "Teknikudvalget"]


@pytest.mark.parametrize(
    "asked", ["kirkegårde", "kirkegården", "kirkegård og krematorium", "driften af kirkegaarde", "kirkegrde"]
)
def test_look_up_forgives_inflection_and_spelling(asked: str) -> None:
    book = register(
        paper("Kirkegårde og krematorier flyttes til Fritidsudvalget.\n\nSkolebusser flyttes til Skoleudvalget.")
    )
    assert [row.task for row in book.responsibilities(task=asked)] == ["Kirkegårde og krematorier"]


def test_look_up_of_something_else_gives_nothing() -> None:
    assert register(paper(MOVES)).responsibilities(task="rengøring af rådhuset") == []


def test_unit_filter_takes_every_name_of_the_unit() -> None:
    book = register(
        paper(
            "Socialforvaltningen (SOF) betjener Socialudvalget.\n\nHerberger flyttes til "
            "Socialudvalget.\n\nParker flyttes til Havneudvalget."
        )
    )
    assert [row.task for row in book.responsibilities(unit="SOF")] == ["Herberger"]
    assert [row.task for row in book.responsibilities(unit="Socialudvalget")] == ["Herberger"]


def test_the_timeline_is_in_order() -> None:
    book = register(paper("Planen er klar senest den 1. maj 2027. Arbejdet begynder i marts 2026."))
    assert [e.when.text for e in book.timeline()] == ["i marts 2026", "senest den 1. maj 2027"]


class TestCorrections:
    def test_a_rejected_row_is_gone_and_a_confirmed_one_is_marked(self) -> None:
        document = paper(f"{MOVES}\n\nParker flyttes til Havneudvalget.")
        read = facts(document.cleaned)
        keys = {row.task: row.key for row in register(document).responsibilities()}
        kept = [
            corrections.reject(keys["Parker"], "en sagsbehandler", "2026-01-01"),
            corrections.confirm(keys["Havnebade"], "en chef", "2026-01-02"),
        ]
        (row,) = Register([read], [document], [*kept]).responsibilities() if read.document_id == document.id else ()
        assert (row.task, row.confirmed_by) == ("Havnebade", "en chef")

    def test_an_edit_survives_reading_again(self) -> None:
        document = paper(MOVES)
        (row,) = register(document).responsibilities()
        kept = corrections.edit(row.key, "effective_from", "2027-01-01", "en chef", "2026-01-01")
        (again,) = Register([facts(document.cleaned)], [document], [kept]).responsibilities()
        assert (again.effective_from, again.origin, again.key) == (date(2027, 1, 1), "person", row.key)

    def test_what_can_not_be_edited(self) -> None:
        for field, value in (("key", "x"), ("effective_from", "i morgen"), ("status", "måske")):
            with pytest.raises(UsageError):
                corrections.edit("k", field, value, "en chef")
        with pytest.raises(UsageError):
            corrections.confirm("k", "  ")


def test_a_day_inside_every_segment_gives_the_segments_states() -> None:
    book = register(paper("Havnebade flyttes fra Teknikudvalget til Fritidsudvalget frem mod 2028."))
    (entry,) = book.entries()
    course = book.course_of(entry)
    for day, states in zip((date.fromordinal(d) for d in course.days), course.segments[1:], strict=True):
        assert course.on(day) == states
        assert course.on(day + timedelta(days=1)) == states or (day + timedelta(days=1)).toordinal() in course.days
