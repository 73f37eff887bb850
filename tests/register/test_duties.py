"""Duties told by a modal and any infinitive, by a duty's name, or asked of somebody; everyday work in the present."""

from __future__ import annotations

import pytest

from tests.register.papers import rows

FOUND = [
    ("Centercheferne skal straks alarmere deres vagthold.", "Centercheferne", "alarmere deres vagthold"),
    ("Skov og Natur skal hurtigst muligt afspærre broen.", "Skov og Natur", "afspærre broen"),
    ("Skov og Natur har pligt til at mærke gamle træer.", "Skov og Natur", "mærke gamle træer"),
    ("Kriseledelsen har ledelsen, indtil faren er drevet over.", "Kriseledelsen", "ledelsen"),
    ("Direktionen har formandskabet for udviklingsgruppen.", "Direktionen", "formandskabet for udviklingsgruppen"),
    (
        "Teknikudvalget anmodede samtidig Skov og Natur om at tegne et kort over stierne.",
        "Skov og Natur",
        "tegne et kort over stierne",
    ),
    ("Arbejdsgruppen fik til opgave at tegne et kort over stierne.", "Arbejdsgruppen", "tegne et kort over stierne"),
    (
        "Skov og Natur er sammen med Vej og Park om at male, rense og efterse broen.",
        "Skov og Natur; Vej og Park",
        "male, rense og efterse broen",
    ),
    ("Alarmtjenesten købes i dag hos Brandvæsenet.", "Brandvæsenet", "Alarmtjenesten"),
    (
        "Pressekontorets medarbejdere holder kontakt til aviserne.",
        "Pressekontorets medarbejdere",
        "kontakt til aviserne",
    ),
    ("Formanden vælges om lidt, så Skov og Natur varetager driften af broen.", "Skov og Natur", "broen"),
    (
        "Vagtkontoret skal sammen med Havnerådet male en oversigt over broerne.",
        "Vagtkontoret",
        "male en oversigt over broerne",
    ),
    (
        "For at følge loven er det systemejerens opgave:\n- At tælle både\n- At føre logbog",
        "Systemejeren",
        "At tælle både",
    ),
    ("Når vagten er slut, skal vagtlederen låse porten.", "Vagtlederen", "låse porten"),
    ("Den daglige leder skal holde direktionen orienteret.", "Den daglige leder", "holde direktionen orienteret"),
    ("Lederen på den enkelte bro skal ajourføre listen.", "Lederen på den enkelte bro", "ajourføre listen"),
    ("Projektejeren skal orientere direktionen.", "Projektejeren", "orientere direktionen"),
    ("Systemejer skal desuden ajourføre listen.", "Systemejer", "ajourføre listen"),
    ("Vagtlederen har følgende opgaver:\n- at låse porten\n- at tælle både", "Vagtlederen", "tælle både"),
    ("Styregruppen prioriterer mellem ansøgningerne.", "Styregruppen", "prioritering mellem ansøgningerne"),
    ("Plan og Byg svarer på spørgsmål om skel.", "Plan og Byg", "spørgsmål om skel"),
    (
        "Pressechefens medarbejdere holder også kontakt til aviserne.",
        "Pressechefens medarbejdere",
        "kontakt til aviserne",
    ),
]
NOTHING = [
    "Lodsejerne skal slå deres brinker hvert efterår.",
    "Ansøgerne skal vedlægge et budget.",
    "Sommerhusejerne har pligt til at rense skorstenen.",
    "Teknikudvalget skal udpege en næstformand.",  # its own procedure
    "Drøftelsen skal lede frem mod en fælles plan.",
    "Ressortændringen skal gælde fra nytår.",
    "Ledergruppen skal være åben for nye ideer.",
    "Ledergruppen skal drøfte, om kiosken lukker.",
    "Ledergruppen drøfter, om Skov og Natur skal rydde stien.",
    "Vestborg Kommune bør plante flere træer.",
    "Derfor skal borgerne melde fejl på broen.",
    "Beboere skal rydde sne.",
    "Anlægsejeren skal indberette forbruget.",
    "Grundejerforeningen skal rense brøndene.",
    "Medarbejderen skal aflevere sin nøgle.",
    "Vagtkontoret skal hjælpe med, at bådene bliver set.",
    "Efter mødet skal vagtlederne inddrage og høre sejlerne.",
    "Havnekontoret placerer hver sejler i én af fire grupper.",
    "Foreningen skal indsende regnskab.",
    "Hvis taget er utæt, skal ejeren reparere det.",
    "Entreprenøren skal rydde pladsen.",
    "Hvis broen lukker, skal Vestborg Kommune skilte omvejen.",
    "Efter mødet skal rapporten sendes til havnen.",
    "Havnebestyrelsen kan:\n- Sejle en tur\n- Holde fest",
    "Kortsystemet, som opdaterer planen, er nyt.",
]


@pytest.mark.parametrize(("text", "owner", "task"), FOUND)
def test_a_duty_is_found(text: str, owner: str, task: str) -> None:
    assert (owner, task) in [(r.to_unit, r.task) for r in rows(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_duty_is_made_up(text: str) -> None:
    assert rows(text) == ()


def test_a_list_of_what_may_be_done_is_not_of_the_list_before() -> None:
    text = "Havnebestyrelsen skal:\n- Føre tilsyn\n- Godkende takster\n\nHavnebestyrelsen kan:\n- Sejle en tur\n"
    assert [r.task for r in rows(text)] == ["Føre tilsyn", "Godkende takster"]


def test_a_definite_noun_is_no_further_act() -> None:
    text = "Den budgetansvarlige skal selv beskrive kontrollen og formerne samt bilagene 1, 3 og 4."
    assert len(rows(text)) == 1
