"""Which headings at the top are the document's title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from ingest.structure.drafts import Draft
from ingest.structure.lines import usual_width
from ingest.structure.meetings import MINUTES_WORD, POINT_NUMBER, attended, case_count, names_meeting
from ingest.structure.sections import is_formality, is_section_word, on_the_page_only

_REACH = 25  # drafts from the top in which the title stands
_LETTERHEAD = re.compile(
    r"^(?!\S+\s+(?:i|om|til|af|på)\s)(?:[\wÆØÅæøå.,-]+\s){0,5}[\wÆØÅæøå-]*(?:kommune|region|forvaltningen|forvaltning|direktionen|sekretariatet?|udvalget|"
    r"centeret?|magistraten|byrådet|kontor|afdelingen|staben?)(?:\s*,?\s*(?:den\s+)?\d.*)?$"
    r"|^(?:til|fra|att\.?|cc|vedr\.?|sag|sagsnr|dato)\b|^bilag(?:\s+\w{1,3})?$|^center\s+for\s",
    re.IGNORECASE,
)
KIND_ONLY = re.compile(
    r"^(?:politisk\s+)?(?:referat|dagsorden|notat|memo|budgetnotat|aftale|handleplan|implementeringsplan|indstilling|"
    r"sagsfremstilling|beslutningsreferat|mødereferat|beslutningsprotokol|orientering|bilag(?:\s+\d+)?)$",
    re.IGNORECASE,
)
NAMES_KIND = re.compile(
    r"^(?:bilag\s+\w{1,3}\s*[-–:.]\s*)?(?:(?:ekstraordinært?|politisk|revideret|udkast til|forslag til)\s+)*"
    r"\w*(?:referat|notat|aftale|forlig|plan|indstilling|dagsorden|redegørelse|strategi|politik|rapport|vedtægt|kommissorium|"
    r"regulativ|budget)\b(?:.*\w+\s+\w+|\s+(?:for\s+)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"(?:møde)?(?:dato|sted|tid)\b", re.IGNORECASE)
ONLY_DAY = re.compile(
    r"^(?:\w+dag)?\W*(?:den|d\.)?\W*(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d)\d{1,2}[./-]?\s*(?:[a-zæøå]{3,9}|\d{1,2})[.\s/-]*\d{2,4}(?:\W*kl\.?\s*[\d.:]+)?\W*$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:indgået|vedtaget|godkendt|underskrevet|udarbejdet|udgivet|revideret|(?:senest|sidst)\s+opdateret|opdateret)\s+"
    r"(?:af|den|d\.|i|\d|[a-zæøå]+\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:del|kapitel|afsnit|fase|tema|spor)\s+(?:\d|[A-ZÆØÅIVX]\b)", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:\d+\.?\s*)?(?:baggrund|indledning|resumé|resume|formål|indhold(?:sfortegnelse)?|dagsorden|sammenfatning|økonomi|"
    r"indstilling|beslutning|sagsfremstilling|problemstilling|løsning|introduktion)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:øvrige\s+|ikke\s+)?(?:(?:møde)?deltagere|medlemmer|afbud|fraværende|til\s?stede(?:værende)?|mødt|suppleanter|"
    r"gæster|observatører|(?:næst)?formand|referent|mødeleder|ordstyrer|dirigent)"
    r"(?:\s*:.*|\s+(?:fra|med|uden|i\s+mødet)\b.*|\W*)$|^(?:sager|punkter)\s+\d+\s*[-–]\s*\d+\W*$",
    re.IGNORECASE,
)


def title_drafts(drafts: Sequence[Draft], kinds: Sequence[str]) -> list[int]:
    """Indexes of the draft (or two neighbouring ones) that hold the title; empty where none does."""
    if drafts and kinds[0] == "paragraph" and _opens_with_kind(drafts[0]):
        return [0]
    reach = min(_REACH, len(drafts))
    full = 0.6 * usual_width([line for draft in drafts[:200] for line in draft.lines])
    text = next((i for i in range(reach) if kinds[i] in ("paragraph", "item") and _runs(drafts[i], full)), reach)
    echo = _echo(drafts)
    scored = _scored(drafts, kinds, range(text), echo) or _first_below(drafts, kinds, range(text, reach), echo)
    best = _by_cases(drafts, kinds, reach, scored)
    if best is None:
        if not scored:
            return []
        best = -max(scored)[1]
    after = best + 1
    kind_only = bool(KIND_ONLY.match(_words(drafts[best])))
    if kind_only and after < reach and kinds[after] == "heading" and names_meeting(drafts[after].text):
        return [best, after]
    before = best - 1
    if before >= 0 and kinds[before] == "heading" and KIND_ONLY.match(_words(drafts[before])):
        return [before, best]
    return [best]


def _first_below(
    drafts: Sequence[Draft], kinds: Sequence[str], places: range, echo: Counter[str]
) -> list[tuple[float, int]]:
    """Where text stands above every heading, the first heading, if it looks like a title."""
    first = next((i for i in places if kinds[i] == "heading" and not on_the_page_only(_words(drafts[i]))), None)
    return (
        []
        if first is None or score(drafts[first], first, echo) < 2.0
        else [(score(drafts[first], first, echo), -first)]
    )


def _runs(draft: Draft, full: float) -> bool:
    """Running text; a notice of the page it was taken from is none, nor are a meeting's day and place or a
    letterhead, all lines of which are shorter than ``full`` characters."""
    text = draft.text
    if len(draft.lines) >= 3 and max(len(line.text) for line in draft.lines) < min(full, 45):
        return False
    long = len(text) > 90 or (len(text) > 45 and text.endswith("."))
    return long and not on_the_page_only(text) and not _FIELDS.match(text)


def _scored(
    drafts: Sequence[Draft], kinds: Sequence[str], places: range, echo: Counter[str]
) -> list[tuple[float, int]]:
    """(points, minus place) of the headings that could be a title."""
    points = [(score(drafts[i], i, echo), -i) for i in places if kinds[i] == "heading"]
    return [pair for pair in points if pair[0] > 0]


def _echo(drafts: Sequence[Draft]) -> Counter[str]:
    """In how many drafts each longer word stands, by its first letters."""
    return Counter(stem for draft in drafts[:200] for stem in _stems(draft.text))


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[a-zæøå]{5,}", text.lower())}


def _echoed(text: str, echo: Counter[str]) -> float:
    """Share of the longer words that come back elsewhere in the document: a title is spoken of."""
    stems = _stems(text)
    return sum(echo[stem] > 1 for stem in stems) / len(stems) if stems else 0.0


def _by_cases(
    drafts: Sequence[Draft], kinds: Sequence[str], reach: int, scored: Sequence[tuple[float, int]]
) -> int | None:
    """A paper on one case of a meeting bears the case's title, the heading above its first section; one on several
    the line that names the meeting. None for other papers."""
    meetings = [pair for pair in scored if names_meeting(drafts[-pair[1]].text)]
    lines = "\n".join(line.text for draft in drafts for line in draft.lines)
    cases = case_count(lines)
    minutes = [pair for pair in meetings if re.search(MINUTES_WORD, drafts[-pair[1]].text, re.IGNORECASE)]
    if meetings and (cases > 1 or (minutes and attended(lines))):
        return -max(minutes or meetings)[1]
    if cases != 1 or (scored and not meetings):
        return None
    section = next((i for i in range(reach) if is_section_word(_words(drafts[i]))), reach)
    above = [i for i in range(section) if kinds[i] == "heading" and _names_case(drafts[i])]
    return above[-1] if above else None


def _names_case(draft: Draft) -> bool:
    text = _words(draft)
    named = len(text.split()) >= 2 and not is_letterhead(text) and not on_the_page_only(text)
    return named and not (names_meeting(text) or is_section_word(text) or is_formality(POINT_NUMBER.sub("", text)))


def _opens_with_kind(draft: Draft) -> bool:
    """The first lines name the kind and go on without a sentence: "Dagsorden til mødet i …"."""
    words = draft.text.split()
    return 2 < len(words) < 35 and bool(KIND_ONLY.match(words[0])) and not draft.text.endswith((".", ":"))


def score(draft: Draft, place: int, echo: Counter[str]) -> float:
    """How much a heading near the top looks like the title: large type, early, more than a word, and its words
    come back below."""
    text = _words(draft)
    points = 3.0 - 0.15 * place + _typed(draft, place)
    if KIND_ONLY.match(text):
        return points - 1.0 - 3.5 * bool(place and is_section_word(text))
    elif NAMES_KIND.match(text):
        points += 2.5 + 1.5 * _echoed(text, echo)
    elif is_letterhead(text) or is_letterhead(draft.lines[0].text):
        points -= 2.5 - 1.0 * _echoed(text, echo)
    else:
        points += 1.5 * _echoed(text, echo)
    if len(text.split()) >= 3:
        points += 1.0
    return points - max((cost for cost, other in _OTHER if other(text)), default=0.0)


def is_letterhead(text: str) -> bool:
    """True for the name of a municipality or a unit alone, and for "Til …" and the like."""
    return bool(_LETTERHEAD.match(text))


def _typed(draft: Draft, place: int) -> float:
    """What type, style and numbering say: numbered headings head sections."""
    points = 0.0
    if draft.hint is not None:
        points += min(draft.hint.size, 40) / 8 + (2 if draft.hint.level == 1 else 0)
    if draft.mark is not None and draft.mark.kind == "hash":
        return points + 2 / draft.mark.depth
    if draft.mark is not None:
        return points - (3 if place else 1.5)
    return points - 4.0 * bool(POINT_NUMBER.match(_words(draft)))


def _sends_memo(text: str) -> bool:
    """Where a memo goes, not what it is about ("Notat til byrådets møde den …")."""
    return text.lower().startswith("notat ") and names_meeting(text)


_OTHER: tuple[tuple[float, Callable[[str], bool]], ...] = (
    (8.0, on_the_page_only),
    (8.0, lambda text: bool(ONLY_DAY.match(text))),
    (8.0, lambda text: bool(_PRESENT.match(text))),
    (5.0, lambda text: bool(_MADE.match(text))),
    (5.0, lambda text: bool(_PART.match(text)) or text.endswith("]")),
    (4.0, is_formality),
    (3.5, lambda text: bool(_SECTION.match(text)) or is_section_word(text)),
    (3.0, _sends_memo),
)  # what a heading may be instead of a title, and what it costs


def _words(draft: Draft) -> str:
    return draft.body.replace("**", "").strip().rstrip(":")
