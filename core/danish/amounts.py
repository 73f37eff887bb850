"""Sums of money in Danish text: value, year, price level, direction and what they pay for."""

from __future__ import annotations

import re
from dataclasses import replace

from core.danish.dates import find_dates
from core.danish.numbers import WRITTEN, parse_number
from core.schema import Amount, Precision

_SCALES = {
    "t": 1_000,
    "1.000": 1_000,
    "tusind": 1_000,
    "mio": 10**6,
    "million": 10**6,
    "mia": 10**9,
    "milliard": 10**9,
}
_SCALE = r"(?:t\.?\s?(?=kr)|tusind(?:e)?|mio\.?|mio(?=kr)|mia\.?|million(?:er)?|milliard(?:er)?)"
_CROWNS = r"(?:kr(?:oner)?\b\.?|kr\.|DKK\b)"
_SUM = re.compile(
    rf"(?<![\d.,/])(?P<number>{WRITTEN})(?:,-)?\s*(?:(?P<scale>{_SCALE})\s*(?:{_CROWNS})?|{_CROWNS})"
    rf"|(?:\bkr\.|\bDKK)\s*(?P<number2>{WRITTEN})(?:,-)?(?:\s*(?P<scale2>{_SCALE}))?",
    re.I,
)
_RANGE_HEAD = re.compile(rf"(?P<number>{WRITTEN})\s*(?:-|–|til|og|eller)\s*$")
_BARE = re.compile(
    r"(?:svarende\s+til|beløb\s+på|ramme\s+på|budget\s+på)\s+(?P<number>\d{1,3}(?:\.\d{3})+)(?![\d.,])(?!\s*[a-zæøå]{4,})"
)
_TABLE_UNIT = re.compile(r"^\s*(?:[-–,]|i)?\s*\(?(?:19|20)\d\d\s*-?\s*p/?[lI1]", re.I)
_PRICE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*-?\s*(?:p\s?/\s?[lI1]|pl\b|priser|pris-?\s*og\s*lønniveau|prisniveau)", re.I
)
_PER_YEAR = re.compile(r"^\W{0,3}(?:[åa&]r[li]?igt|om\s+[åa]ret|pr\.?\s+[åa]r|per\s+[åa]r|hvert\s+[åa]r)", re.I)
_PER_YEAR_BEFORE = re.compile(r"(?:[åa]rligt?e?)\s+(?:\w+\s+){0,3}$", re.I)
_PURPOSE = re.compile(r"\b(?:til|vedr(?:ørende|\.)?)\s+(?!sammen|og\s+med|i\s+alt)(?P<what>[^.;:()\[\]]{3,140})")
_INCOME = re.compile(r"mindreudgift|besparels|indtægt|effektivisering|provenu|medfinansier|gevinst|spare[rs]?\b", re.I)
_EXPENSE = re.compile(
    r"afsat|afsæt|udgift|koste|omkostning|bevil|merudgift|ramme\s+på|søges|finansier|budgetønske", re.I
)


def find_amounts(text: str) -> list[Amount]:
    """All sums of money in a text, in order; offsets into ``text``.

    A table's own unit ("1.000 kr., 2019 p/l") is no sum. Year, price level and direction are read from the
    clause around the sum; purpose is the phrase after "til" in the same sentence."""
    amounts: list[Amount] = []
    for match in _SUM.finditer(text):
        amount = _of_match(text, match)
        if amount is not None:
            amounts += [*_range_start(text, amount, match), amount]
    if amounts or re.search(r"\bkr\b|midler|budget", text):
        amounts += _bare(text, amounts)
    amounts.sort(key=lambda a: a.start)
    return [_described(text, amount) for amount in amounts]


def table_factor(unit: str) -> int:
    """Kroner per table unit: 1000 for "1.000 kr., 2019 p/l", 1 000 000 for "mio. kr.", else 1."""
    low = unit.lower()
    if re.search(r"\bmia", low):
        return 10**9
    if re.search(r"\bmio|million", low):
        return 10**6
    return 1_000 if re.search(r"1\.?000\s*kr|\bt\.?\s?kr|tusind|1\.000", low) else 1


def price_level(text: str) -> str:
    """ "2019 p/l" where the text names a price level, else ""."""
    match = _PRICE.search(text)
    return f"{match['year']} p/l" if match else ""


