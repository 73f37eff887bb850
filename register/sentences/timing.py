"""From when a row holds, and what that rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.danish.dates import find_dates
from core.schema import Basis, DateSpan, Precision, Span
from register.sentences.date_words import bounded, for_meeting, is_aside, marks_start
from register.sentences.points import of_other_point, point_at
from register.sentences.reach import AFTERWARDS, DUE
from register.sentences.reading import Statement
from register.sentences.text import STAGE, STAGE_NAMES

_CHANGE = (
    r"(?:ændring|ansvarsfordeling|ressort|omlægning|organisering|organisation|struktur|flytning|"
    r"overdragelse|overflytning|overgangen|overførsl|samling|"
    r"styrelsesvedtægt|aftale|udvalgsmodel|opgaveflyt|arbejdsdeling|opgavefordeling|vedtægt|sammenlægning|"
    r"ansvaret|stående\s+udvalg)"
)
_FORCE = (
    r"(?:træde[rs]?\s+(?:\w+\s+){0,3}?i\s+kraft|tr[æe]+de[rs]?\s+i\s+kraft|i\s+kraft"
    r"|virkning\s+(?:fra|pr)|der\s+fra\s|implementeres|gælde[r]?\s+fra|gennemføres|effektueres|realiseres|"
    r"skifter?\s|gennemført|på\s+plads|finder\s+sted|sker\s+(?:senest|pr\.|den|i)\b)"
)
_CLAUSE = re.compile(rf"{_CHANGE}.*{_FORCE}|{_FORCE}.*{_CHANGE}", re.IGNORECASE | re.DOTALL)
_NEW_BODIES = re.compile(  # "Fra 1. maj 2024 får kommunen fire nye udvalg"
    r"^(?:Fra|Pr\.|Fra og med|Med virkning fra)\s+(?:den\s+)?\d.*\b(?:nye|ændret|ændrede)\s+(?:\w+\s+)?"
    r"(?:udvalg|udvalgsstruktur|forvaltninger|centre|organisation|opgavefordeling)\b",
    re.DOTALL,
)
_PROPOSED = re.compile(  # "at model A godkendes, og at den får virkning fra den 1. maj"
    r"\bat\s+(?:den|det|de|forslaget|modellen|ordningen|indstillingen)\s+(?:får|har)\s+virkning\s+(?:fra|pr)",
    re.IGNORECASE,
)
_ONE_MOVE = re.compile(
    r"\b(?:Ressort)?(?:[ÆæA]ndringen|ressort[æe]*ndringen|flytningen|overdragelsen|samlingen|"
    r"sammenlægningen|omlægningen|opgaveflytningen|overgangen|overførslen|overflytningen)\b",
    re.IGNORECASE,
)
_MOVED_THING = re.compile(
    rf"{_ONE_MOVE.pattern} af (?P<what>[^,.;]{{3,60}}?) (?:sker|finder|træder|gennemføres|er)\b", re.I
)
_EXPECTED = re.compile(r"forvent|vente[sl]|formentlig", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:indtil|frem til|til og med|løber til|til udgangen af|til aftalens)\b[^,.;()]{0,50}$", re.IGNORECASE
)
_BOUND = re.compile(r"(?:indtil|frem til)\s+(?=(?:den\s+)?1\.)", re.IGNORECASE)
_PHASE = re.compile(rf"\W*{STAGE} \d \([^()]{{4,40}}\)\s*:")
_BRACKETS = re.compile(  # but for the day of a stage, and for a deadline
    "".join(rf"(?<!{name} \d )" for name in STAGE_NAMES)
    + r"\((?!(?:[Ff]rist|[Dd]eadline|[Ss]enest)\b)[^()]*(?:\([^()]*\)[^()]*)*\)"
)
_WAITS = re.compile(
    r"\b(?:først|tidligst)\b.*\befter\b|\befter (?:den |fuld )?\w*(?:indfasning|indførelse)",
    re.IGNORECASE | re.DOTALL,
)
_SO_THAT = re.compile(r",\s+(?:således|sådan|så)\s(?P<told>[^.;]*?)(?=,\s+(?:og\s+)?at\b|[.;]|$)", re.IGNORECASE)


GENERAL_CONDITIONS = ("så vidt muligt", "som udgangspunkt", "om muligt tidligere")


@dataclass(frozen=True, slots=True)
class Timing:
    """start: first day the row holds, None where no date applies; text: the words the date stands in."""

    start: date | None = None
    basis: Basis = Basis.NONE
    until: date | None = None
    text: str = ""
    waits: bool = False  # something else must happen first
    condition: str = ""
    span: Span | None = None  # of text: in the sentence for ``own_timing``, else in the cleaned text

    def placed(self, offset: int) -> Timing:
        """The same with its span moved to the cleaned text."""
        span = Span(self.span.start + offset, self.span.end + offset) if self.span else None
        return replace(self, span=span)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence that dates moves in general. section: the path it holds for, () for the whole document."""

    timing: Timing
    section: tuple[str, ...]
    about: str = ""  # what the sentence says is moved: "Flytningen af stierne sker …"


def without_brackets(text: str) -> str:
    """The text with brackets blanked; offsets stay."""
    return _BRACKETS.sub(lambda m: " " * len(m.group()), text)


