from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema import Basis, Status
from register.extract import extract
from tests.register.papers import facts, one, paper, rows

MOVE = "Ansvaret for havnebade flyttes fra Teknikudvalget til Fritidsudvalget"


def test_who_what_from_whom_and_when() -> None:
    row = one(f"{MOVE} pr. 1. marts 2027.")
    assert (row.task, row.from_unit, row.to_unit) == ("havnebade", "Teknikudvalget", "Fritidsudvalget")
    assert (row.effective_from, row.basis, row.status) == (date(2027, 3, 1), Basis.EXPLICIT, Status.DECIDED)


@pytest.mark.parametrize(
    ("words", "day", "basis"),
    [
        ("senest den 1. august 2026", date(2026, 8, 1), Basis.DEADLINE),
        ("frem mod 2028", date(2028, 1, 1), Basis.PHASE),
        ("forventeligt i 2029", date(2029, 1, 1), Basis.EXPECTED),
        ("med virkning fra den 1. juli 2026", date(2026, 7, 1), Basis.EXPLICIT),
        ("i løbet af foråret", None, Basis.NONE),
    ],
)
def test_the_basis_of_a_date(words: str, day: date | None, basis: Basis) -> None:
    row = one(f"{MOVE} {words}.")
    assert (row.effective_from, row.basis) == (day, basis)


def test_a_general_clause_dates_moves_and_only_moves() -> None:
    found = rows(
        "Ændringerne af ansvarsfordelingen træder så vidt muligt i kraft fra den 1. januar 2026.\n\n"
        f"{MOVE}.\n\nTeknikudvalget beholder ansvaret for vejene.\n\nDer nedsættes en styregruppe for havnen."
    )
    by_relation = {row.relation: row for row in found}
    assert by_relation["transfer"].effective_from == date(2026, 1, 1)
    assert by_relation["transfer"].basis is Basis.GENERAL_CLAUSE
    assert "så vidt muligt" in by_relation["transfer"].conditions
    assert by_relation["keep"].effective_from is None
    assert by_relation["create"].effective_from is None


def test_a_clause_about_one_move_dates_its_own_section() -> None:
    found = rows(
        "Ændringerne i ansvarsfordelingen gælder fra den 1. januar 2026.\n\nHavnen\n\n"
        f"{MOVE}. Flytningen skal træde i kraft senest den 1. maj 2026.\n\nVeje\n\n"
        "Snerydning flyttes fra Teknikudvalget til Driftsudvalget."
    )
    assert [(r.effective_from, r.basis) for r in found] == [
        (date(2026, 5, 1), Basis.DEADLINE),
        (date(2026, 1, 1), Basis.GENERAL_CLAUSE),
    ]


def test_what_must_happen_first_leaves_the_date_open() -> None:
    row = next(
        r
        for r in rows(
            "Organisationsændringen gælder fra den 1. januar 2026.\n\nMyndighedsansvaret kan dog først flyttes fra "
            "Jobudvalget til Socialudvalget efter indfasningen af den nye lov."
        )
        if r.relation == "transfer"
    )
    assert row.effective_from is None
    assert any("indfasningen" in c for c in row.conditions)


def test_lists_share_their_lead_in() -> None:
    found = rows("Fritidsudvalget får ansvaret for:\n- skaterparker\n- bylivshaver\n- udendørs scener")
    assert [(r.task, r.to_unit) for r in found] == [
        ("skaterparker", "Fritidsudvalget"),
        ("bylivshaver", "Fritidsudvalget"),
        ("udendørs scener", "Fritidsudvalget"),
    ]


def test_enumerations_become_rows_and_pairs_stay_together() -> None:
    tasks = [r.task for r in rows("Skaterparker, bylivshaver og scener flyttes til Fritidsudvalget.")]
    assert tasks == ["Skaterparker", "bylivshaver", "scener"]
    assert [r.task for r in rows("Både og broer flyttes til Fritidsudvalget.")] == ["Både og broer"]
    head = "vedligeholdelse af veje, stier og fortove"
    assert [r.task for r in rows(f"Fritidsudvalget varetager {head}.")] == [head]


def test_exceptions_and_what_goes_along() -> None:
    found = rows(
        "Kulturskolen flyttes fra Skoleudvalget til Fritidsudvalget (inkl. budget og personale), dog "
        "eksklusive skolens "
        "opgaver vedr. talentklasser, som flyttes til Ungeudvalget."
    )
    main, left_out = found
    assert any(e.startswith("inkl.") for e in main.exceptions)
    assert any("talentklasser" in e for e in main.exceptions)
    assert (left_out.from_unit, left_out.to_unit) == ("Skoleudvalget", "Ungeudvalget")