def _of_match(text: str, match: re.Match[str]) -> Amount | None:
    number = parse_number(match["number"] or match["number2"])
    scale = (match["scale"] or match["scale2"] or "").lower().strip()
    if number is None or _is_table_unit(text, match, number):
        return None
    start, end = match.start(), match.end()
    while end > start and text[end - 1] in " \n":
        end -= 1
    return Amount(round(number * _factor(scale)), text[start:end], start, end)


def _factor(scale: str) -> int:
    return next((value for word, value in _SCALES.items() if scale.startswith(word)), 1)


def _is_table_unit(text: str, match: re.Match[str], number: float) -> bool:
    if number != 1000 or match["scale"]:
        return False
    before = text[max(0, match.start() - 2) : match.start()]
    return "(" in before or _TABLE_UNIT.match(text[match.end() :]) is not None


def _range_start(text: str, amount: Amount, match: re.Match[str]) -> list[Amount]:
    """The first sum of "30-40 mio. kr.", which borrows the unit of the second."""
    head = _RANGE_HEAD.search(text[max(0, amount.start - 25) : amount.start])
    number = parse_number(head["number"]) if head else None
    if head is None or number is None or 1900 < number < 2100:
        return []
    at = max(0, amount.start - 25) + head.start()
    written = parse_number(match["number"] or match["number2"])
    if not written or number >= written:
        return []
    return [Amount(round(number * amount.value_dkk / written), text[at : amount.end], at, amount.start)]


def _bare(text: str, known: list[Amount]) -> list[Amount]:
    """Sums whose "kr." the author left out ("svarende til 175.000 i 2019")."""
    found = []
    for match in _BARE.finditer(text):
        start, end = match.span("number")
        number = parse_number(match["number"])
        if number is not None and not any(a.start <= start < a.end for a in known):
            found.append(Amount(round(number), match["number"], start, end))
    return found


def _described(text: str, amount: Amount) -> Amount:
    before, after = _clause(text, amount.start, amount.end)
    year, year_to = _years(before, after)
    return replace(
        amount,
        year=year,
        year_to=year_to,
        per_year=bool(_PER_YEAR.match(after) or _PER_YEAR_BEFORE.search(before)),
        price_level=price_level(after) or price_level(before),
        direction=_direction(before, after, amount.value_dkk),
        purpose=_purpose(before, after),
    )


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence before the sum, and after it up to the next sum or the end of the sentence."""
    before = re.split(r"(?<=[a-zæøå)\d])[.;]\s+(?=[A-ZÆØÅ\d])|\n\s*\n", text[max(0, start - 200) : start])[-1]
    rest = re.split(r"(?<=[a-zæøå)\d])[.;]\s+(?=[A-ZÆØÅ])|(?<=kr)\.\s+(?=[A-ZÆØÅ])|\n\s*\n", text[end : end + 260])[0]
    following = _SUM.search(rest)
    return before, rest[: following.start()] if following else rest


def _years(before: str, after: str) -> tuple[int | None, int | None]:
    for span in _year_spans(after)[:1] or _year_spans(before)[-1:]:
        return span
    return None, None


def _year_spans(text: str) -> list[tuple[int, int | None]]:
    spans: list[tuple[int, int | None]] = []
    for span in find_dates(_PRICE.sub(lambda m: " " * len(m.group()), text)):
        day = span.first or span.last
        if day is None or (span.precision is Precision.DAY and span.bound == "on"):
            continue
        last = span.last.year if span.last and span.first and span.last.year != span.first.year else None
        spans.append((day.year, last))
    return spans


def _purpose(before: str, after: str) -> str:
    for part in (after, before):
        match = _PURPOSE.search(part)
        if match and not re.search(r"\bflyt|overfør|\bfra\s+[A-ZÆØÅ]", part[: match.start()]):
            return _tidy(match["what"])
    return ""


def _direction(before: str, after: str, value: int) -> str:
    near = before[-80:] + " " + after[:60]
    if value < 0 or _INCOME.search(near):
        return "income"
    return "expense" if _EXPENSE.search(near) else ""


def _tidy(words: str) -> str:
    words = " ".join(re.sub(r"(?<=[a-zæøå])-\s+(?=[a-zæøå])(?!og\b|eller\b|samt\b)", "", words).split())
    return re.split(r",\s|\s(?:som|der|samt|hvilket|hvor|hvorefter|svarende|i\s+(?:19|20)\d\d|og\s*$)", words)[0].strip(
        " ,–-"
    )
