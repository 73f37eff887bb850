"""What is kept by an object's identity."""

from core.identity import kept
from core.schema import Document, Kind


def test_one_object_is_worked_on_once_and_an_equal_one_anew():
    seen = []

    @kept(2)
    def doubled(numbers):
        """Twice."""
        seen.append(numbers)
        return [2 * n for n in numbers]

    first, equal = (1, *[2]), tuple([1, 2])
    assert doubled(first) is doubled(first)
    assert doubled(equal) == doubled(first)
    assert doubled(equal) is not doubled(first)
    assert len(seen) == 2
    assert doubled.__doc__ == "Twice."


def test_the_oldest_are_let_go():
    seen = []
    doubled = kept(1)(lambda numbers: seen.append(numbers) or len(seen))
    one, other = [1], [2]
    assert [doubled(one), doubled(other), doubled(one)] == [1, 2, 3]


def test_documents_of_one_content_hash_alike():
    one, same = (Document("id", name, "Titel", Kind.MEMO, None, "a", "a") for name in ("a.txt", "b.txt"))
    assert hash(one) == hash(same)
    assert one != same
