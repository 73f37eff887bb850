"""Which headings at the top are the document's title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.drafts import Draft
from ingest.structure.sections import is_section_word

_REACH = 25  # drafts from the top in which the title stands
_LETTERHEAD = re.compile(
    r"^(?:[\wÆØÅæøå.,-]+\s){0,5}[\wÆØÅæøå-]*(?:kommune|region|forvaltningen|forvaltning|direktionen|sekretariatet?|udvalget|"
    r"centeret?|magistraten|byrådet|kontor|afdelingen|staben?)(?:\s*,?\s*(?:den\s+)?\d.*)?$"
    r"|^(?:til|fra|att\.?|cc|vedr\.?|sag|sagsnr|dato)\b|^bilag(?:\s+\w{1,3})?$|^center\s+for\s",
    re.IGNORECASE,
)
KIND_ONLY = re.compile(
    r"^(?:politisk\s+)?(?:referat|dagsorden|notat|budgetnotat|aftale|handleplan|implementeringsplan|indstilling|"
    r"sagsfremstilling|beslutningsreferat|mødereferat|beslutningsprotokol|orientering|bilag(?:\s+\d+)?)$",
    re.IGNORECASE,
)
_NAMES_KIND = re.compile(
    r"^(?:bilag\s+\w{1,3}\s*[-–:.]\s*)?(?:(?:ekstraordinært?|politisk|revideret|udkast til|forslag til)\s+)*"
    r"\w*(?:referat|notat|aftale|plan|indstilling|dagsorden|redegørelse|strategi|politik|rapport|vedtægt|kommissorium|"
    r"regulativ|budget)\b.*\w+\s+\w+",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:del|kapitel|afsnit|fase|tema|spor)\s+(?:\d|[A-ZÆØÅIVX]\b)", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:\d+\.?\s*)?(?:baggrund|indledning|resumé|resume|formål|indhold(?:sfortegnelse)?|dagsorden|sammenfatning|deltagere|"
    r"mødedeltagere|afbud|økonomi|indstilling|beslutning|sagsfremstilling|problemstilling|løsning|introduktion)\b",
    re.IGNORECASE,
)


def title_drafts(drafts: Sequence[Draft], kinds: Sequence[str]) -> list[int]:
    """Indexes of the draft (or two neighbouring ones) that hold the title; empty where none does."""
    if drafts and kinds[0] == "paragraph" and _opens_with_kind(drafts[0]):
        return [0]
    reach = min(_REACH, len(drafts))
    text = next((i for i in range(reach) if kinds[i] in ("paragraph", "item") and _running(drafts[i].text)), reach)
    scored = _scored(drafts, kinds, range(text)) or _first_below(drafts, kinds, range(text, reach))
    if not scored:
        return []
    best = -max(scored)[1]
    before = best - 1
    if before >= 0 and kinds[before] == "heading" and KIND_ONLY.match(_words(drafts[before])):
        return [before, best]
    return [best]


def _first_below(drafts: Sequence[Draft], kinds: Sequence[str], places: range) -> list[tuple[float, int]]:
    """Where text stands above every heading, the first heading, if it looks like a title."""
    first = next((i for i in places if kinds[i] == "heading"), None)
    return [] if first is None or score(drafts[first], first) < 2.0 else [(score(drafts[first], first), -first)]


def _running(text: str) -> bool:
    return len(text) > 90 or (len(text) > 45 and text.endswith("."))


def _scored(drafts: Sequence[Draft], kinds: Sequence[str], places: range) -> list[tuple[float, int]]:
    """(points, minus place) of the headings that could be a title."""
    points = [(score(drafts[i], i), -i) for i in places if kinds[i] == "heading"]
    return [pair for pair in points if pair[0] > 0]


def _opens_with_kind(draft: Draft) -> bool:
    """The first lines name the kind and go on without a sentence: "Dagsorden til mødet i …"."""
    words = draft.text.split()
    return 2 < len(words) < 35 and bool(KIND_ONLY.match(words[0])) and not draft.text.endswith((".", ":"))


def score(draft: Draft, place: int) -> float:
    """How much a heading near the top looks like the title: large type, early, more than a word."""
    text = _words(draft)
    points = 3.0 - 0.15 * place
    if draft.hint is not None:
        points += min(draft.hint.size, 40) / 8 + (2 if draft.hint.level == 1 else 0)
    if draft.mark is not None and draft.mark.kind == "hash":
        points += 2 / draft.mark.depth
    elif draft.mark is not None:
        points -= 3 if place else 1.5
    if KIND_ONLY.match(text):
        points -= 1.0
    if _NAMES_KIND.match(text):
        points += 2.5
    elif _LETTERHEAD.match(text) or _LETTERHEAD.match(draft.lines[0].text):
        points -= 2.5
    if _PART.match(text) or text.endswith("]"):
        points -= 5.0
    if _SECTION.match(text) or is_section_word(text):
        points -= 3.5
    if len(text.split()) >= 3:
        points += 1.0
    return points


def _words(draft: Draft) -> str:
    return draft.body.replace("**", "").strip().rstrip(":")
