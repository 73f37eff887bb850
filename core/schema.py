"""The data model that flows between the rooms: frozen dataclasses, no behaviour beyond their invariants.

Two texts of a document are told apart everywhere:

* ``received``: the text as the file holds it (decoded text file, text layer, or what the OCR engine read).
  Pages of a paged file are joined by a form feed ``\\f``.
* ``cleaned``: the same text after OCR clean-up. ``changes`` turns one into the other exactly
  (``core.alignment``).

All offsets are 0-based character offsets, end exclusive, into the whole document's text. The field's name
or docstring says into which of the two texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.likeness import Likeness


class Kind(StrEnum):
    """Kinds of municipal documents; the value is the Danish word users and JSON see."""

    AGREEMENT = "aftale"
    MINUTES = "referat"
    BUDGET_NOTE = "budgetnotat"
    ACTION_PLAN = "handleplan"
    IMPLEMENTATION_PLAN = "implementeringsplan"
    MEMO = "notat"
    CASE_PAPER = "sagsfremstilling"
    OTHER = "andet"


class TextSource(StrEnum):
    """Where a page's received text came from."""

    TEXT = "text"  # a text file, docx, html …
    TEXT_LAYER = "text_layer"  # the text layer of a pdf
    OCR = "ocr"  # read from the page image by our own engine


@dataclass(frozen=True, slots=True)
class Span:
    """start, end: character offsets, end exclusive; 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of the clean-up: ``received[start:end] == before`` becomes ``after``.

    confidence: 0..1, the channel's own posterior that ``after`` is right.
    reason: short English tag, e.g. "confusion", "split", "hyphen".
    """

    start: int
    end: int
    before: str
    after: str
    confidence: float = 1.0
    reason: str = ""

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.before):
            raise ValueError("a change must name exactly the text it replaces")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError("confidence is a share between 0 and 1")


@dataclass(frozen=True, slots=True)
class WordBox:
    """One word on a page image. start, end: offsets into the received text. Box as shares (0..1) of page
    width and height from the top left. confidence: 0..1 of the OCR engine, 1.0 for a text layer."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """number: 1-based as in the file, None where the format has none. start, end: span in received text.
    health: 0..1, how Danish and undamaged the text looks. confidence: 0..1 mean of the OCR engine's words.
    attention: Danish reason why a person should look at the page, None when it is fine."""

    number: int | None
    start: int
    end: int
    source: TextSource = TextSource.TEXT
    health: float = 1.0
    confidence: float = 1.0
    attention: str | None = None
    width: float | None = None  # points (1/72 inch), None where the format has no page image
    height: float | None = None
    words: tuple[WordBox, ...] = ()


class BlockKind(StrEnum):
    """What a stretch of cleaned text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # page numbers, repeated headers, diagram junk: never quoted


