"""Roles and bodies over their tasks, whose tasks they are told by a genitive or a pronoun, and things that go on as
they are."""

from __future__ import annotations

import pytest

from tests.register.papers import rows

FOUND = [
    (
        "Projektejer:\n- Udpeger projektlederen\n- Godkender planen",
        "Projektejer",
        ["Udpeger projektlederen", "Godkender planen"],
    ),
    (
        "Projektejerens rolle/ansvar\n\nFase 1: Start\n\n- Udpege en tovholder\n- Godkende planen\n- Ingen rolle "
        "herudover\n\nFase 2: Drift\n\n- Følge gevinsterne",
        "Projektejeren",
        ["Udpege en tovholder", "Godkende planen", "Følge gevinsterne"],
    ),
    (
        "Opgaver for kriselederen\n\n- Indkalde vagten\n- Orientere havnen",
        "Kriselederen",
        ["Indkalde vagten", "Orientere havnen"],
    ),
    (
        "Styregruppens opgaver er:\n- at godkende planen\n- at følge vejret",
        "Styregruppen",
        ["godkende planen", "følge vejret"],
    ),
    ("Koordinatorens opgave er blandt andet at samle tal fra havnene.", "Koordinatoren", ["samle tal fra havnene"]),
    (
        "Lederens opgaver: vagtplaner, opfølgning på budgettet og tilsyn.",
        "Lederen",
        ["vagtplaner", "opfølgning på budgettet", "tilsyn"],
    ),
    (
        "Der er fem lokale bådråd i kommunen. Deres opgave er at rådgive om broer.",
        "Lokale bådråd",
        ["rådgive om broer"],
    ),
    ("Naturgruppen mødes hver måned. Dens opgaver er at overvåge åen.", "Naturgruppen", ["overvåge åen"]),
    ("Et Bådråd, der fastlægger takster for gæster.", "Bådråd", ["takster for gæster"]),
    ("Delprojekt 2 (broer): Vej og Park.", "Vej og Park", ["Delprojekt 2 (broer)"]),
    ("Plejehjemmenes gartnere bliver under Center for Omsorg.", "Center for Omsorg", ["Plejehjemmenes gartnere"]),
    ("Vand og Natur skal være indgangen for alle både.", "Vand og Natur", ["indgangen for alle både"]),
    ("Aftalen med Turistrådet om guider fortsætter som hidtil.", "Turistrådet", ["Aftalen med Turistrådet om guider"]),
    ("Bådpuljen videreføres uændret i Kulturudvalget.", "Kulturudvalget", ["Bådpuljen"]),
    (
        "Indtil der er truffet anden beslutning, behandles ansøgninger om broer i Center for Omsorg.",
        "Center for Omsorg",
        ["ansøgninger om broer"],
    ),
]
NOTHING = [
    "Projektgruppe:\n- Projektlederen\n- Deltagere fra havnen\n- Specialister",  # who sits in it
    "Brugerne:\n- Kontakter kommunen\n- Har hund\n- Bor i byen",
    "Styregruppen\n\n- Formand for udvalget\n- Medlemmer af byrådet",
    "Tema (broer): Sommer og vinter.",
    "Spor B: Natur og drift",  # the name of a topic
    "Havnen ligger mod nord. Deres opgave er svær.",
    "Sagen behandles i Teknikudvalget.",
    "Et Bådråd, der fastlægger takster, ønskes ikke.",
    "Aftalen med parterne videreføres uændret.",
]


@pytest.mark.parametrize(("text", "owner", "tasks"), FOUND)
def test_tasks_below_or_behind_a_role(text: str, owner: str, tasks: list[str]) -> None:
    assert [(r.to_unit, r.task) for r in rows(text)] == [(owner, task) for task in tasks]


@pytest.mark.parametrize("text", NOTHING)
def test_no_role_is_given_what_is_no_task(text: str) -> None:
    assert rows(text) == ()


def test_what_goes_on_unchanged_is_kept() -> None:
    assert [r.relation for r in rows("Bådpuljen videreføres uændret i Kulturudvalget.")] == ["keep"]
