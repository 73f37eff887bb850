from datetime import date

from core.schema import Conflict, Document, Kind
from tests.register.papers import paper, register

AGREEMENT = (
    "Der nedsættes et opsøgende havneteam, som skal hjælpe ca. 500 udsatte sejlere med at "
    "finde en fast plads i byens havn."
)
PLAN = (
    "Der er nedsat et opsøgende havneteam, som hjælper udsatte sejlere (ca. 420 personer) med "
    "at finde en fast plads i byens havn."
)


def conflicts(*documents: Document) -> list[Conflict]:
    return register(*documents).conflicts()


def test_different_counts_of_the_same_thing() -> None:
    (found,) = conflicts(paper(AGREEMENT.replace("sejlere", "personer"), name="a"), paper(PLAN, name="b"))
    assert found.type == "number"
    assert set(found.differs) == {"500", "420"}


def test_counts_of_other_things_are_no_conflict() -> None:
    assert (
        conflicts(
            paper("Havnen har 12 broer.", name="a"), paper("Skolen har 14 klasser og 3 broer over åen.", name="b")
        )
        == []
    )
    assert (
        conflicts(paper("De tre områder uddybes nedenfor.", name="a"), paper("De fire områder uddybes her.", name="b"))
        == []
    )


def test_a_compound_and_its_last_part_count_the_same() -> None:
    found = conflicts(
        paper("Aftalen omfatter ændringer af de 11 havneområder.", name="a"),
        paper("For hver af de otte områder, hvor der sker havneændringer efter aftalen, er der en plan.", name="b"),
    )
    assert [set(c.differs) for c in found] == [{"11", "otte"}]


def test_different_receivers_of_one_task() -> None:
    found = conflicts(
        paper("Havnebade flyttes fra Teknikudvalget til Fritidsudvalget.", name="a", day=date(2024, 1, 1)),
        paper("Havnebade flyttes fra Teknikudvalget til Skoleudvalget.", name="b", day=date(2025, 1, 1)),
    )
    assert [(c.type, set(c.differs), c.newer) for c in found] == [
        ("owner", {"Fritidsudvalget", "Skoleudvalget"}, found[0].newer)
    ]
    assert found[0].newer in ("a", "b")


def test_committee_and_its_administration_are_no_conflict() -> None:
    together = "Socialudvalget med ansvar for Socialforvaltningen. Herberger flyttes fra Byudvalget til {}."
    assert (
        conflicts(
            paper(together.format("Socialudvalget"), name="a"), paper(together.format("Socialforvaltningen"), name="b")
        )
        == []
    )


def test_a_later_name_is_no_conflict() -> None:
    renamed = "Fritidsudvalget skifter navn til Kultur- og Fritidsudvalget.\n\nHavnebade flyttes til Fritidsudvalget."
    assert (
        conflicts(paper(renamed, name="a"), paper("Havnebade flyttes til Kultur- og Fritidsudvalget.", name="b")) == []
    )


def test_different_recipients_of_a_report() -> None:
    found = conflicts(
        paper("Der afrapporteres på fremdriften til Havneudvalget.", name="a"),
        paper("Der afrapporteres månedligt på fremdriften til Borgmesteren.", name="b"),
    )
    assert [c.type for c in found] == ["recipient"]


def test_something_denied_that_is_told_elsewhere() -> None:
    (found,) = conflicts(
        paper(
            "Et sådant hold arbejdede i havnen. Der var kun afsat midler til holdet i 2017.\n\nDer er ikke "
            "tidligere afsat midler til formålet."
        )
    )
    assert found.type == "wording"


def test_a_start_before_the_decision() -> None:
    plan = (
        "Den 19. juni 2025 godkendte byrådet en aftale om havnens fordeling.\n\n"
        + PLAN
        + "\n\nHavneteamet startede i maj 2025."
    )
    found = conflicts(
        paper(AGREEMENT, name="a", title="Aftale om havnens fordeling", kind=Kind.AGREEMENT),
        paper(plan, name="b", title="Plan"),
    )
    assert "date" in {c.type for c in found}


def test_places_stand_in_their_documents() -> None:
    a, b = paper(AGREEMENT.replace("sejlere", "personer"), name="a"), paper(PLAN, name="b")
    texts = {d.id: d.cleaned for d in (a, b)}
    for conflict in conflicts(a, b):
        for (document, span), value in zip((conflict.a, conflict.b), conflict.differs, strict=True):
            assert value in texts[document][span.start : span.end]


def test_documents_that_agree_have_no_conflict() -> None:
    assert conflicts(paper(PLAN, name="a"), paper(PLAN + " Holdet er tværfagligt.", name="b")) == []


def test_a_later_document_that_moves_a_task_again_updates_the_older_one() -> None:
    found = conflicts(
        paper(
            "Havnebade flyttes fra Teknikudvalget til Fritidsudvalget den 1. marts 2024.",
            name="a",
            day=date(2023, 1, 1),
        ),
        paper(
            "Havnebade flyttes fra Fritidsudvalget til Skoleudvalget den 1. marts 2026.", name="b", day=date(2025, 1, 1)
        ),
    )
    assert [(c.type, set(c.differs)) for c in found] == [("update", {"Fritidsudvalget", "Skoleudvalget"})]


def test_boilerplate_in_many_documents_is_no_conflict() -> None:
    sizes = (5, 7, 9, 11, 13, 15, 17)
    papers = [
        paper(f"Udvalget består af {n} medlemmer, der vælges af byrådet for fire år.", name=str(n)) for n in sizes
    ]
    assert conflicts(*papers) == []
