"""Numbers of a text, and whether one of them counts the thing that a question asks the number of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.understanding.glossary import is_english, synonyms, to_danish
from answer.understanding.kinds import asks_duration, asks_frequency, asks_share, counted
from core.danish.dates import find_dates
from core.danish.numbers import WRITTEN, parse_word
from core.danish.tokens import Word, is_stop_word, stem, words
from core.schema import Span

_NUMBER = re.compile(rf"(?<![\w.,/-])(?:{WRITTEN})(?![\w]|[.,]\d)")
_NEAR = 4  # words after a number among which the thing counted stands ("350 nye almene boliger")
_BETWEEN = frozenset(("af", "de", "og", "eller", "kr"))  # words that may stand between a number and what it counts
_HEAD = 4  # letters of a compound's last part that stands for the whole ("svar" for "høringssvar")
_TIME = r"(?:år|måned(?:er)?|uger?|dage?|døgn|timer?|minut(?:ter)?|kvartal(?:er)?|halvår)"
_ONE = re.compile(rf"\b(?:en|et) (?=(?:gange?|{_TIME}|årsværk|procent|pct|omgang)\b)", re.IGNORECASE)
_NUMBERED = re.compile(  # at the head of a line: its number counts nothing
    r"\W*(?:Indsats|Initiativ|Tiltag|Delprojekt|Punkt|Afsnit|Bilag|Fase|Kapitel|Spor|Etape|Mål)", re.IGNORECASE
)
_SHARE = re.compile(r"\s*%|\s(?:[\w.]+ ){0,2}ud af\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:halvdelen|halvt så|dobbelt så|flertallet|mindretallet|samtlige|et par|et dusin|"
    r"(?:en|to|tre|fire) (?:halve?|tredjedele?|fjerdedele?|femtedele?|tiendedele?))\b",
    re.IGNORECASE,
)
_ENDLESS = re.compile(
    rf"\b(?:permanent|varigt?|tidsubegrænset|resten af (?:\w+ ){{0,2}}\w*(?:perioden?|året)|hele \w*perioden|"
    rf"(?:et|to|tre|fire|fem|seks|\d+)årige?t?|{_TIME}s? varighed)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf"\b(?:\w*årlig(?:t|e)?|halvårlig\w*|\w*månedlig(?:t|e)?|ugentlig\w*|daglig(?:t|e)?|kvartalsvis\w*|kvartårlig\w*|"
    rf"løbende|jævnlig\w*|hver(?:t|anden|andet)? (?:\w+ )?(?:dag|uge|måned|kvartal|år|møde\w*)\b|"
    rf"hver(?:t)? \w+\.? (?:dag|uge|måned|år)\b|ad (?:\w+ )?omgange?|én gang|en gang|engang|(?:om|pr\.?) (?:{_TIME})|"
    rf"fast punkt|ved hvert)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value found in a text. start, end: offsets into that text. what: its sort."""

    start: int
    end: int
    text: str
    what: str


def numbers(text: str) -> list[Value]:
    """Written numbers, number words and fractions in words; years of dates and list numbers left out."""
    return list(_numbers(text))


@lru_cache(maxsize=5000)
def _numbers(text: str) -> tuple[Value, ...]:
    taken = [Span(d.start, d.end) for d in find_dates(text)]
    found = [
        Value(m.start(), m.end(), m.group(), "number") for m in _NUMBER.finditer(text)
        if not any(s.start <= m.start() < s.end for s in taken) and not _list_number(text, m)
    ]  # fmt: skip
    for word in words(text):
        low = word.text.lower()
        if low in ("én", "ét", "eet") or (low not in ("en", "et") and parse_word(low) is not None and len(low) > 1):
            found.append(Value(word.start, word.end, word.text, "number"))
    found += [Value(m.start(), m.end() - 1, m.group().strip(), "number") for m in _ONE.finditer(text)]
    found += [Value(m.start(), m.end(), m.group(), "part") for m in _FRACTION.finditer(text)]
    return tuple(sorted(found, key=lambda value: value.start))


def numbers_for(question: str, text: str) -> list[Value]:
    """Numbers, and what else answers how long or how often: "til og med 2026", "hver fjerde uge"."""
    found = numbers(text)
    if asks_duration(question):
        bounded = (d for d in find_dates(text) if d.bound == "until" or (d.first and d.last and d.bound == "on"))
        found += [Value(d.start, d.end, d.text, "period") for d in bounded if d.bound == "until" or _range(d.text)]
        found += [Value(m.start(), m.end(), m.group(), "period") for m in _ENDLESS.finditer(text)]
    if asks_frequency(question):
        found += [Value(m.start(), m.end(), m.group(), "often") for m in _OFTEN.finditer(text)]
    return sorted(found, key=lambda value: value.start)


def _range(text: str) -> bool:
    return re.search(r"\d{4}\s*(?:[-–/]|til)\s*(?:\d{2,4}|\w+ \d{4})", text) is not None


def _list_number(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()].rstrip(" ("), text[match.end() : match.end() + 2]
    if _NUMBERED.fullmatch(before):
        return True
    return (not before and after[:1] in ".)") or bool(
        re.search(r"(?:§|jf\.|[Tt]abel|[Ff]igur|[Gg]ruppe|[Pp]rincip|scenarie|stk\.)$", before)
    )


def counts(question: str, text: str, found: Sequence[Value]) -> bool | None:
    """True where one of the numbers counts the thing asked for, None where the question names no thing.

    The thing stands after its number ("350 medarbejdere"), or before it in a list or table ("Medarbejdere: 350")."""
    nouns = _nouns(question)
    if not nouns:
        return None
    tokens = list(words(text))
    share = asks_share(question)
    return any(
        value.what in ("period", "often")
        or (share and (value.what == "part" or _SHARE.match(text, value.end) is not None))
        or _beside(value, tokens, text, nouns)
        for value in found
    )


@lru_cache(maxsize=2000)
def _nouns(question: str) -> frozenset[str]:
    nouns = list(counted(question))
    if is_english(question):
        nouns += [word for group in to_danish(" ".join(nouns)) for word in group]
    return frozenset(stem(word) for noun in nouns for word in (noun, *synonyms(noun)))


def _beside(value: Value, tokens: Sequence[Word], text: str, nouns: frozenset[str]) -> bool:
    after = [token for token in tokens if token.start >= value.end][:_NEAR]
    for token in after:
        if _same(token.text, nouns):
            return True
        if is_stop_word(token.text) and token.text not in _BETWEEN:
            break
    before = [token for token in tokens if token.end <= value.start][-2:]
    parted = before and re.search(r"[:(\t|]|\s-\s", text[before[-1].end : value.start])
    return bool(parted) and any(_same(token.text, nouns) for token in before)


def _same(word: str, nouns: frozenset[str]) -> bool:
    own = stem(word)
    return own in nouns or any(
        (len(noun) >= _HEAD and own.endswith(noun)) or (len(own) >= _HEAD and noun.endswith(own)) for noun in nouns
    )
