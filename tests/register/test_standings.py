"""What somebody is, answers for or has to see to, and roles without an article as owners."""

from __future__ import annotations

import pytest

from tests.register.papers import rows


def owned(text: str) -> set[tuple[str, str]]:
    return {(r.task, r.to_unit) for r in rows(text)}


@pytest.mark.parametrize(
    ("text", "task", "owner"),
    [
        ("På havnen er havnechefen den øverste redningsansvarlige.", "den øverste redningsansvarlige", "Havnechefen"),
        ("Direktionen udgør det strategiske niveau for fyrene.", "det strategiske niveau for fyrene", "Direktionen"),
        ("Det taktiske niveau udgør fyrgruppen.", "Det taktiske niveau", "Fyrgruppen"),
        (
            "Byrådet består af ni medlemmer og er øens øverste besluttende myndighed.",
            "øens øverste besluttende myndighed",
            "Byrådet",
        ),
        ("Det er således den enkelte havnefogeds ansvar, at tovene holder.", "tovene holder", "Den enkelte havnefoged"),
        ("Det er dermed en skoleleders opgave at ringe ind.", "ringe ind", "En skoleleder"),
        ("Det er fyrmesterens ansvar at pudse linsen.", "pudse linsen", "Fyrmesteren"),
        (
            "Ansvar for havet: Det er direktionens ansvar at sikre, at fyret lyser og blinker.",
            "sikre, at fyret lyser og blinker",
            "Direktionen",
        ),
        ("Det er bestyrelsen, der har ansvaret for sejlene.", "sejlene", "Bestyrelsen"),
        (
            "Det pålægges Kommunaldirektøren, med baggrund i mødet i maj 2019, at lave et søkort.",
            "lave et søkort",
            "Kommunaldirektøren",
        ),
        ("Bådejer har ansvaret for at tømme kølen.", "tømme kølen", "Bådejer"),
        ("Alle medarbejdere har ansvar for ro på broen.", "ro på broen", "Alle medarbejdere"),
        ("Der udpeges kaj- og broledere, som bl.a. har ansvar for tovværket.", "tovværket", "Kaj- og broledere"),
        (
            "Bestyrelsen har ansvaret for, at regler, rådet har vedtaget, bliver fulgt ombord.",
            "regler, rådet har vedtaget, bliver fulgt ombord",
            "Bestyrelsen",
        ),
    ],
)
def test_who_answers_owns(text: str, task: str, owner: str) -> None:
    assert owned(text) == {(task, owner)}
    assert rows(text)[0].effective_from is None


@pytest.mark.parametrize(
    "text",
    [
        "Det er typisk de ledere, som er ansvarlige for sejlene.",
        "Der afsættes midler til en projektleder, der har ansvaret for sejlene.",
        "Der er en direktør fra hver af de syv klubber, som har ansvar for sejlene.",
        "Planen udgør det strategiske niveau for fyrene.",
        "Det er en god ide at ringe ind.",
        "Det øverste fyr er havnens ældste.",
    ],
)
def test_what_names_nobody_owns_nothing(text: str) -> None:
    assert not owned(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Havnegruppen skal bl.a. vælge en fyrmester, godkende ruter og søkort samt sikre vagter.",
            {
                ("vælge en fyrmester", "Havnegruppen"),
                ("godkende ruter og søkort", "Havnegruppen"),
                ("sikre vagter", "Havnegruppen"),
            },
        ),
        (
            "Skolebestyrelsen udtaler sig om sejlads og fører tilsyn med bådene.",
            {("tilsyn med bådene", "Skolebestyrelsen")},
        ),
        ("Hver leder har ansvar for tovene på egen båd.", {("tovene på egen båd", "Hver leder")}),
        ("Havnechefen har ledelsesansvaret for tre moler.", {("ledelsesansvaret for tre moler", "Havnechefen")}),
        (
            "Projektejeren er ansvarlig for, at broerne holder, og fyrmesteren rapporterer til styregruppen.",
            {("broerne holder", "Projektejeren")},
        ),
        ("Styregruppen indkaldes af Havnekontoret.", {("indkaldelse af styregruppen", "Havnekontoret")}),
        ("Det er arbejdsgiveren alene, som har det juridiske ansvar for broen.", {("broen", "Arbejdsgiveren")}),
        ("De beslutninger, der træffes om broen, er lovlige og ligger i rammer, der er givet af byrådet.", set()),
    ],
)
def test_acts_of_a_duty(text: str, expected: set[tuple[str, str]]) -> None:
    assert owned(text) == expected


def test_whose_task_it_is_may_be_a_list() -> None:
    text = "Det er direktionens opgave:\n\n- at følge tidevandet\n- at ansætte styrmænd\n"
    assert owned(text) == {("følge tidevandet", "Direktionen"), ("ansætte styrmænd", "Direktionen")}
