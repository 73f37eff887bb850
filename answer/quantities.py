"""Whether the number of a claim is told of the thing it names: sums, shares and counts, each within its own clause.

"Merforbruget skyldes vikarer (3,9 mio. kr.)" gives the number of the substitutes, "8 pct. mod 7 pct. i 2024" two of
two years, "212 medarbejdere, svarende til 168 årsværk" two of two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from answer.counting import numbers
from answer.matching import stems
from answer.polarity import strength
from answer.understanding.terms import Term
from core.danish.amounts import find_amounts
from core.danish.dates import find_dates
from core.danish.numbers import number_value, parse_number
from core.danish.tokens import content_words, is_stop_word, normal, words
from core.schema import DateSpan, Span

_SAID = 0.65  # how well a word of the thing is met by itself
_LEAST = 0.01  # of the thing that the clause of a number must name, if it names anything
_SMALL = frozenset(("kr", "mio", "mia", "pct", "procent", "kroner", "bliver", "afsat", "afsættes", "årligt", "udgør"))
_NEAR = 5  # words before a bracket that its number can be told of
_COUNTED = 2  # words after a number that can name what is counted
_SHARE = re.compile(r"(?<![\d.,])(?P<number>\d+(?:[.,]\d+)?)\s*(?:%|pct\b\.?|procent\b)", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\s+[a-zæøå][a-zæøå-]*)+")
_LABEL = re.compile(  # "tiltag 3", "gruppe 1": a number that names
    r"(?:\b(?:tiltag|forslag|punkt|pkt\.?|nr\.?|stk\.?|rul|fase|etape|gruppe|kapitel|afsnit|model|scenarie|indsats|"
    r"spor|princip|kategori|klasse|uge|side|bilag|trin|type|version|linje|lokalplan|tillæg|kl\.?)|§)\s*$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[;:()]|,\s|\s[–-]\s|\b(?:mod|heraf|hvoraf|deraf|svarende til|mens|men|samt|og|frem for)\b", re.IGNORECASE
)
_PART_OF = re.compile(r"\bmod\s*[\w ]{0,12}$", re.IGNORECASE)
_STEP = re.compile(  # "stiger med 4", "fra 50 til 40"
    r"\b(?P<how>med|fra)\s+(?:(?:cirka|ca\.?|omkring|yderligere|samlet|i alt|op til|mindst)\s+)?$", re.IGNORECASE
)
_SHARED_OUT = re.compile(r"\b(?:heraf|hvoraf|deraf)\b", re.IGNORECASE)
_CAUSED = re.compile(r"\b(?:skyldes|på grund af|som følge af|forårsage\w*|pga\.?)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:skyldes|forårsages af|på grund af|som følge af|er|var|har|havde|får|fik|bliver|blev|giver|udgør|koster)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:mindst|højst|maksimalt|minimum|over|under|mere|mindre|flere|færre|op til|ca|cirka|omkring|næsten|kun|mellem|"
    r"heraf|yderligere|ekstra|af|fra|med)\W+(?:\w+ ){0,1}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. value: kroner, per cent or pieces. unit: "kr", "pct", or "" for a count. counted:
    stems of the words behind a count."""

    start: int
    end: int
    value: float
    unit: str
    counted: frozenset[str] = frozenset()

    def of_one_kind(self, other: Quantity) -> bool:
        """True where both are sums, both shares, or counts of the same thing."""
        return self.unit == other.unit and (bool(self.unit) or bool(self.counted & other.counted))


