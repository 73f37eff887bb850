"""A small library in memory: own Danish text, word-overlap search, a hand-made register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from answer import Answerer
from core.citations import collapse
from core.danish.tokens import is_stop_word, stem, tokenize
from core.errors import UsageError
from core.schema import (
    Basis,
    Block,
    BlockKind,
    Conflict,
    Document,
    Event,
    Filters,
    Hit,
    Kind,
    Passage,
    Responsibility,
    Span,
    Status,
    Unit,
)
from core.settings import Settings

AGREEMENT = """Aftale om havne og badeanstalter

Parterne har den 3. maj 2031 aftalt, at badeanstalterne samles hos Fritidsudvalget (FRU).

Ansvaret for drift af lystbådehavnen flyttes fra Teknikudvalget (TEU) til Fritidsudvalget fra den 1. januar 2032.

Der er afsat 4,5 mio. kr. til badebroen i 2032 og 3,5 mio. kr. til badebroen i 2033.

Badebroen har plads til 120 badegæster ad gangen.

Livredderkorpset er midlertidigt og skal ikke være en fast ordning.

En havneattest er et bevis på, at bådens ejer har betalt pladsleje."""

PLAN = """Handleplan for badebroen

Badebroen forventes at få plads til 150 badegæster, når den er bygget færdig.

Målet er, at 80 pct. af børnene i kommunen kan svømme i 2034.

Havnefogeden skal hvert år i marts skrive en rapport om vandkvaliteten til udvalget."""


def make_document(name: str, text: str, kind: Kind, day: date | None = None) -> Document:
    """A document whose paragraphs are its blocks and passages; the first is its heading and title."""
    blocks: list[Block] = []
    passages: list[Passage] = []
    at = 0
    title = text.split("\n\n", 1)[0]
    for i, paragraph in enumerate(text.split("\n\n")):
        end = at + len(paragraph)
        if i == 0:
            blocks.append(Block(BlockKind.HEADING, at, end, level=1))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, at, end, section=(title,)))
            passages.append(Passage(f"{name}-{i}", name, at, end, collapse(paragraph), section=(title,)))
        at = end + 2
    return Document(name, name, title, kind, day, text, text, blocks=tuple(blocks), passages=tuple(passages))


class FakeLibrary:
    """Documents by id."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.held = {document.id: document for document in documents}

    def document(self, document_id: str) -> Document:
        if document_id not in self.held:
            raise UsageError(document_id)
        return self.held[document_id]

    def documents(self, filters: Filters) -> list[Document]:
        held = [d for d in self.held.values() if not filters.documents or d.id in filters.documents]
        return [d for d in held if not filters.kinds or d.kind in filters.kinds]

    def passages(self, document_id: str) -> Sequence[Passage]:
        return self.held[document_id].passages


class FakeRetriever:
    """Passages by the share of the query's stems they hold."""

    def __init__(self, library: FakeLibrary) -> None:
        self.library = library
        self._words = Counter(w for d in library.held.values() for p in d.passages for w in set(tokenize(p.text)))

    def vocabulary(self) -> Mapping[str, int]:
        return self._words

    def search(
        self, query: str, filters: Filters, top: int, expansions: Mapping[str, Sequence[str]] | None = None
    ) -> list[Hit]:
        asked = {stem(word) for word in tokenize(query) if not is_stop_word(word)}
        hits = []
        for document in self.library.documents(filters):
            for passage in document.passages:
                held = {stem(word) for word in tokenize(passage.text)}
                share = len(asked & held) / max(len(asked), 1)
                hits.append(Hit(passage, share, {"dense": 0.8 + 0.12 * share, "lexical": share}))
        return sorted(hits, key=lambda hit: -hit.score)[:top]


@dataclass
class FakeRegister:
    """What a register over the texts above would say."""

    rows: list[Responsibility] = field(default_factory=list)
    differ: list[Conflict] = field(default_factory=list)
    held: list[Unit] = field(default_factory=list)
    of_place: dict[str, str] = field(default_factory=dict)
    dated: list[Event] = field(default_factory=list)

    def responsibilities(self, *, as_of: date | None = None, task: str = "", unit: str = "") -> list[Responsibility]:
        return self.rows

    def units(self) -> list[Unit]:
        return self.held

    def conflicts(self) -> list[Conflict]:
        return self.differ

    def timeline(self) -> list[Event]:
        return self.dated

    def aliases(self) -> Mapping[str, Sequence[str]]:
        return {"fru": ("Fritidsudvalget",), "fritidsudvalget": ("FRU",)}

    def name_on(self, unit: str, day: date, document_id: str = "") -> str:
        return unit

    def places(self) -> Mapping[str, str]:
        return self.of_place


def place(text: str, words: str) -> Span:
    """Where words stand."""
    at = text.index(words)
    return Span(at, at + len(words))


def make_register() -> FakeRegister:
    moved = place(
        AGREEMENT, "Ansvaret for drift af lystbådehavnen flyttes fra Teknikudvalget (TEU) til Fritidsudvalget"
    )
    row = Responsibility(
        key="1",
        task="drift af lystbådehavnen",
        area="",
        from_unit="Teknikudvalget",
        to_unit="Fritidsudvalget",
        effective_from=date(2032, 1, 1),
        basis=Basis.EXPLICIT,
        status=Status.DECIDED,
        document_id="aftale.txt",
        start=moved.start,
        end=moved.end,
        effective_text="fra den 1. januar 2032",
    )
    differ = Conflict(
        "plads til badegæster",
        "number",
        ("aftale.txt", place(AGREEMENT, "Badebroen har plads til 120 badegæster ad gangen.")),
        ("plan.txt", place(PLAN, "Badebroen forventes at få plads til 150 badegæster, når den er bygget færdig.")),
        ("120", "150"),
    )
    units = [
        Unit("Fritidsudvalget", "udvalg", ("FRU",)),
        Unit("Teknikudvalget", "udvalg", ("TEU",)),
    ]
    return FakeRegister([row], [differ], units)


def make_answerer(settings: Settings | None = None, documents: Sequence[Document] | None = None) -> Answerer:
    """An answerer over the two texts above."""
    if documents is None:
        documents = [
            make_document("aftale.txt", AGREEMENT, Kind.AGREEMENT, date(2031, 5, 3)),
            make_document("plan.txt", PLAN, Kind.ACTION_PLAN),
        ]
    library = FakeLibrary(documents)
    register = make_register() if documents else FakeRegister()
    return Answerer(library, FakeRetriever(library), register, settings or Settings())
