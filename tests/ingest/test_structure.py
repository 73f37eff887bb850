"""Structure: what goes on, what starts anew, which headings stand over which."""

from __future__ import annotations

import pytest

from core.schema import Block, BlockKind
from ingest.structure import build_structure
from ingest.structure.joins import goes_on, is_open
from ingest.structure.marks import mark_of

LINE = "Havneudvalget drøftede sagen, og der var enighed om at gå videre med det"


def blocks(text: str) -> list[tuple[str, str]]:
    return [(b.kind.value, " ".join(text[b.start : b.end].split())) for b in build_structure(text).blocks]


def block(text: str, words: str) -> Block:
    return next(b for b in build_structure(text).blocks if words in text[b.start : b.end])


@pytest.mark.parametrize(
    "text", ["hvem der har ret til", "jf.", "Sundheds- og", "navnene,", "frem-", "den nye (", "pr."]
)
def test_words_no_sentence_ends_with(text: str) -> None:
    assert is_open(text)


@pytest.mark.parametrize("text", ["for dem, der har ret til det.", "det hele", "i dag.", "mv.", "afsnit 2"])
def test_words_a_sentence_may_end_with(text: str) -> None:
    assert not is_open(text)


def test_small_letter_goes_on_over_a_blank_line_unless_the_sentence_closed() -> None:
    assert goes_on("gør det lettere at", "finde vej")
    assert not goes_on("Det er aftalt.", "at samle alt")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("- at samle", "bullet", 0), ("• at samle", "bullet", 0), ("e Sagsgennemgang", "bullet", 0),
        ("-atsamle opgaver", "bullet", 0), ("3. Økonomi", "number", 3), ("2.1 Økonomi", "decimal", 1),
        ("b) Oplæring", "letter", 2), ("2.c) Team", "letter", 3), ("iv) Fjerde", "roman", 4), ("## Del", "hash", 0),
        ("Princip 2: Fremgang", "label", 2),
    ],
)  # fmt: skip
def test_marks(text: str, kind: str, value: int) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.kind, mark.value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["1. januar 2026 flytter opgaven", "Den 1. Marts", "2022-0359762", "1.357 kr.", "en havn"]
)
def test_dates_and_numbers_are_no_marks(text: str) -> None:
    assert mark_of(text) is None


def test_short_line_before_running_text_is_a_heading_without_blank_line() -> None:
    text = f"{LINE}.\n\nØkonomi\n{LINE}\nsom aftalt i udvalget.\n"
    assert blocks(text)[1] == ("heading", "Økonomi")
    assert block(text, "som aftalt").section == ("Økonomi",)


def test_a_heading_right_above_an_open_sentence_with_a_list() -> None:
    text = f"{LINE}.\n\nOpgaver\nHavnerådet skal\n- måle stierne\n- tælle broerne\n\n{LINE}.\n"
    assert blocks(text)[1] == ("heading", "Opgaver")
    assert block(text, "- måle").lead_in == "Havnerådet skal"


def test_heading_over_several_lines_with_its_note_in_brackets() -> None:
    text = f"{LINE}.\n\nSamling af havnens\nværksteder og\nbådpladser under\nHavneudvalget\n\n(model 2)\n\n{LINE}.\n"
    assert blocks(text)[1] == ("heading", "Samling af havnens værksteder og bådpladser under Havneudvalget (model 2)")


def test_numbered_run_is_a_list_and_a_lone_number_above_text_a_heading() -> None:
    text = f"{LINE} i tre dele:\n\n1. Havn\n2. Park\n3. Stier\n\n1. Havn\n\n{LINE}.\n\n2. Park\n\n{LINE}.\n"
    kinds = [kind for kind, words in blocks(text) if words[0].isdigit()]
    assert kinds == ["list_item"] * 3 + ["heading"] * 2
    assert block(text, "1. Havn\n2. Park"[:7]).lead_in.endswith("i tre dele:")


def test_points_that_lost_their_bullets_under_a_lead_in() -> None:
    text = f"{LINE} og om:\n\nat udlejningen flyttes\n\nat bådpladserne følger med\n\n{LINE}.\n"
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "list_item", "list_item", "paragraph"]


def test_style_met_before_closes_what_stands_under_it() -> None:
    text = "".join(
        f"{head}\n\n{LINE}.\n\n"
        for head in (
            "Del 1 om havnen",
            "Mål [afsnit A]",
            "Penge",
            "Plan [afsnit B]",
            "Del 2 om parken",
            "Mål [afsnit A]",
        )
    )
    sections = [b.section for b in build_structure(text).blocks if b.kind is BlockKind.PARAGRAPH]
    assert sections[2] == ("Del 1 om havnen", "Mål [afsnit A]", "Penge")
    assert sections[3] == ("Del 1 om havnen", "Plan [afsnit B]")
    assert sections[5] == ("Del 2 om parken", "Mål [afsnit A]")


def test_footnote_knows_the_sentence_of_its_mark() -> None:
    text = f"{LINE}.\n\nTilsynet passes af to årsværk1. Det er nok.\n\n1 Et årsværk er 1.924 timer.\n"
    note = build_structure(text).blocks[-1]
    assert note.kind is BlockKind.FOOTNOTE
    assert note.lead_in == "Tilsynet passes af to årsværk1."


def test_text_of_nothing_has_no_blocks() -> None:
    assert build_structure(" \n\f\n").blocks == []


def test_a_meetings_first_point_covers_the_section_it_opens_with() -> None:
    text = (
        "Prøveby Kommune\n\nReferat af møde i Havneudvalget den 3. maj 2026\n\nPunkt 1. Ny mole\n\nSagsfremstilling\n\n"
        "Forvaltningen foreslår, at der bygges en ny mole ved den gamle havn, og at den gamle mole rives ned.\n\n"
        "Beslutning\n\nUdvalget godkendte forslaget, og molen bygges til næste år af havnens eget hold.\n\n"
        "Punkt 2. Badebroen\n\nUdvalget drøftede driften af badebroen, som er dyr at holde ved lige om vinteren.\n"
    )
    sections = [block.section for block in build_structure(text).blocks if block.kind is BlockKind.PARAGRAPH]
    assert sections == [
        ("Punkt 1. Ny mole", "Sagsfremstilling"),
        ("Punkt 1. Ny mole", "Beslutning"),
        ("Punkt 2. Badebroen",),
    ]
