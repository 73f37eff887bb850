"""Who was there, who sent apologies, which parties made an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.schema import Block, BlockKind, Meta, Span, Table
from ingest.tables.rows import groups

_NAME_HEAD = re.compile(r"^(?:navn|deltager|medlem|mødedeltager)\w*$", re.IGNORECASE)
_AWAY = re.compile(r"^\W*(?:<b>)?\s*(?:afbud|fraværende|ikke\s+til\s+stede|forfald)\b", re.IGNORECASE)
_GUESTS = re.compile(
    r"^\W*(?:<b>)?\s*(?:gæster|øvrige\s+deltagere|desuden\s+deltog|observatører|deltagere)\b", re.IGNORECASE
)
_LIST = re.compile(
    r"^[ \t*#|-]*(?P<label>(?:møde)?deltagere|til\s+stede|tilstede(?:værende)?|medlemmer\s+til\s+stede|afbud(?:\s+fra)?"
    r"|fraværende(?:\s+med\s+afbud)?|ikke\s+til\s+stede)\W{0,4}[:\n]\s*"
    r"(?P<names>[^\n]+(?:\n(?![ \t]*\n)[^\n:]{2,160}(?=\n|$)){0,25})",
    re.IGNORECASE | re.MULTILINE,
)
_LABELS = re.compile(r"^\W*(?:(?:møde)?deltagere|til\s+stede|medlemmer|afbud|fraværende)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÆØÅÉ][\wæøåéäöü'.-]*(?:[ \t]+(?:[A-ZÆØÅÉ][\wæøåéäöü'.-]*|af|von|de|van|der)){1,5}")
_PARTY_MARK = r"(?:[ \t]*\([A-ZÆØÅ]{1,3}\))?"
# "Godkendt. Fraværende: Anna Prøve (A)." within a line; nothing but names up to the end of the sentence
_AWAY_SENTENCE = re.compile(
    r"(?:^|[.:;!\n][ \t]*)(?:(?:[Dd]er\s+var\s+)?[Aa]fbud(?:\s+fra)?|[Ff]raværende(?:\s+med\s+afbud)?)[ \t]*:?[ \t]+"
    rf"(?P<names>{_NAME.pattern}{_PARTY_MARK}(?:(?:,|[ \t]+og|[ \t]+samt)[ \t]+{_NAME.pattern}{_PARTY_MARK})*)"
    r"[ \t]*(?=[.\n]|$)"
)
_INSTEAD = re.compile(r"\bi\s+stedet\s+for\b")
_AGREE = re.compile(
    r"\s(?:har\s+(?:\w+\s+)?indgået|indgår|indgik|er\s+(?:\w+\s+)?enige\s+om|er\s+blevet\s+enige\s+om)\b[^.]{0,120}?\b"
    r"(?:\w*aftale\w*|forlig\w*|budget\w*|om)\b"
)
_SPLIT = re.compile(r",\s*|\s+og\s+|\s+samt\s+")
_INDEPENDENT = re.compile(r"\bløsgænger(?:ne|en)?\s+", re.IGNORECASE)


def attendance(text: str, blocks: Sequence[Block], tables: Sequence[Table]) -> list[Meta]:
    """Participants and apologies from tables with a column of names, else from labelled lists; apologies besides from
    the sentences of minutes that only name who was away."""
    found = [meta for table, group in groups(tables) for meta in _from_table(table, group)]
    found = found or list(_from_points(text, blocks)) or list(_from_lists(text[:20_000]))
    told = {meta.value for meta in found if meta.name == "apology"}
    return found if told else [*found, *_from_sentences(text)]


def _from_sentences(text: str) -> Iterator[Meta]:
    """Each name once, at its first place."""
    seen: set[str] = set()
    for match in _AWAY_SENTENCE.finditer(text):
        at = match.start("names")
        for name in _NAME.finditer(match.group("names")):
            found = name.group().rstrip(".")
            value = " ".join(found.split())
            if value not in seen:
                seen.add(value)
                yield Meta("apology", value, Span(at + name.start(), at + name.start() + len(found)), 0.7)


def _from_table(table: Table, group: str) -> Iterator[Meta]:
    if not table.columns or not _NAME_HEAD.match(table.columns[0].strip()):
        return
    away = bool(_AWAY.match(group))
    absent = {cell.row for cell in table.cells if cell.column and _AWAY.match(cell.text)}
    for cell in table.cells:
        if cell.column:
            continue
        if _AWAY.match(cell.text):
            away = True
        elif _GUESTS.match(cell.text):
            away = False
        elif _NAME.match(cell.text):
            yield Meta("apology" if away or cell.row in absent else "participant", cell.text, cell.span, 0.9)


def _from_points(text: str, blocks: Sequence[Block]) -> Iterator[Meta]:
    """Points under "Deltagere:" or "Afbud:", a name each; a point may add that the person sent apologies."""
    for block in blocks:
        if block.kind is not BlockKind.LIST_ITEM or not _LABELS.match(block.lead_in):
            continue
        words = text[block.start : block.end]
        name = _NAME.search(words)
        if name and name.start() <= 3:
            away = bool(_AWAY.match(block.lead_in)) or "afbud" in words.lower()
            span = Span(block.start + name.start(), block.start + name.end())
            yield Meta("apology" if away else "participant", " ".join(name.group().split()), span, 0.85)


def _from_lists(text: str) -> Iterator[Meta]:
    for match in _LIST.finditer(text):
        away = bool(_AWAY.match(match.group("label")))
        at = match.start("names")
        stood_in = _INSTEAD.search(match.group("names")) if away else None  # "A deltog i stedet for B": B was away
        for name in _NAME.finditer(match.group("names"), stood_in.end() if stood_in else 0):
            if len(name.group().split()) <= 6:
                span = Span(at + name.start(), at + name.end())
                yield Meta(
                    "apology" if away else "participant",
                    " ".join(name.group().split()),
                    span,
                    0.7,
                )


def parties(text: str) -> list[Meta]:
    """Parties to an agreement: the names before "indgår … aftale" in one of the first sentences."""
    head = text[:4000]
    for match in _AGREE.finditer(head):
        start = _subject_start(head, match.start())
        found = list(_names(head, start, match.start()))
        if len(found) >= 2:
            return found
    return []


def _subject_start(text: str, end: int) -> int:
    """After the last full stop, blank line before a capital, or colon."""
    starts = [m.end() for m in re.finditer(r"[.:!?]\s+|\n[ \t]*\n(?=[ \t]*[A-ZÆØÅ])", text[:end])]
    return starts[-1] if starts else 0


def _names(text: str, start: int, end: int) -> Iterator[Meta]:
    at = start
    pieces = [*_SPLIT.finditer(text, start, end), None]
    for gap in pieces:
        stop = gap.start() if gap else end
        raw = text[at:stop]
        lead = _INDEPENDENT.search(raw)
        shift = lead.end() if lead else len(raw) - len(raw.lstrip())
        name = " ".join(raw[shift:].split())
        if name[:1].isupper() and 2 <= len(name) <= 60 and len(name.split()) <= 6:
            yield Meta("party", name, Span(at + shift, at + len(raw.rstrip())), 0.85)
        at = gap.end() if gap else stop
