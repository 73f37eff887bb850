"""A small knowledge base for the views: made-up documents, no model, no files."""

from __future__ import annotations

import io
import threading
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from core.citations import cite
from core.errors import UsageError
from core.schema import (
    Answer,
    Basis,
    Block,
    BlockKind,
    Cell,
    Change,
    Citation,
    Conflict,
    DateSpan,
    Document,
    Event,
    Filters,
    Hit,
    Kind,
    Meta,
    Page,
    Passage,
    Precision,
    Responsibility,
    Span,
    Status,
    Table,
    TextSource,
    Unit,
    WordBox,
)
from core.settings import Settings
from index.library.find import DocumentInfo

EVIL = '<script>window.ramt = 1</script><img src=x onerror="window.ramt = 2">${window.ramt = 3}{{ramt}}'
PAGE_ONE = "Aftale om parker og legepladser\nAnsvaret for legepladser flyttes fra Havneudvalget til Parkudvalget.\n"
PAGE_TWO = "Flytningen gælder fra den 1. januar 2031.\nUdgiften er 2.500.000 kr. om året.\n"
MINUTES = (
    "Referat af moede i Parkudvalget\n\nUdvalget droeftede be-\nlysning i parkerne.\n"
    f"En borger skrev {EVIL} til udvalget.\nUdvalget hed tidligere Haveudvalget.\n"
)
BUDGET = "Budgetnotat\nTabel 1. Drift\nLegepladser 120 140\nParker 300 310\nUdgiften er 3.100.000 kr. om året.\n"


def _boxes(text: str, offset: int) -> tuple[WordBox, ...]:
    """A box for each word, line under line."""
    found: list[WordBox] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        x = 0.1
        for word in line.split(" "):
            if word:
                width, start = len(word) * 0.011, offset + at
                y = 0.1 + number * 0.05
                sure = 0.4 if word.startswith("Havne") else 0.95
                found.append(WordBox(start, start + len(word), x, y, x + width, y + 0.03, sure))
                x += width + 0.011
            at += len(word) + 1
    return tuple(found)


def agreement() -> Document:
    """A scanned document of two pages; the second needs attention."""
    text = PAGE_ONE + "\f" + PAGE_TWO
    second = len(PAGE_ONE) + 1
    head = PAGE_ONE.index("\n")
    return Document(
        id="a" * 16,
        name="parkaftale.pdf",
        title="Aftale om parker og legepladser",
        kind=Kind.AGREEMENT,
        date=date(2030, 6, 19),
        received=text,
        cleaned=text,
        media_type="application/pdf",
        size=48_000,
        pages=(
            Page(1, 0, len(PAGE_ONE), TextSource.OCR, 1.0, 0.9, None, 595, 842, _boxes(PAGE_ONE, 0)),
            Page(
                2, second, len(text), TextSource.OCR, 0.5, 0.6, "Skrevet med svag tryk.", 595, 842,
                _boxes(PAGE_TWO, second),
            ),
        ),
        blocks=(
            Block(BlockKind.HEADING, 0, head, 1),
            Block(BlockKind.PARAGRAPH, head + 1, len(PAGE_ONE)),
            Block(BlockKind.PARAGRAPH, second, len(text)),
        ),
    )  # fmt: skip


def minutes() -> Document:
    """A text file with OCR damage and planted markup, in its name too."""
    changes = []
    for before, after, sure in (
        ("moede", "møde", 0.99),
        ("droeftede", "drøftede", 0.97),
        ("be-\nlysning", "belysning", 0.6),
    ):
        start = MINUTES.index(before)
        changes.append(Change(start, start + len(before), before, after, sure, "confusion"))
    cleaned = MINUTES
    for change in changes:
        cleaned = cleaned.replace(change.before, change.after)
    return Document(
        id="b" * 16,
        name="referat <b onmouseover=alert(1)>fed.txt",
        title=f"Referat {EVIL}",
        kind=Kind.MINUTES,
        date=date(2029, 3, 2),
        received=MINUTES,
        cleaned=cleaned,
        size=len(MINUTES),
        changes=tuple(changes),
        pages=(Page(None, 0, len(MINUTES)),),
        warnings=("Teksten var læst uden danske bogstaver.",),
    )