def own_timing(sentence: str, clause: tuple[int, int], reference: date | None) -> Timing:
    """What the sentence itself says. clause: the row's clause, offsets into the sentence."""
    words = without_brackets(sentence)
    waits = _WAITS.search(words[clause[0] :]) is not None
    phase = _PHASE.match(words)
    opens = phase.end() if phase else 0  # "Fase 1 (1. september 2024): …"
    dates = [bounded(s, words) for s in find_dates(words, reference)]
    inside = [s for s in dates if (clause[0] <= s.start < clause[1] or s.end <= opens) and not is_aside(words, s)]
    outside = [
        s
        for s in dates
        if s not in inside
        and (marks_start(s) or DUE.search(words, 0, s.start))
        and not is_aside(words, s)
        and not of_other_point(words, clause, s.start)
    ]
    start, until = Timing(), None
    for span in inside or outside:
        if span.bound == "until" or _ends(words, span) or _UNTIL.search(words, max(0, span.start - 60), span.start):
            until = until or span.last
        elif start.start is None:
            start = _timing_of(span, words)
    return replace(start, until=until or start.until, waits=waits)


def day_after(sentence: str, reference: date | None) -> Timing:
    """ "indtil den 31. maj, hvorefter …": the day after the end told before, no date where none is told."""
    before = AFTERWARDS.split(without_brackets(sentence))[0]
    for span in find_dates(before, reference):
        ends = (
            span.bound == "until" or _ends(before, span) or _UNTIL.search(before, max(0, span.start - 60), span.start)
        )
        if ends and span.last:
            bound = _BOUND.match(span.text)  # the next one's day is no "frem til"
            place = Span(span.start + (bound.end() if bound else 0), span.end)
            text = " ".join(before[place.start : place.end].split())
            begins = span.last.day == 1 and not span.text.lower().startswith("til og med")  # "indtil 1. maj"
            return Timing(span.last + timedelta(days=0 if begins else 1), Basis.EXPLICIT, None, text, span=place)
    return Timing()


def _ends(words: str, span: DateSpan) -> bool:
    """ "til udgangen af 2025"."""
    return re.match(r"udgangen|årets udgang|ultimo", span.text, re.IGNORECASE) is not None and (
        words[max(0, span.start - 5) : span.start].lower().endswith((" til ", "indtil "))
    )


def _timing_of(span: DateSpan, words: str) -> Timing:
    text, place = " ".join(span.text.split()), Span(span.start, span.end)
    if span.bound == "by" or DUE.search(words, 0, span.start) or for_meeting(words, span):
        return Timing(span.last or span.first, Basis.DEADLINE, None, text, span=place)
    if span.bound == "around":
        return Timing(span.first, Basis.PHASE, None, text, span=place)
    near = words[max(0, span.start - 30) : span.end + 15]
    if span.first and re.search("årsskift|nytår", text.lower()):  # "fra årsskiftet": the new year's first day
        return Timing(date(span.first.year + 1, 1, 1), Basis.EXPLICIT, None, text, span=place)
    basis = Basis.EXPECTED if _EXPECTED.search(near) else Basis.EXPLICIT
    ranged = span.bound == "on" and span.first != span.last and span.precision is Precision.DAY
    return Timing(span.first, basis, span.last if ranged else None, text, span=place)


def _dates_moves(text: str) -> bool:
    return bool(_CLAUSE.search(text) or _NEW_BODIES.match(text) or _PROPOSED.search(text))


def _without_aims(words: str) -> str:
    """The words without what a move is for ("…, så overdragelsen er gennemført inden sommeren"); offsets stay. An aim
    with a day of its own stays too."""
    return _SO_THAT.sub(lambda m: m[0] if re.search(r"\d", m["told"]) else " " * len(m[0]), words)


def general_clauses(statements: Sequence[Statement], reference: date | None) -> list[Clause]:
    """Sentences like "ændringerne træder i kraft den …": a definite single move dates its own section, all
    others the whole document."""
    found = []
    for statement in statements:
        if not _dates_moves(statement.text):
            continue
        words = _without_aims(without_brackets(statement.text))
        spans = [
            s
            for s in find_dates(words, reference)
            if s.bound in ("from", "by", "on")
            and s.precision is Precision.DAY
            and not is_aside(words, s)
            and _dates_moves(words[slice(*point_at(words, s.start))])
        ]
        if not spans:
            continue
        timing = _timing_of(spans[0], words)
        single = _ONE_MOVE.search(words) is not None and statement.section
        condition = re.search("|".join(GENERAL_CONDITIONS), " ".join(words.split()))
        basis = timing.basis if timing.basis is Basis.DEADLINE else (Basis.EXPLICIT if single else Basis.GENERAL_CLAUSE)
        dated = replace(timing, basis=basis, until=None, condition=condition.group() if condition else "")
        dated = dated.placed(statement.start)
        about = _MOVED_THING.search(words)
        found.append(Clause(dated, statement.section if single else (), about["what"] if single and about else ""))
    return found


def general_timing(clauses: Sequence[Clause], section: tuple[str, ...], task: str = "") -> Timing:
    """The clause that dates a move in this section: the section's own where it is about the task, else the
    document's."""
    for clause in clauses:
        if clause.section and clause.section == section and _is_about(clause.about, task):
            return clause.timing
    for clause in clauses:
        if not clause.section:
            return clause.timing
    return Timing()


def _is_about(about: str, task: str) -> bool:
    """True where a word of five letters or more stands in both, its ending forgiven, or the clause names nothing."""
    words = [w[:6] for w in re.findall(r"\w{5,}", about.lower())]
    return not words or any(w in task.lower() for w in words)