@lru_cache(maxsize=5000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Sums, shares and counts of a text in order; no dates and no numbers that name ("tiltag 3").

    >>> [(q.value, q.unit) for q in quantities("Broen koster 2 mio. kr., hvoraf 40 pct. er tilskud.")]
    [(2000000.0, 'kr'), (40.0, 'pct')]
    """
    found = [Quantity(a.start, a.end, abs(float(a.value_dkk)), "kr") for a in find_amounts(text)]
    for m in _SHARE.finditer(text):
        found.append(Quantity(m.start(), m.end(), parse_number(m["number"]) or 0.0, "pct"))
    taken = [*(Span(q.start, q.end) for q in found), *(Span(d.start, d.end) for d in find_dates(text))]
    for number in numbers(text):
        here, value = Span(number.start, number.end), number_value(number.text)
        counted = _counted(text, number.end)
        named = _LABEL.search(text[: number.start])
        if value is not None and counted and not named and not any(here.overlaps(s) for s in taken):
            found.append(Quantity(number.start, number.end, float(value), "", counted))
    return tuple(sorted(found, key=lambda q: q.start))


def _counted(text: str, end: int) -> frozenset[str]:
    """Stems of the first words behind a number, up to anything that is no plain word."""
    after = _BEHIND.match(text, end)
    held = [w for w in (after.group().split() if after else [])[:_COUNTED] if not is_stop_word(w)]
    return frozenset(stems(" ".join(held)))


def claimed(text: str) -> Quantity | None:
    """The one number that a claim states; None where it states none or several."""
    found = quantities(text)
    return found[0] if len(found) == 1 else None


def told_of(claim: str, thing: Sequence[Term], text: str) -> Quantity | None:
    """The number of the claim's kind that a sentence tells of the thing, in the claim's time; None where it tells none
    or several of them."""
    asked = claimed(claim)
    if asked is None:
        return None
    alike = [q for q in quantities(text) if q.of_one_kind(asked)]
    bound = [q for q in alike if _bound(claim, thing, text, q, alike)]
    same = [q for q in bound if q.value == asked.value]
    return same[0] if same else bound[0] if len(bound) == 1 else None


def other_number(claim: str, thing: Sequence[Term], text: str) -> bool:
    """True where a sentence names all of the thing and gives it another number than the claim does; a claim that sets
    a limit or asks of a part ("mindst 40", "kun 3") is not denied by it."""
    asked = claimed(claim)
    if asked is None or not thing or _ABOUT.search(claim[: asked.start]):
        return False
    told = told_of(claim, thing, text)
    if told is None or told.value == asked.value or _ABOUT.search(text[: told.start].removesuffix("på ")):
        return False
    if not find_dates(claim) and any(q.value == asked.value and q.of_one_kind(asked) for q in quantities(text)):
        return False  # of another thing or time beside it
    if find_dates(claim) and not find_dates(text):
        return False
    return _met(thing, text) >= sum(t.weight for t in thing) and not _is_part(text[: told.start])


def thing_of(terms: Sequence[Term], claim: str) -> list[Term]:
    """The terms that name what the number is of: without the number, its unit and what is counted."""
    asked = claimed(claim)
    if asked is None:
        return list(terms)
    unit = {normal(w.text) for w in words(claim[asked.start : asked.end])}
    time = {normal(w.text) for d in find_dates(claim) for w in words(d.text)}
    own = [t for t in terms if t.word not in unit | time and not t.word[0].isdigit()]
    return [t for t in own if not set(stems(t.word)) & asked.counted]


@dataclass(frozen=True, slots=True)
class _Clause:
    """own: what a number's clause says beside it, empty where it leans on the sentence. text: the clause."""

    own: str
    text: str


def _bound(claim: str, thing: Sequence[Term], text: str, q: Quantity, alike: Sequence[Quantity]) -> bool:
    """True where the number's own clause names the thing, at the claim's time."""
    before, times = text[: q.start], find_dates(claim)
    asked = claimed(claim) or q
    if q.unit and _changes(before) != _changes(claim[: asked.start]):
        return False
    here = _clause(text, q, alike)
    at = find_dates(here.text)
    if times and not (_one_time(times, at) if at else _free_of(times, text, alike)):
        return False
    if _is_part(before) and not (times and at) and not (here.own and _met(thing, here.own)):
        return False
    cause = _CAUSED.search(before)
    if cause and not _CAUSED.search(claim):
        return _met(thing, here.own or text[cause.end() :]) > 0
    most = max((_met(thing, _clause(text, other, alike).own) for other in alike if other != q), default=0.0)
    return not here.own or not thing or _met(thing, here.own) >= max(most, _LEAST)


def _is_part(before: str) -> bool:
    """True for a number after "heraf", or set against another by "mod"."""
    return _SHARED_OUT.search(before) is not None or _PART_OF.search(before) is not None


def _free_of(times: Sequence[DateSpan], text: str, alike: Sequence[Quantity]) -> bool:
    """True for a number without a time of its own, where none beside it has the one asked about."""
    own = [find_dates(_clause(text, other, alike).text) for other in alike] if len(alike) > 1 else []
    taken = any(told and _one_time(times, told) for told in own)
    return not taken and _one_time(times, find_dates(text))


def _changes(before: str) -> str:
    """ "med" and "fra" before a number: by how much, and from what, not how much."""
    found = _STEP.search(before)
    return found["how"].lower() if found else ""


def _clause(text: str, q: Quantity, alike: Sequence[Quantity]) -> _Clause:
    opened = text.rfind("(", 0, q.start)
    if opened >= 0 and ")" not in text[opened : q.start]:
        named = _VERB.split(_CUT.split(text[:opened])[-1])[-1].split()[-_NEAR:]
        return _Clause(" ".join(named), f"{' '.join(named)} {text[opened : text.find(')', q.end)]}")
    if len(alike) < 2:  # nothing else the number could be of
        return _Clause("", text)
    left = max((m.end() for m in _CUT.finditer(text, 0, q.start) if _parts(m, alike)), default=0)
    after = min((m.start() for m in _CUT.finditer(text, q.end) if _parts(m, alike)), default=len(text))
    right = min([after, *(other.start for other in alike if other.start > q.start)])
    said = _bare(text[left : q.start] + " " + text[q.end : right], q)
    return _Clause(said, text[left:right])


def _parts(cut: re.Match[str], alike: Sequence[Quantity]) -> bool:
    """True for what parts two numbers; an "og" or a comma before the first or behind the last parts words."""
    return any(q.end <= cut.start() for q in alike) and any(q.start >= cut.end() for q in alike)


def _bare(text: str, q: Quantity) -> str:
    """The words that carry something, without times and what is counted."""
    for day in reversed(find_dates(text)):
        text = text[: day.start] + text[day.end :]
    held = [w.text for w in content_words(text) if not is_stop_word(w.text) and not w.text[0].isdigit()]
    return " ".join(w for w in held if not set(stems(w)) & q.counted and normal(w) not in _SMALL)


def _met(thing: Sequence[Term], text: str) -> float:
    """Weight of the thing's terms that a text names itself."""
    return sum(t.weight for t in thing if strength(t, text) >= _SAID)


def _one_time(asked: Sequence[DateSpan], told: Sequence[DateSpan]) -> bool:
    """True where some time told lies in one asked about, or none is told."""
    return not told or any(overlap(a, t) for a in asked for t in told)


def overlap(a: DateSpan, b: DateSpan) -> bool:
    """True where two spans of days have a day in common; an open end reaches for ever."""
    first = max(a.first or date.min, b.first or date.min)
    return first <= min(a.last or date.max, b.last or date.max)