def budget() -> Document:
    """A text with a table."""

    def cell(row: int, column: int, label: str, text: str) -> Cell:
        start = BUDGET.index(text)
        return Cell(row, column, label, ("2030", "2031")[column], text, float(text), Span(start, start + len(text)))

    start, end = BUDGET.index("Tabel 1"), BUDGET.index("Udgiften")
    cells = (
        cell(0, 0, "Legepladser", "120"), cell(0, 1, "Legepladser", "140"),
        cell(1, 0, "Parker", "300"), cell(1, 1, "Parker", "310"),
    )  # fmt: skip
    return Document(
        id="c" * 16,
        name="budget.txt",
        title="Budgetnotat om parker",
        kind=Kind.BUDGET_NOTE,
        date=None,
        received=BUDGET,
        cleaned=BUDGET,
        size=len(BUDGET),
        pages=(Page(None, 0, len(BUDGET)),),
        blocks=(Block(BlockKind.HEADING, 0, start - 1, 1), Block(BlockKind.TABLE, start, end)),
        tables=(Table("Tabel 1. Drift", Span(start, end), "1.000 kr.", ("2030", "2031"), cells),),
    )


@dataclass
class Result:
    """As pipeline.FileResult."""

    name: str
    status: str
    reason: str = ""
    document_id: str = ""
    warnings: tuple[str, ...] = ()


class FakeRegister:
    """Two rows, two units, one date and one conflict."""

    def responsibilities(self, *, as_of: date | None = None, task: str = "", unit: str = "") -> list[Responsibility]:
        start = PAGE_ONE.index("Ansvaret")
        row = Responsibility(
            "k1", "legepladser", "Byens rum", "Havneudvalget", "Parkudvalget", date(2031, 1, 1),
            Basis.EXPLICIT, Status.DECIDED, "a" * 16, start, len(PAGE_ONE) - 1,
            conditions=("efter den nye lov",),
        )  # fmt: skip
        odd = replace(row, key="k2", task="=2+2", area=EVIL, effective_from=None, basis=Basis.NONE)
        return [r for r in (row, odd) if task in r.task and unit.lower() in r.to_unit.lower()]

    def units(self) -> list[Unit]:
        start = MINUTES.index("Haveudvalget")
        place = (("b" * 16, Span(start - 10, start + 5)),)
        return [
            Unit(
                "Parkudvalget",
                "udvalg",
                ("PU",),
                former=("Haveudvalget",),
                renamed_on=date(2030, 1, 1),
                places=place,
            )
        ]

    def units_and_owners(self) -> list[Unit]:
        return self.units()

    def timeline(self) -> list[Event]:
        at = len(PAGE_ONE) + 1
        when = DateSpan(date(2031, 1, 1), date(2031, 1, 1), Precision.DAY, "from", "1. januar 2031", at, at + 9)
        return [Event("Flytningen gælder", when, "event", "a" * 16, at, at + 18)]

    def conflicts(self) -> list[Conflict]:
        a = len(PAGE_ONE) + 1 + PAGE_TWO.index("Udgiften")
        b = BUDGET.index("Udgiften")
        return [
            Conflict("Udgift til legepladser", "number", ("a" * 16, Span(a, a + 30)),
                     ("c" * 16, Span(b, b + 30)), ("2.500.000 kr.", "3.100.000 kr."), "a", 0.9)
        ]  # fmt: skip


class FakeLibrary:
    """What the list of documents needs."""

    def __init__(self, kb: FakeKnowledgeBase) -> None:
        self.kb = kb

    def infos(self, filters: Filters | None = None) -> list[DocumentInfo]:
        return [
            DocumentInfo(i, d.id, d.name, d.title, d.kind, d.date, d.media_type, d.size, len(d.pages),
                         sum(bool(page.attention) for page in d.pages), True, "", "")
            for i, d in enumerate(self.kb.documents(filters or Filters()))
        ]  # fmt: skip

    def passage_count(self) -> int:
        return len(self.kb.documents())


