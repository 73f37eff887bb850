"""Sums, differences and shares worked out from numbers of the text, shown with the numbers they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answer.clip import words_in
from answer.compose.common import Context, quote, source_of
from answer.compose.wholes import of_one_whole
from answer.compose.worked import LEFT, SUM, enumerated, left, over_years, told_whole
from answer.counting import Value, numbers
from answer.danish_words import crowns, number_words, numbers_in
from answer.draft import Draft, Statement
from answer.evidence import Sentence
from answer.matching import coverage
from answer.understanding.kinds import Asked, counted
from core.danish.amounts import find_amounts
from core.danish.numbers import number_value
from core.danish.tokens import normal, stem, words
from core.schema import Amount

_GAP = re.compile(
    r"\b(?:fald\w*|stig\w*|forskel\w*|mindre|lavere|højere|mere end|mangle\w*|tilbage|ændr\w*|reduc\w*|vokse\w*)\b",
    re.I,
)
_EQUALS = re.compile(r"\bsvarer\b.*\btil\b|\bhvor mange\b.*\b(?:pct|procent|andel)", re.I)
_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*(?:pct\.?|procent|%)")
_ABOUT = re.compile(r"\b(?:ca\.|cirka|omkring|knap|godt)\s*$", re.I)
_HEAVY = 0.3  # weight of a word that says what is counted
_FIT = 0.4  # share of the topic a sentence must meet for its numbers to count


def amounts(context: Context) -> Draft | None:
    """Two sums of one sentence (or of two neighbours) added or set against each other, as the question asks."""
    text = context.question.mended
    adds, compares = SUM.search(text), _GAP.search(text)
    if not (adds or compares):
        return None
    if (yearly := over_years(context)) is not None:
        return yearly
    found = None if adds and told_whole(context) else _pair(context)
    if found is None:
        return None
    sentences, first, second = found
    if adds and not of_one_whole(context.question, sentences, first, second):
        return None
    said: list[str] = []
    computed: list[str] = []
    if adds:
        total = crowns(first.value_dkk + second.value_dkk)
        said.append(f"I alt {total} ({_short(first)} + {_short(second)})")
        computed += numbers_in(total)
    if compares:
        gap = crowns(abs(second.value_dkk - first.value_dkk))
        said.append(f"{'f' if said else 'F'}orskellen er {gap}")
        computed += numbers_in(gap)
    part = context.question.parts[0]
    sources = tuple(source_of(s.document, s.span) for s in sentences)
    worked = Statement("; ".join(said) + ".", sources, computed=tuple(computed), given=(first.text, second.text))
    shown = [quote(s, part) for s in sentences if words_in(s.text) <= 40]
    return Draft((worked, *shown), evidence={"reckoned": 1.0}, how="reckoning")


def _pair(context: Context) -> tuple[list[Sentence], Amount, Amount] | None:
    """The two sums: of the years asked for where years are named, else the only two of the best sentence."""
    years = context.question.when.years
    part = context.question.parts[0]
    for sentence in context.best[:3]:
        if coverage(part.terms, sentence.text, sentence.around) < _FIT:
            continue
        found = find_amounts(sentence.text)
        if len(years) >= 2:
            found = [a for a in found if a.year in years]
        if len(found) == 2:
            return [sentence], found[0], found[1]
    return None if years else _of_two(context)


def _of_two(context: Context) -> tuple[list[Sentence], Amount, Amount] | None:
    """One sum each of the two best sentences, when they are neighbours."""
    held = [(s, find_amounts(s.text)) for s in context.best[:3]]
    single = [(s, found[0]) for s, found in held if len(found) == 1]
    if len(single) < 2:
        return None
    (a, first), (b, second) = single[:2]
    near = a.document.id == b.document.id and abs(a.span.start - b.span.start) < 400
    return ([a, b], first, second) if near else None


def _short(amount: Amount) -> str:
    return " ".join(amount.text.split())


def counts(context: Context) -> Draft | None:
    """Percent of a number ("svarer til"), or the same thing counted in several places added up ("i alt")."""
    part = context.question.parts[0]
    if part.kind is not Asked.NUMBER:
        return None
    text = context.question.mended
    if LEFT.search(text) and (rest := left(context) or _percent_of(context, rest=True)):
        return rest
    if _EQUALS.search(text):
        return _percent_of(context)
    return (enumerated(context) or _added(context)) if SUM.search(text) else None


def _percent_of(context: Context, *, rest: bool = False) -> Draft | None:
    """A share that the text tells of a number that it tells elsewhere; rest: what is left of the number."""
    near = [s for s in context.best[:8] if not rest or coverage(context.question.terms, s.text, s.around) >= _FIT]
    share = next(((s, m) for s in near if (m := _PERCENT.search(s.text))), None)
    if share is None:
        return None
    nouns = {stem(noun) for noun in counted(context.question.mended)}
    for sentence in (*context.best[:25], *_elsewhere(context)):
        value = _whole(sentence.text, nouns)
        if value is not None and not sentence.overlaps(share[0]):
            return _said_percent(
                context, share[0], share[1].group(1), sentence, value.text, number_value(value.text) or 0, rest=rest
            )
    return None


def _elsewhere(context: Context) -> Iterator[Sentence]:
    """Sentences that tell how many there are, from a search of its own in the documents named or found."""
    nouns = counted(context.question.mended)
    if context.look is None or not nouns:
        return
    topic = " ".join(t.word for t in context.question.terms if t.weight > _HEAVY and not t.word.isdigit())
    for wording in (f"Hvor mange {nouns[-1]} {topic}?", f"Hvor mange personer {topic}?"):
        yield from context.look.ask(wording, Asked.NUMBER, kinds=context.question.kinds).ranked[:10]


def _whole(text: str, nouns: set[str]) -> Value | None:
    """A number over a hundred that counts the thing asked for, or people."""
    for value in numbers(text):
        after = [w.text for w in words(text) if w.start >= value.end][:2]
        whole = number_value(value.text)
        if whole and whole > 100 and any(stem(w) in nouns or normal(w) in ("personer", "borgere") for w in after):
            return value
    return None


def _said_percent(
    context: Context, of: Sentence, percent: str, whole: Sentence, written: str, value: float, *, rest: bool
) -> Draft:
    share = 100 - (number_value(percent) or 0.0) if rest else number_value(percent) or 0.0
    result = number_words(share / 100 * value, 0)
    taken = f"100 - {percent} = " if rest else ""
    text = f"{taken}{number_words(share)} pct. af {written} er {result}."
    sources = (source_of(of.document, of.span), source_of(whole.document, whole.span))
    part = context.question.parts[0]
    worked = Statement(text, sources, computed=(result, number_words(share), "100"))
    return Draft(
        (worked, quote(of, part, most=24), quote(whole, part, most=24)), evidence={"reckoned": 1.0}, how="reckoning"
    )


def _added(context: Context) -> Draft | None:
    """Items of one list that each count the same thing."""
    nouns = {stem(noun) for noun in counted(context.question.mended)}
    found: list[tuple[Sentence, str, float]] = []
    for sentence in context.best[:12]:
        value = _leading_count(sentence.text, nouns)
        if value and not any(sentence.overlaps(other) for other, _, _ in found):
            found.append((sentence, *value))
    found = _of_one_place(found)
    if len(found) < 2:
        return None
    found.sort(key=lambda one: one[0].span.start)
    noun = counted(context.question.mended)[-1]
    total = number_words(sum(value for _, _, value in found))
    text = f"I alt {total} {noun} ({' + '.join(written for _, written, _ in found)})."
    sources = tuple(source_of(s.document, s.span) for s, _, _ in found)
    part = context.question.parts[0]
    worked = Statement(text, sources, computed=(total,))
    return Draft((worked, *(quote(s, part, most=14) for s, _, _ in found)), evidence={"reckoned": 1.0}, how="reckoning")


def _leading_count(text: str, nouns: set[str]) -> tuple[str, float] | None:
    """ "5 årsværk til …": a number that opens the item with the thing counted after it."""
    tokens = list(words(text))[:3]
    for token, following in pairwise(tokens):
        value = number_value(token.text)
        if value is not None and stem(following.text) in nouns:
            return token.text, value
    return None


def _of_one_place(found: Sequence[tuple[Sentence, str, float]]) -> list[tuple[Sentence, str, float]]:
    """Those within one document and some 1,500 characters of the first."""
    if not found:
        return []
    first = found[0][0]
    return [
        one for one in found
        if one[0].document.id == first.document.id and abs(one[0].span.start - first.span.start) < 1500
    ]  # fmt: skip
