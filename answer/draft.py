"""What a composer hands over: statements with the places they rest on, before anything is checked or shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.schema import Document, Responsibility, Span


@dataclass(frozen=True, slots=True)
class Source:
    """A place a statement rests on. span: cleaned text of the document."""

    document: Document
    span: Span
    section: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, int, int]:
        """Two sources with one key are one citation."""
        return self.document.id, self.span.start, self.span.end


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. text: as shown, without marks. sources: at least one. quoted: the text is the source's
    own words. label: which document says it, shown before it. computed: numbers in the text that were worked
    out from cited ones ("13,9"). given: names in the text that are other names of something cited ("KFU"), or
    the question's own words."""

    text: str
    sources: tuple[Source, ...]
    quoted: bool = False
    label: str = ""
    computed: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before checking. lead: words before the statements that claim nothing of their own ("Ja",
    "Dokumenterne er uenige"). evidence: how sure the composer is, by name, for the refusal decision."""

    statements: tuple[Statement, ...]
    lead: str = ""
    evidence: dict[str, float] = field(default_factory=dict)
    responsibilities: tuple[Responsibility, ...] = ()
    how: str = "sentences"  # which composer made it
