"""A unit under its heading."""

from core.schema import Block, BlockKind, Document, Kind, Passage
from index.units import headed

TEXT = "Punkt 4: Forslag fra Havneudvalget:\n\nKajen forlænges.\n\nMolen udvides."
HEAD = TEXT.index("\n\n")
FIRST, SECOND = TEXT.index("Kajen"), TEXT.index("Molen")
BLOCKS = (
    Block(BlockKind.HEADING, 0, HEAD),
    Block(BlockKind.PARAGRAPH, FIRST, SECOND - 2),
    Block(BlockKind.PARAGRAPH, SECOND, len(TEXT)),
)
NAME = "Punkt 4: Forslag fra Havneudvalget"


def document(blocks=BLOCKS):
    return Document("d", "d.txt", "d", Kind.MINUTES, None, TEXT, TEXT, blocks=blocks)


def unit(start, end, section=(NAME,)):
    return Passage("p", "d", start, end, TEXT[start:end], section)


def test_the_first_unit_begins_with_its_heading():
    shown = headed(unit(FIRST, len(TEXT)), document())
    assert (shown.start, shown.end) == (0, len(TEXT))
    assert shown.text == f"{NAME}:\n{TEXT[FIRST:]}"


def test_a_later_unit_stays_as_it_is():
    later = unit(SECOND, len(TEXT))
    assert headed(later, document()) == later


def test_a_heading_the_unit_does_not_stand_under_is_not_taken():
    other = unit(FIRST, len(TEXT), ("Punkt 5",))
    assert headed(other, document()) == other


def test_headings_on_top_of_each_other_are_taken_together():
    cut = TEXT.index(" Forslag")
    blocks = (Block(BlockKind.HEADING, 0, cut), Block(BlockKind.HEADING, cut + 1, HEAD), *BLOCKS[1:])
    shown = headed(unit(FIRST, SECOND - 2, ("Punkt 4", "Forslag fra Havneudvalget")), document(blocks))
    assert shown.start == 0
    assert shown.text.splitlines() == ["Punkt 4:", "Forslag fra Havneudvalget:", "Kajen forlænges."]
