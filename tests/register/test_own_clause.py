"""A task, its owner and its giver are those of the verb's own clause."""

from __future__ import annotations

import pytest

from tests.register.papers import one, rows


@pytest.mark.parametrize("aside", ["efter nedlæggelsen af Strandrådet ", ""])
def test_the_body_that_was_closed_is_not_the_owner(aside: str) -> None:
    row = one(f"Strandpuljen fordeles {aside}af Økonomiudvalget.")
    assert (row.task, row.to_unit) == ("Strandpuljen", "Økonomiudvalget")


@pytest.mark.parametrize("word", ["området", "opgaven", "det"])
def test_what_was_done_elsewhere_before_names_what_moves(word: str) -> None:
    row = one(f"Udlejning af både er tidligere blevet håndteret i Kulturafdelingen, men {word} blev i 2024 flyttet til "
              "Økonomiafdelingen.")  # fmt: skip
    assert (row.task, row.from_unit, row.to_unit) == ("Udlejning af både", "Kulturafdelingen", "Økonomiafdelingen")


def test_what_belongs_to_a_unit_is_the_noun_right_before() -> None:
    row = one("Anmeldelse af både behandles i Bådregisteret, der organisatorisk hører til Havnekontoret.")
    assert (row.task, row.to_unit) == ("Bådregisteret", "Havnekontoret")


def test_a_name_with_an_adjective_and_a_role_is_one_owner() -> None:
    assert one("Vagtplanen er overdraget til Borgerservices faglige koordinator.").to_unit == (
        "Borgerservices faglige koordinator"
    )


def test_a_number_of_things_opens_a_clause_of_its_own() -> None:
    assert [r.task for r in rows("Holdet flyttes, og to bådpladser overføres til Havnekontoret.")] == ["to bådpladser"]


@pytest.mark.parametrize(
    "said",
    [
        "Havneplanen er vedtaget af Havneudvalget.",
        "De to førstnævnte tilbud er aktuelt placeret i Havnekontoret.",
        "Sejlerforbundets lokalafdeling har i høringsfasen opfordret til, at puljen øges, og at Havnekontoret ansætter "
        "en molekoordinator.",
        "Den varslede havnelov kan medføre, at Havnekontoret overtager molerne.",
    ],
)
def test_what_was_done_nor_named_nor_decided_is_no_row(said: str) -> None:
    assert rows(said) == ()


@pytest.mark.parametrize(
    ("said", "task", "owner"),
    [
        ("Styregruppen mødes hver måned og skal følge fremdriften i projektet.", "følge fremdriften", "Styregruppen"),
        ("Den enkelte leder er fortsat forpligtet til at indkalde til samtale.", "indkalde til samtale", "Den enkelte"),
        ("Sager, hvor lederen selv er part, håndteres af havnechefen.", "Sager, hvor lederen selv er", "Havnechefen"),
        ("Tvivl rettes mod Havnekontoret, som i fællesskab skal finde en løsning.", "finde en løsning", "Havnekont"),
        (
            "Anløb meldes til Havnekontoret, som ifølge reglementet foretager en vurdering.",
            "foretage en vur",
            "Havnekon",
        ),
        ("Lejen stiger, således at Havnekontoret ligeledes afholder kurser.", "afholde kurser", "Havnekontoret"),
        ("Havnekontoret udarbejder i samarbejde med Kystvagten en pjece om sejlads.", "en pjece om sejlads", "Havne"),
        ("Bådguider rekrutteres og uddannes i et samarbejde mellem bådklubben og havnekontoret.", "Bådguider", "Båd"),
        ("Hegnsprojektet følges af byggeudvalget.", "Hegnsprojektet", "Byggeudvalget"),
        ("Oplysning om havnen, det vil sige skilte og film, påhviler Havnekontoret.", "Oplysning om havnen", "Havnek"),
        ("Ansvaret for molens rammer er uddelegeret til holdlederne.", "molens rammer", "Holdlederne"),
        ("Reglen siger, at nærmeste leder har ansvaret for at afdække forløbet.", "afdække forløbet", "Nærmeste leder"),
        ("Broerne lejes ud, idet depotet dog stadig sørger for lagerstyring.", "lagerstyring", "Depotet"),
    ],
)
def test_the_verb_gives_its_own_object_and_owner(said: str, task: str, owner: str) -> None:
    row = one(said)
    assert row.task.startswith(task)
    assert row.to_unit.startswith(owner)


def test_who_had_it_so_far_and_whose_people_have_it_next() -> None:
    row = one(
        "Forhandlingerne er hidtil blevet ført af sagsbehandlerne, hvilket har kostet tid. "
        "Med virkning fra 1. januar 2027 føres de af Indkøbsafdelingens takstforhandlere."
    )
    assert (row.from_unit, row.to_unit) == ("Sagsbehandlerne", "Indkøbsafdelingens takstforhandlere")


@pytest.mark.parametrize(
    "said",
    [
        "Er der tvivl om, hvor en opgave hører hjemme, rettes henvendelse til de to afdelingsledere.",
        "Bådtelefonen afløses af Døgnvagten.",
    ],
)
def test_where_to_ask_and_what_comes_instead_is_no_owner(said: str) -> None:
    assert rows(said) == ()


def test_a_task_ends_before_the_next_subject() -> None:
    row = next(
        r
        for r in rows("Havnekontoret sørger for korte resuméer, og sekretæren for Havneudvalget samler svarene i juni.")
        if r.to_unit == "Havnekontoret"
    )
    assert row.task == "korte resuméer"


def test_skal_before_points_without_a_colon_leads_them_in() -> None:
    found = rows("3. Opgaver\n\nHavnegruppen skal\na) efterse molerne,\nb) male bøjerne, og\nc) afprøve nye skilte.\n")
    assert [(r.task, r.to_unit) for r in found] == [
        ("efterse molerne", "Havnegruppen"),
        ("male bøjerne", "Havnegruppen"),
        ("afprøve nye skilte", "Havnegruppen"),
    ]


def test_who_makes_the_thing_told_of_last_has_that() -> None:
    found = rows("Puljen fordeles af Havneudvalget på grundlag af oversigter, som havnekoordinatoren udfærdiger.")
    assert {(r.task, r.to_unit) for r in found} == {("Puljen", "Havneudvalget"), ("oversigter", "Havnekoordinatoren")}


def test_who_takes_a_thing_upon_itself_has_it() -> None:
    row = one("Frivilligcentret har derfor påtaget sig at drive en guideordning, hvor frivillige hjælper nye sejlere.")
    assert (row.task, row.to_unit) == ("drive en guideordning", "Frivilligcentret")


def test_a_secretariat_is_not_the_centre_spoken_of() -> None:
    text = (
        "Center for Havn får tre afdelinger. Center for Havn flytter ind i Toldboden.\n\n"
        "Journalisering: Sekretariatet får ansvaret for journalisering af bådplads-sager."
    )
    assert [row.to_unit for row in rows(text) if "journalisering" in row.task] == ["Sekretariatet"]


def test_what_a_word_means_is_no_owner() -> None:
    assert not rows("Havnestab: den gruppe af chefer, der leder havnens indsats ved storm.")