@dataclass(frozen=True, slots=True)
class Block:
    """A structural unit. start, end: offsets into the cleaned text; blocks are ordered and do not overlap.
    level: heading depth from 1, 0 for anything else. section: heading path from the outermost, without the
    block itself. lead_in: the sentence that introduces a list ("Parterne er enige om:"), else empty."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    section: tuple[str, ...] = ()
    lead_in: str = ""
    lead_in_span: Span | None = None  # cleaned text


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table with its heads. span: the cell's own text in the cleaned text.
    value: the number in the table's unit, None for text or an empty cell."""

    row: int
    column: int
    row_label: str
    column_head: str
    text: str
    value: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table rebuilt with heads. span: its place in the cleaned text. unit: as written, e.g.
    "1.000 kr., 2019 p/l". confidence: 0..1 that rows and heads belong together.
    sums_ok: True/False where the table has a total to check against, else None."""

    caption: str
    span: Span
    unit: str
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    section: tuple[str, ...] = ()
    confidence: float = 1.0
    sums_ok: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """One value read from the document about itself. value: as ISO date, kind value or plain text.
    name: title | kind | date | period | case_number | document_number | issuer | meeting_date | place |
    participant | apology | party | case_worker. span: where it stands in the cleaned text, None if inferred.
    confidence: 0..1. corrected_by: name of the person who set it, else empty."""

    name: str
    value: str
    span: Span | None = None
    confidence: float = 1.0
    corrected_by: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable piece. start, end: offsets into the cleaned text. text: that text with white space
    collapsed, lead-in not included. section: heading path. lead_in: sentence introducing the list it is in.
    context: span of the larger surroundings for reading. id: content id, stable across re-ingest."""

    id: str
    document_id: str
    start: int
    end: int
    text: str
    section: tuple[str, ...] = ()
    lead_in: str = ""
    page: int | None = None  # 1-based page of ``start``
    kind: BlockKind = BlockKind.PARAGRAPH
    context: Span | None = None

    def embedding_text(self) -> str:
        """What the dense arm embeds: heading path and lead-in before the passage."""
        head = " > ".join(self.section[-2:])
        return "\n".join(part for part in (head, self.lead_in, self.text) if part)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """One document as taken in. id: hex content hash of the file's bytes (first 16 digits).
    name: file name shown to users and used in citations. title, kind, date: as read or corrected.
    size: bytes. received/cleaned: see the module docstring. changes: ordered, in received offsets."""

    id: str
    name: str
    title: str
    kind: Kind
    date: date | None
    received: str
    cleaned: str
    media_type: str = "text/plain"
    size: int = 0
    changes: tuple[Change, ...] = ()
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    passages: tuple[Passage, ...] = ()
    meta: tuple[Meta, ...] = ()
    warnings: tuple[str, ...] = ()  # Danish, shown to the user

    def __hash__(self) -> int:
        """By its id: its text and changes are long, and sources of citations are told apart by their document."""
        return hash(self.id)

    def paged(self) -> bool:
        """True where the format has page numbers."""
        return any(page.number is not None for page in self.pages)


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked passage. score: 0..1 after fusion, comparable within one query only.
    features: the arms' raw scores by name ("dense", "lexical", "sentence", …) for fusion and refusal."""

    passage: Passage
    score: float
    features: dict[str, float] = field(default_factory=dict)
    likeness: Likeness | None = field(default=None, compare=False, repr=False)  # where the model tells of each word


@dataclass(frozen=True, slots=True)
class Locator:
    """Where to open a citation. page: 1-based as in the file or None. lines: 1-based, end inclusive, for
    text files. start, end: offsets into the received text, for highlighting."""

    page: int | None
    lines: tuple[int, int] | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a source. Build it with ``core.citations.cite``, which checks it against the document:
    ``source_quote`` is received[start:end] verbatim, ``quote`` the same span of the cleaned text."""

    n: int
    document_id: str
    document: str
    title: str
    date: date | None
    kind: Kind
    locator: Locator
    section: tuple[str, ...]
    quote: str
    source_quote: str


class Basis(StrEnum):
    """What an effective date rests on."""

    EXPLICIT = "explicit"
    GENERAL_CLAUSE = "general_clause"
    DEADLINE = "deadline"
    PHASE = "phase"
    EXPECTED = "expected"
    NONE = "none"


class Status(StrEnum):
    """How settled a responsibility is."""

    DECIDED = "decided"
    PLANNED = "planned"
    EXPECTED = "expected"
    TEMPORARY = "temporary"
    UNCHANGED = "unchanged"


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    SEASON = "season"
    YEAR = "year"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A Danish date expression as an interval. first, last: inclusive days, None where open.
    bound: "on" | "from" | "until" | "by" (a deadline) | "around" (frem mod). text: as written.
    start, end: offsets in the text it was read from."""

    first: date | None
    last: date | None
    precision: Precision
    bound: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. value_dkk: whole kroner, negative for income or savings. year, year_to: budget years,
    None where not said. per_year: True for "årligt". price_level: e.g. "2026 p/l". direction:
    "expense" | "income" | "". purpose: what it pays for, as written. text: as written. start, end: cleaned."""

    value_dkk: int
    text: str
    start: int
    end: int
    year: int | None = None
    year_to: int | None = None
    per_year: bool = False
    price_level: str = ""
    direction: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A committee, administration, centre, team or function. name: canonical, as last named. type: udvalg |
    forvaltning | center | team | funktion | selskab | råd | borgmester | andet. abbreviations: e.g. ("SOF",).
    former/later: renaming links; serves: the committee an administration answers to.
    inferred: True where a link was reasoned, not stated. places: (document_id, span in cleaned text)."""

    name: str
    type: str
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    renamed_on: date | None = None
    serves: str = ""
    inferred: bool = False
    places: tuple[tuple[str, Span], ...] = ()