class FakeKnowledgeBase:
    """Answers by plain word search. ``pause``: seconds that taking in a file lasts."""

    def __init__(self, home: Path, *, empty: bool = False, pause: float = 0.0) -> None:
        self.settings = Settings(home=home, max_file_mb=1)
        self.held = {} if empty else {d.id: d for d in (agreement(), minutes(), budget())}
        self.pause = pause
        self.library = FakeLibrary(self)
        self.log: list[tuple[Any, ...]] = []
        self.busy = threading.Lock()

    def ingest(self, paths: Any, *, progress: Any = None, names: Any = None) -> list[Result]:
        assert self.busy.acquire(blocking=False), "two writers at a time"
        try:
            return [self._take(path, (names or {}).get(path, path.name), i, len(paths), progress)
                    for i, path in enumerate(paths)]  # fmt: skip
        finally:
            self.busy.release()

    def _take(self, path: Path, name: str, i: int, total: int, progress: Any) -> Result:
        time.sleep(self.pause)
        if progress:
            progress(i + 1, total, name)
        text = path.read_text("utf-8", "replace")
        if "ødelagt" in text:
            return Result(name, "failed", "Filen er beskadiget.")
        document = replace(budget(), id=f"{len(self.held):016x}", name=name, title=name, received=text,
                           cleaned=text, blocks=(), tables=(), pages=(Page(None, 0, len(text)),))  # fmt: skip
        self.held[document.id] = document
        return Result(name, "added", "", document.id)

    def ask(self, question: str, filters: Filters = Filters(), *, previous: Answer | None = None) -> Answer:  # noqa: B008
        self.log.append(("ask", question, filters, previous))
        if "styrt" in question:
            raise RuntimeError("en hemmelig sti: /root/hemmelig")
        if len(question) > self.settings.max_question:
            raise UsageError("Spørgsmålet er for langt.")
        if not self.held:
            return Answer(question, "", True, "empty_library")
        if "legepladser" in question.lower() or previous:
            return self._owner(question, previous)
        if "borger" in question.lower():
            document = self.document("b" * 16)
            start = document.cleaned.index("En borger")
            source = cite(1, document, Span(start, document.cleaned.index("Udvalget hed")))
            return Answer(question, f"{source.quote} [1]", confidence=0.7, citations=(source,))
        passage = Passage("p", "a" * 16, 0, 31, PAGE_ONE[:31])
        return Answer(question, "", True, "not_in_documents", near=(Hit(passage, 0.4),))

    def _owner(self, question: str, previous: Answer | None) -> Answer:
        document = self.document("a" * 16)
        start = PAGE_ONE.index("Ansvaret")
        second = len(PAGE_ONE) + 1
        sources = (
            cite(1, document, Span(start, len(PAGE_ONE)), ("Aftale om parker og legepladser",)),
            cite(2, document, Span(second, second + PAGE_TWO.index("\n"))),
        )
        return Answer(
            question, "Parkudvalget har ansvaret for legepladser [1] fra den 1. januar 2031 [2].",
            confidence=0.93, citations=sources,
            responsibilities=tuple(FakeRegister().responsibilities(task="lege")),
            subject="legepladser", trace={"follows": "legepladser"} if previous else {},
        )  # fmt: skip

    def documents(self, filters: Filters = Filters()) -> list[Document]:  # noqa: B008
        def fits(d: Document) -> bool:
            late = not filters.date_from or (d.date is not None and d.date >= filters.date_from)
            return late and (not filters.kinds or d.kind in filters.kinds)

        return [d for d in self.held.values() if fits(d)]

    def document(self, id_or_name: str) -> Document:
        for document in self.held.values():
            if id_or_name in (document.id, document.name):
                return document
        raise UsageError(f"Der er intet dokument »{id_or_name}«.")

    def page_image(self, document_id: str, page: int) -> bytes | None:
        document = self.document(document_id)
        found = next((p for p in document.pages if p.number == page), None)
        if found is None:
            return None
        image = Image.new("RGB", (595, 842), "white")
        draw = ImageDraw.Draw(image)
        for word in found.words:
            draw.text((word.x0 * 595, word.y0 * 842 + 4), document.received[word.start : word.end], fill="black")
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()

    def set_meta(self, id_or_name: str, name: str, value: str, *, person: str) -> Document:
        self.log.append(("set_meta", id_or_name, name, value, person))
        typed: Any = {"kind": Kind, "date": lambda v: date.fromisoformat(v) if v else None}.get(name, str)(value)
        document = self.document(id_or_name)
        meta = (*document.meta, Meta(name, value, corrected_by=person))
        self.held[document.id] = replace(document, **({name: typed} if hasattr(document, name) else {}), meta=meta)
        return self.held[document.id]

    def remove(self, id_or_name: str) -> None:
        del self.held[self.document(id_or_name).id]

    def correct_row(self, key: str, field: str, value: str, *, person: str) -> None:
        self.log.append(("correct_row", key, field, value, person))

    def register(self) -> FakeRegister:
        return FakeRegister()

    def citation_for(self, document_id: str, span: Span) -> Citation:
        return cite(1, self.document(document_id), span)

    def status(self) -> dict[str, Any]:
        attention = [{"document": "parkaftale.pdf", "page": 2, "reason": "Svag tryk."}]
        failed = [{"file": f"{EVIL}.pdf", "reason": "Filen er beskadiget."}]
        return {"documents": 3, "pages": 4, "passages": 9, "attention": attention, "failed": failed,
                "model": "prøvemodel", "index": {"ok": True, "vectors": 9}}  # fmt: skip

    def verify(self, repair: bool = False) -> dict[str, Any]:
        return {"ok": True}

    def close(self) -> None:
        pass