def test_waves_give_each_thing_its_own_date() -> None:
    found = rows(
        "Én indgang\n\nTelefonlinjer samles i Borgerservice. Det sker i to rul, idet nogle samles frem "
        "mod 2027 og resten frem "
        "mod 2030.\n\nFørste rul omfatter vielser (KFF) og pas (ØKF). De øvrige indgår i andet rul, "
        "herunder affald og byggesager."
    )
    days = {r.task.split(": ")[-1]: r.effective_from for r in found}
    assert days["vielser"] == days["pas"] == date(2027, 1, 1)
    assert days["affald"] == days["byggesager"] == date(2030, 1, 1)


def test_money_and_posts_go_with_the_row() -> None:
    row = one("To ubemandede årsværk (1.357 t.kr.) i 2026 flyttes fra Jobforvaltningen til Socialforvaltningen.")
    assert row.fte == 2
    assert [a.value_dkk for a in row.amounts] == [1_357_000]


@pytest.mark.parametrize(
    "text",
    [
        "Der sker ingen flytning af havnebade fra Teknikudvalget til Fritidsudvalget.",
        "Havnebadene flyttes ikke til Fritidsudvalget.",
        "Det overvejes, om havnebadene skal flyttes til Fritidsudvalget.",
        "Rapporten rummer mulige scenarier for at flytte havnebade fra Teknikudvalget til Fritidsudvalget.",
        "Hvis forslaget falder, forbliver opgaven i Teknikudvalget.",
        "Udvalget drøftede sagen den 3. maj 2024. Indstillingen blev godkendt.",
        "Toget flyttes fra spor 2 til spor 4.",
        "",
    ],
)
def test_no_row_is_invented(text: str) -> None:
    assert rows(text) == ()


def test_proposals_are_not_decided() -> None:
    row = one("Det foreslås, at havnebade flyttes fra Teknikudvalget til Fritidsudvalget.")
    assert row.status is Status.PLANNED


def test_udvalget_is_the_one_in_the_heading() -> None:
    found = rows(
        "§ 9 Børneudvalget\n\nUdvalget varetager opgaver vedrørende dagtilbud.\n\n§ 10 "
        "Teknikudvalget\n\nUdvalget varetager snerydning."
    )
    assert [(r.task, r.to_unit) for r in found] == [("dagtilbud", "Børneudvalget"), ("snerydning", "Teknikudvalget")]


def test_keys_are_stable_and_tell_rows_apart() -> None:
    text = f"{MOVE}.\n\nSnerydning flyttes fra Driftsudvalget til Teknikudvalget."
    first, second = (facts(text).responsibilities for _ in range(2))
    assert [r.key for r in first] == [r.key for r in second]
    assert len({r.key for r in first}) == 2


def test_events_and_deadlines() -> None:
    found = facts("Planen forelægges i efteråret 2025. Alle sager skal være lukket senest den 1. juni 2026.").events
    assert [(e.type, e.when.precision.value) for e in found] == [("event", "season"), ("deadline", "day")]


WORDS = [
    *(
        "Ansvaret",
        "opgaven",
        "flyttes",
        "fra",
        "til",
        "under",
        "hos",
        "Teknikudvalget",
        "Fritidsudvalget",
        "(SOF)",
        "SUD",
    ),
    *(
        "Socialforvaltningen",
        "overtager",
        "varetager",
        "og",
        ",",
        ".",
        ":",
        "-",
        "senest den 1. august 2026",
        "samles",
        "i",
    ),
    *(
        "der",
        "nedsættes",
        "en taskforce",
        "\n",
        "\n\n",
        "inkl.",
        "dog eksklusive",
        "efter",
        "så vidt muligt",
        "havnebade",
    ),
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_every_row_has_its_words_in_the_document(text: str) -> None:
    document = paper(text)
    for row in extract(document).responsibilities:
        assert 0 <= row.start < row.end <= len(document.cleaned)
        assert row.task
        assert row.document_id == document.id
        for word in row.task.replace("afrapportering", "").split()[:1]:
            assert word.strip(",.:").lower() in document.cleaned.lower() or row.task.startswith(
                ("godkendelse", "myndighedsansvar", "opgaver fra")
            )


@pytest.mark.parametrize(
    "text",
    ["X, som flyttes til Teknikudvalget, som " * 300, "Kultur-, " * 2000, "(" * 3000, "SOF/SUD " * 1000, "og " * 5000],
    ids=["relatives", "hyphens", "brackets", "pairs", "ands"],
)
def test_endless_sentences_give_no_row(text: str) -> None:
    assert rows(text) == ()
