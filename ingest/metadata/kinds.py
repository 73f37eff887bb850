"""The kind of a municipal document, by the words of its title, its head and its usual sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.schema import Block, BlockKind, Kind, Meta, Span
from ingest.structure.meetings import AGENDA_WORD, MINUTES_WORD, attended, case_count, names_meeting

_VERY_TOP = 40  # a section of that name further down says little of the whole
_FIRST = 12  # lines at the top one of which may name the meeting
_HEAD = 1500  # characters in which a document names its kind
_REACH = 60_000  # characters in which cues are counted
_TITLE_FIRST, _TITLE_LATER, _ALONE = 6.0, 2.0, 4.5

_NAMES: tuple[tuple[Kind, str], ...] = (
    (Kind.IMPLEMENTATION_PLAN, r"implementerings(?:plan|katalog)\w*|udmøntningsplan\w*"),
    (Kind.ACTION_PLAN, r"\w*handle?plan\w*|\w*handlingsplan\w*|indsatsplan\w*"),
    (Kind.BUDGET_NOTE, r"budget(?:notat|forslag|ønske)\w*|(?:effektiviserings|investerings)forslag\w*"),
    (Kind.MINUTES, r"\w*referat\w*|\w*protokol(?:udskrift)?\b|mødenotat\w*|beslutninger\s+fra\s+mødet"),
    (Kind.AGREEMENT, r"\w*aftale\b|\w*aftalen\b|\w*forlig(?:et)?\b|aftaletekst\w*"),
    (Kind.CASE_PAPER, r"indstilling(?:en)?\b|sagsf(?:remstilling|orelæggelse)\w*|(?:beslutnings|orienterings)sag\w*"),
    (Kind.MEMO, r"\w*(?<!budget)(?<!møde)notat\w*|memo\b|redegørelse\w*|orientering(?:snotat)?\b"),
)
_CUES: tuple[tuple[Kind, float, tuple[str, ...]], ...] = (
    (
        Kind.AGREEMENT,
        2.0,
        (
            r"\b(?:indgår|har\s+indgået|er\s+der\s+indgået)\s+(?:[\wæøå-]+\s+){0,5}?(?:\w*aftale|\w*forlig)\b",
            r"\b(?:parterne|partierne)\s+er\s+(?:\w+\s+)?enige\s+om\b",
        ),
    ),
    (
        Kind.MINUTES,
        1.0,
        (
            r"\bdagsorden(?:en)?\s+(?:blev|er)\s+godkendt\b",
            r"\b(?:afbud|(?:møde)?deltagere|referent|mødedato|mødested|fraværende)\b",
            r"\bmødet\s+(?:sluttede|hævet|startede)\b",
        ),
    ),
    (
        Kind.BUDGET_NOTE,
        1.0,
        (
            r"\b(?:bevillingstekniske|budgetnotatet?|budgetforslaget|styringsområde|risikovurdering|serviceudgifter)\b",
            r"\btidligere\s+afsatte\s+midler\b",
        ),
    ),
    (
        Kind.CASE_PAPER,
        1.2,
        (
            r"^\W*(?:indstilling|problemstilling|sagsfremstilling|beslutning|sagsresum[eé]|retsgrundlag)\W*$",
            r"^\W*(?:beslutningstema|løsning|videre\s+proces|sagsbeskrivelse|beskrivelse\s+af\s+sagen)\W*$",
            r"\bindstiller,?\s+at\b|\bindstiller\s+til\b",
        ),
    ),
    (Kind.IMPLEMENTATION_PLAN, 1.0, (r"\bimplementeringsplanen\b",)),
    (Kind.ACTION_PLAN, 1.0, (r"\bhandle?planen\b", r"\bhandlingsplanen\b")),
)
_DECIDED = re.compile(
    r"^\W*(?:(?:indstilles\s+)?godkendt|tiltrådt|anbefales|anbefalet|drøftet|udsat|vedtaget|taget\s+til\s+efterretning|"
    r"dagsorden(?:en)?\s+(?:blev\s+)?godkendt)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_BODY_AND_DAY = re.compile(
    r"[^\d:.]{0,60}(?:udvalget|rådet|byråd|kommunalbestyrelsen?|bestyrelsen?|direktionen)\W{1,4}(?:den\s|d\.\s)?\d{1,2}[./-]",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"(?:\d+\W+)?(?:(?:endelig\s+|første\s+|anden\s+|fornyet\s+|1\.\s*|2\.\s*)?(?:godkendelse|vedtagelse|behandling|"
    r"drøftelse|udpegning|indkaldelse|udmøntning|fastsættelse|nedsættelse|igangsætning|frigivelse|etablering)\s+af"
    r"|(?:orientering|beslutning|indstilling)\s+(?:om|vedr)|svar\s+på\s+forslag|status\s+på|valg\s+af|anlægsbevilling|"
    r"tillægsbevilling|redegørelse\s+for|forslag\s+til\s+(?:ændring|tilpasning)\w*|udpegning\s+til)\b",
    re.IGNORECASE,
)
_RELATION = re.compile(r"\b(?:om|for|til|af|på|i|ved|fra|med|mellem|vedr\w*)\b", re.IGNORECASE)
_ANNEX = re.compile(r"^\s*bilag\s+\w{1,3}\s*[-–:.]*\s*", re.IGNORECASE)
_CAP = 4.0  # most points the cues can give one kind


def kind_of(text: str, title: str, blocks: Sequence[Block], name: str) -> Meta:
    """The kind with its place and how sure. Ties go to the kind named first in the title."""
    points = dict.fromkeys(Kind, 0.0)
    places: dict[Kind, Span] = {}
    for kind, pattern in _NAMES:
        _title_points(kind, pattern, title, name, points)
        _line_points(kind, pattern, text, points, places)
    for kind, weight, patterns in _CUES:
        hits = sum(len(re.findall(pattern, text[:_REACH], re.IGNORECASE | re.MULTILINE)) for pattern in patterns)
        points[kind] += min(_CAP, weight * min(hits, 4))
    for block in blocks[:12]:
        if block.kind is BlockKind.HEADING:
            _line_points_in(text, block, points, places)
    _meeting_points(text, title, blocks, points)
    if points[Kind.MEMO] and _other_paper(title):
        points[Kind.MEMO] *= 0.5
    best = max(points, key=lambda kind: points[kind])
    if points[best] < 2.0:
        return Meta("kind", Kind.OTHER.value, None, 0.4)
    second = max(value for kind, value in points.items() if kind is not best)
    sure = min(0.98, 0.5 + 0.5 * (points[best] - second) / points[best])
    return Meta("kind", best.value, places.get(best), round(sure, 2))


def _meeting_points(text: str, title: str, blocks: Sequence[Block], points: dict[Kind, float]) -> None:
    """Papers of a meeting: one with who was there or what was decided is minutes, one that only lays cases before
    a meeting (an agenda, a single case) is a case paper."""
    heads = [title, *(text[b.start : b.end] for b in blocks[:12] if b.kind is BlockKind.HEADING)]
    heads += [line for line in text[:_HEAD].splitlines()[:_FIRST] if re.match(MINUTES_WORD, line.lstrip("#* "), re.I)]
    lines = [" ".join(head.split()) for head in heads if names_meeting(" ".join(head.split()))]
    cases = case_count(text[:_REACH])
    held = attended(text[:_REACH]) + len(_DECIDED.findall(text[:_REACH]))
    if held and _BODY_AND_DAY.match(title):
        points[Kind.MINUTES] += _TITLE_FIRST
    if any(re.search(rf"(?<!\w)(?:{MINUTES_WORD})(?!\w)", line, re.IGNORECASE) for line in lines):
        points[Kind.MINUTES] += 3.0
        held += cases != 1
    elif any(re.search(rf"(?<!\w)(?:{AGENDA_WORD})(?!\w)", line, re.IGNORECASE) for line in lines):
        points[Kind.MINUTES if held > 1 or not cases else Kind.CASE_PAPER] += _TITLE_FIRST
    elif lines and held and not any(re.match(r"notat\b", line, re.IGNORECASE) for line in lines):
        points[Kind.MINUTES] += 2.0
    if any(re.match(r"notat\b", line, re.IGNORECASE) for line in lines):
        points[Kind.MEMO] += _ALONE
    if cases:
        minutes = held and (cases > 1 or held > 2)
        points[Kind.MINUTES if minutes else Kind.CASE_PAPER] += 3.0 + min(held, 3) * bool(minutes)
    if _ACTION.match(title):
        points[Kind.CASE_PAPER] += 2.0 + 2.0 * (cases == 1)


def _other_paper(title: str) -> bool:
    """A memo's sheet ("Notat") that bears an agreement, a plan or a budget note by its title's last words."""
    named = re.sub(r"^notat\s*[:–-]\s*", "", title, flags=re.IGNORECASE)
    return named != title and any(
        re.match(rf"(?:[\w-]+\s+){{0,4}}(?:{pattern})(?:\W|$)", named, re.IGNORECASE)
        for kind, pattern in _NAMES
        if kind not in (Kind.MEMO, Kind.MINUTES, Kind.CASE_PAPER)
    )


def _title_points(kind: Kind, pattern: str, title: str, name: str, points: dict[Kind, float]) -> None:
    title = _ANNEX.sub("", title)
    found = re.search(rf"(?<!\w)(?:{pattern})", title, re.IGNORECASE)
    if found:
        before = title[: found.start()]
        first = len(before.split()) <= (5 if not _RELATION.search(before) else 2)
        first = first and not (before and _ACTION.match(title))
        points[kind] += _TITLE_FIRST if first else _TITLE_LATER
    if re.search(rf"(?:{pattern})", name.replace("_", " ").replace("-", " "), re.IGNORECASE):
        points[kind] += 1.5


def _line_points(kind: Kind, pattern: str, text: str, points: dict[Kind, float], places: dict[Kind, Span]) -> None:
    """A line near the top, or in capitals on the first pages, that is the kind's name and little else."""
    for found in re.finditer(
        rf"^[ \t#*]*((?:{pattern})(?:[ \t]+\w{{1,12}}){{0,2}})[ \t*:]*$",
        text[:6000],
        re.IGNORECASE | re.MULTILINE,
    ):
        near = found.start() < (_HEAD if kind is not Kind.CASE_PAPER else _VERY_TOP)
        if near or found.group(1).isupper():
            points[kind] += _ALONE if near or found.group(1).isupper() else 0.0
            places.setdefault(kind, Span(found.start(1), found.end(1)))
            return


def _line_points_in(text: str, block: Block, points: dict[Kind, float], places: dict[Kind, Span]) -> None:
    """A heading near the top that starts with the kind's name."""
    words = text[block.start : block.end].lstrip("#* ")
    for kind, pattern in _NAMES:
        found = re.match(rf"(?:(?:politisk|ekstraordinært?|udkast\s+til)\s+)?(?:{pattern})", words, re.IGNORECASE)
        if found:
            points[kind] += 1.0
            at = text.index(found.group(), block.start)
            places.setdefault(kind, Span(at, at + len(found.group())))