MADE_BY = {  # what users read of rows that no rule and no person made, by origin
    "model": "foreslået af sprogmodel",
    "tagger": "læst af model, ikke af en regel",
}


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One dated row of the register. task: what is owned, as written. area: heading it stands under.
    from_unit/to_unit: canonical names valid in the document, "" where none is said.
    effective_from: first day, None where no date applies. until: last day.
    conditions: Danish, verbatim or near it. fte: full-time equivalents (årsværk).
    document_id, start, end: the words it rests on, in the cleaned text.
    relation: transfer | keep | assign | create | merge. key: stable id of the row."""

    key: str
    task: str
    area: str
    from_unit: str
    to_unit: str
    effective_from: date | None
    basis: Basis
    status: Status
    document_id: str
    start: int
    end: int
    relation: str = "transfer"
    until: date | None = None
    effective_text: str = ""
    effective_span: Span | None = None  # where effective_text stands in the cleaned text
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    fte: float | None = None
    to_current_name: str = ""
    origin: str = "rules"  # rules | tagger | model | person; see MADE_BY
    confirmed_by: str = ""
    confirmed_at: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """What the tagger is shown of a document, in the cleaned text: a statement, and pieces before it in order."""

    before: tuple[Span, ...]
    here: Span


@dataclass(frozen=True, slots=True)
class Tagged:
    """A responsibility as the tagger marked it, in the cleaned text. here: the statement that tells it. to, source:
    who has and who had the task. when, until: words of time. relation: as in Responsibility. share: 0..1, how sure
    the tagger is of task and owner."""

    here: Span
    task: Span
    to: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    when: tuple[Span, ...] = ()
    until: tuple[Span, ...] = ()
    relation: str = "assign"
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event or deadline. what: the clause it stands in. when: interval with precision.
    type: event | deadline | period. document_id, start, end: cleaned text. note: what must be known beside the day,
    in Danish ("hvert år", "forslag", "ikke godkendt"), "" for nothing."""

    what: str
    when: DateSpan
    type: str
    document_id: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that differ about one thing. about: subject. type: number | owner | date | recipient |
    wording | update | supplement. a, b: (document_id, span in cleaned text); differs: the two values;
    newer: "a" | "b" | "". confidence: 0..1."""

    about: str
    type: str
    a: tuple[str, Span]
    b: tuple[str, Span]
    differs: tuple[str, str]
    newer: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the register reads from one document."""

    document_id: str
    units: tuple[Unit, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    events: tuple[Event, ...] = ()
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """Strict limits on what may be searched. An empty tuple or None means no limit; a filter that fits no
    document gives no hit, never all of them. documents: names or ids. date_from/date_to: document's own
    date, inclusive. as_of: the day an answer is for."""

    kinds: tuple[Kind, ...] = ()
    documents: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    as_of: date | None = None

    def limits(self) -> bool:
        """True where any document could be left out."""
        return bool(self.kinds or self.documents or self.date_from or self.date_to)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer or a refusal. answer: Danish text with [n] marks. reason: None | not_in_documents |
    filtered_away (no document passes the filters, or only others answer) | empty_library. confidence: 0..1,
    calibrated. near: nearest passages of a refusal. frame: follow-up subject taken from the turn before, shown to
    the user. understood: the question as it was taken, with the subject of a follow-up. trace: stage → value, for the
    evaluation."""

    question: str
    answer: str
    refused: bool = False
    reason: str | None = None
    confidence: float = 0.0
    citations: tuple[Citation, ...] = ()
    near: tuple[Hit, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    seconds: float = 0.0
    id: Any = None
    kind: str = ""
    subject: str = ""
    understood: str = ""
    trace: dict[str, Any] = field(default_factory=dict)
